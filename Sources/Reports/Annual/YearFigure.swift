import Letters
import Papers
import Safeguarding

/// A figure of the year: what was measured, what before, what it is compared with.
struct YearFigure {
  let indicator: Indicator
  let latest: Observation
  let previous: Observation?
  /// Values of the same period that differ.
  let rivals: [Observation]
  let compared: [Comparator]
  /// Whether it was measured for the year or at its end.
  let isOfYear: Bool
  private let yearName: String

  /// The figure of an indicator; nil where nothing was measured.
  init?(_ indicator: Indicator, in account: AnnualAccount, until limit: CalendarDate) {
    let reading = account.workspace.reading(of: indicator) { value in
      value.period?.last.map { $0 <= limit } ?? true
    }
    guard let latest = reading.latest else { return nil }
    self.indicator = indicator
    self.latest = latest
    previous = reading.previous
    rivals = reading.rivals
    yearName = account.yearName
    isOfYear = latest.period?.last.map { account.year.lowerBound <= $0 } ?? false
    compared = reading.compared.map(\.comparator)
  }

  /// What is counted, with its unit where the title does not say it.
  var name: String {
    let unit = indicator.unit
    let isSaid =
      unit.isEmpty || unit.hasPrefix("%")
      || unit.split(separator: " ").allSatisfy { indicator.title.holds(String($0)) }
    return isSaid ? indicator.title : "\(indicator.title) (\(unit))"
  }

  /// A value with the sign of its unit.
  func words(_ value: Measure?) -> String {
    guard let value else { return "no value" }
    guard value.number != nil, indicator.unit.hasPrefix("%") else { return value.text }
    return value.qualifier == .atLeast ? "\(value.text.dropLast())%+" : "\(value.text)%"
  }

  /// A value with its period, where that is not the year.
  func words(_ observation: Observation) -> String {
    let period = observation.periodText
    let more = [
      period == yearName ? "" : period, observation.provisional ? "provisional" : "",
      observation.note.hasPrefix("Derived") ? "worked out" : "",
    ].filter { !$0.isEmpty }.joined(separator: ", ")
    return words(observation.value) + (more.isEmpty ? "" : " (\(more))")
  }

  /// The value that counts, or those that differ.
  var value: String {
    rivals.isEmpty
      ? words(latest)
      : ([latest] + rivals).map { words($0) }.joined(separator: " or ") + " (reports differ)"
  }

  /// What it is compared with, a line each.
  var comparison: String {
    compared.map { one in
      let period = one.period?.brief ?? ""
      return "\(one.name) \(words(one.value))\(period.isEmpty ? "" : " (\(period))")"
    }.joined(separator: "\n")
  }

  /// Whether the figure, or one beside it, is hidden as it is small.
  var isHidden: Bool { [latest, previous].contains { $0?.value?.qualifier == .suppressed } }
}

extension AnnualAccount {
  /// Figures as a table, with what is said of them; nothing where there are none.
  func blocks(
    _ caption: String, _ figures: [YearFigure], head: String? = nil
  ) -> [PaperBlock] {
    if figures.isEmpty { return [] }
    let rows = figures.map { figure in
      [
        text(
          figure.name,
          figure.latest.source + (figure.previous?.source ?? [])
            + figure.compared.flatMap(\.source)),
        PaperText(figure.value), PaperText(figure.previous.map { figure.words($0) } ?? ""),
        PaperText(figure.comparison),
      ]
    }
    let table = PaperTable(
      caption, heads: ["What is counted", head ?? yearName, "Before", "Compared with"], rows: rows)
    let comments = figures.filter { !$0.latest.analysis.isEmpty }.map {
      text("\($0.indicator.title): \($0.latest.analysis)", $0.latest.source)
    }
    return [.table(table)] + (comments.isEmpty ? [] : [.list(comments)])
      + (figures.contains(where: \.isHidden)
        ? [
          .paragraph(
            "\"hidden\" stands where a number is so small, or helps so much to work out a small one, that a child could be recognised by it."
          )
        ] : [])
  }

  /// Figures that have something to be compared with, a chart each.
  func charts(_ figures: [YearFigure]) -> [PaperBlock] {
    figures.compactMap { figure in
      guard let value = figure.latest.value?.number, figure.rivals.isEmpty else { return nil }
      let others = figure.compared.filter { $0.value?.number != nil }
      if others.isEmpty { return nil }
      func period(_ date: ImpreciseDate?) -> String { date.map { ", \($0.brief)" } ?? "" }
      let own = PaperChart.Bar(
        text("\(partnership.areaName)\(period(figure.latest.period))", figure.latest.source), value,
        figure.words(figure.latest.value))
      let bars =
        [own]
        + others.map {
          PaperChart.Bar(
            text("\($0.name)\(period($0.period))", $0.source), $0.value?.number,
            figure.words($0.value))
        }
      let summary = bars.map { "\($0.name.text): \($0.words)" }.joined(separator: "; ") + "."
      return .chart(
        PaperChart(
          figure.name, summary: summary, nameHead: "Area and period", valueHead: figure.name,
          bars: bars))
    }
  }
}
