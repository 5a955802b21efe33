import Safeguarding
import Testing

@Suite struct ExplanationStepsTests {
  @Test func steps() throws {
    let rule = try ExplanationCase.rapidReview { ($0.tolerance, $0.weekend) = (2, .nextWorkingDay) }
    let found = try #require(
      try ExplanationCase.explain(
        ExplanationCase.review(rule, notified: "2024-03-28"), on: "2024-04-16"
      ).first)
    #expect(
      found.steps == [
        "Starts from Thu 28 Mar 2024: the serious incident was notified.",
        "15 working days after; the next day is the first (England and Wales).",
        "Did not count: Good Friday (Fri 29 Mar 2024), Easter Monday (Mon 1 Apr 2024), "
          + "and weekends.",
        "A due date on a weekend or bank holiday moves to the next working day.",
        "Due Mon 22 Apr 2024.", "It counts as overdue 2 working days later.",
        "As at Tue 16 Apr 2024: in 4 working days.",
      ])
    #expect(
      found.basis == "A rapid review is completed within fifteen working days. · "
        + "Working Together 2023 · confirmed")
  }

  @Test func whatIsMovedOffAWeekendSaysFromWhere() throws {
    let rule = try ExplanationCase.rapidReview {
      ($0.offset, $0.unit, $0.weekend) = (10, .calendarDay, .nextWorkingDay)
    }
    func steps(notified day: String) throws -> [String] {
      let review = try ExplanationCase.review(rule, notified: day)
      return try #require(try ExplanationCase.explain(review, on: "2024-04-01").first).steps
    }
    let moved = try steps(notified: "2024-03-28")
    #expect(
      moved.contains(
        "A due date on a weekend or bank holiday moves to the next working day: "
          + "here from Sun 7 Apr 2024."))
    #expect(moved.contains("Due Mon 8 Apr 2024."))
    let stays = try steps(notified: "2024-03-29")
    #expect(
      stays.contains("A due date on a weekend or bank holiday moves to the next working day."))
    #expect(stays.contains("Due Mon 8 Apr 2024."))
  }

  @Test func stepsOfWhatIsForInformation() throws {
    let rule = try SmallArea.rule("reply", .rapidReviewSent, 10) {
      ($0.until, $0.informationOnly) = (.panelReplied, true)
    }
    let workspace = try SmallArea.workspace([rule]) {
      $0.reviews.append(
        try SmallArea.review("ash") { $0.rapidReviewSentOn = try date("2024-02-20") })
    }
    let found = try #require(try ExplanationCase.explain(workspace, on: "2024-03-05").first)
    #expect(found.steps.last == "For information: late has no consequence.")
    #expect(found.steps.contains("Due Fri 1 Mar 2024."))
    #expect(!found.sentence.contains("overdue"))
  }

  @Test func backwardsTheDayBeforeIsTheFirst() throws {
    let rule = try SmallArea.rule("copy", .publicationPlanned, 7, .workingDay) {
      ($0.direction, $0.until) = (.before, .advanceCopySent)
    }
    let workspace = try SmallArea.workspace([rule]) {
      $0.reviews.append(
        try SmallArea.review("ash") { $0.plannedPublicationOn = try date("2023-09-29") })
    }
    let found = try #require(try ExplanationCase.explain(workspace, on: "2023-09-01").first)
    #expect(
      found.steps == [
        "Starts from Fri 29 Sep 2023: publication is planned.",
        "7 working days before; the day before is the first (England and Wales).",
        "Due Wed 20 Sep 2023.", "As at Fri 1 Sep 2023: in 13 working days.",
      ])
  }

  @Test(arguments: [
    (
      DateUnit.calendarDay, DayOne.trigger,
      "10 days after; the day of the event counts as the first."
    ),
    (.calendarDay, .nextWorkingDay, "10 days after; the next day is the first."),
    (
      .month, .nextWorkingDay,
      "10 months after; months run to the corresponding day; "
        + "a shorter month ends with its last day."
    ),
    (.clearDay, .nextWorkingDay, "10 clear days after; both ends left out."),
  ])
  func theConventionIsSaid(unit: DateUnit, dayOne: DayOne, step: String) throws {
    let rule = try ExplanationCase.rapidReview {
      ($0.offset, $0.unit, $0.dayOne) = (10, unit, dayOne)
    }
    let workspace = try ExplanationCase.review(rule, notified: "2024-03-28")
    let found = try #require(try ExplanationCase.explain(workspace, on: "2024-03-28").first)
    #expect(found.steps.dropFirst().first == step)
  }

  /// One working day is no plural.
  @Test func oneWorkingDayLate() throws {
    let workspace = try ExplanationCase.review(
      ExplanationCase.rapidReview(), notified: "2024-03-28"
    ) { $0.rapidReviewSentOn = try date("2024-04-23") }
    let found = try #require(try ExplanationCase.explain(workspace, on: "2024-05-01").first)
    #expect(
      found.steps.last == "As at Wed 1 May 2024: done 1 working day late, on Tue 23 Apr 2024.")
    #expect(found.sentence.contains("; done 1 working day late, on Tue 23 Apr 2024; "))
  }

  /// Whether months run to the corresponding day or to the end of the month is told.
  @Test(arguments: [
    (
      MonthConvention.correspondingDay,
      "6 months after; months run to the corresponding day; "
        + "a shorter month ends with its last day.",
      "6 months from Mon 30 Sep 2024", "Due Sun 30 Mar 2025."
    ),
    (
      .endOfMonth, "At the end of the 6th month after; months run to the end of the month.",
      "At the end of the 6th month after Mon 30 Sep 2024", "Due Mon 31 Mar 2025."
    ),
  ])
  func howMonthsAreCounted(
    convention: MonthConvention, step: String, clock: String, due: String
  ) throws {
    let rule = try SmallArea.rule("r", .obligationStarts, 6, .month) {
      $0.monthsRunTo = convention
    }
    let workspace = try SmallArea.workspace([rule]) {
      $0.obligations.append(try SmallArea.duty("d", under: "r", starts: "2024-09-30"))
    }
    let found = try #require(try ExplanationCase.explain(workspace, on: "2024-10-01").first)
    #expect(found.steps.contains(step))
    #expect(found.steps.contains(due))
    #expect(found.sentence.hasPrefix(clock))
  }
}
