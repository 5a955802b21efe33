/// Text that is being typed: the text, where the cursor stands in it, and what the keys do to it.
///
/// It is a value and draws nothing. Characters that would control a terminal never get in, and text
/// that finds no room is refused as a whole, so that nothing is cut without a word.
package struct TextEditor: Hashable, Sendable {
  /// The most bytes a text can have.
  package static let limit = 100_000

  /// Whether Enter begins a new line; else line ends become spaces.
  package let isMultiline: Bool
  /// What is typed so far.
  package private(set) var text: String
  /// Where the cursor stands, in bytes of the text's UTF-8; always between two characters.
  package private(set) var cursor: Int
  /// The column that Up and Down keep to.
  var goal: Int?

  /// Begins with a text and the cursor at its end.
  package init(_ text: String = "", isMultiline: Bool = false) {
    self.isMultiline = isMultiline
    self.text = TextEditor.safe(text, isMultiline: isMultiline)
    cursor = self.text.utf8.count
  }

  /// The text before the cursor.
  package var before: Substring { text[..<position(cursor)] }

  /// The text behind the cursor.
  package var after: Substring { text[position(cursor)...] }

  /// Puts text where the cursor stands; answers why it was refused, or nil.
  package mutating func insert(_ added: String) -> String? {
    let safe = TextEditor.safe(added, isMultiline: isMultiline)
    guard text.utf8.count + safe.utf8.count <= TextEditor.limit else {
      return "This field holds at most 100,000 bytes. Nothing of what you added was taken in: "
        + "shorten it, or keep it in a paper and name that here."
    }
    replace(cursor..<cursor, with: safe)
    return nil
  }

  /// Puts another text in place of everything.
  package mutating func replaceAll(with text: String) {
    self = TextEditor(text, isMultiline: isMultiline)
  }

  /// Puts other text in place of some bytes, with the cursor behind it.
  package mutating func replace(_ range: Range<Int>, with added: String) {
    text.replaceSubrange(position(range.lowerBound)..<position(range.upperBound), with: added)
    move(to: range.lowerBound + added.utf8.count)
  }

  /// Removes the character before the cursor.
  package mutating func removeBefore() {
    guard let last = before.last else { return }
    replace(cursor - last.utf8.count..<cursor, with: "")
  }

  /// Removes the character behind the cursor.
  package mutating func removeAfter() {
    guard let first = after.first else { return }
    replace(cursor..<cursor + first.utf8.count, with: "")
  }

  /// Removes the word before the cursor and the spaces behind it.
  package mutating func removeWordBefore() {
    let kept = before.trimmingEnd { $0.isWhitespace }.trimmingEnd { !$0.isWhitespace }
    replace(kept.utf8.count..<cursor, with: "")
  }

  /// Removes what stands between the beginning of the line and the cursor.
  package mutating func removeToStart() {
    replace(lineStart..<cursor, with: "")
  }

  /// Removes what stands between the cursor and the end of the line; at the end, the line end.
  package mutating func removeToEnd() {
    if lineEnd == cursor { removeAfter() } else { replace(cursor..<lineEnd, with: "") }
  }

  /// Goes one character to the left; answers whether there was one.
  @discardableResult
  package mutating func moveLeft() -> Bool {
    guard let last = before.last else { return false }
    move(to: cursor - last.utf8.count)
    return true
  }

  /// Goes one character to the right; answers whether there was one.
  @discardableResult
  package mutating func moveRight() -> Bool {
    guard let first = after.first else { return false }
    move(to: cursor + first.utf8.count)
    return true
  }

  /// Goes to the beginning of the line.
  package mutating func moveToStart() { move(to: lineStart) }

  /// Goes to the end of the line.
  package mutating func moveToEnd() { move(to: lineEnd) }

  /// Goes to a place in the text, by its bytes; a place within a character counts as behind it.
  package mutating func move(to place: Int) {
    goal = nil
    let wanted = max(0, min(place, text.utf8.count))
    var boundary =
      text.utf8.prefix(wanted).lastIndex(of: UInt8(ascii: "\n"))
      .map { text.utf8.distance(from: text.startIndex, to: $0) + 1 } ?? 0
    for character in text[position(boundary)...] {
      if boundary >= wanted { break }
      boundary += character.utf8.count
    }
    cursor = boundary
  }

  private var lineStart: Int {
    before.utf8.lastIndex(of: UInt8(ascii: "\n"))
      .map { text.utf8.distance(from: text.startIndex, to: $0) + 1 } ?? 0
  }

  private var lineEnd: Int {
    after.utf8.firstIndex(of: UInt8(ascii: "\n"))
      .map { text.utf8.distance(from: text.startIndex, to: $0) } ?? text.utf8.count
  }

  func position(_ place: Int) -> String.Index {
    text.utf8.index(text.startIndex, offsetBy: place)
  }

  /// Text without what would control a terminal: tabs become spaces, other controls are left out.
  static func safe(_ text: String, isMultiline: Bool) -> String {
    let needsNothing = text.utf8.allSatisfy { (0x20..<0x7f).contains($0) }
    if needsNothing { return text }
    var safe = String.UnicodeScalarView()
    var lastWasReturn = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0a where lastWasReturn: break
      case 0x0a, 0x0d, 0x85, 0x2028, 0x2029: safe.append(isMultiline ? "\n" : " ")
      case 0x09: safe.append(contentsOf: "  ".unicodeScalars)
      case 0..<0x20, 0x7f...0x9f: break
      default: safe.append(scalar)
      }
      lastWasReturn = scalar.value == 0x0d
    }
    return String(safe)
  }
}

extension Substring {
  /// The text without the characters at its end that are of a sort.
  fileprivate func trimmingEnd(_ isOfSort: (Character) -> Bool) -> Substring {
    var rest = self
    while let last = rest.last, isOfSort(last) { rest.removeLast() }
    return rest
  }
}
