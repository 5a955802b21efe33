package import Safeguarding

/// Where one is in the dashboard: a pane and the way into it.
package struct Place: Hashable, Sendable {
  /// The pane's id.
  package var pane: String
  /// The way in: the id of a group, a tab of it, and so on; empty at the pane's first screen.
  package var path: [String]

  package init(_ pane: String, _ path: [String] = []) {
    self.pane = pane
    self.path = path
  }

  /// The record shown in full.
  package init(record: RecordID) {
    switch record.kind {
    case PartnershipGroup.kind: self.init(GroupsPane.id, [record.id])
    case Meeting.kind: self.init(MeetingPane.id, [record.id])
    case Indicator.kind: self.init(DatasetPane.id, [record.id])
    case Review.kind: self.init(ReviewsPane.id, [record.id])
    default: self.init(RecordPane.id, [record.kind.name, record.id])
    }
  }
}
