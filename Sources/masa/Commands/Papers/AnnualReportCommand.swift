import ArgumentParser
import DataStore
import Papers
import Reports

/// Writes the yearly report of a partnership.
struct AnnualReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annual",
    abstract: "Write the yearly report of a partnership, as far as its records tell.",
    discussion: """
      It follows what the edition of the guidance in force asks for: each thing is filled in from the records, \
      or named as missing with who can supply it. What illustrates never counts, and small numbers are hidden.
      """)

  @OptionGroup var options: DataOptions
  @OptionGroup var paper: PaperOptions

  @Option(help: "The id of the partnership; without it the first one that exists.")
  var partnership: String?

  @Option(help: "The year: 2023-24; without it the last one that is over.")
  var year: String?

  @Option(help: "The guidance to follow, such as working-together-2023; else the one in force.")
  var edition: String?

  func run() throws {
    let data = try options.open()
    // Lists of contents that came with the program stand behind those of the data folder.
    let shipped = try Shipped.folder("SampleData/national").map {
      try readFolder(DataFolder(path: $0))
    }
    let written: WrittenPaper
    do throws(ReportError) {
      let account = try AnnualAccount(
        data.workspace, of: partnership, year: year, on: data.day)
      let list = try account.contents(edition, in: [data.workspace] + (shipped.map { [$0] } ?? []))
      written = account.report(
        by: list, label: paper.label(data.workspace), leftOut: data.workspace.illustrativeCount)
    } catch {
      throw CommandFailure(error.sentence)
    }
    try paper.write(written)
  }
}
