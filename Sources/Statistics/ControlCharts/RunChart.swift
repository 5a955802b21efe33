/// A run chart: how the points lie around their median, by Anhøj's rules.
package struct RunChart: Equatable, Sendable {
  /// The middle of the points.
  package let median: Double
  /// How many points do not lie on the median: the useful ones.
  package let useful: Int
  /// The most useful points in a row on one side.
  package let longestRun: Int
  /// How often two useful points in a row lie on different sides.
  package let crossings: Int
  /// How many points in a row chance still explains; nil without useful points.
  package let longestRunExpected: Int?
  /// How few crossings chance still explains; nil without useful points.
  package let crossingsExpected: Int?

  /// From how many useful points the rules hold.
  package static let fewestUseful = 10

  /// Whether more points in a row lie on one side than chance explains.
  package var hasLongRun: Bool { holds && longestRun > longestRunExpected ?? .max }
  /// Whether the median is crossed less often than chance explains.
  package var hasFewCrossings: Bool { holds && crossings < crossingsExpected ?? 0 }
  private var holds: Bool { useful >= Self.fewestUseful }

  /// The side of the median on which each point lies: 1, -1, 0 on it, nil without a number.
  let sides: [Int?]
  /// How many useful points lie in a row where each point does; 0 for what is no useful point.
  let runs: [Int]

  /// Reads points in their order; nil where there is none.
  ///
  /// No run reaches across what is nil and no crossing is counted there; points on the median are dropped.
  package init?(_ numbers: [Double?]) {
    let sorted = numbers.compactMap { $0 }.filter(\.isFinite).sorted()
    guard let last = sorted.last else { return nil }
    let middle = sorted.count / 2
    let median =
      sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    let tolerance = 1e-9 * max(abs(sorted[0]), abs(last))
    let sides = numbers.map { number -> Int? in
      guard let number, number.isFinite else { return nil }
      return number > median + tolerance ? 1 : number < median - tolerance ? -1 : 0
    }
    var runs = Array(repeating: 0, count: numbers.count)
    var run: [Int] = []
    var side = 0
    var (useful, longest, crossings, chances) = (0, 0, 0, 0)
    func close() {
      for place in run { runs[place] = run.count }
      longest = max(longest, run.count)
      run.removeAll(keepingCapacity: true)
    }
    for (place, next) in sides.enumerated() {
      guard let next else {
        close()
        side = 0
        continue
      }
      guard next != 0 else { continue }
      useful += 1
      if side != 0 { chances += 1 }
      if next != side {
        if side != 0 { crossings += 1 }
        close()
        side = next
      }
      run.append(place)
    }
    close()
    self.median = median
    (self.sides, self.runs) = (sides, runs)
    (self.useful, longestRun, self.crossings) = (useful, longest, crossings)
    longestRunExpected = useful > 0 ? Self.longestRunExpected(of: useful) : nil
    crossingsExpected = useful > 0 ? FairCoin.fivePercentQuantile(of: chances) : nil
  }

  /// The binary logarithm of so many points, rounded, and three.
  static func longestRunExpected(of useful: Int) -> Int {
    guard useful > 0 else { return 0 }
    // Rounded without a logarithm: where the square of a number has its highest bit.
    let bit = useful.multipliedFullWidth(by: useful).low.leadingZeroBitCount
    return (UInt.bitWidth - bit) / 2 + 3
  }
}
