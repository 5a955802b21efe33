import Safeguarding
import TerminalUI

/// An indicator's values as bars, or from four periods as a line, with what is to be seen in words.
struct IndicatorChart: Drawing {
  /// What is drawn.
  enum Picture {
    case bars(HorizontalBars)
    case line(LineChart)
  }

  let picture: Picture
  let sentence: String

  /// The fewest values of which a line says more than bars.
  private static let fewestOfALine = 4
  /// The widest that text is read with ease.
  private static let widestText = 76

  /// A picture of what an indicator's values say; nothing where none is a number.
  ///
  /// - Parameters:
  ///   - reading: The indicator with its values.
  ///   - area: Whose values they are.
  ///   - history: The values read by the rules of a control chart, whose limits are drawn as well.
  init?(_ reading: IndicatorReading, area: String, history: IndicatorHistory? = nil) {
    var indicator = reading.indicator
    indicator.comparators = reading.comparators
    self.init(indicator, reading.values, area: area, history: history)
  }

  /// A picture of an indicator's values; nothing where none is a number.
  init?(
    _ indicator: Indicator, _ values: [Observation], area: String,
    history: IndicatorHistory? = nil
  ) {
    let periods = IndicatorPeriods(values)
    guard periods.knownCount > 0 else { return nil }
    let decimals =
      (indicator.comparators.compactMap { $0.value?.decimals } + [periods.decimals])
      .max() ?? 0
    if periods.knownCount < IndicatorChart.fewestOfALine {
      let rows = IndicatorChart.rows(indicator, periods, area: area)
      picture = .bars(HorizontalBars(rows: rows, unit: indicator.unit, decimals: decimals))
      sentence = IndicatorSentence(indicator, periods).text
    } else {
      let chart = IndicatorChart.chart(
        indicator, periods, area: area, decimals: decimals, history)
      picture = .line(chart)
      sentence = chart.summary
    }
  }

  /// The room that the picture and the words want.
  var natural: Size {
    let width = IndicatorChart.widestText
    let words = Line(sentence).wrapped(width: width).count
    switch picture {
    case .bars(let bars): return Size(width, 1 + bars.height + 1 + words)
    case .line: return Size(width, 16 + words)
    }
  }

  var least: Size { Size(39, 7) }

  func draw(in canvas: inout Canvas, area: Rect) {
    guard !area.isEmpty else { return }
    let words = Line(sentence).wrapped(width: min(area.width, IndicatorChart.widestText))
    var room = area
    let wordsY: Int
    let count: Int
    if case .bars(let bars) = picture, area.height > bars.height + words.count {
      // A blank between bars and words, and one above where there is room to spare.
      let isSpare = area.height >= bars.height + words.count + 2
      room = Rect(
        x: area.x, y: area.y + (isSpare ? 1 : 0), width: area.width, height: bars.height)
      count = words.count
      wordsY = room.maxY + 1
    } else {
      count = min(words.count, 3, max(1, area.height / 3))
      room.height = area.height - count
      wordsY = room.maxY
    }
    switch picture {
    case .bars(let bars): bars.draw(in: &canvas, area: room)
    case .line(let chart): chart.draw(in: &canvas, area: room)
    }
    for (row, line) in words.prefix(count).enumerated() {
      let isCut = row == count - 1 && count < words.count
      let rest = isCut ? words[row...].map(\.plain).joined(separator: " ") : line.plain
      canvas.write(rest, x: area.x, y: wordsY + row, width: area.width)
    }
  }

  var lines: [String] {
    switch picture {
    case .bars(let bars): bars.lines + [sentence]
    case .line(let chart): chart.lines
    }
  }

  /// The periods, the latest as the own value, then the comparators with their periods.
  private static func rows(
    _ indicator: Indicator, _ periods: IndicatorPeriods, area: String
  ) -> [HorizontalBars.Row] {
    let others = indicator.comparators.filter { $0.value?.number != nil }
    let hasName = !area.isEmpty && (!others.isEmpty || periods.entries.count == 1)
    var previous: Measure?
    let latest = periods.entries.lastIndex { $0.value?.number != nil }
    let own = periods.entries.enumerated().map { index, entry in
      let change = change(to: entry.value, from: previous)
      previous = entry.value
      return HorizontalBars.Row(
        hasName ? area : entry.label, entry.value?.number, note: hasName ? entry.label : "",
        index == latest ? .own : .earlier, qualifier: qualifier(entry), remark: change)
    }
    return own
      + others.map {
        HorizontalBars.Row(
          $0.name, $0.value?.number, note: $0.period?.short ?? "period not printed", .reference)
      }
  }

  /// The change with its sign; nothing where one of the values is not exact.
  private static func change(to value: Measure?, from previous: Measure?) -> String {
    guard let value, let previous, value.qualifier == .exact, previous.qualifier == .exact,
      let new = value.number, let old = previous.number
    else { return "" }
    let text = formatted(
      new - old, decimals: max(value.decimals, previous.decimals), grouping: true)
    return new > old ? "+\(text)" : text
  }

  private static func chart(
    _ indicator: Indicator, _ periods: IndicatorPeriods, area: String, decimals: Int,
    _ history: IndicatorHistory?
  ) -> LineChart {
    let latest = periods.entries.last { $0.value?.number != nil }
    let signs = history?.signsByLabel ?? [:]
    let labels = periods.labels
    return LineChart(
      series: [
        ChartSeries(
          name: area,
          points: periods.entries.map {
            let found = signs[$0.label]
            return ChartPoint(
              $0.label, $0.value?.number, qualifier($0),
              sign: found?.sign, remark: found?.rule ?? "")
          })
      ],
      categories: labels,
      references: indicator.comparators.map {
        ReferenceLine(
          name: $0.name, value: $0.value?.number, note: $0.period?.short ?? "period not printed",
          age: IndicatorSentence.age(of: $0.period, beside: latest?.period))
      }, expected: history?.expected(among: labels, of: indicator) ?? [], unit: indicator.unit,
      decimals: decimals)
  }

  private static func qualifier(_ entry: IndicatorPeriods.Entry) -> ChartQualifier {
    switch entry.value?.qualifier {
    case .atLeast: .atLeast
    case .about: .about
    default: entry.isProvisional ? .provisional : .exact
    }
  }
}
