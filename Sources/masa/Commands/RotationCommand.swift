import ArgumentParser
import Entry
import Reports
import Safeguarding

/// Lists who has the chairs.
struct RotationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rotation", abstract: "List who had, has and will have each chair.")

  @OptionGroup var options: DataOptions

  @Option(help: "Only the chairs of the partnership with this id.")
  var partnership: String?

  @Option(help: "Lay the pattern out up to this day; else 24 months ahead.")
  var until: String?

  @OptionGroup var output: ListingOptions

  func run() throws {
    let data = try options.open()
    let last = try until.map { try data.entry.day($0, for: "--until", leaning: .ahead) }
    try output.print(of: data.workspace) { () throws(ReportError) in
      try RotationListing(
        data.workspace, on: data.day, partnership: partnership, until: last
      ).listing
    }
  }
}
