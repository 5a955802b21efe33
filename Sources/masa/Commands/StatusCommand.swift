import ArgumentParser
import Reports

/// Prints one screen of text: chairs, what is owed, what to look at.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Print one screen of text: chairs, what is owed, what to look at.")

  @OptionGroup var options: DataOptions

  func run() throws {
    let data = try options.open()
    Output.write(lines: StatusReport(data.leaving, on: data.day).lines)
  }
}
