package import Safeguarding
package import TerminalUI

/// The whole state of the dashboard: what it shows, where one is, and what the keys do.
package struct Dashboard: Sendable {
  /// What is shown and where one is.
  package internal(set) var browsing: Browsing
  /// The day the clock says, for going back to it; it follows the clock.
  package internal(set) var today: CalendarDate
  /// What stands at the right end of the header besides the date: "sample".
  let banner: String
  /// The day of the workspace or of the command line, if one is pinned.
  package internal(set) var pinnedDay: CalendarDate?
  /// What each command's keys are.
  package let keymap: Keymap
  let themes: [ResolvedTheme]
  var themeIndex: Int
  /// Whether the theme goes by the terminal's background, as the person has chosen none.
  var isThemeFollowing: Bool
  package internal(set) var mode = Mode.browsing
  /// What the last line tells, until the next key.
  var telling = Telling()
  package internal(set) var isMouseOn = true
  package internal(set) var isFinished = false
  /// Whether somebody pressed a key: only then they were here.
  package internal(set) var isUsed = false
  /// The form that is being filled in; it stays while something is asked about it.
  package internal(set) var form: Form?
  /// The figures that are being filled in; they stay while something is asked about them.
  package internal(set) var grid: GridForm?
  /// What was typed into forms and not saved, by the id of the draft.
  package internal(set) var drafts: [String: Draft]
  /// The edits that are on their way to the disk.
  var saving: [Edit] = []
  /// What was typed into forms that were left while their edit was being saved.
  var leftWhileSaving: [Edit: Draft] = [:]
  /// How actions stood before they were ticked.
  var ticked = TickMemory()
  /// Who else is here.
  var presence = Presence()
  /// What is known of the journal, and what is asked about it.
  var journal = JournalKnowledge()
  /// Conflicts that wait until the person has finished what they are doing.
  var conflicts: [Resolution] = []
  /// What was added, or what an undo has changed: it is selected as soon as it is there.
  var awaited: Awaited?
  /// When each draft was typed, in words, by the id of the draft.
  var draftTimes: [String: String] = [:]

  /// - Parameters:
  ///   - workspace: All that is known.
  ///   - today: The day the clock says.
  ///   - pinnedDay: The day of the command line.
  ///   - glyphs: The characters of lines and charts.
  ///   - themes: The themes to choose from.
  ///   - theme: The name of the first one.
  ///   - isThemeFollowing: Whether the theme goes by the terminal's background.
  ///   - banner: What stands beside the date.
  ///   - identity: Whose deadlines are one's own.
  ///   - drafts: What was typed into forms and not saved.
  ///   - clock: The clock on the wall.
  ///   - keymap: What each command's keys are.
  ///   - asLeft: How it looked when the person left.
  ///   - start: Where one begins else.
  ///   - warning: What to say at first.
  ///   - size: The size of the screen, where it is known; else it is laid out anew when it is first drawn.
  ///   - published: Hands out the account of what is published alone, where somebody else finds it out.
  package init(
    workspace: Workspace, today: CalendarDate, pinnedDay: CalendarDate? = nil,
    glyphs: Glyphs = .of(.cp437), themes: [ResolvedTheme], theme: String = "",
    isThemeFollowing: Bool = false, banner: String = "", identity: String = "",
    drafts: [Draft] = [], clock: WallClock = WallClock(), keymap: Keymap = .standard,
    asLeft: AsLeft = AsLeft(), start: Place = Place(OverviewPane.id), warning: String = "",
    size: TerminalUI.Size? = nil, published: (() -> PublishedAccount?)? = nil
  ) {
    self.keymap = keymap
    self.today = today
    self.banner = banner
    self.drafts = Dictionary(drafts.map { ($0.id, $0) }) { _, last in last }
    self.pinnedDay = pinnedDay ?? workspace.settings.asOf
    self.themes = themes
    themeIndex = themes.firstIndex { $0.name == theme } ?? 0
    self.isThemeFollowing = isThemeFollowing
    let scope = Dashboard.firstScope(of: workspace, on: self.pinnedDay ?? today)
    var context = PaneContext(
      workspace: workspace, day: self.pinnedDay ?? today, scope: scope, glyphs: glyphs,
      published: published)
    (context.clock, context.me, context.keys) = (clock, identity, KeyNames(keymap.commands))
    var ways: [String: [Visit]] = [:]
    for pane in asLeft.ways.keys { ways[pane] = asLeft.way(into: pane, workspace) }
    let visits = asLeft.pane.flatMap { ways.removeValue(forKey: $0) } ?? [Visit(start)]
    if let root = visits.first?.place.pane { ways[root] = nil }
    browsing = Browsing(context, visits, left: ways, size: size)
    (browsing.chosen.theme, browsing.chosen.glyphs) = (asLeft.theme, asLeft.glyphs)
    if !warning.isEmpty { telling.tell(unasked: warning) }
    tellAsLeft()
  }

  package var theme: ResolvedTheme {
    themes.isEmpty ? ResolvedTheme(name: "plain") { _ in Style() } : themes[themeIndex]
  }

  /// Takes the theme for the background that the terminal has, unless the person has chosen one.
  mutating func followTerminal(isLight: Bool) {
    guard isThemeFollowing,
      let index = themes.firstIndex(where: { $0.name == Theme.standard(onLight: isLight) })
    else { return }
    themeIndex = index
  }

  /// With several partnerships all are shown first.
  private static func firstScope(of workspace: Workspace, on day: CalendarDate) -> Scope {
    let all = workspace.orderedPartnerships
    return all.count == 1 ? .one(Reference(all[0].id)) : .all
  }

}

extension Dashboard {
  /// What the panes are given to show.
  package internal(set) var context: PaneContext {
    _read { yield browsing.context }
    set { browsing.context = newValue }
  }

  /// Whose deadlines are one's own: the words by which owners are known; empty until said.
  var identity: String {
    get { context.me }
    set { context.me = newValue }
  }

  /// The way one came, the present place last.
  package var visits: [Visit] { browsing.visits }

  /// The place one is at.
  package internal(set) var visit: Visit {
    get { browsing.visit }
    set { browsing.visit = newValue }
  }

  /// What the present place shows.
  package var content: PaneContent { browsing.content }

  /// The records marked for doing one thing to all of them.
  package var marked: [RecordID] { browsing.marked }

  /// The panel that has the keys.
  package var focusedPanel: Panel? { browsing.focusedPanel }

  /// The selected row of the panel that has the keys.
  package var selectedRow: TableRow? { browsing.selectedRow }

  /// The room between the tab bar and the last line.
  var contentArea: Rect { browsing.contentArea }

  /// The size of the screen.
  var size: TerminalUI.Size { browsing.size }

  /// What is told until the next key; what is set is the answer to a key.
  package internal(set) var notice: String {
    get { context.keys.naming(telling.notice) }
    set { telling.answer = newValue }
  }
}
