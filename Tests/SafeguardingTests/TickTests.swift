import Safeguarding
import Testing

/// Records that are ticked as done, and opened again.
@Suite struct TickTests {
  @Test func aReturnIsTickedAsReceivedOnTheDay() throws {
    let tick = try #require(Submission.tick)
    let before = made(Submission.self) { $0.what = "Quarter 1" }
    let after = tick.done(before, try day("2024-07-12"))
    #expect(!tick.isDone(before) && tick.isDone(after))
    #expect(after.status == .received)
    #expect(after.receivedOn == ImpreciseDate(try day("2024-07-12")))
    #expect(tick.reopened(after) == before)
    let changed = before.changes(to: after, in: "dataset/submissions.json").map(\.field)
    #expect(Set(changed.compactMap(\.self)) == tick.fields)
    #expect(tick.isDone(made(Submission.self) { $0.status = .notApplicable }))
  }

  @Test func anObligationIsTickedAsDoneOnTheDay() throws {
    let tick = try #require(Obligation.tick)
    let before = made(Obligation.self) { $0.title = "Yearly report" }
    let after = tick.done(before, try day("2024-07-12"))
    #expect(!tick.isDone(before) && tick.isDone(after))
    #expect(after.status == .done)
    #expect(after.doneOn == ImpreciseDate(try day("2024-07-12")))
    #expect(tick.reopened(after) == before)
    let changed = before.changes(to: after, in: "obligations.json").map(\.field)
    #expect(Set(changed.compactMap(\.self)) == tick.fields)
  }

  @Test func whatIsTickedIsNoLongerOwed() throws {
    let workspace = try SmallArea.workspace { workspace in
      var submission = made(Submission.self) {
        ($0.id, $0.partnership, $0.what) = ("s", "area", "Quarter 1")
      }
      submission.due = try date("2024-03-01")
      workspace.submissions.append(submission)
    }
    let standing = try workspace.standing("submission-due")
    #expect(standing.map { $0.hasSuffix("overdue") } == [true], "\(standing)")
    var ticked = workspace
    let tick = try #require(Submission.tick)
    let done = tick.done(try #require(workspace.submissions["s"]), try day("2024-02-29"))
    ticked[Submission.self] = RecordTable()
    ticked.submissions.append(done)
    #expect(try ticked.standing("submission-due").map { $0.hasSuffix("done on time") } == [true])
  }

  @Test func aPaperIsTickedByTheDayOnWhichItCameIn() throws {
    let tick = try #require(Paper.partTick)
    let place = PartTick<Paper>.Place(Meeting.kind, isEntered: true, try context())
    let before = made(Paper.self) { $0.title = "Audit" }
    let whole = try #require(Meeting().stored)
    let part = try #require(before.stored)
    let ticked = try #require(tick.ticking(part, of: whole, at: place))
    #expect(ticked.title == "Paper received: Audit")
    #expect(ticked.part["receivedOn"] == .text("2024-03-31"))
    #expect(ticked.whole == whole)
    let again = try #require(tick.ticking(ticked.part, of: whole, at: place))
    #expect(again.title == "Paper not in: Audit")
    #expect(again.part == part)
  }

  @Test(arguments: [
    ("2024-03-31", MeetingStatus.planned, AttendanceStatus?.none, AttendanceStatus.present, true),
    ("2024-03-31", .planned, .present, .apologies, true),
    ("2024-03-31", .held, .apologies, .absent, false),
    ("2024-03-31", .held, .absent, .present, false),
    ("2024-04-01", .planned, nil, .apologies, false),
    ("2024-04-01", .planned, .absent, .apologies, false),
  ])
  func attendanceGoesOnAndAMeetingIsHeldByIt(
    date: String, status: MeetingStatus, before: AttendanceStatus?, after: AttendanceStatus,
    isHeldNow: Bool
  ) throws {
    let tick = try #require(Attendance.partTick)
    let date = try SafeguardingTests.date(date)
    let meeting = made(Meeting.self) { ($0.date, $0.status) = (date, status) }
    let who = made(Attendance.self) { ($0.seat, $0.status) = ("chair", before ?? .present) }
    let place = PartTick<Attendance>.Place(
      Meeting.kind, isEntered: before != nil, try context())
    let (part, whole) = (try #require(who.stored), try #require(meeting.stored))
    let ticked = try #require(tick.ticking(part, of: whole, at: place))
    #expect(ticked.part["status"] == .text(after.rawValue))
    #expect(ticked.whole["status"] == .text(isHeldNow ? "held" : status.rawValue))
    #expect(ticked.title.hasSuffix("(the meeting counts as held now)") == isHeldNow)
  }

  @Test func othersOfTheSameMeetingMayBeOnTheirWayToTheDisk() throws {
    let tick = try #require(Attendance.partTick)
    let chair = StoredValue.record([
      .init("seat", .text("chair")), .init("status", .text("present")),
    ])
    let police = StoredValue.record([
      .init("seat", .text("police")), .init("status", .text("absent")),
    ])
    func change(_ field: String?, to value: StoredValue?) -> Change {
      Change("meetings.json", RecordID(Meeting.kind, "m"), field: field, from: nil, to: value)
    }
    let entered = change("attendance", to: .list([chair]))
    #expect(tick.waits(for: entered, toTick: chair, in: "attendance"))
    #expect(!tick.waits(for: entered, toTick: police, in: "attendance"))
    #expect(!tick.waits(for: change("status", to: .text("held")), toTick: police, in: "attendance"))
    #expect(tick.waits(for: change("agenda", to: nil), toTick: police, in: "attendance"))
    #expect(tick.waits(for: change(nil, to: nil), toTick: police, in: "attendance"))
    let paper = try #require(Paper.partTick)
    #expect(paper.waits(for: entered, toTick: .record([]), in: "agenda"))
  }

  @Test func everyTickedPartIsNamedWhereSpaceSaysWhatItTicks() {
    #expect(Kinds.tickedParts == ["attendance", "papers", "recipients", "the handover list"])
  }

  private func context() throws -> RecordContext {
    RecordContext(try SmallArea.workspace { _ in }, day: try day("2024-03-31"))
  }
}
