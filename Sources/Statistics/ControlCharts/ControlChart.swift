/// A series read by the rules of a control chart, or of a run chart.
///
/// Values that are missing or hidden break the line: no rule and no moving range reaches across them, and
/// nothing is computed from them. Limits begin anew only where somebody decided so (`Rebase`).
package struct ControlChart: Equatable, Sendable {
  /// How a series is to be read.
  package struct Options: Equatable, Sendable {
    /// The rules.
    package var preset: ControlChartPreset
    /// Which way is better.
    package var polarity: Polarity
    /// What the values ought to reach.
    package var target: Double?
    /// The limits of a segment rest on so many of its first points, 12 or more; nil for all of them.
    package var fixedAfter: Int?
    /// Whether moving ranges far above their mean are left out of it.
    package var screensMovingRanges: Bool

    /// Reads by the rules of the NHS unless something else is said.
    package init(
      preset: ControlChartPreset = .nhs, polarity: Polarity = .neither, target: Double? = nil,
      fixedAfter: Int? = nil, screensMovingRanges: Bool = false
    ) {
      (self.preset, self.polarity, self.target) = (preset, polarity, target)
      (self.fixedAfter, self.screensMovingRanges) = (fixedAfter, screensMovingRanges)
    }
  }

  /// How the series was read.
  package let options: Options
  /// The segments between rebases, in their order.
  package let segments: [ControlChartSegment]
  /// The rule that names each point; nil for common cause and for what is no number.
  package let rules: [SpecialCauseRule?]
  /// What each point says; nil for what is no number, and where its segment has too few points to tell.
  package let variations: [Variation?]
  /// What the last point that may be seen says; nil where its segment has too few points to tell.
  package let variation: Variation?
  /// Whether the target is met by what the limits of the last segment let expect; nil without either.
  package let assurance: Assurance?
  /// How many values are hidden.
  package let hiddenCount: Int
  /// How many values are missing.
  package let missingCount: Int

  /// Reads a series.
  package init(_ values: [ChartValue], rebases: [Rebase] = [], options: Options = Options()) {
    let numbers = values.map(\.number)
    let parts = Self.parts(of: values.count, rebases)
    var segments: [ControlChartSegment] = []
    var marks: [SpecialCauseRule?] = Array(repeating: nil, count: values.count)
    for (range, rebase) in parts {
      let segment = ControlChartSegment(numbers, range, rebase, options)
      segment.mark(numbers, options.preset, in: &marks)
      segments.append(segment)
    }
    self.options = options
    self.segments = segments
    rules = marks
    hiddenCount = values.count { $0 == .hidden }
    missingCount = values.count { $0.number == nil } - hiddenCount
    let variations = Self.variations(numbers, marks, segments, options.polarity)
    self.variations = variations
    variation = numbers.lastIndex { $0 != nil }.flatMap { variations[$0] }
    if let target = options.target, let limits = segments.last?.limits {
      assurance = Assurance(target: target, limits: limits, polarity: options.polarity)
    } else {
      assurance = nil
    }
  }

  /// The parts between rebases, each with the one that it begins with.
  ///
  /// Of several at one point the last counts; those at or before the first point part nothing.
  private static func parts(of count: Int, _ rebases: [Rebase]) -> [(Range<Int>, Rebase?)] {
    var starts: [Int: Rebase] = [:]
    for rebase in rebases where rebase.position > 0 && rebase.position < count {
      starts[rebase.position] = rebase
    }
    let positions = [0] + starts.keys.sorted() + [count]
    return zip(positions, positions.dropFirst()).filter { $0 < $1 || count == 0 }
      .map { ($0..<$1, starts[$0]) }
  }

  /// What each point says, the last one as every other: what a chart marks and what is said beside it are one.
  private static func variations(
    _ numbers: [Double?], _ marks: [SpecialCauseRule?], _ segments: [ControlChartSegment],
    _ polarity: Polarity
  ) -> [Variation?] {
    var variations: [Variation?] = Array(repeating: nil, count: numbers.count)
    for segment in segments where segment.isRead {
      guard let centre = segment.centre else { continue }
      for place in segment.range {
        guard let number = numbers[place] else { continue }
        guard let rule = marks[place] else {
          variations[place] = .commonCause
          continue
        }
        // A point of a trend goes where the trend goes, on whichever side of the mean it lies.
        var isHigh = number > centre
        if case .trend(let points) = rule {
          isHigh = rises(at: place, numbers, segment.range, points) ?? isHigh
        }
        variations[place] = Variation(isHigh: isHigh, polarity: polarity)
      }
    }
    return variations
  }

  /// Whether the trend rises that a point belongs to, of two the later one; nil where it belongs to none.
  private static func rises(
    at place: Int, _ numbers: [Double?], _ range: Range<Int>, _ points: Int
  ) -> Bool? {
    func rises(_ place: Int) -> Bool? {
      guard range.contains(place), range.contains(place - 1), let number = numbers[place],
        let before = numbers[place - 1], number != before
      else { return nil }
      return number > before
    }
    for first in [place + 1, place] {
      guard let way = rises(first) else { continue }
      var (start, end) = (first, first + 1)
      while rises(start - 1) == way { start -= 1 }
      while rises(end) == way { end += 1 }
      if end - start >= points - 1 { return way }
    }
    return nil
  }
}
