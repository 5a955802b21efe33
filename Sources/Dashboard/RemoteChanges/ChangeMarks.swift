import TerminalUI

/// What others changed in the tables and facts of a place a moment ago.
struct PlaceMarks: Hashable, Sendable {
  /// The changed cells of one row, or one fact.
  struct RowMark: Hashable, Sendable {
    /// The positions of the columns whose text changed; none for a new row.
    var columns: Set<Int>
    var isNew: Bool
    /// The number of the change that it tells.
    var generation: Int
  }

  /// The marks by the panel and the row, or the label of the fact.
  var rows: [PanelID: [String: RowMark]] = [:]

  var isEmpty: Bool { rows.values.allSatisfy(\.isEmpty) }

  /// Leaves out what was told up to a change.
  mutating func fade(through generation: Int) {
    for (panel, marks) in rows { rows[panel] = marks.filter { $0.value.generation > generation } }
  }

  /// Notes what differs in a panel, of the rows that are concerned; marks that still show move with
  /// their rows.
  mutating func note(
    _ new: Panel, since old: Panel, generation: Int, where isConcerned: (RowSubject) -> Bool
  ) {
    guard let table = new.table, let oldTable = old.table else { return }
    let matching = RowMatching(of: old, with: new)
    var marks: [String: RowMark] = [:]
    for (id, mark) in rows[new.id] ?? [:] {
      if let now = matching.id(now: id) { marks[now] = mark }
    }
    let isComparable = oldTable.columns.map(\.title) == table.columns.map(\.title)
    for position in 0..<new.rows.count
    where isComparable && isConcerned(new.rows.subject(position)) {
      let row = table.rows[position]
      guard let before = matching.row(before: row.id) else {
        marks[row.id] = RowMark(columns: [], isNew: true, generation: generation)
        continue
      }
      let changed = row.cells.indices.filter { index in
        index >= before.cells.count || before.cells[index].plain != row.cells[index].plain
      }
      if changed.isEmpty { continue }
      var mark = marks[row.id] ?? RowMark(columns: [], isNew: false, generation: generation)
      mark.columns.formUnion(changed)
      mark.generation = generation
      marks[row.id] = mark
    }
    rows[new.id] = marks
  }

  /// Notes which facts of a panel say something else than before.
  mutating func note(_ new: [Fact], of panel: PanelID, since old: [Fact], generation: Int) {
    let before = Dictionary(old.map { ($0.label, $0.lines) }) { first, _ in first }
    for fact in new where before[fact.label, default: []] != fact.lines && !fact.lines.isEmpty {
      rows[panel, default: [:]][fact.label] = RowMark(
        columns: [], isNew: before[fact.label] == nil, generation: generation)
    }
  }
}

/// What others changed a moment ago, by the place where it shows.
struct ChangeMarks: Hashable, Sendable {
  var marks: [Place: PlaceMarks] = [:]
  /// The number of the latest marks.
  var generation = 0

  /// Takes away the marks of changes up to a number.
  mutating func fade(through generation: Int) {
    for place in Array(marks.keys) {
      marks[place]?.fade(through: generation)
      if marks[place]?.isEmpty != false { marks[place] = nil }
    }
  }
}

extension ScreenDrawing {
  /// Marks the cells of a table that others changed, over the table as it was drawn.
  ///
  /// Nothing moves for it: the mark stands in the gap before the cell.
  func drawChanges(of panel: Panel, _ view: TableView, in canvas: inout Canvas, _ room: Rect) {
    guard let marks = browsing.changes.marks[visit.place]?.rows[panel.id], !marks.isEmpty else {
      return
    }
    let widths = view.widths(in: room)
    for place in view.places(in: room) {
      guard let mark = marks[view.table.id(at: place.position)] else { continue }
      var x = place.x + 1
      var isToldYet = false
      for index in widths.indices where widths[index] > 0 {
        if mark.isNew || mark.columns.contains(index) {
          paint(Rect(x: x, y: place.y, width: widths[index], height: 1), in: &canvas)
          // A new row has one mark: before its first cell, or the second where the pointer stands.
          if !mark.isNew || !isToldYet {
            isToldYet = drawMark(before: x, place.y, in: &canvas) || isToldYet
          }
        }
        x += widths[index] + ColumnRoom.gap
      }
    }
  }

  private func paint(_ cell: Rect, in canvas: inout Canvas) {
    for x in cell.x..<max(cell.x, min(cell.maxX, canvas.size.width)) {
      let role = canvas[x, cell.y].role
      if canvas[x, cell.y].scalar != 0x20, role != .selected, role != .selectedElsewhere {
        canvas.paint(Rect(x: x, y: cell.y, width: 1, height: 1), .changed)
      }
    }
  }

  /// Draws the mark in the gap before a cell; answers whether the gap was free.
  private func drawMark(before x: Int, _ y: Int, in canvas: inout Canvas) -> Bool {
    guard x <= canvas.size.width, canvas[x - 1, y].scalar == 0x20 else { return false }
    canvas.repeatRight(canvas.glyphs.bullet, .changed, x: x - 1, y: y, count: 1)
    return true
  }
}
