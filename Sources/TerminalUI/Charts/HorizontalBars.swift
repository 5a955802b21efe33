/// Values compared by bars that all start at zero.
package struct HorizontalBars: Hashable, Sendable {
  /// One bar.
  package struct Row: Hashable, Sendable {
    package var label: String
    /// The value; nothing if it is missing, and so are NaN and infinity.
    package var value: Double?
    /// What the value should reach, or nothing.
    package var target: Double?

    package init(_ label: String, _ value: Double?, target: Double? = nil) {
      self.label = label
      self.value = value?.isFinite == true ? value : nil
      self.target = target?.isFinite == true ? target : nil
    }
  }

  package var rows: [Row]
  /// What is counted, such as "%" or "days"; empty if the values need no unit.
  package var unit: String
  /// Decimals of the values: 0 to 4.
  package var decimals: Int
  /// What the marker of a target means.
  package var targetName: String

  package init(
    rows: [Row], unit: String = "", decimals: Int = 0, targetName: String = "target"
  ) {
    self.rows = rows
    self.unit = unit
    self.decimals = decimals
    self.targetName = targetName
  }

  /// The bars as text, a line a row.
  package var lines: [String] {
    rows.map { row in
      let target = row.target.map { " (\(targetName) \(text($0)))" } ?? ""
      return "\(row.label): \(text(row.value))\(target)"
    }
  }

  /// Draws a bar a row; what has no room is counted in the last row.
  package func draw(in canvas: inout Canvas, area: Rect) {
    let area = area.clipped(to: canvas.size)
    guard !area.isEmpty else { return }
    let isCut = rows.count > area.height
    let shown = isCut ? rows.prefix(area.height - 1) : rows[...]
    let layout = Layout(self, width: area.width, glyphs: canvas.glyphs)
    for (offset, row) in shown.enumerated() {
      draw(row, in: &canvas, x: area.x, y: area.y + offset, layout: layout)
    }
    let next = area.y + shown.count
    if isCut {
      let note = "and \(rows.count - shown.count) more"
      canvas.write(note, .secondary, x: area.x, y: next, width: area.width)
    } else if next < area.maxY, layout.bar > 0, rows.contains(where: { $0.target != nil }) {
      let note = "\(canvas.glyphs.vertical) \(targetName)"
      canvas.write(
        note, .secondary, x: area.x + layout.barStart, y: next, width: area.width - layout.barStart)
    }
  }

  /// The columns of labels, bars and values, and the value at the bars' right end.
  private struct Layout {
    let width: Int
    let label: Int
    let bar: Int
    let value: Int
    let most: Double

    init(_ bars: HorizontalBars, width: Int, glyphs: Glyphs) {
      let labels = bars.rows.map { TextWidth.of($0.label) }.max() ?? 0
      self.width = width
      value = min(width, bars.rows.map { TextWidth.of(bars.text($0.value)) }.max() ?? 0)
      let room = max(0, width - value - 1)
      let short = min(labels, width * 2 / 5)
      let rest = width - short - value - 2
      bar = width >= 30 && rest >= 4 ? rest : 0
      label = bar > 0 ? short : min(labels, room)
      most = bars.rows.flatMap { [$0.value ?? 0, $0.target ?? 0] }.max() ?? 0
    }

    var barStart: Int { label + 1 }

    /// Half cells for a value: none for zero and below, at least one above.
    func halves(_ value: Double) -> Int {
      guard value > 0, most > 0 else { return 0 }
      return max(1, min(bar * 2, Int((value / most * Double(bar * 2)).rounded())))
    }
  }

  private func text(_ value: Double?) -> String {
    guard let value else { return "no value" }
    let number = ChartNumber.text(value, decimals: decimals)
    return unit.isEmpty ? number : number + (unit.hasPrefix("%") ? unit : " " + unit)
  }

  private func draw(_ row: Row, in canvas: inout Canvas, x: Int, y: Int, layout: Layout) {
    let glyphs = canvas.glyphs
    canvas.write(
      ChartText.fitted(row.label, width: layout.label, glyphs: glyphs), .text, x: x, y: y,
      width: layout.label)
    let start = x + layout.barStart
    if layout.bar > 0 {
      if let value = row.value {
        let halves = layout.halves(value)
        canvas.repeatRight(glyphs.full, .chart, x: start, y: y, count: halves / 2)
        let end = start + halves / 2
        canvas.repeatRight(glyphs.half, .chart, x: end, y: y, count: halves % 2)
      } else {
        canvas.repeatRight(glyphs.gap, .secondary, x: start, y: y, count: 1)
      }
      if let target = row.target, target >= 0 {
        let column = min(layout.bar - 1, layout.halves(target) / 2)
        canvas.repeatRight(glyphs.vertical, .chartReference, x: start + column, y: y, count: 1)
      }
    }
    canvas.write(
      text(row.value), row.value == nil ? .secondary : .text, x: x + layout.width - layout.value,
      y: y, width: layout.value, alignment: .trailing)
  }
}
