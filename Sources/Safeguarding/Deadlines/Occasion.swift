/// Something that puts a rule to work: an event that starts its clock, or a record that waits for one.
struct Occasion {
  /// What is known of how it went.
  enum Outcome {
    case notStarted, started, notReported, notApplicable
    /// Done, on a date where that is known.
    case done(ImpreciseDate?)
  }

  /// The record that shows it in full.
  var record: RecordID
  /// What is owed.
  var title: String
  /// What tells it apart from other occasions of the same rule and record.
  var suffix = ""
  /// What sort of thing is owed, where the record says so; else what the rule says.
  var form: String?
  /// When the clock starts; nil when that has not happened yet.
  var start: ImpreciseDate?
  /// The day on which a rule has to be in force to ask for it; else that on which its clock starts.
  var inForceOn: CalendarDate?
  /// The date that the record gives itself; it wins over the rule's.
  var due: ImpreciseDate?
  /// How it went.
  var outcome = Outcome.notStarted
  /// Who owes it; the rule's owners when empty.
  var owners: [Owner] = []
  /// The group that sees to it.
  var group: Reference<PartnershipGroup>?
  /// The partnerships it concerns.
  var partnerships: [Reference<Partnership>]
  /// Later dates that were agreed.
  var extensions: [Extension] = []
  /// Whether something that comes after it has happened, so that it is not waited for any more.
  var isPassed = false
  /// Whether it stands still.
  var isPaused = false
  /// Whether it comes from a record that was not published.
  var isIllustrative = false
  /// What a record of it would say; nil where there is one.
  var expectation: Expectation?
}

extension Occasion {
  /// The later date that counts under a rule, where one was agreed.
  func agreedExtension(under rule: String) -> Extension? {
    extensions.isEmpty
      ? nil : extensions.last { $0.to != nil && ($0.rule?.id ?? rule) == rule }
  }
}

extension Occasion.Outcome {
  /// When it was done; nil where it was not, or nobody recorded when.
  var doneOn: ImpreciseDate? { if case .done(let date) = self { date } else { nil } }

  /// What the status of an action or obligation says.
  init(_ status: ActionStatus, doneOn: ImpreciseDate?) {
    switch status {
    case .open: self = .notStarted
    case .started: self = .started
    case .done: self = .done(doneOn)
    case .dropped: self = .notApplicable
    case .unknown: self = .notReported
    }
  }
}
