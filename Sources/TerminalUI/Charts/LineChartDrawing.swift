/// One drawing of a line chart: where everything goes, then the strokes.
///
/// The lowest tick lies on the axis of the periods.
struct LineChartDrawing {
  let chart: LineChart
  private let area: Rect
  let glyphs: Glyphs
  private let runs: [[ChartPoint?]]
  private let labels: [EndLabel]
  private let values: ValueAxis
  let periods: CategoryAxis
  private let plot: Rect
  private let gutter: Int

  init(chart: LineChart, area: Rect, glyphs: Glyphs) {
    self.chart = chart
    self.area = area
    self.glyphs = glyphs
    runs = chart.series.prefix(3).map(chart.places)
    let references = chart.references.compactMap { ChartNumber.plotted($0.value) }
    let expected = chart.expected.flatMap(\.values)
    let shown = runs.flatMap { $0.compactMap { $0?.value } } + references + expected
    let room = area.height - 2
    let values = ValueAxis(
      values: shown, rows: room, decimals: chart.decimals,
      limit: chart.unit.hasPrefix("%") ? 100 : nil)
    self.values = values
    let top = area.y + 1 + min(1, max(0, room - values.rows))
    let ticks = values.ticks.map { LineChartDrawing.label($0, on: values, glyphs: glyphs) }
    let left = min(ticks.map(TextWidth.of).max() ?? 0, area.width / 3) + 1
    let labels = chart.endLabels(runs, on: values, glyphs: glyphs)
    self.labels = labels
    let share = chart.categories.count < 3 ? 60 : 45
    let wanted = (labels.map(\.width).max() ?? 0) + 1
    gutter = max(0, min(wanted, area.width * share / 100, area.width - left - 6))
    plot = Rect(
      x: area.x + left, y: top, width: area.width - left - gutter,
      height: values.rows)
    periods = CategoryAxis(labels: chart.categories, width: plot.width)
  }

  func draw(in canvas: inout Canvas) {
    let rows = EndLabel.spread(labels, rows: (area.y + 1 - plot.y)..<plot.height)
    drawHeader(in: &canvas)
    drawAxes(in: &canvas)
    var raster = DotRaster(size: Size(plot.width, plot.height), glyphs: glyphs)
    drawExpected(in: &raster, row: row)
    drawLines(in: &raster)
    drawMarks(in: &raster)
    drawNumbers(in: &raster)
    for (label, row) in zip(labels, rows) {
      guard let row else { continue }
      if label.role == .chartReference, !label.isOfStretch, let mark = label.mark.first {
        raster.dash(mark, y: label.row, .chartReference)
      }
      let text = label.text(row: row, width: gutter - 1, glyphs: glyphs)
      canvas.write(text, label.role, x: plot.maxX + 1, y: plot.y + row, width: gutter - 1)
    }
    raster.draw(in: &canvas, x: plot.x, y: plot.y)
  }

  /// The row of the plot that a value falls on.
  private func height(_ value: Double) -> Double {
    Double(values.rows - 1) - values.height(of: value)
  }

  private func row(_ value: Double) -> Int { Int(height(value).rounded()) }

  /// A tick's value; the lowest says if the axis is cut.
  private static func label(_ tick: Double, on axis: ValueAxis, glyphs: Glyphs) -> String {
    let isCut = tick == axis.low && tick != 0
    return (isCut ? String(glyphs.about) : "") + axis.label(tick)
  }

  private func drawHeader(in canvas: inout Canvas) {
    let start = values.low == 0 ? "" : "\(glyphs.about) from \(values.label(values.low))"
    let qualifiers: [ChartQualifier] = [.atLeast, .about, .provisional]
    let used = Set(runs.flatMap { $0.compactMap { $0?.qualifier } })
    let signs = Set(runs.flatMap { $0.compactMap { $0?.sign } })
    let keys =
      qualifiers.filter(used.contains).compactMap(\.key)
      + [ChartSign.worse, .better, .unusual].filter(signs.contains).map(\.key)
    let rest = chart.series.count - runs.count
    let more = rest > 0 ? ["\(rest) more series not drawn"] : []
    let candidates = [
      [chart.unit, start] + keys + more, [chart.unit, start] + keys, [chart.unit, start],
      [start.isEmpty ? chart.unit : start],
    ]
    let texts = candidates.map { $0.filter { !$0.isEmpty }.joined(separator: "; ") }
    let text = texts.first { TextWidth.of($0) <= area.width } ?? texts.last ?? ""
    canvas.write(text, .secondary, x: area.x, y: area.y, width: area.width)
  }

  private func drawAxes(in canvas: inout Canvas) {
    let line = plot.x - 1
    let base = plot.maxY - 1
    canvas.repeatDown(glyphs.vertical, .chartAxis, x: line, y: plot.y, count: plot.height)
    for tick in values.ticks {
      let y = plot.y + row(tick)
      canvas.write(
        LineChartDrawing.label(tick, on: values, glyphs: glyphs), .chartAxis, x: area.x, y: y,
        width: line - area.x, alignment: .trailing)
      canvas.repeatRight(glyphs.teeRight, .chartAxis, x: line, y: y, count: 1)
    }
    canvas.repeatRight(glyphs.bottomLeft, .chartAxis, x: line, y: base, count: 1)
    canvas.repeatRight(glyphs.horizontal, .chartAxis, x: plot.x, y: base, count: plot.width)
    let left = area.x - plot.x
    for label in periods.placed(left: left, right: left + area.width, glyphs: glyphs) {
      let tick = plot.x + periods.column(label.index)
      canvas.repeatRight(glyphs.teeDown, .chartAxis, x: tick, y: base, count: 1)
      canvas.write(label.text, .chartAxis, x: plot.x + label.x, y: plot.maxY)
    }
    for index in chart.categories.indices where runs.allSatisfy({ $0[index] == nil }) {
      let x = plot.x + periods.column(index)
      canvas.repeatRight(glyphs.gap, .chartAxis, x: x, y: base, count: 1)
    }
  }

  /// Joins neighbouring values; a missing one leaves a gap.
  private func drawLines(in raster: inout DotRaster) {
    for (number, run) in runs.enumerated().reversed() {
      for stretch in run.indices.split(whereSeparator: { run[$0] == nil }) where stretch.count > 1 {
        let places = stretch.map { index in
          (x: periods.column(index), y: height(run[index]?.value ?? 0))
        }
        raster.line(places, .chart, isHeavy: number == 0)
      }
    }
  }

  /// Marks every value if there is room, otherwise the last one and those that stand alone.
  private func drawMarks(in raster: inout DotRaster) {
    for (number, run) in runs.enumerated().reversed() {
      let last = run.lastIndex { $0 != nil }
      for (index, point) in run.enumerated() {
        guard let point, let value = point.value else { continue }
        let isAlone =
          (index == 0 || run[index - 1] == nil)
          && (index == run.count - 1 || run[index + 1] == nil)
        if let sign = point.sign {
          raster.set(sign.mark, sign.role, x: periods.column(index), y: row(value))
          continue
        }
        guard periods.spacing >= 3 || isAlone || index == last else { continue }
        let isHollow = number == 0 && point.qualifier != .exact
        let mark = isHollow ? glyphs.hollowPoint : glyphs.seriesMarks[number]
        raster.set(mark, .chart, x: periods.column(index), y: row(value))
      }
    }
  }

  /// Prints values beside their points where there are few and nothing is in the way.
  private func drawNumbers(in raster: inout DotRaster) {
    guard chart.categories.count <= 8 else { return }
    for run in runs {
      for (index, point) in run.enumerated() {
        guard let point, let value = point.value else { continue }
        let column = periods.column(index)
        if index == run.count - 1, column == plot.width - 1 { continue }
        let text = point.qualifier.short(chart.number(value))
        let count = TextWidth.of(text)
        let centred = max(0, min(plot.width - count, column - count / 2))
        let places = [centred, column - count, column + 1].flatMap { x in
          [Point(x, row(value) - 1), Point(x, row(value) + 1)]
        }
        guard let place = places.first(where: { isFree($0, count: count, in: raster) }) else {
          continue
        }
        raster.set(text, .secondary, x: place.x, y: place.y)
        for side in [place.x - 1, place.x + count] {
          raster.set(" ", .secondary, x: side, y: place.y)
        }
      }
    }
  }

  /// Whether a number has room with a blank on either side.
  private func isFree(_ place: Point, count: Int, in raster: DotRaster) -> Bool {
    let first = max(0, place.x - 1)
    let end = min(plot.width, place.x + count + 1)
    return place.x >= 0 && place.x + count <= plot.width && place.y < plot.height - 1
      && raster.isFree(x: first, y: place.y, count: end - first)
  }
}
