import Dashboard
import Safeguarding
import TerminalUI
import Testing

/// How a form looks in any window: every field can be seen, and nothing is lost.
@Suite struct FormScreenTests {
  @Test func resizingKeepsEverythingAndTheCursorInSight() {
    story(on: .sample, at: anAction) {
      press("e")
      typing(" Soon.")
      for size in [Size(40, 10), Size(39, 9), Size(80, 24), Size(200, 60), Size(40, 10)] {
        resize(to: size)
        expect("the text is kept") { $0.form?.fields.first?.text.hasSuffix("Soon.") == true }
      }
      expect(contains: "Soon.")
      press("Tab", "Tab")
      expect(row: "Due", "18 Apr 2024")
      expect(lastLine: "Ctrl-S save")
    }
  }

  /// What belongs into a field is told right under the form, from the first field on.
  @Test(arguments: [Size(80, 24), Size(120, 40), Size(200, 60)])
  func whatBelongsIntoAFieldStandsUnderTheForm(_ size: Size) {
    var story = Story(dashboard: Fixture.sample.dashboard(), size: size)
    press("a", "Enter").happen(&story)
    for help in ["What has to be done, as a sentence.", "Who has to do it"] {
      let rows = story.screen().rows
      let save = rows.firstIndex { $0.contains("[ Save ]") } ?? 0
      let told = rows.firstIndex { $0.contains(help) }
      #expect(told == save + 2, "\(help)")
      press("Tab").happen(&story)
    }
  }

  /// Every field shows with its cursor, however small the window is.
  @Test(arguments: [Size(40, 10), Size(80, 24), Size(120, 40)], FormScreenTests.openers)
  func everyFieldCanBeSeen(_ size: Size, _ opener: Opener) {
    var story = Story(dashboard: Fixture.sample.dashboard(at: opener.place), size: size)
    for key in opener.keys { press(key).happen(&story) }
    guard let count = story.dashboard.form?.fields.count else {
      story.fail("No form is open.", #_sourceLocation)
      return
    }
    for _ in 0...count {
      let canvas = story.screen()
      PropertyTests.check(canvas, in: size, opener.name)
      let isFolded = canvas.rows.contains { $0.contains("[ More fields") }
      let label =
        story.dashboard.form?.focused.map { String($0.label.split(separator: " ")[0]) }
        ?? (isFolded ? "[ " : "[ Save ]")
      let cursor = canvas.cursor ?? Point(0, 0)
      let isThere = canvas.rows[max(0, cursor.y - 10)...cursor.y].contains { $0.contains(label) }
      #expect(isThere, "\(opener.name): \(label) does not show beside the cursor.")
      press("Tab").happen(&story)
    }
  }

  struct Opener: Sendable, CustomTestStringConvertible {
    let name: String
    let place: Place
    let keys: [String]
    var testDescription: String { name }
  }

  static let openers = [
    Opener(name: "action", place: anAction, keys: ["e"]),
    Opener(name: "agenda item", place: pmqa, keys: ["e"]),
    Opener(name: "meeting", place: pmqa, keys: ["Tab", "Tab", "e"]),
    Opener(name: "terms", place: pmqa, keys: ["Shift-Tab", "e"]),
    Opener(name: "attendance", place: heldMeeting, keys: ["Tab", "Tab", "e"]),
    Opener(name: "chair term", place: Place(ExecutivePane.id), keys: ["e"]),
    Opener(name: "review", place: Place(ReviewsPane.id), keys: ["e"]),
  ]

  /// Whatever one types, the screen stays whole and the cursor stands in it.
  @Test(arguments: [11, 12, 13] as [UInt64]) func formHoldsWhateverOneTypes(_ seed: UInt64) {
    var dice = Dice(seed: seed)
    var dashboard = Fixture.sample.dashboard(at: anAction)
    _ = dashboard.receive(.key(.character("e")))
    let keys: [Key] =
      [
        .tab, .backTab, .up, .down, .left, .right, .home, .end, .enter, .backspace, .delete,
        .function(1), .control("w"), .control("k"), .control("u"), .control("a"), .pageDown,
        .pageUp,
      ] + "kent pol;\"2+wé漢\u{301}".map { .character($0) }
    for _ in 0..<150 {
      guard let key = keys.randomElement(using: &dice) else { continue }
      _ = dashboard.receive(.key(key))
      let size = Size(
        Int.random(in: 40...130, using: &dice), Int.random(in: 10...45, using: &dice))
      PropertyTests.check(dashboard.draw(in: size), in: size, "\(key.label), \(size)")
      if dashboard.form == nil { break }
    }
  }
}
