import Safeguarding
import Testing

@Suite struct RuleConventionTests {
  /// A workspace with one duty under a rule that counts from a day.
  private func workspace(
    _ rule: Rule, starts: String, done: String? = nil
  ) throws -> Workspace {
    try SmallArea.workspace([rule]) {
      $0.obligations.append(try SmallArea.duty("d", under: rule.id, starts: starts, done: done))
    }
  }

  @Test(arguments: [
    // Due on Wed 20 March, overdue after Fri 22 March.
    (DateUnit.workingDay, 2, "2024-03-22", Deadline.Status.dueSoon),
    (.workingDay, 2, "2024-03-23", .overdue), (.workingDay, 0, "2024-03-21", .overdue),
    (.calendarDay, 3, "2024-03-16", .dueSoon), (.calendarDay, 3, "2024-03-17", .overdue),
    (.week, 1, "2024-04-24", .dueSoon), (.week, 1, "2024-04-25", .overdue),
    // Lateness is counted in working days, with both ends or without.
    (.clearWorkingDay, 1, "2024-03-22", .dueSoon), (.clearWorkingDay, 1, "2024-03-23", .overdue),
    (.month, 1, "2024-09-06", .dueSoon), (.month, 1, "2024-09-07", .overdue),
  ])
  func tolerance(unit: DateUnit, tolerance: Int, iso: String, status: Deadline.Status) throws {
    // Ten units from Wed 6 March, or fewer.
    let count = unit == .month ? 5 : unit == .calendarDay ? 7 : unit == .week ? 6 : 10
    let rule = try SmallArea.rule("r", .obligationStarts, count, unit) { $0.tolerance = tolerance }
    #expect(try workspace(rule, starts: "2024-03-06").owed("r", on: iso).map(\.status) == [status])
  }

  @Test(arguments: [("2024-03-22", Deadline.Status.doneOnTime), ("2024-03-25", .doneLate)])
  func whatIsDoneWithinTheToleranceIsInTime(done: String, status: Deadline.Status) throws {
    let rule = try SmallArea.rule("r", .obligationStarts, 10, .workingDay) { $0.tolerance = 2 }
    let workspace = try workspace(rule, starts: "2024-03-06", done: done)
    #expect(try workspace.owed("r").map(\.status) == [status])
  }

  @Test(
    arguments: [
      // Due on Mon 22 April, 15 working days from Thu 28 March.
      (DateUnit.workingDay, 15, nil, "2024-04-16", Deadline.Status.notStarted),
      (.workingDay, 15, nil, "2024-04-17", .dueSoon),
      (.workingDay, 15, 5, "2024-04-12", .notStarted), (.workingDay, 15, 5, "2024-04-15", .dueSoon),
      (.workingDay, 15, 0, "2024-04-21", .notStarted), (.workingDay, 15, 0, "2024-04-22", .dueSoon),
      // Due on Sat 28 September, six months on.
      (.month, 6, nil, "2024-08-28", .notStarted), (.month, 6, nil, "2024-08-29", .dueSoon),
      // Due on Sun 7 July, 101 days on.
      (.calendarDay, 101, 60, "2024-05-07", .notStarted),
      (.calendarDay, 101, 60, "2024-05-08", .dueSoon),
    ] as [(DateUnit, Int, Int?, String, Deadline.Status)])
  func dueSoon(
    unit: DateUnit, count: Int, soon: Int?, iso: String, status: Deadline.Status
  ) throws {
    let rule = try SmallArea.rule("r", .obligationStarts, count, unit) { $0.dueSoon = soon }
    #expect(try workspace(rule, starts: "2024-03-28").owed("r", on: iso).map(\.status) == [status])
  }

  /// "How many units before the due date": two months, and one week.
  @Test(arguments: [
    (DateUnit.month, 6, 2, "2024-07-27", Deadline.Status.notStarted),
    (.month, 6, 2, "2024-07-28", .dueSoon), (.week, 10, 1, "2024-05-29", .notStarted),
    (.week, 10, 1, "2024-05-30", .dueSoon),
  ])
  func dueSoonIsCountedInTheRulesOwnUnit(
    unit: DateUnit, count: Int, soon: Int, iso: String, status: Deadline.Status
  ) throws {
    let rule = try SmallArea.rule("r", .obligationStarts, count, unit) { $0.dueSoon = soon }
    #expect(try workspace(rule, starts: "2024-03-28").owed("r", on: iso).map(\.status) == [status])
  }

  @Test func theWorkspaceSaysWhatIsSoonInDaysAndInWorkingDays() throws {
    let rules = [
      try SmallArea.rule("working", .obligationStarts, 15, .workingDay),
      try SmallArea.rule("days", .obligationStarts, 25, .calendarDay),
    ]
    var workspace = try SmallArea.workspace(rules) {
      for id in ["working", "days"] {
        $0.obligations.append(try SmallArea.duty(id, under: id, starts: "2024-03-28"))
      }
    }
    // Both are due on Mon 22 April: 10 working days, or 14 days, after Mon 8 April.
    for (working, days, expected) in [
      (9, 13, ["notStarted", "notStarted"]), (10, 13, ["dueSoon", "notStarted"]),
      (9, 14, ["notStarted", "dueSoon"]), (10, 14, ["dueSoon", "dueSoon"]),
    ] {
      workspace.settings.dueSoonWorkingDays = working
      workspace.settings.dueSoonDays = days
      let found =
        try workspace.owed("working", on: "2024-04-08")
        + workspace.owed("days", on: "2024-04-08")
      #expect(found.map(\.due?.iso) == ["2024-04-22", "2024-04-22"])
      #expect(found.map(\.status.rawValue) == expected)
    }
  }

  @Test(arguments: [
    (WeekendRule.stays, "2024-03-29"), (.nextWorkingDay, "2024-04-02"),
    (.previousWorkingDay, "2024-03-28"),
  ])
  func aWeekendMovesADueDate(weekend: WeekendRule, due: String) throws {
    let rule = try SmallArea.rule("r", .obligationStarts, 6, .month) { $0.weekend = weekend }
    let workspace = try workspace(rule, starts: "2023-09-29")
    #expect(try workspace.owed("r").map(\.due?.iso) == [due])
  }

  @Test(arguments: [
    ("2024-04-22", "due soon"), ("2024-04-23", "running"), ("2025-01-01", "running"),
  ])
  func whatIsForInformationIsNeverOverdue(iso: String, status: String) throws {
    let rule = try SmallArea.rule("r", .obligationStarts, 15, .workingDay) {
      $0.informationOnly = true
    }
    let workspace = try workspace(rule, starts: "2024-03-28")
    #expect(try workspace.standing("r", on: iso) == ["2024-04-22 \(status)"])
  }

  /// A date that is vague counts from its last day, and backwards from its first.
  @Test(arguments: [
    (DateDirection.after, 15, DateUnit.workingDay, "2024-02", "2024-03-21"),
    (.after, 6, .month, "2023-08", "2024-02-29"),
    (.before, 5, .workingDay, "2024-05", "2024-04-24"),
    (.after, 0, .calendarDay, "autumn 2024", "2024-11-30"),
  ])
  func aVagueStart(
    direction: DateDirection, count: Int, unit: DateUnit, starts: String, due: String
  ) throws {
    let rule = try SmallArea.rule("r", .obligationStarts, count, unit) { $0.direction = direction }
    let found = try workspace(rule, starts: starts).owed("r")
    #expect(found.map(\.due?.dueDay?.iso) == [due])
    #expect(found.map(\.start?.short) == [try date(starts).short])
  }

  @Test(arguments: [
    // The list of bank holidays goes from 2019 to 2028.
    ("2028-12-11", DateUnit.workingDay, 15, true), ("2028-12-01", .workingDay, 15, false),
    ("2007-05-01", .workingDay, 15, true), ("2018-12-20", .workingDay, 15, true),
    ("2019-01-02", .workingDay, 15, false), ("2028-12-11", .clearWorkingDay, 15, true),
    // Months do not depend on bank holidays.
    ("2028-12-11", .month, 6, false), ("2007-05-01", .calendarDay, 15, false),
  ])
  func whatTouchesAYearWithoutAListIsProvisional(
    starts: String, unit: DateUnit, count: Int, provisional: Bool
  ) throws {
    let rule = try SmallArea.rule("r", .obligationStarts, count, unit)
    let found = try workspace(rule, starts: starts).owed("r", on: starts)
    #expect(found.map(\.isProvisional) == [provisional])
  }

  @Test func bankHolidaysOf2007FollowTheGeneralRules() throws {
    // Mon 7 and Mon 28 May 2007 were bank holidays.
    let rule = try SmallArea.rule("r", .obligationStarts, 15, .workingDay)
    let workspace = try workspace(rule, starts: "2007-05-04")
    #expect(try workspace.owed("r", on: "2007-05-04").map(\.due?.iso) == ["2007-05-29"])
  }
}
