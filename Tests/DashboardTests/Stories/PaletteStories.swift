import Letters
import Safeguarding
import TerminalUI
import Testing

@testable import Dashboard

/// Finding anything by a few letters.
@Suite struct PaletteStories {
  @Test func onePlaceFindsWhatCanBeDoneWhatThereIsAndWhatCannotBeDone() {
    story(on: .sample) {
      press(":")
      expect(contains: "Find anything", "a day, a name, a command", "Do here")
      typing("pap")
      expect(selected: "List the papers to chase, of all groups")
      expect(row: "Narrow deadlines to papers", "f", "Deadlines, ")
      expect(row: "Papers that are missing, all groups", "Deadlines, ")
      expect(contains: "Go to", "4 of 9 papers missing: PMQA, 4 Apr 2024°")
      press("Backspace", "Backspace", "Backspace")
      typing("chart")
      expect(contains: "Not here")
      expect(row: "Swap chart and table", "v")
    }
  }

  @Test(arguments: [
    ("george", "Review: George", "George"), ("pmqa", "PMQA", "PMQA"),
    ("cp plans per", "Indicator: CP plans per 10", "CP plans"),
  ])
  func enterOnARecordGoesToItsPage(typed: String, row: String, header: String) {
    story(on: .sample) {
      press(":")
      typing(typed)
      expect(contains: row)
      selectRow(with: row)
      press("Enter")
      expect(header: header)
    }
  }

  @Test func everyRecordOfEveryKindIsFoundByItsName() {
    let context = Fixture.sample.dashboard().context
    let texts = FindableTexts(context)
    for type in Kinds.all {
      for record in records(of: type, context).prefix(3) {
        let name = FindableTexts.name(of: record, context)
        let words = Folding.words(of: name)
        let found = texts.positions(holding: words, atMost: 1000).first.contains { position in
          if case .record(let other) = texts.found(position, context) {
            other.link == record.link
          } else {
            false
          }
        }
        #expect(found, "\(name)")
      }
    }
  }

  private func records(of type: any Entity.Type, _ context: PaneContext) -> [any Entity] {
    func records<E: Entity>(_ type: E.Type) -> [any Entity] { context.workspace[E.self].all }
    return records(type)
  }

  @Test func whatIsCalledSoComesBeforeWhatOnlyNamesIt() {
    story(on: .sample) {
      press(":")
      typing("kent police")
      expect(selected: "Agency: Kent Police")
    }
  }

  @Test(arguments: [
    (OverviewPane.id, "pmqa", "Group: PMQA", "► PMQA"),
    (DeadlinesPane.id, "learning lessons", "Group: Learning Lessons", "► Learning Lessons"),
    (OverviewPane.id, "kent community health", "Agency: KCHFT", "Agency"),
    (OverviewPane.id, "performance management", "Group: PMQA", "PMQA"),
  ])
  func whoTypesAVeryNameGoesThere(_ pane: String, _ typed: String, _ row: String, _ header: String)
  {
    story(on: .sample, at: Place(pane)) {
      press(":")
      typing(typed)
      expect(selected: row)
      press("Enter")
      expect(header: header)
      expect(lacks: "narrowed")
    }
  }

  @Test(arguments: [
    ("done written comment", "Tick as done: Written comment on the quarter's dataset"),
    ("approve the minutes of pmqa 18 jan", "Mark minutes as agreed: Meeting of 18 Jan 2024"),
    ("extend written comment", "Give more time: Written comment"),
    ("note neglect and how often", "Add a progress note: Action: Tell the group"),
    ("give neglect and how often", "Give to somebody else: Action: Tell the group"),
  ])
  func aCommandIsTypedWithWhatItIsDoneTo(_ typed: String, _ row: String) {
    story(on: .sample) {
      press(":")
      typing(typed)
      expect(selected: row)
      expectNoEdit()
    }
  }

  /// What only looks like a command with a name offers nothing that changes something.
  @Test(arguments: ["tick", "minutes pmqa 18 jan", "done", "agree minutes", "tic"])
  func nothingIsOfferedToBeDoneWithoutAName(_ typed: String) {
    story(on: .sample) {
      press(":")
      typing(typed)
      expect(lacks: "Tick as done:", "Mark minutes as agreed:")
    }
  }

  @Test func whatIsMissingOpensAsAList() {
    story(on: .sample) {
      press(":")
      typing("papers that are missing")
      expect(selected: "Papers that are missing, all groups")
      press("Enter")
      expect(header: "Deadlines ► kind: papers")
      expect(contains: "status: still owed")
    }
  }

  @Test func aDayAnswersInTheFirstRow() {
    story(on: .sample) {
      press(":")
      typing("28 mar + 15wd")
      expect(selected: "Mon 22 Apr 2024")
      expect(contains: "read as: 15 working days after Thu 28 Mar 2024")
      press("Enter")
      expect(effects: [.terminal(.copy(CopiedText("2024-04-22")))])
    }
  }

  @Test func aDayByANameIsOneOnlyWhereNothingIsCalledSo() {
    story(on: .sample) {
      press(":")
      typing("next fri")
      expect(selected: "Fri 5 Apr 2024")
    }
  }

  @Test func theLettersThatMatchedStandOut() {
    var story = Story(dashboard: Fixture.sample.dashboard(), size: Size(120, 40))
    for key in [":", "p", "m", "q", "a"] { story.receive(.key(.character(Character(key)))) }
    let canvas = story.screen()
    let matched = (0..<canvas.size.height).map { y in
      canvas.row(y).filter { $0.role == .match }.map(\.text).joined()
    }
    #expect(matched.contains("PMQA"))
  }

  @Test(
    arguments: [
      ("Papers for PMQA", "pap", [("Pap", Role.match), ("ers for PMQA", .text)]),
      ("Bring a paper", "pap", [("Bring a ", .text), ("pap", .match), ("er", .text)]),
      ("Apart a part", "part", [("Apart a ", .text), ("part", .match)]),
      ("Show all", "all show", [("Show", .match), (" ", .text), ("all", .match)]),
      ("Theme", "tm", [("T", .match), ("he", .text), ("m", .match), ("e", .text)]),
      ("Straße İ", "ß", [("Stra", .text), ("ß", .match), ("e İ", .text)]), ("", "a", []),
      ("Theme", "", [("Theme", .text)]),
    ] as [(String, String, [(String, Role)])])
  func matches(text: String, query: String, parts: [(String, Role)]) {
    let spans = text.matched(by: query, .text).spans
    #expect(spans.map(\.text) == parts.map(\.0))
    #expect(spans.map(\.role) == parts.map(\.1))
  }

  @Test func whatNothingIsCalledSaysSo() {
    story(on: .sample) {
      press(":")
      typing("qqzzx")
      expect(contains: "Nothing is called so. Try a word of it.")
      press("Enter")
      expect(contains: "Nothing is called so. Try a word of it.")
      press("Esc")
      expect(contains: "Needs attention")
    }
  }

  @Test func lettersInTheirOrderFindACommandThatNoWordFinds() {
    story(on: .sample) {
      press(":")
      typing("nxtthm")
      expect(selected: "Change to the next theme")
    }
  }

  @Test func thePaneShowsBelow() {
    story(on: .sample) {
      press(":")
      expect(contains: "Next meetings")
      expect("it takes sixteen rows between two rules") { dashboard in
        var dashboard = dashboard
        let rows = dashboard.draw(in: Size(120, 40)).rows
        return rows[2].hasPrefix("═ Find anything ") && rows[17].allSatisfy { $0 == "═" }
      }
    }
    story(on: .sample, size: Size(40, 10)) {
      press(":")
      typing("george")
      expect(contains: "Find anything", "George")
    }
  }

  @Test func whatCannotBeDoneSaysWhy() {
    story(on: .sample) {
      press(":")
      typing("swap chart")
      expect(selected: "Swap chart and table")
      expect(contains: "There is a chart only inside an indicator of the Dataset.")
      press("Enter")
      expect(lastLine: "There is a chart only inside an indicator of the Dataset.")
    }
  }

  /// A letter looks through the texts and makes the rows that can be seen, however many records there are.
  @Test func aLetterMakesFewRowsAmongVeryManyRecords() throws {
    var workspace = Fixture.sample.workspace
    workspace.actions.append(
      contentsOf: (0..<20_000).map { index in
        var action = ActionItem()
        (action.id, action.title) = ("many-\(index)", "Audit of case \(index) for every partner")
        action.group = "mscp-pmqa"
        return action
      })
    var dashboard = Fixture.sample.dashboard()
    _ = dashboard.receive(DashboardMessage.loaded(workspace))
    _ = dashboard.receive(.key(.character(":")))
    for letter in "audit" { _ = dashboard.receive(.key(.character(letter))) }
    let answer = Palette(dashboard, "audit").answer
    #expect(answer.count > 20_000)
    #expect(answer.items.count <= PaletteFinding.most + Command.all.count)
    let texts = try #require(dashboard.context.finding.texts)
    #expect(texts.count > 20_000)
    #expect(dashboard.context.finding.timesMade == 1)
  }

  @Test func whatOthersAddIsFoundWhileOneTypes() {
    var workspace = Fixture.sample.workspace
    var person = Person()
    (person.id, person.name) = ("zora", "Zora Quillfeather")
    workspace.people.append(person)
    story(on: .sample) {
      press(":")
      typing("quillfea")
      expect(lacks: "Zora")
      message(.changed(workspace, news: []))
      expect(contains: "Person: Zora Quillfeather")
    }
  }
}

/// Goes down to the row that holds a text.
private func selectRow(with text: String) -> Step {
  Step { story in
    for _ in 0..<40 {
      let canvas = story.screen()
      let isThere = (0..<canvas.size.height).contains { y in
        canvas.rows[y].contains(text) && canvas.row(y).contains { $0.role == .selected }
      }
      if isThere { return }
      story.receive(.key(.down))
    }
  }
}
