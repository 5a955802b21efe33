import Letters
import Safeguarding

/// What people write above the columns of their trackers, by the keys of the fields that hold such things.
///
/// No kind of record is named: whatever kind has such a field understands the words.
enum UsualHeadings {
  /// The words for a field, as they are compared: its key, its label, and what is usual for such fields.
  static func names(of field: RecordShape.Field, in shape: RecordShape) -> [String] {
    let own = [field.name, inWords(field.name), shape.label(of: field.name)].map(\.asHeading)
    return own + (usual[field.name] ?? [])
  }

  /// What is usual for the field that says what a record is called: "Action", "Agreed action".
  static func names(ofTitleOf kind: RecordKind) -> [String] {
    let one = kind.title.asHeading
    let all = [one, "\(one)s"]
    let more = [
      "required", "needed", "agreed", "description", "point", "points", "title", "to be taken",
    ]
    return all + all.flatMap { word in more.map { "\(word) \($0)" } }
      + ["agreed", "specific", "proposed"].flatMap { word in all.map { "\(word) \($0)" } }
  }

  private static let owners = [
    "owner", "owners", "lead", "leads", "responsible", "responsibility", "who", "by whom",
    "responsible person", "person responsible", "responsible officer", "officer responsible",
    "responsible agency", "agency responsible", "lead officer", "lead agency", "lead person",
    "lead name", "named lead", "action owner", "action lead", "action by", "owned by",
    "assigned to",
    "assigned", "allocated to", "accountable", "lead s", "owner s",
  ]
  private static let due = [
    "due", "due date", "date due", "due by", "deadline", "by when", "when", "target date",
    "timescale", "timescales", "timeframe", "time scale", "target completion date",
    "date for completion", "to be completed by", "complete by", "timescale target",
  ]
  private static let status = [
    "status", "rag", "brag", "rag rating", "brag rating", "rag status", "brag status",
    "current status", "action status", "state", "progress", "progress status", "progress rag",
  ]
  private static let title = [
    "title", "task", "tasks", "what", "what needs to be done", "recommendation", "recommendations",
    "activity", "next step", "next steps", "details of action",
  ]
  private static let number = [
    "no", "number", "ref", "reference", "ref no", "reference number", "ref number", "item",
    "item no",
    "item number", "action no", "action number", "action ref", "action id", "rec no", "id", "s n",
  ]

  private static let usual: [String: [String]] = [
    "owners": owners, "owner": owners, "lead": owners,
    "due": due, "dueOn": due,
    "status": status,
    "title": title, "what": title,
    "number": number,
    "name": ["name", "full name", "organisation"],
    "progress": [
      "progress", "update", "updates", "progress update", "progress updates", "latest update",
      "current position", "progress to date", "progress notes", "progress comments", "position",
    ],
    "note": [
      "note", "notes", "comment", "comments", "remarks", "other comments", "further information",
    ],
    "evidence": [
      "evidence", "evidence of completion", "assurance", "evidence and assurance", "how do we know",
    ],
    "impact": ["impact", "outcome", "outcomes", "what difference did it make", "difference made"],
    "area": ["area", "theme", "workstream", "section", "heading", "category", "priority area"],
    "doneOn": [
      "date completed", "completed on", "completion date", "date of completion", "date closed",
      "closed on", "date done", "completed date", "actual completion date",
    ],
    "raisedOn": ["date raised", "raised", "raised on", "date agreed", "date added", "date set"],
    "date": ["date", "date of meeting", "meeting date", "when", "day"],
    "time": ["time", "start", "start time"],
    "place": ["place", "venue", "location", "where"],
    "from": ["from", "start date", "start", "begins"],
    "to": ["to", "end date", "end", "ends"],
  ]
}

extension String {
  /// The text above a column as it is compared: words only, without what stands in brackets.
  var asHeading: String {
    var plain = ""
    var depth = 0
    for character in cleaned.text {
      if "([".contains(character) { depth += 1 }
      if depth == 0 { plain += character == "#" ? " no " : String(character) }
      if ")]".contains(character) { depth = max(0, depth - 1) }
    }
    return plain.searchWords.joined(separator: " ")
  }

  /// The same with all its words, whether in brackets or not.
  var asWholeHeading: String { searchWords.joined(separator: " ") }
}
