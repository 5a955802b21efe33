/// The points from one rebase to the next.
package struct ControlChartSegment: Equatable, Sendable {
  /// What so many points allow to be said.
  package enum Standing: Equatable, Sendable {
    /// Below 8 points: they are plotted, and that is all.
    case plotOnly
    /// From 8 to 11 points: a run chart, and limits that are on trial.
    case trial
    /// 12 points or more.
    case full
  }

  /// Where it lies in the series.
  package let range: Range<Int>
  /// The decision that it begins with; nil for the first segment.
  package let rebase: Rebase?
  /// How many of its points may be seen.
  package let count: Int
  /// How many of its first points the limits rest on; 0 without limits.
  package let basis: Int
  /// What so many points allow to be said.
  package let standing: Standing
  /// The limits; nil below 8 points and on a chart that has none.
  package let limits: ControlLimits?
  /// The run chart, where there are few points or no limits are wanted.
  package let runChart: RunChart?

  /// The line in the middle: the mean where there are limits, else the median.
  package var centre: Double? { limits?.mean ?? runChart?.median }
  /// Whether the rules have what they need: without, no mark says nothing about the points.
  package let isRead: Bool

  init(
    _ numbers: [Double?], _ range: Range<Int>, _ rebase: Rebase?, _ options: ControlChart.Options
  ) {
    let shown = numbers[range].count { $0 != nil }
    let standing: Standing = shown < 8 ? .plotOnly : shown < 12 ? .trial : .full
    var (limits, basis): (ControlLimits?, Int) = (nil, 0)
    if standing != .plotOnly, options.preset != .anhoej {
      basis = min(shown, options.fixedAfter.map { max(12, $0) } ?? shown)
      var (end, left) = (range.lowerBound, basis)
      while end < range.upperBound, left > 0 {
        if numbers[end] != nil { left -= 1 }
        end += 1
      }
      limits = ControlLimits(
        numbers[range.lowerBound..<end], screensMovingRanges: options.screensMovingRanges)
      if limits == nil { basis = 0 }
    }
    let isRunChart = standing == .trial || standing == .full && limits == nil
    self.range = range
    self.rebase = rebase
    count = shown
    (self.basis, self.standing, self.limits) = (basis, standing, limits)
    let runChart = isRunChart ? RunChart(Array(numbers[range])) : nil
    self.runChart = runChart
    isRead =
      limits != nil
      || options.preset == .anhoej && runChart?.useful ?? 0 >= RunChart.fewestUseful
  }

  /// Names the rule at each of its points that one of the preset applies to.
  func mark(
    _ numbers: [Double?], _ preset: ControlChartPreset, in marks: inout [SpecialCauseRule?]
  ) {
    if let limits {
      var tolerance = 0.0
      for number in numbers[range] { tolerance = max(tolerance, 1e-9 * abs(number ?? 0)) }
      var start = range.lowerBound
      while start < range.upperBound {
        var stretch: [Double] = []
        while start + stretch.count < range.upperBound, let number = numbers[start + stretch.count]
        {
          stretch.append(number)
        }
        if !stretch.isEmpty {
          let matching = RuleMatching(numbers: stretch, limits: limits, tolerance: tolerance)
          var found: [SpecialCauseRule?] = Array(repeating: nil, count: stretch.count)
          for rule in preset.rules { matching.mark(rule, in: &found) }
          for (place, rule) in found.enumerated() where rule != nil { marks[start + place] = rule }
        }
        start += stretch.count + 1
      }
    } else if let runChart, preset == .anhoej {
      for (place, side) in runChart.sides.enumerated() where side == 1 || side == -1 {
        if runChart.hasLongRun, runChart.runs[place] > runChart.longestRunExpected ?? .max {
          marks[range.lowerBound + place] = .longestRun
        } else if runChart.hasFewCrossings {
          marks[range.lowerBound + place] = .fewCrossings
        }
      }
    }
  }
}
