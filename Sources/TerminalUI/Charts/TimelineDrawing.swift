/// One drawing of a timeline: years on top, a row a body, today's date and the key below.
struct TimelineDrawing {
  private let timeline: Timeline
  private let area: Rect
  private let glyphs: Glyphs
  private let rows: [(lane: Timeline.Lane, isFirst: Bool, stretches: [Timeline.Stretch])]
  private let track: Rect
  private let scale: DayScale
  private let hasHead: Bool
  private let shown: Int

  init(timeline: Timeline, area: Rect, glyphs: Glyphs) {
    self.timeline = timeline
    self.area = area
    self.glyphs = glyphs
    rows = timeline.lanes.flatMap { lane in
      lane.rows.enumerated().map { (lane, $0.offset == 0, $0.element) }
    }
    let labels = timeline.lanes.map { TextWidth.of($0.label) }.max() ?? 0
    let left = labels == 0 ? 0 : min(labels, area.width / 2) + 1
    hasHead = area.height > rows.count
    let room = area.height - (hasHead ? 1 : 0)
    shown = rows.count > room ? max(0, room - 1) : rows.count
    track = Rect(
      x: area.x + left, y: area.y + (hasHead ? 1 : 0), width: area.width - left, height: shown)
    scale = DayScale(days: timeline.days, width: track.width)
  }

  func draw(in canvas: inout Canvas) {
    if hasHead { drawYears(in: &canvas) }
    for (row, part) in rows.prefix(shown).enumerated() {
      let y = track.y + row
      let free = draw(part.stretches, in: &canvas, y: y)
      if part.isFirst { drawLabel(of: part.lane, in: &canvas, y: y, free: free) }
    }
    let next = track.maxY
    if shown < rows.count {
      let rest = Set(rows.dropFirst(shown).map(\.lane.label)).count
      canvas.write("and \(rest) more", .secondary, x: area.x, y: next, width: area.width)
      return
    }
    if next < area.maxY { drawToday(in: &canvas, y: next) }
    if timeline.hasKey, next + 1 < area.maxY { drawKey(in: &canvas, y: next + 1) }
  }

  private var todayColumn: Int? { timeline.today.flatMap(scale.column) }

  private func isNow(_ stretch: Timeline.Stretch) -> Bool {
    timeline.today.map { $0 >= stretch.first && $0 <= stretch.last ?? .max } ?? false
  }

  /// Writes what a lane is called, on into the cells of its row that are free before its first bar.
  private func drawLabel(of lane: Timeline.Lane, in canvas: inout Canvas, y: Int, free: Int) {
    let width = track.x - area.x - 1 + free
    let role: Role =
      lane.stretches.contains { isNow($0) && $0.kind != .vacant } ? .heading : .text
    canvas.write(
      ChartText.fitted(lane.label, width: width, glyphs: glyphs), role, x: area.x, y: y,
      width: width)
  }

  /// Draws the bars of a row with their names; answers how many cells before them are free.
  private func draw(_ stretches: [Timeline.Stretch], in canvas: inout Canvas, y: Int) -> Int {
    var bars = stretches.compactMap { stretch in
      scale.cells(from: stretch.first, through: stretch.last).map { (stretch, $0) }
    }
    for index in bars.indices.dropLast() {
      // Two of one kind that touch are parted by a blank.
      let (cells, next) = (bars[index].1, bars[index + 1])
      let end = next.0.kind == bars[index].0.kind ? next.1.lowerBound - 1 : next.1.lowerBound
      bars[index].1 =
        cells.lowerBound..<max(cells.lowerBound + 1, min(cells.upperBound, end))
    }
    for (stretch, cells) in bars { fill(stretch, cells, in: &canvas, y: y) }
    if let today = todayColumn {
      canvas.repeatRight(glyphs.vertical, .accent, x: track.x + today, y: y, count: 1)
    }
    var taken = bars.map(\.1)
    for (stretch, cells) in bars {
      guard let place = place(of: stretch.caption, beside: cells, among: taken) else { continue }
      let role: Role = isNow(stretch) ? .accent : .secondary
      canvas.write(stretch.caption, role, x: track.x + place.lowerBound, y: y, width: place.count)
      taken.append(place)
    }
    let first = (taken.map(\.lowerBound) + [todayColumn ?? track.width, track.width]).min() ?? 0
    return max(0, first - 1)
  }

  /// Where a bar's name stands: after it, before it if something is in the way, or nowhere.
  private func place(
    of label: String, beside cells: Range<Int>, among taken: [Range<Int>]
  ) -> Range<Int>? {
    let width = TextWidth.of(label)
    guard width > 0 else { return nil }
    let starts = [cells.upperBound + 1, cells.lowerBound - 1 - width]
    return starts.lazy.map { $0..<($0 + width) }.first { place in
      let around = (place.lowerBound - 1)..<(place.upperBound + 1)
      let others = taken.filter { $0 != cells }
      return place.lowerBound >= 0 && place.upperBound <= track.width
        && !others.contains { $0.overlaps(around) }
        && !(todayColumn.map(around.contains) ?? false)
    }
  }

  private func fill(
    _ stretch: Timeline.Stretch, _ cells: Range<Int>, in canvas: inout Canvas, y: Int
  ) {
    let role: Role =
      stretch.kind == .vacant ? .dueSoon : isNow(stretch) ? .chart : .chartAxis
    for cell in cells where stretch.kind != .vacant || (cell - cells.lowerBound) % 2 == 0 {
      canvas.repeatRight(stretch.kind.glyph(glyphs), role, x: track.x + cell, y: y, count: 1)
    }
    if stretch.first < timeline.days.lowerBound {
      canvas.repeatRight(glyphs.beforeEdge, role, x: track.x, y: y, count: 1)
    }
    if stretch.last.map({ $0 > timeline.days.upperBound }) ?? true {
      canvas.repeatRight(glyphs.afterEdge, role, x: track.maxX - 1, y: y, count: 1)
    }
  }

  /// Writes each year behind a line at its first day, as far as the next one leaves room.
  private func drawYears(in canvas: inout Canvas) {
    var free = 0
    for tick in timeline.ticks {
      guard let column = scale.column(tick.day), column >= free else { continue }
      let text = String(glyphs.vertical) + tick.label
      let width = TextWidth.of(text)
      guard column + width <= track.width else { continue }
      canvas.write(text, .chartAxis, x: track.x + column, y: area.y, width: width)
      free = column + width + 1
    }
  }

  /// Writes today's date at the foot of the now line, or where it is if it is not on show.
  private func drawToday(in canvas: inout Canvas, y: Int) {
    guard let today = timeline.today else { return }
    let label = timeline.todayLabel
    guard let column = todayColumn else {
      let isBefore = today < timeline.days.lowerBound
      let text = isBefore ? "\(glyphs.beforeEdge) \(label)" : "\(label) \(glyphs.afterEdge)"
      let fitted = ChartText.fitted(text, width: track.width, glyphs: glyphs)
      canvas.write(
        fitted, .accent, x: track.x, y: y, width: track.width,
        alignment: isBefore ? .leading : .trailing)
      return
    }
    let width = TextWidth.of(label)
    let after = track.width - column - 1
    guard width <= max(after, column) else {
      let text = ChartText.fitted(label, width: track.width, glyphs: glyphs)
      canvas.write(
        text, .accent, x: track.x, y: y, width: track.width,
        alignment: after < column ? .trailing : .leading)
      return
    }
    canvas.repeatRight(glyphs.vertical, .accent, x: track.x + column, y: y, count: 1)
    if width <= after {
      canvas.write(label, .accent, x: track.x + column + 1, y: y, width: after)
    } else {
      canvas.write(label, .accent, x: track.x, y: y, width: column, alignment: .trailing)
    }
  }

  /// Says what each shade means, of those on show.
  private func drawKey(in canvas: inout Canvas, y: Int) {
    let key = timeline.key(glyphs).joined(separator: "  ")
    canvas.write(
      ChartText.fitted(key, width: area.width, glyphs: glyphs), .secondary, x: area.x, y: y,
      width: area.width)
  }
}

extension Timeline {
  /// What each shade means, of those on show; in a word each where little room is.
  package func key(_ glyphs: Glyphs, isShort: Bool = false) -> [String] {
    let onShow = lanes.flatMap(\.stretches).filter { stretch in
      stretch.first <= days.upperBound && stretch.last.map { $0 >= days.lowerBound } ?? true
    }
    let used = Set(onShow.map(\.kind))
    return Kind.allCases.filter(used.contains).map { kind in
      "\(kind.glyph(glyphs)) \(isShort ? kind.shortTitle : kind.title)"
    }
  }
}

extension Timeline.Kind {
  /// What it is called in a word.
  fileprivate var shortTitle: String {
    switch self {
    case .printed: "printed"
    case .projected: "pattern"
    case .held, .planned, .vacant: title
    }
  }

  /// The shade of its stretches.
  fileprivate func glyph(_ glyphs: Glyphs) -> Character {
    switch self {
    case .held: glyphs.full
    case .printed: glyphs.half
    case .planned: glyphs.medium
    case .projected: glyphs.light
    case .vacant: glyphs.dash
    }
  }
}
