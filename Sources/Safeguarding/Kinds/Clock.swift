/// A date by which records of a kind are owed: the event that a rule counts from, and the rule itself.
///
/// The rule is one of those that the program brings along; a rule of the data may replace it.
public struct Clock: Sendable {
  /// The event in words where a record names its own date, whatever its kind.
  static let ownDateTitle = "the record names its own date"

  /// The event, as rules name it.
  public let trigger: RuleTrigger
  /// The rule that follows from what records say of themselves; nil for an event that only rules of the
  /// data count from.
  public let rule: Rule?
  /// Where it stands among what is due on the same day: the lowest first.
  let rank: Int

  /// An event, and the rule that follows from it.
  init(_ trigger: RuleTrigger, rule: Rule?, rank: Int = 100) {
    self.trigger = trigger
    self.rule = rule
    self.rank = rank
  }

  /// An event, and what records imply to be owed by it.
  init(
    _ trigger: RuleTrigger, _ id: String, _ title: String, _ form: DeadlineForm, _ says: String,
    offset: Int? = nil, unit: DateUnit = .workingDay, period: RulePeriod = .financialYear, rank: Int
  ) {
    var rule = Rule()
    (rule.id, rule.title, rule.form, rule.says, rule.trigger) = (id, title, form, says, trigger)
    (rule.offset, rule.unit, rule.period) = (offset, unit, period)
    rule.authority = "The record itself"
    self.init(trigger, rule: rule, rank: rank)
  }

  /// Dates that records of a kind name themselves.
  ///
  /// - Parameters:
  ///   - word: The word for the event in rules: `riskReviewDue`.
  ///   - says: The event in words: "the risk names the day of its next review".
  ///   - id: The id of the rule that follows: `risk-review`.
  ///   - title: The title of the rule, and of what is owed.
  ///   - form: What sort of thing is owed.
  ///   - type: The type of the records.
  ///   - owed: What a record owes, with how that stands.
  /// - Returns: The clock.
  public static func own<E: Entity>(
    _ word: String, _ says: String, rule id: String, _ title: String, form: DeadlineForm,
    of type: E.Type, owed: @escaping @Sendable (E, RecordContext) -> [Owed]
  ) -> Clock {
    let trigger = RuleTrigger(word, says, .ownDate) { maker, entry in
      maker.find(type, under: entry, owed: owed)
    }
    return Clock(trigger, id, title, form, "\(title): \(says).", rank: 100)
  }
}

/// Something that a record owes by a date.
public struct Owed: Sendable {
  /// What is owed; empty for what the record is called.
  public var title: String
  /// When it is due.
  public var due: ImpreciseDate?
  /// Whether it is done.
  public var isDone: Bool
  /// When it was done, where that is known.
  public var doneOn: ImpreciseDate?
  /// What tells it apart from other things that the same record owes.
  public var suffix: String

  /// Something owed.
  public init(
    _ title: String = "", due: ImpreciseDate?, isDone: Bool = false, doneOn: ImpreciseDate? = nil,
    suffix: String = ""
  ) {
    self.title = title
    self.due = due
    self.isDone = isDone
    self.doneOn = doneOn
    self.suffix = suffix
  }
}

extension DeadlineMaker {
  /// What records of a kind owe by dates of their own.
  fileprivate mutating func find<E: Entity>(
    _ type: E.Type, under entry: RuleBook.Entry, owed: (E, RecordContext) -> [Owed]
  ) {
    let context = RecordContext(workspace, day: day, names: names)
    for record in workspace[E.self].all {
      for owed in owed(record, context) where owed.due != nil {
        var occasion = Occasion(
          record: record.link, title: owed.title.isEmpty ? record.label : owed.title,
          suffix: owed.suffix, due: owed.due, owners: record.owners, group: record.keepingGroup,
          partnerships: context.partnerships(of: record), isIllustrative: record.isIllustrative)
        if owed.isDone {
          occasion.outcome = .done(owed.doneOn)
        } else if workspace.areOver(occasion.partnerships, on: day) {
          // Nobody is left to do what a board before this one owed.
          occasion.outcome = .notReported
        }
        add(occasion, under: entry)
      }
    }
  }
}

extension RecordContext {
  /// The partnerships that a record concerns: those it names, or those of its group.
  public func partnerships<E: Entity>(of record: E) -> [Reference<Partnership>] {
    let named = record.partnerships.filter { !$0.id.isEmpty }
    if !named.isEmpty { return named }
    return record.keepingGroup.map { workspace.partnerships(of: $0) } ?? []
  }
}

extension Workspace {
  /// Whether partnerships have all ended by a day; not where none is named.
  fileprivate func areOver(_ some: [Reference<Partnership>], on day: CalendarDate) -> Bool {
    !some.isEmpty
      && some.allSatisfy { reference in
        partnerships[reference]?.to?.last.map { $0 < day } ?? false
      }
  }
}
