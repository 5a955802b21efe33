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
    if let pane = Place.panesByKind[record.kind] {
      self.init(pane, [record.id])
    } else {
      self.init(RecordPane.id, [record.kind.name, record.id])
    }
  }

  /// Whether records of a kind have a pane that shows them in full.
  static func hasPage(_ kind: RecordKind) -> Bool { panesByKind[kind] != nil }

  /// The panes that show records of a kind in full.
  private static let panesByKind: [RecordKind: String] = Dictionary(
    (panes + innerPanes).compactMap { pane in pane.shows.map { ($0, pane.id) } },
    uniquingKeysWith: { first, _ in first })
}
