import Safeguarding

/// What is to be seen in an indicator's values, in one or two sentences.
struct IndicatorSentence {
  private let indicator: Indicator
  private let entries: [IndicatorPeriods.Entry]

  init(_ indicator: Indicator, _ periods: IndicatorPeriods) {
    self.indicator = indicator
    entries = periods.entries.filter { $0.value?.number != nil }
  }

  /// The sentences; nothing where no number is known.
  var text: String {
    guard let latest = entries.last, let value = latest.value else { return "" }
    let standing = standing(latest, value)
    guard let before = entries.dropLast().last, let earlier = before.value else {
      return standing.isEmpty
        ? "One value so far: \(worded(value)) in \(latest.label)." : standing
    }
    return [movement(latest, value, from: before, earlier), standing].filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  /// How much older a period is than another one in words; empty where they end together.
  static func age(of other: ImpreciseDate?, beside own: ImpreciseDate?) -> String {
    guard let other = other?.last, let own = own?.last else { return "" }
    let months =
      (own.year - other.year) * 12 + own.components.month - other.components.month
    if months == 0 { return "" }
    let size = abs(months)
    let span =
      size % 12 == 0
      ? size == 12 ? "a year" : "\(size / 12) years"
      : size == 1 ? "a month" : "\(size) months"
    return "\(span) \(months > 0 ? "older" : "newer")"
  }

  /// A value with its unit.
  private func worded(_ value: Measure) -> String {
    if indicator.unit.hasPrefix("%") { return value.text + indicator.unit }
    return indicator.unit.isEmpty ? value.text : "\(value.text) \(indicator.unit)"
  }

  private var percent: String { indicator.unit.hasPrefix("%") ? "%" : "" }

  /// How the latest value differs from the one before.
  private func movement(
    _ latest: IndicatorPeriods.Entry, _ value: Measure, from before: IndicatorPeriods.Entry,
    _ earlier: Measure
  ) -> String {
    guard let new = value.number, let old = earlier.number else { return "" }
    let values =
      "from \(earlier.text)\(percent) in \(before.label) to \(value.text)\(percent) in \(latest.label)"
    if value.qualifier == .atLeast || earlier.qualifier == .atLeast {
      return "Some values are only known as \"at least\": \(values)."
    }
    if new == old { return "The same in \(before.label) and \(latest.label): \(worded(value))." }
    if old != 0, abs(new - old) < abs(old) * 0.02 { return "Hardly changed, \(values)." }
    let isBetter: Bool? =
      switch indicator.polarity {
      case .higherIsBetter: new > old
      case .lowerIsBetter: new < old
      case .neither, .unclear: nil
      }
    let judgement = isBetter.map { $0 ? ", which is better" : ", which is worse" } ?? ""
    return "\(new > old ? "Rose" : "Fell") \(values)\(judgement)."
  }

  /// Where the latest value stands beside the comparators, and how old those are.
  private func standing(_ latest: IndicatorPeriods.Entry, _ value: Measure) -> String {
    let compared = indicator.comparators.compactMap { comparator in
      side(value, comparator).map { (side: $0, age: age(of: comparator, latest)) }
    }
    guard let first = compared.first else { return "" }
    let isOneAge = compared.allSatisfy { $0.age == first.age }
    let parts = compared.map { part in
      isOneAge || part.age.isEmpty ? part.side : "\(part.side) (\(part.age))"
    }
    let all =
      parts.count < 3
      ? parts.joined(separator: " and ")
      : parts.dropLast().joined(separator: ", ") + " and " + (parts.last ?? "")
    let older =
      isOneAge && !first.age.isEmpty
      ? parts.count == 1 ? ", whose figure is \(first.age)" : ", whose figures are \(first.age)"
      : ""
    let lead = value.text.prefix(1).uppercased() + value.text.dropFirst()
    return "\(lead)\(percent) is \(all)\(older)."
  }

  private func age(of comparator: Comparator, _ latest: IndicatorPeriods.Entry) -> String {
    IndicatorSentence.age(of: comparator.period, beside: latest.period)
  }

  /// How far above or below a comparator a value lies.
  private func side(_ value: Measure, _ comparator: Comparator) -> String? {
    guard let own = value.number, let other = comparator.value, let number = other.number else {
      return nil
    }
    let name = comparator.name
    if own == number { return "the same as \(name)" }
    let word = own > number ? "above" : "below"
    // A lower bound says nothing about how far, and nothing at all below another value.
    if value.qualifier == .atLeast { return own > number ? "above \(name)" : nil }
    let size: String
    if indicator.unit.hasPrefix("%") {
      let places = max(value.decimals, other.decimals)
      let text = formatted(abs(own - number), decimals: places)
      size = "\(text) percentage \(text == "1" ? "point" : "points")"
    } else {
      guard number != 0 else { return "\(word) \(name)" }
      let share = (abs(own - number) / abs(number) * 100).rounded()
      size = share < 1 ? "less than 1%" : "\(formatted(share, decimals: 0, grouping: true))%"
    }
    return "\(size) \(word) \(name)"
  }
}
