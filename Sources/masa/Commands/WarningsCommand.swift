import ArgumentParser
import Reports

/// Lists the early warnings of indicators.
struct WarningsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "warnings",
    abstract: "List the early warnings of indicators that have tripped, and who asked about them.")

  @OptionGroup var options: DataOptions

  @Flag(help: "Only those that nobody asked about.")
  var open = false

  @OptionGroup var output: ListingOptions

  func run() throws {
    let data = try options.open()
    try output.print(of: data.workspace) { () throws(ReportError) in
      WarningsListing(data.leaving, on: data.day, isOpenOnly: open).listing
    }
  }
}
