import FigureFiles
import Letters
package import Safeguarding

/// A block of cells copied in a spreadsheet, as it goes into a grid of figures: each cell has its place.
package struct FigurePaste: Hashable, Sendable {
  /// What becomes of a cell.
  package enum Place: Hashable, Sendable {
    /// It names a column.
    case heading
    /// It names the row of the grid, by its position.
    case name(Int)
    /// It is, or belongs to, the figure of a row.
    case value(Int)
    /// It is the comment of a row.
    case comment(Int)
    /// It goes nowhere; the sentence says why.
    case unmatched(String)
  }

  /// One cell that is not blank.
  package struct Cell: Hashable, Sendable {
    /// The row of what was pasted, counted from 1.
    package let row: Int
    /// The column, counted from 1.
    package let column: Int
    /// What stands in it.
    package let text: String
    /// What becomes of it.
    package let place: Place
  }

  /// By what a row of the grid was found.
  package enum Way: String, Hashable, Sendable {
    case id = "by its id"
    case title = "by its title"
    case number = "by its number"
    case position = "by its place"
  }

  /// What goes into a row of the grid.
  package struct Match: Hashable, Sendable {
    /// The position of the row.
    package let row: Int
    /// By what it was found.
    package let way: Way
    /// What is to stand in its first cell; empty where that stays.
    package let value: String
    /// What is to be said of it; empty where nothing is.
    package let comment: String
  }

  /// Every cell that is not blank, row by row.
  package private(set) var cells: [Cell] = []
  /// What goes into rows, in the order in which it was pasted.
  package private(set) var matches: [Match] = []
  /// Why nothing of it is taken, as a sentence; empty where something may be.
  package private(set) var refusal = ""

  /// The cells that go nowhere.
  package var unmatched: [Cell] {
    cells.filter { if case .unmatched = $0.place { true } else { false } }
  }

  /// Finds the place of each cell.
  ///
  /// - Parameters:
  ///   - text: What was pasted: tabs part cells, line ends rows.
  ///   - grid: What it goes into.
  ///   - start: The position of the row in which one stands.
  ///   - workspace: The agencies that cells can name.
  package init(_ text: String, into grid: FigureGrid, from start: Int, _ workspace: Workspace) {
    let rows = FigurePaste.rows(of: text)
    if let refusal = TypedCell.refusal(of: rows) {
      self.refusal = refusal
      return
    }
    let names = FigureRowNames(grid)
    let columns = PastedColumns(rows, grid.period, names)
    var taken: Set<Int> = []
    var place = start
    for (number, row) in rows.enumerated() {
      if number == 0, columns.hasHeading {
        add(row, number) { columns.isRead($0) ? .heading : .unmatched(columns.reason(for: $0)) }
        continue
      }
      let found = names.find(columns.names.map { $0 < row.count ? row[$0] : "" })
      let target: (row: Int, way: Way)
      switch found {
      case .none where columns.names.isEmpty:
        target = (place, .position)
        place += 1
      case .none:
        if row.contains(where: { !$0.isEmpty }) {
          add(row, number) { _ in .unmatched("names no indicator of this list") }
        }
        continue
      case .several(let count):
        add(row, number) { _ in .unmatched("names \(count) indicators of this list") }
        continue
      case .one(let index, let way): target = (index, way)
      }
      take(row, number, target, columns, grid, &taken, workspace)
    }
  }

  private mutating func take(
    _ row: [String], _ number: Int, _ target: (row: Int, way: Way), _ columns: PastedColumns,
    _ grid: FigureGrid, _ taken: inout Set<Int>, _ workspace: Workspace
  ) {
    guard row.contains(where: { !$0.isEmpty }) else { return }
    guard grid.rows.indices.contains(target.row) else {
      add(row, number) { _ in .unmatched("has no row left to go to") }
      return
    }
    if let reason = columns.refusal(of: row, grid, workspace)
      ?? (grid.rows[target.row].lock != nil ? "is for a figure that is not yours to change" : nil)
    {
      add(row, number) { _ in .unmatched(reason) }
      return
    }
    let (value, comment) = (columns.value(in: row), columns.comment(in: row))
    guard !value.isEmpty || !comment.isEmpty else {
      add(row, number) { column in
        columns.names.contains(column)
          ? .name(target.row) : .unmatched(columns.reason(for: column))
      }
      return
    }
    guard taken.insert(target.row).inserted else {
      add(row, number) { _ in .unmatched("is a second figure for the same indicator") }
      return
    }
    matches.append(Match(row: target.row, way: target.way, value: value, comment: comment))
    add(row, number) { column in
      if columns.names.contains(column) { return .name(target.row) }
      if columns.values.contains(column) { return .value(target.row) }
      if columns.comments == column { return .comment(target.row) }
      if columns.isRead(column) { return .name(target.row) }
      return .unmatched(columns.reason(for: column))
    }
  }

  private mutating func add(_ row: [String], _ number: Int, _ place: (Int) -> Place) {
    for (column, text) in row.enumerated() where !text.isEmpty {
      cells.append(Cell(row: number + 1, column: column + 1, text: text, place: place(column)))
    }
  }

  /// The rows of cells of a text, without blanks around what stands in them.
  static func rows(of text: String) -> [[String]] {
    var reader = RowReader(separator: UInt8(ascii: "\t"))
    var rows: [[String]] = []
    do throws(RowProblem) {
      try reader.append(Array(text.utf8), isLast: true)
      while try reader.next() {
        rows.append((0..<reader.row.count).map { reader.row.text($0).cleanedLine })
      }
    } catch {
      // A quotation mark that is never closed is one of the text.
      rows = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        line.split(separator: "\t", omittingEmptySubsequences: false).map {
          String($0).cleanedLine
        }
      }
    }
    while rows.last?.allSatisfy(\.isEmpty) == true { rows.removeLast() }
    return rows
  }
}

extension FigureGrid {
  /// The grid with what was pasted; a comment that is there stays before a new one.
  package func taking(_ paste: FigurePaste) -> FigureGrid {
    var grid = self
    for match in paste.matches where grid.rows.indices.contains(match.row) {
      if !match.value.isEmpty { grid.rows[match.row].texts.value = match.value }
      let before = grid.rows[match.row].texts.comment
      guard !match.comment.isEmpty, before != match.comment else { continue }
      grid.rows[match.row].texts.comment =
        before.isEmpty ? match.comment : "\(before) \(match.comment)"
    }
    return grid
  }
}
