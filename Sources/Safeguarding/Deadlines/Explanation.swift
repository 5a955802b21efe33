/// Why a deadline is due when it is, in a sentence and in steps.
public struct Explanation: Hashable, Sendable {
  /// Everything in one sentence.
  public let sentence: String
  /// The same in steps, a sentence each.
  public let steps: [String]
  /// The rule, its authority and how sure it is.
  public let basis: String
}

/// Explains the deadlines of a workspace as they stand on a day.
public struct Explainer: Sendable {
  private let workspace: Workspace
  private let day: CalendarDate
  private let calendars: [Division: WorkingDays]
  private let book: RuleBook

  /// Explains for one workspace and one day, by its rules where they have been gathered already.
  public init(_ workspace: Workspace, on day: CalendarDate, under book: RuleBook? = nil) {
    self.workspace = workspace
    self.day = day
    self.book = book ?? workspace.ruleBook
    let divisions = Set(workspace.rules.all.map(\.division)).union([.englandAndWales])
    calendars = Dictionary(
      uniqueKeysWithValues: divisions.map {
        ($0, workspace.bankHolidays.workingDays(in: $0.rawValue))
      })
  }

  /// Why a deadline is due when it is.
  public func callAsFunction(_ deadline: Deadline) -> Explanation {
    let rule = book[deadline.rule] ?? Rule()
    return Explaining(
      workspace: workspace, book: book, deadline: deadline, rule: rule, day: day,
      calendar: calendars[rule.division] ?? workspace.bankHolidays.workingDays()
    ).explanation
  }
}

/// Puts a deadline into words.
private struct Explaining {
  let workspace: Workspace
  let book: RuleBook
  let deadline: Deadline
  let rule: Rule
  let day: CalendarDate
  let calendar: WorkingDays

  var explanation: Explanation {
    let parts = [clock, holidays, dueWords, progress, provisional] + [extended, paused]
    let tail = [basisWords, rule.offset == nil ? "" : rule.confidence.title]
    let sentence = (parts + tail).filter { !$0.isEmpty }.joined(separator: "; ")
    return Explanation(
      sentence: sentence.prefix(1).uppercased() + sentence.dropFirst() + ".", steps: steps,
      basis: basis)
  }

  /// The due date as the rule or the record first gave it.
  private var ownDue: ImpreciseDate? { deadline.firstDue ?? deadline.due }
  private var startDay: CalendarDate? {
    rule.direction == .before ? deadline.start?.first : deadline.start?.last
  }
  private var ownDay: CalendarDate? { ownDue?.last }

  /// "day 11 of 15 working days from Thu 28 Mar 2024".
  private var clock: String {
    guard let distance = rule.distance, let start = deadline.start else { return recordWords }
    let from = start.long
    if rule.unit == .meeting { return "by the next meeting after \(from)" }
    if distance.count == 0 { return from == ownDue?.long ? "" : "on \(from)" }
    let words = "\(distance.words) \(rule.direction == .before ? "before" : "from") \(from)"
    guard rule.direction == .after, deadline.status.isOpen, rule.unit == .workingDay,
      let first = startDay, day >= first
    else { return words }
    let passed = calendar.count(after: first, through: day) + (countsTrigger ? 1 : 0)
    return passed > distance.count ? words : "day \(passed) of \(words)"
  }

  private var countsTrigger: Bool {
    rule.dayOne == .trigger && (startDay.map { calendar.contains($0) } ?? false)
  }

  /// What the record itself says about its date.
  private var recordWords: String {
    switch rule.trigger {
    case .reminder: return rule.reason.isEmpty ? "no date can be computed" : rule.reason.asClause
    case .lastMeeting, .termsReviewed, .chairTermBegins: return groupWords
    default: break
    }
    if let obligation = workspace.obligations[deadline.record.id],
      deadline.record.kind == Obligation.kind, !obligation.because.isEmpty
    {
      return obligation.because.asClause
    }
    if deadline.due == nil {
      return rule.offset == nil ? "no date is recorded" : rule.dueWords(in: book)
    }
    return rule.trigger.nature == .ownDate ? rule.trigger.title : RuleTrigger.obligationDue.title
  }

  private var groupWords: String {
    guard let group = workspace.groups[deadline.group] else { return "" }
    switch rule.trigger {
    case .lastMeeting:
      let due = workspace.meetingDue(for: group, on: day)
      let last = due?.last.date.map { " and last met \($0.long)" } ?? "; no meeting is recorded"
      let next = workspace.nextMeeting(of: Reference(group.id), after: day)?.date
      return "it meets \(group.cadence?.words ?? "regularly")\(last); "
        + (next.map { "the next one is planned for \($0.long)" } ?? "no next meeting is planned")
    case .termsReviewed:
      let terms = group.termsOfReference
      let last = (terms?.reviewedOn ?? terms?.agreedOn)?.long ?? "on an unknown day"
      return "they are reviewed \(terms?.reviewEvery?.words ?? "regularly"), last \(last)"
    default:
      return "a term lasts \(group.rotation?.termMonths ?? 12) months"
    }
  }

  /// "Good Friday and Easter Monday did not count".
  private var holidays: String {
    let titles = skipped.map(\.title)
    guard let last = titles.last else { return "" }
    if titles.count > 3 { return "\(titles.count) bank holidays did not count" }
    let list = titles.count == 1 ? last : titles.dropLast().joined(separator: ", ") + " and " + last
    return "\(list) did not count"
  }

  private var skipped: [BankHolidays.Day] {
    guard rule.unit.countsWorkingDays, rule.offset != nil, let start = startDay, let due = ownDay
    else { return [] }
    return start <= due
      ? calendar.holidays(after: start, through: due)
      : calendar.holidays(after: due.adding(days: -1), through: start.adding(days: -1))
  }

  private var dueWords: String {
    if deadline.status == .noDate { return "" }
    guard let due = ownDue, due.last != nil else { return "waiting for a date" }
    return "\(deadline.firstDue == nil ? "due" : "first due") \(due.long)"
  }

  private var progress: String {
    switch deadline.status {
    case .doneOnTime: deadline.doneOn.map { "done on \($0.long)" } ?? "done"
    case .doneLate: "\(deadline.standing.expanded), on \(deadline.doneOn?.long ?? "a day unknown")"
    case .overdue: deadline.standing.expanded
    case .notReported: "no source says whether it was done"
    case .notApplicable: "not applicable"
    default: ""
    }
  }

  private var provisional: String {
    guard deadline.isProvisional, let start = startDay, let due = ownDay,
      let year = calendar.firstYearNotListed(from: min(start, due), through: max(start, due))
    else { return "" }
    return
      "provisional, as no bank holidays are published here for \(year): the general rules count"
  }

  private var extended: String {
    let words = deadline.agreedExtension?.words ?? ""
    return words.hasSuffix(".") ? String(words.dropLast()) : words
  }

  private var pause: Pause? {
    switch deadline.record.kind {
    case Obligation.kind: workspace.obligations[deadline.record.id]?.pause
    case Review.kind: workspace.reviews[deadline.record.id]?.pause
    default: nil
    }
  }

  private var paused: String {
    guard let pause else { return "" }
    guard deadline.status == .paused else {
      return pause.until.map {
        "it stood still from \(pause.from?.short ?? "a day unknown") to \($0.short), "
          + "which does not move the date"
      } ?? ""
    }
    let told = pause.notifiedOn.map { ", told on \($0.short)" } ?? ", nobody was told yet"
    return "paused since \(pause.from?.short ?? "a day unknown") because "
      + pause.because.asClause + told
  }

  private var basisWords: String {
    let obligation =
      deadline.record.kind == Obligation.kind ? workspace.obligations[deadline.record.id] : nil
    if let authority = obligation?.authority, !authority.isEmpty { return authority }
    return Rule.builtIn[rule.id] == nil || workspace.rules[rule.id] != nil ? rule.authority : ""
  }

  private var basis: String {
    let sure = basisWords.isEmpty ? "" : rule.confidence.title
    return [rule.says, basisWords, sure].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private var steps: [String] {
    var steps: [String] = []
    if let start = deadline.start, let distance = rule.distance {
      let side = rule.direction == .before ? "before" : "after"
      steps.append("Starts from \(start.long): \(rule.trigger.title).")
      if distance.count > 0 {
        steps.append("\(distance.words) \(side); \(convention).".capitalisedFirst)
      }
    } else if !recordWords.isEmpty {
      steps.append("\(recordWords).".capitalisedFirst)
    }
    if !skipped.isEmpty {
      let days = skipped.map {
        "\($0.title) (\(CalendarDate.weekdayNames[$0.date.weekday]) \($0.date.short))"
      }
      steps.append("Did not count: \(days.joined(separator: ", ")), and weekends.")
    }
    if rule.weekend != .stays { steps.append("\(rule.weekend.title).".capitalisedFirst) }
    if !dueWords.isEmpty { steps.append("\(dueWords).".capitalisedFirst) }
    if rule.tolerance > 0 {
      let grace = DateOffset(rule.tolerance, rule.unit).words
      steps.append("It counts as overdue \(grace) later.")
    }
    steps += [provisional, extended, paused].filter { !$0.isEmpty }.map {
      "\($0).".capitalisedFirst
    }
    if !deadline.distanceText.isEmpty || !progress.isEmpty {
      let now = deadline.status.isOpen ? deadline.distanceText.expanded : progress
      steps.append("As at \(day.long): \(now).")
    }
    if rule.informationOnly { steps.append("For information: late has no consequence.") }
    return steps
  }

  private var convention: String {
    let next = rule.direction == .before ? "the day before" : "the next day"
    let first = rule.dayOne == .trigger ? rule.dayOne.title : "\(next) is the first"
    switch rule.unit {
    case .workingDay: return "\(first) (\(rule.division.title))"
    case .clearWorkingDay: return "both ends left out (\(rule.division.title))"
    case .clearDay: return "both ends left out"
    case .calendarDay: return first
    case .month, .year: return "a shorter month ends with its last day"
    case .week, .meeting, .cadence: return "to the day"
    }
  }
}

extension String {
  /// Without its full stop and its capital, to go on with in a sentence.
  fileprivate var asClause: String {
    let bare = hasSuffix(".") ? dropLast() : self[...]
    let isName = bare.dropFirst().first?.isUppercase ?? false
    return isName ? String(bare) : bare.prefix(1).lowercased() + bare.dropFirst()
  }

  fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }

  /// With "wd" spelled out.
  fileprivate var expanded: String {
    let isOne = split(separator: " ").contains("1")
    return replacing(" wd", with: isOne ? " working day" : " working days")
  }
}
