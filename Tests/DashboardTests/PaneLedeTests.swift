import Dashboard
import Safeguarding
import TerminalUI
import Testing

/// What the panes answer before their lists are read.
@Suite struct PaneLedeTests {
  /// A place as it is on a day, with some data, and what it answers.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let place: Place
    var fixture = Fixture.sample
    var day = "2024-03-31"
    var scope = Scope.all
    /// What becomes of the data first.
    var change: @Sendable (inout Workspace) -> Void = { _ in }
    /// The blocks in order, each as "what: how".
    let lede: [String]
  }

  @Test(arguments: dataset + reviews + records + firstSteps + faults)
  func answers(_ example: Case) throws {
    var workspace = example.fixture.workspace
    example.change(&workspace)
    let context = PaneContext(
      workspace: workspace, day: try #require(CalendarDate(iso: example.day)),
      scope: example.scope, glyphs: .of(.cp437))
    #expect(PaneLedeTests.lede(at: example.place, context) == example.lede)
  }

  private static func lede(at place: Place, _ context: PaneContext) -> [String] {
    (pane(place.pane)?.content(context, path: place.path).lede ?? []).map { block in
      let what = block.what.plain.trimmed
      return context.keys.naming(block.how.isEmpty ? what : "\(what): \(block.how.plain)")
    }
  }

  private static let dataset: [Case] = [
    Case(
      testDescription: "an indicator beside its comparators",
      place: Place(DatasetPane.id, ["cp-plans-per-10000"]),
      lede: [
        "44 per 10,000, Mar 2024: one value recorded",
        "▲ above England 43.2: 2022-23, a year older",
        "▲ above Statistical neighbours 41: 2022-23, a year older",
      ]),
    Case(
      testDescription: "an indicator whose value is words",
      place: Place(DatasetPane.id, ["first-response-referrals-by-health"]),
      lede: ["\"increase from Q3\", 2023-24: words in place of a figure"]),
    Case(
      testDescription: "an indicator without a value",
      place: Place(DatasetPane.id, ["mscb-stay-safe-1"]), lede: []),
    Case(
      testDescription: "the dataset of the sample", place: Place(DatasetPane.id),
      lede: [
        // What was measured in April 2024 was not known on 31 March.
        "1 above its comparator: CP plans per 10k", "116 indicators: 88 with a value",
        "10 have words for a figure: as printed",
      ]),
    Case(
      testDescription: "the dataset of a board that printed no values",
      place: Place(DatasetPane.id),
      scope: .one("mscb"), lede: ["26 indicators: no values yet"]),
    Case(
      testDescription: "a dataset that is only defined", place: Place(DatasetPane.id),
      change: { $0.values = RecordTable<Observation>() }, lede: ["116 indicators: no values yet"]),
    Case(
      testDescription: "an empty dataset", place: Place(DatasetPane.id), fixture: .empty, lede: []),
    Case(
      testDescription: "a dataset that is closed", place: Place(DatasetPane.id),
      change: { workspace in
        workspace.indicators = RecordTable<Indicator>()
        workspace.access = Access(permissions: ["dataset": .closed("The dataset is closed to you.")]
        )
      }, lede: []),
  ]

  private static let reviews: [Case] = [
    Case(
      testDescription: "the reviews of the sample", place: Place(ReviewsPane.id),
      lede: [
        "1 audit late: Illustration C: 25 days late",
        "1 rapid review runs: Illustration A: 9 working days left", "1 paused: Illustration B",
        "8 of 21 done: 8 without evidence, 12 not reported", "8 reviews: 5 published",
      ]),
    Case(
      testDescription: "the reviews before an audit is late", place: Place(ReviewsPane.id),
      day: "2024-03-06",
      lede: [
        // The incident of illustration A became known on 14 March.
        "No review is late", "1 audit runs: Illustration C: today", "1 paused: Illustration B",
        "8 of 21 done: 8 without evidence, 12 not reported", "7 reviews: 5 published",
      ]),
    Case(
      testDescription: "a partnership without reviews", place: Place(ReviewsPane.id),
      scope: .one("kscmp"), lede: []),
    Case(
      testDescription: "one review", place: Place(ReviewsPane.id, ["isabel"]),
      lede: [
        "Published 2023-24: Local child safeguarding practice review",
        "8 of 8 done: 8 without evidence", "Learning Lessons: follows what is recommended",
      ]),
    Case(
      testDescription: "a review whose audit is late",
      place: Place(ReviewsPane.id, ["illustration-c"]),
      lede: [
        "Audit 25 days late: due Wed 6 Mar",
        "Published 29 Sep 2023: Local child safeguarding practice review",
        "Learning Lessons: follows what is recommended",
      ]),
  ]

  private static let records: [Case] = [
    Case(
      testDescription: "all kinds of record", place: Place(RecordsPane.id),
      lede: ["1,820 records: of 65 kinds", "No faults: every record can be read"]),
    Case(
      testDescription: "records of which some are faulty", place: Place(RecordsPane.id),
      fixture: .broken, lede: ["1,813 records: of 65 kinds", "2 faults: F shows them"]),
    Case(
      testDescription: "the records of a new folder", place: Place(RecordsPane.id), fixture: .empty,
      lede: ["2 records: of 2 kinds", "No faults: every record can be read"]),
    Case(
      testDescription: "the records of one kind", place: Place(RecordsPane.id, ["plan"]),
      lede: ["5 plans: A plan with its priorities for some years; plans may overlap"]),
    Case(
      testDescription: "no record of a kind", place: Place(RecordsPane.id, ["plan"]),
      fixture: .empty, lede: []),
    Case(
      testDescription: "an action that is late",
      place: Place(RecordPane.id, ["action", Fixture.faultyAction]),
      lede: ["16 days late: due Fri 15 Mar", "MSCP Business Manager: owes it"]),
    Case(
      testDescription: "an action before it is due",
      place: Place(RecordPane.id, ["action", Fixture.faultyAction]), day: "2024-03-14",
      lede: ["In 1 day: due Fri 15 Mar", "MSCP Business Manager: owes it"]),
    Case(
      testDescription: "a record by which nothing is owed",
      place: Place(RecordPane.id, ["partnership", "my-partnership"]), fixture: .empty, lede: []),
  ]

  private static let firstSteps: [Case] = [
    Case(
      testDescription: "the first steps of a new folder", place: Place(FirstStepsPane.id),
      fixture: .empty,
      lede: [
        "2 of 12 steps done: each opens a form; no file is written by hand",
        "About 13 minutes: for the first of each",
      ]),
    Case(
      testDescription: "the first steps where the chair of an executive is not recorded",
      place: Place(FirstStepsPane.id),
      lede: [
        "11 of 12 steps done: each opens a form; no file is written by hand",
        "About 3 minutes: for the first of each",
      ]),
  ]

  @Test func theFirstStepsSayWhenAllAreDone() {
    var workspace = Fixture.sample.workspace
    // Only the executive that has its chair is left.
    var partnerships = RecordTable<Partnership>()
    for partnership in workspace.partnerships.all where partnership.id == "mscp" {
      partnerships.append(partnership)
    }
    workspace.partnerships = partnerships
    let context = PaneContext(
      workspace: workspace, day: Fixture.today, scope: .all, glyphs: .of(.cp437))
    #expect(
      PaneLedeTests.lede(at: Place(FirstStepsPane.id), context)
        == ["All 12 steps are done: Esc leads to the Overview"])
  }

  private static let faults: [Case] = [
    Case(
      testDescription: "a folder with a faulty record and a file that ends early",
      place: Place(FaultsPane.id), fixture: .broken,
      lede: ["2 faults: in 2 files", "1 file not read: the screens lack what is in it"]),
    Case(
      testDescription: "a folder without faults", place: Place(FaultsPane.id), lede: []),
  ]

  @Test func theHistorySaysHowMuchWasChangedByHowManyAndWhen() {
    func entry(_ number: Int, _ user: String, undoes: EntryID? = nil) -> JournalEntry {
      JournalEntry(
        id: EntryID(folder: "", sequence: number), title: "Edit", time: 1_711_720_800 + number * 60,
        userID: 1, user: user, changes: [], undoes: undoes)
    }
    func lede(_ journal: [JournalEntry]) -> [String] {
      var context = PaneContext(
        workspace: Fixture.sample.workspace, day: Fixture.today, scope: .all, glyphs: .of(.cp437))
      context.journal = journal
      return PaneLedeTests.lede(at: Place(HistoryPane.id), context)
    }
    #expect(lede([]) == [])
    #expect(
      lede([entry(1, "ann")]) == [
        "1 change: the last one Fri 29 Mar at 14:01", "ann: all of it",
      ])
    #expect(
      lede([entry(1, "ann"), entry(2, "bob", undoes: EntryID(folder: "", sequence: 1))]) == [
        "2 changes: the last one Fri 29 Mar at 14:02", "2 people: last: bob",
        "1 undone: told as changes, too",
      ])
  }
}

extension String {
  fileprivate var trimmed: String {
    split(separator: " ").joined(separator: " ")
  }
}
