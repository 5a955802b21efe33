import Statistics

/// The figures of one indicator as they may be shown: with signs in place of what is hidden.
struct ShownFigures {
  /// The figures in their order; nil for one that is shown as it is.
  private(set) var replaced: [Observation?]
  /// How many values are hidden.
  private(set) var hiddenCount = 0
  /// Whether a hidden number can be worked out from what everybody can read elsewhere.
  let isGivenAway: Bool

  private let figures: [Observation]

  /// Finds out what may be shown of an indicator.
  ///
  /// - Parameters:
  ///   - indicator: The indicator.
  ///   - figures: Its figures, earliest first.
  ///   - isPublished: Which of them everybody can read elsewhere.
  ///   - days: Since which day each can have been known.
  ///   - policy: Which numbers are small, and how others are rounded.
  init(
    _ indicator: Indicator, _ figures: [Observation], isPublished: [Bool], since days: [Int32],
    policy: SmallNumberPolicy
  ) {
    self.figures = figures
    replaced = Array(repeating: nil, count: figures.count)
    // Beside exact numbers rounded ones prove nothing, so nothing is hidden for being rounded alone.
    let isMixed = policy.rounding != nil && isPublished.contains(true)
    let proof = isMixed ? SmallNumberPolicy(threshold: policy.threshold) : policy
    let figureTable = FigureTable(
      indicator, figures, isPublished: isPublished, since: days, policy: proof)
    guard figureTable.table.count > 0, policy.threshold > 0 else {
      isGivenAway = false
      return
    }
    let suppression = figureTable.table.suppressed(by: proof)
    isGivenAway = !suppression.unprotected.isEmpty
    for index in figures.indices where !isPublished[index] {
      replaced[index] =
        isGivenAway
        ? figures[index].allHidden
        : Self.shown(figures[index], index, figureTable, suppression, policy)
    }
    if indicator.aggregation == .mean { hideMeans(isPublished) }
    hiddenCount = replaced.count { $0?.value?.qualifier == .suppressed }
  }

  /// A figure as it may be shown; nil for one that is shown as it is.
  private static func shown(
    _ figure: Observation, _ index: Int, _ figures: FigureTable,
    _ suppression: Suppression, _ policy: SmallNumberPolicy
  ) -> Observation? {
    func replace(_ measure: Measure?, _ cell: CellID?) -> Measure? {
      guard let measure, let cell else { return measure }
      if suppression.isHidden(cell) { return .hidden }
      let count = figures.table.value(of: cell)
      let rounded = policy.rounded(count)
      return rounded == count ? measure : measure.replaced(by: rounded)
    }
    let cells = figures.cells[index]
    let (ownValue, ownNumerator, ownDenominator) = (
      figure.value, figure.numerator, figure.denominator
    )
    let numerator = replace(ownNumerator, cells.numerator)
    let denominator = replace(ownDenominator, cells.denominator)
    var value = ownValue
    if cells.value != nil {
      value = replace(ownValue, cells.value)
    } else if ownValue?.number != nil, figures.hidesShare(of: index, suppression) {
      value = .hidden
    } else if policy.rounding != nil, let share = ownValue, share.number != nil,
      let counted = cells.numerator, let all = cells.denominator
    {
      // A share of the exact numbers would tell them.
      value = Self.share(
        policy.rounded(figures.table.value(of: counted)),
        policy.rounded(figures.table.value(of: all)), figures.what, like: share)
    }
    if value == ownValue, numerator == ownNumerator, denominator == ownDenominator { return nil }
    return figure.replaced(value: value, numerator: numerator, denominator: denominator)
  }

  private static func share(
    _ numerator: Int, _ denominator: Int, _ what: WhatIsCounted, like value: Measure
  ) -> Measure {
    guard case .share(let base?) = what, denominator > 0 else { return .hidden }
    let share = Double(numerator) / Double(denominator) * base
    return Measure(value.qualifier, spelling: formatted(share, decimals: value.decimals)) ?? .hidden
  }

  /// Hides the average of a year of which a quarter is hidden: the others would tell it.
  private mutating func hideMeans(_ isPublished: [Bool]) {
    for index in figures.indices where !isPublished[index] {
      let own = figures[index]
      let alike = figures.indices.filter {
        figures[$0].breakdown == own.breakdown && figures[$0].agency == own.agency
      }
      let shorter = FigureSums.shorter(than: own, among: alike.map { figures[$0] })
      if shorter.contains(where: { isHidden(alike[$0]) }) { replaced[index] = own.allHidden }
    }
  }

  private func isHidden(_ index: Int) -> Bool {
    replaced[index]?.value?.qualifier == .suppressed
  }

  /// Comparators without one that tells a hidden value, as that of the year before does; nil where none does.
  func comparators(
    of indicator: Indicator, _ reports: RecordTable<SourceDocument>, _ policy: SmallNumberPolicy
  )
    -> [Comparator]?
  {
    guard policy.threshold > 0 else { return nil }
    let what = WhatIsCounted(indicator)
    let hidden = figures.indices.filter { isHidden($0) }.map { figures[$0] }
    var isChanged = false
    let shown = indicator.comparators.map { comparator in
      guard let number = comparator.value?.number, !reports.holdsOne(of: comparator.source) else {
        return comparator
      }
      let isSmall =
        what == .people && (comparator.value?.wholeCount.map { policy.isSmall($0) } ?? false)
      let isOwn = hidden.contains {
        $0.value?.number == number && $0.period?.first == comparator.period?.first
          && $0.period?.last == comparator.period?.last
      }
      guard isSmall || isOwn else { return comparator }
      isChanged = true
      var other = comparator
      other.value = .hidden
      return other
    }
    return isChanged ? shown : nil
  }
}

extension Observation {
  /// The figure with signs in place of every number; nil where it has none.
  var allHidden: Observation? {
    if value?.number == nil, numerator == nil, denominator == nil { return nil }
    return replaced(
      value: value?.number == nil ? value : .hidden, numerator: numerator.map { _ in .hidden },
      denominator: denominator.map { _ in .hidden })
  }

  /// The figure with other numbers; it is changed as a whole, as there can be very many.
  fileprivate func replaced(value: Measure?, numerator: Measure?, denominator: Measure?)
    -> Observation
  {
    var figure = self
    figure.fields = fields.replaced(value: value, numerator: numerator, denominator: denominator)
    return figure
  }
}

extension ObservationFields {
  fileprivate func replaced(value: Measure?, numerator: Measure?, denominator: Measure?) -> Self {
    var fields = self
    fields.value = value
    if numerator != counts.numerator || denominator != counts.denominator {
      (fields.counts.numerator, fields.counts.denominator) = (numerator, denominator)
    }
    return fields
  }
}

extension RecordTable<SourceDocument> {
  /// Whether one of several places is in a document that was published.
  func holdsOne(of source: [Citation]) -> Bool {
    source.contains { self[$0.document] != nil }
  }
}
