import DataStore
import FoundationEssentials
import Safeguarding
import Testing

@Suite struct SampleTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "SampleData/kent-and-medway")

  @Test func theSampleHasNoErrors() throws {
    let workspace = try DataFolder(path: Self.root.path).read()
    let errors = workspace.faults.filter { $0.severity == .error }
    #expect(errors.isEmpty, "\(errors.map(\.sentence).joined(separator: "\n"))")
    #expect(workspace.partnerships.all.count >= 3)
    #expect(workspace.groups.all.count >= 20)
    #expect(workspace.bankHolidays.workingDays().years == 2019...2028)
    #expect(workspace.settings.asOf != nil)
  }

  @Test func theSampleShowsADeadlineInEveryState() throws {
    let workspace = try SampleRules.workspace()
    let shown = Set(try workspace.deadlines(on: day("2024-03-31")).map(\.status))
    // Its records say the day of whatever was done.
    let missing = Deadline.Status.allCases.filter { $0 != .done && !shown.contains($0) }
    #expect(missing.isEmpty, "\(missing.map(\.title))")
  }

  /// Two deadlines with one id could not be told apart.
  @Test(arguments: ["2007-06-15", "2023-12-31", "2024-03-31", "2026-07-01"])
  func noTwoDeadlinesShareAnID(iso: String) throws {
    let workspace = try SampleRules.workspace()
    let ids = try workspace.deadlines(on: day(iso)).map(\.id)
    let counts = Dictionary(ids.map { ($0, 1) }, uniquingKeysWith: +)
    #expect(counts.filter { $0.value > 1 }.keys.sorted() == [])
    #expect(ids.count > 100)
  }

  /// A flipped bit is refused or reported, or it changes what a text says and loses no record.
  @Test(arguments: 0..<20)
  func aFlippedBitNeverLosesARecordInSilence(batch: Int) throws {
    let files = try FileManager.default.subpathsOfDirectory(atPath: Self.root.path)
      .filter { $0.hasSuffix(".json") }.sorted()
      .map { (path: $0, bytes: Array(try Data(contentsOf: Self.root.appending(path: $0)))) }
    let before = WorkspaceReader(files: files).read()
    var random = SeededGenerator(state: UInt64(batch))
    for _ in 0..<10 {
      var changed = files
      let file = Int.random(in: files.indices, using: &random)
      let position = Int.random(in: files[file].bytes.indices, using: &random)
      let bit = UInt8.random(in: 0..<8, using: &random)
      changed[file].bytes[position] ^= 1 << bit
      let after = WorkspaceReader(files: changed).read()
      let place = "\(files[file].path), byte \(position), bit \(bit)"
      if after.faults == before.faults {
        #expect(after.recordCount == before.recordCount, "\(place)")
      } else {
        #expect(after.faults.count > before.faults.count, "\(place)")
      }
      #expect(after.faults.allSatisfy { !$0.message.isEmpty && !$0.hint.isEmpty })
    }
  }
}

extension Workspace {
  /// How many records and bank holidays there are.
  fileprivate var recordCount: Int {
    var records: [Int] = [documents.all.count, agencies.all.count, people.all.count]
    records += [partnerships.all.count, relevantAgencies.all.count, groups.all.count]
    records += [seats.all.count, chairTerms.all.count, meetings.all.count, actions.all.count]
    records += [clusters.all.count, comparatorGroups.all.count, indicators.all.count]
    records += [values.all.count]
    records += [submissions.all.count, reviews.all.count, reviewTotals.all.count]
    records += [plans.all.count, obligations.all.count, rules.all.count]
    let holidays = ["england-and-wales", "scotland", "northern-ireland"].map {
      bankHolidays.days(in: $0).count
    }
    return (records + holidays).reduce(0, +)
  }
}

/// A generator that gives the same numbers for the same seed.
private struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
