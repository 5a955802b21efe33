package import Safeguarding

/// Which records name another one, of so many records that they are not looked through at once.
package struct FoundReferrers: Sendable {
  /// More records than that are looked through beside the thread of the screen.
  static let most = 20_000

  /// Which version of the data is looked through.
  private(set) var version = 0
  /// What is being looked up.
  private var asked: RecordID?
  /// The record that was looked up last.
  private var record: RecordID?
  private var links: [RecordID] = []

  /// The records that name one; nil where that is not known.
  func links(to wanted: RecordID) -> [RecordID]? { record == wanted ? links : nil }

  /// The same for other data, in which nothing was looked up.
  var forgetting: FoundReferrers {
    var next = FoundReferrers()
    next.version = version + 1
    return next
  }

  /// Asks who names a record; answers whether nobody has asked yet.
  mutating func ask(about wanted: RecordID) -> Bool {
    if asked == wanted { return false }
    asked = wanted
    return true
  }

  /// Takes in what was found.
  mutating func take(_ question: ReferrerQuestion, _ found: [RecordID]) -> Bool {
    guard question.version == version else { return false }
    (record, links, asked) = (question.record, found, nil)
    return true
  }
}

/// The question which records of a workspace name a record.
package struct ReferrerQuestion: Hashable, Sendable {
  package let record: RecordID
  /// Which version of the data is meant.
  let version: Int
  private let workspace: Workspace

  init(_ record: RecordID, version: Int, in workspace: Workspace) {
    (self.record, self.version, self.workspace) = (record, version, workspace)
  }

  /// The records that name it: all records are looked through.
  package var found: [RecordID] { workspace.referrers(to: record) }

  /// Two questions are the same when they are about the same record in the same data.
  package static func == (left: ReferrerQuestion, right: ReferrerQuestion) -> Bool {
    left.record == right.record && left.version == right.version
  }

  /// Feeds the record into a hash.
  package func hash(into hasher: inout Hasher) { hasher.combine(record) }
}

extension Dashboard {
  /// Asks who names the record that is looked at, where that is not known and not asked yet.
  mutating func asked() -> [DashboardEffect] {
    guard let record = content.awaitsReferrers, context.referrers.ask(about: record) else {
      return []
    }
    return [
      .findReferrers(
        ReferrerQuestion(record, version: context.referrers.version, in: context.workspace))
    ]
  }

  /// Looks up at once what is shown, for somebody who waits for it.
  package mutating func lookUpNow() {
    for case .findReferrers(let question) in asked() {
      _ = receive(.referrers(question.found, question))
    }
  }
}
