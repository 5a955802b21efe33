import Dashboard
import Reports
import Safeguarding
import TerminalUI
import Testing

/// Made-up partnerships walked through day by day: nothing jumps, and no view contradicts another.
@Suite struct DayByDayTests {
  private static func lines(
    _ workspace: Workspace, on day: CalendarDate, at place: Place
  ) -> [String] {
    Dashboard(
      workspace: workspace, today: day, glyphs: .of(.cp437),
      themes: [ResolvedTheme(name: "dark") { _ in Style() }], theme: "dark", start: place
    ).plainLines.map { $0.replacing(illustrativeMark, with: "") }
  }

  /// The first number in the first line that has some words, or nil.
  private static func number(_ words: String, in lines: [String]) -> Int? {
    lines.lazy.filter { $0.contains(words) }.compactMap { line in
      line.components(before: words).split(separator: " ").last.flatMap { Int($0) }
    }.first
  }

  /// Why a deadline that was missed may be missing, or not overdue, on the next day.
  private static func mayStop(
    _ old: Deadline, after: Deadline?, on day: CalendarDate, _ workspace: Workspace
  ) -> Bool {
    if let after {
      // A record of the day gave it another date: a meeting, an agreed extension, one that returns.
      return after.status == .overdue || after.status.isDone || after.isAnswered
        || after.due != old.due
        || after.status == .notReported && Self.nothingTells(old, on: day, workspace)
    }
    // Without a first day of complete records, what returns is expected for twelve months.
    let first =
      workspace.settings.recordsFrom.map { max($0, day.adding(months: -120)) }
      ?? day.adding(months: -12)
    // Minutes are looked at by the day of their meeting.
    let last = old.rule == "minutes-agreed" ? old.start?.last : old.due?.last
    return last.map { $0 < first } ?? true
  }

  /// Whether what was missed can be neither done any more nor told from what was done.
  private static func nothingTells(
    _ old: Deadline, on day: CalendarDate, _ workspace: Workspace
  ) -> Bool {
    // Once the planned day has passed, nothing says whether the group met.
    if old.rule == "meeting-cadence", old.title.contains(", planned for") { return true }
    let group = old.group.flatMap { workspace.groups[$0] }
    // Once a later term is recorded, nobody takes the chair of the time before it.
    if old.rule == "chair-handover", let group,
      workspace.rotation(of: group, until: day)?.stretch(on: day)?.term != nil
    {
      return true
    }
    let isOver = old.partnerships.allSatisfy {
      workspace.partnerships[$0].map { !$0.isLive(on: day) } ?? true
    }
    return isOver || group.map { !$0.isLive(on: day) } ?? false
  }

  @Test(arguments: 1...25 as ClosedRange<Int>)
  func nothingJumpsFromOneDayToTheNext(seed: Int) throws {
    var dice = Dice(seed: UInt64(seed))
    for _ in 0..<4 {
      let first = CalendarDate(dayNumber: 17_500 + dice.roll(3_000))
      let workspace = MadeUpRegion.partnerships(&dice, around: first)
      var before: [String: Deadline] = [:]
      for offset in 0..<45 {
        let day = first.adding(days: offset)
        let all = workspace.deadlines(on: day)
        let now = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
        #expect(now.count == all.count, "\(seed) \(day.iso): two deadlines of one id")
        for (id, old) in before {
          let told =
            "\(seed) \(day.iso) \(id) \(old.status) → \(now[id].map { "\($0.status)" } ?? "gone")"
          if old.status == .overdue {
            let isKept = Self.mayStop(old, after: now[id], on: day, workspace)
            #expect(isKept, "\(told), \(old.title), due \(old.due?.iso ?? "-")")
          }
          if let new = now[id], new.due == old.due, let was = old.distance, let left = new.distance,
            old.status.isOpen, new.status.isOpen
          {
            let step = was - left
            #expect(old.countsWorkingDays ? (0...1).contains(step) : step == 1, "\(told) \(step)")
          }
          // What is done stays done.
          if old.status.isDone, let new = now[id] { #expect(new.status.isDone, "\(told)") }
        }
        before = now
      }
    }
  }

  @Test(arguments: ["2024-03-31", "2023-09-02", "2020-07-23", "2026-11-01"])
  func noViewOfTheSampleCountsDifferently(iso: String) throws {
    let day = try #require(CalendarDate(iso: iso))
    var workspace = Fixture.sample.workspace
    workspace.settings.asOf = nil
    try compareViews(of: workspace, on: day, iso)
  }

  @Test(arguments: 1...25 as ClosedRange<Int>)
  func noViewCountsDifferently(seed: Int) throws {
    var dice = Dice(seed: UInt64(1_000 + seed))
    for _ in 0..<4 {
      let day = CalendarDate(dayNumber: 17_500 + dice.roll(3_000))
      let workspace = MadeUpRegion.partnerships(&dice, around: day)
      try compareViews(of: workspace, on: day, "\(seed) \(day.iso)")
    }
  }

  private func compareViews(
    of workspace: Workspace, on day: CalendarDate, _ told: String
  ) throws {
    let overdue = workspace.deadlines(on: day).count { $0.status == .overdue }
    let listing = try DeadlinesListing(workspace, on: day).deadlines
    #expect(listing.count { $0.status == .overdue } == overdue, "\(told)")
    let overview = Self.lines(workspace, on: day, at: Place(OverviewPane.id))
    let pane = Self.lines(workspace, on: day, at: Place(DeadlinesPane.id))
    let status = StatusReport(workspace, on: day).lines
      .map { $0.replacing(illustrativeMark, with: "") }
    for view in [overview, pane, status] {
      #expect(Self.number(" overdue", in: view) ?? 0 == overdue, "\(told) \(view.prefix(4))")
    }
    #expect(
      Self.number(" due this week", in: overview) == Self.number(" due this week", in: pane),
      "\(told) \(overview.prefix(4)) \(pane.prefix(4))")
    try compareDates(of: workspace, on: day, pane: pane, told)
    let groups = Self.lines(workspace, on: day, at: Place(GroupsPane.id))
    let live = workspace.groups.all.count { $0.isLive(on: day) }
    let met = Self.number(" groups meet", in: groups) ?? Self.number(" group meets", in: groups)
    #expect(met ?? 0 == live, "\(told) \(groups.prefix(4))")
    for group in workspace.groups.all {
      let page = Self.lines(workspace, on: day, at: Place(GroupsPane.id, [group.id]))
      let open = workspace.actions.all.filter { $0.group.id == group.id && $0.isKnown(on: day) }
        .map { $0.known(on: day) }.filter(\.isOpen)
      let late = open.count { $0.isOverdue(on: day) }
      #expect(Self.number(" overdue:", in: page) ?? 0 == late, "\(told) \(group.id)")
      let owed = Set(
        workspace.deadlines(on: day).filter {
          $0.rule == "action-due" && $0.group?.id == group.id && $0.status == .overdue
        }.map(\.record.id)
      ).count
      #expect(owed == late, "\(told) \(group.id)")
    }
  }
}

extension DayByDayTests {
  /// The pane, the listing and the calendar give everything the same day and say the same of it.
  private func compareDates(
    of workspace: Workspace, on day: CalendarDate, pane: [String], _ told: String
  ) throws {
    let all = workspace.deadlines(on: day)
    let listing = try DeadlinesListing(workspace, on: day).listing
    let keys = listing.columns.map(\.key)
    func cell(_ row: [Listing.Cell], _ key: String) -> String {
      keys.firstIndex(of: key).map { row[$0].line(asShown: false) } ?? "?"
    }
    let rows = Dictionary(listing.rows.map { (cell($0, "id"), $0) }) { first, _ in first }
    let file = DeadlinesCalendar(
      all, of: workspace, on: day, version: "1", stamp: CalendarStamp(day)
    ).file
    let events = Dictionary(file.events.map { ($0.uid, $0) }) { first, _ in first }
    #expect(events.count == file.events.count, "\(told): two events of one name")
    #expect(events.count == all.count { $0.due?.dueDay != nil }, "\(told)")
    for deadline in all {
      let about = "\(told) \(deadline.id) \(deadline.status)"
      let row = try #require(rows[deadline.id], "\(about)")
      #expect(cell(row, "due") == deadline.due?.dueDay?.iso ?? "", "\(about)")
      #expect(cell(row, "status") == deadline.status.rawValue, "\(about)")
      let uid = CalendarIdentifier(id: deadline.id, workspace: workspace.settings.title).text
      guard let due = deadline.due?.dueDay else {
        #expect(events[uid] == nil, "\(about)")
        continue
      }
      let event = try #require(events[uid], "\(about)")
      #expect(event.day == due, "\(about)")
      let words = event.summary.dropFirst(deadline.title.count)
      #expect(words.contains("overdue") == (deadline.status == .overdue), "\(about) \(words)")
      #expect((event.status == .cancelled) == (deadline.status == .notApplicable), "\(about)")
      let isAhead = deadline.status.isOpen && deadline.status != .overdue
      #expect(event.alarms.isEmpty != isAhead, "\(about)")
    }
    // How late each is stands in the pane as often as it follows from the days.
    let late = pane.filter { $0.trimmingBlanks.hasPrefix("overdue") }.compactMap { line in
      line.split(separator: ", ").first { $0.hasPrefix("When: ") && $0.hasSuffix(" late") }
        .map { String($0.dropFirst(6)) }
    }
    let overdue = all.filter { $0.status == .overdue }.map { $0.distanceWords(on: day) }
    #expect(late.sorted() == overdue.sorted(), "\(told)")
  }
}

extension Deadline {
  /// Whether somebody said how it stands.
  fileprivate var isAnswered: Bool { status == .paused || status == .notApplicable }
}

extension String {
  /// What stands before some words; the whole text where they do not stand in it.
  fileprivate func components(before words: String) -> Substring {
    range(of: words).map { self[..<$0.lowerBound] } ?? self[...]
  }

  private func range(of words: String) -> Range<String.Index>? { firstRange(of: words) }
}
