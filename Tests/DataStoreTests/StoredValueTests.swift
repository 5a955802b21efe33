import DataStore
import FoundationEssentials
import Safeguarding
import Testing

/// What is written can be read again, whatever it is.
@Suite struct WrittenValueTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "SampleData/kent-and-medway")

  /// The records of one kind, each of them written and read again.
  struct Kind: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let check: @Sendable (Workspace) -> Int

    init<R: Entity>(_ type: R.Type, _ records: @escaping @Sendable (Workspace) -> [R]) {
      testDescription = R.kind.name
      check = { workspace in
        for record in records(workspace) {
          let findings = StoredSource.Findings()
          let again = R.read(from: StoredSource(record.stored, findings))
          let told = "\(record.id): \(differences(record, again).joined(separator: ", "))"
          #expect(again == record, "\(told)")
          #expect(findings.problems.map(\.message).isEmpty, "\(record.id)")
          #expect(again.map { record.changes(to: $0, in: "file.json") } == [], "\(record.id)")
        }
        return records(workspace).count
      }
    }
  }

  static let kinds = [
    Kind(SourceDocument.self) { $0.documents.all }, Kind(Agency.self) { $0.agencies.all },
    Kind(Person.self) { $0.people.all }, Kind(Partnership.self) { $0.partnerships.all },
    Kind(RelevantAgency.self) { $0.relevantAgencies.all },
    Kind(PartnershipGroup.self) { $0.groups.all },
    Kind(Seat.self) { $0.seats.all }, Kind(ChairTerm.self) { $0.chairTerms.all },
    Kind(Meeting.self) { $0.meetings.all }, Kind(ActionItem.self) { $0.actions.all },
    Kind(Cluster.self) { $0.clusters.all },
    Kind(ComparatorGroup.self) { $0.comparatorGroups.all },
    Kind(Indicator.self) { $0.indicators.all }, Kind(Observation.self) { $0.values.all },
    Kind(Submission.self) { $0.submissions.all },
    Kind(Review.self) { $0.reviews.all }, Kind(ReviewTotal.self) { $0.reviewTotals.all },
    Kind(Plan.self) { $0.plans.all }, Kind(Obligation.self) { $0.obligations.all },
    Kind(Rule.self) { $0.rules.all },
  ]

  @Test(arguments: kinds)
  func everyRecordOfTheSampleIsReadAsItWasWritten(kind: Kind) throws {
    let workspace = try DataFolder(path: Self.root.path).read()
    #expect(kind.check(workspace) > 0)
  }

  @Test func theSettingsOfTheSampleAreReadAsTheyWereWritten() throws {
    let settings = try DataFolder(path: Self.root.path).read().settings
    let findings = StoredSource.Findings()
    #expect(WorkspaceSettings.read(from: StoredSource(settings.stored, findings)) == settings)
    #expect(findings.problems.map(\.message) == [])
  }
}

/// The keys of the fields in which two records differ.
private func differences<R: Record>(_ record: R, _ again: R?) -> [String] {
  guard let again else { return ["not read"] }
  let (left, right) = (record.fieldTexts(.none), again.fieldTexts(.none))
  return Set(left).symmetricDifference(right).map { "\($0.name) \($0.lines)" }.sorted()
}
