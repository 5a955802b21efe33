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
    if output.format == .ics {
      throw ValidationError(
        "Calendar files (ics) come with a later version. Use --format text, json or csv.")
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
