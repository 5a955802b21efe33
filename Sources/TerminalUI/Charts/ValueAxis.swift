/// The upright axis of a chart: ticks at round values, each exactly on a row.
struct ValueAxis: Hashable {
  /// The values of the ticks, lowest first; at least two.
  let ticks: [Double]
  /// The decimals that the ticks need.
  let decimals: Int
  /// Rows from one tick to the next.
  let rowsPerTick: Int

  /// An axis over some values, as wide as ``ChartRange`` says.
  init(values: [Double], rows: Int, decimals: Int, limit: Double? = nil) {
    let decimals = ChartNumber.clamped(decimals)
    let scale = ChartNumber.power(decimals)
    let most = rows < 3 ? 1 : min(5, (rows - 1) / 2)
    let scaled = values.map { $0 * scale }
    let range = ChartRange(scaled)
    var steps = ValueAxis.steps(over: range.lifted, least: scale, most: most)
    let spread = (steps.last ?? 0) - (steps.first ?? 0)
    if spread < max(range.low.magnitude, range.high.magnitude) / 4 {
      steps = ValueAxis.steps(
        over: range.fair(limit: limit.map { $0 * scale }), least: scale, most: most)
    }
    let count = steps.count - 1
    ticks = steps.map { $0 / scale }
    rowsPerTick = rows < 2 ? 0 : max(1, (rows - 1) / count)
    self.decimals = ValueAxis.decimals(of: steps, most: decimals)
  }

  /// The ticks of bars: from nought to at least the largest value.
  init(bars values: [Double], most: Int, decimals: Int) {
    let decimals = ChartNumber.clamped(decimals)
    let scale = ChartNumber.power(decimals)
    let high = max(0, values.max() ?? 0) * scale
    let steps = ValueAxis.steps(low: 0, high: high > 0 ? high : scale, most: max(1, most))
    ticks = steps.map { $0 / scale }
    rowsPerTick = 0
    self.decimals = ValueAxis.decimals(of: steps, most: decimals)
  }

  var low: Double { ticks.first ?? 0 }

  var high: Double { ticks.last ?? 0 }

  /// Rows from the lowest tick to the highest, both included.
  var rows: Int { (ticks.count - 1) * rowsPerTick + 1 }

  /// The height of a value above the lowest tick, in rows.
  func height(of value: Double) -> Double {
    guard high > low else { return 0 }
    let share = max(0, min(1, (value - low) / (high - low)))
    return share * Double(rows - 1)
  }

  func label(_ tick: Double) -> String {
    ChartNumber.text(tick, decimals: decimals)
  }

  private static func steps(over range: ChartRange, least: Double, most: Int) -> [Double] {
    let high = range.low == range.high ? range.low + least : range.high
    return steps(low: range.low, high: high, most: most)
  }

  /// The ticks over a range, their distance 1, 2, 2.5 or 5 times a power of ten.
  private static func steps(low: Double, high: Double, most: Int) -> [Double] {
    var magnitude = 1.0
    while magnitude < 1e30 {
      for factor in [1, 2, 2.5, 5] where magnitude >= 10 || factor != 2.5 {
        let step = magnitude * factor
        if most == 1, low < 0, high > 0, step >= max(-low, high) { return [-step, step] }
        let first = (low / step).rounded(.down)
        let last = (high / step).rounded(.up)
        if last - first >= 1, last - first <= Double(most) {
          return (0...Int(last - first)).map { (first + Double($0)) * step }
        }
      }
      magnitude *= 10
    }
    return [low, high]
  }

  /// How many of the decimals are more than noughts.
  private static func decimals(of steps: [Double], most: Int) -> Int {
    (0..<most).first { fewer in
      let unit = ChartNumber.power(most - fewer)
      return steps.allSatisfy { $0.truncatingRemainder(dividingBy: unit) == 0 }
    } ?? most
  }
}
