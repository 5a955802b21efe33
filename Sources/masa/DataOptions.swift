import ArgumentParser
import DataStore
import Entry
import Glibc
import Safeguarding

/// The options that every command takes.
struct DataOptions: ParsableArguments {
  @Option(
    help: "The data folder; else MASA_DATA, else a private copy of the sample.",
    completion: .directory)
  var data: String?

  @Option(help: "Stand on this day instead of today: 2024-03-31, 28 mar, fri.")
  var asOf: String?

  @Option(
    help: """
      The theme: dark, light, high-contrast, colour-blind, mono, or one of your own. Without it, dark \
      or light as your terminal is.
      """,
    completion: .list(["dark", "light", "high-contrast", "colour-blind", "mono"]))
  var theme: String?

  @Option(
    help: "The characters of lines and charts: ascii, cp437, blocks or braille.",
    completion: .list(["ascii", "cp437", "blocks", "braille"]))
  var glyphs: String?

  @Option(help: "Who you are, for the key m of the dashboard; else MASA_ME.")
  var me: String?

  @Option(help: "Leave the dashboard when nobody has typed for so many minutes.")
  var idleMinutes: Int?

  /// The limits that ``idleMinutes`` keeps to.
  private static let idleRange = 1...100_000

  func validate() throws {
    if let idleMinutes, !Self.idleRange.contains(idleMinutes) {
      throw ValidationError(
        "--idle-minutes \(idleMinutes) is not possible. Write 1 to \(Self.idleRange.upperBound).")
    }
  }

  /// Reads the data folder and decides which day it is; says which files cannot be read.
  func open() throws -> OpenedData {
    let place = try DataPlace.chosen(by: data)
    let folder = place.folder
    let data = OpenedData(
      try folderResult(folder.read).get(), place, try pinnedDay(in: folder), Clock.today)
    Output.complain(ofMissingIn: data.workspace)
    return data
  }

  /// Reads the bank holidays of the data folder and nothing else of it, and decides which day it is.
  func openBankHolidays() throws -> (holidays: BankHolidays, day: CalendarDate) {
    let folder = DataFolder(path: try DataPlace.chosen(by: data).path)
    let read = try folderResult { () throws(FolderError) in
      try folder.reading(only: "bank-holidays.json")
    }.get()
    if let sentence = Output.sentence(ofUnread: read) { Output.complain(sentence) }
    let day = try pinnedDay(in: folder) ?? folder.pinnedDay ?? Clock.today
    return (read.bankHolidays, day)
  }

  /// Begins to read the data folder, so that something else can be done meanwhile, with a reader
  /// that can follow it from then on.
  ///
  /// It looks as nobody left it where that is asked for. What is entered is saved in the store.
  func beginFollowing(
    isFresh: Bool
  ) throws -> (OpeningData, FolderReader, any SessionStore) {
    let place = try DataPlace.chosen(by: data)
    let folder = place.folder
    let reader = FolderReader(folder)
    return (
      OpeningData(
        place: place, asOf: try pinnedDay(in: folder), reading: reader.begin,
        ownWays: { OwnWays(dataFolder: folder.path, isFresh: isFresh) }), reader, place.store
    )
  }

  /// What is asked for, as it was typed.
  var words: [String?] { [data, asOf, theme, glyphs, me] }

  /// The day of `--as-of`, if one was given, as seen from the day of the calendar.
  func pinnedDay(in folder: DataFolder) throws -> CalendarDate? {
    try asOf.map { typed in
      if let day = CalendarDate(iso: typed) { return day }
      let holidays = folder.records(inFiles: ["bank-holidays.json"])
      return try EntryContext(holidays, on: Clock.today).day(typed, for: "--as-of")
    }
  }
}

extension DataOptions {
  /// Takes the common options.
  static func taken(from words: inout PlainWords) -> DataOptions {
    var options = DataOptions()
    options.data = words.one("--data")
    options.asOf = words.one("--as-of")
    options.theme = words.one("--theme")
    options.glyphs = words.one("--glyphs")
    options.me = words.one("--me")
    options.idleMinutes = words.one("--idle-minutes") { text in
      Int(text).flatMap { idleRange.contains($0) ? $0 : nil }
    }
    return options
  }
}

/// Reads a data folder, or fails with a sentence.
func readFolder(_ folder: DataFolder) throws -> Workspace {
  try folderResult(folder.read).get()
}

private func folderResult(
  _ read: () throws(FolderError) -> Workspace
) -> Result<Workspace, CommandFailure> {
  do throws(FolderError) {
    return .success(try read())
  } catch {
    return .failure(CommandFailure(error.description))
  }
}

/// A data folder that is being read.
struct OpeningData {
  private typealias Read = (result: Result<Workspace, CommandFailure>, ownWays: OwnWays)

  private let place: DataPlace
  private let asOf: CalendarDate?
  let today = Clock.today
  private let reading: @Sendable () -> Read
  private let task: StagedTask<Read, PublishedAccount?>

  /// Begins to read; once that is done, the same thread finds out what is published while others go on.
  init(
    place: DataPlace, asOf: CalendarDate?,
    reading: @escaping @Sendable () throws(FolderError) -> Workspace,
    ownWays: @escaping @Sendable () -> OwnWays
  ) {
    self.place = place
    self.asOf = asOf
    let read: @Sendable () -> Read = { (folderResult(reading), ownWays()) }
    self.reading = read
    task = StagedTask { [today] handOut in
      let read = read()
      handOut(read)
      guard case .success(let workspace) = read.result else { return nil }
      return PublishedAccount(of: workspace.shown, on: asOf ?? workspace.settings.asOf ?? today)
    }
  }

  /// Waits until all is read.
  func finish() throws -> OpenedData {
    let (result, ownWays) = task.first() ?? reading()
    return OpenedData(try result.get(), place, asOf, today, ownWays, published: task.last)
  }
}

/// A data folder that has been read.
struct OpenedData {
  let workspace: Workspace
  let today: CalendarDate
  /// The day of the command line or of the workspace, if one is pinned.
  let pinnedDay: CalendarDate?
  let isSample: Bool
  let ownWays: OwnWays
  /// Waits for the account of what is published alone, where a thread finds it out; nil when it was taken.
  private let task: () -> PublishedAccount??

  init(
    _ workspace: Workspace, _ place: DataPlace, _ asOf: CalendarDate?, _ today: CalendarDate,
    _ ownWays: OwnWays = OwnWays(), published task: @escaping () -> PublishedAccount?? = { nil }
  ) {
    self.workspace = workspace
    self.today = today
    pinnedDay = asOf ?? workspace.settings.asOf
    isSample = place.isSample
    self.ownWays = ownWays
    self.task = task
  }

  /// What of it may leave: without small numbers.
  var leaving: Workspace { workspace.withoutSmallNumbers }

  /// Fails where what was published before gives away a small number of an indicator.
  func checkLeaving(of indicator: String?) throws {
    if let indicator, let refusal = workspace.refusalToExport(of: indicator) {
      throw CommandFailure(refusal)
    }
    if indicator == nil, let refusal = workspace.refusalToExport() { Output.complain(refusal) }
  }

  /// The account of what is published alone; nil where nothing illustrates.
  func published() -> PublishedAccount? { task() ?? PublishedAccount(of: workspace.shown, on: day) }

  /// The day everything is computed for.
  var day: CalendarDate { pinnedDay ?? today }

  /// What typed text is understood by.
  var entry: EntryContext { EntryContext(workspace, on: day) }
}

/// The one place where the program asks what day it is.
enum Clock {
  /// The moment, in seconds since 1970.
  static var now: Int { time(nil) }

  /// How many seconds it is until the next day begins, at least one.
  static var secondsToMidnight: Int {
    let parts = local
    return max(1, 86_400 - (Int(parts.tm_hour) * 3600 + Int(parts.tm_min) * 60 + Int(parts.tm_sec)))
  }

  private static var local: tm {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    return parts
  }

  /// The day; the first or the last of the calendar where the clock is set to none of it.
  static var today: CalendarDate {
    let parts = local
    return CalendarDate(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
      ?? (now < 0 ? .first : .last)
  }
}

/// A variable of the environment, when it is set and not empty.
func environment(_ name: String) -> String? {
  guard let value = getenv(name), value.pointee != 0 else { return nil }
  return String(cString: value)
}
