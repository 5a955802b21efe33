import ArgumentParser
import Reports
import Safeguarding

/// Lists who has the rotating chairs.
struct RotationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rotation", abstract: "List who had, has and will have each rotating chair.")

  @OptionGroup var options: DataOptions

  @Option(help: "Only the chairs of the partnership with this id.")
  var partnership: String?

  @Option(help: "Lay the pattern out up to this day (YYYY-MM-DD); else 24 months ahead.")
  var until: CalendarDay?

  @OptionGroup var output: ListingOptions

  func run() throws {
    let data = try options.open()
    try output.print { () throws(ReportError) in
      try RotationListing(
        data.workspace, on: data.day, partnership: partnership, until: until?.date
      ).listing
    }
  }
}

/// A day on the command line.
struct CalendarDay: ExpressibleByArgument {
  let date: CalendarDate

  init?(argument: String) {
    guard let date = CalendarDate(iso: argument) else { return nil }
    self.date = date
  }
}
