import Dashboard
import Safeguarding
import TerminalUI
import Testing

/// Keys that a person gave to commands.
@Suite struct OwnKeysStories {
  private func keymap(_ wishes: (String, [String]?)...) -> Keymap {
    Keymap(wishes.enumerated().map { Keymap.Wish($1.0, keys: $1.1, line: $0 + 2) })
  }

  @Test func theyHoldInKeysHintsHelpAndPalette() {
    let given = keymap(("export", ["F5", "ctrl-e"]), ("sort", []))
    #expect(given.faults.isEmpty)
    story(on: .sample, at: Place(GroupsPane.id), size: Size(160, 40), keymap: given) {
      expect(lastLine: "F5 export")
      expect(lacks: "E export", "s sort")
      press("E")
      expect(lastLine: "E does nothing here. Press ? for the keys.")
      press("F5")
      expect(contains: "How do you want to take this list with you?")
      press("Esc", "Ctrl-E")
      expect(contains: "How do you want to take this list with you?")
      press("Esc", "?")
      typing("take this list")
      expect(row: "F5 Ctrl-E", "Take this list with me")
      press("Esc", ":")
      typing("take this list")
      expect(row: "Take this list with me", "F5")
    }
  }

  @Test func helpUnderAnotherKeyIsNamedEverywhere() {
    story(on: .sample, keymap: keymap(("help", ["F2"]))) {
      expect(contains: "F2 help")
      expect(lacks: "? help")
      press("?")
      expect(lastLine: "? does nothing here. Press F2 for the keys.")
      press("F2")
      expect(contains: "Help: what every key does")
    }
  }

  /// A sentence that says what to press says the key that it is now.
  @Test func sentencesNameTheKeysThatCommandsHave() {
    let own = keymap(
      ("add", ["F5", "ctrl-e"]), ("edit", ["F6"]), ("narrow", ["F7"]), ("tick", ["F8"]))
    #expect(own.faults.isEmpty)
    story(on: .sample, at: Place(DeadlinesPane.id), keymap: own) {
      expect(contains: "F7 narrows")
      expect(lacks: "f narrows")
    }
    story(on: .empty, at: Place(GroupsPane.id), keymap: own) {
      expect(contains: "F5 adds the first.")
      // As well after all is looked at anew.
      press("C")
      expect(contains: "F5 adds the first.")
    }
    story(on: .sample, keymap: own) {
      press("F8")
      expect(lastLine: "Enter opens what is selected, and there F8 ticks it.")
    }
    story(on: .sample, at: anAction, keymap: own) {
      press("F6")
      typing("Another title")
      press("Esc")
      expect(lastLine: "Press F6 on the same record to go on.")
    }
  }

  /// A command without a key is named by what it does.
  @Test func aCommandWithoutAKeyIsNamedByItsTitle() {
    story(on: .sample, keymap: keymap(("tick", []))) {
      press("6", "w")
      press("Esc", "1", "D")
      expect(lacks: "\u{2039}")
    }
    #expect(keymap(("add", [])).faults.isEmpty)
    story(on: .empty, at: Place(GroupsPane.id), keymap: keymap(("add", []))) {
      expect(contains: "\"Add something here\" adds the first.")
    }
  }

  @Test func keysCanBeSwapped() {
    let swapped = keymap(("sort", ["S"]), ("reverse", ["s"]))
    #expect(swapped.faults.isEmpty)
    story(on: .sample, at: Place(GroupsPane.id), keymap: swapped) {
      press("S")
      expect(lastLine: "Sorted by")
    }
  }

  @Test(
    arguments: [
      ("exprt", ["F5"], "there is no command \"exprt\", so this is left out. Did you mean"),
      ("sort", ["F77"], "there is no key \"F77\" for \"sort\""),
      ("sort", ["Ctrl-I"], "there is no key \"Ctrl-I\" for \"sort\""),
      ("sort", ["\u{7}"], "there is no key"),
      ("sort", nil, "the keys of \"sort\" are a list of names"),
      ("sort", ["q"], "q is the key of \"quit\" (Leave Masa)"),
      ("sort", ["Ctrl-L"], "Ctrl-L draws the screen anew"),
      ("quit", [], "\"quit\" needs a key"),
    ] as [(String, [String]?, String)])
  func whatIsWrongIsToldAndTheRestHolds(_ id: String, _ keys: [String]?, _ sentence: String) {
    let own = keymap(("export", ["F5"]), (id, keys))
    #expect(own.faults.count == 1)
    #expect(own.faults.first?.line == 3)
    #expect(own.faults.first?.sentence.contains(sentence) == true, "\(own.faults)")
    story(on: .sample, at: Place(GroupsPane.id), keymap: own) {
      press("F5")
      expect(contains: "How do you want to take this list with you?")
      press("Esc", "s")
      expect(lastLine: "Sorted by")
      press("q")
      expect("it is finished") { $0.isFinished }
    }
  }

  /// Who gives way takes its own key back, which the other wanted.
  @Test func twoThatHangOnOneAnotherBothGiveWay() {
    let own = keymap(("sort", ["E"]), ("export", ["q"]))
    #expect(own.faults.map(\.line) == [2, 3])
    #expect(own.commands.map(\.keys) == Command.all.map(\.keys))
    let twice = keymap(("sort", ["F5"]), ("sort", ["F6"]), ("export", ["F5"]))
    #expect(twice.faults.map(\.line) == [3, 4])
  }

  @Test func everyKeyIsFoundByItsName() {
    for key in Set(Command.all.flatMap(\.keys)) {
      #expect(Key(label: key.label) == key)
      if key.label.count > 1 { #expect(Key(label: key.label.lowercased()) == key) }
    }
    for name in ["", "  ", "ab", "F0", "F01", "F+1", "Ctrl-", "Ctrl-é", "\u{1b}", "\n", "\u{200b}"]
    {
      #expect(Key(label: name) == nil, "\(name.unicodeScalars.map(\.value))")
    }
  }
}
