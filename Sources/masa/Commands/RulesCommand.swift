import ArgumentParser
import Reports

/// Lists the rules that make deadlines, or prints one in full.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "List the rules that say what is owed by when, or print one in full.")

  @OptionGroup var options: DataOptions

  @Argument(help: "The id of a rule, to print it in full; without it all are listed.")
  var id: String?

  @OptionGroup var output: ListingOptions

  func run() throws {
    let data = try options.open()
    let rules: RulesListing
    do throws(ReportError) {
      rules = try RulesListing(data.workspace, id: id)
    } catch {
      throw CommandFailure(error.sentence)
    }
    if output.format == .text, let lines = rules.lines {
      Output.write(lines: lines)
    } else {
      output.print(rules.listing, of: data.workspace)
    }
  }
}
