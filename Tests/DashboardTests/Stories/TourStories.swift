import Dashboard
import Safeguarding
import TerminalUI
import Testing

/// Being shown round, being greeted once, and help where one is.
@Suite struct TourStories {
  @Test func itGoesThroughThePanesAndEndsByItself() {
    story(on: .sample, at: Place(DatasetPane.id)) {
      press("J")
      expect(contains: "Tour, 1 of 10: Overview", "What needs attention")
      expect(lastLine: "Enter go on")
      press("Enter")
      expect(contains: "Tour, 2 of 10: Executive", "X swaps a term with")
      expect(header: "MSCP Executive")
      press("Enter")
      expect(contains: "Tour, 3 of 10: Groups")
      press("Left")
      expect(contains: "Tour, 2 of 10: Executive")
      press("x")
      expect(contains: "The tour goes on with Enter and ends with Esc.")
      expectNoEdit()
      press("Enter", "Enter", "Enter", "Enter", "Enter", "Enter", "Enter", "Enter")
      expect(contains: "Tour, 10 of 10: From anywhere")
      press("Enter")
      expect(lastLine: "That was the tour.")
      expect("one browses again") { $0.mode == .browsing }
    }
  }

  @Test func escapeEndsItWhereOneIs() {
    story(on: .sample) {
      press("J", "Enter", "Enter", "Esc")
      expect(header: "Groups")
      expect(lacks: "Tour, ")
      press("j")
      expect(lacks: "That was the tour.")
    }
  }

  @Test(arguments: [Size(80, 24), Size(120, 40), Size(200, 60), Size(60, 16)])
  func itsWordsShowInFull(_ size: Size) {
    story(on: .sample, size: size) {
      press("J")
      Step { story in
        for position in 1...10 {
          let rows = story.screen().rows
          if !rows.contains(where: { $0.contains("Tour, \(position) of 10") }) {
            story.fail("Stop \(position) does not show.", #_sourceLocation)
          }
          if rows.contains(where: { $0.hasSuffix("\u{2026}") && $0.contains("Tour") }) {
            story.fail("Stop \(position) is cut.", #_sourceLocation)
          }
          story.receive(.key(.enter))
        }
      }
    }
  }

  /// The words name the keys as they are.
  @Test func keysOfOnesOwnAreNamed() {
    let own = Keymap([Keymap.Wish("open", keys: ["F5", "o"], line: 2)])
    story(on: .sample, keymap: own) {
      press("J")
      expect(lacks: "\u{2039}", "Enter opens")
    }
  }

  @Test func whoIsHereForTheFirstTimeIsGreetedUntilTheNextKey() {
    story(on: .sample) {
      Step { Tour.welcome(&$0.dashboard) }
      expect(contains: "Welcome to Masa.", "J takes you round", "Needs attention")
      expect(lastLine: "? help")
      press("j")
      expect(lacks: "Welcome to Masa.")
    }
  }

  @Test func helpFindsTheVeryKeyThatIsTyped() {
    story(on: .sample) {
      press("?")
      typing("E")
      expect(row: "E", "Take this list with me")
      expect(contains: "2 of")
      expect(selected: "Take this list with me")
      press("Backspace")
      typing("e")
      expect(selected: "Edit what is selected")
      press("Backspace")
      typing("#")
      expect(selected: "Enter the figures of an agency's period")
    }
  }

  @Test func helpOpensInFormsAndLeadsBack() {
    story(on: .sample, at: anAction) {
      press("e")
      typing("Another title")
      press("F1")
      expect(lastLine: "F1 all keys")
      press("F1")
      expect(contains: "Help: what the keys do in a form", "Throw away what is typed, after asking")
      typing("ctrl-x")
      expect(contains: "1 of")
      press("Esc")
      expect(contains: "Edit action")
      expect("what was typed is there") {
        $0.form?.fields.first?.text.hasSuffix("Another title") == true
      }
      press("F10")
      typing("go to save")
      press("Enter")
      expect("the key was pressed in the form") { $0.form?.focused == nil }
      press("Enter")
      expect(editHas: "title: ")
    }
  }
}
