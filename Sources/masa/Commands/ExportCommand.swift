import ArgumentParser
import Glibc

/// Prints what was taken along from the dashboard.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Print the list that you took along last with E in the dashboard.",
    discussion: """
      It is printed in the form in which you took it along: masa export last > table.csv
      """)

  enum Choice: String, CaseIterable, ExpressibleByArgument { case last }

  @OptionGroup var options: DataOptions

  @Argument(help: "Which list: last.")
  var which: Choice

  func run() throws {
    let place = try DataPlace.chosen(by: options.data)
    guard let files = ExportFiles(dataFolder: place.path), let last = files.last
    else {
      throw CommandFailure(
        "You have taken no list along from this data folder yet. Press E on a list of the dashboard "
          + "and choose a file.")
    }
    Output.write(bytes: last)
  }
}
