import Safeguarding
import TerminalUI

/// One of the first steps: what is entered, what for, and how far it is.
struct FirstStep: Sendable {
  let id: String
  let title: String
  let why: String
  /// How far it is in a workspace, on the day on which one stands.
  let standing: @Sendable (PaneContext) -> Standing

  init(
    _ id: String, _ title: String, _ why: String,
    standing: @escaping @Sendable (PaneContext) -> Standing
  ) {
    self.id = id
    self.title = title
    self.why = why
    self.standing = standing
  }

  /// How far a step is: what is there, in words, and where the next of it is entered.
  struct Standing: Sendable {
    let isDone: Bool
    let words: String
    let place: Place
    let advice: String

    /// What is there; nothing where the words are empty.
    init(
      _ isDone: Bool, _ words: String, none: String = "none yet", at place: Place,
      advice: String = "Enter goes there; there a adds, and e changes what is selected."
    ) {
      self.isDone = isDone
      self.words = words.isEmpty ? none : words
      self.place = place
      self.advice = advice
    }
  }

  /// The steps in their order.
  static let all: [FirstStep] = [
    FirstStep(
      "partnership", "The partnership",
      "Its name, what it is called in short, when it began, and its scrutineer and other officers."
    ) { context in
      let name = context.workspace.partnerships.all.first?.name
      return Standing(name != nil, name ?? "", at: .partnership(context))
    },
    FirstStep(
      "agencies", "The agencies",
      "The council, the police, the health bodies, schools and charities that take part. Whatever is "
        + "owed is owed by one of them, or by a person."
    ) { .records(Agency.self, $0) },
    FirstStep(
      "partners", "The safeguarding partners",
      "The bodies that share the duty, with the lead safeguarding partner and the delegated one of "
        + "each."
    ) { context in
      let count = context.workspace.partnerships.all.reduce(0) { $0 + $1.partners.count }
      return Standing(
        count > 0, count == 0 ? "" : counted(count, "partner"), at: .partnership(context),
        advice: "Enter opens the partnership; there a adds a partner.")
    },
    FirstStep(
      "people", "The people",
      "Public office holders and members of groups only; never a child or a family."
    ) { .records(Person.self, $0) },
    FirstStep(
      "executive", "The executive and its chair",
      "The group that leads the partnership. Enter it as a group of the kind executive, with the order "
        + "in which its chair rotates, or who chairs it."
    ) { .executive($0) },
    FirstStep(
      "groups", "Groups with seats, and how often they meet",
      "Each subgroup, forum or panel with the seats at its table and its cadence: from that follows "
        + "when it has to meet next."
    ) { context in
      let all = context.workspace.groups.all
      let seated = all.count { !$0.seats.isEmpty }
      let timed = all.count { $0.cadence != nil }
      let words = "\(counted(all.count, "group")), \(seated) with seats, \(timed) with a cadence"
      return Standing(
        all.count > 1 && seated > 0 && timed > 0, all.isEmpty ? "" : words,
        at: Place(GroupsPane.id))
    },
    FirstStep(
      "meeting", "The next meeting, with its agenda",
      "Go into a group and press a among its meetings; then add the items of the agenda, and the papers "
        + "that are owed for them."
    ) { context in
      let count = context.workspace.meetings.all.count { $0.isPlanned(from: context.day) }
      return Standing(
        count > 0, count == 0 ? "" : "\(counted(count, "meeting")) planned", none: "none planned",
        at: Place(GroupsPane.id),
        advice: "Enter shows the groups: go into one, and Tab to its meetings.")
    },
    FirstStep(
      "reviews", "Reviews that are under way",
      "Each by the pseudonym that was published, never by a name: with the days on which the incident "
        + "became known and was notified, from which the statutory clocks run."
    ) { .records(Review.self, $0) },
    FirstStep(
      "dataset", "The dataset",
      "Clusters first, then indicators in them, then their values by quarter with what to compare them "
        + "with."
    ) { .records(Indicator.self, $0) },
    FirstStep(
      "accounts", "Who may change what",
      "On a shared server the administrator gives each person an account, and says who manages "
        + "everything, who chairs which group and whom to ask. On a computer of your own there is "
        + "nothing to do."
    ) { context in
      let settings = context.workspace.accessSettings
      let count = (settings?.managers.count ?? 0) + (settings?.people.count ?? 0)
      let words = count == 0 ? "" : counted(count, "account")
      return Standing(
        settings == nil || count > 0, settings == nil ? "a folder of your own" : words,
        none: "nobody named yet", at: Place(RecordsPane.id),
        advice: "The administrator does this: masa doctor shows how it stands.")
    },
  ]
}

extension FirstStep.Standing {
  /// Done when there are records of a kind.
  fileprivate static func records<E: Entity>(_ type: E.Type, _ context: PaneContext) -> Self {
    let count = context.workspace[E.self].all.count
    return Self(count > 0, count == 0 ? "" : "\(count) recorded", at: .records(of: E.self))
  }

  /// Done when it is known which group leads a partnership, and who chairs it.
  fileprivate static func executive(_ context: PaneContext) -> Self {
    let workspace = context.workspace
    let named = workspace.partnerships.all.lazy.compactMap {
      workspace.groups[workspace.executive(of: $0, on: context.day)]
    }.first
    if let named {
      let hasChair = named.rotation != nil || named.chair != nil
      return Self(
        hasChair, named.label + (hasChair ? ", with its chair" : "; nothing of its chair"),
        at: Place(record: named.link),
        advice: "Enter opens it; e opens its form, with Rotation and Chair.")
    }
    guard workspace.groups.all.contains(where: { $0.type == .executive }) else {
      return Self(false, "", none: "none named yet", at: .records(of: PartnershipGroup.self))
    }
    // With several of the kind, the partnership has to say which of them leads it.
    return Self(
      false, "several entered, none named",
      at: workspace.partnerships.all.first.map { Place(record: $0.link) }
        ?? .records(of: PartnershipGroup.self),
      advice: "Enter opens the partnership; e opens its form: name the group there as Executive.")
  }
}

extension Place {
  /// The list of all records of a kind.
  fileprivate static func records<E: Entity>(of type: E.Type) -> Place {
    Place(RecordsPane.id, [E.kind.name])
  }

  /// The only partnership there is, else the list of all.
  fileprivate static func partnership(_ context: PaneContext) -> Place {
    let all = context.workspace.partnerships.all
    return all.count == 1 && !all[0].id.isEmpty
      ? Place(record: all[0].link) : .records(of: Partnership.self)
  }
}
