import DataStore
import Safeguarding
import Testing

/// A rule file with one fault, and the place and words of what is said about it.
@Suite struct RuleFaultTests {
  struct Case: Sendable, CustomTestStringConvertible {
    /// The fields of a rule, with `▸` before the fault.
    let fields: String
    let message: String
    let hint: String

    var testDescription: String { fields }
  }

  private static let whole =
    #""title": "T", "form": "report", "says": "It is owed.", "trigger": "periodEnds", "offset": 0"#

  @Test(arguments: [
    Case(
      fields: whole.replacing(#""periodEnds""#, with: #"▸"periodEnd""#),
      message: #""periodEnd" is not one of the words known here."#,
      hint: #"Did you mean "periodEnds"?"#),
    Case(
      fields: whole.replacing(#""report""#, with: #"▸"reprot""#),
      message: #""reprot" is not one of the words known here."#, hint: #"Did you mean "report"?"#),
    Case(
      fields: whole + #", "unit": ▸"workingDays""#,
      message: #""workingDays" is not one of the words known here."#,
      hint: #"Did you mean "workingDay"?"#),
    Case(
      fields: whole + #", "division": ▸"england""#,
      message: #""england" is not one of the words known here."#, hint: "england-and-wales"),
    Case(
      fields: whole + #", "until": ▸"notifyed""#,
      message: #""notifyed" is not one of the words known here."#,
      hint: #"Did you mean "notified"?"#),
    Case(
      fields: whole + #", "dayOne": ▸"today""#,
      message: #""today" is not one of the words known here."#, hint: "nextWorkingDay, trigger"),
    Case(
      fields: whole.replacing(": 0", with: #": ▸"15""#), message: #"but here is the text "15"."#,
      hint: ""),
    Case(
      fields: whole + #", "replaces": ▸"fisrt""#,
      message: #"There is no rule with the id "fisrt"."#, hint: #"Did you mean "first"?"#),
    Case(
      fields: whole + #", "groups": [▸"bord"]"#,
      message: #"There is no group with the id "bord"."#, hint: #"Did you mean "board"?"#),
    Case(
      fields: whole + #", ▸"ofset": 3"#, message: #"the field "ofset" is not known"#,
      hint: #"Did you mean "offset"?"#),
  ])
  func isReportedAtItsPlace(expected: Case) throws {
    for file in ["rules.json", "partnerships/area/rules.json"] {
      let marked = MarkedText(
        """
        {"rules": [
          {"id": "first", \(Self.whole)},
          {"id": "second", \(expected.fields)},
          {"id": "third", \(Self.whole)}
        ]}
        """)
      var files = SmallFolder.files
      files[file] = marked.text
      let workspace = try TemporaryFolder(files).read()
      let found = try #require(workspace.faults.first)
      #expect(workspace.faults.count == 1, "\(workspace.faults.map(\.sentence))")
      #expect(found.place == "\(file):\(marked.line):\(marked.column)")
      #expect(found.message.contains(expected.message), "\(found.message)")
      #expect(found.hint.contains(expected.hint), "\(found.hint)")
      #expect(found.recordID == "second")
      #expect(workspace.rules["first"]?.trigger == .periodEnds)
      #expect(workspace.rules["third"]?.form == .report)
    }
  }

  @Test(arguments: ["title", "form", "says", "trigger"])
  func aFieldThatIsMissing(field: String) throws {
    let fields = Self.whole.split(separator: ", ").filter { !$0.hasPrefix("\"\(field)\"") }
    var files = SmallFolder.files
    files["rules.json"] = #"{"rules": [{"id": "r", \#(fields.joined(separator: ", "))}]}"#
    let faults = try TemporaryFolder(files).read().faults
    #expect(faults.map(\.message) == ["Rule: the field \"\(field)\" is missing."])
    #expect(faults.map(\.place) == ["rules.json:1:12"])
  }

  /// Fields that can all be read, and make no sense together.
  @Test(arguments: [
    (#""trigger": "periodEnds""#, "it has no distance"),
    (#""trigger": "periodEnds", "offset": ▸-3, "unit": "month""#, "-3 is not possible here"),
    (#""trigger": "periodEnds", "offset": ▸9223372036854775807, "unit": "year""#, "not possible"),
    (#""trigger": "periodEnds", "offset": 2"#, "it does not say what is counted"),
    (
      #""trigger": "periodEnds", "offset": 2, "unit": "month", "tolerance": ▸1000000"#,
      "1000000 is not possible here"
    ), (#""trigger": "fixedDate""#, "a stated date is owed, but none is given"),
    (#""trigger": "ruleFulfilled", "offset": 2, "unit": "month""#, "names none"),
    (#""trigger": "reminder""#, "it does not say why no date can be computed"),
    (#""trigger": "meetingsInPeriod", "times": ▸0"#, "0 times is not possible"),
  ])
  func fieldsThatMakeNoSenseTogether(fields: String, message: String) throws {
    let marked = MarkedText(
      #"{"rules": [{"id": "r", "title": "T", "form": "report", "says": "Owed.", \#(fields)}]}"#)
    var files = SmallFolder.files
    files["rules.json"] = marked.text
    let workspace = try TemporaryFolder(files).read()
    #expect(workspace.faults.count == 1)
    let found = try #require(workspace.faults.first)
    #expect(found.message.contains(message), "\(found.message)")
    if fields.contains("▸") { #expect(found.place == "rules.json:\(marked.line):\(marked.column)") }
    // Whatever it says, it computes nothing that is not there, and nothing breaks.
    let day = try #require(CalendarDate(iso: "2024-03-31"))
    #expect(workspace.deadlines(on: day).allSatisfy { ($0.due?.last?.year ?? 2024) < 10_000 })
  }

  @Test func twoRulesOfOneIDAreReported() throws {
    var files = SmallFolder.files
    let rule = #"{"rules": [{"id": "r", \#(Self.whole)}]}"#
    files["rules.json"] = rule
    files["partnerships/area/rules.json"] = rule
    let faults = try TemporaryFolder(files).read().faults
    #expect(faults.map(\.recordID) == ["r"])
    #expect(faults.first?.message.contains(#"There are two records "r" of the kind rule"#) == true)
  }

  /// A rule that records imply may be named by any record.
  @Test func aBuiltInRuleIsKnown() throws {
    var files = SmallFolder.files
    files["rules.json"] =
      #"{"rules": [{"id": "r", \#(Self.whole), "replaces": "meeting-cadence"}]}"#
    let workspace = try TemporaryFolder(files).read()
    #expect(workspace.faults.map(\.sentence) == [])
    #expect(workspace.rules["r"]?.replaces == "meeting-cadence")
  }
}
