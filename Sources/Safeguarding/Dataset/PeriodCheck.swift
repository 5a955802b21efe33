import Letters

/// What was found in a figure of one period before it is kept, whoever brings it in.
package struct PeriodCheck: Hashable, Sendable {
  /// What is checked.
  package enum Name: String, CaseIterable, Hashable, Sendable {
    case unit = "figures fit their unit"
    case numerators = "numerators are within their denominators"
    case sums = "parts sum to their whole"
    case range = "figures lie where they used to"
    case decimals = "figures have no more decimals than they should"
  }

  /// What is checked.
  package let name: Name
  /// Whether the figure cannot be: it is not kept, whatever is said of it.
  package let isImpossible: Bool
  /// The positions of the other figures that it was found by.
  package let others: [Int]
  /// What was found.
  package let sentence: String
}

/// A figure of a period with what it is checked by.
package struct PeriodFigure: Sendable {
  /// What is measured.
  package let indicator: Indicator
  /// The figure.
  package let figure: Observation
  /// Where its indicator lay before.
  package let past: FigurePast

  /// A figure of an indicator with what was before.
  package init(_ figure: Observation, of indicator: Indicator, _ past: FigurePast) {
    (self.figure, self.indicator, self.past) = (figure, indicator, past)
  }

  /// Checks the figures that one agency has for one period; what is found of each, in their order.
  package static func checks(of figures: [PeriodFigure]) -> [[PeriodCheck]] {
    let sums = sums(figures)
    let ratios = ratios(figures)
    return figures.indices.map { index in
      let figure = figures[index]
      guard figure.figure.value?.number != nil else { return [] }
      let own = [figure.unit, figure.proportion, figure.range, figure.decimals].compactMap(\.self)
      return own + (ratios[index].map { [$0] } ?? []) + (sums[index].map { [$0] } ?? [])
    }
  }
}

extension PeriodFigure {
  private var scale: Double? { indicator.shareScale }

  /// Whether it is a part of a whole, which is never more than all of it.
  private var isPart: Bool {
    let unit = indicator.unit.folded
    let isNamed = !indicator.denominator.isEmpty || figure.denominator != nil
    return unit.hasPrefix("% of ") || unit.hasPrefix("of ") || scale == 100 && isNamed
  }

  /// A percentage above 100, a share or a number below 0.
  private var unit: PeriodCheck? {
    guard let value = figure.value, let number = value.number else { return nil }
    let percent = scale == 100 || isPart
    if percent, number > 100, isPart || !past.wasAboveHundred {
      return PeriodCheck(
        name: .unit, isImpossible: isPart, others: [],
        sentence: "\(value.text) is above 100, and the unit is \"\(indicator.unit)\".")
    }
    if number < 0, isPart || !past.wasBelowZero {
      let what = indicator.unit.isEmpty ? "" : ", and the unit is \"\(indicator.unit)\""
      return PeriodCheck(
        name: .unit, isImpossible: isPart, others: [], sentence: "\(value.text) is below 0\(what).")
    }
    return nil
  }

  /// What it was counted from: no more than all, and what the figure says.
  private var proportion: PeriodCheck? {
    guard let numerator = figure.numerator?.exact, let denominator = figure.denominator?.exact
    else { return nil }
    let (part, all) = (figure.numerator?.text ?? "", figure.denominator?.text ?? "")
    if denominator == 0, numerator > 0 || scale != nil {
      return PeriodCheck(
        name: .numerators, isImpossible: true, others: [],
        sentence: "It is said to be \(part) out of none.")
    }
    if numerator > denominator, scale == nil || scale == 100 {
      return PeriodCheck(
        name: .numerators, isImpossible: true, others: [],
        sentence: "It is said to be \(part) out of \(all), which is more than all.")
    }
    return differing(numerator, denominator, "\(part) out of \(all)", [])
  }

  /// That a share is not what it was counted from.
  fileprivate func differing(
    _ numerator: Double, _ denominator: Double, _ words: String, _ others: [Int]
  ) -> PeriodCheck? {
    guard let scale, let value = figure.value, let number = value.exact, denominator > 0 else {
      return nil
    }
    let worked = numerator / denominator * scale
    var unit = 1.0
    for _ in 0..<min(6, value.decimals) { unit /= 10 }
    // Who cuts instead of rounding is a whole unit away.
    if abs(worked - number) <= unit + 1e-9 { return nil }
    return PeriodCheck(
      name: .numerators, isImpossible: false, others: others,
      sentence: "\(value.text) is given, and \(words) makes "
        + "\(formatted(worked, decimals: max(1, value.decimals), grouping: true)).")
  }

  /// Whether it lies where its indicator used to lie.
  private var range: PeriodCheck? {
    guard let value = figure.value, let number = value.number, value.qualifier != .atLeast else {
      return nil
    }
    func found(_ sentence: String) -> PeriodCheck {
      PeriodCheck(name: .range, isImpossible: false, others: [], sentence: sentence)
    }
    if let limits = past.limits {
      if limits.contains(number) { return nil }
      let (edge, where_) =
        number > limits.upperBound
        ? (limits.upperBound, "above the upper") : (limits.lowerBound, "below the lower")
      let trial = past.isOnTrial ? ", which is on trial" : ""
      return found(
        "\(value.text) lies \(where_) control limit of the \(past.count) figures before, "
          + "\(formatted(edge, decimals: value.decimals + 1, grouping: true))\(trial).")
    }
    guard let before = past.before?.value, let last = before.number else { return nil }
    let when = past.before?.periodText ?? ""
    guard abs(number - last) >= FigurePast.leastDifference else { return nil }
    if abs(number) >= FigurePast.factor * abs(last) {
      let times = last == 0 ? "" : ", \(Self.times(number / last)) times as much"
      return found("\(value.text) after \(before.text) in \(when)\(times).")
    }
    if abs(last) >= FigurePast.factor * abs(number) {
      return found("\(value.text) after \(before.text) in \(when), less than a third.")
    }
    return nil
  }

  private static func times(_ ratio: Double) -> String {
    formatted(ratio, decimals: abs(ratio) < 10 ? 1 : 0)
  }

  /// Whether it has the decimals that its indicator has.
  private var decimals: PeriodCheck? {
    guard let value = figure.value, value.decimals > 0 else { return nil }
    func found(_ sentence: String) -> PeriodCheck {
      PeriodCheck(name: .decimals, isImpossible: false, others: [], sentence: sentence)
    }
    if let most = indicator.decimals {
      if value.decimals <= most { return nil }
      let own = most == 0 ? "no decimals" : counted(most, "decimal")
      return found(
        "\(value.text) has \(counted(value.decimals, "decimal")), and the indicator has \(own).")
    }
    guard past.wasWhole, scale == nil, !isPart else { return nil }
    return found("\(value.text) is no whole number, as every figure before it was.")
  }
}

extension PeriodFigure {
  /// Wholes whose parts, by one breakdown, sum to something else.
  private static func sums(_ figures: [PeriodFigure]) -> [Int: PeriodCheck] {
    var found: [Int: PeriodCheck] = [:]
    var wholes: [String: Int] = [:]
    var parts: [String: [Int]] = [:]
    for (index, figure) in figures.enumerated() where figure.scale == nil && !figure.isPart {
      switch figure.figure.breakdown.count {
      case 0: wholes[figure.indicator.id] = index
      case 1:
        let by = figure.figure.breakdown[0].by.folded
        parts["\(figure.indicator.id)\n\(by)", default: []].append(index)
      default: break
      }
    }
    for (key, positions) in parts.sorted(by: { $0.key < $1.key }) where positions.count > 1 {
      let id = key.split(separator: "\n").first.map(String.init) ?? key
      guard let whole = wholes[id], found[whole] == nil,
        let total = figures[whole].figure.value?.exact
      else { continue }
      let numbers = positions.compactMap { figures[$0].figure.value?.exact }
      let sum = numbers.reduce(0, +)
      guard numbers.count == positions.count, abs(sum - total) > 0.5 else { continue }
      let by = figures[positions[0]].figure.breakdown[0].by
      found[whole] = PeriodCheck(
        name: .sums, isImpossible: false, others: positions,
        sentence: "The whole is \(formatted(total, decimals: 0, grouping: true)), and its "
          + "\(positions.count) parts by \(by.lowercased()) sum to "
          + "\(formatted(sum, decimals: 0, grouping: true)).")
    }
    return found
  }

  /// Shares whose numerator and denominator are indicators as well, and say something else.
  private static func ratios(_ figures: [PeriodFigure]) -> [Int: PeriodCheck] {
    var places: [String: Int] = [:]
    for (index, figure) in figures.enumerated() where figure.figure.isWhole {
      let indicator = figure.indicator
      for name in [indicator.title, indicator.shortTitle, indicator.id] where !name.isEmpty {
        places[key(name)] = places[key(name)] ?? index
      }
    }
    var found: [Int: PeriodCheck] = [:]
    for (index, figure) in figures.enumerated() where figure.figure.isWhole {
      let indicator = figure.indicator
      guard let above = places[key(indicator.numerator)],
        let below = places[key(indicator.denominator)], above != below, above != index,
        below != index, let numerator = figures[above].figure.value?.exact,
        let denominator = figures[below].figure.value?.exact
      else { continue }
      let words =
        "\(figures[above].indicator.label) (\(formatted(numerator, decimals: 0, grouping: true))) out "
        + "of \(figures[below].indicator.label) "
        + "(\(formatted(denominator, decimals: 0, grouping: true)))"
      if numerator > denominator, figure.scale == 100 || figure.isPart {
        found[index] = PeriodCheck(
          name: .numerators, isImpossible: false, others: [above, below],
          sentence: "\(words) is more than all.")
      } else {
        found[index] = figure.differing(numerator, denominator, words, [above, below])
      }
    }
    return found
  }

  private static func key(_ name: String) -> String { name.folded }
}

extension Measure {
  /// The number where it is exact.
  fileprivate var exact: Double? { qualifier == .exact ? number : nil }
}
