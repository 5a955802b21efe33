import Safeguarding
import TerminalUI
import Testing

@testable import Dashboard

/// What holds for the screens of every pane, whatever the data and the window.
@Suite struct ScreenRuleTests {
  static let scenes = Fixture.allCases.flatMap { fixture in
    (Scene.all(on: fixture).filter { $0.keys.isEmpty && !$0.name.hasPrefix("kind-") })
      .map { (fixture, $0) }
  }
  static let heights = [20, 24, 40, 60]

  @Test(arguments: scenes) func holdsInEveryWindow(_ fixture: Fixture, _ scene: Scene) {
    var dashboard = scene.dashboard(on: fixture)
    // Sections are laid out as their panes are, and other data as the sample.
    let isSection = Scene.sections.contains { $0.name == scene.name }
    let widths =
      isSection
      ? [60, 80, 120, 200]
      : Array(stride(from: 60, through: 220, by: fixture == .sample ? 8 : 20))
    for height in ScreenRuleTests.heights {
      for width in widths {
        ScreenRules(&dashboard, Size(width, height), "\(fixture), \(scene.name)").check()
      }
    }
  }

  @Test(arguments: Scene.kinds) func holdsForEveryKind(_ scene: Scene) {
    var dashboard = scene.dashboard(on: .sample)
    for size in [Size(60, 20), Size(80, 24), Size(120, 40), Size(200, 60)] {
      ScreenRules(&dashboard, size, scene.name).check()
    }
  }

  /// Wide, combining and right-to-left letters, words without an end, and hundreds of rows of them.
  @Test(arguments: [OverviewPane.id, DeadlinesPane.id, GroupsPane.id, ReviewsPane.id])
  func holdsForHostileTexts(_ pane: String) {
    var dashboard = Fixture.sample.dashboard(at: Place(pane))
    _ = dashboard.receive(DashboardMessage.loaded(HostileFolder.workspace))
    for height in ScreenRuleTests.heights {
      for width in stride(from: 60, through: 220, by: 20) {
        ScreenRules(&dashboard, Size(width, height), "hostile, \(pane)").check()
      }
    }
  }

  /// Rows that all take two lines, seen at every offset.
  @Test(arguments: [20, 23, 24, 25, 40, 41]) func holdsForRowsOfTwoLines(_ height: Int) {
    var dashboard = Fixture.sample.dashboard(at: Place(OverviewPane.id))
    var workspace = Fixture.sample.workspace
    var actions = RecordTable<ActionItem>()
    for var action in workspace.actions.all {
      action.title =
        "Say of each of the reviews what came of it and who is to follow it up, \(action.id)"
      actions.append(action)
    }
    workspace.actions = actions
    _ = dashboard.receive(DashboardMessage.loaded(workspace))
    for key in [Key.home, .pageDown, .end, .up, .pageUp] {
      _ = dashboard.draw(in: Size(100, height))
      _ = dashboard.receive(.key(key))
      ScreenRules(&dashboard, Size(100, height), "two lines after \(key)").check()
    }
  }

  /// A list of 100,000 rows keeps the rules, and costs no more to draw than a short one.
  @Test(arguments: ManyRows.places) func holdsForManyRows(_ place: Place) {
    var dashboard = ManyRows.dashboard(at: place)
    for height in [20, 40] {
      for width in stride(from: 60, through: 220, by: 16) {
        ScreenRules(&dashboard, Size(width, height), "100,000 rows, \(place)").check()
      }
    }
    let before = ScreenRules(&dashboard, Size(120, 40), "").columnWidths
    for key in [Key.end, .pageUp, .home] {
      _ = dashboard.receive(.key(key))
      let rules = ScreenRules(&dashboard, Size(120, 40), "100,000 rows after \(key), \(place)")
      rules.check()
      #expect(rules.columnWidths == before)
    }
  }

  /// What the screen draws is said in words to those who hear it.
  @Test(arguments: scenes) func plainLinesHaveNoPictures(_ fixture: Fixture, _ scene: Scene) {
    let dashboard = scene.dashboard(on: fixture)
    let pictures: Set<Character> = ["■", "□", "▄", "│", "█", "░", "▒"]
    for line in dashboard.plainLines {
      #expect(!line.contains(where: pictures.contains), "\(fixture), \(scene.name): \(line)")
    }
  }

  /// Nothing is lost as the window grows: no panel and no column that matters, and of the main panel no
  /// column at all.
  @Test(arguments: scenes) func nothingIsLostAsTheWindowGrows(_ fixture: Fixture, _ scene: Scene) {
    var dashboard = scene.dashboard(on: fixture)
    var (panels, columns): (Set<PanelID>, Set<Int>) = ([], [])
    for width in 60...220 {
      _ = dashboard.draw(in: Size(width, 40))
      let browsing = dashboard.browsing
      let shown = zip(browsing.content.panels, browsing.placed)
      let now = Set(shown.filter { !$1.isEmpty && !$0.isExtra }.map(\.0.id))
      #expect(now.isSuperset(of: panels), "\(fixture), \(scene.name): panels at \(width)")
      panels = now
      let main = browsing.content.main ?? browsing.content.panels.first?.id
      guard let (panel, area) = shown.first(where: { $0.0.id == main }),
        let (view, room) = browsing.view(of: panel, in: area)
      else { continue }
      let widths = view.table.widths(in: room.width - 2)
      let seen = Set(widths.indices.filter { widths[$0] > 0 })
      #expect(seen.isSuperset(of: columns), "\(fixture), \(scene.name): columns at \(width)")
      columns = seen
    }
  }

  /// Scrolling and moving change no width.
  @Test(arguments: scenes) func widthsHoldAtEveryOffset(_ fixture: Fixture, _ scene: Scene) {
    var dashboard = scene.dashboard(on: fixture)
    let size = Size(120, 24)
    _ = dashboard.draw(in: size)
    let before = ScreenRules(&dashboard, size, scene.name).columnWidths
    for key in [Key.end, .pageUp, .up, .home] {
      _ = dashboard.receive(.key(key))
      let now = ScreenRules(&dashboard, size, scene.name).columnWidths
      #expect(now == before, "\(fixture), \(scene.name) after \(key)")
    }
  }

  /// What is told by colour is told by a mark or a word too.
  @Test(arguments: scenes) func colourIsNeverAlone(_ fixture: Fixture, _ scene: Scene) {
    var dashboard = scene.dashboard(on: fixture)
    let canvas = dashboard.draw(in: Size(120, 40))
    let speaking: Set<Role> = [.overdue, .dueSoon, .fault, .good, .changed, .alarm]
    for y in 0..<canvas.size.height {
      let row = canvas.row(y)
      guard row.contains(where: { speaking.contains($0.role) && $0.scalar != 0x20 }) else {
        continue
      }
      let said = row.filter { speaking.contains($0.role) }.map(\.text).joined()
      #expect(
        said.contains {
          $0.isLetter || $0.isNumber || $0.isPunctuation || $0.isMathSymbol
            || $0 == "~" || $0 == "|"
        }, "\(fixture), \(scene.name): row \(y)")
    }
  }
}

/// The rules of one screen.
struct ScreenRules {
  let canvas: Canvas
  let browsing: Browsing
  let name: String

  init(_ dashboard: inout Dashboard, _ size: Size, _ name: String) {
    canvas = dashboard.draw(in: size)
    browsing = dashboard.browsing
    self.name = "\(name) at \(size.width)x\(size.height)"
  }

  /// The tables in sight with their rooms.
  private var tables: [(panel: Panel, view: TableView, room: Rect, area: Rect)] {
    zip(browsing.content.panels, browsing.panelAreas()).compactMap { panel, area in
      guard !area.isEmpty, let (view, room) = browsing.view(of: panel, in: area),
        !view.table.isEmpty
      else { return nil }
      return (panel, view, room, area)
    }
  }

  /// The widths of the columns of each table in sight.
  var columnWidths: [PanelID: [Int]] {
    Dictionary(
      uniqueKeysWithValues: tables.map {
        ($0.panel.id, $0.view.table.widths(in: $0.room.width - 2))
      })
  }

  func check() {
    if browsing.isTooSmall { return }
    checkAlarm()
    checkAreas()
    checkFoot()
    for table in tables {
      checkCuts(table.view, table.room, table.panel.title)
      // The last line of the panel with the keys may read the selected row.
      let hasReadingLine = table.view.isFocused && !browsing.isExplained(table.panel)
      checkBlankRows(
        table.view, table.room, table.panel.title, besides: hasReadingLine ? 1 : 0)
    }
  }

  /// One thing a screen asks for something now.
  private func checkAlarm() {
    var runs = 0
    for y in 0..<canvas.size.height {
      let roles = canvas.row(y).map { $0.role == .alarm }
      runs += zip([false] + roles, roles).count { !$0 && $1 }
    }
    #expect(runs <= 1, "\(name): \(runs) alarms")
  }

  /// Panels stand side by side, within the screen and over no other one.
  private func checkAreas() {
    let areas = browsing.panelAreas().filter { !$0.isEmpty }
    for (index, area) in areas.enumerated() {
      let inside =
        area.x >= 0 && area.maxX <= canvas.size.width && area.y >= browsing.contentArea.y
        && area.maxY <= browsing.contentArea.maxY
      #expect(inside, "\(name): a panel at \(area)")
      for other in areas[(index + 1)...] {
        let isApart =
          area.maxX <= other.x || other.maxX <= area.x || area.maxY <= other.y
          || other.maxY <= area.y
        #expect(isApart, "\(name): panels at \(area) and \(other)")
      }
    }
  }

  /// Nothing is hidden or cut off while rows are blank that nobody wants.
  private func checkFoot() {
    let areas = browsing.panelAreas()
    // What is hidden is named in the last row.
    let last = browsing.contentArea.maxY - (browsing.hiddenPanels.isEmpty ? 0 : 1)
    let foot = last - (areas.map(\.maxY).max() ?? 0)
    for (panel, area) in zip(browsing.content.panels, areas) where !area.isEmpty {
      let extent = browsing.textExtent(of: panel)
      #expect(
        extent.lines <= extent.capacity || foot <= 0,
        "\(name): \(panel.title) is cut over \(foot) blank rows")
    }
    if browsing.hiddenPanels.isEmpty { return }
    for table in tables {
      let used = table.view.places(in: table.room).reduce(0) { $0 + $1.height }
      let blank = TableView.capacity(of: table.room, showsHead: table.view.showsHead) - used
      let hidden = browsing.hiddenPanels.map(\.title).joined(separator: ", ")
      #expect(
        blank < 12, "\(name): \(table.panel.title) has \(blank) blank rows, hidden: \(hidden)")
    }
  }

  /// Nothing is cut while a list has eight cells that none of its rows uses, but what takes more than three
  /// lines.
  private func checkCuts(_ view: TableView, _ room: Rect, _ title: String) {
    func lines(of place: TableView.Place) -> [ArraySlice<String>] {
      (place.y..<min(place.y + place.height, canvas.size.height)).map { y in
        let cells = canvas.row(y).map(\.text)
        return cells[min(cells.count, room.x)..<min(cells.count, room.maxX)]
      }
    }
    let rows = view.places(in: room).filter { !view.table.isHeading(at: $0.position) }
    let blank =
      rows.flatMap(lines).map { $0.reversed().prefix { $0 == " " }.count }.min() ?? 0
    // The last row in sight may find room for its first line only.
    for place in rows where place.height < 3 && place.y + place.height < room.maxY {
      for row in lines(of: place) where row.contains(String(canvas.glyphs.ellipsis)) {
        #expect(blank <= 8, "\(name): \(title): \(row.joined())")
      }
    }
  }

  /// How many more lines the texts of a row would take, at most eight for each row.
  private func cutLines(of place: TableView.Place, _ view: TableView, _ room: Rect) -> Int {
    let row = view.table[place.position]
    if row.isHeading { return 0 }
    let widths = view.table.widths(in: room.width - 2)
    let lines =
      zip(row.cells, widths).filter { $1 > 0 }
      .map { $0.onOneLine.wrapped(width: $1).count }.max() ?? 1
    return max(0, min(8, lines) - max(1, place.height - row.further.count))
  }

  /// Blank rows stand at the foot of a list only: a head says something too.
  private func checkBlankRows(
    _ view: TableView, _ room: Rect, _ title: String, besides reading: Int
  ) {
    if view.showsHead, room.height > 0 {
      let head = canvas.row(room.y).dropFirst(room.x).prefix(room.width)
      #expect(head.contains { $0.scalar != 0x20 }, "\(name): \(title) has a blank head")
    }
    let places = view.places(in: room)
    guard let last = places.last else { return }
    let capacity = TableView.capacity(of: room, showsHead: view.showsHead)
    let used = places.reduce(0) { $0 + $1.height }
    // A further row either finds no room or is not there.
    let isFull = used >= capacity
    let blank = capacity - used - reading
    if !isFull, view.offset == 0, places.allSatisfy({ $0.x == places[0].x }) {
      let missing = places.reduce(0) { $0 + cutLines(of: $1, view, room) }
      #expect(
        missing == 0 || blank <= 0 || missing > blank && reading > 0,
        "\(name): \(title) is cut beside blank rows")
    }
    #expect(isFull || last.position == view.table.count - 1, "\(name): \(title)")
    if isFull || view.offset == 0 { return }
    // Blank lines at the end are fewer than the row above would take.
    var up = view
    up.offset -= 1
    let above = up.places(in: room)
    #expect(above.last != last && above.first?.height != 1, "\(name): \(title) is past its end")
  }
}

/// The sample with texts that are hard to draw.
enum HostileFolder {
  private static let texts = [
    "児童保護計画の四半期ごとの見直しと各機関への報告書の提出期限について確認する",
    "e\u{301}\u{302}\u{303} combining marks on every le\u{301}tte\u{301}r of the wo\u{301}rd",
    "\u{5d1}\u{5d3}\u{5d9}\u{5e7}\u{5d4} right to left \u{627}\u{644}\u{645}\u{631}\u{627}\u{62c}\u{639}\u{629}",
    String(repeating: "Donaudampfschifffahrtsgesellschaft", count: 8),
    "a", "👩‍👩‍👧 family and \u{1f3f3}\u{fe0f}\u{200d}\u{1f308} flags",
    String(repeating: "very long text of many short words ", count: 12),
    "tab\tnew\u{85}line \u{202e}turned\u{202c} \u{7}bell",
  ]

  static let workspace: Workspace = {
    var workspace = Fixture.sample.workspace
    var actions = RecordTable<ActionItem>()
    for (index, action) in workspace.actions.all.enumerated() {
      var action = action
      action.title = texts[index % texts.count]
      if index.isMultiple(of: 3) {
        var owner = Owner()
        owner.name = texts[(index + 3) % texts.count]
        action.owners = [owner]
      }
      actions.append(action)
    }
    workspace.actions = actions
    return workspace
  }()
}
