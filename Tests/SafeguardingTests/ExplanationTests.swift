import Safeguarding
import Testing

@Suite struct ExplanationTests {
  @Test(arguments: [
    (
      "2024-04-16",
      "Day 11 of 15 working days from Thu 28 Mar 2024; Good Friday and Easter Monday did not count; "
        + "due Mon 22 Apr 2024; Working Together 2023; confirmed."
    ),
    (
      "2024-03-28",
      "Day 0 of 15 working days from Thu 28 Mar 2024; Good Friday and Easter Monday did not count; "
        + "due Mon 22 Apr 2024; Working Together 2023; confirmed."
    ),
    (
      "2024-04-22",
      "Day 15 of 15 working days from Thu 28 Mar 2024; Good Friday and Easter Monday did not count; "
        + "due Mon 22 Apr 2024; Working Together 2023; confirmed."
    ),
    (
      "2024-04-24",
      "15 working days from Thu 28 Mar 2024; Good Friday and Easter Monday did not count; "
        + "due Mon 22 Apr 2024; overdue by 2 working days; Working Together 2023; confirmed."
    ),
  ])
  func workingDays(iso: String, sentence: String) throws {
    let workspace = try ExplanationCase.review(
      ExplanationCase.rapidReview(), notified: "2024-03-28")
    #expect(try ExplanationCase.explain(workspace, on: iso).map(\.sentence) == [sentence])
  }

  @Test(arguments: [
    (
      "2024-04-22",
      "15 working days from Thu 28 Mar 2024; Good Friday and Easter Monday did not count; "
        + "due Mon 22 Apr 2024; done on Mon 22 Apr 2024; Working Together 2023; confirmed."
    ),
    (
      "2024-04-25",
      "15 working days from Thu 28 Mar 2024; Good Friday and Easter Monday did not count; "
        + "due Mon 22 Apr 2024; done 3 working days late, on Thu 25 Apr 2024; "
        + "Working Together 2023; confirmed."
    ),
  ])
  func whatWasDone(sent: String, sentence: String) throws {
    let workspace = try ExplanationCase.review(
      ExplanationCase.rapidReview(), notified: "2024-03-28"
    ) {
      $0.rapidReviewSentOn = try date(sent)
    }
    #expect(try ExplanationCase.explain(workspace, on: "2024-05-01").map(\.sentence) == [sentence])
  }

  @Test func theDayOfTheEventMayCountAsTheFirst() throws {
    let rule = try ExplanationCase.rapidReview { $0.dayOne = .trigger }
    let workspace = try ExplanationCase.review(rule, notified: "2023-04-03")
    #expect(
      try ExplanationCase.explain(workspace, on: "2023-04-03").map(\.sentence) == [
        "Day 1 of 15 working days from Mon 3 Apr 2023; Good Friday and Easter Monday did not count; "
          + "due Tue 25 Apr 2023; Working Together 2023; confirmed."
      ])
  }

  /// One, three and more than three bank holidays, and none.
  @Test(arguments: [
    ("2023-01-09", 15, ""), ("2024-05-01", 15, "Early May bank holiday did not count; "),
    (
      "2023-12-20", 15,
      "Christmas Day, Boxing Day and New Year’s Day did not count; "
    ),
    ("2023-03-20", 40, "4 bank holidays did not count; "),
  ])
  func bankHolidays(notified: String, count: Int, words: String) throws {
    let workspace = try ExplanationCase.review(
      ExplanationCase.rapidReview { ($0.offset, $0.informationOnly) = (count, true) },
      notified: notified)
    let found = try #require(try ExplanationCase.explain(workspace, on: notified).first)
    let due = try #require(try workspace.owed("rapid", on: notified).first?.due)
    let day = try date(notified)
    #expect(
      found.sentence == "Day 0 of \(count) working days from \(day.long); \(words)due \(due.long); "
        + "Working Together 2023; confirmed.")
  }

  @Test func backwards() throws {
    let rule = try SmallArea.rule("copy", .publicationPlanned, 7, .workingDay) {
      ($0.direction, $0.until, $0.confidence) = (.before, .advanceCopySent, .partly)
      $0.authority = "Regulations of 2018"
    }
    let workspace = try SmallArea.workspace([rule]) {
      $0.reviews.append(
        try SmallArea.review("ash") { $0.plannedPublicationOn = try date("2024-04-09") })
    }
    #expect(
      try ExplanationCase.explain(workspace, on: "2024-03-20").map(\.sentence) == [
        "7 working days before Tue 9 Apr 2024; Good Friday and Easter Monday did not count; "
          + "due Wed 27 Mar 2024; Regulations of 2018; partly confirmed."
      ])
  }

  @Test func monthsAndAnExtension() throws {
    let rule = try SmallArea.rule("publish", .reviewDecided, 6, .month) {
      ($0.until, $0.authority) = (.published, "Working Together 2023")
    }
    let workspace = try SmallArea.workspace([rule]) {
      $0.reviews.append(
        try SmallArea.review("ash") {
          $0.decidedOn = try date("2023-08-31")
          var later = Extension()
          (later.to, later.reason) = (try date("2024-06-28"), "A trial goes on")
          (later.agreedBy, later.agreedOn) = ("the Executive", try date("2024-02-12"))
          $0.extensions = [later]
        })
    }
    #expect(
      try ExplanationCase.explain(workspace, on: "2024-03-31").map(\.sentence) == [
        "6 months from Thu 31 Aug 2023; first due Thu 29 Feb 2024; "
          + "extended to 28 Jun 2024 on 12 Feb 2024 by the Executive: A trial goes on; "
          + "Working Together 2023; confirmed."
      ])
  }

  @Test func aPause() throws {
    let rule = try SmallArea.rule("publish", .reviewDecided, 6, .month) { $0.until = .published }
    var workspace = try SmallArea.workspace([rule]) {
      $0.reviews.append(
        try SmallArea.review("ash") {
          $0.decidedOn = try date("2023-08-31")
          $0.pause = try DeadlineStatusTests.pause(from: "2024-02-05")
        })
    }
    let clock = "6 months from Thu 31 Aug 2023; due Thu 29 Feb 2024; "
    let told = "paused since 5 Feb 2024 because a trial goes on"
    #expect(
      try ExplanationCase.explain(workspace, on: "2024-03-31", "publish").map(\.sentence)
        == ["\(clock)\(told), nobody was told yet; confirmed."])
    var review = try #require(workspace.reviews["ash"])
    review.pause?.notifiedOn = try date("2024-02-07")
    workspace.reviews = RecordTable()
    workspace.reviews.append(review)
    #expect(
      try ExplanationCase.explain(workspace, on: "2024-03-31", "publish").map(\.sentence)
        == ["\(clock)\(told), told on 7 Feb 2024; confirmed."])
  }

  @Test(arguments: [("2007-05-04", 2007), ("2028-12-15", 2029)])
  func provisional(notified: String, year: Int) throws {
    let workspace = try ExplanationCase.review(ExplanationCase.rapidReview(), notified: notified)
    let found = try #require(try ExplanationCase.explain(workspace, on: notified).first)
    let words =
      "provisional, as no bank holidays are published here for \(year): the general rules count"
    #expect(found.sentence.contains("; \(words); Working Together 2023; confirmed."))
    #expect(found.steps.contains(words.prefix(1).uppercased() + words.dropFirst() + "."))
  }

  @Test func aReminder() throws {
    let rule = try SmallArea.rule("duty", .reminder) {
      ($0.authority, $0.reason) = ("Children Act 2004", "The law sets no frequency.")
      $0.says = "Agencies account for their safeguarding."
    }
    let found = try ExplanationCase.explain(SmallArea.workspace([rule]), on: "2024-03-31")
    #expect(found.map(\.sentence) == ["The law sets no frequency; Children Act 2004."])
    #expect(
      found.map(\.basis) == [
        "Agencies account for their safeguarding. · Children Act 2004 · confirmed"
      ])
  }

  @Test func aGroupsCadence() throws {
    let workspace = try SmallArea.workspace {
      $0.groups.append(try SmallArea.board { $0.cadence = Cadence(every: 2, .month) })
      $0.meetings.append(try SmallArea.meeting("2024-01-15"))
      $0.meetings.append(try SmallArea.meeting("2024-04-22", .planned))
    }
    #expect(
      try ExplanationCase.explain(workspace, on: "2024-03-31", "meeting-cadence").map(\.sentence)
        == [
          "It meets every 2 months and last met Mon 15 Jan 2024; "
            + "the next one is planned for Mon 22 Apr 2024; due Fri 15 Mar 2024; "
            + "overdue by 16 days; confirmed."
        ])
  }

  /// Records that give themselves a date: a sentence that reads well, and says the date.
  @Test(arguments: [
    ("obligation-due", "The record names its own date; due Sun 31 Mar 2024."),
    ("action-due", "The action names its own date; due Sun 31 Mar 2024."),
    ("review-due", "The review names a date for its present stage; due Sun 31 Mar 2024."),
    ("submission-due", "The return has a date of its own; due Sun 31 Mar 2024."),
    ("papers-due", "A day was set for the papers; due Sun 31 Mar 2024."),
    ("effect-check", "The check has a date of its own; due Sun 31 Mar 2024."),
  ])
  func recordsWithTheirOwnDate(rule: String, sentence: String) throws {
    let due = try date("2024-03-31")
    let workspace = try SmallArea.workspace {
      $0.obligations.append(try SmallArea.duty("d", due: "2024-03-31"))
      $0.actions.append(made(ActionItem.self) { ($0.group, $0.due) = ("board", due) })
      $0.actions.append(

        made(ActionItem.self) {
          ($0.id, $0.group, $0.evaluateOn, $0.status) = ("check", "board", due, .unknown)
        })
      $0.reviews.append(try SmallArea.review("ash") { $0.dueOn = due })
      $0.submissions.append(made(Submission.self) { $0.due = due })
      $0.meetings.append(
        try SmallArea.meeting("2024-04-09", .planned) {
          $0.papersDueOn = due.first
          $0.agenda = [made(AgendaItem.self) { $0.papers = [Paper()] }]
        })
    }
    #expect(
      try ExplanationCase.explain(workspace, on: "2024-03-31", rule).map(\.sentence) == [sentence])
  }

  @Test func aDutyGivesItsOwnReasonAndAuthority() throws {
    let workspace = try SmallArea.workspace {
      $0.obligations.append(
        try SmallArea.duty("d", due: "2024-03-31") {
          $0.because = "The grant ends with the year."
          $0.authority = "Grant letter"
        })
    }
    #expect(
      try ExplanationCase.explain(workspace, on: "2024-03-31").map(\.sentence)
        == ["The grant ends with the year; due Sun 31 Mar 2024; Grant letter."])
  }
}
