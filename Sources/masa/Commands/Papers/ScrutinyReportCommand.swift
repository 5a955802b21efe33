import ArgumentParser
import Papers
import Reports

/// Writes a paper for a council's committee on the year of a partnership.
struct ScrutinyReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scrutiny",
    abstract: "Write a paper for a council's committee on a partnership's year.")

  @OptionGroup var options: DataOptions
  @OptionGroup var paper: PaperOptions

  @Option(help: "The id of the partnership; without it the first one that exists.")
  var partnership: String?

  @Option(help: "The year: 2023-24; without it the last one that is over.")
  var year: String?

  func run() throws {
    let data = try options.open()
    let written: WrittenPaper
    do throws(ReportError) {
      written = try AnnualAccount(data.workspace, of: partnership, year: year, on: data.day)
        .scrutinyPaper(label: paper.label(data.workspace))
    } catch {
      throw CommandFailure(error.sentence)
    }
    try paper.write(written)
  }
}
