import ArgumentParser
import DataStore
import Entry
import Reports
import Safeguarding

/// Changes fields of an action.
struct ActionsUpdateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "update", abstract: "Change an action; its id and new revision are printed.",
    discussion: """
      What is not named stays as it is. With --expect-status open, and the like, nothing is changed \
      when something else stands there: the status is then 2, and both values are named.

      \(OwnerWords.discussion)
      """)

  @OptionGroup var options: DataOptions

  @Argument(help: "The id of the action.")
  var id: String

  @Option(parsing: .unconditional, help: "What has to be done, as a sentence.")
  var title: String?

  @Option(
    help: "How it stands: open, started, done, dropped or unknown.",
    transform: ActionStatus.named)
  var status: ActionStatus?

  @Option(
    parsing: .unconditionalSingleValue,
    help: "Who has to do it, instead of who had to; give it again for a further owner, or none.")
  var owner: [String] = []

  @Option(parsing: .unconditional, help: "When it is due: 28 mar 2024, +15wd, 2024-04, none.")
  var due: String?

  @Option(parsing: .unconditional, help: "A further note on how it is getting on.")
  var note: String?

  @Option(parsing: .unconditionalSingleValue, help: "What further shows that it was done.")
  var evidence: [String] = []

  @Option(
    parsing: .unconditionalSingleValue, help: "What further shows that it changed something.")
  var impact: [String] = []

  @Option(help: "The id of the group that watches over it from now on.")
  var moveTo: String?

  @OptionGroup var expected: ActionExpectations

  @OptionGroup var output: EditOptions

  func run() throws {
    let edited = try EditedFolder(options)
    var update = ActionUpdate()
    update.title = try title.map { try text($0, of: "--title") }
    update.status = status
    if !owner.isEmpty { update.owners = try edited.owners(owner, for: "--owner") }
    if let due { update.due = .some(try edited.date(due, for: "--due", leaning: .ahead)) }
    update.note = try note.map { try text($0, of: "--note") }
    update.evidence = try evidence.map { try text($0, of: "--evidence") }
    update.impact = try impact.map { try text($0, of: "--impact") }
    if let moveTo {
      update.group = (moveTo, folder: try edited.folder(ofGroup: moveTo))
    }
    guard !update.isEmpty else {
      throw CommandFailure(
        "Nothing was named that shall change. Add --status, --owner, --due, --note or another of "
          + "the options that masa actions update --help lists.", status: 64)
    }
    try update.run(on: id, in: edited, expecting: expected, output)
  }
}

extension ActionsUpdateCommand: PlainCommand {
  mutating func take(_ words: inout PlainWords) -> Bool {
    guard let id = words.word() else { return false }
    self.id = id
    title = words.one("--title")
    due = words.one("--due")
    note = words.one("--note")
    status = words.one("--status", ActionStatus.init(rawValue:))
    owner = words.all("--owner")
    evidence = words.all("--evidence")
    impact = words.all("--impact")
    moveTo = words.one("--move-to")
    expected = .taken(from: &words)
    options = .taken(from: &words)
    output = .taken(from: &words)
    return true
  }
}

/// Ticks an action.
struct ActionsCompleteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "complete", abstract: "Tick an action; its id and new revision are printed.")

  @OptionGroup var options: DataOptions

  @Argument(help: "The id of the action.")
  var id: String

  @Option(parsing: .unconditional, help: "A note on how it was done.")
  var note: String?

  @Option(parsing: .unconditional, help: "The day on which it was done; else today.")
  var on: String?

  @OptionGroup var expected: ActionExpectations

  @OptionGroup var output: EditOptions

  func run() throws {
    let edited = try EditedFolder(options)
    var update = ActionUpdate()
    update.status = .done
    update.doneOn = try on.map { try edited.day($0, for: "--on", leaning: .back) }
    update.note = try note.map { try text($0, of: "--note") }
    try update.run(on: id, in: edited, expecting: expected, output)
  }
}

extension ActionsCompleteCommand: PlainCommand {
  mutating func take(_ words: inout PlainWords) -> Bool {
    guard let id = words.word() else { return false }
    self.id = id
    note = words.one("--note")
    on = words.one("--on")
    expected = .taken(from: &words)
    options = .taken(from: &words)
    output = .taken(from: &words)
    return true
  }
}
