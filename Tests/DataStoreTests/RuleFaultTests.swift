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
    #""title": "T", "form": "report", "says": "It is owed.", "trigger": "periodEnds""#

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
      fields: whole + #", "offset": ▸"15""#, message: #"but here is the text "15"."#, hint: ""),
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
