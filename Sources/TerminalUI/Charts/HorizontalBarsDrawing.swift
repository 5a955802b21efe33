/// One drawing of bars: columns of labels, bars with their values, an axis below.
struct HorizontalBarsDrawing {
  private let bars: HorizontalBars
  private let area: Rect
  private let glyphs: Glyphs
  private let axis: ValueAxis
  private let labelWidth: Int
  /// Columns from one tick to the next; nought where there is no room for bars.
  private let columnsPerTick: Int
  private let hasAxis: Bool
  private let isTall: Bool

  init(bars: HorizontalBars, area: Rect, glyphs: Glyphs) {
    self.bars = bars
    self.area = area
    self.glyphs = glyphs
    let count = bars.rows.count
    isTall = bars.hasNotes && area.height >= bars.height
    let hasNotesBeside = bars.hasNotes && !isTall
    let isLow = area.height < count + 2
    let ends = bars.rows.map { row in
      TextWidth.of(HorizontalBarsDrawing.end(row, of: bars, isMeasured: isLow).plain)
        + (hasNotesBeside ? TextWidth.of(row.note) + 2 : 0)
    }
    let longest = bars.rows.map { TextWidth.of($0.label) }.max() ?? 0
    let unitWidth = isLow ? 0 : TextWidth.of(HorizontalBarsDrawing.scale(of: bars))
    let noteWidth = isTall ? bars.rows.map { TextWidth.of($0.note) + 2 }.max() ?? 0 : 0
    let label = min(max(longest, noteWidth, unitWidth), area.width * 2 / 5)
    let room = area.width - label - 2 - (ends.max() ?? 0) - 1
    let hasBars = area.width >= 30 && room >= 6
    let values = bars.rows.compactMap(\.value)
    axis = ValueAxis(bars: values, most: min(5, max(1, room / 7)), decimals: bars.decimals)
    columnsPerTick = hasBars ? max(1, (room - 1) / (axis.ticks.count - 1)) : 0
    labelWidth = hasBars ? label : max(0, min(longest, area.width - (ends.max() ?? 0) - 2))
    hasAxis = hasBars && !isLow
  }

  func draw(in canvas: inout Canvas) {
    let isCut = bars.rows.count > area.height
    let shown = isCut ? bars.rows.prefix(area.height - 1) : bars.rows[...]
    var y = area.y
    var references = 0
    for row in shown {
      draw(row, number: references, in: &canvas, y: y)
      if row.kind == .reference { references += 1 }
      y += isTall ? 2 : 1
    }
    if isCut {
      let note = "and \(bars.rows.count - shown.count) more"
      canvas.write(note, .secondary, x: area.x, y: y, width: area.width)
    } else if hasAxis {
      drawAxis(in: &canvas, y: y)
    }
  }

  private var start: Int { area.x + labelWidth + 2 }

  /// What is counted, and where the bars start.
  private static func scale(of bars: HorizontalBars) -> String {
    bars.unit.isEmpty ? "from 0" : "\(bars.unit); from 0"
  }

  /// The value and what is to be said behind it.
  private static func end(
    _ row: HorizontalBars.Row, of bars: HorizontalBars, isMeasured: Bool
  ) -> Line {
    let isOwn = row.kind == .own
    let value = Line(
      bars.text(row, isMeasured: isMeasured),
      row.value == nil ? .secondary : isOwn ? .heading : .text)
    let hasRemark = !row.remark.isEmpty && row.value != nil
    return hasRemark ? value + Line("  \(row.remark)", .secondary) : value
  }

  private func draw(
    _ row: HorizontalBars.Row, number: Int, in canvas: inout Canvas, y: Int
  ) {
    let isOwn = row.kind == .own
    canvas.write(
      ChartText.fitted(row.label, width: labelWidth, glyphs: glyphs), isOwn ? .heading : .text,
      x: area.x, y: y, width: labelWidth)
    if isTall {
      let note = ChartText.fitted(row.note, width: labelWidth - 2, glyphs: glyphs)
      canvas.write(note, .secondary, x: area.x + 2, y: y + 1, width: labelWidth - 2)
    }
    var end = HorizontalBarsDrawing.end(row, of: bars, isMeasured: !hasAxis)
    if bars.hasNotes, !isTall, !row.note.isEmpty { end += Line("  \(row.note)", .secondary) }
    let length = columnsPerTick == 0 ? 0 : fill(row, number: number, in: &canvas, y: y)
    let x = start + (length == 0 ? 0 : length + 1)
    canvas.write(end, x: x, y: y, width: area.maxX - x)
  }

  /// Draws a bar and returns the cells it takes.
  private func fill(
    _ row: HorizontalBars.Row, number: Int, in canvas: inout Canvas, y: Int
  ) -> Int {
    guard let value = row.value else {
      canvas.repeatRight(glyphs.gap, .secondary, x: start, y: y, count: 1)
      return 1
    }
    guard value > 0, axis.high > 0 else { return 0 }
    let most = columnsPerTick * (axis.ticks.count - 1)
    let length = min(Double(most), value / axis.high * Double(most))
    if row.kind == .reference {
      let cells = max(1, Int(length.rounded()))
      let fill = glyphs.referenceFills[number % glyphs.referenceFills.count]
      canvas.repeatRight(fill, .chartReference, x: start, y: y, count: cells)
      return cells
    }
    let parts = glyphs.partialFills
    let units = max(1, Int((length * Double(parts.count + 1)).rounded()))
    let (whole, part) = units.quotientAndRemainder(dividingBy: parts.count + 1)
    let role: Role = row.kind == .own ? .chart : .chartAxis
    canvas.repeatRight(glyphs.full, role, x: start, y: y, count: whole)
    if part > 0 {
      canvas.repeatRight(parts[part - 1], role, x: start + whole, y: y, count: 1)
    }
    return whole + min(1, part)
  }

  /// Draws the axis, its values below the ticks, and at the left what is counted.
  private func drawAxis(in canvas: inout Canvas, y: Int) {
    let length = columnsPerTick * (axis.ticks.count - 1) + 1
    canvas.repeatRight(glyphs.horizontal, .chartAxis, x: start, y: y, count: length)
    var free = start
    for (number, tick) in axis.ticks.enumerated() {
      let x = start + number * columnsPerTick
      canvas.repeatRight(glyphs.teeDown, .chartAxis, x: x, y: y, count: 1)
      let label = axis.label(tick)
      let width = TextWidth.of(label)
      let left = min(x, area.maxX - width)
      guard left >= free else { continue }
      canvas.write(label, .chartAxis, x: left, y: y + 1, width: width)
      free = left + width + 1
    }
    let scale = HorizontalBarsDrawing.scale(of: bars)
    let text = TextWidth.of(scale) <= labelWidth + 1 ? scale : bars.unit
    canvas.write(
      ChartText.fitted(text, width: labelWidth + 1, glyphs: glyphs), .secondary, x: area.x,
      y: y + 1, width: labelWidth + 1)
  }
}
