import Safeguarding
import TerminalUI

/// One of the first steps: what is entered, what for, how long it takes, and how far it is.
struct FirstStep: Sendable {
  let id: String
  /// What is done, as a command: "Add a group and its members".
  let title: String
  /// What there is to say about it, in a few words.
  let hint: String
  /// What it is for.
  let why: String
  /// How many minutes it takes; nil where that depends on how much there is.
  let minutes: Int?
  /// How long it takes, in words.
  let time: String
  /// How far it is in a workspace, on the day on which one stands.
  let standing: @Sendable (PaneContext) -> Standing

  init(
    _ id: String, _ title: String, _ hint: String, _ why: String, minutes: Int? = nil,
    _ each: String = "", standing: @escaping @Sendable (PaneContext) -> Standing
  ) {
    self.id = id
    self.title = title
    self.hint = hint
    self.why = why
    self.minutes = minutes
    time = [minutes.map { counted($0, "minute") } ?? "", each].filter { !$0.isEmpty }
      .joined(separator: " ")
    self.standing = standing
  }

  /// How far a step is: what is there, in words, and where the next of it is entered.
  struct Standing: Sendable {
    let isDone: Bool
    let words: String
    let place: Place
    let advice: String
    /// What is filled in next; nil where it is chosen at its place.
    var addition: Addition?

    /// What is there; nothing where the words are empty.
    init(
      _ isDone: Bool, _ words: String, none: String = "none yet", at place: Place,
      advice: String = "‹open› opens its form; where it is listed then, ‹add› adds more.",
      adding addition: Addition? = nil
    ) {
      self.isDone = isDone
      self.words = words.isEmpty ? none : words
      self.place = place
      self.advice = advice
      self.addition = addition
    }
  }

  /// The steps in their order.
  static let all: [FirstStep] = [
    FirstStep(
      "partnership", "Name the partnership", "its name, and what it is called in short",
      "Its name, what it is called in short, when it began, and its scrutineer and other officers.",
      minutes: 1
    ) { context in
      let first = context.workspace.partnerships.all.first
      let short = first.map { $0.shortName.isEmpty ? "" : " (\($0.shortName))" } ?? ""
      return Standing(
        first != nil, first.map { $0.name + short } ?? "", at: .partnership(context),
        advice: "‹open› opens it; there ‹edit› changes it.",
        adding: context.additions(of: Partnership.self).first)
    },
    FirstStep(
      "rules", "Lay the rules that hold everywhere", "when what is owed, and on whose authority",
      "Working Together and the law say by when reviews, minutes, papers and reports are owed. A "
        + "partnership adds its own rules to them.", minutes: 1
    ) { context in
      let rules = context.workspace.rules.all.count
      let sources = context.workspace.documents.all.count
      return Standing(
        rules > 0, rules == 0 ? "" : "\(counted(rules, "rule")), \(counted(sources, "source"))",
        at: .records(of: Rule.self), advice: "masa init lays them; ‹open› shows them.",
        adding: context.additions(of: Rule.self).first)
    },
    FirstStep(
      "agencies", "Add the agencies that take part", "council, police, health, schools, charities",
      "The council, the police, the health bodies, schools and charities that take part. Whatever is "
        + "owed is owed by one of them, or by a person.", minutes: 1, "an agency"
    ) { .records(Agency.self, $0) },
    FirstStep(
      "partners", "Add the three safeguarding partners",
      "council, police, health: who leads and who acts",
      "The bodies that share the duty, with the lead safeguarding partner and the delegated one of "
        + "each.", minutes: 2
    ) { context in
      let all = context.workspace.partnerships.all
      let count = all.reduce(0) { $0 + $1.partners.count }
      return Standing(
        count > 0, count == 0 ? "" : counted(count, "partner"), at: .partnership(context),
        advice: "‹open› opens its form at the partnership; there ‹add› adds the next one.",
        adding: all.count == 1
          ? context.newPart(SafeguardingPartner(), of: all[0], at: [.field("partners")]) : nil)
    },
    FirstStep(
      "people", "Add the people who hold an office", "members and office holders, never a family",
      "Public office holders and members of groups only; never a child or a family.", minutes: 1,
      "a person"
    ) { .records(Person.self, $0) },
    FirstStep(
      "executive", "Add the executive and who chairs it", "rotating or fixed; names can wait",
      "The group that leads the partnership. Enter it as a group of the kind executive, with the order "
        + "in which its chair rotates, or who chairs it.", minutes: 3
    ) { .executive($0) },
    FirstStep(
      "groups", "Add a group and its members", "one form; agencies are offered as you type",
      "Each subgroup, forum or panel with the seats at its table and its cadence: from that follows "
        + "when it has to meet next.", minutes: 2, "a group"
    ) { context in
      let all = context.workspace.groups.all
      let seated = all.count { !$0.seats.isEmpty }
      let timed = all.count { $0.cadence != nil }
      let words = "\(counted(all.count, "group")), \(seated) with seats, \(timed) with a cadence"
      return Standing(
        all.count > 1 && seated > 0 && timed > 0, all.isEmpty ? "" : words,
        at: Place(GroupsPane.id), adding: context.additions(of: PartnershipGroup.self).first)
    },
    FirstStep(
      "meeting", "Add its next meeting", "papers and minutes get their deadlines from it",
      "The day of the meeting; then the items of its agenda, and the papers that are owed for them.",
      minutes: 1
    ) { context in
      let count = context.workspace.meetings.all.count { $0.isPlanned(from: context.day) }
      return Standing(
        count > 0, count == 0 ? "" : "\(counted(count, "meeting")) planned", none: "none planned",
        at: .onlyGroup(context),
        advice: "‹open› shows the groups: go into one, and ‹add› among its meetings adds one.",
        adding: context.onlyGroup.map { context.newMeeting(of: Reference($0.id)) })
    },
    FirstStep(
      "actions", "Add the actions that are open", "from the last minutes of each group",
      "What the last meetings asked for, with who owes it and by when: from then on what is late shows "
        + "on the Overview.", "as many as you have"
    ) { context in
      let count = context.workspace.actions.all.count
      return Standing(
        count > 0, count == 0 ? "" : counted(count, "action"), at: .onlyGroup(context),
        advice: "‹open› shows the groups: go into one, and ‹add› among its actions adds one.",
        adding: context.onlyGroup.map { context.newAction(in: Reference($0.id)) })
    },
    FirstStep(
      "reviews", "Add the reviews that are under way",
      "by pseudonym; the clocks start by themselves",
      "Each by the pseudonym that was published, never by a name: with the days on which the incident "
        + "became known and was notified, from which the statutory clocks run.", minutes: 2,
      "a review"
    ) { .records(Review.self, $0) },
    FirstStep(
      "dataset", "Add the indicators you report",
      "a cluster, its indicators, their values by quarter",
      "Clusters first, then indicators in them, then their values by quarter with what to compare them "
        + "with.", "later"
    ) { .records(Indicator.self, $0) },
    FirstStep(
      "accounts", "Say who may change what", "on a shared server only",
      "On a shared server the administrator gives each person an account, and says who manages "
        + "everything, who chairs which group and whom to ask. On a computer of your own there is "
        + "nothing to do.", "the administrator"
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

extension PaneContext {
  /// The only group there is; nil where there are several.
  fileprivate var onlyGroup: PartnershipGroup? { liveGroups.count == 1 ? liveGroups[0] : nil }
}

extension FirstStep.Standing {
  /// Done when there are records of a kind.
  fileprivate static func records<E: Entity>(_ type: E.Type, _ context: PaneContext) -> Self {
    let count = context.workspace[E.self].all.count
    return Self(
      count > 0, count == 0 ? "" : "\(count) recorded", at: .records(of: E.self),
      adding: context.additions(of: type).first)
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
        advice: "‹open› opens it; ‹edit› opens its form, with Rotation and Chair.")
    }
    guard workspace.groups.all.contains(where: { $0.type == .executive }) else {
      return Self(
        false, "", none: "none named yet", at: .records(of: PartnershipGroup.self),
        adding: context.additions(of: PartnershipGroup.self).first)
    }
    // With several of the kind, the partnership has to say which of them leads it.
    return Self(
      false, "several entered, none named",
      at: workspace.partnerships.all.first.map { Place(record: $0.link) }
        ?? .records(of: PartnershipGroup.self),
      advice:
        "‹open› opens the partnership; ‹edit› opens its form: name the group there as Executive.")
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

  /// The only group there is, else all of them.
  fileprivate static func onlyGroup(_ context: PaneContext) -> Place {
    context.onlyGroup.map { Place(GroupsPane.id, [$0.id]) } ?? Place(GroupsPane.id)
  }
}
