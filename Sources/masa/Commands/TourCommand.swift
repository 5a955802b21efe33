import ArgumentParser
import Dashboard
import Glibc

/// Shows somebody round on the sample.
struct TourCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tour",
    abstract: "Be shown round on the sample: what each pane answers, and which keys matter.")

  @OptionGroup var options: DataOptions

  func run() throws {
    guard options.data == nil else {
      throw CommandFailure(
        "The tour goes through the sample. To be shown round in your own data, open it and press J."
      )
    }
    // The sample is meant, whatever folder is usually opened.
    unsetenv("MASA_DATA")
    try DashboardCommand.open(options, isFresh: true, isTour: true)
  }
}
