import Dashboard
import Safeguarding
import TerminalUI
import Testing

/// Words that were once cut beside cells or rows that stayed blank.
@Suite struct ReadInFullTests {
  private static let pmqa = Place(GroupsPane.id, ["mscp-pmqa"])
  private static let sizes = [Size(60, 20), Size(80, 24), Size(120, 40), Size(200, 60)]

  private func words(of story: Story) -> String {
    var story = story
    return story.screen().rows.joined(separator: " ").split(separator: " ").joined(separator: " ")
  }

  private func reads(_ text: String) -> Step {
    Step { story in
      if !words(of: story).contains(text) {
        story.fail("\(text) is not to be read.", #_sourceLocation)
      }
    }
  }

  /// The names of those who lead and act stand whole beside nothing that would cut them.
  @Test func whoLeadsAndActsIsReadWithTheOffice() {
    story(on: .sample, at: Place(ExecutivePane.id), size: Size(120, 40)) {
      expect(row: "Richard Hicks, Chief Executive", "Lee-Anne Farach, Director of People")
      expect(contains: "Handover list", "Decisions")
    }
  }

  /// What the shades of a rotation mean stands with them, however few rows there are.
  @Test(arguments: [Size(80, 24), Size(120, 40), Size(200, 60)])
  func theShadesOfTheRotationAreExplained(_ size: Size) {
    story(on: .sample, at: Place(ExecutivePane.id), size: size) {
      expect(row: "Chair of the Executive", "█ held ▓ planned ░ pattern")
    }
    var dashboard = Fixture.sample.dashboard(at: Place(ExecutivePane.id))
    _ = dashboard.draw(in: size)
    #expect(!dashboard.plainLines.contains { $0.contains("░") })
  }

  @Test func theShadesAreExplainedOnTheOverviewToo() {
    story(on: .sample, size: Size(120, 40)) {
      expect(row: "Chair of the Executive", "█ held ▓ planned ░ pattern")
    }
  }

  /// No word of a name is broken where another column has room.
  @Test(arguments: sizes)
  func noWordIsBrokenAmongThePapers(_ size: Size) {
    story(on: .sample, size: size) {
      press("L")
      expect(contains: "Joint", "Exploitation")
      expect(lacks: "Exploitati\u{20}", "Exploita\u{20}")
    }
  }

  /// What is selected is read to its end below its list, in two rows where one does not hold it.
  @Test func theSelectedRowIsReadToItsEnd() {
    story(on: .sample, size: Size(60, 20)) {
      press("Down", "Down")
      reads("Tell the group which tool each partner uses for neglect and how often")
    }
  }

  /// The help names each key with all its words at 80 columns; why it does nothing stands below.
  @Test func theHelpHasRoomForItsWords() {
    story(on: .sample, size: Size(80, 24)) {
      press("?")
      typing("clipboard")
      expect(row: "y", "Copy the selected row to your own clipboard")
    }
    story(on: .sample, size: Size(80, 24)) {
      press("?")
      typing("agenda item's")
      expect(row: "o", "Turn an agenda item's outcome into an action")
      reads("Select an agenda item first: its outcome becomes the action.")
    }
    story(on: .sample, size: Size(60, 20)) {
      press("?")
      typing("agenda item's")
      reads("Select an agenda item first: its outcome becomes the action.")
    }
  }

  /// The names in the palette have the room, not what is said beside them.
  @Test func thePaletteHasRoomForItsNames() {
    story(on: .sample, size: Size(80, 24)) {
      press(":")
      expect(row: "Show the next partnership, or all", "p")
      expect(row: "Show only what is mine, or everything", "m")
    }
  }

  /// What belongs into a field is told to its end while rows below it are blank.
  @Test(arguments: [Size(60, 20), Size(80, 24)])
  func theHelpOfAFieldUsesBlankRows(_ size: Size) {
    story(on: .sample, at: pmqaPlace, size: size) {
      press("Tab", "a", "Tab", "Tab")
      reads("Leave it blank for none.")
      expect(lacks: "F1 more")
    }
  }

  private var pmqaPlace: Place { ReadInFullTests.pmqa }

  /// A hint of the last line is whole or not there.
  @Test(arguments: [40, 48, 56, 60, 64, 72, 80])
  func hintsOfAFormAreWhole(_ width: Int) {
    var story = Story(
      dashboard: Fixture.sample.dashboard(at: Place(MeetingPane.id, ["mscp-pmqa-2024-01-18"])),
      size: Size(width, 20))
    for step in [press("c")] { step.happen(&story) }
    #expect(story.dashboard.form != nil)
    #expect(story.screen().rows.last?.contains("…") == false)
    for step in [press("F1")] { step.happen(&story) }
    #expect(story.screen().rows.last?.contains("…") == false)
  }

  /// A long value goes on under itself where it has not the keys, too.
  @Test func aLongValueOfAFormGoesOn() {
    story(on: .sample, at: pmqaPlace, size: Size(120, 40)) {
      press("Tab", "e")
      reads("Medway Community Healthcare; Kent Police")
    }
  }

  /// What the rule above a form says whole is not said again below it.
  @Test func aFormSaysItsTitleOnce() {
    var story = Story(dashboard: Fixture.sample.dashboard(at: pmqaPlace), size: Size(120, 40))
    for step in [press("Tab", "+", "+", "e")] { step.happen(&story) }
    let count = story.screen().rows.count { $0.contains("Change 2 actions") }
    #expect(count == 1)
  }

  /// A sentence that wraps names a record whole.
  @Test func questionsNameRecordsWhole() {
    story(on: .sample, at: pmqaPlace, size: Size(80, 24)) {
      press("Tab", "D")
      reads(
        "Remove the action \"Tell the group which tool each partner uses for neglect and how often\"?"
      )
    }
    story(on: .sample, at: Place(record: RecordID(Person.kind, "paula-wilkins"))) {
      expect(contains: "Executive Chief Nurse, Kent and Medway Clinical Commissioning Group")
    }
  }

  /// An empty pane says how its first record comes about.
  @Test func anEmptyExecutiveSaysHowItIsAdded() {
    story(on: .empty, at: Place(ExecutivePane.id)) {
      expect(contains: "No executive is recorded here yet", "a adds the first.")
      press("a")
      expect(contains: "Add group")
    }
  }

  /// A paused review says so once.
  @Test func aPausedReviewSaysSoOnce() {
    let context = Fixture.sample.dashboard().context
    let lede = ReviewsPane.content(context, path: ["illustration-b"]).lede.map(\.what.plain)
    #expect(lede.filter { $0.contains("Paused") } == ["Paused"])
  }

  /// Titles with commas in them are told apart where panels are named in a row.
  @Test func panelsThatFindNoRoomAreToldApart() {
    story(on: .sample, at: Place(ExecutivePane.id), size: Size(80, 24)) {
      expect(contains: "More here: Members and attendance 10; Who leads, who acts 5")
    }
  }
}
