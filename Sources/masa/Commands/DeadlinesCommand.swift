import ArgumentParser
import DataStore
import Reports
import Safeguarding

/// Lists what is owed by a date.
struct DeadlinesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deadlines", abstract: "List what is owed by a date, soonest first.",
    discussion: """
      Where the address of a database names several areas (postgresql://HOST/DATABASE/AREA,AREA), or none, it lists what is \
      still owed in all of them.
      """)

  @OptionGroup var options: DataOptions

  @Flag(help: "Only what is overdue.")
  var overdue = false

  @Option(help: "Only what is due within so many calendar days from today, and what is overdue.")
  var within: Int?

  @Option(help: "Only what concerns the partnership with this id.")
  var partnership: String?

  @Option(help: "Only what the group with this id sees to.")
  var group: String?

  @Option(help: "Only what this owner owes: an id, or letters of the name.")
  var owner: String?

  @Option(help: "Only what the rule with this id asks for.")
  var rule: String?

  @Option(
    help: "How it is written: text, json, csv, csv-spreadsheet, markdown, or ics for a calendar.",
    transform: DeadlinesFormat.read)
  var format = DeadlinesFormat.listing(.text)

  func validate() throws {
    if let within, within < 0 {
      throw ValidationError("--within counts days from today. Write 0 or more.")
    }
  }

  func run() throws {
    var filter = DeadlinesListing.Filter()
    filter.isOverdue = overdue
    (filter.within, filter.partnership, filter.group) = (within, partnership, group)
    (filter.owner, filter.rule) = (owner, rule)
    if let region = try Region.chosen(by: options) {
      guard case .listing(let format) = format else {
        throw CommandFailure(
          "A calendar is made of one area at a time. Nothing was written. Name one of \(region.names) behind the database."
        )
      }
      Output.write(try region.listing().owed(filter), as: format)
      return
    }
    let data = try options.open()
    let found: DeadlinesListing
    do throws(ReportError) {
      found = try DeadlinesListing(data.workspace, on: data.day, filter: filter)
    } catch {
      throw CommandFailure(error.sentence)
    }
    switch format {
    case .listing(let format):
      Output.write(found.listing.handled(as: data.workspace), as: format)
    case .calendar:
      let calendar = DeadlinesCalendar(
        found.deadlines, of: data.workspace, on: data.day,
        version: Masa.configuration.version, stamp: CalendarStamp(data.day),
        history: try history())
      Output.write(calendar.file)
    }
  }
}

extension DeadlinesCommand {
  /// Everything that was saved in the data folder; what is left out is told.
  private func history() throws -> [JournalEntry] {
    let place = try DataPlace.chosen(by: options.data)
    do throws(FolderError) {
      let (entries, gaps) = try place.store.wholeHistory()
      for gap in gaps { Output.complain(gap) }
      return entries
    } catch {
      throw CommandFailure(error.description)
    }
  }
}

/// How deadlines are written: as a listing, or as a calendar file.
enum DeadlinesFormat {
  case listing(ListingFormat)
  case calendar

  static func read(_ name: String) throws -> DeadlinesFormat {
    if name == "ics" { return .calendar }
    if let format = ListingFormat(rawValue: name) { return .listing(format) }
    throw ValidationError("Write --format text, json, csv, csv-spreadsheet, markdown or ics.")
  }
}

/// How a listing is written, for every command that prints one.
struct ListingOptions: ParsableArguments {
  @Option(help: "text, json, csv, csv-spreadsheet or markdown.", transform: ListingOptions.format)
  var format = ListingFormat.text

  /// Prints a listing of a workspace, or fails with the sentence that says why it cannot be made.
  func print(of workspace: Workspace, _ listing: () throws(ReportError) -> Listing) throws {
    do throws(ReportError) {
      print(try listing(), of: workspace)
    } catch {
      throw CommandFailure(error.sentence)
    }
  }

  /// Prints a listing of a workspace.
  func print(_ listing: Listing, of workspace: Workspace) {
    Output.write(listing.handled(as: workspace), as: format)
  }

  private static func format(_ name: String) throws -> ListingFormat {
    if let format = ListingFormat(rawValue: name) { return format }
    throw ValidationError(
      (name == "ics" ? "Only masa deadlines writes calendar files (ics). " : "")
        + "Write --format text, json, csv, csv-spreadsheet or markdown.")
  }
}
