package import Safeguarding
import TerminalUI

/// A list as it shows, filtered, sorted and narrowed, with every cell whole.
package struct ShownList: Hashable, Sendable {
  /// One row: what its cells say, and the record that it tells of.
  package struct Row: Hashable, Sendable {
    package var cells: [String]
    /// The kind and the id of its record: `action:pmqa/12`; empty where it tells of none.
    package var record: String
  }

  /// What it is a list of: "Deadlines, open, PMQA".
  package var title: String
  /// What the cells of each column say.
  package var columns: [String]
  package var rows: [Row]
  /// What is owed by a date that the rows tell of.
  package var owed: OwedRows
}

/// What is owed by a date that some rows tell of, with all that a calendar says of it.
package struct OwedRows: Hashable, Sendable {
  package let deadlines: [Deadline]
  package let workspace: Workspace
  package let day: CalendarDate

  /// They are the same where they are the same deadlines on the same day.
  package static func == (left: OwedRows, right: OwedRows) -> Bool {
    left.day == right.day && left.deadlines.map(\.id) == right.deadlines.map(\.id)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(day)
    hasher.combine(deadlines.map(\.id))
  }
}

extension Dashboard {
  /// The list that has the keys, as it shows; nil where a panel without rows has them.
  var shownList: ShownList? {
    guard let panel = focusedPanel, let table = browsing.focusedTable else { return nil }
    return ListTaking(self, panel, table).list
  }
}

/// Writes down the rows of a panel.
private struct ListTaking {
  let dashboard: Dashboard
  let panel: Panel
  let table: Table
  private let drawing: ScreenDrawing

  init(_ dashboard: Dashboard, _ panel: Panel, _ table: Table) {
    (self.dashboard, self.panel, self.table) = (dashboard, panel, table)
    drawing = ScreenDrawing(dashboard)
  }

  private var context: PaneContext { dashboard.context }

  var list: ShownList {
    // A picture has no words of its own: another cell says the same.
    let columns = table.columns.indices.filter { table.columns[$0].isSortable }
    let hasBands = (0..<table.count).contains { table.isHeading(at: $0) }
    var rows: [ShownList.Row] = []
    var sources: [Int] = []
    var band = ""
    for position in 0..<table.count {
      let row = table[position]
      if row.isHeading {
        band = row.cells.first?.spans.first?.text ?? ""
        continue
      }
      let source = table.source(at: position)
      let cells = columns.map { column in
        whole(table.columns[column].title, at: source)
          ?? (column < row.cells.count ? words(row.cells[column], in: column) : "")
      }
      let further = row.further.map(\.spoken).joined(separator: " ")
      let record = panel.rows.subject(source).record
      rows.append(
        ShownList.Row(
          cells: (hasBands ? [band] : []) + cells + [further],
          record: record.map { "\($0.kind.name):\($0.id)" } ?? ""))
      sources.append(source)
    }
    let titles = columns.map { table.columns[$0].title }
    return ShownList(
      title: title, columns: (hasBands ? ["Part"] : []) + titles + ["More"], rows: rows,
      owed: OwedRows(deadlines: owed(at: sources), workspace: context.workspace, day: context.day)
    ).withoutEmptyColumns
  }

  /// What a cell says short on the screen and whole away from it: every owner, the day with its year.
  ///
  /// Nil for a cell that is as it shows.
  private func whole(_ title: String, at source: Int) -> String? {
    let isOwner = title == OwedTable.ownerTitle
    guard isOwner || title == OwedTable.dueTitle else { return nil }
    let deadline = panel.rows.deadline(source)
    let record = panel.rows.subject(source).record.flatMap { context.workspace.record($0) }
    if isOwner {
      let owners = deadline?.owners ?? record?.owners ?? []
      return owners.isEmpty ? nil : owners.text(context.names)
    }
    return deadline.map { $0.due?.iso } ?? (record as? ActionItem)?.due?.iso
  }

  /// Where one is, which panel it is, and what it is filtered by.
  private var title: String {
    let content = dashboard.content
    let trail = content.trail.last == panel.title ? content.trail : content.trail + [panel.title]
    let filter = dashboard.browsing.filterText
    return (trail + (filter.isEmpty ? [] : ["with \"\(filter)\""])).joined(separator: ", ")
  }

  /// What rows tell of that is owed: the deadline that a row is, else those of its record.
  private func owed(at sources: [Int]) -> [Deadline] {
    let byRecord = Dictionary(grouping: context.deadlines, by: \.record)
    return sources.flatMap { source -> [Deadline] in
      if let deadline = panel.rows.deadline(source) { return [deadline] }
      return panel.rows.subject(source).record.flatMap { byRecord[$0] } ?? []
    }
  }

  /// What a cell says, days with the year that only the screen can do without.
  private func words(_ cell: Line, in column: Int) -> String {
    let words = drawing.words(cell, isMark: table.columns[column].title.isEmpty).trimmingSpaces
    // That it is late stands before it, and that it illustrates behind it.
    let mark = words.hasPrefix("! ") ? "! " : ""
    let end = words.firstRange(of: " (")?.lowerBound ?? words.endIndex
    let day = String(words[..<end].dropFirst(mark.count))
    return mark + day.withYear(of: context.day) + words[end...]
  }
}

extension ShownList {
  /// The list without columns in which no row says anything; marks get a title.
  fileprivate var withoutEmptyColumns: ShownList {
    let kept = columns.indices.filter { column in
      rows.contains { !$0.cells[column].isEmpty }
    }
    var list = self
    list.columns = kept.map { columns[$0].isEmpty ? "Mark" : columns[$0] }
    list.rows = rows.map { row in
      Row(cells: kept.map { row.cells[$0] }, record: row.record)
    }
    return list
  }
}
