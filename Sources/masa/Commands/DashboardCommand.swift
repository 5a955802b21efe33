import ArgumentParser
import Dashboard
import DataStore
import Glibc
import NcursesTerminal
import Reports
import Safeguarding
import TerminalUI

/// Opens the dashboard, or prints a pane as plain lines.
struct DashboardCommand: ParsableCommand, PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "dashboard", abstract: "Open the dashboard (the default).", shouldDisplay: false)

  @OptionGroup var options: DataOptions

  @Flag(help: "Print a pane as plain lines, for screen readers and pipes, and leave.")
  var plain = false

  @Flag(
    help: "Show it as nobody left it: without the theme, order, filters and pane of the last time.")
  var fresh = false

  @Argument(
    help:
      "The pane: \(panes.map { $0.id }.joined(separator: ", ")). A section stands behind a slash: assurance/disputes.",
    completion: .list(panes.map { $0.id }))
  var pane: String?

  func run() throws {
    let wanted = pane ?? OverviewPane.id
    let place = DashboardCommand.place(named: wanted)
    if !plain {
      if place == nil {
        throw ValidationError(
          "Masa does not know \"\(wanted)\". Run masa --help for what it does.")
      }
      try DashboardCommand.open(options, at: pane == nil ? nil : place, isFresh: fresh)
      return
    }
    guard let place else {
      let parts = wanted.split(separator: "/", maxSplits: 1).map(String.init)
      if parts.count == 2, let sections = DashboardCommand.sections(of: parts[0]), !sections.isEmpty
      {
        throw CommandFailure(
          "The pane \(parts[0]) has no section \"\(parts[1])\". Sections: "
            + "\(sections.joined(separator: ", ")).")
      }
      let near =
        nearest(to: wanted, among: panes.map { $0.id }).map { "Did you mean \($0)? " } ?? ""
      throw CommandFailure(
        "There is no pane \"\(wanted)\". \(near)Panes: "
          + "\(panes.map { $0.id }.joined(separator: ", ")).")
    }
    try DashboardCommand.printPlain(options, start: place)
  }

  /// The place that a word names: a pane, or one of its sections behind a slash; nil where there is none.
  private static func place(named word: String) -> Place? {
    let parts = word.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
      .map(String.init)
    guard let sections = sections(of: parts[0]) else { return nil }
    if parts.count == 1 { return Place(parts[0]) }
    return sections.contains(parts[1]) ? Place(parts[0], [parts[1]]) : nil
  }

  /// The sections of a pane by what they are called in a place; nil for no pane.
  private static func sections(of id: String) -> [String]? {
    panes.first { $0.id == id }.map { pane in
      (pane as? any SectionedPane.Type)?.sections.map { $0.id } ?? []
    }
  }

  mutating func take(_ words: inout PlainWords) -> Bool {
    plain = false
    fresh = false
    pane = nil
    options = .taken(from: &words)
    return true
  }

  /// Opens the dashboard where there is a terminal, and prints the pane where there is none.
  static func open(
    _ options: DataOptions, at place: Place? = nil, isFresh: Bool = false, isTour: Bool = false
  ) throws {
    let start = place ?? Place(OverviewPane.id)
    let hasScreen = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
    guard hasScreen, environment("TERM") != "dumb" else {
      try printPlain(options, start: start)
      return
    }
    if try openChosenAreas(of: options, at: place, isFresh: isFresh, isTour: isTour) { return }
    // The terminal is taken over while a second thread still reads the data.
    let (opening, reader, store) = try options.beginFollowing(isFresh: isFresh)
    var looks = try Looks(options)
    let outcome: Result<Void, any Error>
    do throws(TerminalError) {
      var terminal = try NcursesTerminal(
        TerminalOptions(
          colourDepth: looks.isColourful ? nil : .monochrome,
          idleLimit: options.idleMinutes.map { .seconds(60 * max(1, $0)) },
          asksBackground: looks.isThemeFollowing && looks.isColourful))
      let screen =
        isTour
        ? nil
        : FirstScreen(
          reader.seal(), dataFolder: reader.folder.path,
          wishes: options.words + [place?.pane, "\(isFresh) \(opening.today)"], size: terminal.size)
      let kept = screen?.kept(glyphs: .of(looks.glyphs), themes: looks.themes)
      if let kept { terminal.present(kept.canvas, theme: kept.theme) }
      outcome = Result {
        let data = try opening.finish()
        // By now most terminals have answered; the first screen waits for none.
        if let isLight = terminal.backgroundSoFar() {
          looks.theme = Theme.standard(onLight: isLight)
        }
        looks.remember(data.ownWays.asLeft)
        // Who named a pane wants that one, whole.
        let left = data.ownWays.asLeft
        let asLeft = place.map { left.beginning(at: $0.pane) } ?? left
        var dashboard = makeDashboard(data, looks, asLeft, start: start, size: terminal.size)
        if place == nil { dashboard.beginWithFirstSteps() }
        if isTour {
          Tour.begin(&dashboard)
        } else if data.ownWays.isFirstTime {
          Tour.welcome(&dashboard)
        }
        let keeping = begin(&dashboard, on: &terminal, after: kept, keptBy: screen)
        show(&dashboard, on: &terminal, reader: reader, store: store, keeping: keeping)
      }
      terminal.close()
    } catch {
      Output.complain(error.description)
      let dashboard = makeDashboard(try opening.finish(), looks, start: start)
      Output.write(lines: dashboard.plainLines)
      outcome = .success(())
    }
    try outcome.get()
  }

  /// Draws the first screen; answers what keeps it for the next start, where it is another than the one kept.
  private static func begin(
    _ dashboard: inout Dashboard, on terminal: inout NcursesTerminal, after kept: FirstScreen.Kept?,
    keptBy screen: FirstScreen?
  ) -> @Sendable () -> Void {
    // Where none is kept it is drawn as every other one.
    guard let screen else { return {} }
    let canvas = dashboard.draw(in: terminal.size)
    terminal.present(canvas, theme: dashboard.theme)
    let isSame =
      kept?.canvas.cells == canvas.cells && kept?.canvas.cursor == canvas.cursor
      && kept?.theme.name == dashboard.theme.name
    if isSame { return {} }
    return screen.keeping(canvas, theme: dashboard.theme)
  }

  private static func show(
    _ dashboard: inout Dashboard, on terminal: inout NcursesTerminal, reader: FolderReader,
    store: any SessionStore, keeping: @escaping @Sendable () -> Void
  ) {
    SavingProcess.prepare()
    let waker = terminal.waker
    let mailbox = Mailbox<DashboardMessage> { waker.wake() }
    let session = Session(
      reader: reader, store: store, mailbox: mailbox, isServed: ServedLine.isUsed)
    session.begin(keeping: keeping)
    // The day is asked before each key, so that no key is taken in on a day that is over.
    TerminalUI.run(
      &dashboard, on: &terminal, mailbox: mailbox, news: { .today(Clock.today) }
    ) { effect, terminal in
      if case .terminal(let request) = effect {
        terminal.perform(request)
      } else {
        session.perform(effect)
      }
    }
    session.end(isUsed: dashboard.isUsed, asLeft: dashboard.browsing.asLeft)
  }

  private static func printPlain(_ options: DataOptions, start: Place) throws {
    if let region = try Region.chosen(by: options) {
      Output.write(try region.listing().overview, as: .text)
      return
    }
    let data = try options.open()
    let looks = try Looks(options)
    var lines: [String] = []
    for place in makeDashboard(data, looks, start: start).placesOfPane {
      var dashboard = makeDashboard(data, looks, start: place)
      dashboard.lookUpNow()
      lines += (lines.isEmpty ? [] : [""]) + dashboard.plainLines
    }
    Output.write(lines: lines)
  }

  private static func makeDashboard(
    _ data: OpenedData, _ looks: Looks, _ asLeft: AsLeft = AsLeft(), start: Place,
    size: TerminalUI.Size? = nil
  ) -> Dashboard {
    let keys = data.ownWays.keys
    return Dashboard(
      workspace: data.workspace, today: data.today, pinnedDay: data.pinnedDay,
      glyphs: .of(looks.glyphs), themes: looks.themes, theme: looks.theme,
      isThemeFollowing: looks.isThemeFollowing, banner: data.isSample ? "sample" : "",
      identity: looks.identity, clock: .here, keymap: keys?.keymap ?? .standard, asLeft: asLeft,
      start: start, warning: keys?.warning ?? "", size: size, published: data.published)
  }
}

/// How the dashboard looks and to whom: theme, colours and characters, as the person and the locale ask.
struct Looks {
  let themes: [ResolvedTheme]
  var theme: String
  /// Whether the theme goes by the terminal's background, as the person has chosen none.
  private(set) var isThemeFollowing: Bool
  let isColourful: Bool
  private(set) var glyphs: GlyphTier
  /// Whether the person named the characters, or only those of ASCII can be shown.
  private let areGlyphsSettled: Bool
  /// Whose deadlines are one's own.
  let identity: String

  init(_ options: DataOptions) throws {
    identity = options.me ?? environment("MASA_ME") ?? ""
    let files = ThemeFiles()
    themes = files.all
    let wished = options.theme ?? environment("MASA_THEME")
    // A theme of the person's own computer is none of the server: it is no reason to show nothing.
    let isUnknown = !themes.contains { $0.name == wished }
    let chosen = ServedLine.isUsed && isUnknown ? nil : wished
    isThemeFollowing = chosen == nil
    let isLight = environment("COLORFGBG").flatMap(TerminalBackground.isLight(colourVariable:))
    theme = chosen ?? Theme.standard(onLight: isLight ?? false)
    if !themes.contains(where: { [theme] in $0.name == theme }) {
      throw CommandFailure(
        "There is no theme \"\(theme)\". Themes: "
          + "\(themes.map { $0.name }.joined(separator: ", ")).")
    }
    isColourful = environment("NO_COLOR") == nil && theme != "mono"
    let wanted = options.glyphs ?? environment("MASA_GLYPHS")
    if let wanted, GlyphTier(rawValue: wanted) == nil {
      throw CommandFailure(
        "There are no characters called \"\(wanted)\". Choose one of "
          + "\(GlyphTier.allCases.map(\.rawValue).joined(separator: ", ")).")
    }
    let tier = wanted.flatMap(GlyphTier.init(rawValue:)) ?? .cp437
    glyphs = Output.isUTF8 ? tier : .ascii
    areGlyphsSettled = wanted != nil || !Output.isUTF8
  }

  /// Takes what the person chose the last time, where they name nothing else now.
  mutating func remember(_ left: AsLeft) {
    if isThemeFollowing, let name = left.theme, themes.contains(where: { $0.name == name }) {
      (theme, isThemeFollowing) = (name, false)
    }
    if !areGlyphsSettled, let tier = left.glyphs { glyphs = tier }
  }
}
