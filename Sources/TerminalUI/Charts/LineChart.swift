/// Up to three series over shared periods, with lines to compare with.
package struct LineChart: Hashable, Sendable {
  /// The series; the first three are drawn, all are in ``lines``.
  package var series: [ChartSeries]
  /// The periods in their order, evenly spaced.
  package let categories: [String]
  package var references: [ReferenceLine]
  /// Where the values are expected, earliest first.
  package var expected: [ExpectedRange]
  /// What is counted, such as "%" or "days"; empty if the values need no unit.
  package var unit: String
  /// Decimals of the values: 0 to 4.
  package var decimals: Int

  /// A chart of series over some periods.
  ///
  /// Periods that only the series name are put after the given ones, in the order in which they
  /// come.
  package init(
    series: [ChartSeries], categories: [String] = [], references: [ReferenceLine] = [],
    expected: [ExpectedRange] = [], unit: String = "", decimals: Int = 1
  ) {
    self.series = series
    self.references = references
    self.expected = expected
    self.unit = unit
    self.decimals = decimals
    var seen: Set<String> = []
    let named = categories + series.flatMap { $0.points.map(\.label) }
    self.categories = named.filter { seen.insert($0).inserted }
  }

  /// The smallest area that holds a picture; a smaller one gets the summary.
  package static let smallestSize = Size(20, 5)

  /// The chart as text: a line a period, then the lines to compare with, then the summary.
  package var lines: [String] {
    let runs = series.map { ($0.name, places($0)) }
    var result = categories.indices.map { index in
      let values = runs.map { name, run in
        let text =
          run[index].map { $0.remark.isEmpty ? words($0) : "\(words($0)) (\($0.remark))" }
          ?? "no value"
        return name.isEmpty ? text : "\(name) \(text)"
      }
      return "\(categories[index]): " + values.joined(separator: "; ")
    }
    for reference in references {
      let value = reference.value.map { measured($0) } ?? "no value"
      result.append("\(reference.title): \(value)")
    }
    return result + expectations.map { "\($0)." } + [summary]
  }

  /// Draws the chart, or its summary where there is no room or nothing to draw.
  package func draw(in canvas: inout Canvas, area: Rect) {
    let area = area.clipped(to: canvas.size)
    let hasValues = series.prefix(3).contains { places($0).contains { $0 != nil } }
    let smallest = LineChart.smallestSize
    guard hasValues, area.width >= smallest.width, area.height >= smallest.height else {
      ChartText.draw(summary, .text, in: &canvas, area: area)
      return
    }
    LineChartDrawing(chart: self, area: area, glyphs: canvas.glyphs).draw(in: &canvas)
  }

  /// A series' points by period, nothing where one is missing.
  func places(_ series: ChartSeries) -> [ChartPoint?] {
    var points: [String: ChartPoint] = [:]
    for point in series.points where ChartNumber.plotted(point.value) != nil {
      points[point.label] = point
    }
    return categories.map { points[$0] }
  }

  /// A value without its unit.
  func number(_ value: Double) -> String {
    ChartNumber.trimmed(value, decimals: decimals)
  }

  /// A value with its unit.
  func measured(_ value: Double) -> String {
    unit.isEmpty ? number(value) : number(value) + (unit.hasPrefix("%") ? unit : " " + unit)
  }

  /// A point's value with its unit and how sure it is.
  func words(_ point: ChartPoint) -> String {
    point.qualifier.words(measured(point.value ?? 0))
  }
}
