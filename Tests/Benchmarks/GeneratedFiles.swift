/// A data folder made up in memory, with one very long file of actions.
struct GeneratedFiles {
  /// The file that the measurements are about.
  static let longFile = "groups/group-0/actions.json"

  /// All files with their paths.
  let files: [(path: String, bytes: [UInt8])]
  /// The bytes of the long file.
  let longBytes: [UInt8]

  private static let groupCount = 40
  private static let agencyCount = 60

  /// Makes up a folder whose long file has at least so many bytes.
  init(longFileBytes: Int) {
    var files: [(path: String, bytes: [UInt8])] = [
      ("workspace.json", Array(Self.workspace.utf8)), ("agencies.json", Array(Self.agencies.utf8)),
      ("partnerships/area/partnership.json", Array(Self.partnership.utf8)),
    ]
    for group in 0..<Self.groupCount {
      files.append(("groups/group-\(group)/group.json", Array(Self.group(group).utf8)))
      files.append(("groups/group-\(group)/meetings.json", Array(Self.meetings(group).utf8)))
    }
    var text = "{\n  \"actions\": [\n"
    text.reserveCapacity(longFileBytes + 4096)
    var number = 0
    while text.utf8.count < longFileBytes {
      text += (number == 0 ? "" : ",\n") + Self.action(number)
      number += 1
    }
    text += "\n  ]\n}\n"
    longBytes = Array(text.utf8)
    files.append((Self.longFile, longBytes))
    self.files = files
  }

  private static let workspace = """
    {
      "title": "An area made up for measuring",
      "schemaVersion": 2,
      "partnerships": ["area"],
      "documents": [
        {"id": "annual-report", "title": "Annual report", "published": "2024"},
        {"id": "update-report", "title": "Update report", "published": "2024-07-23"}
      ]
    }
    """

  private static let partnership = """
    {"id": "area", "name": "Partnership of the area", "shortName": "Area", "from": "2019-09-02"}
    """

  private static var agencies: String {
    let records = (0..<agencyCount).map { number in
      """
      {"id": "agency-\(number)", "name": "Agency number \(number)", "category": "council"}
      """
    }
    return "{\"agencies\": [\(records.joined(separator: ",\n"))]}"
  }

  private static func group(_ number: Int) -> String {
    """
    {
      "id": "group-\(number)",
      "name": "Group number \(number)",
      "type": "subgroup",
      "parents": [{"partnership": "area", "role": "subgroup"}],
      "cadence": {"every": 2, "unit": "month"},
      "rotation": {"start": "2019-09-02", "termMonths": 12, "order": ["agency-0", "agency-1"]}
    }
    """
  }

  private static func meetings(_ group: Int) -> String {
    let records = (0..<10).map { number in
      """
      {
        "id": "meeting-\(group)-\(number)", "group": "group-\(group)",
        "date": "\(date(number * 210))", "status": "\(number < 9 ? "held" : "planned")",
        "agenda": [
          {"number": "1", "title": "Minutes", "papers": [{"title": "Minutes", "dueOn": "2024-03-01"}]}
        ]
      }
      """
    }
    return "{\"meetings\": [\(records.joined(separator: ",\n"))]}"
  }

  private static func action(_ number: Int) -> String {
    let agency = number % agencyCount
    let isDone = number % 3 == 0
    return """
          {
            "id": "action-\(number)",
            "group": "group-0",
            "origin": "\(number % 2 == 0 ? "recommendation" : "meeting")",
            "number": "\(number % 97).\(number % 7)",
            "area": "Neglect and early help",
            "title": "Confirm that agency \(agency) records what it is told and acts on it (\(number)).",
            "owners": [
              {"agency": "agency-\(agency)", "name": "Children's services"},
              {"partnership": "area"}
            ],
            "due": "\(date(number % 1800))",
            "status": "\(isDone ? "done" : "started")",
            \(isDone ? "\"doneOn\": \"\(date(number % 1700))\"," : "")
            "raisedOn": {"when": "2020-01", "printed": "January 2020"},
            "meeting": "meeting-0-\(number % 10)",
            "priority": "\(number % 5 + 1)",
            "evaluatedBy": "Quality assurance officer",
            "evaluateOn": "2025-06",
            "progress": [
              {
                "on": "2020-07-23",
                "text": "The group watched over it and asked for a report \u{2013} in writing.",
                "source": ["update-report section 3.4"]
              },
              {"on": "2021-02", "text": "A first report came in; \\"nearly done\\".", "by": "Chair"}
            ],
            "evidence": ["An audit of \(number % 40 + 10) files", "A letter of the agency"],
            "impact": [],
            "note": "Derived: the number, from the order in which the actions are printed.",
            "illustrative": true,
            "source": ["annual-report section \(number % 12)", "update-report page \(number % 50)"]
          }
      """
  }

  private static func date(_ days: Int) -> String {
    let year = 2019 + days / 360
    let month = days / 30 % 12 + 1
    let day = days % 28 + 1
    return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }
}
