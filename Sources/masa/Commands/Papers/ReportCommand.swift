import ArgumentParser

/// Writes a paper that leaves the house; each is one file and one line here.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract:
      "Write a paper: the yearly report, an agenda, minutes, a page for the executive or a council.",
    discussion: """
      A paper is a page of HTML, Markdown, or a document for Word and LibreOffice (docx). It carries the \
      handling label of the workspace on each page, names its sources, and says what is missing and who can \
      supply it.

      masa report annual --year 2023-24 --output report.docx
      """,
    subcommands: [
      AnnualReportCommand.self, AgendaReportCommand.self, MinutesReportCommand.self,
      ExecutiveReportCommand.self, ScrutinyReportCommand.self,
    ])
}
