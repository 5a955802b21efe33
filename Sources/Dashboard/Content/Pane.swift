package import Safeguarding
package import TerminalUI

/// One thing that a place answers before its lists are read, in two lines.
package struct LedeBlock: Hashable, Sendable {
  /// What: a number with its word, a name with its date.
  package var what: Line
  /// How it is meant.
  package var how: Line

  package init(_ what: Line, _ how: Line) {
    self.what = what
    self.how = how
  }

  /// The one number of a screen that asks for something now.
  static func alarm(_ what: String, _ how: String) -> LedeBlock {
    LedeBlock(Line(" \(what) ", .alarm), .secondary(how))
  }

  /// A fact that stands out.
  static func fact(_ what: String, _ how: String, _ role: Role = .heading) -> LedeBlock {
    LedeBlock(Line(what, role), .secondary(how))
  }

  package var width: Int { max(what.width, how.width) }
}

/// What a pane shows: the answer first, then its panels in the order in which they are read.
package struct PaneContent: Sendable {
  /// The way to this place, in words.
  package var trail: [String]
  /// The answer before the lists, the most important block first.
  package var lede: [LedeBlock] = []
  /// What has changed since the person was here, in one line; from the longest to the shortest way of
  /// saying it, and none where nothing has.
  var news: [Line] = []
  package var panels: [Panel]
  /// The parts of the pane, where it has several; the row below the tabs names them.
  package var sections: SectionRow?
  /// The panel that the place is there for; the first where it is not said.
  package var main: PanelID?
  /// What the place is about; nil where it is about many things.
  package var about: RecordID?
  /// What can be added anywhere in the place, the likeliest first; worked out when it is asked for.
  package var additions: [Addition] { listsAdditions() }
  private var listsAdditions: @Sendable () -> [Addition] = { [] }
  /// Whether what it tells is past: it is taken back, not edited.
  package var isPast = false
  /// Whether it only sums up: no key changes anything from here, what is opened does.
  package var isSummary = false
  /// The record for which it waits until it is known who names it; nil where it waits for nothing.
  package var awaitsReferrers: RecordID?
  /// Whether every row is something else, so that hints would change with each move.
  package var isMixed = false

  package init(
    trail: [String], about: RecordID? = nil, lede: [LedeBlock] = [], panels: [Panel],
    main: PanelID? = nil
  ) {
    self.trail = trail
    self.about = about
    self.lede = lede
    self.panels = panels
    self.main = main
  }

  /// A single panel.
  package init(trail: [String], about: RecordID? = nil, lede: [LedeBlock] = [], panel: Panel) {
    self.init(trail: trail, about: about, lede: lede, panels: [panel])
  }

  /// Says that there is nothing of the kind at this place.
  static func nothing(_ trail: [String], title: String, _ sentence: String) -> PaneContent {
    PaneContent(
      trail: trail, panel: Panel(.none, title: title, body: .text([]), emptyText: sentence))
  }

  /// The content with what can be added anywhere in it.
  func adding(_ additions: @autoclosure @escaping @Sendable () -> [Addition]) -> PaneContent {
    var content = self
    content.listsAdditions = additions
    return content
  }

  /// The panel with an id.
  package subscript(id: PanelID) -> Panel? { panels.first { $0.id == id } }
}

/// One way in which the list of a pane can be arranged.
package struct Arrangement: Sendable {
  /// What it is called.
  let title: String
  /// The way into the pane.
  let path: [String]

  init(_ title: String, path: [String]) { (self.title, self.path) = (title, path) }
}

/// A part of the dashboard: what it is called and what it shows of a workspace.
package protocol Pane: Sendable {
  /// The id, used in places and on the command line.
  static var id: String { get }
  /// The title in the tab bar.
  static var title: String { get }
  /// The title where the tabs have little room.
  static var shortTitle: String { get }
  /// What the pane answers, in one sentence.
  static var help: String { get }
  /// The kind of record that it shows in full, by the record's id; nil where it shows none.
  static var shows: RecordKind? { get }
  /// How much of what the pane shows is late: it stands behind the tab.
  static func late(_ context: PaneContext) -> Int
  /// The ways into it that show all there is, for those who cannot go from one to the next.
  static func ways(_ context: PaneContext) -> [[String]]
  /// The ways in which its list can be arranged; none where there is one.
  static func arrangements(_ context: PaneContext) -> [Arrangement]
  /// What the pane shows, given the way into it.
  static func content(_ context: PaneContext, path: [String]) -> PaneContent
}

extension Pane {
  package static var shortTitle: String { title }
  package static var shows: RecordKind? { nil }
  package static func late(_ context: PaneContext) -> Int { 0 }
  package static func arrangements(_ context: PaneContext) -> [Arrangement] { [] }
  package static func ways(_ context: PaneContext) -> [[String]] { [[]] }
}

/// The panes of the tab bar, in order; their place is their digit.
package let panes: [any Pane.Type] = [
  OverviewPane.self, ExecutivePane.self, GroupsPane.self, DatasetPane.self, ReviewsPane.self,
  DeadlinesPane.self,
  PlansPane.self, AssurancePane.self, PracticePane.self,
]

/// The panes that are reached from others.
package let innerPanes: [any Pane.Type] = [
  MeetingPane.self, PapersPane.self, RecordsPane.self, RecordPane.self, FirstStepsPane.self,
  FaultsPane.self,
  HistoryPane.self, SincePane.self,
]

/// The pane with an id, or nil.
package func pane(_ id: String) -> (any Pane.Type)? {
  (panes + innerPanes).first { $0.id == id }
}
