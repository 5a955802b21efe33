import Dashboard
import Safeguarding
import TerminalUI
import Testing

/// Help, the palette, the day, and keys that cannot do anything.
@Suite struct CommandStories {
  @Test func dayTypedWronglyIsKeptWithASentence() {
    story(on: .sample) {
      press("t")
      expect(lastLine: "Show the state as at")
      typing("31/13/24")
      press("Enter")
      expect(lastLine: "31/13/24")
      expect(lastLine: "Not a day. Write 2024-03-31, 31 mar 2024 or today.")
      press("Backspace")
      expect(lastLine: "31/13/2")
      expect(lacks: "Not a day.")
      press("Esc")
      expect(header: "31 Mar 2024")
    }
  }

  @Test(
    arguments: [
      "2024-02-28", "28 feb 2024", "28 Feb", "28 february 2024", "28/2/24", "-22wd",
    ])
  func dayTypedInOtherWaysIsUnderstood(_ text: String) {
    story(on: .sample) {
      press("t")
      typing(text)
      expect(lastLine: "Wed 28 Feb 2024")
      press("Enter")
      expect(header: "as at Wed 28 Feb 2024")
    }
  }

  @Test func anotherDayChangesWhatIsOverdueAndTodayComesBack() {
    #expect(Fixture.sample.overdue(on: "2024-03-01") < Fixture.sample.overdue(on: "2024-03-31"))
    story(on: .sample, at: Place(DeadlinesPane.id)) {
      expect(contains: "\(Fixture.sample.overdue(on: "2024-03-31")) overdue")
      press("t")
      typing("2024-03-01")
      press("Enter")
      expect(lastLine: "Showing the state as at Fri 1 Mar 2024. Nothing in the data changes.")
      expect(header: "as at Fri 1 Mar 2024, pinned")
      expect(contains: "\(Fixture.sample.overdue(on: "2024-03-01")) overdue")
      press("t")
      typing("today")
      press("Enter")
      expect(header: "as at Tue 2 Apr 2024")
      expect("no day is pinned") { $0.pinnedDay == nil }
    }
  }

  @Test func paletteFindsTheThemeAndRunsIt() {
    story(on: .sample) {
      press(":")
      typing("theme")
      expect(selected: "Change to the next theme")
      press("Enter")
      expect(lastLine: "Theme: light.")
      expect("the theme is another one") { $0.theme.name == "light" }
      expect(contains: "Needs attention")
    }
  }

  @Test func helpNarrowsByWordsAndByKey() {
    // The short form of the selected row is explained there, too.
    let count = Command.all.count + 1
    story(on: .sample) {
      press("?")
      expect(contains: "\(count) shown", "Open what is selected")
      typing("clipboard")
      expect(contains: "1 of \(count)", "Copy the selected row to your own clipboard")
      press("Ctrl-L", "Esc", "?")
      typing("ctrl-r")
      expect(contains: "1 of \(count)", "Read the data folder again")
      press("Backspace")
      expect(lacks: "1 of \(count)")
      press("Esc")
      expect(contains: "Needs attention")
    }
  }

  @Test func commandThatCannotBeDoneSaysWhy() {
    story(on: .sample) {
      press("v")
      expect(lastLine: "There is a chart only inside an indicator of the Dataset.")
      press("F")
      expect(lastLine: "No faults were found in the data.")
      press("Esc")
      expect(lastLine: "This is the first level. Press q to leave.")
      press("3", "z")
      expect(lastLine: "This panel has the whole screen already.")
      press("Tab")
      expect(lastLine: "There is only one panel here.")
      expect(effects: [])
    }
  }

  @Test func keyWithoutACommandSaysSo() {
    story(on: .sample) {
      press("Q")
      expect(lastLine: "Q does nothing here. Press ? for the keys.")
      press("F7")
      expect(lastLine: "F7 does nothing here. Press ? for the keys.")
      press("j")
      expect(lacks: "does nothing here")
    }
  }

  @Test func pastingIntoAListRunsNothingAndSaysSo() {
    story(on: .sample) {
      pasting("q3Gp")
      expect(lastLine: "Pasted text is taken only where one types, such as after /.")
      expect(header: "Kent and Medway ► Overview")
      expect("it goes on") { !$0.isFinished }
      expect(effects: [])
      press("3", "/")
      pasting("pmqa\nq")
      expect(lastLine: "/ pmqa")
      expect(contains: "1 of 1")
      expect("it goes on") { !$0.isFinished }
    }
  }

  @Test func pastedDayIsAnswered() {
    story(on: .sample) {
      press("t")
      pasting("2024-02-28")
      press("Enter")
      expect(header: "as at Wed 28 Feb 2024")
    }
  }

  @Test func charactersOfLinesCanBePlain() {
    story(on: .sample) {
      expect(contains: "═ Needs attention ═")
      press(":")
      typing("characters")
      press("Enter", "C", "C")
      expect(contains: "= Needs attention =")
    }
  }
}
