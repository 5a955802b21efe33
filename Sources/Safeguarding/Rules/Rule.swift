/// Something the law, guidance or an agreement asks for by a date, as data.
public struct Rule: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "rule", title: "Rule",
    help: "Something the law, guidance or an agreement asks for by a date.")
  /// A short id of the rule: small letters, digits and hyphens.
  public var id: String = ""
  /// What is owed, in a few words.
  public var title: String = ""
  /// What sort of thing is owed.
  public var form: DeadlineForm = .report
  /// What the rule asks for, as a sentence.
  public var says: String = ""
  /// What has to be in it, such as the contents of a yearly report.
  public var contents: [String] = []
  /// The event that starts the clock.
  public var trigger: RuleTrigger = .reminder
  /// The event of a review that stops the clock; else a milestone that names this rule.
  public var until: ReviewEvent?
  /// The rule whose fulfilment starts the clock.
  public var after: Reference<Rule>?
  /// The date, for what is owed once and by a stated date, or on which it comes into force.
  public var on: ImpreciseDate?
  /// The period, for what is owed once in each.
  public var period: RulePeriod = .financialYear
  /// How many are owed in each period.
  public var times: Int = 1
  /// How many units after or before the event; none where no date can be computed.
  public var offset: Int?
  /// What is counted; as often as the record says where nothing is said here.
  public var unit: DateUnit = .cadence
  /// Whether it is due after or before the event.
  public var direction: DateDirection = .after
  /// Whose bank holidays are no working days.
  public var division: Division = .englandAndWales
  /// Which day is counted as the first.
  public var dayOne: DayOne = .nextWorkingDay
  /// Where a due date goes that is no working day.
  public var weekend: WeekendRule = .stays
  /// Where a count of months or years ends.
  public var monthsRunTo: MonthConvention = .correspondingDay
  /// The group whose meetings are counted; else the group that the record belongs to.
  public var meetingOf: Reference<PartnershipGroup>?
  /// How many units late it may be before it counts as overdue.
  public var tolerance: Int = 0
  /// How many units before the due date it is due soon; else as the workspace says.
  public var dueSoon: Int?
  /// Whether it is one deadline, or one for each who owes or receives it.
  public var oneFor: RuleDivision = .all
  /// Who owes it.
  public var owners: [Owner] = []
  /// Who receives it.
  public var recipients: [String] = []
  /// The law, guidance or agreement that asks for it.
  public var authority: String = ""
  /// The first day on which it is in force.
  public var from: ImpreciseDate?
  /// The last day on which it is in force.
  public var to: ImpreciseDate?
  /// How sure it is that the rule says so.
  public var confidence: RuleConfidence = .confirmed
  /// True when being late has no consequence: it is shown, and never counts as overdue.
  public var informationOnly: Bool = false
  /// The partnerships it holds for; all when empty.
  public var partnerships: [Reference<Partnership>] = []
  /// The groups it holds for; all when empty.
  public var groups: [Reference<PartnershipGroup>] = []
  /// The rule whose place it takes, wherever and whenever both would hold.
  public var replaces: Reference<Rule>?
  /// Why no date can be computed.
  public var reason: String = ""
  /// What else a reader should know.
  public var note: String = ""
  /// Where this was published.
  public var source: [Citation] = []

  /// An empty rule.
  public init() {}

  /// What people call it.
  public var label: String { title }

  /// What matters first.
  public static var form: FormLayout {
    FormLayout(
      Rule.self,
      first: [
        .title("title"), .long("says"), "form", "trigger", "offset", "unit", "direction",
        "period",
        "on", "owners", "authority", "partnerships",
      ])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "says": "What it asks for",
    "contents": FieldWords("Has to contain", one: "thing it has to contain"),
    "trigger": "Counted from",
    "until": "Ends with",
    "after": "Follows the rule",
    "on": "Stated date",
    "period": "Once in each",
    "times": "How many in each",
    "offset": "How many",
    "unit": "Counted in",
    "direction": "Before or after",
    "division": "Bank holidays of",
    "dayOne": "First day counted",
    "weekend": "On a weekend",
    "monthsRunTo": "Months run to",
    "meetingOf": "Meetings of",
    "tolerance": "Late allowed",
    "dueSoon": "Due soon ahead",
    "oneFor": "One, or one each",
    "from": "In force from",
    "to": "In force to",
    "confidence": "How sure",
    "partnerships": "Holds for",
    "groups": "Groups it holds for",
    "replaces": "In place of",
    "reason": "Why no date",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("id", &id, "A short id of the rule: small letters, digits and hyphens.")
    visitor.required("title", &title, "What is owed, in a few words.")
    visitor.required("form", &form, "What sort of thing is owed.")
    visitor.required("says", &says, "What the rule asks for, as a sentence.")
    visitor.optional(
      "contents", &contents, "What has to be in it, such as the contents of a yearly report.")
    visitor.required("trigger", &trigger, "What the time is counted from.")
    visitor.optional(
      "until", &until,
      "The step of a review with which it is done; else a milestone that names this rule.")
    visitor.optional("after", &after, "The rule that has to be fulfilled first.")
    visitor.optional(
      "on", &on,
      "The date, for what is owed once and by a stated date, or on which it comes into force.")
    visitor.optional("period", &period, "The period, for what is owed once in each.")
    visitor.optional("times", &times, "How many are owed in each period.")
    visitor.optional(
      "offset", &offset,
      "How many days, weeks or months after or before that; blank where no date can be computed.")
    visitor.optional(
      "unit", &unit, "Whether days, working days, weeks, months or years are counted.")
    visitor.optional("direction", &direction, "Whether it is due before that or after it.")
    visitor.optional("division", &division, "Whose bank holidays are no working days.")
    visitor.optional("dayOne", &dayOne, "Which day is counted as the first.")
    visitor.optional("weekend", &weekend, "Where a due date goes that is no working day.")
    visitor.optional(
      "monthsRunTo", &monthsRunTo,
      "Whether months and years run to the corresponding day or to the end of the month.")
    visitor.optional(
      "meetingOf", &meetingOf,
      "The group whose meetings are counted; blank for the group of the record.")
    visitor.optional(
      "tolerance", &tolerance,
      "How many days, or what is counted, it may be late before it counts as overdue.")
    visitor.optional(
      "dueSoon", &dueSoon,
      "How many days, or what is counted, before the due date it is due soon; blank: as usual.")
    visitor.optional(
      "oneFor", &oneFor, "Whether it is one deadline, or one for each who owes or receives it.")
    visitor.optional("owners", &owners, "Who owes it.")
    visitor.optional("recipients", &recipients, "Who receives it.")
    visitor.optional("authority", &authority, "The law, guidance or agreement that asks for it.")
    visitor.optional("from", &from, "The first day on which it is in force.")
    visitor.optional("to", &to, "The last day on which it is in force.")
    visitor.optional("confidence", &confidence, "How sure it is that the rule says so.")
    visitor.optional(
      "informationOnly", &informationOnly,
      "True when being late has no consequence: it is shown, and never counts as overdue.")
    visitor.optional(
      "partnerships", &partnerships, "The partnerships it holds for; all when empty.")
    visitor.optional("groups", &groups, "The groups it holds for; all when empty.")
    visitor.optional(
      "replaces", &replaces, "The rule whose place it takes, wherever and whenever both would hold."
    )
    visitor.optional("reason", &reason, "Why no date can be computed.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional("source", &source, "Where this was published.")
  }

  /// The distance from the event to the due date, where there is one.
  public var distance: DateOffset? {
    offset.map { DateOffset(min($0, Rule.longest), unit, direction) }
  }
}

extension Rule {
  /// Where such records lie.
  public static let homes: [Home<Rule>] = [
    .list(
      "rules", in: "rules.json", "What the law and guidance ask every partnership for by a date."
    ) {
      $0.partnerships.isEmpty ? "" : nil
    },
    .list(
      "rules", in: "partnerships/*/rules.json",
      "What the partnership's own arrangements ask for by a date."
    ) {
      $0.partnerships.first?.id
    },
  ]

  /// Obligations and other rules cite it.
  public static let isKnownByName = true
}

extension Workspace {
  /// What the law, guidance and agreements ask for by a date.
  public var rules: RecordTable<Rule> {
    get { self[Rule.self] }
    _modify { yield &self[Rule.self] }
  }
}
