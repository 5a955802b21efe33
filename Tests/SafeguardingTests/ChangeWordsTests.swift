import Safeguarding
import Testing

/// What people read about a change.
@Suite struct ChangeWordsTests {
  static let names = Names { kind, id in
    switch (kind.name, id) {
    case ("agency", "police"): "Area Police"
    case ("agency", "council"): "Area Council"
    case ("person", "ann"): "Ann Example"
    case ("seat", "chair"): "Independent chair"
    case ("group", "board"): "The Board"
    case ("document", "report"): "Annual report"
    case ("action", "a1"): "Send the audit tool"
    default: nil
    }
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let kind: RecordKind
    let field: String?
    let from: StoredValue?
    let to: StoredValue?
    let lines: [String]
    var testDescription: String { lines.joined(separator: " | ") }

    init(
      _ kind: RecordKind, _ field: String?, _ from: StoredValue?, _ to: StoredValue?,
      _ lines: String...
    ) {
      (self.kind, self.field, self.from, self.to, self.lines) = (kind, field, from, to, lines)
    }

    var change: Change {
      Change("file.json", RecordID(kind, "a1"), field: field, from: from, to: to)
    }
  }

  @Test(arguments: fields + lists + meetings + wholes)
  func read(example: Case) {
    #expect(example.change.words(Self.names) == example.lines)
  }

  static let fields = [
    Case(ActionItem.kind, "status", "open", "done", "Status: open, now done"),
    Case(ActionItem.kind, "status", "started", "odd", "Status: under way, now \"odd\""),
    Case(ActionItem.kind, "due", "2024-04-03", "2024-04-10", "Due: 3 Apr 2024, now 10 Apr 2024"),
    Case(ActionItem.kind, "due", nil, "autumn 2024", "Due: added autumn 2024"),
    Case(
      ActionItem.kind, "due", "2024-04", ["printed": "in due course"],
      "Due: Apr 2024, now in due course"),
    Case(ActionItem.kind, "doneOn", "2024-04-03", nil, "Done on: removed 3 Apr 2024"),
    Case(ActionItem.kind, "title", "One\ntwo", "Two", "Title: \"One two\", now \"Two\""),
    Case(ActionItem.kind, "origin", "nextStep", "plan", "Comes from: Next step, now Plan"),
    Case(ActionItem.kind, "group", "board", "other", "Group: The Board, now other (unknown)"),
    Case(ActionItem.kind, "illustrative", nil, true, "Illustrative: no, now yes"),
    Case(
      ActionItem.kind, "repeats", ["every": 2, "unit": "month"], ["timesAYear": 2],
      "Repeats: every 2 months, now twice a year"),
    Case(Meeting.kind, "attendees", 12, ["atLeast": 14], "How many came: 12, now 14+"),
    Case(Meeting.kind, "papersDueOn", "2024-04-03", nil, "Papers due on: removed 3 Apr 2024"),
    Case(ActionItem.kind, "due", "2024-04-03", "2024-04-03"),
    Case(ActionItem.kind, "colour", "red", "blue", "Colour: \"red\", now \"blue\""),
    Case(
      RecordKind("comet", title: "Comet", help: ""), "tail", ["long"], ["long", "bright"],
      "Tail: added \"bright\""),
  ]

  static let lists = [
    Case(ActionItem.kind, "evidence", nil, ["Minutes"], "Evidence: added \"Minutes\""),
    Case(
      ActionItem.kind, "evidence", ["a", "b"], ["b", "c"], "Evidence: removed \"a\"",
      "Evidence: added \"c\""),
    Case(ActionItem.kind, "evidence", ["a", "b"], ["x", "b"], "Evidence: \"a\", now \"x\""),
    Case(
      ActionItem.kind, "owners", [["agency": "police"]], [["agency": "police", "person": "ann"]],
      "Owners: Area Police, now Ann Example, Area Police"),
    Case(
      ActionItem.kind, "owners", [["agency": "police"]],
      [["agency": "police"], ["name": "The college"]], "Owners: added The college"),
    Case(
      ActionItem.kind, "progress", nil, [["on": "2024-04-03", "text": "Sent"]],
      "Progress: added 3 Apr 2024: Sent"),
    Case(
      ActionItem.kind, "progress", [["on": "2024-04-03", "text": "Sent"]],
      [["on": "2024-04-03", "text": "Sent", "by": "Ann"]], "Progress, \"Sent\", by: added \"Ann\""),
    Case(
      ActionItem.kind, "source", ["report page 1"], ["report page 2"],
      "Source: Annual report, page 1, now Annual report, page 2"),
  ]

  static let meetings = [
    Case(
      Meeting.kind, "agenda", [["title": "Minutes", "purpose": "decision"]],
      [["title": "Minutes", "lead": ["agency": "police"], "purpose": "decision"]],
      "Agenda, \"Minutes\", lead: added Area Police"),
    Case(
      Meeting.kind, "agenda", [["title": "Minutes", "purpose": "decision", "minutes": 5]],
      [["title": "Notes", "purpose": "decision", "minutes": 10]],
      "Agenda: removed Minutes (for decision, 5 minutes)",
      "Agenda: added Notes (for decision, 10 minutes)"),
    Case(
      Meeting.kind, "agenda",
      [["title": "a", "purpose": "decision"], ["title": "b"], ["title": "c"]],
      [["title": "c"], ["title": "a", "purpose": "information"], ["title": "b"]],
      "Agenda, \"a\", purpose: for decision, now for information",
      "Agenda: moved \"c\" to place 1"),
    Case(
      Meeting.kind, "agenda", [["title": "a", "papers": [["title": "p"]]]],
      [["title": "a", "papers": [["title": "p", "receivedOn": "2024-04-03"], ["title": "q"]]]],
      "Agenda, \"a\", papers, \"p\", received on: added 3 Apr 2024",
      "Agenda, \"a\", papers: added q"),
    Case(
      Meeting.kind, "attendance", [["seat": "chair", "status": "present"]],
      [["seat": "chair", "status": "apologies", "reason": "ill"]],
      "Attendance, Independent chair, status: present, now apologies",
      "Attendance, Independent chair, reason: added \"ill\""),
    Case(
      PartnershipGroup.kind, "termsOfReference", ["version": "1"],
      ["version": "1", "reviewedOn": "2024-04-03"],
      "Terms of reference, reviewed on: added 3 Apr 2024"),
  ]

  static let wholes = [
    Case(ActionItem.kind, nil, nil, ["id": "a1", "title": "Send it"], "Added: Send it"),
    Case(ActionItem.kind, nil, ["id": "a1", "title": "Send it"], nil, "Removed: Send it"),
    Case(ActionItem.kind, nil, ["id": "a1"], nil, "Removed: Send the audit tool"),
    Case(
      Meeting.kind, nil, nil, ["id": "m1", "date": "2024-04-03"],
      "Added: Meeting of 3 Apr 2024"),
    Case(
      ActionItem.kind, nil, ["id": "a1", "status": "open", "note": "x"],
      ["id": "a1", "status": "done", "due": "2024"], "Due: added 2024", "Status: open, now done",
      "Note: removed \"x\""),
  ]

  @Test(arguments: [
    ("Tick", [0, 1], "Tick"), ("", [0], "Send the audit tool: Status: open, now done"),
    ("", [0, 1], "Send the audit tool: Status: open, now done, and 1 more"), ("", [], "No changes"),
    ("", [2], "Added: Send it"),
  ])
  func headlines(title: String, changes: [Int], headline: String) {
    let cases = [Self.fields[0], Self.fields[2], Self.wholes[0]]
    let entry = JournalEntry(
      id: EntryID(folder: "groups/board", sequence: 1), title: title, time: 0, userID: 1,
      user: "ann", changes: changes.map { cases[$0].change })
    #expect(entry.headline(Self.names) == headline)
  }

  /// A kind that is missing from the list of types would be shown in the words of the file.
  @Test(arguments: RecordCase.all)
  func everyKindIsKnown(record: RecordCase) throws {
    let choice = record.shape.fields.first { if case .choice = $0.shape { true } else { false } }
    // Who may what is no record that history tells of.
    if record.shape.kind == AccessSettings.kind { return }
    guard let choice, case .choice(let words) = choice.shape, let first = words.first else {
      return
    }
    let change = Change(
      "file.json", RecordID(RecordKind(record.shape.kind.name, title: "", help: ""), "a"),
      field: choice.name, from: nil, to: .text(first.word))
    #expect(
      change.words(.none) == ["\(record.shape.label(of: choice.name)): added \(first.meaning)"])
  }
}
