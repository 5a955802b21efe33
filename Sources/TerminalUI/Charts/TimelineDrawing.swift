/// One drawing of a timeline.
struct TimelineDrawing {
  private let timeline: Timeline
  private let area: Rect
  private let glyphs: Glyphs
  private let track: Rect
  private let scale: DayScale
  private let shown: Int

  init(timeline: Timeline, area: Rect, glyphs: Glyphs) {
    self.timeline = timeline
    self.area = area
    self.glyphs = glyphs
    let labels = timeline.lanes.map { TextWidth.of($0.label) }.max() ?? 0
    let left = labels == 0 ? 0 : min(labels, area.width / 3) + 1
    let count = timeline.lanes.count
    shown = min(count, count > area.height ? area.height - 1 : area.height)
    track = Rect(x: area.x + left, y: area.y, width: area.width - left, height: shown)
    scale = DayScale(days: timeline.days, width: track.width)
  }

  func draw(in canvas: inout Canvas) {
    for (row, lane) in timeline.lanes.prefix(shown).enumerated() {
      let y = area.y + row
      let width = track.x - area.x - 1
      let label = ChartText.fitted(lane.label, width: width, glyphs: glyphs)
      canvas.write(label, .text, x: area.x, y: y, width: width)
      draw(lane, in: &canvas, y: y)
    }
    let next = area.y + shown
    if shown < timeline.lanes.count {
      let note = "and \(timeline.lanes.count - shown) more"
      canvas.write(note, .secondary, x: area.x, y: next, width: area.width)
      return
    }
    if next < area.maxY { drawAxis(in: &canvas, y: next) }
    if next + 1 < area.maxY { drawScale(in: &canvas, y: next + 1) }
    if next + 2 < area.maxY { drawKey(in: &canvas, y: next + 2) }
  }

  private var todayColumn: Int? { timeline.today.flatMap(scale.column) }

  private func draw(_ lane: Timeline.Lane, in canvas: inout Canvas, y: Int) {
    let drawn = lane.stretches.compactMap { stretch in
      scale.cells(from: stretch.first, through: stretch.last).map { (stretch, $0) }
    }
    for (index, (stretch, cells)) in drawn.enumerated() {
      var cells = cells
      if index + 1 < drawn.count, drawn[index + 1].0.kind == stretch.kind,
        drawn[index + 1].1.lowerBound == cells.upperBound, cells.count > 1
      {
        cells = cells.lowerBound..<(cells.upperBound - 1)
      }
      fill(stretch.kind, cells, in: &canvas, y: y)
      var inside = cells
      if stretch.first < timeline.days.lowerBound {
        canvas.repeatRight(glyphs.beforeEdge, .chart, x: track.x, y: y, count: 1)
        inside = min(inside.lowerBound + 1, inside.upperBound)..<inside.upperBound
      }
      if stretch.last.map({ $0 > timeline.days.upperBound }) ?? true, !inside.isEmpty {
        canvas.repeatRight(glyphs.afterEdge, .chart, x: track.maxX - 1, y: y, count: 1)
        inside = inside.lowerBound..<(inside.upperBound - 1)
      }
      write(stretch, inside, in: &canvas, y: y)
    }
    if let today = todayColumn {
      canvas.repeatRight(glyphs.vertical, .accent, x: track.x + today, y: y, count: 1)
    }
  }

  private func fill(_ kind: Timeline.Kind, _ cells: Range<Int>, in canvas: inout Canvas, y: Int) {
    let role: Role = kind == .vacant ? .dueSoon : .chart
    canvas.repeatRight(
      glyph(kind), role, x: track.x + cells.lowerBound, y: y, count: cells.count)
    guard kind == .vacant else { return }
    for cell in cells.dropFirst() where (cell - cells.lowerBound) % 2 == 1 {
      canvas.repeatRight(" ", role, x: track.x + cell, y: y, count: 1)
    }
  }

  private func glyph(_ kind: Timeline.Kind) -> Character {
    switch kind {
    case .held: glyphs.full
    case .planned: glyphs.medium
    case .projected: glyphs.light
    case .vacant: glyphs.dash
    }
  }

  /// Writes the label, or at least the kind's letter, beside today's marker.
  private func write(
    _ stretch: Timeline.Stretch, _ cells: Range<Int>, in canvas: inout Canvas, y: Int
  ) {
    var room = cells
    if let today = todayColumn, cells.contains(today) {
      let before = cells.lowerBound..<today
      let after = (today + 1)..<cells.upperBound
      room = before.count >= after.count ? before : after
    }
    let width = room.count - 3
    let name = stretch.label.isEmpty ? stretch.kind.rawValue : stretch.label
    let fits = TextWidth.of(name) <= width || width >= 5
    let text = fits ? ChartText.fitted(name, width: width, glyphs: glyphs) : stretch.kind.letter
    guard width > 0, !text.isEmpty else { return }
    let x = track.x + room.lowerBound + 1
    canvas.write(" \(text) ", .text, x: x, y: y, width: TextWidth.of(text) + 2)
  }

  private func drawAxis(in canvas: inout Canvas, y: Int) {
    canvas.repeatRight(glyphs.horizontal, .chartAxis, x: track.x, y: y, count: track.width)
    for tick in timeline.ticks {
      guard let column = scale.column(tick.day) else { continue }
      canvas.repeatRight(glyphs.teeDown, .chartAxis, x: track.x + column, y: y, count: 1)
    }
    if let column = todayColumn {
      canvas.repeatRight(glyphs.cross, .accent, x: track.x + column, y: y, count: 1)
    }
  }

  /// Writes today's label, then the ticks' labels that have room beside it and each other.
  private func drawScale(in canvas: inout Canvas, y: Int) {
    var taken: [Range<Int>] = []
    func place(_ text: String, at column: Int) -> Range<Int> {
      let width = TextWidth.of(text)
      let start = max(0, min(track.width - width, column - width / 2))
      return start..<(start + width)
    }
    if let today = timeline.today {
      let isBefore = today < timeline.days.lowerBound
      let isAfter = today > timeline.days.upperBound
      let before = isBefore ? "\(glyphs.beforeEdge) " : ""
      let text = before + timeline.todayLabel + (isAfter ? " \(glyphs.afterEdge)" : "")
      let column = scale.column(today) ?? (isAfter ? track.width - 1 : 0)
      let fitted = ChartText.fitted(text, width: track.width, glyphs: glyphs)
      let cells = place(fitted, at: column)
      canvas.write(fitted, .accent, x: track.x + cells.lowerBound, y: y, width: cells.count)
      taken.append(cells)
    }
    for tick in timeline.ticks {
      guard let column = scale.column(tick.day) else { continue }
      let cells = place(tick.label, at: column)
      let isFree = taken.allSatisfy {
        cells.upperBound + 1 <= $0.lowerBound || $0.upperBound + 1 <= cells.lowerBound
      }
      guard isFree, cells.upperBound <= track.width else { continue }
      canvas.write(
        tick.label, .chartAxis, x: track.x + cells.lowerBound, y: y, width: cells.count)
      taken.append(cells)
    }
  }

  /// Says what each shade means, of those on show.
  private func drawKey(in canvas: inout Canvas, y: Int) {
    let used = Set(timeline.lanes.flatMap { $0.stretches.map(\.kind) })
    let parts = Timeline.Kind.allCases.filter(used.contains).map { kind in
      "\(glyph(kind)) \(kind.rawValue)"
    }
    var lines = [""]
    for part in parts {
      let last = lines[lines.count - 1]
      let longer = last.isEmpty ? part : last + "  " + part
      if TextWidth.of(longer) <= track.width || last.isEmpty {
        lines[lines.count - 1] = longer
      } else {
        lines.append(part)
      }
    }
    for (row, line) in lines.prefix(area.maxY - y).enumerated() {
      canvas.write(line, .secondary, x: track.x, y: y + row, width: track.width)
    }
  }
}
