extension RuleTrigger {
  /// A meeting is planned.
  public static let meetingPlanned = RuleTrigger(
    "meetingPlanned", "a meeting is planned",
    help: "For what goes out before a meeting, such as its papers.",
    done: { $1.workspace.meetings[$0.record.id]?.papersFulfilment($1) }
  ) { $0.findPapers($1, ownDate: false) }

  /// A day was set for the papers.
  public static let papersDue = RuleTrigger(
    "papersDue", "a day was set for the papers", .ownDate,
    done: { $1.workspace.meetings[$0.record.id]?.papersFulfilment($1) }
  ) { $0.findPapers($1, ownDate: true) }

  /// A meeting was held.
  public static let meetingHeld = RuleTrigger(
    "meetingHeld", "a meeting was held",
    help: "For what follows a meeting, such as its minutes.",
    done: { $1.workspace.meetings[$0.record.id]?.minutesFulfilment($1) }
  ) { $0.findMinutes($1) }
}

extension Meeting {
  /// When its papers go out, and when its minutes are agreed.
  public static let clocks = [
    Clock(
      .papersDue, "papers-due", "Papers", .papers,
      "The papers of a meeting go out by the day set for them.", rank: 6),
    Clock(
      .meetingHeld, "minutes-agreed", "Minutes", .minutes,
      "The minutes of a meeting are agreed at the next one.", offset: 1, unit: .meeting, rank: 9),
  ]
}

extension DeadlineMaker {
  /// The papers of planned meetings: by the day set for them, or by the rule's distance.
  ///
  /// Those of a meeting that was cancelled are not owed; calendars that hold them have to be told so.
  mutating func findPapers(_ entry: RuleBook.Entry, ownDate: Bool) {
    let all = workspace.meetings.all
    for index in all.indices where all[index].status != .held {
      let isCancelled = all[index].status == .cancelled
      if isCancelled, !isOfTheLastYear(all[index].date) { continue }
      let (group, date) = (all[index].group, all[index].date)
      let papers = PapersCount(all[index])
      // A rule in the place of the built-in one sees to the meetings with a day of their own as well.
      let isOwed =
        ownDate
        ? papers.due != nil && papers.all > 0
        : date?.first != nil && (papers.due == nil || entry.root == "papers-due")
      guard isOwed else { continue }
      let label = workspace.groups[group]?.bareLabel ?? group.id
      var occasion = Occasion(
        record: RecordID(Meeting.kind, all[index].id),
        title: papers.title(label, date?.short), start: date,
        due: papers.due.map { ImpreciseDate($0) }, group: group,
        partnerships: lookups.partnerships(of: group), isIllustrative: all[index].illustrative)
      let others = entry.rule.owners.isEmpty ? [Owner(name: "Chair of the \(label)")] : []
      occasion.owners = papers.owners.isEmpty ? others : papers.owners
      if isCancelled {
        occasion.outcome = .notApplicable
      } else if papers.all > 0 {
        occasion.outcome =
          papers.missing == 0
          ? .done(papers.received.map { ImpreciseDate($0) })
          : papers.missing == papers.all ? .notStarted : .started
      }
      add(occasion, under: entry)
    }
  }

  /// Whether a meeting was to be held in the last year, or is to be later.
  private func isOfTheLastYear(_ date: ImpreciseDate?) -> Bool {
    date?.last.map { $0 >= day.adding(months: -12) } ?? false
  }

  /// The minutes of meetings held in the last year, and before it where the records are complete.
  mutating func findMinutes(_ entry: RuleBook.Entry) {
    let first = min(expectedFrom, day.adding(months: -12))
    let all = workspace.meetings.all
    for index in all.indices where all[index].status == .held {
      guard let date = all[index].date?.last, first <= date, date <= day else { continue }
      let meeting = all[index]
      let label = workspace.groups[meeting.group]?.bareLabel ?? meeting.group.id
      var occasion = Occasion(
        record: RecordID(Meeting.kind, meeting.id),
        title: "Minutes of the \(label) of \(meeting.date?.short ?? "")", start: meeting.date,
        owners: entry.rule.owners.isEmpty ? [Owner(name: "Chair of the \(label)")] : [],
        group: meeting.group,
        partnerships: lookups.partnerships(of: meeting.group), isIllustrative: meeting.illustrative)
      // A group that has ended does not meet again to agree them.
      let isEnded = workspace.groups[meeting.group].map { !$0.isLive(on: day) } ?? false
      occasion.isPassed = isEnded
      occasion.outcome =
        meeting.minutesAgreedOn.map { .done($0) } ?? (isEnded ? .notReported : .started)
      if !isEnded { forgive(&occasion, under: entry) }
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

  /// What is owed for the meeting of a group on a day: how many are missing stands first.
  func title(_ group: String, _ date: String?) -> String {
    let meeting = [group, date].compactMap(\.self).joined(separator: ", ")
    if all == 0 { return "No papers listed yet: \(meeting)" }
    return missing == 0 ? "Papers: \(meeting)" : "\(missing) of \(all) papers missing: \(meeting)"
  }
}

extension Meeting {
  /// How its papers are ticked: the only one that is missing by itself, several one by one.
  fileprivate func papersFulfilment(_ context: RecordContext) -> Fulfilment {
    let missing = agenda.indices.flatMap { item in
      agenda[item].papers.indices.filter { agenda[item].papers[$0].receivedOn == nil }
        .map { (item: item, paper: $0) }
    }
    guard missing.count == 1, let only = missing.first else {
      if papers.all == 0 {
        return .elsewhere(
          "No papers are listed for this meeting yet. ‹open› opens it: ‹add› on an item of its agenda "
            + "adds one, and ‹tick› ticks it when it comes in.")
      }
      return .elsewhere(
        (missing.isEmpty ? "All papers are in." : "\(missing.count) papers are missing.")
          + " ‹open› opens the meeting: ‹tick› ticks each of its papers, or takes the tick away.")
    }
    var after = self
    after.agenda[only.item].papers[only.paper].receivedOn = context.day
    let title = agenda[only.item].papers[only.paper].title
    return context.edit("Paper received: \(title)", self, to: after)
  }

  /// How its minutes are ticked as agreed.
  fileprivate func minutesFulfilment(_ context: RecordContext) -> Fulfilment {
    var after = self
    after.minutesAgreedOn = minutesAgreedOn == nil ? minutesDay(context) : nil
    let verb = minutesAgreedOn == nil ? "Minutes agreed" : "Minutes not agreed"
    return context.edit("\(verb): \(label)", self, to: after)
  }
}
