import Safeguarding
import Testing

@testable import Dashboard

/// One side wins where two contradict each other; what only the other side did is kept.
@Suite struct PreferringTests {
  private func item(_ title: String, _ outcome: String) -> StoredValue {
    .record([
      StoredValue.Member("title", .text(title)), StoredValue.Member("outcome", .text(outcome)),
    ])
  }

  @Test func whatTheOtherSideAddedIsKept() {
    let base = StoredValue.list([item("A", "x"), item("B", "x")])
    let mine = StoredValue.list([item("A", "mine"), item("B", "x")])
    let theirs = StoredValue.list([item("A", "theirs"), item("B", "changed"), item("C", "new")])
    #expect(
      ThreeWay.prefer(mine, over: theirs, base: base)
        == .list([item("A", "mine"), item("B", "changed"), item("C", "new")]))
    #expect(
      ThreeWay.prefer(theirs, over: mine, base: base)
        == .list([item("A", "theirs"), item("B", "changed"), item("C", "new")]))
  }

  @Test func whatTheWinnerTookOutStaysOut() {
    let base = StoredValue.list([item("A", "x"), item("B", "x")])
    let mine = StoredValue.list([item("B", "x")])
    let theirs = StoredValue.list([item("A", "theirs"), item("B", "x")])
    #expect(ThreeWay.prefer(mine, over: theirs, base: base) == mine)
  }

  @Test(arguments: [
    (["A1"], ["A2"], ["A"], ["A1"]),
    (["A1", "B"], ["A2", "B", "C"], ["A", "B"], ["A1", "B", "C"]),
    (["A1", "B"], ["A2", "B2"], ["A", "B"], ["A1", "B2"]),
  ])
  func textsAreToldApartByTheirOrder(
    _ mine: [String], _ theirs: [String], _ base: [String], _ result: [String]
  ) {
    func list(_ texts: [String]) -> StoredValue { .list(texts.map { .text($0) }) }
    #expect(ThreeWay.prefer(list(mine), over: list(theirs), base: list(base)) == list(result))
  }

  @Test func aDateIsNeverPutTogetherFromTwo() {
    func date(_ day: String, _ printed: String) -> StoredValue {
      .record([
        StoredValue.Member("when", .text(day)), StoredValue.Member("printed", .text(printed)),
      ])
    }
    let mine = date("2024-04-02", "tomorrow")
    #expect(
      ThreeWay.prefer(mine, over: date("2024-04-03", "soon"), base: date("2024-04-01", "now"))
        == mine)
  }
}

/// An owner or a published value is of one piece, whichever side is chosen.
@Suite struct PreferringWholesTests {
  private func record(_ members: KeyValuePairs<String, StoredValue>) -> StoredValue {
    .record(members.map { StoredValue.Member($0.key, $0.value) })
  }

  @Test func anOwnerIsNeverPutTogetherFromTwo() {
    let base = record(["agency": .text("kent-police")])
    let mine = record(["agency": .text("kent-police"), "seat": .text("chair")])
    let theirs = record(["agency": .text("medway-council"), "person": .text("tim-smith")])
    #expect(ThreeWay.prefer(mine, over: theirs, base: base) == mine)
    #expect(ThreeWay.prefer(theirs, over: mine, base: base) == theirs)
  }

  @Test func anOwnerInsideAnActionIsNeverPutTogetherFromTwo() {
    func item(_ title: String, _ lead: StoredValue) -> StoredValue {
      record(["title": .text(title), "lead": lead])
    }
    let base = item("A", record(["agency": .text("kent-police")]))
    let mine = item("A", record(["agency": .text("kent-police"), "name": .text("The chair")]))
    let theirs = item("B", record(["agency": .text("medway-council"), "seat": .text("chair")]))
    #expect(
      ThreeWay.prefer(mine, over: theirs, base: base)
        == item("B", record(["agency": .text("kent-police"), "name": .text("The chair")])))
  }

  @Test func aPublishedValueIsNeverPutTogetherFromTwo() {
    let base = record(["about": .number("70")])
    let mine = record(["atLeast": .number("70")])
    let theirs = record(["about": .number("75")])
    #expect(ThreeWay.prefer(mine, over: theirs, base: base) == mine)
  }
}

@Suite struct WallClockTests {
  @Test(arguments: [
    (0, 0, "1 Jan 1970 00:00"), (1_712_066_520, 0, "2 Apr 2024 14:02"),
    (1_712_066_520, 3600, "2 Apr 2024 15:02"), (-60, 0, "31 Dec 1969 23:59"),
    (1_712_100_000, 3600, "3 Apr 2024 00:20"),
  ])
  func tellsDayAndTime(_ seconds: Int, _ offset: Int, _ words: String) {
    #expect(WallClock { _ in offset }.words(seconds) == words)
  }

  @Test func leavesOutTheDayItself() {
    let today = WallClock().day(1_712_066_520)
    #expect(WallClock().words(1_712_066_520, on: today) == "14:02")
  }
}
