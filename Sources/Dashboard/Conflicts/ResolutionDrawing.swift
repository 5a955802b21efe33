import Safeguarding
import TerminalUI

extension Resolution {
  /// One row of the screen, with the position of the item it belongs to.
  struct Row {
    let item: Int
    let line: Line
    /// Whether the item begins here.
    var isHead = false
  }

  /// Everything there is to say, row by row.
  func rows(width: Int, pointer: String) -> [Row] {
    var rows = Line(
      "Somebody else changed the same meanwhile. Nothing was saved yet: choose for each.",
      .secondary
    ).wrapped(width: width).map { Row(item: -1, line: $0) }
    for (index, item) in items.enumerated() {
      let isHere = index == selected
      let mark = Line(isHere ? "\(pointer) " : "  ", .accent)
      let words = item.who.isEmpty ? "" : " (theirs: \(item.who))"
      let head = (Line(item.label, isHere ? .key : .heading) + .secondary(words))
        .wrapped(width: width - 2)
      for (offset, line) in head.enumerated() {
        rows.append(
          Row(item: index, line: (offset == 0 ? mark : Line("  ")) + line, isHead: offset == 0))
      }
      let lines =
        option(.theirs, "t", "theirs", item.theirs, of: item, width)
        + option(.mine, "m", "mine", item.mine, of: item, width)
        + (item.both == nil
          ? [] : option(.both, "b", "both", ["theirs, then mine"], of: item, width))
        + fact("before", item.before, width)
      rows += lines.map { Row(item: index, line: $0) }
    }
    return rows
  }

  private func option(
    _ choice: Choice, _ key: String, _ word: String, _ texts: [String], of item: Item, _ width: Int
  ) -> [Line] {
    let canBe = item.choices.contains(choice)
    let isChosen = item.choice == choice
    let mark = Line(
      canBe ? isChosen ? "  (*) " : "  ( ) " : "      ", isChosen ? .accent : .secondary)
    let name = Line(canBe ? key : " ", .key) + Line(" \(word)", isChosen ? .accent : .secondary)
    return block(mark + name, texts, isChosen ? .accent : .text, width)
  }

  private func fact(_ word: String, _ texts: [String], _ width: Int) -> [Line] {
    texts.isEmpty ? [] : block(.secondary("        \(word)"), texts, .secondary, width)
  }

  /// A label with lines of text beside it.
  private func block(_ label: Line, _ texts: [String], _ role: Role, _ width: Int) -> [Line] {
    let indent = 16
    let lines = texts.flatMap { Line($0, role).wrapped(width: max(8, width - indent)) }
    return lines.enumerated().map { index, line in
      let start = index == 0 ? label : .empty
      return start + Line(String(repeating: " ", count: max(1, indent - start.width))) + line
    }
  }

  /// The first row that shows, so that the item that has the keys does.
  func firstRow(_ rows: [Row], height: Int) -> Int {
    guard let start = rows.firstIndex(where: { $0.item == selected }),
      let end = rows.lastIndex(where: { $0.item == selected })
    else { return 0 }
    let least = max(0, end - height + 1)
    let most = max(0, rows.count - height)
    return min(most, min(least, start) + min(scrolled, max(0, end - start)))
  }

  /// The same in plain lines.
  var plainLines: [String] {
    ["", "Conflict: \(edit.title)"]
      + rows(width: 100, pointer: ">").map(\.line.plain.trimmingSpaces).map { "  \($0)" }
      + ["  t takes theirs, m takes mine, b both. Enter saves, Esc saves nothing."]
  }
}

extension ScreenDrawing {
  /// Draws a conflict in place of the panels.
  func draw(_ resolution: Resolution, in canvas: inout Canvas) {
    let chosen = resolution.items.count { $0.choice != nil }
    let room = PanelRule(
      title: Line("Conflict: \(resolution.edit.title)", .heading),
      position: .secondary("\(chosen) of \(resolution.items.count) chosen"), isFocused: true
    ).draw(in: &canvas, area: contentArea)
    let rows = resolution.rows(
      width: max(1, room.width - 2), pointer: String(canvas.glyphs.pointer))
    let first = resolution.firstRow(rows, height: room.height)
    for (offset, row) in rows.dropFirst(first).prefix(room.height).enumerated() {
      let y = room.y + offset
      canvas.write(row.line, x: room.x + 1, y: y, width: room.width - 2)
      if row.isHead, row.item == resolution.selected { canvas.cursor = Point(room.x + 1, y) }
    }
    if first > 0 {
      canvas.write(String(canvas.glyphs.up), .secondary, x: room.maxX - 1, y: room.y)
    }
    if first + room.height < rows.count {
      canvas.write(String(canvas.glyphs.down), .secondary, x: room.maxX - 1, y: room.maxY - 1)
    }
  }

  /// What the keys do on the screen of a conflict, as many as there is room for.
  func hints(for resolution: Resolution) -> Line {
    let items = resolution.items
    let item = items.indices.contains(resolution.selected) ? items[resolution.selected] : nil
    var parts = [("t", "theirs"), ("m", "mine")].filter { key, _ in
      key == "t" || item?.choices.contains(.mine) == true
    }
    if item?.both != nil { parts.append(("b", "both")) }
    parts += [("Enter", "save"), ("Esc", "save nothing")]
    if items.count > 1 { parts.append(("Up/Down", "next")) }
    var line = Line(" ")
    for (key, words) in parts {
      let hint = Line(key, .key) + Line(" \(words)  ", .secondary)
      if line.width + hint.width > size.width { continue }
      line += hint
    }
    return line
  }
}
