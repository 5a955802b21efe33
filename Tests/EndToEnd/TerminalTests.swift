import Glibc
import Testing

/// The real program in a real terminal, as a person at the keys meets it.
@Suite(.enabled(if: Tmux.isInstalled, Tmux.whyNot))
struct TerminalTests {
  @Test func theDigitsOpenThePanes() async throws {
    let terminal = try Tmux()
    try await terminal.startMasa()
    let screen = try terminal.screen()
    #expect(screen.contains { $0.contains("Next meetings") })
    #expect(screen.contains { $0.contains("q quit") })
    #expect(try terminal.fact("alternate_on") == "1")
    for (digit, pane) in [
      ("2", "Executive"), ("3", "Groups"), ("4", "Dataset"), ("5", "Reviews"), ("6", "Deadlines"),
      ("1", "Overview"),
    ] {
      try terminal.type(digit)
      try await terminal.wait(pane) { $0[0].contains("► \(pane)") }
    }
  }

  @Test func enterOpensWhatDownSelectsAndEscapeGoesBack() async throws {
    let terminal = try Tmux()
    try await terminal.startMasa()
    try await terminal.waitFor("1 of 145")
    try terminal.press("Down", "Down")
    try await terminal.waitFor("3 of 145")
    try terminal.press("Enter")
    try await terminal.wait("a record") { !$0.contains { $0.contains("3 of 145") } }
    try terminal.press("Escape")
    try await terminal.waitFor("3 of 145")
  }

  /// The shell chooses the zone when the program starts, so that the day ends a minute later however long the test
  /// waited for its turn.
  ///
  /// On a busy computer the screen may be looked at only after that: what it says then, the new day and that it is new,
  /// is the same.
  @Test func theDayFollowsOverMidnight() async throws {
    let terminal = try Tmux()
    let moments = "n=$(date +%s); a=$(( (172740 - n % 86400) % 86400 ));"
    let zone = "TZ=XXX-$((a / 3600)):$((a / 60 % 60)):$((a % 60))"
    let before = time(nil)
    try await terminal.startMasa(with: "\(moments) \(zone)") { file, text in
      file == "workspace.json" ? text.replacing(#""asOf": "2024-03-31","#, with: "") : text
    }
    #expect(try !terminal.screen()[0].contains("pinned"))
    let heads = [before, time(nil)].map { head(ofDayBegunAfter: $0) }
    let told = "what is due and what is late is counted from this day"
    let end = ContinuousClock.now + .seconds(110)
    func isTold(_ screen: [String]) -> Bool {
      heads.contains { screen[0].contains($0) } && screen.contains { $0.contains(told) }
    }
    var screen = try terminal.screen()
    while !isTold(screen), ContinuousClock.now < end {
      try await Task.sleep(for: .milliseconds(200))
      screen = try terminal.screen()
    }
    #expect(isTold(screen), "\(screen[0])")
  }

  /// How the head of the screen says the day that begins a minute after a moment in the zone of the test.
  private func head(ofDayBegunAfter moment: time_t) -> String {
    let ahead = (2 * 86_400 - 60 - moment % 86_400) % 86_400
    var (tomorrow, day) = (moment + ahead + 60, tm())
    gmtime_r(&tomorrow, &day)
    let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    return "as at \(weekdays[Int(day.tm_wday)]) \(day.tm_mday) "
  }

  @Test func aFilterNarrowsWhileItIsTyped() async throws {
    let terminal = try Tmux()
    try await terminal.startMasa()
    try terminal.type("6")
    try await terminal.wait("the deadlines") { $0[0].contains("► Deadlines") }
    let all = try terminal.screen()
    try terminal.type("/")
    try terminal.type("neglect")
    try await terminal.wait("only rows about neglect") {
      $0 != all && $0.contains { $0.contains("neglect") }
        && !$0.contains { $0.contains("Publish the first arrangements") }
    }
    try terminal.press("Escape")
    try await terminal.wait("every row") { $0 == all }
  }

  @Test func helpAndCommandsOpenOverThePane() async throws {
    let terminal = try Tmux()
    try await terminal.startMasa()
    try terminal.type("?")
    try await terminal.waitFor("Show only rows with these words")
    try terminal.press("Escape")
    try await terminal.wait("the overview") {
      !$0.contains { $0.contains("Show only rows with these words") }
    }
    try terminal.type(":")
    try terminal.type("go to reviews")
    try await terminal.waitFor("Go to Reviews")
    try terminal.press("Enter")
    try await terminal.wait("the reviews") { $0[0].contains("► Reviews") }
  }

  @Test func pChangesThePartnership() async throws {
    let terminal = try Tmux()
    try await terminal.startMasa()
    try await terminal.wait("the whole area") { $0[0].contains("Kent and Medway ►") }
    try terminal.type("p")
    try await terminal.wait("one partnership") { $0[0].contains("MSCP ►") }
  }

  @Test func theScreenFollowsTheWindow() async throws {
    let terminal = try Tmux()
    try await terminal.startMasa()
    let before = try terminal.screen()
    for (columns, rows) in [(80, 24), (40, 10)] {
      try terminal.resize(columns: columns, rows: rows)
      try await terminal.wait("the overview at \(columns)x\(rows)") {
        $0[0].contains("as at") && $0.contains { $0.contains("Yearly rep") }
          && $0.allSatisfy { $0.count <= columns } && $0.count <= rows + 1
      }
    }
    try terminal.resize(columns: 20, rows: 5)
    try await terminal.wait("a small screen") { $0.count <= 6 && $0.contains { !$0.isEmpty } }
    try terminal.resize(columns: 120, rows: 40)
    try await terminal.wait("the screen of the start") { $0 == before }
  }

  @Test func pastedKeysRunNoCommand() async throws {
    let terminal = try Tmux()
    try await terminal.startMasa()
    try terminal.paste("q\nq\n2")
    try terminal.type("3")
    try await terminal.wait("the groups") { $0[0].contains("► Groups") }
    #expect(try terminal.fact("alternate_on") == "1")
  }

  /// PuTTY sends ESC O and a letter for each key of its number pad.
  @Test(arguments: ["xterm-256color", "screen", "putty"])
  func theNumberPadTypesItsDigits(_ term: String) async throws {
    let terminal = try Tmux()
    try await terminal.startMasa(as: term)
    try terminal.type("\u{1b}Os")
    try await terminal.wait("the groups") { $0[0].contains("► Groups") }
    try terminal.type("/\u{1b}Or\u{1b}Op\u{1b}Oo\u{1b}Om\u{1b}Oj")
    try await terminal.wait("what was typed") { $0.contains { $0.contains("/20/-*") } }
    try terminal.type("\u{1b}OM")
    try terminal.press("Escape")
    try await terminal.wait("no filter") { !$0.contains { $0.contains("/20/-*") } }
  }

  /// Terminals report a click in one of two ways, which `TERM` tells.
  @Test(arguments: ["xterm-256color", "screen"])
  func aClickOnATabOpensItsPane(_ term: String) async throws {
    let terminal = try Tmux()
    try await terminal.startMasa(as: term)
    let tabs = try terminal.screen()[1]
    let tab = try #require(tabs.indices.first { tabs[$0...].hasPrefix("4 Dataset") })
    let column = tabs.distance(from: tabs.startIndex, to: tab) + 3
    if term == "screen" {
      let place = Character(Unicode.Scalar(UInt8(32 + column)))
      try terminal.type("\u{1b}[M \(place)\"\u{1b}[M#\(place)\"")
    } else {
      try terminal.type("\u{1b}[<0;\(column);2M\u{1b}[<0;\(column);2m")
    }
    try await terminal.wait("the dataset") { $0[0].contains("► Dataset") }
  }

  @Test func ctrlZStopsAndFgGoesOn() async throws {
    let terminal = try Tmux()
    try await terminal.startMasa()
    try terminal.press("C-z")
    try await terminal.waitForShell()
    try terminal.type("fg")
    try terminal.press("Enter")
    try await terminal.wait("the overview") { $0.contains { $0.contains("Needs attention") } }
    try terminal.type("2")
    try await terminal.wait("the executive") { $0[0].contains("► Executive") }
    try terminal.type("q")
    try await terminal.waitForShell()
  }

  @Test(arguments: ["q", "C-c"])
  func leavingGivesTheTerminalBack(_ key: String) async throws {
    let terminal = try Tmux()
    try await terminal.startMasa()
    try terminal.press(key)
    try await terminal.waitForShell()
    let modes = try ["mouse_any_flag", "keypad_flag"].map { try terminal.fact($0) }
    #expect(modes.allSatisfy { $0 == "0" })
  }

  @Test(
    arguments: [SIGTERM, SIGSEGV, SIGHUP, SIGUSR1, SIGPROF, SIGIO, SIGXCPU, SIGSYS, 40] as [Int32])
  func aSignalGivesTheTerminalBack(_ signal: Int32) async throws {
    let terminal = try Tmux()
    try await terminal.startMasa()
    try #require(kill(terminal.masaProcess(), signal) == 0)
    try await terminal.waitForShell()
  }

  /// The program sets alarms of its own; one that comes from elsewhere does not blind it.
  @Test func anAlarmOfSomebodyElseChangesNothing() async throws {
    let terminal = try Tmux()
    try await terminal.startMasa()
    try #require(kill(terminal.masaProcess(), SIGALRM) == 0)
    try terminal.type("6")
    try await terminal.wait("the deadlines") { $0[0].contains("► Deadlines") }
    try terminal.type("q")
    try await terminal.waitForShell()
  }

  @Test func aDumbTerminalGetsLinesAndTheShellBack() async throws {
    let terminal = try Tmux()
    try await terminal.wait("a shell") { $0.contains { $0.hasPrefix("ready$") } }
    try terminal.type("TERM=dumb '\(Masa.path)' --data '\(Masa.sample)'; echo status$?")
    try terminal.press("Enter")
    try await terminal.wait("the end of the lines") { $0.contains("status0") }
    #expect(try terminal.screen().contains { $0.contains("by the pattern, from") })
    try await terminal.waitForShell()
  }

  @Test(arguments: ["--theme mono", "--glyphs ascii", "--theme light --glyphs braille"])
  func everyLookOpens(_ options: String) async throws {
    let terminal = try Tmux(columns: 80, rows: 24)
    try await terminal.startMasa(options)
    try terminal.type("4")
    try await terminal.wait("the dataset") { $0[0].contains("Dataset") }
    if options.contains("ascii") {
      #expect(try terminal.screen().joined().unicodeScalars.allSatisfy(\.isASCII))
    }
  }
}
