import Safeguarding
import Testing

@Suite struct ActionEditingTests {
  private func action(_ status: ActionStatus, done: String? = nil) throws -> ActionItem {
    var action = ActionItem()
    (action.id, action.title, action.status) = ("a1", "Send the tool", status)
    action.due = try date("2024-03-01")
    action.doneOn = try done.map { try date($0) }
    return action
  }

  @Test(arguments: ActionStatus.allCases)
  func whatIsCompletedIsDoneOnThatDay(_ status: ActionStatus) throws {
    let before = try action(status)
    let after = try before.completed(on: day("2024-03-04"))
    #expect(after.status == .done)
    #expect(after.doneOn == ImpreciseDate(try day("2024-03-04")))
    #expect(before.changes(to: after, in: "x").map(\.field).allSatisfy { $0 != "due" })
    #expect(after.reopened().status == .open && after.reopened().doneOn == nil)
  }

  @Test(
    arguments: [
      ("2024-03-01", false), ("2024-03-02", true), (nil, false),
    ] as [(String?, Bool)])
  func whatIsDoneAfterItsDayIsDoneLate(done: String?, isLate: Bool) throws {
    var action = try action(.done, done: done)
    #expect(action.wasDoneLate == isLate)
    let later = try date("2024-04-01")
    action.extensions = [made(Extension.self) { $0.to = later }]
    #expect(!action.wasDoneLate)
  }

  @Test func whatReturnsIsDueAgainFromTheDayItWasDone() throws {
    let workspace = try SmallArea.workspace { workspace in
      var action = try action(.open)
      action.group = "board"
      action.repeats = Cadence(every: 3, .month)
      workspace.actions.append(try action.completed(on: day("2024-03-04")))
    }
    let standing = try workspace.standing("action-due")
    #expect(standing == ["2024-06-04 not started"])
  }

  struct Standing: Sendable {
    let from: ActionStatus
    var done: String?
    let to: ActionStatus
    var result: String?
  }

  @Test(arguments: [
    Standing(from: .open, to: .done, result: "2024-03-04"),
    Standing(from: .done, done: "2024-02", to: .done, result: "2024-02"),
    Standing(from: .done, to: .done, result: "2024-03-04"),
    Standing(from: .done, done: "2024-02", to: .started),
    Standing(from: .open, to: .dropped),
  ])
  func theDayGoesWithTheStatus(_ expected: Standing) throws {
    let after = try action(expected.from, done: expected.done)
      .standing(as: expected.to, on: day("2024-03-04"))
    #expect(after.status == expected.to)
    #expect(after.doneOn?.iso == expected.result)
  }

  @Test func whatReturnsIsDoneOnceMore() throws {
    var action = try action(.done, done: "2024-02-01")
    action.repeats = Cadence(every: 1, .month)
    #expect(try action.standing(as: .done, on: day("2024-03-04")).doneOn?.iso == "2024-03-04")
  }

  @Test func aNoteComesAfterThoseThatAreThere() throws {
    let first = try action(.open).noted("Asked.", on: day("2024-02-01"), by: "Ann")
    let second = try first.noted("Asked again.", on: day("2024-02-08"), by: "")
    #expect(second.progress.map(\.text) == ["Asked.", "Asked again."])
    #expect(second.progress.map(\.by) == ["Ann", ""])
    #expect(second.progress.last?.on?.iso == "2024-02-08")
    #expect(try second.noted(" \n", on: day("2024-02-09"), by: "Ann") == second)
  }
}
