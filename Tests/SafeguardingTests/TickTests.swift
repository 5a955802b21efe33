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
}
