/// One cell a month, a stage or a meeting, with a letter for what is not a plain yes.
package struct Strip: RowChart {
  /// What a cell of a strip says.
  package enum Mark: Hashable, Sendable {
    /// It was: held, came, done.
    case yes
    /// It is expected: planned, invited.
    case expected
    /// Nothing was and nothing is expected.
    case nothing
    /// Anything else, by its letter: a apologies, x cancelled, ? no date recorded.
    case letter(Character, Role)
  }

  /// One cell and what it stands for.
  package struct Item: Hashable, Sendable {
    package var mark: Mark
    /// What the cell stands for: "Feb 2024", "notified".
    package var name: String
    /// What the mark says there: "held", "apologies"; empty where there is nothing to say.
    package var word: String

    package init(_ mark: Mark, _ name: String = "", _ word: String = "") {
      self.mark = mark
      self.name = name
      self.word = word
    }
  }

  package var items: [Item]
  /// The item before which the now line stands; nothing for a strip without one.
  package var now: Int?

  package init(_ items: [Item], now: Int? = nil) {
    self.items = items
    self.now = now
  }

  /// The columns the strip takes.
  package var width: Int { items.count + (now == nil ? 0 : 1) }

  /// What is to be said, in the order of the cells.
  package var plain: String {
    items.filter { !$0.word.isEmpty }
      .map { $0.name.isEmpty ? $0.word : "\($0.name) \($0.word)" }
      .joined(separator: ", ")
  }

  package func spans(_ glyphs: Glyphs) -> [Span] {
    var row = CellRow(" ", .chartAxis, count: width)
    for (index, item) in items.enumerated() {
      let column = Strip.column(index, now: now)
      switch item.mark {
      case .yes: row.set(glyphs.point, .chart, at: column)
      case .expected: row.set(glyphs.expected, .secondary, at: column)
      case .nothing: row.set(glyphs.gap, .chartAxis, at: column)
      case .letter(let letter, let role): row.set(letter, role, at: column)
      }
    }
    if let now { row.set(glyphs.vertical, .accent, at: min(max(0, now), items.count)) }
    return row.spans
  }

  /// One letter over each cell, and the now line over the now line.
  package static func head(_ letters: [Character], now: Int? = nil, glyphs: Glyphs) -> String {
    var text = ""
    for (index, letter) in letters.enumerated() {
      if index == now { text.append(glyphs.vertical) }
      text.append(letter)
    }
    if let now, now >= letters.count { text.append(glyphs.vertical) }
    return text
  }

  /// Where a cell stands beside the now line.
  private static func column(_ index: Int, now: Int?) -> Int {
    now.map { index >= $0 } == true ? index + 1 : index
  }
}
