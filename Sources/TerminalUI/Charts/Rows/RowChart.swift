/// A picture one row high for a cell of a table, which says the same in words.
package protocol RowChart: Hashable, Sendable {
  /// What it shows, for people who hear the screen; empty where another cell says it.
  var plain: String { get }
  /// The picture, a span for each meaning.
  func spans(_ glyphs: Glyphs) -> [Span]
}

extension RowChart {
  /// The picture as a cell, with its words.
  package func line(_ glyphs: Glyphs) -> Line {
    Line(picture: spans(glyphs), saying: plain)
  }
}

/// A row of cells of which each may be set once.
struct CellRow {
  private(set) var cells: [(character: Character, role: Role)]

  init(_ character: Character, _ role: Role, count: Int) {
    cells = Array(repeating: (character, role), count: max(0, count))
  }

  mutating func set(_ character: Character, _ role: Role, at column: Int) {
    guard cells.indices.contains(column) else { return }
    cells[column] = (character, role)
  }

  /// The cells, those of one meaning beside each other in one span.
  var spans: [Span] {
    var spans: [Span] = []
    for cell in cells {
      if let last = spans.indices.last, spans[last].role == cell.role {
        spans[last].text.append(cell.character)
      } else {
        spans.append(Span(String(cell.character), cell.role))
      }
    }
    return spans
  }
}
