import Letters

/// Why a file of figures is not read; nothing of it is kept.
package struct FigureRefusal: Error, Hashable, Sendable {
  /// The kind of reason.
  package enum Kind: Hashable, Sendable {
    /// It is about single children or single events.
    case personal
    /// Its columns are those of no layout that is known.
    case unknownLayout
    /// It is no file of cells, or a broken one.
    case unreadable
    /// It holds more than is kept at a time.
    case tooMuch
  }

  /// The kind of reason.
  package let kind: Kind
  /// The row of the file, counted from 1; nil for the file as a whole.
  package let row: Int?
  /// The column of the file, counted from 1; nil for the row as a whole.
  package let column: Int?
  /// What was found, that nothing was kept, and what to do.
  package let sentence: String

  init(_ kind: Kind, row: Int? = nil, column: Int? = nil, _ sentence: String) {
    (self.kind, self.row, self.column, self.sentence) = (kind, row, column, sentence)
  }

  init(_ problem: RowProblem) {
    self.init(.unreadable, row: problem.row, column: problem.column, problem.sentence)
  }

  /// A column tells single children or events apart.
  static func heading(row: Int, column: Int, name: String) -> FigureRefusal {
    FigureRefusal(
      .personal, row: row, column: column + 1,
      "Column \(column + 1), \"\(name)\", tells single children or single events apart. Nothing of the "
        + "file was read or kept. Bring totals: one row for each measure, area and period.")
  }

  /// A cell is the number of a person.
  static func cell(_ kind: PersonalCell.Kind, row: Int, cited: String, column: Int) -> FigureRefusal
  {
    let what = kind == .nhsNumber ? "an NHS number" : "a unique pupil number"
    return FigureRefusal(
      .personal, row: row, column: column + 1,
      "Row \(row), \(cited), holds what looks like \(what). Reading stopped, and nothing of the file was "
        + "kept. Take it out, and bring totals only.")
  }

  /// Its columns are those of no layout.
  static func unknown(_ seen: [Heading]) -> FigureRefusal {
    if seen.isEmpty {
      return FigureRefusal(.unknownLayout, "The file is empty: there is nothing to read.")
    }
    let names = FigureLayouts.all.map { $0.title }
    var sentence =
      "The names of the columns are those of no layout that is known. Looked for in the first "
      + "\(FigureReader.headingRows) rows: \(names.joined(separator: "; "))."
    var best: (share: Double, found: Int, text: String)?
    for heading in seen {
      for layout in FigureLayouts.all {
        let missing = layout.missing(in: heading)
        let found = layout.signs.count - missing.count
        let share = Double(found) / Double(max(1, layout.signs.count))
        guard found > 0, best.map({ (share, found) > ($0.share, $0.found) }) ?? true else {
          continue
        }
        let list = missing.map { "\"\($0)\"" }.joined(separator: ", ")
        let what =
          missing.isEmpty ? "\(layout.hint)" : "what is missing in row \(heading.row): \(list)"
        best = (share, found, " The nearest is \(layout.title); \(what).")
      }
    }
    sentence += best?.text ?? " None of them has even one of these columns."
    return FigureRefusal(
      .unknownLayout,
      sentence + " Nothing was kept. Name the columns as in one of these layouts, and try again.")
  }
}
