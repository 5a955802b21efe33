import ArgumentParser
import DataStore
import Glibc
import Safeguarding
import TerminalUI

/// Looks at everything the dashboard depends on, and says what to do about what is amiss.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Look at the terminal, the locale, the clock, the data folder and the disk.")

  @OptionGroup var options: DataOptions

  @Flag(
    name: .customLong("mend"),
    help: "Mend whose the files are and who may do what with them, after asking once.")
  var isMending = false

  @Flag(name: .customLong("yes"), help: "With --mend: do not ask.")
  var isAgreed = false

  @OptionGroup var wished: FolderWish

  /// Whether something was found that has to be mended, and is no matter of this terminal alone.
  private var isAmiss = false

  private enum CodingKeys: CodingKey { case options, isMending, isAgreed, wished }

  func validate() throws {
    if !isMending, isAgreed || wished.folder != nil {
      throw ValidationError("--yes and --folder say how to mend: they go with --mend.")
    }
    if wished.isHalf {
      throw ValidationError(
        "--folder goes with --editors, --readers or --closed, and --closed not with --readers.")
    }
  }

  mutating func run() throws {
    terminal()
    glyphs()
    clock()
    themes()
    try folder()
    if isAmiss { throw ExitCode(1) }
  }

  /// Says what has to be so; where it is not, the command ends with 1.
  mutating func demand(_ isWell: Bool, _ what: String, _ advice: String = "") {
    if !isWell { isAmiss = true }
    say(isWell, what, advice)
  }

  /// Says what has to be so, in other words where it is not.
  mutating func demand(_ isWell: Bool, _ what: String, otherwise: String) {
    demand(isWell, isWell ? what : otherwise)
  }

  /// Says one fact in one line, whatever stands in the names of files.
  func say(_ isWell: Bool, _ what: String, _ advice: String = "") {
    let line =
      "\(isWell ? "ok  " : "look")  \(what)\(isWell || advice.isEmpty ? "" : "  \(advice)")"
    Output.write(Output.visible(line) + "\n")
  }

  private func terminal() {
    let isTerminal = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
    say(
      isTerminal, isTerminal ? "this is a terminal" : "input or output is not a terminal",
      "The dashboard prints plain lines here.")
    let term = environment("TERM") ?? ""
    say(
      !term.isEmpty && term != "dumb", "TERM is \(term.isEmpty ? "not set" : term)",
      "Set it to what your terminal calls itself, such as xterm-256color.")
    var size = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      say(
        size.ws_col >= 80 && size.ws_row >= 24, "the window has \(size.ws_col)x\(size.ws_row)",
        "80x24 shows everything; 120x40 is comfortable.")
    }
    say(
      Output.isUTF8, Output.isUTF8 ? "the locale is UTF-8" : "the locale is not UTF-8",
      "Lines and names are shown in plain letters. Set LANG=C.UTF-8 for the rest.")
    say(true, environment("NO_COLOR") == nil ? "colours are on" : "NO_COLOR is set: no colours")
  }

  private func glyphs() {
    Output.write("      Which of these lines look right? --glyphs NAME chooses, C changes them.\n")
    for tier in GlyphTier.allCases where Output.isUTF8 || tier == .ascii {
      let glyphs = Glyphs.of(tier)
      let levels = glyphs.levels.map(String.init).joined()
      let spark = Sparkline([1, 3, 2, 5, 4, 8, 7, 9]).text(width: 8, glyphs: glyphs)
      Output.write(
        "      \(tier.rawValue)\(String(repeating: " ", count: 9 - tier.rawValue.count))"
          + "\(glyphs.topLeft)\(glyphs.horizontal)\(glyphs.teeDown)\(glyphs.horizontal)"
          + "\(glyphs.topRight) \(glyphs.full)\(glyphs.medium)\(glyphs.light) \(levels)  \(spark)\n"
      )
    }
  }

  private func clock() {
    let today = Clock.today
    say(
      today.year >= 2024 && today.year < 2100, "today is \(today.long)",
      "The clock of this computer is wrong; deadlines are counted from it.")
    let chosen = LocalZone.chosen
    say(
      LocalZone.isLondons,
      chosen.map { "days and times are those of TZ=\($0)" }
        ?? "days and times are those of London, whatever zone this server keeps",
      "In London it is another hour for a part of the year. Unset TZ, or set TZ=Europe/London.")
  }

  private func themes() {
    let files = ThemeFiles()
    say(files.faults.isEmpty, "\(files.entries.count) themes", files.faults.first ?? "")
    let keys = KeysFile()
    if let first = keys.faults.first { say(false, "some of your own keys do not hold", first) }
  }

  private mutating func folder() throws {
    let place = try DataPlace.chosen(by: options.data)
    let workspace = try readFolder(place.folder)
    let errors = workspace.faults.tally.errors
    demand(
      errors == 0, "the data in \(place.name) has \(counted(errors, "error"))",
      "Run masa check for what is wrong and how to mend it.")
    if place.folder.grants != nil { return try database(place.store, workspace) }
    let canWrite = access(place.path, W_OK) == 0
    say(
      canWrite,
      canWrite ? "you may change the folder" : "you may read the folder but not change it",
      "Ask the administrator of this server if you should.")
    var disk = statvfs()
    if statvfs(place.path, &disk) == 0 {
      let free = UInt64(disk.f_bavail) * UInt64(disk.f_frsize) / 1_048_576
      demand(
        free >= 100, "\(free) MB are free on its disk", "Make room before anything is written.")
    }
    let found = try keeping(place.path, workspace)
    bankHolidays(workspace.bankHolidays)
    try mend(found, in: place.path)
  }

  /// Says what the server of a database says of itself.
  private mutating func database(_ store: any SessionStore, _ workspace: Workspace) throws {
    do throws(FolderError) {
      for fact in try store.facts() { demand(fact.isWell, fact.words, fact.advice) }
    } catch {
      throw CommandFailure(error.description)
    }
    bankHolidays(workspace.bankHolidays)
  }

  /// Looks a year ahead, as deadlines do: without a list they follow the general rules.
  private func bankHolidays(_ holidays: BankHolidays) {
    let (today, calendar) = (Clock.today, holidays.workingDays())
    let missing = calendar.firstYearNotListed(from: today, through: today.adding(months: 12))
    let last = holidays.days().last.map { " up to the end of \($0.date.year)" } ?? ""
    say(
      missing == nil,
      missing.map { "the list of bank holidays does not hold \($0)" }
        ?? "the list of bank holidays holds every year\(last)",
      "Deadlines of that year are provisional. Download https://www.gov.uk/bank-holidays.json, "
        + "then run: masa import bank-holidays FILE")
  }
}
