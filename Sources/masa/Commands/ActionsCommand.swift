import ArgumentParser
import Reports
import Safeguarding

/// What can be done with actions.
///
/// Without a word of what to do they are listed.
struct ActionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "actions",
    abstract: "List, add, change and tick actions, recommendations and next steps.",
    subcommands: [
      ActionsListCommand.self, ActionsAddCommand.self, ActionsUpdateCommand.self,
      ActionsCompleteCommand.self,
    ], defaultSubcommand: ActionsListCommand.self)

  @OptionGroup var options: DataOptions
}

/// Lists actions.
struct ActionsListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List actions, recommendations and next steps.")

  @OptionGroup var options: DataOptions

  @Option(help: "Only the actions that the group with this id watches over.")
  var group: String?

  @Option(
    help: "Only the actions that stand so: open, started, done, dropped or unknown.",
    transform: ActionStatus.named)
  var status: ActionStatus?

  @Option(help: "Only the actions of this owner: an id, or letters of the name.")
  var owner: String?

  @Flag(help: "Only open actions whose last day has gone by.")
  var overdue = false

  @OptionGroup var output: ListingOptions

  func run() throws {
    let data = try options.open()
    var filter = ActionsListing.Filter()
    (filter.group, filter.status, filter.owner) = (group, status, owner)
    filter.isOverdue = overdue
    try output.print(of: data.workspace) { () throws(ReportError) in
      try ActionsListing(data.workspace, on: data.day, filter: filter).listing
    }
  }
}

extension ActionStatus {
  /// The status that a word on the command line means.
  static func named(_ word: String) throws -> ActionStatus {
    if let status = ActionStatus(rawValue: word) { return status }
    let words = ActionStatus.allCases.map(\.rawValue)
    let near = nearest(to: word, among: words).map { "Did you mean \"\($0)\"? " } ?? ""
    throw ValidationError("\(near)Write one of \(words.joined(separator: ", ")).")
  }
}
