import ArgumentParser
import Entry
import Reports
import Safeguarding

/// Adds an item to an agenda.
struct AgendaAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add an item to an agenda; the meeting's id and new revision are printed.",
    discussion: OwnerWords.discussion)

  @OptionGroup var options: DataOptions

  @Argument(help: "The id of the group.")
  var group: String

  @Option(parsing: .unconditional, help: "What the item is about.")
  var title: String

  @Option(parsing: .unconditional, help: "Who leads it: an id, or letters of the name.")
  var lead: String?

  @Option(
    help: "What is wanted of the meeting: decision, discussion, assurance or information.",
    transform: AgendaAddCommand.purpose)
  var purpose = AgendaPurpose.discussion

  @Option(help: "How many minutes it is given.")
  var minutes: Int?

  @Option(help: "The day of the meeting, next or last; else the next one.")
  var meeting = "next"

  @OptionGroup var output: EditOptions

  func validate() throws {
    if let minutes, !(1...1440).contains(minutes) {
      throw ValidationError("--minutes is how long the item takes. Write 1 to 1440.")
    }
  }

  func run() throws {
    let edited = try EditedFolder(options)
    var item = AgendaItem()
    item.title = try text(title, of: "--title")
    item.lead = try lead.flatMap { try edited.owner($0, for: "--lead") }
    (item.purpose, item.minutes) = (purpose, minutes)
    let edit = try MeetingEdit(edited, group: group)
    let choice = try edited.meeting(meeting)
    try edit.save("Add to the agenda", output) { workspace in
      let before = try edit.meeting(choice, in: workspace)
      return (before, before.adding(item))
    }
  }

  private static func purpose(_ word: String) throws -> AgendaPurpose {
    if let purpose = AgendaPurpose(rawValue: word) { return purpose }
    let words = AgendaPurpose.allCases.map(\.rawValue).joined(separator: ", ")
    throw ValidationError("Write --purpose with one of \(words).")
  }
}

/// Rolls what the last meeting left unfinished on to the next.
struct AgendaRollCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "roll",
    abstract: "Add what the last meeting left without an outcome to the next one's agenda.")

  @OptionGroup var options: DataOptions

  @Argument(help: "The id of the group.")
  var group: String

  @OptionGroup var output: EditOptions

  func run() throws {
    let edit = try MeetingEdit(try EditedFolder(options), group: group)
    try edit.save("Roll on", output) { workspace in
      let last = try edit.meeting(.last, in: workspace)
      let next = try edit.meeting(.next, in: workspace)
      return (next, next.rollingUnfinished(from: last))
    }
  }
}

/// Begins the agenda of a meeting.
struct AgendaStartCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "start",
    abstract: "Begin an agenda from the last one, or from the group's standing items.",
    discussion: """
      Items that are on the agenda already stay. With --date a meeting is planned where there is \
      none on that day.
      """)

  /// What an agenda begins with.
  enum Beginning: String, ExpressibleByArgument, CaseIterable {
    case last, standing
  }

  @OptionGroup var options: DataOptions

  @Argument(help: "The id of the group.")
  var group: String

  @Option(help: "The items of the last meeting, or those that stand on every agenda.")
  var from: Beginning

  @Option(parsing: .unconditional, help: "The day of the meeting; else the next one planned.")
  var date: String?

  @OptionGroup var output: EditOptions

  func run() throws {
    let edited = try EditedFolder(options)
    let day = try date.map { try edited.day($0, for: "--date", leaning: .ahead) }
    let edit = try MeetingEdit(edited, group: group)
    try edit.save("Begin the agenda", output) { workspace in
      let before = try meeting(on: day, edit, workspace)
      let meeting = before ?? planned(on: day)
      switch from {
      case .last:
        return (before, meeting.startingAgenda(asIn: try edit.meeting(.last, in: workspace)))
      case .standing:
        let items = try edit.record(in: workspace).standingItems
        guard !items.isEmpty else {
          throw CommandFailure(
            "\(group) has no standing items; nothing was changed. Write them into "
              + "groups/\(group)/group.json as \"standingItems\", or use --from last.")
        }
        return (before, meeting.startingAgenda(standingItems: items))
      }
    }
  }

  /// The meeting that is there; nil where one is to be planned.
  private func meeting(
    on day: CalendarDate?, _ edit: MeetingEdit, _ workspace: Workspace
  ) throws -> Meeting? {
    guard let day else { return try edit.meeting(.next, in: workspace) }
    let isThere = workspace.meetings.all.contains { $0.date?.first == day && $0.date?.last == day }
    return isThere ? try edit.meeting(.on(day), in: workspace) : nil
  }

  private func planned(on day: CalendarDate?) -> Meeting {
    var meeting = Meeting()
    meeting.group = Reference(group)
    meeting.date = day.map { ImpreciseDate($0) }
    return meeting
  }
}

/// Adds a paper to an item of an agenda, or notes that it has come in.
struct AgendaPaperCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "paper",
    abstract: "Add a paper to an item of an agenda, or note that it has come in.")

  @OptionGroup var options: DataOptions

  @Argument(help: "The id of the group.")
  var group: String

  @Argument(help: "The number of the item, or letters of its title.")
  var item: String

  @Option(parsing: .unconditional, help: "The title of the paper; a new one is added.")
  var title: String

  @Option(parsing: .unconditional, help: "The day on which it came in: today, 28 mar, none.")
  var received: String?

  @Option(help: "The day of the meeting, next or last; else the next one.")
  var meeting = "next"

  @OptionGroup var output: EditOptions

  func run() throws {
    let edited = try EditedFolder(options)
    let title = try text(title, of: "--title")
    let day = try received.map {
      $0 == "none" ? nil : try edited.day($0, for: "--received", leaning: .back)
    }
    let edit = try MeetingEdit(edited, group: group)
    let choice = try edited.meeting(meeting)
    try edit.save("Paper", output) { workspace in
      let before = try edit.meeting(choice, in: workspace)
      do throws(AgendaItemSearch.Problem) {
        let index = try AgendaItemSearch(before).index(of: item)
        return (before, before.noting(paper: title, received: day, inItem: index))
      } catch {
        throw CommandFailure("\(error.sentence) Nothing was changed.")
      }
    }
  }
}
