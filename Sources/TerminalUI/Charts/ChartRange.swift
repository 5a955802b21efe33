/// The least and the largest value of a scale that makes no small change look large.
struct ChartRange: Hashable {
  var low: Double
  var high: Double

  /// The values' own ends, and nought as well unless all are above 40 % of the largest.
  init(_ values: [Double]) {
    low = values.min() ?? 0
    high = values.max() ?? 0
    if low == high {
      (low, high) = (min(0, low), max(0, high))
    } else if low >= 0, low < 0.4 * high {
      low = 0
    } else if high <= 0, high > 0.4 * low {
      high = 0
    }
  }

  private init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }

  /// The range with some room below a cut end, so that no value stands on the axis.
  var lifted: ChartRange {
    let room = (high - low) / 10
    if low > 0 { return ChartRange(low: max(0, low - room), high: high) }
    return high < 0 ? ChartRange(low: low - room, high: high) : self
  }

  /// Whether it spans at least a quarter of its largest value.
  var isFair: Bool { high - low >= max(low.magnitude, high.magnitude) / 4 }

  /// The range with its values in the middle of at least a quarter of the largest.
  ///
  /// - Parameter limit: what no value can exceed, such as 100 %.
  /// - Returns: the range, which is not wider where it is fair already.
  func fair(limit: Double? = nil) -> ChartRange {
    if isFair { return self }
    let middle = low / 2 + high / 2
    let reach = max(low.magnitude, high.magnitude) / 8
    var result = ChartRange(low: middle - reach, high: middle + reach)
    if let limit, high <= limit, result.high > limit {
      result = ChartRange(low: result.low - (result.high - limit), high: limit)
    }
    return result
  }
}
