import ArgumentParser
import Reports

/// What can be done with the agenda of a meeting.
///
/// Without a word of what to do it is printed.
struct AgendaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agenda",
    abstract: "Print the agenda of a meeting, begin one, or add to it.",
    subcommands: [
      AgendaShowCommand.self, AgendaAddCommand.self, AgendaPaperCommand.self,
      AgendaRollCommand.self, AgendaStartCommand.self,
    ], defaultSubcommand: AgendaShowCommand.self)

  @OptionGroup var options: DataOptions
}

/// Prints the agenda of a meeting.
struct AgendaShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print the agenda of a meeting with its papers, and the group's open actions.")

  @OptionGroup var options: DataOptions

  @Argument(help: "The id of the group.")
  var group: String

  @Option(
    help: "The day of the meeting, next or last; else the next one, or the last.")
  var meeting: String?

  @Option(help: "What of it: agenda, pack (each item with its papers), or actions.")
  var part = AgendaReport.Part.agenda

  @Option(help: "How it is written.")
  var format = AgendaReport.Format.text

  func run() throws {
    let data = try options.open()
    let choice = try meeting.map { try MeetingChoice($0, data.entry) } ?? .nextElseLast
    do throws(ReportError) {
      let report = try AgendaReport(
        data.workspace, group: group, on: data.day, meeting: choice)
      let text = report.written(as: format, part)
      switch format {
      case .text: Output.write(text)
      case .markdown, .html: Output.write(markdown: text)
      case .json: Output.write(json: text)
      }
    } catch {
      throw CommandFailure(error.sentence)
    }
  }
}

extension AgendaReport.Format: ExpressibleByArgument {}
extension AgendaReport.Part: ExpressibleByArgument {}
