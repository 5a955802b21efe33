import Safeguarding
import TerminalUI

/// From an empty folder to a dashboard that works: what to enter first, ticked by what is there.
package enum FirstStepsPane: Pane {
  package static let id = "first-steps"
  package static let title = "First steps"
  package static let help =
    "From an empty folder to a working dashboard: what to enter first, and what is there already."

  package static func content(_ context: PaneContext, path: [String]) -> PaneContent {
    let steps = FirstStep.all.map { ($0, $0.standing(context)) }
    let rows = steps.map { step, standing in
      PanelRow(
        step.id,
        [
          standing.isDone ? Line("=", .good) : Line(" "), Line(step.title),
          standing.isDone ? Line(standing.words, .done) : .secondary(standing.words),
        ], target: standing.place)
    }
    let done = steps.count { $0.1.isDone }
    let list = Panel(
      .steps, title: "First steps", notes: [.secondary("\(done) of \(steps.count) done")],
      columns: [
        Column("", .whole), Column("What to enter", .text(least: 10, most: 40)),
        Column("What is there", .main()),
      ], rows: rows, emptyText: "Nothing is to be done first.")
    let why = Panel(
      .why, title: "What it is for",
      body: .detail(of: .steps) { position in
        guard steps.indices.contains(position) else { return [] }
        let (step, standing) = steps[position]
        return [Line(step.title, .heading)] + step.why.map { Line($0) }
          + [.empty, .secondary(standing.advice)]
      })
    return PaneContent(trail: [title], panels: [list, why])
  }

  /// Whether a workspace has so little in it that one begins with the first steps.
  static func isFirst(_ workspace: Workspace) -> Bool {
    workspace.meetings.all.isEmpty && workspace.actions.all.isEmpty
      && workspace.reviews.all.isEmpty && workspace.access.closed.isEmpty
      && !workspace.faults.contains { $0.severity == .error }
  }
}

extension Dashboard {
  /// Shows the first steps where there is next to nothing yet; Esc leads to the Overview.
  package mutating func beginWithFirstSteps() {
    guard FirstStepsPane.isFirst(context.workspace) else { return }
    browsing.open(Place(FirstStepsPane.id))
    notice = "These are the first steps. Esc leaves them; : finds them again."
  }
}

/// One of the first steps.
struct FirstStep: Sendable {
  /// How far it is: what is there, in words, and where the next of it is entered.
  struct Standing: Sendable {
    let isDone: Bool
    let words: String
    let advice: String
    let place: Place
  }

  let id: String
  let title: String
  let why: [String]
  let standing: @Sendable (PaneContext) -> Standing

  /// The steps in their order.
  static let all: [FirstStep] = [
    partnership, agencies, partners, people, executive, groups, meeting, reviews, dataset, accounts,
  ]

  private static let enters = "Enter goes there; there a adds, and e changes what is selected."

  /// A step that is done when there are records of a kind.
  private static func records<E: Entity>(
    _ type: E.Type, _ id: String, _ title: String, _ why: [String]
  ) -> FirstStep {
    FirstStep(id: id, title: title, why: why) { context in
      let count = context.workspace[E.self].all.count
      let words =
        count == 0
        ? "none yet" : count == 1 ? "1 recorded" : "\(count) recorded"
      return Standing(
        isDone: count > 0, words: words, advice: enters,
        place: Place(RecordsPane.id, [E.kind.name]))
    }
  }

  private static let partnership = FirstStep(
    id: "partnership", title: "The partnership",
    why: [
      "Its name, what it is called in short, when it began, and its scrutineer and other officers."
    ]
  ) { context in
    let all = context.workspace.partnerships.all
    return Standing(
      isDone: !all.isEmpty, words: all.first?.name ?? "none yet", advice: enters,
      place: all.count == 1 && all.first.map { !$0.id.isEmpty } == true
        ? Place(record: all[0].link) : Place(RecordsPane.id, [Partnership.kind.name]))
  }

  private static let agencies = records(
    Agency.self, "agencies", "The agencies",
    [
      "The council, the police, the health bodies, schools and charities that take part. Whatever is "
        + "owed is owed by one of them, or by a person."
    ])

  private static let partners = FirstStep(
    id: "partners", title: "The safeguarding partners",
    why: [
      "The bodies that share the duty, with the lead safeguarding partner and the delegated one of "
        + "each."
    ]
  ) { context in
    let all = context.workspace.partnerships.all
    let count = all.reduce(0) { $0 + $1.partners.count }
    return Standing(
      isDone: count > 0, words: count == 0 ? "none yet" : counted(count, "partner"),
      advice: "Enter opens the partnership; there a adds a partner.",
      place: all.count == 1
        ? Place(record: all[0].link) : Place(RecordsPane.id, [Partnership.kind.name]))
  }

  private static let people = records(
    Person.self, "people", "The people",
    ["Public office holders and members of groups only; never a child or a family."])

  private static let executive = FirstStep(
    id: "executive", title: "The executive and its chair",
    why: [
      "The group that leads the partnership. Enter it as a group of the kind executive, with the order in "
        + "which its chair rotates, or who chairs it."
    ]
  ) { context in
    let workspace = context.workspace
    let named = workspace.partnerships.all.lazy.compactMap {
      workspace.groups[workspace.executive(of: $0, on: context.day)]
    }.first
    let hasChair = named.map { $0.rotation != nil || $0.chair != nil } ?? false
    let words =
      named.map { hasChair ? "\($0.label), with its chair" : "\($0.label); nothing of its chair" }
      ?? "none yet"
    if let named {
      return Standing(
        isDone: hasChair, words: words,
        advice: "Enter opens it; e opens its form, with Rotation and Chair.",
        place: Place(record: named.link))
    }
    // With several of the kind, the partnership has to say which of them leads it.
    let isEntered = workspace.groups.all.contains { $0.type == .executive }
    let partnership = workspace.partnerships.all.first
    return Standing(
      isDone: false, words: isEntered ? "several entered, none named" : words,
      advice: isEntered
        ? "Enter opens the partnership; e opens its form: name the group there as Executive."
        : enters,
      place: partnership.flatMap { isEntered ? Place(record: $0.link) : nil }
        ?? Place(RecordsPane.id, [PartnershipGroup.kind.name]))
  }

  private static let groups = FirstStep(
    id: "groups", title: "Groups with seats, and how often they meet",
    why: [
      "Each subgroup, forum or panel with the seats at its table and its cadence: from that follows "
        + "when it has to meet next."
    ]
  ) { context in
    let all = context.workspace.groups.all
    let seated = all.count { !$0.seats.isEmpty }
    let timed = all.count { $0.cadence != nil }
    return Standing(
      isDone: all.count > 1 && seated > 0 && timed > 0,
      words: all.isEmpty
        ? "none yet"
        : "\(counted(all.count, "group")), \(seated) with seats, \(timed) with a cadence",
      advice: enters, place: Place(GroupsPane.id))
  }

  private static let meeting = FirstStep(
    id: "meeting", title: "The next meeting, with its agenda",
    why: [
      "Go into a group and press a among its meetings; then add the items of the agenda, and the papers "
        + "that are owed for them."
    ]
  ) { context in
    let planned = context.workspace.meetings.all.filter { $0.isPlanned(from: context.day) }
    return Standing(
      isDone: !planned.isEmpty,
      words: planned.isEmpty ? "none planned" : "\(counted(planned.count, "meeting")) planned",
      advice: "Enter shows the groups: go into one, and Tab to its meetings.",
      place: Place(GroupsPane.id))
  }

  private static let reviews = records(
    Review.self, "reviews", "Reviews that are under way",
    [
      "Each by the pseudonym that was published, never by a name: with the days on which the incident "
        + "became known and was notified, from which the statutory clocks run."
    ])

  private static let dataset = records(
    Indicator.self, "dataset", "The dataset",
    [
      "Clusters first, then indicators in them, then their values by quarter with what to compare them "
        + "with."
    ])

  private static let accounts = FirstStep(
    id: "accounts", title: "Who may change what",
    why: [
      "On a shared server the administrator gives each person an account, and says who manages "
        + "everything, who chairs which group and whom to ask. On a computer of your own there is "
        + "nothing to do."
    ]
  ) { context in
    let settings = context.workspace.accessSettings
    let count = (settings?.managers.count ?? 0) + (settings?.people.count ?? 0)
    return Standing(
      isDone: settings == nil || count > 0,
      words: settings == nil
        ? "a folder of your own" : count == 0 ? "nobody named yet" : counted(count, "account"),
      advice: "The administrator does this: masa doctor shows how it stands.",
      place: Place(RecordsPane.id))
  }
}
