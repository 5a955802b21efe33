import ArgumentParser
import Glibc
import Entry
import Reports
import Safeguarding

/// Lists what was changed, by whom and when.
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "List what was changed, by whom and when; latest last.")

  @OptionGroup var options: DataOptions

  @Argument(
    help: "The id of a record, of a group or of one change; without it all changes are listed.")
  var id: String?

  @Option(help: "Only what the account with this name or number changed.")
  var by: String?

  @Option(parsing: .unconditional, help: "Only what was changed on this day or later.")
  var since: String?

  @OptionGroup var output: ListingOptions

  func run() throws {
    let edited = try EditedFolder(options)
    var filter = HistoryListing.Filter()
    (filter.id, filter.user) = (id, by)
    filter.since = try since.map {
      LocalTime.start(of: try edited.day($0, for: "--since", leaning: .back))
    }
    let workspace = try edited.read().withoutSmallNumbers
    Output.complain(ofClosed: workspace.access)
    let names = output.format == .text ? workspace.names : Names.none
    let history = HistoryListing(
      try edited.history().withoutSmallNumbers(in: workspace), names: names, filter: filter)
    if output.format == .text {
      Output.write(lines: history.lines(names, time: LocalTime.words))
    } else {
      output.print(history.listing, of: workspace)
    }
  }
}

/// Seconds as the clock on the wall shows them.
enum LocalTime {
  /// `31 Mar 2024 10:41`.
  static func words(_ seconds: Int) -> String {
    var moment = time_t(seconds)
    var parts = tm()
    localtime_r(&moment, &parts)
    let day = CalendarDate(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
    let (hour, minute) = (Int(parts.tm_hour), Int(parts.tm_min))
    return "\(day?.short ?? "") \(two(hour)):\(two(minute))"
  }

  /// The second in which a day begins.
  static func start(of day: CalendarDate) -> Int {
    var parts = tm()
    let (year, month, dayOfMonth) = day.components
    parts.tm_year = Int32(clamping: year - 1900)
    parts.tm_mon = Int32(clamping: month - 1)
    parts.tm_mday = Int32(clamping: dayOfMonth)
    parts.tm_isdst = -1
    return mktime(&parts)
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
