import ArgumentParser
import Papers
import Reports

/// Writes one page for the executive of a partnership.
struct ExecutiveReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "executive",
    abstract:
      "Write one page for the executive: chairs, what is late and whose, what comes, what to decide."
  )

  @OptionGroup var options: DataOptions
  @OptionGroup var paper: PaperOptions

  @Option(help: "The id of the partnership; without it the first one that exists.")
  var partnership: String?

  func run() throws {
    let data = try options.open()
    let written: WrittenPaper
    do throws(ReportError) {
      let own = try data.workspace.partnership(named: partnership, on: data.day)
      written = ExecutivePaper(data.workspace, of: own, on: data.day)
        .paper(label: paper.label(data.workspace))
    } catch {
      throw CommandFailure(error.sentence)
    }
    try paper.write(written)
  }
}
