import Dashboard
import Safeguarding
import TerminalUI
import Testing

/// Figures of an agency's period in one list; and what everybody else did who is expected.
@Suite struct FigureStories {
  private let list = Place(DatasetPane.id)

  @Test func aWholeQuarterIsOneEditThatOneUndoTakesBack() throws {
    let desk = SharedDesk()
    let values = desk.workspace.values.all.count
    var keys = 0
    func tap(_ names: String...) -> [Step] {
      keys += names.count
      return names.map { press($0) }
    }
    func run(_ story: inout Story, _ steps: [Step]) {
      for step in steps {
        step.happen(&story)
        desk.done().happen(&story)
      }
    }
    var story = Story(
      dashboard: Dashboard(
        workspace: desk.workspace, today: Fixture.today, glyphs: .of(.cp437), themes: [],
        start: list), size: Size(120, 40))
    run(&story, tap("#"))
    run(&story, [expect(contains: "Figures of Medway Council, Q4 2023/24", "1 of 19")])
    for value in 1...19 {
      run(&story, [typing("\(value * 7)")] + tap("Enter"))
    }
    run(&story, [expect(contains: "[x] Return came in today", "* 19 typed")])
    run(&story, tap("Ctrl-S"))
    print("Keys to enter a whole quarter of 19 figures: \(keys) (goal 21)")
    #expect(keys <= 21)
    run(
      &story,
      [expect(lastLine: "Figures of Medway Council, Q4 2023/24: 19 figures, return received")])
    let new = desk.workspace.values.all.filter { $0.periodLabel == "Q4 2023/24" }
    #expect(new.count == 19 && Set(new.map(\.indicator.id)).count == 19)
    #expect(new.allSatisfy { $0.agency == "medway-council" })
    #expect(new.allSatisfy { $0.period?.iso == "2024-01-01/2024-03-31" })
    let mark = desk.workspace.submissions["dataset-2023-24-q4-medway-council"]
    #expect(mark?.status == .received && mark?.receivedOn?.iso == "2024-03-31")
    #expect(desk.journal.last?.title.hasPrefix("Figures of Medway Council") == true)
    run(&story, tap("u", "y"))
    #expect(desk.workspace.values.all.count == values)
    #expect(
      desk.workspace.submissions["dataset-2023-24-q4-medway-council"]?.status == .notReceived)
  }

  @Test func thePeriodIsChosenOrTypedAndWhatIsThereIsPutRight() {
    story(on: .sample, at: list) {
      press("#", "Up")
      expect(contains: "Q4 2023/24   The return is due 30 Apr 2024.")
      press("Left")
      expect(lacks: "Figures of Medway Council, Q4 2023/24")
      typing("what")
      press("Enter")
      expect(contains: "x ")
      press("Ctrl-U")
      typing("mar 2024")
      press("Enter")
      expect(contains: "Figures of Medway Council, Mar 2024")
      expect(row: "CP plans", "children", "288", "290")
      expect(contains: "Its return is marked as received already.")
      press("Down")
      typing("291")
      expect(contains: "was 290")
      press("Ctrl-S")
      expect(edit: "Figures of Medway Council, Mar 2024: 1 figure (15 still blank)")
      expect(editHas: "value: 290 -> 291")
      saving()
      expect(lastLine: "Saved 10:41: Figures of Medway Council, Mar 2024: 1 figure")
      expect(focus: "Indicators")
    }
  }

  @Test func whatIsDoubtfulNeedsACommentAndWhatCannotBeIsNotKept() {
    story(on: .sample, at: list, size: Size(120, 40)) {
      press("#", "Up")
      typing("2024/25")
      press("Enter")
      expect(contains: "Figures of Medway Council, 2024-25")
      focusing(onRow: "Make Your Mark")
      typing("84000")
      expect(
        contains: "figures lie where they used to: 84,000 after 8,399 in 2023-24, 10 times as much."
      )
      expect(row: "Make Your Mark", "84000", "comment?")
      press("Enter")
      typing("abc")
      press("Ctrl-S")
      expectNoEdit()
      expect(contains: "This cannot be kept as it is: Make Your Mark: more.")
      typing("420")
      press("Ctrl-S")
      expectNoEdit()
      expect(contains: "A comment has to say why it is meant: Make Your Mark.")
      typing("All schools voted online")
      expect(lacks: "comment?")
      press("Ctrl-S")
      expect(editHas: "analysis: All schools voted online", "value: 84000", "value: 420")
    }
  }

  @Test func aBlockOfCellsIsShownBeforeItIsTaken() {
    story(on: .sample, at: list) {
      press("#")
      pasting("Indicator\tQ4 2023-24\nChildren in Care\t481\nBed nights\t12\nCP plans\t301")
      expect(contains: "Pasted: 2 figures of 8 cells; 2 cells not taken")
      expect(row: "CP plans", "301", "by its title")
      expect(contains: "\"Bed nights\" in row 3, column 1 names no indicator of this list")
      expect(lastLine: "Enter take it")
      press("Esc")
      expect(lastLine: "Nothing of what you pasted was taken.")
      expect(lacks: "301")
      pasting("301\n44.4\n481\r\n")
      press("Enter")
      expect(row: "CP plans", "301")
      expect(row: "Children in care", "481")
      press("Down")
      pasting("45.1")
      expect(row: "CP plans per 10k", "45.1")
      pasting("Child Unique ID\tValue\nA\t3")
      expect(lastLine: "Nothing of what you pasted was kept.")
      press("Ctrl-S")
      expect(editHas: "value: 301", "value: 45.1", "value: 481")
    }
  }

  @Test func whatIsTypedIsKeptUntilItIsSavedOrThrownAway() {
    story(on: .sample, at: list) {
      press("#")
      typing("301")
      expect(draft: "cp-plans", "301")
      press("Esc")
      expect(lastLine: "Kept as a draft, not saved. Press # on the same agency to go on.")
      press("d")
      expect(contains: "Figures of Medway Council, Q4 2023/24", "CP plans differs")
      press("Enter")
      expect(row: "CP plans", "301")
      press("Ctrl-S")
      refusing("The disk is full.")
      expect(contains: "The disk is full.")
      expect(row: "CP plans", "301")
      press("Ctrl-X")
      expect(lastLine: "Throw away what you typed in")
      press("n", "Ctrl-X", "y")
      expect(lastLine: "What you typed was thrown away.")
      press("#")
      expect(lacks: "301")
    }
  }

  @Test func aReturnLeadsToWhatCanBeDoneAboutIt() {
    story(on: .sample, at: list) {
      focusing(on: "Who has sent")
      expect(lastLine: "# figures")
      expect(lastLine: "i import")
      expect(lastLine: "O chase")
      press("j", "i")
      expect(
        lastLine: "masa import indicators FILE --agency kent-police --quarter 'Q4 2023/24' (copied;"
      )
      expect(
        effects: [
          .terminal(
            .copy(
              CopiedText(
                "masa import indicators FILE --agency kent-police --quarter 'Q4 2023/24'")))
        ])
      press("O")
      expect(lastLine: "This is what Kent Police still owes.")
      press("Esc", "k", "#")
      expect(contains: "Figures of Medway Council, Q4 2023/24")
      press("Esc", "Space")
      expect(editHas: "status: notReceived -> received")
    }
    story(on: .sample) {
      press("#")
      expect(lastLine: "press 4 and then #")
      press("i")
      expect(lastLine: "Select a return first")
    }
  }

  @Test func whoSuppliesNothingIsSaidToAndNobodysIndicatorsAreEntered() {
    story(on: .sample, at: list) {
      press("#", "Up", "Up")
      typing("kent police")
      press("Enter")
      expect(contains: "No indicator names Kent Police")
      typing("no supplier named (mscp")
      press("Enter")
      expect(row: "Rapid reviews", "reviews")
    }
  }

  @Test func whatOthersSavedMeanwhileIsToldAndWhatIsTypedStays() {
    let desk = SharedDesk()
    story(on: .sample, at: list) {
      desk.sitDown()
      press("#", "Up")
      typing("mar 2024")
      press("Enter", "Down")
      typing("291")
      desk.edits("ann", isTold: true) { workspace in
        guard
          let before = workspace.values.all.first(where: {
            $0.value?.number == 290 && $0.indicator == "cp-plans"
          }),
          let file = workspace.document(of: before.link)
        else { return nil }
        var after = before
        after.value = Measure(.exact, spelling: "289")
        return Edit("Put right", before.changes(to: after, in: file))
      }
      expect(contains: "Somebody else changed CP plans meanwhile.", "was 289")
      expect(row: "CP plans", "291")
      press("Ctrl-S")
      expect(editHas: "value: 289 -> 291")
    }
  }

  @Test func everybodyElseCameOnItsDayAndOnlyOnce() {
    let desk = SharedDesk()
    let meeting = Place(MeetingPane.id, ["mscp-pmqa-2024-04-04"])
    story(on: .sample, at: meeting) {
      press("*")
      expectNoEdit()
      expect(lastLine: "has not been held yet: nobody has come to it.")
      press("t")
      typing("2024-04-04")
      press("Enter")
      focusing(on: "Attendance")
      press("Space", "*")
      expect(lastLine: "still being saved")
    }
    story(on: .sample, at: meeting) {
      press("t")
      typing("2024-04-04")
      press("Enter", "*")
      expect(edit: "Attendance: all 13 came (the meeting counts as held now)")
      desk.done()
      press("*")
      expectNoEdit()
      expect(lastLine: "it is said already whether they came")
    }
  }
}

/// Expects the title of an edit, whatever it changes.
private func expect(edit title: String, sourceLocation: SourceLocation = #_sourceLocation) -> Step {
  Step { story in
    if story.edit?.title != title {
      story.fail("The edit is called \(story.edit?.title ?? "nothing").", sourceLocation)
    }
  }
}

/// Goes down until the row with a name has the keys.
private func focusing(onRow name: String, sourceLocation: SourceLocation = #_sourceLocation) -> Step
{
  Step { story in
    for _ in 0..<100 {
      guard let grid = story.dashboard.grid else { break }
      if grid.rowLabel == name { return }
      story.receive(.key(.down))
    }
    story.fail("There is no row \(name).", sourceLocation)
  }
}
