import ArgumentParser
import Reports
import Safeguarding

/// Lists indicators, or the values of one.
struct IndicatorsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "indicators",
    abstract: "List the indicators with their latest values, or every value of one.",
    discussion: """
      --form says how they are laid out:
        list                what is listed otherwise
        summary             a table for a paper: latest value, change, how it went
        tidy                a row for each value
        wide                a row for each indicator, a column for each period
        statistics          as statistics in England are published, in CSV
        statistics-columns  the second file of that form: what each column is
        picture             one indicator as a picture (SVG) that says the same in words
      """)

  enum Form: String, CaseIterable, ExpressibleByArgument {
    case list, summary, tidy, wide, statistics, picture
    case statisticsColumns = "statistics-columns"
  }

  @OptionGroup var options: DataOptions

  @Argument(help: "The id of an indicator; else all of them are listed.")
  var indicator: String?

  @Option(help: "Only values from this period on, such as 2023/24-Q3, 2023/24 or 2024-03.")
  var from: String?

  @Option(help: "Only values up to the end of this period.")
  var to: String?

  @Option(help: "How they are laid out.")
  var form = Form.list

  @OptionGroup var output: ListingOptions

  func validate() throws {
    if form == .picture, indicator == nil {
      throw ValidationError("A picture is of one indicator: masa indicators ID --form picture")
    }
    if indicator != nil, form != .picture, form != .list {
      throw ValidationError(
        "--form \(form.rawValue) is for all indicators. Leave the id out, or write --form picture.")
    }
  }

  func run() throws {
    let data = try options.open()
    try data.checkLeaving(of: indicator)
    let leaving = data.leaving
    if form != .list { return try printForm(leaving, on: data.day) }
    try output.print(of: leaving) { () throws(ReportError) in
      let bounds = try PeriodBounds(from: from, to: to)
      guard let indicator else {
        return IndicatorsListing(leaving, within: bounds, on: data.day).listing
      }
      return try IndicatorsListing(
        leaving, of: indicator, within: bounds, on: data.day
      ).listing
    }
  }

  private func printForm(_ leaving: Workspace, on day: CalendarDate) throws {
    do throws(ReportError) {
      let bounds = try PeriodBounds(from: from, to: to)
      switch form {
      case .list, .summary:
        output.print(FigureSummary(leaving, within: bounds, on: day).listing, of: leaving)
      case .tidy: output.print(FigureTables.tidy(leaving, within: bounds, on: day), of: leaving)
      case .wide: output.print(FigureTables.wide(leaving, within: bounds, on: day), of: leaving)
      case .statistics:
        let files = StatisticsFiles(leaving, within: bounds, on: day)
        for sentence in files.leftOut { Output.complain(sentence) }
        Output.write(files.data, as: .csv)
      case .statisticsColumns:
        Output.write(StatisticsFiles(leaving, within: bounds, on: day).metadata, as: .csv)
      case .picture:
        let picture = try FigureDrawing(leaving, of: indicator ?? "", within: bounds, on: day)
        Output.write(bytes: Array(picture.text.utf8))
      }
    } catch {
      throw CommandFailure(error.sentence)
    }
  }
}
