import Safeguarding
import Statistics
import TerminalUI

extension IndicatorHistory {
  /// The values that a rule names, by what their periods are called: what it says, and the rule in words.
  var signsByLabel: [String: (sign: ChartSign, rule: String)] {
    var found: [String: (sign: ChartSign, rule: String)] = [:]
    for (index, point) in points.enumerated() {
      guard let value = point.value, let rule = point.rule,
        let sign = ruleMark(at: index).flatMap(ChartSign.init)
      else { continue }
      found[IndicatorPeriods.label(value)] = (sign, rule.name)
    }
    return found
  }

  /// The stretches between rebases for which something is expected, on a chart of some periods.
  func expected(among labels: [String], of indicator: Indicator) -> [ExpectedRange] {
    let scale: ChartScale = indicator.unit.hasPrefix("%") ? .percentage : .count
    let positions = Dictionary(
      labels.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    return chart.segments.compactMap { segment in
      let places = segment.range.compactMap { index in
        points[index].value.flatMap { positions[IndicatorPeriods.label($0)] }
      }
      guard segment.standing != .plotOnly, let first = places.min(), let last = places.max(),
        let centre = segment.centre
      else { return nil }
      let hasNegative = points.contains { ($0.value?.value?.number ?? 0) < 0 }
      return ExpectedRange(
        periods: first..<last + 1, middle: centre,
        name: segment.limits == nil ? "median" : "mean",
        limits: segment.limits?.drawn(on: hasNegative ? .any : scale),
        note: segment.standing == .trial && segment.limits != nil ? "on trial" : "")
    }
  }
}

extension ChartSign {
  /// What a rule says of a value, on a chart; nil for what no rule says.
  init?(_ mark: FigureMark) {
    switch mark {
    case .improvement: self = .better
    case .concern: self = .worse
    case .unusual: self = .unusual
    default: return nil
    }
  }
}
