import Safeguarding
import TerminalUI

extension DatasetPane {
  /// The latest figure and how it moved, then where it lies beside each comparator and how old that is.
  static func lede(of reading: IndicatorReading, _ context: PaneContext) -> [LedeBlock] {
    let wording = IndicatorWording(reading, context)
    guard let latest = reading.latest, let value = latest.value else { return [] }
    let unit = reading.indicator.unit
    let when = latest.period?.brief ?? latest.periodText
    let amount = value.text + (unit.hasPrefix("%") ? unit : unit.isEmpty ? "" : " \(unit)")
    if let words = wording.words {
      return [.fact("\"\(words)\", \(when)", "words in place of a figure")]
    }
    if !reading.rivals.isEmpty {
      return [.fact("\(wording.latest.plain), \(when)", "figures differ", .dueSoon)]
    }
    let movement = wording.movement.plain
    let now = LedeBlock.fact(
      "\(amount), \(when)",
      movement.isEmpty
        ? reading.values.count == 1 ? "one value recorded" : "no change known" : movement)
    let beside = reading.compared.map { comparator, comparison in
      let side =
        switch comparison.direction {
        case .up: "above"
        case .down: "below"
        case .same: "equal to"
        }
      let figure = "\(comparator.value?.text ?? "")\(wording.percent)"
      let age = IndicatorSentence.age(of: comparator.period, beside: latest.period)
      let period = comparator.period?.brief ?? "period not printed"
      return LedeBlock(
        Line(
          "\(wording.arrow(comparison)) \(side) \(comparator.name)", wording.role(of: comparison))
          + Line(" \(figure)"),
        .secondary(age.isEmpty ? period : "\(period), \(age)"))
    }
    let tripped = context.workspace.trippedWarnings(on: context.day, of: [reading.indicator])
      .map { LedeBlock.fact($0.because, $0.rule.question, .dueSoon) }
    let rated = reading.rating.map { rating in
      LedeBlock.fact(rating.standing.title, rating.because, rating.standing.role)
    }
    return [now] + [rated].compactMap(\.self) + beside + tripped
  }
}

extension IndicatorRating.Standing {
  /// How it is shown.
  var role: Role {
    switch self {
    case .misses: .overdue
    case .near: .dueSoon
    case .meets: .good
    }
  }
}
