/// How what is owed is ticked as done, from its row in a list of what is owed.
public enum Fulfilment: Hashable, Sendable {
  /// Its record is ticked.
  case tick
  /// A date or a part of its record is entered, or taken out again.
  case edit(Edit)
  /// It is not ticked: why, and where it is done, in sentences.
  case elsewhere(String)
}

extension Deadline {
  /// How it is ticked: as its event says, else as its record is.
  public func fulfilment(_ context: RecordContext) -> Fulfilment {
    if let told = entry.rule.trigger.fulfilment?(self, context) { return told }
    if record.kind == Rule.kind {
      return .elsewhere(
        "This reminds of a duty without a date. No record tells of it, so there is nothing to tick."
      )
    }
    if Kinds.ticks(record.kind) { return .tick }
    let noun = record.kind.title.lowercased().withArticle
    return .elsewhere("What is owed here is done when \(noun) says so: press ‹edit› and enter it.")
  }

  /// Whether a later date can be agreed for it, where its record keeps such dates.
  public var takesMoreTime: Bool { entry.rule.trigger.takesMoreTime }

  /// Whether it stands still while its record does.
  public var standsStill: Bool {
    guard record.kind == Review.kind else { return true }
    return entry.rule.trigger.reviewEvent == nil || entry.rule.until == .published
      || entry.rule.until == .advanceCopySent
  }

  /// The record that would tell how it goes, as far as is known; nil where one does.
  ///
  /// What an agency sends for a period is a return of data; anything else is an obligation.
  public var unrecorded: (any Entity)? {
    guard let expectation = occasion.expectation else { return nil }
    if entry.rule.form == .data, entry.rule.oneFor == .eachOwner, expectation.period != nil,
      let agency = owners.first?.agency
    {
      var submission = Submission()
      submission.partnership = partnerships.first ?? ""
      (submission.agency, submission.what) = (agency, entry.rule.title)
      (submission.rule, submission.period) = (Reference(rule), expectation.period)
      return submission
    }
    var obligation = Obligation()
    obligation.partnership = partnerships.first ?? ""
    obligation.group = group
    obligation.title = title
    obligation.form = ObligationForm(rawValue: entry.rule.form.rawValue) ?? .report
    obligation.owners = owners
    obligation.recipients = expectation.recipients
    obligation.rule = Reference(rule)
    obligation.period = expectation.period
    return obligation
  }
}

/// What a rule asks for and no record tells yet: what a record of it would say.
final class Expectation: Sendable {
  /// The period for which it is owed, where the rule asks for it in each.
  let period: ImpreciseDate?
  /// Who receives it, where it is one for each of them.
  let recipients: [String]

  init(period: ImpreciseDate?, recipients: [String]) {
    self.period = period
    self.recipients = recipients
  }
}

extension RecordContext {
  /// The edit that makes a record another one.
  func edit<E: Entity>(_ title: String, _ before: E, to after: E) -> Fulfilment {
    edit(called: title, before, to: after).map { .edit($0) }
      ?? .elsewhere("The file of this is not known. Press ‹reload› to read the data again.")
  }
}
