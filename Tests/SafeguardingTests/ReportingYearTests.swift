import Safeguarding
import Testing

/// A partnership counts in its own years, and a report fulfils whatever lies in it.
@Suite struct ReportingYearTests {
  /// A period as its two days.
  private func words(_ period: ClosedRange<CalendarDate>) -> String {
    "\(period.lowerBound.iso)/\(period.upperBound.iso)"
  }

  @Test(arguments: [
    (4, "2024-03-31", "2023-04-01/2024-03-31", "2023-24"),
    (10, "2024-09-30", "2023-10-01/2024-09-30", "Oct 2023-Sep 2024"),
    (10, "2024-10-01", "2024-10-01/2025-09-30", "Oct 2024-Sep 2025"),
    (7, "2024-02-29", "2023-07-01/2024-06-30", "Jul 2023-Jun 2024"),
    (1, "2024-12-31", "2024-01-01/2024-12-31", "2024"),
    (3, "2024-02-29", "2023-03-01/2024-02-29", "Mar 2023-Feb 2024"),
  ])
  func aYearBeginsInAnyMonth(month: Int, iso: String, period: String, name: String) throws {
    let years = ReportingYears(firstMonth: month)
    let found = try years.period(of: day(iso))
    #expect(words(found) == period)
    #expect(years.name(of: found) == name)
  }

  /// Seventeen months from April 2024, then fifteen with a gap of three between; years join on.
  @Test(arguments: [
    ("2024-03-31", "2023-04-01/2024-03-31"), ("2021-04-01", "2021-04-01/2022-03-31"),
    ("2024-04-01", "2024-04-01/2025-08-31"), ("2025-08-31", "2024-04-01/2025-08-31"),
    ("2025-10-15", "2025-09-01/2025-11-30"), ("2026-01-01", "2025-12-01/2027-02-28"),
    ("2027-03-01", "2027-03-01/2028-02-29"), ("2029-02-28", "2028-03-01/2029-02-28"),
  ])
  func listedPeriodsAreOfAnyLength(iso: String, period: String) throws {
    let listed = [try date("2025-12/2027-02"), try date("2024-04/2025-08")]
    let years = ReportingYears(firstMonth: 4, listed: listed)
    #expect(try words(years.period(of: day(iso))) == period)
  }

  /// Every day lies in just one period, and they follow each other without a gap.
  @Test(arguments: [
    [String](), ["2024-04/2025-08"], ["2024-01/2024-12", "2025-01/2026-12", "2027-01/2028-03"],
    ["2024-02-29/2025-05-13", "2025-05-01/2025-12"],
  ])
  func periodsFollowEachOther(listed: [String]) throws {
    let years = ReportingYears(firstMonth: 10, listed: try listed.map { try date($0) })
    var next = years.period(of: try day("2015-06-15"))
    for _ in 0..<25 {
      #expect(years.period(of: next.lowerBound) == next)
      #expect(years.period(of: next.upperBound) == next)
      let following = years.period(of: next.upperBound.adding(days: 1))
      #expect(following.lowerBound == next.upperBound.adding(days: 1))
      next = following
    }
  }

  private func yearly(_ fill: (inout Rule) throws -> Void = { _ in }) throws -> Rule {
    try SmallArea.rule("report", .periodEnds, 6, .month) {
      ($0.partnerships, $0.period) = (["area"], .reportingYear)
      try fill(&$0)
    }
  }

  private func workspace(
    _ rules: [Rule], _ duties: [Obligation] = [],
    _ fill: (inout Partnership) throws -> Void = { _ in }
  ) throws -> Workspace {
    try SmallArea.workspace(rules) { workspace in
      workspace.settings.recordsFrom = try day("2023-04-01")
      workspace.obligations.append(contentsOf: duties)
      var partnerships = RecordTable<Partnership>()
      for var partnership in workspace.partnerships.all {
        if partnership.id == "area" { try fill(&partnership) }
        partnerships.append(partnership)
      }
      workspace.partnerships = partnerships
    }
  }

  @Test func aYearlyReportIsOwedForTheYearOfThePartnership() throws {
    let rule = try yearly { $0.monthsRunTo = .endOfMonth }
    let workspace = try workspace([rule]) { $0.reportingYearFrom = .october }
    let found = try workspace.owed("report", on: "2025-02-01")
    #expect(
      found.map { "\($0.title) \($0.dueAndStatus)" } == [
        "Duty report Oct 2022-Sep 2023: Area 2024-03-31 overdue",
        "Duty report Oct 2023-Sep 2024: Area 2025-03-31 not started",
      ])
  }

  @Test func aReportOverSeventeenMonthsIsOneReport() throws {
    let workspace = try workspace([yearly()]) {
      $0.reportingPeriods = [try date("2024-04/2025-08")]
    }
    let found = try workspace.owed("report", on: "2026-01-15")
    #expect(
      found.map { "\($0.title) \($0.dueAndStatus)" }
        == [
          "Duty report 2022-23: Area 2023-09-30 overdue",
          "Duty report 2023-24: Area 2024-09-30 overdue",
          "Duty report Apr 2024-Aug 2025: Area 2026-02-28 not started",
          "Duty report Sep 2025-Aug 2026: Area 2027-02-28 not started",
        ].filter { !$0.contains("2027") })
  }

  /// A report that covers more fulfils the financial years that lie in it, two together what lies in both.
  @Test func aLongReportFulfilsTheYearsThatLieInIt() throws {
    func years(_ periods: [String], on iso: String, _ period: RulePeriod) throws -> [String] {
      let duties = try periods.map { text in
        try SmallArea.duty(text, under: "report", done: "2026-01-20") {
          $0.period = try date(text)
        }
      }
      return try workspace([yearly { $0.period = period }], duties).owed("report", on: iso)
        .filter { $0.record.kind == Rule.kind && $0.status == .overdue }.map(\.title)
    }
    let before = ["Duty report 2022-23: Area", "Duty report 2023-24: Area"]
    let long = "2024-04/2025-08"
    #expect(
      try years([long], on: "2026-12-15", .financialYear) == before + ["Duty report 2025-26: Area"])
    #expect(
      try years([long, "2025-09/2026-08"], on: "2026-12-15", .financialYear) == before)
    // Where the partnership's reports make its years, the next one begins where the long one ends.
    #expect(try years([long], on: "2026-12-15", .reportingYear) == before)
    #expect(
      try years([long], on: "2027-03-15", .reportingYear)
        == before + ["Duty report Sep 2025-Aug 2026: Area"])
  }

  @Test func oneMissingReportCountsOnce() throws {
    let again = try SmallArea.rule("again", .lastFulfilled, 12, .month) {
      ($0.after, $0.partnerships) = ("report", ["area"])
    }
    let done = try SmallArea.duty("r", under: "report", done: "2023-09-20") {
      $0.period = try date("2022/23")
    }
    let workspace = try workspace([again, yearly()], [done])
    func overdue(on iso: String) throws -> [String] {
      try workspace.deadlines(on: day(iso)).filter { $0.status == .overdue }.map(\.rule)
    }
    #expect(try overdue(on: "2024-09-25") == ["again"])
    #expect(try overdue(on: "2024-10-15") == ["report"])
  }

  /// What hangs on a rule goes on when another one takes its place, whatever starts the new one's clock.
  @Test(arguments: [RuleTrigger.periodEnds, .obligationStarts])
  func whatHangsOnARuleFollowsTheOneInItsPlace(trigger: RuleTrigger) throws {
    let copies = try SmallArea.rule("copies", .ruleFulfilled, 7) {
      ($0.after, $0.partnerships) = ("report", ["area"])
    }
    let own = try SmallArea.rule("own", trigger, 6, .month) {
      ($0.replaces, $0.partnerships, $0.period) = ("report", ["area"], .calendarYear)
    }
    let done = try SmallArea.duty("r", under: "own", starts: "2023-12-31", done: "2024-05-20") {
      $0.period = try date("2023")
    }
    let workspace = try workspace([yearly(), copies, own], [done])
    #expect(try workspace.standing("copies", on: "2024-05-22") == ["2024-05-27 due soon"])
    let silenced = workspace.silencedRules().map(\.recordID)
    #expect(silenced == (trigger == .periodEnds ? [] : ["own"]))
  }

  @Test func meetingsAndLedgersCountInTheSameYears() throws {
    var workspace = try workspace([yearly()]) { $0.reportingYearFrom = .october }
    workspace.groups = RecordTable()
    workspace.groups.append(
      try SmallArea.board { $0.cadence = Cadence(every: 6, .month, timesAYear: 2) })
    let meetings = try workspace.owed("meetings-in-year", on: "2024-11-15")
    #expect(meetings.last?.title == "Board: 2 meetings in Oct 2024-Sep 2025")
    let all = try workspace.deadlines(on: day("2024-11-15"))
    let ledger = try Ledger(
      all, on: day("2024-11-15"), rules: workspace.ruleBook, of: workspace.partnerships)
    let years = ledger.entries.filter { $0.rule == "report" }.map(\.yearName)
    #expect(years == ["Oct 2023-Sep 2024"])
  }
}
