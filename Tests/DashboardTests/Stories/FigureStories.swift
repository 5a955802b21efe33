import Dashboard
import Safeguarding
import TerminalUI
import Testing

/// Figures of a period, one indicator after another; and what everybody else did who is expected.
@Suite struct FigureStories {
  private let list = Place(DatasetPane.id)

  @Test func thePeriodIsProposedAndAnyOtherIsUnderstood() {
    story(on: .sample, at: list) {
      press("#")
      expect(lastLine: "Period of the figures (Enter: Q4 2023/24)")
      typing("mar 2024")
      expect(lastLine: "Mar 2024")
      press("Enter")
      expect(contains: "Mar 2024: ")
      expect(lastLine: "Enter save, next")
      press("Esc", "#")
      typing("what")
      press("Enter")
      expect(lastLine: "what")
      expect("it is asked again") { if case .asking = $0.mode { true } else { false } }
    }
  }

  @Test func aFigureThatIsThereIsPutRightAndNothingTypedPassesOver() {
    story(on: .sample, at: list) {
      press("#")
      typing("mar 2024")
      press("Enter")
      expect(contains: "Mar 2024: 290")
      press("Enter")
      expectNoEdit()
      expect(contains: "Mar 2024: 44")
      press("Up")
      expect(contains: "Mar 2024: 290")
      typing("291")
      press("Enter")
      expect(edit: "Figure, Mar 2024: CP plans", "value: 290 -> 291")
      expect(contains: "Mar 2024: 44")
      typing("12 or so, perhaps")
      press("Ctrl-U")
      typing("45")
      press("Esc")
      expect(lastLine: "Kept as a draft, not saved. Press # on the same indicator to go on.")
      saving()
      expect(lacks: "Mar 2024: 291")
    }
  }

  @Test func whatIsRefusedIsKeptWhileTheNextIsTyped() {
    story(on: .sample, at: list) {
      press("#", "Enter")
      typing("301")
      press("Enter")
      expect(editHas: "indicator: cp-plans", "periodLabel: Q4 2023/24", "value: 301")
      refusing("The disk is full.")
      expect(contains: "Q4 2023/24: ", "The disk is full. What you typed is kept as a draft.")
      typing("46")
      expect(contains: "Q4 2023/24: 46")
      press("Esc", "k", "#", "Enter")
      expect(contains: "Q4 2023/24: 301")
    }
  }

  @Test func figuresAreEnteredInTheListAlone() {
    story(on: .sample) {
      press("#")
      expect(lastLine: "press 4 and then #")
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
