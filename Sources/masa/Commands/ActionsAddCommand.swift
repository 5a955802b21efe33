import ArgumentParser
import DataStore
import Entry
import Reports
import Safeguarding

/// Adds an action to those that a group watches over.
struct ActionsAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add an action; its new id and revision are printed.",
    discussion: OwnerWords.discussion)

  @OptionGroup var options: DataOptions

  @Argument(help: "The id of the group that watches over it.")
  var group: String

  @Option(parsing: .unconditional, help: "What has to be done, as a sentence.")
  var title: String

  @Option(
    parsing: .unconditionalSingleValue,
    help: "Who has to do it: an id, or letters of the name. Give it again for a further owner.")
  var owner: [String] = []

  @Option(parsing: .unconditional, help: "When it is due: 28 mar 2024, +15wd, 2024-04.")
  var due: String?

  @Option(
    help: "How it stands: open, started, done, dropped or unknown.",
    transform: ActionStatus.named)
  var status = ActionStatus.open

  @Option(help: "The id of the meeting that agreed it.")
  var meeting: String?

  @Option(help: "The id of the review that recommended it.")
  var review: String?

  @Option(parsing: .unconditional, help: "A first note on how it is getting on.")
  var note: String?

  @OptionGroup var output: EditOptions

  func run() throws {
    let edited = try EditedFolder(options)
    var action = ActionItem()
    action.title = try text(title, of: "--title")
    action.group = Reference(group)
    let folder = try edited.folder(ofGroup: group)
    action.owners = try edited.owners(owner, for: "--owner")
    action.due = try due.flatMap { try edited.date($0, for: "--due", leaning: .ahead) }
    action.raisedOn = ImpreciseDate(edited.day)
    action = action.standing(as: status, on: edited.day)
    if let meeting {
      action.meeting = Reference(try edited.find(Meeting.self, meeting).record.id)
    }
    if let review {
      action.review = Reference(try edited.find(Review.self, review).record.id)
      action.origin = .recommendation
    }
    if let note {
      action = action.noted(
        try text(note, of: "--note"), on: edited.day, by: ProcessIdentity().label)
    }
    try saving {
      let edit = Edit(
        "Add: \(action.title.heading)", [action.added(to: "\(folder)/actions.json")])
      let receipt = try edited.commit(edit)
      let saved = action.saved(by: receipt)
      output.answer(saved.id, saved.revision, receipt.entries.first)
    }
  }
}

extension ActionsAddCommand: PlainCommand {
  mutating func take(_ words: inout PlainWords) -> Bool {
    guard let group = words.word(), let title = words.one("--title") else { return false }
    self.group = group
    self.title = title
    owner = words.all("--owner")
    due = words.one("--due")
    note = words.one("--note")
    status = words.one("--status", ActionStatus.init(rawValue:)) ?? .open
    meeting = words.one("--meeting")
    review = words.one("--review")
    options = .taken(from: &words)
    output = .taken(from: &words)
    return true
  }
}

/// How owners are named on the command line.
enum OwnerWords {
  static let discussion = """
    An owner is an agency, a seat, a person, a group or a partnership, by its id or by letters of \
    its name that no other one has; agency:police looks among the agencies only. Somebody who is in \
    no record is named with "name:Ann Example". Days are typed as in the forms: 28 mar, fri, +15wd, \
    28 mar + 15wd, in 2 weeks; without a year it is the one that is near.
    """
}
