extension Line {
  /// The line cut into lines no wider than a width, at spaces, keeping what each part means.
  ///
  /// A line feed in the text ends a line. Spaces at a cut are left out; a word wider than the width
  /// is cut. The result is never empty, except that a width below 1 leaves nothing.
  package func wrapped(width: Int) -> [Line] {
    guard width > 0 else { return [] }
    var wrap = TextWrap(width: width)
    for span in spans {
      for character in span.text {
        switch character {
        case "\n", "\r\n": wrap.endLine()
        case " ": wrap.addSpace(span.role)
        default: wrap.add(character, span.role)
        }
      }
    }
    return wrap.finished()
  }

  /// The same in at most so many lines; the last one holds all that is left, and is cut where it is drawn.
  package func wrapped(width: Int, most: Int) -> [Line] {
    guard most > 1, self.width > width else { return [self] }
    let lines = wrapped(width: width)
    guard lines.count > most else { return lines }
    let rest = lines[(most - 1)...].reduce(into: Line.empty) { whole, line in
      whole += (whole.isEmpty ? .empty : " ") + line
    }
    return lines[..<(most - 1)] + [rest]
  }
}

/// Lines being filled with words.
private struct TextWrap {
  /// Text with its columns.
  private struct Run {
    var spans: [Span] = []
    var width = 0

    mutating func append(_ text: String, _ role: Role, width: Int) {
      self.width += width
      if let last = spans.indices.last, spans[last].role == role {
        spans[last].text += text
      } else {
        spans.append(Span(text, role))
      }
    }

    mutating func append(_ other: Run) {
      for span in other.spans { append(span.text, span.role, width: 0) }
      width += other.width
    }
  }

  private let width: Int
  private var lines: [Line] = []
  private var line = Run()
  private var spaces = Run()
  private var word = Run()
  /// Nothing came after the last line feed.
  private var isAtStart = true

  init(width: Int) {
    self.width = width
  }

  mutating func addSpace(_ role: Role) {
    endWord()
    isAtStart = false
    spaces.append(" ", role, width: 1)
  }

  mutating func add(_ character: Character, _ role: Role) {
    isAtStart = false
    let text = String(character)
    let columns = TextWidth.of(text)
    if columns <= width {
      addPiece(text, role, columns)
    } else {
      for scalar in text.unicodeScalars {
        let piece = String(scalar)
        // A mark or joiner has columns only when nothing stands before it.
        let columns = word.width > 0 ? TextWidth.of(scalar) : TextWidth.of(piece)
        addPiece(columns <= width ? piece : "\u{FFFD}", role, min(columns, width))
      }
    }
  }

  /// Adds to the word, which is cut when no line could hold it.
  private mutating func addPiece(_ text: String, _ role: Role, _ columns: Int) {
    if word.width + columns > width {
      endWord()
      breakLine()
    }
    word.append(text, role, width: columns)
  }

  /// Puts the word onto the line, or onto the next one when there is no room.
  private mutating func endWord() {
    guard word.width > 0 else { return }
    if line.width + spaces.width + word.width > width {
      if line.width > 0 { breakLine() }
      spaces = Run()
    }
    line.append(spaces)
    line.append(word)
    spaces = Run()
    word = Run()
  }

  private mutating func breakLine() {
    lines.append(Line(spans: line.spans))
    line = Run()
    spaces = Run()
  }

  mutating func endLine() {
    endWord()
    breakLine()
    isAtStart = true
  }

  mutating func finished() -> [Line] {
    endWord()
    if !isAtStart || lines.isEmpty { breakLine() }
    return lines
  }
}
