import ArgumentParser
import Reports

/// Lists what is owed by a date.
struct DeadlinesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deadlines", abstract: "List what is owed by a date, soonest first.")

  @OptionGroup var options: DataOptions

  @Flag(help: "Only what is overdue.")
  var overdue = false

  @Option(help: "Only what is owed within so many calendar days, and what is overdue.")
  var within: Int?

  @Option(help: "Only what concerns the partnership with this id.")
  var partnership: String?

  @Option(help: "Only what the group with this id sees to.")
  var group: String?

  @OptionGroup var output: ListingOptions

  func validate() throws {
    if let within, within < 0 {
      throw ValidationError("--within counts days from today. Write 0 or more.")
    }
  }

  func run() throws {
    let data = try options.open()
    var filter = DeadlinesListing.Filter()
    filter.isOverdue = overdue
    (filter.within, filter.partnership, filter.group) = (within, partnership, group)
    try output.print { () throws(ReportError) in
      try DeadlinesListing(data.workspace, on: data.day, filter: filter).listing
    }
  }
}

/// How a listing is written, for every command that prints one.
struct ListingOptions: ParsableArguments {
  @Option(help: "text, json or csv.", transform: ListingOptions.format)
  var format = ListingFormat.text

  /// Prints a listing, or fails with the sentence that says why it cannot be made.
  func print(_ listing: () throws(ReportError) -> Listing) throws {
    do throws(ReportError) {
      let text = try listing().written(as: format)
      Output.write(format == .json && !Output.isUTF8 ? SafeOutput.escapedJSON(text) : text)
    } catch {
      throw CommandFailure(error.sentence)
    }
  }

  private static func format(_ name: String) throws -> ListingFormat {
    if let format = ListingFormat(rawValue: name) { return format }
    throw ValidationError(
      (name == "ics" ? "Calendar files (ics) belong to a later version. " : "")
        + "Write --format text, json or csv.")
  }
}
