import DataStore
import Entry
import FoundationEssentials
import Safeguarding
import Testing

/// Whatever the sample holds can be typed: reading the text of a value gives the value again.
@Suite struct RoundTripTests {
  @Test func everyFieldOfEveryRecordOfTheSampleCanBeTyped() throws {
    var count = 0
    for record in Sample.records {
      count += check(record, "\(record.id)")
    }
    #expect(count > 5_000)
  }

  /// Checks each field of a record without help of what stood there before.
  private func check<R: Record>(_ record: R, _ name: String) -> Int {
    guard let stored = record.stored else { return 0 }
    var count = 0
    for field in RecordShape(R.self).fields {
      guard let value = stored[field.name] else { continue }
      count += 1
      let text = Sample.context.text(of: stored, for: field)
      let kind = EntryKind(field, in: stored)
      let reading = kind?.reading(of: text, Sample.context)
      #expect(
        reading?.value == value && reading?.problem == "",
        "\(name) \(field.name): \(text) is read as \(String(describing: reading))")
    }
    return count
  }

  @Test func everyDeclaredFieldCanBeTyped() {
    var kinds = Set<RecordKind>()
    func check(_ shape: RecordShape) {
      guard kinds.insert(shape.kind).inserted else { return }
      for field in shape.fields {
        let kind = EntryKind(field)
        #expect(kind != nil, "\(shape.kind.name) \(field.name)")
        if let inner = kind?.shape { check(inner) }
      }
    }
    for record in Sample.records {
      func shape<R: Record>(_ record: R) -> RecordShape { RecordShape(R.self) }
      check(shape(record))
    }
    #expect(kinds.count > 30)
  }
}

/// The records of the sample.
enum Sample {
  static let workspace: Workspace = {
    let root = testsFolder + "/../../SampleData/kent-and-medway"
    do {
      let files = try FileManager.default.subpathsOfDirectory(atPath: root)
        .filter { $0.hasSuffix(".json") }.sorted().map { path in
          (path, Array(try Data(contentsOf: URL(filePath: root + "/" + path))))
        }
      return WorkspaceReader(files: files).read()
    } catch {
      Issue.record("The sample cannot be read: \(error)")
      return Workspace()
    }
  }()

  static let context = EntryContext(workspace, on: day("2024-03-31"))

  static let records: [any Entity] = [
    workspace.documents.all, workspace.agencies.all, workspace.people.all,
    workspace.partnerships.all, workspace.relevantAgencies.all, workspace.groups.all,
    workspace.chairTerms.all, workspace.meetings.all, workspace.actions.all,
    workspace.clusters.all, workspace.comparatorGroups.all, workspace.indicators.all,
    workspace.submissions.all, workspace.reviews.all, workspace.reviewTotals.all,
    workspace.plans.all, workspace.obligations.all, workspace.rules.all,
  ].flatMap { (list: [any Entity]) in list }

  static func day(_ iso: String) -> CalendarDate {
    CalendarDate(iso: iso) ?? CalendarDate(dayNumber: 0)
  }
}

/// The folder of these tests.
let testsFolder: String = {
  let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
  return parts.dropLast().joined(separator: "/")
}()
