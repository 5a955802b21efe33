import Safeguarding
import Testing

@Suite struct RuleDatesTests {
  /// A due day, and the one when the day of the event counts as the first.
  struct Due: Sendable, CustomTestStringConvertible {
    let event: String
    let offset: Int
    let unit: DateUnit
    var direction = DateDirection.after
    let due: String
    var inclusive: String?

    var testDescription: String { "\(offset) \(unit.title)s \(direction.title) \(event)" }
  }

  @Test(arguments: [
    Due(
      event: "2023-04-03", offset: 15, unit: .workingDay, due: "2023-04-26", inclusive: "2023-04-25"
    ),
    Due(
      event: "2022-05-25", offset: 15, unit: .workingDay, due: "2022-06-17", inclusive: "2022-06-16"
    ),
    Due(
      event: "2022-09-05", offset: 15, unit: .workingDay, due: "2022-09-27", inclusive: "2022-09-26"
    ),
    Due(
      event: "2023-04-24", offset: 15, unit: .workingDay, due: "2023-05-17", inclusive: "2023-05-16"
    ),
    Due(
      event: "2023-12-20", offset: 15, unit: .workingDay, due: "2024-01-15", inclusive: "2024-01-12"
    ),
    Due(
      event: "2024-03-30", offset: 15, unit: .workingDay, due: "2024-04-22", inclusive: "2024-04-22"
    ),
    Due(
      event: "2020-04-27", offset: 15, unit: .workingDay, due: "2020-05-19", inclusive: "2020-05-18"
    ),
    Due(
      event: "2026-12-14", offset: 15, unit: .workingDay, due: "2027-01-07", inclusive: "2027-01-06"
    ),
    Due(
      event: "2026-05-01", offset: 15, unit: .workingDay, due: "2026-05-26", inclusive: "2026-05-22"
    ),
    Due(
      event: "2024-03-28", offset: 5, unit: .workingDay, due: "2024-04-08", inclusive: "2024-04-05"),
    Due(
      event: "2023-12-21", offset: 5, unit: .workingDay, due: "2024-01-02", inclusive: "2023-12-29"),
    Due(
      event: "2026-03-24", offset: 15, unit: .workingDay, due: "2026-04-16", inclusive: "2026-04-15"
    ),
    Due(event: "2023-08-31", offset: 6, unit: .month, due: "2024-02-29", inclusive: "2024-02-29"),
    Due(event: "2024-08-31", offset: 6, unit: .month, due: "2025-02-28", inclusive: "2025-02-28"),
    Due(event: "2024-03-31", offset: 1, unit: .month, due: "2024-04-30", inclusive: "2024-04-30"),
    Due(event: "2024-02-29", offset: 1, unit: .year, due: "2025-02-28", inclusive: "2025-02-28"),
    Due(event: "2007-04-02", offset: 6, unit: .week, due: "2007-05-14", inclusive: "2007-05-14"),
    Due(
      event: "2024-02-20", offset: 10, unit: .calendarDay, due: "2024-03-01",
      inclusive: "2024-02-29"),
    Due(event: "2023-09-29", offset: 7, unit: .workingDay, direction: .before, due: "2023-09-20"),
    Due(event: "2024-04-09", offset: 7, unit: .workingDay, direction: .before, due: "2024-03-27"),
    Due(event: "2027-01-08", offset: 7, unit: .workingDay, direction: .before, due: "2026-12-29"),
    Due(event: "2024-05-09", offset: 5, unit: .workingDay, direction: .before, due: "2024-05-01"),
    Due(
      event: "2024-05-09", offset: 5, unit: .clearWorkingDay, direction: .before, due: "2024-04-30"),
    Due(event: "2023-05-12", offset: 5, unit: .workingDay, direction: .before, due: "2023-05-04"),
    Due(
      event: "2023-05-12", offset: 5, unit: .clearWorkingDay, direction: .before, due: "2023-05-03"),
    Due(event: "2024-05-09", offset: 5, unit: .clearDay, direction: .before, due: "2024-05-03"),
  ])
  func bothConventions(expected: Due) throws {
    let calendar = try WorkingDaysSample.list().workingDays()
    var rule = try SmallArea.rule("r", .obligationStarts, expected.offset, expected.unit)
    rule.direction = expected.direction
    #expect(try rule.dueDay(from: day(expected.event), calendar: calendar) == day(expected.due))
    if let inclusive = expected.inclusive {
      rule.dayOne = .trigger
      #expect(try rule.dueDay(from: day(expected.event), calendar: calendar) == day(inclusive))
    }
  }

  /// An event and a number of months, and where the due day goes by each convention.
  @Test(arguments: [
    // A Saturday and a Sunday that the sources print.
    ("2018-06-29", 12, ["2019-06-29", "2019-07-01", "2019-06-28"]),
    ("2019-06-29", 3, ["2019-09-29", "2019-09-30", "2019-09-27"]),
    // Good Friday before Easter Monday.
    ("2023-09-29", 6, ["2024-03-29", "2024-04-02", "2024-03-28"]),
    // An ordinary Tuesday.
    ("2023-10-02", 6, ["2024-04-02", "2024-04-02", "2024-04-02"]),
  ])
  func weekends(event: String, months: Int, due: [String]) throws {
    let calendar = try WorkingDaysSample.list().workingDays()
    var rule = try SmallArea.rule("r", .obligationStarts, months, .month)
    for (weekend, iso) in zip([WeekendRule.stays, .nextWorkingDay, .previousWorkingDay], due) {
      rule.weekend = weekend
      #expect(try rule.dueDay(from: day(event), calendar: calendar) == day(iso), "\(weekend)")
    }
  }

  @Test(arguments: [DateUnit.meeting, .cadence])
  func whatIsNoDistanceOfTheCalendarHasNoDueDay(unit: DateUnit) throws {
    let calendar = try WorkingDaysSample.list().workingDays()
    let rule = try SmallArea.rule("r", .meetingHeld, 1, unit)
    #expect(try rule.dueDay(from: day("2024-03-28"), calendar: calendar) == nil)
  }

  @Test func withoutADistanceThereIsNoDueDay() throws {
    let calendar = try WorkingDaysSample.list().workingDays()
    let rule = try SmallArea.rule("r", .reminder)
    #expect(try rule.dueDay(from: day("2024-03-28"), calendar: calendar) == nil)
  }

  @Test(arguments: [
    // Easter Monday is a working day in Scotland.
    ("2024-03-28", 5, Division.englandAndWales, "2024-04-08"),
    ("2024-03-28", 5, .scotland, "2024-04-05"),
    ("2024-03-28", 5, .unitedKingdom, "2024-04-08"),
    // 2 January is none there.
    ("2023-12-20", 15, .englandAndWales, "2024-01-15"), ("2023-12-20", 15, .scotland, "2024-01-16"),
    ("2023-12-20", 15, .unitedKingdom, "2024-01-16"),
    // 12 July is a bank holiday in Northern Ireland.
    ("2024-07-08", 5, .englandAndWales, "2024-07-15"),
    ("2024-07-08", 5, .northernIreland, "2024-07-16"),
    ("2024-07-08", 5, .unitedKingdom, "2024-07-16"),
  ])
  func division(event: String, offset: Int, division: Division, due: String) throws {
    let rule = try SmallArea.rule("r", .obligationStarts, offset, .workingDay) {
      $0.division = division
    }
    let workspace = try SmallArea.workspace([rule]) {
      $0.obligations.append(try SmallArea.duty("d", under: "r", starts: event))
    }
    #expect(try workspace.owed("r", on: event).map(\.due?.iso) == [due])
  }

  @Test(
    arguments: [
      (
        RuleTrigger.incidentNotified, 15, DateUnit.workingDay, DateDirection.after,
        "15 working days after the serious incident was notified"
      ),
      (
        .publicationPlanned, 7, .workingDay, .before, "7 working days before publication is planned"
      ),
      (.reviewDecided, 1, .month, .after, "1 month after it was decided to review"),
      (.periodEnds, 6, .month, .after, "6 months after the financial year ends"),
      (.periodBegins, 0, .calendarDay, .after, "when the financial year begins"),
      (.meetingHeld, 1, .meeting, .after, "at the next meeting after a meeting was held"),
      (.lastMeeting, 1, .cadence, .after, "within the group's cadence"),
      (.termsReviewed, 1, .cadence, .after, "as often as the terms say"),
      (.reminder, 0, .calendarDay, .after, "no date"),
      (.definition, 15, .workingDay, .after, "no date"),
      (.fixedDate, 0, .calendarDay, .after, "by a date not given"),
    ] as [(RuleTrigger, Int, DateUnit, DateDirection, String)])
  func dueInWords(
    trigger: RuleTrigger, offset: Int, unit: DateUnit, direction: DateDirection, words: String
  ) throws {
    let rule = try SmallArea.rule("r", trigger, offset, unit) { $0.direction = direction }
    #expect(rule.dueWords() == words)
  }

  /// A record that names its own date needs no event: the words are the trigger's own.
  @Test(arguments: [
    RuleTrigger.actionDue, .effectCheckDue, .obligationDue, .reviewDue, .submissionDue, .papersDue,
  ])
  func dueInWordsByItsOwnDate(trigger: RuleTrigger) throws {
    #expect(try SmallArea.rule("r", trigger).dueWords() == trigger.title)
  }

  /// Months run to the corresponding day, as the law counts, or to the end of the month where the rule
  /// says so.
  @Test(arguments: [
    ("2024-09-30", 6, DateUnit.month, DateDirection.after, "2025-03-30", "2025-03-31"),
    ("2025-02-28", 6, .month, .after, "2025-08-28", "2025-08-31"),
    ("2024-08-31", 6, .month, .after, "2025-02-28", "2025-02-28"),
    ("2024-03-31", 6, .month, .after, "2024-09-30", "2024-09-30"),
    ("2024-02-29", 1, .year, .after, "2025-02-28", "2025-02-28"),
    ("2024-02-15", 0, .month, .after, "2024-02-15", "2024-02-29"),
    ("2025-02-28", 1, .year, .before, "2024-02-28", "2024-02-29"),
    ("2024-02-15", 10, .calendarDay, .after, "2024-02-25", "2024-02-25"),
  ])
  func monthsRunToADayOrToTheirEnd(
    event: String, count: Int, unit: DateUnit, direction: DateDirection, corresponding: String,
    end: String
  ) throws {
    let calendar = try WorkingDaysSample.list().workingDays()
    var rule = try SmallArea.rule("r", .obligationStarts, count, unit)
    rule.direction = direction
    #expect(try rule.dueDay(from: day(event), calendar: calendar) == day(corresponding))
    rule.monthsRunTo = .endOfMonth
    #expect(try rule.dueDay(from: day(event), calendar: calendar) == day(end))
  }

  /// A month's grace after the end of February is the end of March.
  @Test func graceRunsToTheEndOfTheMonthToo() throws {
    let rule = try SmallArea.rule("r", .obligationStarts, 6, .month) {
      ($0.monthsRunTo, $0.tolerance) = (.endOfMonth, 1)
    }
    let workspace = try SmallArea.workspace([rule]) {
      $0.obligations.append(try SmallArea.duty("d", under: "r", starts: "2024-08-31"))
    }
    #expect(try workspace.standing("r", on: "2025-03-31") == ["2025-02-28 due soon"])
    #expect(try workspace.standing("r", on: "2025-04-01") == ["2025-02-28 overdue"])
  }

  @Test(arguments: [
    (6, DateUnit.month, "at the end of the 6th month after the day that the obligation names"),
    (1, .year, "at the end of the 12th month after the day that the obligation names"),
    (1, .month, "at the end of the 1st month after the day that the obligation names"),
    (22, .month, "at the end of the 22nd month after the day that the obligation names"),
    (0, .month, "at the end of the month in which the day that the obligation names"),
  ])
  func theEndOfAMonthInWords(count: Int, unit: DateUnit, words: String) throws {
    var rule = try SmallArea.rule("r", .obligationStarts, count, unit)
    rule.monthsRunTo = .endOfMonth
    if count > 0 { #expect(rule.dueWords() == words) }
    #expect(rule.dueWords().hasPrefix("at the end of the "))
  }
}
