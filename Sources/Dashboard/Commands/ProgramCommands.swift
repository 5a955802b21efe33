import TerminalUI

extension Command {
  /// The program itself: help, looks, leaving.
  static let programCommands: [Command] = [
    Command(
      "palette", "Find anything: commands, records, people, days",
      keys: [.character(":"), .control("p")],
      section: "Program", hint: "commands", rank: 6,
      change: { $0.mode = .choosing(Chooser(.palette)) }),
    Command(
      "help", "Show what every key does", keys: [.character("?"), .function(1), .function(10)],
      section: "Program", hint: "help", change: { $0.mode = .choosing(Chooser(.help)) }),
    Command(
      "reload", "Read the data folder again", keys: [.control("r")], section: "Program",
      run: { dashboard in
        dashboard.notice = Telling.readingAgain
        return [.reload]
      }),
    Command(
      "theme", "Change to the next theme", keys: [.character("T")], section: "Program",
      reason: { $0.themes.count > 1 ? nil : "There is only one theme in this terminal." },
      change: { dashboard in
        dashboard.isThemeFollowing = false
        dashboard.themeIndex = (dashboard.themeIndex + 1) % dashboard.themes.count
        dashboard.browsing.chosen.theme = dashboard.theme.name
        dashboard.notice = "Theme: \(dashboard.theme.name)."
      }),
    Command(
      "glyphs", "Change the characters of lines and charts", keys: [.character("C")],
      section: "Program",
      change: { dashboard in
        let tiers = GlyphTier.allCases
        let now = tiers.firstIndex(of: dashboard.context.glyphs.tier) ?? 0
        let next = tiers[(now + 1) % tiers.count]
        dashboard.browsing.look(glyphs: .of(next))
        dashboard.browsing.chosen.glyphs = next
        dashboard.notice = "Characters: \(next.rawValue)."
      }),
    Command(
      "mouse", "Switch the mouse on or off", keys: [.function(12), .character("M")],
      section: "Program",
      run: { dashboard in
        dashboard.isMouseOn.toggle()
        dashboard.notice =
          dashboard.isMouseOn
          ? "The mouse selects and scrolls; hold Shift and drag to select text."
          : "The mouse is off: drag to select text."
        return [.terminal(.mouse(isOn: dashboard.isMouseOn))]
      }),
    Command(
      "redraw", "Draw the screen anew", keys: [.control("l")], section: "Program",
      run: { _ in [.terminal(.redraw)] }),
    Command(
      "suspend", "Stop for a while; fg goes on", keys: [.control("z")], section: "Program",
      run: { _ in [.terminal(.suspend)] }),
    Command(
      "quit", "Leave Masa", keys: [.character("q"), .control("c")], section: "Program",
      hint: "quit",
      run: { dashboard in
        dashboard.isFinished = true
        return [.quit]
      }),
  ]
}
