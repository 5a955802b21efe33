import TerminalUI
import Testing

/// Text that is being typed: what the keys do to it, and where the cursor stands.
@Suite struct TextEditorTests {
  /// A case is told with `|` for the cursor: what stands there, the keys, and what comes of them.
  struct Case: Sendable, CustomTestStringConvertible {
    let before: String
    let keys: [Key]
    let after: String
    var isMultiline = false
    var width = 40

    var testDescription: String { "\(before) \(keys.map(\.label)) -> \(after)" }
  }

  private static func editor(_ text: String, isMultiline: Bool) -> TextEditor {
    let parts = text.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    var editor = TextEditor(parts.joined(), isMultiline: isMultiline)
    editor.move(to: parts[0].utf8.count)
    return editor
  }

  private static func told(_ editor: TextEditor) -> String { "\(editor.before)|\(editor.after)" }

  static let cases = [
    Case(before: "|", keys: [.character("a"), .character("b")], after: "ab|"),
    Case(before: "ab|cd", keys: [.backspace], after: "a|cd"),
    Case(before: "ab|cd", keys: [.delete], after: "ab|d"),
    Case(before: "|ab", keys: [.backspace, .left], after: "|ab"),
    Case(before: "ab|", keys: [.delete, .right], after: "ab|"),
    Case(before: "ab|", keys: [.left, .character("x")], after: "ax|b"),
    Case(before: "one two|", keys: [.control("a")], after: "|one two"),
    Case(before: "|one two", keys: [.control("e")], after: "one two|"),
    Case(before: "|one two", keys: [.end, .home], after: "|one two"),
    Case(before: "one| two", keys: [.control("k")], after: "one|"),
    Case(before: "one| two", keys: [.control("u")], after: "| two"),
    Case(before: "one two  |x", keys: [.control("w")], after: "one |x"),
    Case(before: "one|", keys: [.enter], after: "one|"),
    Case(before: "e|x", keys: [.character("\u{301}")], after: "e\u{301}|x"),
    Case(before: "e\u{301}|x", keys: [.backspace], after: "|x"),
    Case(before: "漢字|", keys: [.left, .delete], after: "漢|"),
    Case(before: "one|", keys: [.enter, .character("b")], after: "one\nb|", isMultiline: true),
    Case(before: "one\ntw|o", keys: [.home], after: "one\n|two", isMultiline: true),
    Case(before: "o|ne\ntwo", keys: [.end], after: "one|\ntwo", isMultiline: true),
    Case(before: "one|\ntwo", keys: [.control("k")], after: "one|two", isMultiline: true),
    Case(before: "one\nt|wo", keys: [.up], after: "o|ne\ntwo", isMultiline: true),
    Case(before: "one\nt|wo", keys: [.up, .down], after: "one\nt|wo", isMultiline: true),
    Case(before: "long\nx\nlon|g", keys: [.up, .up], after: "lon|g\nx\nlong", isMultiline: true),
    Case(
      before: "one two thr|ee", keys: [.up], after: "one| two three", isMultiline: true, width: 9),
  ]

  @Test(arguments: cases) func keysChangeTheText(_ told: Case) {
    var editor = Self.editor(told.before, isMultiline: told.isMultiline)
    for key in told.keys { _ = editor.receive(key, width: told.width) }
    #expect(Self.told(editor) == told.after)
  }

  @Test(arguments: [
    ("a\tb", "a  b", false), ("a\r\nb", "a b", false), ("a\r\nb\rc\nd", "a\nb\nc\nd", true),
    ("a\u{1b}[2J\u{7}b\u{7f}\u{9b}c", "a[2Jbc", true), ("漢é", "漢é", false),
    ("a\u{2028}b\u{85}c", "a\nb\nc", true),
  ])
  func pastedTextIsMadeSafe(_ pasted: String, _ safe: String, _ isMultiline: Bool) {
    var editor = TextEditor("", isMultiline: isMultiline)
    #expect(editor.insert(pasted) == nil)
    #expect(editor.text == safe)
    #expect(TextEditor(pasted, isMultiline: isMultiline).text == safe)
  }

  @Test func textWithoutRoomIsRefusedAsAWhole() {
    var editor = TextEditor(String(repeating: "a", count: TextEditor.limit - 2))
    #expect(editor.insert("abc")?.contains("100,000 bytes") == true)
    #expect(editor.text.utf8.count == TextEditor.limit - 2)
    #expect(editor.insert("ab") == nil)
    #expect(editor.receive(.character("x"), width: 10) != .used)
    #expect(editor.text.utf8.count == TextEditor.limit)
  }

  @Test(arguments: [
    ("one two three", 9, ["one two ", "three"]), ("one", 9, ["one"]), ("", 9, [""]),
    ("abcdefghijkl", 6, ["abcde", "fghij", "kl"]), ("one\n\ntwo", 9, ["one", "", "two"]),
    ("漢字漢字", 6, ["漢字", "漢字"]), ("ab cd   ef", 6, ["ab cd   ", "ef"]),
    ("one\n", 9, ["one", ""]),
  ])
  func linesAreCutBehindSpaces(_ text: String, _ width: Int, _ rows: [String]) {
    let layout = TextEditor(text, isMultiline: true).layout(width: width)
    #expect(layout.rows.map(\.text) == rows)
    #expect(layout.cursor.y == rows.count - 1)
  }

  @Test(arguments: [("漢字|", 4), ("e\u{301}|", 1), ("a|b", 1), ("|", 0)])
  func cursorStandsBehindWhatItsTextTakes(_ text: String, _ column: Int) {
    let editor = Self.editor(text, isMultiline: true)
    #expect(editor.layout(width: 20).cursor == Point(column, 0))
    #expect(editor.window(width: 20).column == column)
  }

  @Test func lineWiderThanItsRoomShiftsWithTheCursor() {
    var editor = TextEditor("abcdefghij")
    #expect(editor.window(width: 5).text.hasPrefix("ghij"))
    #expect(editor.window(width: 5).column == 4)
    editor.moveToStart()
    #expect(editor.window(width: 5).column == 0)
    #expect(editor.window(width: 5).text.hasPrefix("abcde"))
  }

  /// Wherever one goes, the cursor stands between two characters and inside the room.
  @Test(arguments: [1, 2, 5, 17, 80]) func cursorStaysInsideTheRoom(_ width: Int) {
    var editor = TextEditor("", isMultiline: true)
    let typed = "Send the e\u{301}vidence 漢字 to  all\nschools 👩‍👧 by\n\nthe end"
    #expect(editor.insert(typed) == nil)
    let keys: [Key] = [.up, .left, .home, .down, .end, .right, .up, .up, .left, .down, .backspace]
    for round in 0..<60 {
      _ = editor.receive(keys[round % keys.count], width: width)
      let cursor = editor.layout(width: width).cursor
      #expect((0..<max(1, width)).contains(cursor.x))
      #expect(String(editor.before) + String(editor.after) == editor.text)
    }
  }
}
