import Safeguarding
import TerminalUI

/// An indicator's reading in the words and marks of lists.
struct IndicatorWording {
  let reading: IndicatorReading
  private let glyphs: Glyphs

  init(_ reading: IndicatorReading, _ context: PaneContext) {
    self.reading = reading
    glyphs = context.glyphs
  }

  var latest: Line {
    guard let value = reading.latest?.value else { return .secondary("no value") }
    let unit = reading.indicator.unit == "%" ? "%" : ""
    return value.number == nil ? .secondary(value.text) : Line(value.text + unit)
  }

  var latestPeriod: String { reading.latest?.periodText ?? "" }

  /// The change since the value before, with its sign, its arrow and whether it is better.
  var change: Line {
    guard let change = reading.change else { return .secondary("") }
    let decimals = max(
      reading.latest?.value?.decimals ?? 0, reading.previous?.value?.decimals ?? 0)
    let sign = change.difference > 0 ? "+" : ""
    return Line(
      "\(sign)\(formatted(change.difference, decimals: decimals, grouping: true)) \(arrow(change))",
      role(change))
  }

  /// The first comparator in short: on which side of it the own value lies, and whose it is.
  var firstComparison: Line {
    guard let comparator = reading.indicator.comparators.first else { return .empty }
    let side =
      reading.comparison(with: comparator).map { Line("\(arrow($0)) ", role($0)) } ?? .empty
    return side + Line("\(comparator.value?.text ?? "") \(comparator.name)")
      + .secondary(" (\(comparator.period?.short ?? "period not printed"))")
  }

  /// Each comparator with its own period and the side on which the own value lies.
  var comparisons: [Line] {
    reading.indicator.comparators.map { comparator in
      let value = comparator.value?.text ?? ""
      let period = comparator.period?.short ?? "period not printed"
      let side: Line
      if let comparison = reading.comparison(with: comparator) {
        let word =
          switch comparison.direction {
          case .up: "above"
          case .down: "below"
          case .same: "equal to"
          }
        side = Line("\(arrow(comparison)) \(word) ", role(comparison))
      } else {
        side = .empty
      }
      return side + Line("\(value) \(comparator.name)") + .secondary(" (\(period))")
    }
  }

  var sparkline: Sparkline {
    Sparkline(reading.values.map { $0.value?.number })
  }

  private func arrow(_ comparison: IndicatorReading.Comparison) -> String {
    switch comparison.direction {
    case .up: String(glyphs.up)
    case .down: String(glyphs.down)
    case .same: String(glyphs.same)
    }
  }

  private func role(_ comparison: IndicatorReading.Comparison) -> Role {
    switch comparison.isBetter {
    case true: .good
    case false: .overdue
    default: .text
    }
  }
}
