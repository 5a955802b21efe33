import ArgumentParser
import Reports

/// Lists indicators, or the values of one.
struct IndicatorsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "indicators",
    abstract: "List the indicators with their latest values, or every value of one.")

  @OptionGroup var options: DataOptions

  @Argument(help: "The id of an indicator; else all of them are listed.")
  var indicator: String?

  @Option(help: "Only values from this period on, such as 2023/24-Q3, 2023/24 or 2024-03.")
  var from: String?

  @Option(help: "Only values up to the end of this period.")
  var to: String?

  @OptionGroup var output: ListingOptions

  func run() throws {
    let data = try options.open()
    try data.checkLeaving(of: indicator)
    let leaving = data.leaving
    try output.print { () throws(ReportError) in
      let bounds = try PeriodBounds(from: from, to: to)
      guard let indicator else {
        return IndicatorsListing(leaving, within: bounds, on: data.day).listing
      }
      return try IndicatorsListing(
        leaving, of: indicator, within: bounds, on: data.day
      ).listing
    }
  }
}
