import Entry
import Safeguarding
import TerminalUI

/// Where everything of a grid stands in an area.
struct GridLayout {
  /// A column of the grid.
  enum Column: CaseIterable { case number, label, unit, before, value, reading, comment }

  /// The area below the rule.
  let inside: Rect
  /// The columns that show, each with its place and width.
  let columns: [(column: Column, x: Int, width: Int)]
  /// How many rows show, and which is the first.
  let rowCount: Int
  let first: Int
  /// The row where the figures begin.
  let top: Int
  /// The rows for what there is to say below the figures.
  let foot: Rect
  /// The row of the mark and of Save: right below the figures, so that it never moves.
  var buttons: Int { foot.y + (foot.height > 1 ? 1 : 0) }
  private let form: GridForm

  /// The columns at the left: the pointer and the mark of a change.
  static let gutter = 3

  init(_ form: GridForm, in area: Rect) {
    self.form = form
    inside = Rect(x: area.x, y: area.y + 1, width: area.width, height: max(0, area.height - 1))
    columns = GridLayout.columns(form, in: area)
    let wished = inside.height >= 28 ? 9 : inside.height >= 16 ? 7 : 4
    let footHeight = min(wished, max(1, inside.height - 4))
    let room = max(1, inside.height - 2 - footHeight)
    top = inside.y + 2
    rowCount = min(room, max(1, form.grid.rows.count))
    let row = form.row ?? (form.stop == .mark || form.stop == .save ? form.grid.rows.count - 1 : 0)
    first = max(0, min(row - room / 2, form.grid.rows.count - room))
    let y = top + rowCount
    foot = Rect(
      x: area.x, y: y, width: area.width, height: max(0, min(area.maxY - y, footHeight + 4)))
  }

  /// The widths of the columns: what is typed and how it is understood first, then the names.
  private static func columns(
    _ form: GridForm, in area: Rect
  ) -> [(column: Column, x: Int, width: Int)] {
    let rows = form.grid.rows
    func widest(_ text: (FigureGrid.Row) -> String) -> Int {
      rows.map { TextWidth.of(text($0)) }.max() ?? 0
    }
    let room = area.width - gutter
    let number = min(7, widest(\.indicator.number))
    let isNarrow = room < 64
    var widths: [Column: Int] = [
      .number: isNarrow ? 0 : number, .label: 16, .unit: isNarrow ? 0 : 7,
      .before: isNarrow ? 0 : min(8, max(6, widest { $0.past.latest?.value?.text ?? "" })),
      .value: isNarrow ? 10 : 11, .reading: 12, .comment: isNarrow ? 0 : 8,
    ]
    let most: [Column: Int] = [
      .label: max(12, widest { $0.parts.isEmpty ? $0.indicator.label : "  " + $0.label }),
      .unit: max(4, widest(\.indicator.unit)),
      .before: 12, .value: 16, .reading: 80, .comment: 60,
    ]
    func used() -> Int {
      widths.values.reduce(0) { $0 + ($1 > 0 ? $1 + 1 : 0) }
    }
    for (column, limit) in most where widths[column] ?? 0 > limit { widths[column] = limit }
    var left = room - used()
    // No name is cut beside cells that are still blank.
    for columns in [[Column.label], [.unit], [.reading, .comment, .before, .value]] {
      while left > 0 {
        let open = columns.filter {
          (widths[$0] ?? 0) > 0 && (widths[$0] ?? 0) < most[$0] ?? 0
        }
        if open.isEmpty { break }
        for column in open where left > 0 {
          widths[column, default: 0] += 1
          left -= 1
        }
      }
    }
    var x = area.x + gutter
    return Column.allCases.compactMap { column in
      let width = widths[column] ?? 0
      guard width > 0 else { return nil }
      defer { x += width + 1 }
      return (column, x, max(0, min(width, area.maxX - x)))
    }
  }

  /// The column that is typed into; on a narrow screen both share one.
  func place(of column: GridForm.Column) -> (x: Int, width: Int)? {
    let wanted: Column = column == .value ? .value : .comment
    let found = columns.first { $0.column == wanted } ?? columns.first { $0.column == .value }
    return found.map { ($0.x, $0.width) }
  }

  /// What has its place at a point; nil for what has none.
  func stop(at point: Point) -> GridForm.Stop? {
    if point.y == inside.y {
      return point.x < inside.x + inside.width / 2 ? .agency : .period
    }
    if point.y == buttons {
      return point.x < foot.width / 2 && !form.grid.owed.isEmpty ? .mark : .save
    }
    let row = first + point.y - top
    guard point.y >= top, point.y < top + rowCount, form.grid.rows.indices.contains(row) else {
      return nil
    }
    let comment = columns.first { $0.column == .comment }
    return .cell(row: row, comment.map { point.x >= $0.x } == true ? .comment : .value)
  }
}
