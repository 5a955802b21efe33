import Dashboard
import Safeguarding
import TerminalUI
import Testing

/// Everything that names a key takes a press; heads of columns sort.
@Suite struct MouseStories {
  @Test func helpBesideTheTabsOpensHelp() {
    story(on: .sample) {
      mouse(.press, on: "? help")
      expect(contains: "Help: what every key does")
      expect(header: "► Overview")
    }
  }

  @Test func besideTheTabsNothingIsOpened() {
    story(on: .sample, size: Size(160, 40)) {
      event(.mouse(MouseEvent(.press, at: Point(140, 1))))
      expect(header: "► Overview")
    }
  }

  @Test func hintsOfTheLastLineAreKeys() {
    story(on: .sample, at: Place(GroupsPane.id)) {
      press(onLastLine: "filter")
      expect(lastLine: "/ ")
      typing("joint")
      press(onLastLine: "/ joint")
      expect(lastLine: "/ joint")
      press(onLastLine: "keeps it")
      expect(contains: "/joint")
      press(onLastLine: "Enter")
      expect(header: "Groups ►")
      press(onLastLine: "back")
      expect(header: "► Groups")
      press(onLastLine: "q quit")
      expect("it is finished") { $0.isFinished }
    }
  }

  @Test func whatIsToldHasNoHints() {
    story(on: .sample) {
      press("Q")
      press(onLastLine: "does nothing")
      expect(lacks: "does nothing")
      expect(header: "► Overview")
    }
  }

  @Test func aQuestionIsAnsweredByPressing() {
    story(on: .sample, at: Place(GroupsPane.id, ["mscp-pmqa"])) {
      press("D")
      press(onLastLine: "no")
      expect(lastLine: "Nothing was done.")
    }
  }

  @Test func aFormIsLeftByItsHint() {
    story(on: .sample, at: Place(GroupsPane.id, ["mscp-pmqa"])) {
      press("e")
      expect("a form is open") { $0.mode == .editing }
      press(onLastLine: "leave, keep")
      expect("no form is open") { $0.mode == .browsing }
    }
  }

  @Test func theHeadOfAColumnSorts() {
    story(on: .sample, at: Place(GroupsPane.id, ["mscp-pmqa"])) {
      mouse(.press, on: "When  Owner")
      expect(focus: "Actions")
      expect(lastLine: "Sorted by When, lowest first.")
      expect(contains: "When▲")
      mouse(.press, on: "When▲")
      expect(lastLine: "Sorted by When, highest first.")
      mouse(.press, on: "When▼")
      expect(lastLine: "In the order of the pane again.")
      expect(lacks: "When▲", "When▼")
    }
  }

  @Test func theMenuOpensByF10AndDoesWhatIsPressed() {
    story(on: .sample) {
      press("F10")
      expect(lastLine: "Enter does it")
      typing("go to reviews")
      mouse(.press, on: "Go to Reviews")
      expect(header: "► Reviews")
      // The second press of a double one means nothing more.
      event(.mouse(MouseEvent(.doublePress, at: Point(20, 8))))
      expect(header: "► Reviews")
      press("F10")
      typing("overview")
      press("Enter")
      expect(header: "► Overview")
    }
  }

  @Test func thePaletteTakesPressesAndClosesBesideItself() {
    story(on: .sample) {
      press(":")
      typing("change to the next theme")
      mouse(.press, on: "Change to the next theme")
      expect(lastLine: "Theme: light.")
      press(":")
      event(.mouse(MouseEvent(.wheelDown, at: Point(20, 8))))
      expect(contains: "2 of ")
      event(.mouse(MouseEvent(.press, at: Point(20, 30))))
      expect(lacks: "Find anything")
      press(":")
      typing("28 mar 2024 + 1wd")
      mouse(.press, on: "read as")
      expect(lastLine: "Copied, if your terminal allows it.")
    }
  }
}
