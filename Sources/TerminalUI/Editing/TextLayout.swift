/// Where each character of a text that is being typed stands in a room of a width.
package struct TextLayout: Hashable, Sendable {
  /// One row of the room.
  package struct Row: Hashable, Sendable {
    /// What stands in it, spaces at its end included.
    package var text: String
    /// Its first byte in the whole text.
    package var start: Int
    /// Whether the next row goes on in the same line of the text.
    package var isCut: Bool
  }

  /// The rows; at least one.
  package let rows: [Row]
  /// The row and the column of the cursor.
  package let cursor: Point

  /// Lays a text out; lines are cut behind spaces, and a word wider than the width where it ends.
  init(_ text: String, cursor place: Int, width: Int) {
    let room = max(1, width - 1)
    var rows: [Row] = []
    var start = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      rows += TextLayout.rows(of: line, start: start, room: room)
      start += line.utf8.count + 1
    }
    let row = rows.lastIndex { $0.start <= place } ?? 0
    let before = String(
      decoding: rows[row].text.utf8.prefix(place - rows[row].start), as: UTF8.self)
    self.rows = rows
    cursor = Point(min(TextWidth.of(before), max(0, width - 1)), row)
  }

  /// The place in the text, in bytes, that is nearest to a column of a row.
  func place(row: Int, column: Int) -> Int {
    var place = rows[row].start
    var x = 0
    var characters = rows[row].text[...]
    if rows[row].isCut { characters = characters.dropLast() }
    for character in characters {
      let width = TextWidth.of(String(character))
      if x + width > column { break }
      x += width
      place += character.utf8.count
    }
    return place
  }

  private static func rows(of line: Substring, start: Int, room: Int) -> [Row] {
    if line.utf8.count <= room { return [Row(text: String(line), start: start, isCut: false)] }
    var rows: [Row] = []
    var rest = line
    var place = start
    while let cut = cut(rest, room: room) {
      rows.append(Row(text: String(rest[..<cut]), start: place, isCut: true))
      place += rest[..<cut].utf8.count
      rest = rest[cut...]
    }
    return rows + [Row(text: String(rest), start: place, isCut: false)]
  }

  /// Where the next row begins, or nil when all of the text finds room in this one.
  private static func cut(_ text: Substring, room: Int) -> Substring.Index? {
    var x = 0
    var afterSpace: Substring.Index?
    var index = text.startIndex
    while index < text.endIndex {
      let next = text.index(after: index)
      let isSpace = text[index] == " "
      x += TextWidth.of(String(text[index]))
      // Spaces may hang over the edge: they are there, but need not show.
      if x > room, !isSpace { return afterSpace ?? (index > text.startIndex ? index : next) }
      index = next
      if isSpace, index < text.endIndex { afterSpace = index }
    }
    return nil
  }
}

extension TextEditor {
  /// Where everything stands in a room of a width.
  package func layout(width: Int) -> TextLayout {
    TextLayout(text, cursor: cursor, width: width)
  }

  /// The part of a single line that shows in a width, with the column of the cursor in it.
  ///
  /// Text that is wider than the room is shifted so far that the cursor shows.
  package func window(width: Int) -> (text: String, column: Int) {
    var shown = before
    var column = TextWidth.of(String(shown))
    while column >= max(1, width), let first = shown.first {
      column -= TextWidth.of(String(first))
      shown = shown.dropFirst()
    }
    return (String(shown + after.prefix(max(0, width))), column)
  }
}
