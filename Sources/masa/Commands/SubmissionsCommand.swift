import ArgumentParser
import Reports

/// Lists who has sent the figures they owe.
struct SubmissionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "submissions",
    abstract: "List who has sent the figures they owe, who is late and who is not.")

  @OptionGroup var options: DataOptions

  @Option(help: "Only what is owed to the partnership with this id.")
  var partnership: String?

  @Flag(help: "Only what is late or missing.")
  var late = false

  @OptionGroup var output: ListingOptions

  func run() throws {
    let data = try options.open()
    try output.print(of: data.workspace) { () throws(ReportError) in
      try SubmissionsListing(
        data.leaving, on: data.day, partnership: partnership, isLateOnly: late
      ).listing
    }
  }
}
