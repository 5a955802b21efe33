import Safeguarding
import TerminalUI

extension Dashboard {
  /// The present place as plain lines: the same content for pipes, mail and screen readers.
  package var plainLines: [String] {
    var lines = [
      "\(context.workspace.settings.title): \(content.trail.joined(separator: ", ")), "
        + "as at \(context.day.long)"
    ]
    let errors = context.workspace.faults.filter { $0.severity == .error }
    if let first = errors.first {
      lines.append("The data has \(counted(errors.count, "fault")). First: \(first.sentence)")
    }
    for panel in content.panels {
      let note = panel.note.plain
      lines += ["", note.isEmpty ? panel.title : "\(panel.title) (\(note))"]
      if !panel.trouble.isEmpty { lines.append("  x \(panel.trouble)") }
      let body = plain(panel)
      lines += body.isEmpty ? ["  \(panel.emptyText)"] : body.map { $0.isEmpty ? "" : "  \($0)" }
    }
    return lines
  }

  private func plain(_ panel: Panel) -> [String] {
    switch panel.body {
    case .table(let all): return plain(tables[panel.id] ?? all)
    case .drawing(let drawing): return drawing.lines
    case .text, .facts: return text(of: panel, width: 100).map(\.plain)
    case .detail: return []
    }
  }

  /// A row a line: what a blank column holds is left out, what a head says stands before its value.
  private func plain(_ table: Table) -> [String] {
    table.rows.map { row in
      if row.isHeading { return "-- \(row.cells.first?.plain ?? "")" }
      let parts = zip(table.columns, row.cells).compactMap { column, cell -> String? in
        let text = cell.plain.trimmingSpaces
        if text.isEmpty { return nil }
        return column.title.isEmpty ? text : "\(column.title): \(text)"
      }
      return parts.joined(separator: ", ")
    }
  }
}

extension String {
  /// The text without spaces at its ends.
  var trimmingSpaces: String {
    let spaces = UInt8(ascii: " ")
    guard utf8.first == spaces || utf8.last == spaces else { return self }
    let start = utf8.firstIndex { $0 != spaces } ?? utf8.endIndex
    let end = utf8.lastIndex { $0 != spaces }.map { utf8.index(after: $0) } ?? start
    return String(self[start..<max(start, end)])
  }
}
