package import Entry
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

/// A part of the dashboard: what it is called and what it shows of a workspace.
package protocol Pane: Sendable {
  /// The id, used in places and on the command line.
  static var id: String { get }
  /// The title in the tab bar.
  static var title: String { get }
  /// What the pane answers, in one sentence.
  static var help: String { get }
  /// The kind of record that it shows in full, by the record's id; nil where it shows none.
  static var shows: RecordKind? { get }
  /// How much of what the pane shows is late: it stands behind the tab.
  static func late(_ context: PaneContext) -> Int
  /// The ways into it that show all there is, for those who cannot go from one to the next.
  static func ways(_ context: PaneContext) -> [[String]]
  /// What the pane shows, given the way into it.
  static func content(_ context: PaneContext, path: [String]) -> PaneContent
}

extension Pane {
  package static var shows: RecordKind? { nil }
  package static func late(_ context: PaneContext) -> Int { 0 }
  package static func ways(_ context: PaneContext) -> [[String]] { [[]] }
}

/// The panes of the tab bar, in order; their place is their digit.
package let panes: [any Pane.Type] = [
  OverviewPane.self, ExecutivePane.self, GroupsPane.self, DatasetPane.self, ReviewsPane.self,
  DeadlinesPane.self,
]

/// The panes that are reached from others.
package let innerPanes: [any Pane.Type] = [
  MeetingPane.self, RecordsPane.self, RecordPane.self, FirstStepsPane.self, FaultsPane.self,
  HistoryPane.self, SincePane.self,
]

/// The pane with an id, or nil.
package func pane(_ id: String) -> (any Pane.Type)? {
  (panes + innerPanes).first { $0.id == id }
}

/// What a pane is given to show.
package struct PaneContext: Sendable {
  package let workspace: Workspace
  /// The day the dashboard stands on.
  package let day: CalendarDate
  package let scope: Scope
  package let glyphs: Glyphs
  /// Everything owed in the scope, soonest first.
  package let deadlines: [Deadline]
  package let names: Names
  /// The rules that the deadlines come from.
  package let book: RuleBook
  /// What typed text is understood by.
  package let entry: EntryContext
  /// What was changed, by whom and when, earliest first and one entry for each edit; empty until
  /// somebody asks for it.
  package var journal: [JournalEntry] = []
  /// When the person was here last, and what others did since; nil where that is not known.
  package var lastVisit: LastVisit?
  /// A sentence for each journal of which not all is in ``journal``.
  package var journalGaps: [String] = []
  /// The clock on the wall.
  package var clock = WallClock()
  /// Which records name another one, where that was looked up.
  var referrers = FoundReferrers()
  /// What the palette finds among all this.
  var finding = PaletteFinding()
  /// The records by what they belong to.
  let records: RecordIndex
  /// By when each group has to meet next, as its rule says.
  private let meetingsDue: [String: Deadline]
  /// Whom the owners of rules mean.
  var matching: OwnerMatching { lateMatching.now }
  private let lateMatching: Late<OwnerMatching>
  /// The same of what is published alone, where something illustrates.
  private let publishedAlone: [PaneContext]
  /// What could not be read.
  let errors: [Fault]
  private let faulty: Set<RecordID>

  package init(workspace: Workspace, day: CalendarDate, scope: Scope, glyphs: Glyphs) {
    self.init(workspace, day, scope, glyphs, published: workspace.published)
  }

  /// The same, given what is published of the workspace; nil where all is.
  private init(
    _ workspace: Workspace, _ day: CalendarDate, _ scope: Scope, _ glyphs: Glyphs,
    published: Workspace?
  ) {
    self.workspace = workspace
    self.day = day
    self.scope = scope
    self.glyphs = glyphs
    names = workspace.names
    entry = EntryContext(workspace, on: day)
    records = RecordIndex(workspace)
    errors = workspace.faults.filter { $0.severity == .error }
    book = workspace.ruleBook
    publishedAlone =
      published.map { [PaneContext($0, day, scope, glyphs, published: nil)] } ?? []
    var deadlines = workspace.owed(on: day, under: book).filter {
      scope.includes(anyOf: $0.partnerships)
    }
    if let published = publishedAlone.first {
      deadlines = deadlines.marked(against: published.deadlines)
    }
    self.deadlines = deadlines
    meetingsDue = deadlines.reduce(into: [:]) { due, deadline in
      guard deadline.asksToMeet, deadline.status.isOpen, deadline.due?.last != nil,
        let group = deadline.group
      else { return }
      due[group.id] = due[group.id] ?? deadline
    }
    lateMatching = Late { OwnerMatching(workspace, on: day) }
    faulty = Set(
      workspace.faults.compactMap { fault in
        guard let kind = fault.recordKind, let id = fault.recordID else { return nil }
        return RecordID(kind, id)
      })
  }

  /// By when a group has to meet next, as its rule says; nil where nothing does.
  func meetingDue(of group: PartnershipGroup) -> Deadline? { meetingsDue[group.id] }

  /// What the mark of illustrative records means, where there are any.
  package var illustrativeLegend: [Line] {
    publishedAlone.isEmpty ? [] : [Line("\(illustrativeMark) illustrative", .illustrative)]
  }

  /// What a pane shows, with marks on all that rests on records that illustrate.
  func content(of pane: any Pane.Type, path: [String]) -> PaneContent {
    let content = pane.content(self, path: path)
    guard let published else { return content }
    let isWhole = content.about.flatMap { workspace.record($0) }?.isIllustrative ?? false
    return content.marked(against: pane.content(published, path: path), isWhole: isWhole)
  }

  /// How much of what a pane shows is late, as it stands behind the tab; marked where some illustrates.
  func late(in pane: any Pane.Type) -> String {
    let count = pane.late(self)
    if count == 0 { return "" }
    let isMarked = published.map { pane.late($0) != count } ?? false
    return "!\(count)\(isMarked ? illustrativeMark : "")"
  }

  /// The same of what is published alone; nil where nothing illustrates.
  private var published: PaneContext? {
    guard var context = publishedAlone.first else { return nil }
    (context.journal, context.journalGaps) = (journal, journalGaps)
    (context.lastVisit, context.clock) = (lastVisit, clock)
    (context.referrers, context.finding) = (referrers, finding)
    return context
  }

  /// Whether something in a record could not be read.
  package func isFaulty(_ record: RecordID) -> Bool { faulty.contains(record) }

  /// Whether anything at all could not be read or is not open to the person.
  var missesSomething: Bool { !errors.isEmpty || !workspace.access.closed.isEmpty }

  /// What to say when files under a path could not be read: that something is missing, and where.
  package func trouble(under path: String) -> String {
    let files = errors.unreadFiles.filter { $0.file.hasPrefix(path) }
    guard let first = files.first else { return "" }
    let others = files.count > 1 ? " (and \(counted(files.count - 1, "more file")))" : ""
    return "Not all of this can be shown: \(first.place) cannot be read\(others). \(first.message)"
  }

  /// What to say when something under a path is not open to the person: that it is, and whom to ask.
  package func closed(under path: String) -> String {
    let closed = workspace.access.closed.filter {
      "\($0.path)/".hasPrefix(path) || path.hasPrefix("\($0.path)/")
    }
    guard let first = closed.first else { return "" }
    let others = closed.count - 1
    if others == 0 { return first.sentence }
    return first.sentence + " \(counted(others, "more place")) "
      + "\(others == 1 ? "is" : "are") closed to you."
  }

  /// That something is closed to the person and therefore counts nowhere; empty when all is open.
  package var closedNote: Line {
    workspace.access.closed.isEmpty ? .empty : .secondary("closed not counted")
  }

  /// Who has a chair, an office or a seat: the person, the agency else the printed title.
  func who(_ stretch: RotationStretch) -> [String] {
    stretch.who {
      $0.person.map { names(Person.kind, $0.id) }
    } body: { own in
      let agency = own.agency.map { workspace.agencies[$0]?.label ?? $0.id }
      return agency ?? (own.title.isEmpty ? nil : own.title)
    }
  }

  /// All who have a chair, office or seat: "Ann Ash and Ben Beech".
  func names(of holding: Holding) -> String {
    listed(holding.people.map { names(Person.kind, $0.id) })
  }

  /// The partnerships in scope, in order.
  package var partnerships: [Partnership] {
    workspace.orderedPartnerships.filter { scope.includes(Reference($0.id)) }
  }

  /// The live groups in scope.
  package var liveGroups: [PartnershipGroup] {
    workspace.groups(in: scope, on: day).filter { $0.isLive(on: day) }
  }
}
