import Statistics

/// Where the figures of an indicator lay before a period.
package struct FigurePast: Hashable, Sendable {
  /// From how many times the figure before on, or what part of it, a figure is looked at twice.
  static let factor = 3.0
  /// What differs by less is not looked at, as small numbers vary by themselves.
  static let leastDifference = 10.0

  /// The latest figure before the period, however long its own period is.
  package let latest: Observation?
  /// The latest figure before the period that it can be compared with.
  package let before: Observation?
  /// The control limits of the figures before; nil where there are too few.
  package let limits: ClosedRange<Double>?
  /// How many figures the limits rest on.
  package let count: Int
  /// Whether the limits are on trial.
  package let isOnTrial: Bool
  /// Whether every figure was a whole number, and there were some.
  package let wasWhole: Bool
  /// Whether one was below zero.
  package let wasBelowZero: Bool
  /// Whether one was above a hundred.
  package let wasAboveHundred: Bool

  /// Looks at what an agency, or whoever is not said, gave before a period.
  ///
  /// - Parameters:
  ///   - indicator: What is measured.
  ///   - parts: The parts that the figure is for; none for the whole.
  ///   - agency: Whose figures count beside those of nobody.
  ///   - period: The period.
  ///   - workspace: All that is known, as far as the person may see it.
  package init(
    of indicator: Indicator, _ parts: [Breakdown] = [], by agency: String,
    before period: ImpreciseDate, in workspace: Workspace
  ) {
    let all =
      parts.isEmpty ? workspace.wholeValues(of: indicator) : workspace.parts(of: indicator)
    let own = all.filter { value in
      let last = value.period?.last
      return value.breakdown == parts && (value.agency.map { $0.id == agency } ?? true)
        && last.flatMap { last in period.first.map { last < $0 } } ?? false
    }
    let reading = IndicatorReading(indicator, values: own, reports: workspace.documents)
    let numbers = reading.values.compactMap { $0.value?.number }
    latest = reading.values.last ?? reading.latest
    var probe = Observation()
    probe.period = period
    // What stands at the end of a period is comparable over periods of any length.
    let alike = reading.values.filter {
      indicator.aggregation == .last || $0.isComparable(before: probe, of: indicator)
    }
    before = alike.last { $0.value?.number != nil }
    wasWhole = numbers.count >= 3 && numbers.allSatisfy { $0 == $0.rounded() }
    wasBelowZero = numbers.contains { $0 < 0 }
    wasAboveHundred = numbers.contains { $0 > 100 }
    let history = IndicatorHistory(
      IndicatorReading(indicator, values: alike, reports: workspace.documents))
    let segment = history.chart.segments.last
    count = segment?.count ?? 0
    isOnTrial = segment?.standing == .trial
    limits = segment.flatMap { segment in
      guard segment.standing != .plotOnly, let limits = segment.limits else { return nil }
      let lower = numbers.contains { $0 < 0 } ? limits.lower : max(0, limits.lower)
      // Figures that never differed say nothing of how much they may.
      return lower < limits.upper ? lower...limits.upper : nil
    }
  }
}
