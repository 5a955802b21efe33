import ArgumentParser
import Papers
import Reports

/// Writes the agenda of a meeting as a paper.
struct AgendaReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agenda", abstract: "Write the agenda of a meeting of a group.")

  @OptionGroup var options: DataOptions
  @OptionGroup var paper: PaperOptions

  @Argument(help: "The id of the group.")
  var group: String

  @Option(help: "The day of the meeting, next or last; else the next one, or the last.")
  var meeting: String?

  func run() throws {
    let data = try options.open()
    let choice = try meeting.map { try MeetingChoice($0, data.entry) } ?? .nextElseLast
    let written: WrittenPaper
    do throws(ReportError) {
      let report = try AgendaReport(data.leaving, group: group, on: data.day, meeting: choice)
      written = report.agendaPaper(label: paper.label(data.workspace), on: data.day)
    } catch {
      throw CommandFailure(error.sentence)
    }
    try paper.write(written)
  }
}
