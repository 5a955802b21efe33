import DataStore
import Safeguarding
import Testing

/// One fault in an otherwise good folder.
struct FaultCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let file: String
  /// The file, with `▸` before the place that the fault should name.
  let marked: String
  let message: String
  let hint: String
  let severity: Fault.Severity
  let id: String?

  init(
    _ description: String, in file: String, _ marked: String, message: String, hint: String = "",
    _ severity: Fault.Severity = .error, id: String? = nil
  ) {
    testDescription = description
    self.file = file
    self.marked = marked
    self.message = message
    self.hint = hint
    self.severity = severity
    self.id = id
  }

  /// A fault in the middle one of three actions.
  static func action(
    _ description: String, _ middle: String, message: String, hint: String = "",
    _ severity: Fault.Severity = .error, id: String? = "b"
  ) -> FaultCase {
    FaultCase(
      description, in: SmallFolder.actions, SmallFolder.actions(middle: middle), message: message,
      hint: hint, severity, id: id)
  }

  static let inActions: [FaultCase] = [
    .action(
      "a required field is missing", #"▸{"id": "b", "group": "board", "status": "open"}"#,
      message: #"Action: the field "title" is missing."#, hint: #"Add "title""#),
    .action(
      "a number in place of text",
      #"{"id": "b", "group": "board", "title": ▸12, "status": "open"}"#,
      message: "Text was expected, but here is the number 12.", hint: "double quotes"),
    .action(
      "text in place of a list",
      #"{"id": "b", "group": "board", "title": "Two", "status": "open", "evidence": ▸"x"}"#,
      message: #"A list was expected, but here is the text "x"."#, hint: "between [ and ]"),
    .action(
      "a list in place of text",
      #"{"id": "b", "group": "board", "title": ▸["Two"], "status": "open"}"#,
      message: "here is a list in [ ]"),
    .action(
      "text in place of true",
      #"{"id": "b", "group": "board", "title": "T", "status": "open", "illustrative": ▸"yes"}"#,
      message: "True or false was expected"),
    .action(
      "a number in a list of texts",
      #"{"id": "b", "group": "board", "title": "T", "status": "open", "evidence": ["x", ▸7]}"#,
      message: "the number 7"),
    .action(
      "an unknown word", #"{"id": "b", "group": "board", "title": "Two", "status": ▸"opne"}"#,
      message: #""opne" is not one of the words known here."#,
      hint: #"Did you mean "open"? Known: open, started, done"#),
    .action(
      "an unknown key",
      #"{"id": "b", "group": "board", "title": "Two", "status": "open", ▸"evidense": ["x"]}"#,
      message: #"the field "evidense" is not known"#, hint: #"Did you mean "evidence"?"#, .warning),
    .action(
      "31 February",
      #"{"id": "b", "group": "board", "title": "Two", "due": ▸"2024-02-31", "status": "open"}"#,
      message: #""2024-02-31" is not a date of the calendar."#),
    .action(
      "31 February with printed words",
      #"{"id": "b", "group": "board", "title": "T", "due": {"when": ▸"2024-02-31"}, "status": "open"}"#,
      message: #""2024-02-31" is not a date of the calendar."#),
    .action(
      "an unknown reference",
      #"{"id": "b", "group": ▸"bord", "title": "Two", "status": "open"}"#,
      message: #"There is no group with the id "bord"."#, hint: #"Did you mean "board"?"#),
    .action(
      "an unknown reference in an inner record",
      #"{"id": "b", "group": "board", "title": "T", "owners": [{"agency": ▸"polise"}], "status": "open"}"#,
      message: #"There is no agency with the id "polise"."#, hint: #"Did you mean "police"?"#),
    .action(
      "an unknown document",
      #"{"id": "b", "group": "board", "title": "T", "status": "open", "source": [▸"reprot page 3"]}"#,
      message: #"There is no source document with the id "reprot"."#,
      hint: #"Did you mean "report"?"#),
    .action(
      "an id that another record has",
      #"{"id": ▸"a", "group": "board", "title": "Two", "status": "open"}"#,
      message:
        #"There are two records "a" of the kind action; the other one is at groups/board/actions.json:2:10."#,
      hint: "Give one of them another id", id: "a"),
    .action(
      "an empty id", #"{"id": ▸"", "group": "board", "title": "Two", "status": "open"}"#,
      message: "The id is empty.", id: ""),
    .action(
      "fields in another order with one of the wrong type",
      #"{"status": "open", "title": ▸12, "group": "board", "id": "b"}"#,
      message: "Text was expected"),
    .action(
      "a field behind letters of several bytes",
      #"{"id": "b", "group": "board", "title": "Zoë – “Two”", "status": ▸"opne"}"#,
      message: "not one of the words"),
    .action(
      "a number in place of a record", "▸17", message: "Action was expected here", hint: "{ and }",
      id: nil),
  ]

  static let inOtherFiles: [FaultCase] = [
    FaultCase(
      "an end before its beginning", in: "agencies.json",
      """
      {"agencies": [
        {"id": "council", "name": "C", "category": "council", "from": "2024-05-01", "to": ▸"2024-04"},
        {"id": "police", "name": "P", "category": "police"}
      ]}
      """, message: "Agency: it ends (Apr 2024) before it begins (1 May 2024).", id: "council"),
    FaultCase(
      "an end before its beginning, written before it", in: "agencies.json",
      """
      {"agencies": [
        {"id": "council", "to": ▸"2024-04", "from": "2024-05-01", "name": "C", "category": "council"},
        {"id": "police", "name": "P", "category": "police"}
      ]}
      """, message: "it ends (Apr 2024) before it begins", id: "council"),
    FaultCase(
      "an object in place of a list", in: SmallFolder.actions, #"{"actions": ▸{}}"#,
      message: "A list was expected, but here is an object in { }."),
    FaultCase(
      "a list that is not known", in: SmallFolder.actions, #"{▸"action": []}"#,
      message: #"The list "action" is not known here"#, hint: #"Did you mean "actions"?"#, .warning),
    FaultCase(
      "a file that holds no object", in: SmallFolder.actions, "▸[]",
      message: "This file should hold an object in { }."),
    FaultCase(
      "a word that JSON does not know", in: SmallFolder.actions, "{\"actions\": [\n  ▸x\n]}",
      message: "x"),
    FaultCase("an empty file", in: SmallFolder.actions, "▸", message: "empty"),
    FaultCase(
      "a fault in a seat of a group", in: "groups/board/group.json",
      """
      {"id": "board", "name": "The Board", "type": "executive", "parents": [{"partnership": "area"}],
       "seats": [{"id": "board-council", "title": "Council", "agency": ▸"counsil"}]}
      """, message: #"There is no agency with the id "counsil"."#,
      hint: #"Did you mean "council"?"#,
      id: "board-council"),
    FaultCase(
      "a bank holiday that does not exist", in: "bank-holidays.json",
      #"{"england-and-wales": {"events": [{"title": "Good Friday", "date": ▸"2024-02-30"}]}}"#,
      message: #""2024-02-30" is not a day of the calendar."#),
    FaultCase(
      "a bank holiday without a date", in: "bank-holidays.json",
      #"{"england-and-wales": {"events": [▸{"title": "Good Friday"}]}}"#,
      message: "This bank holiday has no date."),
    FaultCase(
      "a division without its days", in: "bank-holidays.json", #"{"england-and-wales": ▸{}}"#,
      message: "The bank holidays of england-and-wales are missing"),
    FaultCase(
      "a division that is not known", in: "bank-holidays.json", #"{▸"england": {"events": []}}"#,
      message: #"The division "england" is not known"#, hint: "england-and-wales", .warning),
  ]
}

@Suite struct FaultTests {
  @Test func aGoodFolderHasNoFault() throws {
    let workspace = try TemporaryFolder(SmallFolder.files).read()
    #expect(workspace.faults.map(\.sentence) == [])
    #expect(workspace.settings.title == "Area")
    #expect(workspace.documents.all.map(\.id) == ["report"])
    #expect(workspace.agencies.all.map(\.name) == ["Area Council", "Area Police"])
    #expect(workspace.partnerships["area"]?.partners.map(\.agency) == ["council", "police"])
    #expect(workspace.seats["board-council"]?.title == "Council")
    #expect(workspace.actions.all.map(\.title) == ["One", "Two", "Three"])
    #expect(workspace.actions["c"]?.doneOn == ImpreciseDate("2024-03"))
    #expect(workspace.reviews["ash"]?.stage == .underWay)
    #expect(workspace.bankHolidays.days().map(\.title) == ["Good Friday"])
  }

  @Test(arguments: FaultCase.inActions + FaultCase.inOtherFiles)
  func isReportedAtItsPlace(fault: FaultCase) throws {
    let workspace = try read(fault)
    let marked = MarkedText(fault.marked)
    let found = try #require(workspace.faults.first)
    #expect(workspace.faults.count == 1, "\(workspace.faults.map(\.sentence))")
    #expect(found.place == "\(fault.file):\(marked.line):\(marked.column)")
    #expect(found.severity == fault.severity)
    #expect(found.message.contains(fault.message), "\(found.message)")
    #expect(found.hint.contains(fault.hint), "\(found.hint)")
    #expect(found.recordID == fault.id)
    #expect(workspace.agencies.all.map(\.id) == ["council", "police"])
    #expect(workspace.groups["board"]?.name == "The Board")
    #expect(workspace.reviews["ash"] != nil)
  }

  @Test(arguments: FaultCase.inActions)
  func leavesItsSiblings(fault: FaultCase) throws {
    let workspace = try read(fault)
    #expect(workspace.actions["a"]?.title == "One")
    #expect(workspace.actions["c"]?.title == "Three")
    if let id = fault.id, id == "b" {
      #expect(workspace.actions["b"] != nil)
      #expect(workspace.faults(of: ActionItem.kind, id: id).count == 1)
    }
  }

  @Test func everyFaultOfARecordIsReported() throws {
    let middle = #"{"id": "b", "groop": "board", "status": "opne", "due": "soon"}"#
    var files = SmallFolder.files
    files[SmallFolder.actions] = SmallFolder.actions(middle: middle)
    let faults = try TemporaryFolder(files).read().faults
    #expect(faults.map(\.severity) == [.error, .error, .error, .error, .warning])
    #expect(Set(faults.map(\.line)) == [3])
    #expect(faults.dropLast().map(\.column) == faults.dropLast().map(\.column).sorted())
    #expect(faults.allSatisfy { $0.recordID == "b" })
  }

  @Test func aFieldKeepsItsDefaultWhenItCannotBeRead() throws {
    let middle = #"{"id": "b", "group": "board", "title": "Two", "status": "done", "number": 7}"#
    var files = SmallFolder.files
    files[SmallFolder.actions] = SmallFolder.actions(middle: middle)
    let action = try #require(
      try TemporaryFolder(files).read().actions["b"])
    #expect(action.number == "")
    #expect(action.status == .done)
  }

  @Test func nullCountsAsNotGiven() throws {
    let middle = #"{"id": "b", "group": "board", "title": "Two", "due": null, "status": "open"}"#
    var files = SmallFolder.files
    files[SmallFolder.actions] = SmallFolder.actions(middle: middle)
    let workspace = try TemporaryFolder(files).read()
    #expect(workspace.faults.isEmpty)
    #expect(workspace.actions["b"]?.due == nil)
  }

  private func read(_ fault: FaultCase) throws -> Workspace {
    var files = SmallFolder.files
    files[fault.file] = MarkedText(fault.marked).text
    return try TemporaryFolder(files).read()
  }
}
