import Dashboard
import Safeguarding
import TerminalUI
import Testing

/// Whatever is owed is ticked, given more time or paused from its row among the deadlines.
@Suite struct OwedStories {
  /// The deadlines of one rule.
  private func rule(_ id: String) -> Place { Place(DeadlinesPane.id, ["rule=\(id)"]) }

  /// The deadlines of one rule that stand in one way.
  private func rule(_ id: String, _ status: Deadline.Status) -> Place {
    Place(DeadlinesPane.id, ["rule=\(id)", "status=\(status.rawValue)"])
  }

  private var deadlines: [Deadline] {
    Fixture.sample.dashboard(at: Place(DeadlinesPane.id)).browsing.context.deadlines
  }

  /// A deadline of the sample that no record tells of, the first of those under its rule that stand so.
  private func unrecorded() -> Deadline? {
    deadlines.first { deadline in
      guard deadline.unrecorded is Obligation, deadline.status.isOpen else { return false }
      return deadlines.first { $0.rule == deadline.rule && $0.status == deadline.status }?.id
        == deadline.id
    }
  }

  /// Where the first deadline stands that is called so.
  private func place(called words: String) -> Place? {
    deadlines.first { $0.title.contains(words) }.map { rule($0.rule, $0.status) }
  }

  @Test func tickingWhatNoRecordTellsMakesItsRecord() throws {
    let deadline = try #require(unrecorded())
    story(on: .sample, at: rule(deadline.rule, deadline.status)) {
      press("Space")
      expect(
        editHas: "+ {partnership: ", "title: \(deadline.title)", "rule: \(deadline.rule)",
        "status: done, doneOn: 2024-03-31")
      saving()
      expect(lastLine: "Saved 10:41: Tick, with an obligation made for it: ")
    }
  }

  @Test func whatNoRecordTellsIsRecordedByItsForm() throws {
    let deadline = try #require(unrecorded())
    story(on: .sample, at: rule(deadline.rule, deadline.status)) {
      press("e")
      expect(contains: "Record: \(deadline.title.prefix(30))")
      press("Ctrl-S")
      expect(editHas: "rule: \(deadline.rule)", "status: open")
    }
  }

  @Test func whatIsTickedCountsAsDone() throws {
    let deadline = try #require(unrecorded())
    var obligation = try #require(deadline.unrecorded as? Obligation)
    var workspace = Fixture.sample.workspace
    let tick = try #require(Obligation.tick)
    obligation.id = "made"
    workspace.obligations.append(tick.done(obligation, try day("2024-03-31")))
    let context = Fixture.sample.dashboard(at: Place(DeadlinesPane.id)).browsing.context
    let after = workspace.deadlines(on: context.day, under: workspace.ruleBook)
    #expect(!after.contains { $0.id == deadline.id }, "It is owed without a record still.")
    let made = after.filter { $0.record == obligation.link }
    #expect(made.map(\.status.isDone) == [true])
    #expect(made.first?.due == deadline.due)
  }

  @Test func everyDutyWithoutARecordIsTickedByTheRecordThatItAsksFor() throws {
    let context = Fixture.sample.dashboard(at: Place(DeadlinesPane.id)).browsing.context
    let open = context.deadlines.filter { $0.unrecorded != nil }
    #expect(open.count > 20)
    var workspace = Fixture.sample.workspace
    for (index, deadline) in open.enumerated() {
      if var submission = deadline.unrecorded as? Submission {
        submission.id = "made-\(index)"
        workspace.submissions.append(submission)
      } else if var obligation = deadline.unrecorded as? Obligation {
        obligation.id = "made-\(index)"
        workspace.obligations.append(obligation)
      }
    }
    let after = workspace.deadlines(on: context.day, under: workspace.ruleBook)
    let still = after.filter { $0.unrecorded != nil }.map(\.id)
    #expect(Set(still).intersection(open.map(\.id)).isEmpty, "\(still)")
  }

  @Test func moreTimeIsGivenWithTheReasonAndItsRecordIsMade() throws {
    let deadline = try #require(unrecorded())
    story(on: .sample, at: rule(deadline.rule, deadline.status)) {
      press("x")
      expect(contains: "More time: \(deadline.title.prefix(30))")
      typing("1 oct 2024")
      press("Ctrl-S")
      expect(contains: "Reason is needed.")
      typing("The speaker is ill.")
      press("Ctrl-S")
      expect(
        editHas: "+ {partnership: ", "rule: \(deadline.rule)",
        "extensions: [{to: 2024-10-01, reason: The speaker is ill., agreedOn: 2024-03-31")
    }
  }

  @Test func whatNoRecordTellsIsPausedFromToday() throws {
    let deadline = try #require(unrecorded())
    story(on: .sample, at: rule(deadline.rule, deadline.status)) {
      press("P")
      expect(field: "From", "31 Mar 2024")
      press("Tab")
      typing("Inspection.")
      press("Ctrl-S")
      expect(
        editHas: "+ {partnership: ", "pause: {from: 2024-03-31, because: Inspection.}")
    }
  }

  @Test func anActionGetsMoreTimeFromItsRowAndFromItsPage() {
    for place in [rule("action-due", .dueSoon), anAction] {
      story(on: .sample, at: place) {
        press("x")
        typing("1 jun")
        press("Tab")
        typing("Waiting for an answer.")
        press("Ctrl-S")
        expect(
          editHas: "extensions: nothing -> [{to: 2024-06-01, reason: Waiting for an answer.",
          "agreedOn: 2024-03-31")
      }
    }
    story(on: .sample, at: anAction) {
      press("P")
      expect(lastLine: "A pause is kept with obligations, submissions, reviews.")
    }
  }

  @Test func minutesAreTickedAsAgreed() {
    story(on: .sample, at: rule("minutes-agreed")) {
      press("Space")
      expect(editHas: "minutesAgreedOn: ")
      saving()
      expect(lastLine: "Saved 10:41: Minutes")
      press("x")
      expect(lastLine: "More time is kept with")
    }
  }

  @Test func aStepOfAReviewIsTickedByItsDay() {
    story(on: .sample, at: Place(DeadlinesPane.id, ["rule=rapid-review", "status=running"])) {
      press("Space")
      expect(
        edit: "Tick: Rapid review: Illustration A", "rapidReviewSentOn: nothing -> 2024-03-31")
    }
    story(on: .sample, at: Place(DeadlinesPane.id, ["rule=rapid-review", "status=running"])) {
      press("P")
      expect(lastLine: "This date stays where it is while the review stands still.")
      press("x")
      typing("+5wd")
      press("Tab")
      typing("The health records came late.")
      press("Ctrl-S")
      expect(editHas: "reason: The health records came late.", "rule: rapid-review")
    }
  }

  @Test(arguments: [
    (": next meeting", "It is done when the group has met. Enter opens the group"),
    (" passes to ", "The chair passes on by the calendar."),
  ])
  func whatIsNotTickedSaysWhereItIsDone(title: String, said: String) throws {
    story(on: .sample, at: try #require(place(called: title))) {
      press("Space")
      expect(lastLine: said)
      expectNoEdit()
    }
  }

  @Test func aReminderIsNotTicked() {
    story(on: .sample, at: Place(DeadlinesPane.id, ["status=noDate"])) {
      // Behind the actions without a date.
      press("G", "Space")
      expect(lastLine: "This reminds of a duty without a date.")
    }
  }

  @Test func theOverviewLeadsToTheRowOfWhatNoRecordTells() {
    let context = Fixture.sample.dashboard(at: Place(DeadlinesPane.id)).browsing.context
    guard
      let deadline = context.deadlines.first(where: {
        $0.status == .overdue && $0.unrecorded != nil
      })
    else { return }
    story(on: .sample) {
      press("/")
      typing(deadline.title)
      press("Enter")
      press("Space")
      expect(lastLine: "Nothing is changed from this summary by one key.")
      press("x")
      expect(lastLine: "Nothing is put off from this summary.")
      press("Enter")
      expect(header: "Deadlines")
      press("Space")
      expect(editHas: "rule: \(deadline.rule)")
    }
  }

  @Test func aReturnIsTickedAsReceivedAndOpenedAgain() throws {
    let place = Place(record: RecordID(Submission.kind, try #require(received).id))
    story(on: .sample, at: place) {
      press("Space")
      expect(editHas: "status: received -> notReceived")
    }
  }

  private var received: Submission? {
    Fixture.sample.workspace.submissions.all.first { $0.status == .received }
  }

  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(iso: text)) }
}
