/// Why a deadline is due when it is, in a sentence and in steps.
public struct Explanation: Hashable, Sendable {
  /// Everything in one sentence.
  public let sentence: String
  /// The same in steps, a sentence each.
  public let steps: [String]
  /// The steps without the day itself and how far off it is, for whoever shows those already.
  public let reasons: [String]
  /// The rule, its authority and how sure it is.
  public let basis: String
}

/// Explains the deadlines of a workspace as they stand on a day.
public struct Explainer: Sendable {
  private let context: RecordContext
  private let calendars: [Division: SharedCalendar]
  private let book: RuleBook

  /// Explains for one workspace and one day, by its rules where they have been gathered already.
  public init(_ workspace: Workspace, on day: CalendarDate, under book: RuleBook? = nil) {
    context = RecordContext(workspace, day: day)
    self.book = book ?? workspace.ruleBook
    let divisions = Set(workspace.rules.all.map(\.division)).union([.englandAndWales])
    calendars = Dictionary(
      uniqueKeysWithValues: divisions.map {
        let days = workspace.bankHolidays.workingDays(in: $0.rawValue)
        return ($0, SharedCalendar(days: days, today: day))
      })
  }

  /// Why a deadline is due when it is.
  public func callAsFunction(_ deadline: Deadline) -> Explanation {
    let rule = deadline.entry.rule
    let calendar =
      calendars[rule.division]
      ?? SharedCalendar(
        days: context.workspace.bankHolidays.workingDays(in: rule.division.rawValue),
        today: context.day)
    return Explaining(
      context: context, book: book, deadline: deadline, rule: rule,
      due: deadline.counted(in: calendar),
      reasons: context.workspace.record(deadline.record) as? any DeadlineReasons
    ).explanation
  }
}

/// Puts a deadline into words.
private struct Explaining {
  let context: RecordContext
  let book: RuleBook
  let deadline: Deadline
  let rule: Rule
  /// How its date is found.
  let due: Due
  /// What the record says of it.
  let reasons: (any DeadlineReasons)?

  private var day: CalendarDate { context.day }

  var explanation: Explanation {
    let parts = [clock, holidays, dueWords, progress, provisional] + [extended, paused]
    let tail = [basisWords, rule.offset == nil ? "" : rule.confidence.title]
    let sentence = (parts + tail).filter { !$0.isEmpty }.joined(separator: "; ")
    return Explanation(
      sentence: sentence.prefix(1).uppercased() + sentence.dropFirst() + ".",
      steps: steps(withDay: true), reasons: steps(withDay: false), basis: basis)
  }

  /// "day 11 of 15 working days from Thu 28 Mar 2024".
  private var clock: String {
    guard let distance = rule.distance, let start = due.start else { return recordWords }
    let from = start.long
    if rule.unit == .meeting {
      let whose = rule.meetingOf.map { " of \(context.names(PartnershipGroup.kind, $0.id))" } ?? ""
      return "by the next meeting\(whose) after \(from)"
    }
    if rule.runsToEndOfMonth {
      return distance.count == 0
        ? "at the end of the month of \(from)"
        : "\(rule.countWords(distance)) \(rule.direction.title) \(from)"
    }
    if distance.count == 0 { return from == due.date?.long ? "" : "on \(from)" }
    let words = "\(distance.words) \(rule.direction == .before ? "before" : "from") \(from)"
    return runningDay.map { "day \($0) of \(words)" } ?? words
  }

  /// Which of its working days today is; nil where no clock of working days runs.
  private var runningDay: Int? {
    guard rule.direction == .after, deadline.status.isOpen, rule.unit == .workingDay,
      let distance = rule.distance, let first = due.countedFrom, day >= first,
      let passed = due.counted(through: day), passed <= distance.count
    else { return nil }
    return passed
  }

  /// What the record itself says about its date.
  private var recordWords: String {
    if let words = rule.trigger.recordWords { return words(deadline, context) }
    if let because = reasons?.because, !because.isEmpty { return because.asClause }
    if deadline.due == nil {
      return rule.offset == nil
        ? "no date is recorded" : rule.dueWords(in: book, context.names)
    }
    return rule.trigger.nature == .ownDate ? rule.trigger.title : Clock.ownDateTitle
  }

  /// "Good Friday and Easter Monday did not count".
  private var holidays: String {
    let titles = due.skipped.map(\.title)
    if titles.isEmpty { return "" }
    if titles.count > 3 { return "\(titles.count) bank holidays did not count" }
    return "\(listed(titles)) did not count"
  }

  private var dueWords: String {
    if deadline.status == .noDate { return "" }
    guard let date = due.date, date.last != nil else { return "waiting for a date" }
    return "\(deadline.firstDue == nil ? "due" : "first due") \(date.long)"
  }

  private var progress: String {
    switch deadline.status {
    case .doneOnTime, .done: deadline.doneOn.map { "done on \($0.long)" } ?? "done"
    case .doneLate: "\(deadline.standingInFull), on \(deadline.doneOn?.long ?? "a day unknown")"
    case .overdue: deadline.standingInFull
    case .notReported: "no source says whether it was done"
    case .notApplicable: "not applicable"
    default: ""
    }
  }

  private var provisional: String {
    guard deadline.isProvisional, let year = due.provisionalYear else { return "" }
    return
      "provisional, as no bank holidays are published here for \(year): the general rules count"
  }

  private var extended: String {
    let words = deadline.agreedExtension?.words ?? ""
    return words.hasSuffix(".") ? String(words.dropLast()) : words
  }

  private var paused: String {
    guard let pause = reasons?.pause else { return "" }
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
    if let authority = reasons?.authority, !authority.isEmpty { return authority }
    let isImplied = Rule.builtIn[rule.id] != nil && context.workspace.rules[rule.id] == nil
    return isImplied ? "" : rule.authority
  }

  private var basis: String {
    let sure = basisWords.isEmpty ? "" : rule.confidence.title
    return [rule.says, basisWords, sure].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private func steps(withDay isWithDay: Bool) -> [String] {
    var steps: [String] = []
    if let start = due.start, let distance = rule.distance {
      let side = rule.direction == .before ? "before" : "after"
      steps.append("Starts from \(start.long): \(rule.trigger.title).")
      if distance.count > 0 {
        steps.append("\(rule.countWords(distance)) \(side); \(convention).".capitalisedFirst)
      } else if rule.runsToEndOfMonth {
        steps.append("\(convention).".capitalisedFirst)
      }
    } else if !recordWords.isEmpty {
      steps.append("\(recordWords).".capitalisedFirst)
    }
    let skipped = due.skipped
    if !skipped.isEmpty {
      let days = skipped.map {
        "\($0.title) (\(CalendarDate.weekdayNames[$0.date.weekday]) \($0.date.short))"
      }
      steps.append("Did not count: \(days.joined(separator: ", ")), and weekends.")
    }
    if rule.weekend != .stays {
      let from = due.movedFrom.map { ": here from \($0.long)" } ?? ""
      steps.append("\(rule.weekend.title)\(from).".capitalisedFirst)
    }
    if !isWithDay, let day = runningDay, let distance = rule.distance {
      steps.append("Today is day \(day) of \(distance.count).")
    }
    if isWithDay, !dueWords.isEmpty { steps.append("\(dueWords).".capitalisedFirst) }
    if rule.tolerance > 0 {
      let grace = DateOffset(rule.tolerance, rule.unit).words
      steps.append("It counts as overdue \(grace) later.")
    }
    steps += [provisional, extended, paused].filter { !$0.isEmpty }.map {
      "\($0).".capitalisedFirst
    }
    if isWithDay, !deadline.distanceText.isEmpty || !progress.isEmpty {
      let now = deadline.status.isOpen ? deadline.distanceText.withWorkingDays : progress
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
    case .month, .year: return "months run to \(rule.monthsRunTo.title)"
    case .meeting where rule.meetingOf != nil:
      return "the meetings of "
        + (rule.meetingOf.map { context.names(PartnershipGroup.kind, $0.id) } ?? "") + " count"
    case .week, .meeting, .cadence: return "to the day"
    }
  }
}

extension String {
  /// Without its full stop and its capital, to go on with in a sentence.
  var asClause: String {
    let bare = hasSuffix(".") ? dropLast() : self[...]
    let isName = bare.dropFirst().first?.isUppercase ?? false
    return isName ? String(bare) : bare.prefix(1).lowercased() + bare.dropFirst()
  }

  fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
