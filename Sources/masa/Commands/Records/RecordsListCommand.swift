import ArgumentParser
import JSONDocument
import Reports
import Safeguarding

/// Lists the records of any kind.
struct RecordsListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the records of a kind.",
    discussion: "Without a kind the kinds are listed, with how many records there are of each.")

  @OptionGroup var options: DataOptions

  @Argument(help: "The kind of record: action, review, seat.", transform: NamedKind.named)
  var kind: NamedKind?

  @OptionGroup var output: ListingOptions

  func run() throws {
    let data = try options.open()
    guard let kind else {
      return output.print(RecordsListCommand.kinds(in: data.workspace), of: data.workspace)
    }
    if kind.type == Observation.self || kind.type == Indicator.self {
      try data.checkLeaving(of: nil)
    }
    let context = RecordContext(data.leaving, day: data.day)
    output.print(
      RecordsListing(kind.type, in: context, as: output.format).listing, of: data.workspace)
  }

  private static func kinds(in workspace: Workspace) -> Listing {
    var listing = Listing(columns: [
      .init("kind", "Kind"), .init("records", "Records"), .init("help", "What it is"),
    ])
    for type in Kinds.all {
      listing.add([.text(type.kind.name), .whole(workspace.count(of: type)), .text(type.kind.help)])
    }
    return listing
  }
}

/// Shows one record of any kind.
struct RecordsShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show one record with all its fields.")

  @OptionGroup var options: DataOptions

  @Argument(help: "The kind of record: action, review, seat.", transform: NamedKind.named)
  var kind: NamedKind

  @Argument(help: "The id of the record.")
  var id: String

  @OptionGroup var output: EditOptions

  func run() throws {
    let data = try options.open()
    if kind.type == Observation.self, let value = data.workspace.values[id] {
      try data.checkLeaving(of: value.indicator.id)
    } else if kind.type == Indicator.self {
      try data.checkLeaving(of: id)
    }
    do throws(ReportError) {
      let report = try RecordReport(
        kind.type, id: id, in: RecordContext(data.leaving, day: data.day))
      switch output.format {
      case .text: Output.write(lines: report.lines)
      case .json: Output.write(json: report.json.write(indentation: 2) + "\n")
      }
    } catch {
      throw CommandFailure(error.sentence)
    }
  }
}
