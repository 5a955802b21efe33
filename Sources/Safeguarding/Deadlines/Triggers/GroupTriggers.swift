extension RuleTrigger {
  /// The last meeting.
  public static let lastMeeting = RuleTrigger(
    "lastMeeting", "the last meeting"
  ) { $0.findNextMeetings($1) }

  /// So many meetings in each period.
  public static let meetingsInPeriod = RuleTrigger(
    "meetingsInPeriod", "so many meetings in each period", .returning
  ) { $0.findMeetingCounts($1) }

  /// A meeting is planned.
  public static let meetingPlanned = RuleTrigger(
    "meetingPlanned", "a meeting is planned"
  ) { $0.findPapers($1, ownDate: false) }

  /// A day was set for the papers.
  public static let papersDue = RuleTrigger(
    "papersDue", "a day was set for the papers", .ownDate
  ) { $0.findPapers($1, ownDate: true) }

  /// A meeting was held.
  public static let meetingHeld = RuleTrigger(
    "meetingHeld", "a meeting was held"
  ) { $0.findMinutes($1) }

  /// The terms of reference were reviewed.
  public static let termsReviewed = RuleTrigger(
    "termsReviewed", "the terms of reference were reviewed"
  ) { $0.findTermsOfReference($1) }

  /// A term in the chair begins.
  public static let chairTermBegins = RuleTrigger(
    "chairTermBegins", "a term in the chair begins"
  ) { $0.findHandovers($1) }
}

extension DeadlineMaker {
  /// The live groups that a rule is meant for, with their partnerships.
  private func groups(of rule: Rule) -> [PartnershipGroup] {
    workspace.groups.all.filter { group in
      group.isLive(on: day) && (rule.groups.isEmpty || rule.groups.contains(Reference(group.id)))
    }
  }

  private mutating func occasion(of group: PartnershipGroup, _ title: String) -> Occasion {
    Occasion(
      record: RecordID(PartnershipGroup.kind, group.id), title: title,
      owners: [Owner(name: "Chair of the \(group.label)")], group: Reference(group.id),
      partnerships: lookups.partnerships(of: Reference(group.id)))
  }

  /// The next meeting of each group that has a cadence.
  mutating func findNextMeetings(_ entry: RuleBook.Entry) {
    let rule = entry.rule
    for group in groups(of: rule) {
      let cadence = group.cadence
      if rule.unit == .cadence, cadence == nil || cadence?.timesAYear != nil { continue }
      var occasion = occasion(of: group, "\(group.name): next meeting")
      if let last = lookups.lastMeeting(of: Reference(group.id), heldBy: day) {
        occasion.start = last.date
        occasion.isIllustrative = last.illustrative
        if rule.unit == .cadence, let cadence, let met = last.date?.last {
          occasion.due = ImpreciseDate(cadence.next(after: met))
        }
      }
      if lookups.hasMeeting(of: Reference(group.id), plannedFrom: day) {
        occasion.outcome = .started
      }
      add(occasion, under: entry)
    }
  }

  /// So many meetings in the present period, and in the last one that is fully recorded.
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
        let name = rule.period.name(of: period)
        var occasion = occasion(
          of: group, "\(group.name): \(times) meeting\(times == 1 ? "" : "s") in \(name)")
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
        add(occasion, under: entry)
      }
    }
  }

  /// The present period, the last one that is fully recorded, and those that obligations name.
  private mutating func periods(_ rule: Rule, _ group: PartnershipGroup) -> [ClosedRange<
    CalendarDate
  >] {
    let present = rule.period.period(of: day)
    let last = rule.period.period(of: present.lowerBound.adding(days: -1))
    var periods = [last, present].filter {
      $0.upperBound >= expectedFrom && group.isLive(on: $0.upperBound)
    }
    for obligation in lookups.obligations(naming: rule) where obligation.group?.id == group.id {
      guard let first = obligation.period?.first else { continue }
      let named = rule.period.period(of: first)
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

  /// The papers of planned meetings: by the day set for them, or by the rule's distance.
  mutating func findPapers(_ entry: RuleBook.Entry, ownDate: Bool) {
    let all = workspace.meetings.all
    for index in all.indices where all[index].status == .planned {
      let (group, date) = (all[index].group, all[index].date)
      let papers = PapersCount(all[index])
      // A rule in the place of the built-in one sees to the meetings with a day of their own as well.
      let isOwed =
        ownDate
        ? papers.due != nil && papers.all > 0
        : date?.first != nil && (papers.due == nil || entry.root == "papers-due")
      guard isOwed else { continue }
      let label = workspace.groups[group]?.label ?? group.id
      var occasion = Occasion(
        record: RecordID(Meeting.kind, all[index].id),
        title: "Papers for the \(label) of \(date?.short ?? "")\(papers.words)", start: date,
        due: papers.due.map { ImpreciseDate($0) }, group: group,
        partnerships: lookups.partnerships(of: group), isIllustrative: all[index].illustrative)
      occasion.owners =
        papers.owners.isEmpty ? [Owner(name: "Chair of the \(label)")] : papers.owners
      if papers.all > 0 {
        occasion.outcome =
          papers.missing == 0
          ? .done(papers.received.map { ImpreciseDate($0) })
          : papers.missing == papers.all ? .notStarted : .started
      }
      add(occasion, under: entry)
    }
  }

  /// The minutes of meetings held in the last year.
  mutating func findMinutes(_ entry: RuleBook.Entry) {
    let yearBefore = day.adding(months: -12)
    let all = workspace.meetings.all
    for index in all.indices where all[index].status == .held {
      guard let date = all[index].date?.last, yearBefore <= date, date <= day else { continue }
      let meeting = all[index]
      let label = workspace.groups[meeting.group]?.label ?? meeting.group.id
      var occasion = Occasion(
        record: RecordID(Meeting.kind, meeting.id),
        title: "Minutes of the \(label) of \(meeting.date?.short ?? "")", start: meeting.date,
        owners: [Owner(name: "Chair of the \(label)")], group: meeting.group,
        partnerships: lookups.partnerships(of: meeting.group), isIllustrative: meeting.illustrative)
      occasion.outcome = meeting.minutesAgreedOn.map { .done($0) } ?? .started
      add(occasion, under: entry)
    }
  }

  /// Terms of reference that are reviewed as often as they say, or as the rule says.
  mutating func findTermsOfReference(_ entry: RuleBook.Entry) {
    let rule = entry.rule
    for group in groups(of: rule) {
      guard let terms = group.termsOfReference, let last = terms.reviewedOn ?? terms.agreedOn
      else { continue }
      var occasion = occasion(of: group, "Review the terms of reference: \(group.name)")
      occasion.start = last
      occasion.isIllustrative = terms.illustrative
      if rule.unit == .cadence {
        guard let every = terms.reviewEvery, let day = last.last else { continue }
        occasion.due = ImpreciseDate(every.next(after: day))
      }
      add(occasion, under: entry)
    }
  }

  /// The next handover of each rotating chair.
  mutating func findHandovers(_ entry: RuleBook.Entry) {
    let rule = entry.rule
    for group in groups(of: rule) {
      guard let rotation = workspace.rotation(of: group, until: day.adding(months: 36)),
        let next = rotation.handover(after: day)
      else { continue }
      let agency = next.agency.map { names(Agency.kind, $0.id) } ?? "an independent chair"
      var occasion = occasion(of: group, "Chair of the \(group.label) passes to \(agency)")
      occasion.due = ImpreciseDate(next.first)
      occasion.owners = next.agency.map { [Owner(agency: $0)] } ?? []
      add(occasion, under: entry)
    }
  }
}

/// How many papers a meeting has, by when they are owed and how many are missing.
private struct PapersCount {
  private(set) var all = 0
  private(set) var missing = 0
  /// Who owes those that are missing.
  private(set) var owners: [Owner] = []
  /// The day set for the papers, or the earliest day of one of them.
  private(set) var due: CalendarDate?
  /// The day on which the last one came in.
  private(set) var received: CalendarDate?

  init(_ meeting: borrowing Meeting) {
    for item in meeting.agenda {
      for paper in item.papers {
        all += 1
        if let day = paper.dueOn { due = min(due ?? day, day) }
        if let day = paper.receivedOn {
          received = max(received ?? day, day)
        } else {
          missing += 1
          if let owner = paper.owner, !owners.contains(owner) { owners.append(owner) }
        }
      }
    }
    due = meeting.papersDueOn ?? due
  }

  /// How many are missing, to stand behind a title.
  var words: String {
    all == 0 ? ": none listed yet" : missing == 0 ? "" : ": \(missing) of \(all) missing"
  }
}

extension Meeting {
  fileprivate func lies(in period: ClosedRange<CalendarDate>) -> Bool {
    date?.first.map { period.contains($0) } ?? false
  }
}
