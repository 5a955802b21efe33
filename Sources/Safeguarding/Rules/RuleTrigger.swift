/// The event that starts a rule's clock: how it is found among the records, and how it is said.
///
/// A new one is declared beside the function that finds it. What happens is added to the list of events;
/// a date that records of a kind name themselves is one of the clocks of that kind.
public struct RuleTrigger: Choice {
  /// Where the date of an event comes from.
  enum Nature {
    /// Something happens or is planned.
    case event
    /// A record gives itself a date.
    case ownDate
    /// It returns, so that it is expected without a record.
    case returning
    /// No date is known.
    case none
  }

  /// What a rule has to say beside the event, so that a date can be computed.
  enum Need {
    case distance
    /// A distance, or that it is as often as the record says.
    case distanceOrCadence
    /// The date itself.
    case date
    /// The rule that it waits for.
    case rule
    /// Why no date can be computed.
    case reason
  }

  /// From where the clock of an obligation runs that names a rule with this trigger.
  enum Start {
    /// From the day that the obligation gives.
    case ownDay
    /// From the first day of its period.
    case periodBegins
    /// From the last day of its period.
    case periodEnds
    /// From the date that the rule states.
    case statedDate
    /// From what is found among the records.
    case found(@Sendable (inout DeadlineMaker, Obligation, Rule) -> ImpreciseDate?)
  }

  /// The declaration is shared: every rule has a trigger.
  private let declared: Declaration

  init(
    _ word: String, _ title: String, _ nature: Nature = .event, help: String = "",
    among group: ChoiceGroup? = nil, needs: Set<Need>? = nil,
    review event: ReviewEvent? = nil, hasPeriod: Bool = false, countsObligations: Bool = false,
    inRule eventWords: (@Sendable (Rule, RuleBook?) -> String)? = nil,
    due dueWords: @escaping @Sendable (Rule) -> String? = { _ in nil },
    because recordWords: (@Sendable (Deadline, RecordContext) -> String)? = nil,
    starts: Start = .ownDay, takesMoreTime: Bool = true,
    done fulfilment: (@Sendable (Deadline, RecordContext) -> Fulfilment?)? = nil,
    find: @escaping @Sendable (inout DeadlineMaker, RuleBook.Entry) -> Void
  ) {
    let usual: Set<Need> = nature == .ownDate || nature == .none ? [] : [.distance]
    declared = Declaration(
      word: word, title: title, help: help,
      group: group ?? RuleTrigger.group(of: nature, isOfReview: event != nil), nature: nature,
      needs: needs ?? usual, reviewEvent: event,
      hasPeriod: hasPeriod, countsObligations: countsObligations,
      eventWords: eventWords ?? { _, _ in title }, dueWords: dueWords, recordWords: recordWords,
      starts: starts, takesMoreTime: takesMoreTime, fulfilment: fulfilment, find: find)
  }

  /// The trigger with a word, or nil.
  public init?(rawValue: String) {
    guard let known = RuleTrigger.allCases.first(where: { $0.rawValue == rawValue }) else {
      return nil
    }
    self = known
  }

  /// Every trigger, in the order in which files and schemas list them.
  public static let allCases: [RuleTrigger] = {
    let own = Kinds.clocks.map(\.trigger).filter { !events.contains($0) }
    return events + own + [.reminder, .definition]
  }()

  /// What happens, is planned or returns.
  private static let events: [RuleTrigger] = [
    .incidentKnown, .incidentNotified, .rapidReviewSent, .reviewDecided, .publicationPlanned,
    .reviewPaused, .reportEndorsed, .lastMeeting, .meetingPlanned, .meetingHeld,
    .meetingsInPeriod, .termsReviewed, .chairTermBegins, .officeVacant, .periodBegins,
    .periodEnds, .fixedDate, .commencement, .nominationMissing, .obligationStarts, .ruleFulfilled,
    .lastFulfilled,
  ]

  /// Two triggers are the same when their words are.
  public static func == (left: RuleTrigger, right: RuleTrigger) -> Bool {
    left.rawValue == right.rawValue
  }

  /// Feeds the word into a hash.
  public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
}

extension RuleTrigger {
  /// Everything that is declared of a trigger.
  private final class Declaration: Sendable {
    let word: String
    let title: String
    let help: String
    let group: ChoiceGroup
    let nature: Nature
    let needs: Set<Need>
    let reviewEvent: ReviewEvent?
    let hasPeriod: Bool
    let countsObligations: Bool
    let eventWords: @Sendable (Rule, RuleBook?) -> String
    let dueWords: @Sendable (Rule) -> String?
    let recordWords: (@Sendable (Deadline, RecordContext) -> String)?
    let starts: Start
    let takesMoreTime: Bool
    let fulfilment: (@Sendable (Deadline, RecordContext) -> Fulfilment?)?
    let find: @Sendable (inout DeadlineMaker, RuleBook.Entry) -> Void

    init(
      word: String, title: String, help: String, group: ChoiceGroup, nature: Nature,
      needs: Set<Need>, reviewEvent: ReviewEvent?,
      hasPeriod: Bool, countsObligations: Bool,
      eventWords: @escaping @Sendable (Rule, RuleBook?) -> String,
      dueWords: @escaping @Sendable (Rule) -> String?,
      recordWords: (@Sendable (Deadline, RecordContext) -> String)?,
      starts: Start, takesMoreTime: Bool,
      fulfilment: (@Sendable (Deadline, RecordContext) -> Fulfilment?)?,
      find: @escaping @Sendable (inout DeadlineMaker, RuleBook.Entry) -> Void
    ) {
      (self.word, self.title, self.nature, self.needs) = (word, title, nature, needs)
      (self.help, self.group) = (help, group)
      (self.reviewEvent, self.hasPeriod) = (reviewEvent, hasPeriod)
      self.countsObligations = countsObligations
      (self.eventWords, self.dueWords, self.recordWords) = (eventWords, dueWords, recordWords)
      (self.starts, self.takesMoreTime) = (starts, takesMoreTime)
      (self.fulfilment, self.find) = (fulfilment, find)
    }
  }

  /// The word for it in files.
  public var rawValue: String { declared.word }
  /// The event in words.
  public var title: String { declared.title }
  /// When it is chosen for a rule, as a sentence.
  public var help: String { declared.help }
  /// What it stands among in a form.
  public var group: ChoiceGroup? { declared.group }
  /// The event of a review that it means, if any.
  public var reviewEvent: ReviewEvent? { declared.reviewEvent }
  /// Whether it comes once in each of the periods that a rule names.
  public var hasPeriod: Bool { declared.hasPeriod }
  /// Where its date comes from.
  var nature: Nature { declared.nature }
  /// What a rule has to say beside it.
  var needs: Set<Need> { declared.needs }
  /// Whether it sees to the obligations that name its rule, so that they are not found twice.
  var countsObligations: Bool { declared.countsObligations }
  /// The event as a rule means it: "the quarter ends".
  var eventWords: @Sendable (Rule, RuleBook?) -> String { declared.eventWords }
  /// When something is due under a rule, where that is no distance from the event.
  var dueWords: @Sendable (Rule) -> String? { declared.dueWords }
  /// What records say of a date that is not counted from the event; nil where the usual words do.
  var recordWords: (@Sendable (Deadline, RecordContext) -> String)? { declared.recordWords }
  /// From where the clock of an obligation runs that names a rule with this trigger.
  var starts: Start { declared.starts }
  /// Whether a later date that its record keeps counts for what is owed by it.
  var takesMoreTime: Bool { declared.takesMoreTime }
  /// How what is owed by it is ticked; nil, or an answer of nil, where that is as its record is ticked.
  var fulfilment: (@Sendable (Deadline, RecordContext) -> Fulfilment?)? { declared.fulfilment }
  /// Finds every occasion for a rule with this trigger.
  var find: @Sendable (inout DeadlineMaker, RuleBook.Entry) -> Void { declared.find }
}

extension RuleTrigger {
  /// What is counted from most often.
  static let usual = ChoiceGroup("Usual", rank: 0)
  /// What happens in groups: meetings, terms, offices.
  static let ofGroups = ChoiceGroup("Meetings, chair and offices", rank: 1)
  private static let ofReviews = ChoiceGroup("Steps of a review", rank: 2)
  /// What records say of themselves.
  static let ofRecords = ChoiceGroup("Dates that a record gives", rank: 3)
  private static let without = ChoiceGroup("Without a date", rank: 4)

  /// What a trigger stands among that says nothing else.
  private static func group(of nature: Nature, isOfReview: Bool) -> ChoiceGroup {
    switch nature {
    case .returning: usual
    case .event: isOfReview ? ofReviews : ofGroups
    case .ownDate: ofRecords
    case .none: without
    }
  }
}
