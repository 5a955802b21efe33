import Safeguarding
import TerminalUI

extension ScreenDrawing {
  var plainLines: [String] {
    let label = context.workspace.settings.handlingLabel
    var lines = [
      "\(context.workspace.settings.title): \(content.trail.joined(separator: ", ")), "
        + "as at \(context.day.long)"
        + (label.isEmpty ? "" : ", \(label)")
    ]
    let errors = context.errors
    if let first = errors.first {
      lines.append(
        "The data has \(counted(errors.tally.errors, "fault")). First: \(first.sentence)")
    }
    if case .resolving(let resolution) = mode { return lines + resolution.plainLines }
    if let grid = dashboard.grid { return lines + grid.plainLines(context) }
    if let form { return lines + dashboard.plainLines(of: form) }
    lines += lede.map { block in
      let (what, how) = (block.what.plain.trimmingSpaces, block.how.plain)
      return how.isEmpty ? what : "\(what): \(how)"
    }
    if let news = content.news.first { lines.append(news.plain) }
    for panel in content.panels {
      let notes = self.notes(of: panel).map(\.spoken).filter { !$0.isEmpty }.joined(separator: ", ")
      lines += ["", notes.isEmpty ? panel.title : "\(panel.title) (\(notes))"]
      if !panel.trouble.isEmpty { lines.append("  x \(panel.trouble)") }
      if !panel.closed.isEmpty { lines.append("  \(panel.closed)") }
      lines += browsing.lockLines(of: panel, width: 100).map { "  \($0.plain)" }
      let body = plain(panel)
      let empty = emptyText(of: panel)
      lines +=
        body.isEmpty && !empty.isEmpty ? ["  \(empty)"] : body.map { $0.isEmpty ? "" : "  \($0)" }
    }
    return lines
  }

  private func plain(_ panel: Panel) -> [String] {
    switch panel.body {
    case .table(let all): return plain(browsing.tables[panel.id] ?? all)
    case .drawing(let drawing): return drawing.lines
    case .text(let lines):
      return lines.flatMap { Line($0.spoken).wrapped(width: 100) }.map(\.plain)
    case .facts: return browsing.text(of: panel, width: 100).map(\.plain)
    case .detail: return []
    }
  }

  /// A row a line: what a blank column holds is left out, what a head says stands before its value.
  private func plain(_ table: Table) -> [String] {
    (0..<table.count).map { position in
      let row = table[position]
      if row.isHeading { return "-- \(table.heading(at: position).plain)" }
      let parts = zip(table.columns, row.cells).compactMap { column, cell -> String? in
        let text = words(cell, isMark: column.title.isEmpty).trimmingSpaces
        if text.isEmpty { return nil }
        // What stands over a picture is a part of it.
        return column.title.isEmpty || !column.isSortable ? text : "\(column.title): \(text)"
      }
      return parts.joined(separator: ", ")
    }
  }
}

/// The marks of lists in words, for people who hear them.
let markWords: [Character: String] = [
  "!": "overdue", "~": "due soon", "?": "to look at", "x": "faulty", "=": "done",
  "-": "done late", ".": "not reported", "|": "paused", "_": "no date", "/": "not applicable",
  "°": "illustrative",
]

extension ScreenDrawing {
  /// A cell's text with marks and pictures as words and without arrows.
  func words(_ cell: Line, isMark: Bool) -> String {
    let text = cell.spoken
    if isMark, text.count <= 2, text.allSatisfy({ markWords[$0] != nil || $0 == " " }) {
      return text.compactMap { markWords[$0] }.joined(separator: ", ")
    }
    if text == "-" { return "none" }
    let glyphs = context.glyphs
    let arrows = [glyphs.up, glyphs.down, glyphs.pointer, glyphs.medium].map(String.init)
    // An arrow stands alone: where it is a letter of ASCII, words keep theirs.
    let spoken = text.split(separator: " ", omittingEmptySubsequences: false).filter { word in
      !arrows.contains(String(word)) && !word.allSatisfy { $0 == glyphs.medium } || word.isEmpty
    }
    return spoken.joined(separator: " ").replacing(illustrativeMark, with: " (illustrative)")
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
