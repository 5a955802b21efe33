/// Rows that stand side by side, where a list is longer than its room and the room is wide.
///
/// Each row is told by its columns up to the main one only, without a head; the order goes along a line,
/// then on to the next. A list that fits, and one that no panel allowed to be packed, is none.
package struct TablePacking: Hashable, Sendable {
  /// How many rows stand in a line.
  package let across: Int
  /// How wide each is, with its margins.
  package let cell: Int
  /// The width of each column; 0 for those that are left out.
  let widths: [Int]

  /// How the rows of a table stand in a room of so many lines; nil where they stand below each other.
  package init?(_ table: Table, width: Int, lines: Int) {
    guard table.isPackable, table.count > lines, let main = table.main,
      table.kept.map({ $0 <= main }) ?? true
    else { return nil }
    widths = table.wishes.enumerated().map { $0.offset <= main ? $0.element.natural : 0 }
    let shown = widths.filter { $0 > 0 }
    let cell = shown.reduce(0, +) + max(0, shown.count - 1) * ColumnRoom.gap + ColumnRoom.gap + 1
    guard width / cell > 1 else { return nil }
    across = width / cell
    self.cell = cell
  }

  /// How many lines so many rows take.
  package func lines(_ count: Int) -> Int { (count + across - 1) / across }
}
