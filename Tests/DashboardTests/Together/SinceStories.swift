import Dashboard
import Safeguarding
import TerminalUI
import Testing

/// What others changed since one was here last, told when one comes back.
@Suite struct SinceStories {
  /// Two days before the day on which the sample's clock stands.
  private static let visit = (Fixture.today.dayNumber - 2) * 86_400 + 14 * 3600 + 10 * 60

  /// The person comes back to a desk where others went on; the journal since then is told.
  private func comeBack(to desk: SharedDesk) -> Step {
    Step { story in
      story.effects =
        story.dashboard.receive(.loaded(desk.workspace))
        + story.dashboard.receive(
          .lastVisit(LastVisit(time: SinceStories.visit, entries: desk.journal)))
    }
  }

  @Test func whatOthersChangedIsOneLineOfTheOverviewAndAPaneBehindIt() {
    let desk = SharedDesk()
    story(on: .sample) {
      desk.other("ann", "Tick", isTold: false) { $0.status = .done }
      desk.other("bob", "Edit", action: "mscp-pmqa-a3", isTold: false) { $0.status = .started }
      comeBack(to: desk)
      expect(row: "• 2 changes since you were here on", "at 14:10: 1 done, 1 edited", "W shows")
      press("W")
      expect(effects: [.since])
      desk.done()
      expect(header: "Since you were here")
      expect(row: "2 changes", "2 people", "1 done")
      expect(row: "PMQA", "2")
      expect(row: "14:0", "bob", "status", "open, now under way")
      expect(row: "14:0", "ann", "done", "Check that information")
      press("Enter")
      expect(header: "Action")
      press("Esc", "W")
      expect(effects: [.history(nil)])
    }
  }

  @Test func theLineIsSaidShorterWhereThereIsLessRoom() {
    let desk = SharedDesk()
    story(on: .sample, size: Size(60, 20)) {
      desk.other("ann", "Tick", isTold: false) { $0.status = .done }
      comeBack(to: desk)
      expect(row: "• 1 change since", "1 done", "W shows")
      expect(lacks: "you were here")
    }
  }

  @Test func whatOthersDoWhileOneLooksIsCountedToo() {
    let desk = SharedDesk()
    story(on: .sample) {
      desk.other("ann", "Tick", isTold: false) { $0.status = .done }
      comeBack(to: desk)
      desk.other("bob", "Edit", action: "mscp-pmqa-a3") { $0.status = .started }
      expect(row: "• 2 changes since")
    }
  }

  @Test func anEntryIsTakenBackFromThere() {
    let desk = SharedDesk()
    story(on: .sample) {
      desk.other("ann", "Drop it", isTold: false) { $0.status = .dropped }
      comeBack(to: desk)
      press("W")
      desk.done()
      press("u")
      expect(contains: "Take back", "Status of \"Check that information")
      press("y")
      desk.done()
      desk.expect(stored: "it is open") { $0?.status == .open }
    }
  }

  @Test func withoutChangesNothingIsSaid() {
    let desk = SharedDesk()
    story(on: .sample) {
      comeBack(to: desk)
      expect(lacks: "since you were here")
      press("W")
      expect(effects: [.history(nil)])
    }
  }

  @Test func whatTheDaysAloneChangedIsTold() throws {
    // Somebody who was here on 20 March comes back as at 31 March.
    let day = try #require(CalendarDate(year: 2024, month: 3, day: 20))
    let context = PaneContext(
      workspace: Fixture.sample.workspace,
      day: Fixture.sample.dashboard(at: Place("overview")).context.day,
      scope: .all, glyphs: .of(.cp437))
    var after = context
    after.lastVisit = LastVisit(time: day.dayNumber * 86_400, entries: [])
    let content = SincePane.content(after, path: [])
    let list = try #require(content.panels.last?.table)
    let expected = context.deadlines.filter {
      $0.status == .overdue && ($0.due?.last.map { $0 >= day } ?? false)
    }
    #expect(list.rows.count == expected.count && !expected.isEmpty)
    #expect(content.lede.last?.what.plain == "\(expected.count) overdue")
  }

  @Test func onlyWhoPressedAKeyWasHere() {
    var dashboard = Fixture.sample.dashboard(at: Place(OverviewPane.id))
    _ = dashboard.receive(.resized(Size(80, 24)))
    #expect(!dashboard.isUsed)
    _ = dashboard.receive(.key(.down))
    #expect(dashboard.isUsed)
  }
}

/// What somebody did, in a word: by what the journal holds.
@Suite struct HappeningTests {
  private static let action = RecordID(ActionItem.kind, "mscp-pmqa-a2")

  private static func change(
    _ field: String?, _ from: StoredValue?, _ to: StoredValue?, of record: RecordID = action,
    in document: String = "groups/mscp-pmqa/actions.json"
  ) -> Change {
    Change(document, record, field: field, from: from, to: to)
  }

  private static func papers(_ received: Int) -> StoredValue {
    let papers = (0..<3).map { index -> StoredValue in
      let title = StoredValue.Member("title", .text("Paper \(index)"))
      let came = StoredValue.Member("receivedOn", .text("2024-03-28"))
      return .record(index < received ? [title, came] : [title])
    }
    return .list([.record([.init("title", .text("Data")), .init("papers", .list(papers))])])
  }

  @Test(arguments: [
    ([change("status", .text("open"), .text("done"))], "done"),
    ([change("status", .text("open"), .text("started"))], "status"),
    ([change("due", .text("2024-03-15"), .text("2024-03-22"))], "date moved"),
    ([change("due", nil, .text("2024-03-22"))], "due"),
    ([change("text", .text("2024 plan"), .text("A plan"))], "text"),
    ([change(nil, nil, .record([.init("text", .text("New"))]))], "new action"),
    ([change(nil, .record([]), nil)], "removed"),
    (
      [
        change(nil, .record([]), nil),
        change(nil, nil, .record([]), in: "groups/mscp-executive/actions.json"),
      ], "handed over"
    ),
    (
      [change("agenda", papers(1), papers(3), of: RecordID(Meeting.kind, "mscp-pmqa-2024-04-04"))],
      "2 papers in"
    ),
    (
      [change("agenda", papers(3), papers(1), of: RecordID(Meeting.kind, "mscp-pmqa-2024-04-04"))],
      "agenda"
    ),
  ])
  func aWordTellsWhatWasDone(_ changes: [Change], _ word: String) {
    #expect(Happening.Word(changes).text == word)
  }

  @Test func sumsHaveWhatAsksForALookFirst() {
    let words: [Happening.Word] = [
      .field("status"), .done, .papers(2), .added("action"), .dateMoved, .papers(1), .undone,
      .added("action"), .removed,
    ]
    #expect(
      Happening.Word.sums(words) == [
        "3 papers in", "2 new actions", "1 date moved", "1 done", "1 removed", "1 edited",
        "1 taken back",
      ])
    #expect(Happening.Word.sums([]).isEmpty)
  }
}
