import DataStore
import FoundationEssentials
import Safeguarding
import Testing

/// Every rule of the research, by its row, against the rules of the sample.
@Suite struct SampleRulesTests {
  @Test func everyRuleOfTheSampleIsInATable() throws {
    let rules = try SampleRules.workspace().rules.all
    let extra: Set = ["policy-review", "mscp-recommendations-audit"]
    #expect(Set(rules.map(\.id)) == Set(SampleRuleCase.all.map(\.rule)))
    #expect(Set(SampleRuleCase.all.filter { $0.row == "extra" }.map(\.rule)) == extra)
    #expect(Set(rules.map(\.id)).count == rules.count)
  }

  @Test func everyRowHasARule() {
    let rows =
      ["N02a", "N03a", "N09a", "extra"]
      + [("N", 27), ("M", 25), ("K", 9), ("B", 16)].flatMap { letter, count in
        (1...count).map { "\(letter)\($0 < 10 ? "0" : "")\($0)" }
      }
    #expect(Set(SampleRuleCase.all.map(\.row)) == Set(rows))
  }

  /// What the very rule of the sample makes owed after an event, in a workspace of its own.
  @Test(arguments: SampleRuleCase.all)
  func isOwed(expected: SampleRuleCase) throws {
    let sample = try SampleRules.workspace()
    let rule = try #require(sample.rules[expected.rule])
    let workspace = try expected.workspace(rule, sample)
    let found = try workspace.deadlines(on: day(expected.on)).filter { $0.rule == rule.id }
    #expect(found.map(\.sampleWords) == expected.owed)
    #expect(Set(found.map(\.id)).count == found.count)
  }

  /// What is owed for each child is no deadline here; the distance is still right.
  @Test(arguments: SampleRuleCase.all.filter { $0.measure != nil })
  func aDefinitionHasItsDistance(expected: SampleRuleCase) throws {
    let workspace = try SampleRules.workspace()
    let rule = try #require(workspace.rules[expected.rule])
    let measure = try #require(expected.measure)
    let calendar = workspace.bankHolidays.workingDays(in: rule.division.rawValue)
    #expect(rule.trigger == .definition)
    #expect(try rule.dueDay(from: day(measure.event), calendar: calendar) == day(measure.due))
  }

  @Test(arguments: SampleRuleCase.all)
  func whatHasNoDateSaysWhy(expected: SampleRuleCase) throws {
    let rule = try #require(try SampleRules.workspace().rules[expected.rule])
    let isReminder = expected.owed == ["no day no date"]
    #expect((rule.trigger == .reminder) == isReminder)
    #expect((rule.trigger == .definition) == (expected.measure != nil))
    if isReminder || expected.measure != nil { #expect(rule.reason.hasSuffix(".")) }
    #expect(rule.says.hasSuffix(".") && !rule.authority.isEmpty && !rule.source.isEmpty)
  }
}

extension Deadline {
  /// The due day and the status, or the day on which it was done where it has no due day.
  fileprivate var sampleWords: String {
    if due == nil, let doneOn { return "\(doneOn.iso) done" }
    return "\(due?.dueDay?.iso ?? "no day") \(status.title)"
  }
}

/// The sample data.
enum SampleRules {
  private static let sample = Result { try DataFolder(path: root.path).read() }
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "SampleData/kent-and-medway")

  static func workspace() throws -> Workspace { try sample.get() }
}

/// A day written as in a file; the test fails when there is no such day.
func day(_ iso: String) throws -> CalendarDate { try #require(CalendarDate(iso: iso)) }

/// A date written as in a file; the test fails when there is no such date.
func date(_ text: String) throws -> ImpreciseDate { try #require(ImpreciseDate(text)) }
