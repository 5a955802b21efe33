extension RuleTrigger {
  /// The last meeting.
  public static let lastMeeting = RuleTrigger(
    "lastMeeting", "the last meeting",
    help: "For a group that has to meet again within a time.", needs: [.distanceOrCadence],
    due: { $0.unit == .cadence ? "within the group's cadence" : nil },
    because: { $1.workspace.groups[$0.group]?.meetingWords($1) ?? "" },
    done: { _, _ in .elsewhere("It is done when the group has met. \(howToMeet)") }
  ) { $0.findNextMeetings($1) }

  /// So many meetings in each period.
  public static let meetingsInPeriod = RuleTrigger(
    "meetingsInPeriod", "so many meetings in each period", .returning,
    help: "For a group that has to meet so many times in each quarter or year.", among: ofGroups,
    needs: [],
    hasPeriod: true, countsObligations: true,
    inRule: { rule, _ in "the \(rule.period.title) ends" },
    due: { $0.groups.isEmpty ? nil : "\($0.times) in each \($0.period.title)" },
    done: { deadline, _ in
      deadline.record.kind == PartnershipGroup.kind
        ? .elsewhere("The meetings that were held are counted. \(howToMeet)") : nil
    }
  ) { $0.findMeetingCounts($1) }

  /// The terms of reference were reviewed.
  public static let termsReviewed = RuleTrigger(
    "termsReviewed", "the terms of reference were reviewed",
    help: "For terms of reference that are looked at again after a time.",
    needs: [.distanceOrCadence],
    due: { $0.unit == .cadence ? "as often as the terms say" : nil },
    because: { $1.workspace.groups[$0.group]?.termsWords ?? "" },
    done: { deadline, context in
      guard let group = context.workspace.groups[deadline.record.id] else { return nil }
      var after = group
      after.termsOfReference?.reviewedOn = ImpreciseDate(context.day)
      return context.edit("Terms of reference reviewed: \(group.label)", group, to: after)
    }
  ) { $0.findTermsOfReference($1) }

  /// Where it is said that a group has met.
  private static let howToMeet =
    "‹open› opens the group: there ‹add› adds a meeting, and going through who came says that it was held."
}

extension PartnershipGroup {
  /// The dates by which a group owes something.
  public static let clocks = [
    Clock(
      .lastMeeting, "meeting-cadence", "Next meeting", .meeting,
      "A group meets again within its cadence.", offset: 1, unit: .cadence, rank: 7),
    Clock(
      .meetingsInPeriod, "meetings-in-year", "Meetings", .meeting,
      "A group meets as many times a year as agreed.", offset: 0, unit: .calendarDay,
      period: .reportingYear, rank: 8),
    Clock(
      .termsReviewed, "terms-review", "Terms of reference", .review,
      "Terms of reference are reviewed as often as agreed.", offset: 1, unit: .cadence, rank: 11),
  ]

  /// How often it meets, when it met last and when it meets next.
  fileprivate func meetingWords(_ context: RecordContext) -> String {
    let workspace = context.workspace
    let met = workspace.lastMeeting(of: Reference(id), before: context.day)?.date
    let last = met.map { " and last met \($0.long)" } ?? "; no meeting is recorded"
    let next = workspace.nextMeeting(of: Reference(id), after: context.day)?.date
    return "it meets \(cadence?.words ?? "regularly")\(last); "
      + (next.map { "the next one is planned for \($0.long)" } ?? "no next meeting is planned")
  }

  /// How often its terms of reference are reviewed, and when they were last.
  fileprivate var termsWords: String {
    let last = (termsOfReference?.reviewedOn ?? termsOfReference?.agreedOn)?.long
    let often = termsOfReference?.reviewEvery?.words ?? "regularly"
    return "they are reviewed \(often), last \(last ?? "on an unknown day")"
  }
}

extension DeadlineMaker {
  /// The groups that a rule is meant for: those that are live, and those of which it is still looked at what they
  /// missed before they ended.
  func groups(of rule: Rule) -> [PartnershipGroup] {
    workspace.groups.all.filter { group in
      (group.isLive(on: day) || hasEnded(group.to) && !isLongOver(group.to))
        && (rule.groups.isEmpty || rule.groups.contains(Reference(group.id)))
    }
  }

  /// What a group owes: whom the rule names, else its chair.
  mutating func occasion(
    of group: PartnershipGroup, _ title: String, _ rule: Rule
  ) -> Occasion {
    Occasion(
      record: RecordID(PartnershipGroup.kind, group.id), title: title,
      owners: rule.owners.isEmpty ? [Owner(name: "Chair of the \(group.bareLabel)")] : [],
      group: Reference(group.id),
      partnerships: lookups.partnerships(of: Reference(group.id)))
  }

  /// The next meeting of each group that has a cadence.
  mutating func findNextMeetings(_ entry: RuleBook.Entry) {
    let rule = entry.rule
    for group in groups(of: rule) {
      let cadence = group.cadence
      if rule.unit == .cadence, cadence == nil || cadence?.timesAYear != nil { continue }
      var occasion = occasion(of: group, "\(group.name): next meeting", rule)
      if let last = lookups.lastMeeting(of: Reference(group.id), heldBy: day) {
        occasion.start = last.date
        occasion.isIllustrative = last.illustrative
        if rule.unit == .cadence, let cadence, let met = last.date?.last {
          occasion.due = ImpreciseDate(cadence.next(after: met))
        }
      }
      if hasEnded(group.to) {
        guard stays(&occasion, after: group.to, under: entry) else { continue }
      } else if let next = lookups.meeting(of: Reference(group.id), plannedFrom: day) {
        occasion.outcome = .started
        // It may be overdue and planned at once: both are said.
        if let date = next.date { occasion.title += ", planned for \(date.short)" }
      } else {
        // A meeting that is planned says that the group has not met again; else nothing is known.
        forgive(&occasion, under: entry)
      }
      add(occasion, under: entry)
    }
  }

  /// So many meetings in the present period, and in each before it that is fully recorded.
  mutating func findMeetingCounts(_ entry: RuleBook.Entry) {
    let rule = entry.rule
    for group in groups(of: rule) {
      let asked = rule.groups.isEmpty ? group.cadence?.timesAYear : rule.times
      // A rule that asks for none is reported, and counts as asking for one until it is mended.
      guard let times = asked.map({ max(1, $0) }) else { continue }
      for period in periods(rule, group) {
        let meetings = lookups.meetings(of: Reference(group.id)).filter { $0.lies(in: period) }
        let held = meetings.filter { $0.wasHeld(by: day) }
        let planned = meetings.filter { $0.isPlanned(from: day) }
        let name = rule.period.name(of: period, in: years(of: group))
        var occasion = occasion(
          of: group, "\(group.name): \(times) meeting\(times == 1 ? "" : "s") in \(name)", rule)
        occasion.suffix = ":\(period.lowerBound.iso)"
        occasion.start = ImpreciseDate(period.upperBound)
        occasion.isIllustrative = meetings.contains(where: \.illustrative)
        if held.count >= times {
          occasion.outcome = .done(held[times - 1].date)
        } else if let record = obligation(for: rule, in: period, group: group) {
          occasion.outcome = Occasion.Outcome(record.status, doneOn: record.doneOn)
          occasion.record = RecordID(Obligation.kind, record.id)
          occasion.suffix = ""
        } else if held.count + planned.count > 0 {
          occasion.outcome = .started
        }
        guard stays(&occasion, after: group.to, under: entry) else { continue }
        add(occasion, under: entry)
      }
    }
  }

  /// The reporting years of the first partnership that a group belongs to.
  private mutating func years(of group: PartnershipGroup) -> ReportingYears {
    workspace.partnerships.reportingYears(
      of: lookups.partnerships(of: Reference(group.id)).first)
  }

  /// The present period, those before it that are fully recorded, and those that obligations name.
  private mutating func periods(_ rule: Rule, _ group: PartnershipGroup) -> [ClosedRange<
    CalendarDate
  >] {
    // A missed period stays missed, however many come after it, once the records are complete.
    let years = years(of: group)
    let present = rule.period.period(of: day, in: years)
    let first =
      settings.recordsFrom == nil ? present.lowerBound.adding(days: -1) : expectedFrom
    var periods = rule.period.periods(from: first, through: day, in: years).filter {
      $0.upperBound >= expectedFrom && group.isLive(on: $0.upperBound)
    }
    for obligation in lookups.obligations(naming: rule) where obligation.group?.id == group.id {
      guard let first = obligation.period?.first else { continue }
      let named = rule.period.period(of: first, in: years)
      if !periods.contains(named) { periods.append(named) }
    }
    return periods
  }

  private mutating func obligation(
    for rule: Rule, in period: ClosedRange<CalendarDate>, group: PartnershipGroup
  ) -> Obligation? {
    lookups.obligations(naming: rule).first {
      $0.group?.id == group.id && $0.period?.first == period.lowerBound
    }
  }

  /// Terms of reference that are reviewed as often as they say, or as the rule says.
  mutating func findTermsOfReference(_ entry: RuleBook.Entry) {
    let rule = entry.rule
    for group in groups(of: rule) {
      guard let terms = group.termsOfReference, let last = terms.reviewedOn ?? terms.agreedOn
      else { continue }
      var occasion = occasion(of: group, "Review the terms of reference: \(group.name)", rule)
      occasion.start = last
      occasion.isIllustrative = terms.illustrative
      if rule.unit == .cadence {
        guard let every = terms.reviewEvery, let day = last.last else { continue }
        occasion.due = ImpreciseDate(every.next(after: day))
      }
      forgive(&occasion, under: entry)
      guard stays(&occasion, after: group.to, under: entry) else { continue }
      add(occasion, under: entry)
    }
  }
}

extension Meeting {
  fileprivate func lies(in period: ClosedRange<CalendarDate>) -> Bool {
    date?.first.map { period.contains($0) } ?? false
  }
}
