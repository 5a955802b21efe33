import Testing

@testable import Statistics

@Suite struct RunChartTests {
  @Test(arguments: [
    (8, 6, 1), (10, 6, 2), (12, 7, 3), (14, 7, 4), (16, 7, 4), (20, 7, 6), (24, 8, 8), (30, 8, 10),
    (40, 8, 14),
  ])
  func whatChanceExplains(useful: Int, run: Int, crossings: Int) throws {
    #expect(RunChart.longestRunExpected(of: useful) == run)
    #expect(FairCoin.fivePercentQuantile(of: useful - 1) == crossings)
    let chart = try #require(RunChart((0..<useful).map { Double($0 % 2) }))
    #expect(chart.useful == useful)
    #expect(chart.longestRunExpected == run)
    #expect(chart.crossingsExpected == crossings)
    #expect(chart.crossings == useful - 1)
    #expect(!chart.hasLongRun && !chart.hasFewCrossings)
  }

  @Test func theQuantileIsExactForAnyLength() {
    // Sums of binomial coefficients in 64 bits say the same as far as they reach.
    for throwsCount in 0...56 {
      var (ways, sum, heads): (UInt64, UInt64, Int) = (1, 1, 0)
      while sum * 20 < UInt64(1) << UInt64(throwsCount) {
        ways = ways * UInt64(throwsCount - heads) / UInt64(heads + 1)
        sum += ways
        heads += 1
      }
      #expect(FairCoin.fivePercentQuantile(of: throwsCount) == heads)
    }
    // Known from tables of the binomial distribution.
    #expect(FairCoin.fivePercentQuantile(of: 100) == 42)
    #expect(FairCoin.fivePercentQuantile(of: 1000) == 474)
  }

  @Test func theRunsAreRoundedAsALogarithmIs() {
    var expected = 3
    for useful in 1...5000 {
      // The next step lies where the square passes the next odd power of two.
      while useful * useful > 1 << (2 * (expected - 3) + 1) { expected += 1 }
      #expect(RunChart.longestRunExpected(of: useful) == expected)
    }
  }

  @Test func pointsOnTheMedianAreDropped() throws {
    let chart = try #require(RunChart([1, 5, 9, 5, 9, 1, 5]))
    #expect(chart.median == 5)
    #expect(chart.useful == 4)
    #expect(chart.longestRun == 2)
    #expect(chart.crossings == 2)
    #expect(RunChart([nil, nil]) == nil)
    let flat = try #require(RunChart([4, 4, 4]))
    #expect(flat.useful == 0)
    #expect(flat.crossingsExpected == nil)
  }

  @Test func noRunReachesAcrossAGap() throws {
    let chart = try #require(RunChart([1, 1, 1, 1, nil, 1, 9, 9, 9, 9, 9]))
    #expect(chart.longestRun == 5)
    #expect(chart.crossings == 1)
    // Eight chances to cross: nine between ten points, but for the gap.
    #expect(chart.crossingsExpected == FairCoin.fivePercentQuantile(of: 8))
  }

  @Test func aLongRunNamesItsPoints() {
    let values = [1.0, 9, 1, 9, 1, 9, 9, 9, 9, 9, 9, 9, 9, 1, 1, 1]
    let chart = ControlChart(
      values.map { .shown($0) }, options: .init(preset: .anhoej, polarity: .up))
    #expect(chart.segments[0].limits == nil)
    #expect(chart.segments[0].runChart?.median == 9)
    #expect(chart.rules.allSatisfy { $0 == nil })
    let shifted = (0..<10).map { Double($0 % 2) } + (0..<10).map { Double(10 + $0 % 2) }
    let second = ControlChart(
      shifted.map { .shown($0) }, options: .init(preset: .anhoej, polarity: .up))
    #expect(second.rules.allSatisfy { $0 == .longestRun })
    #expect(second.variation == .improvementHigh)
  }

  @Test func fewCrossingsNameEveryUsefulPoint() {
    // Four runs of five: none too long, but three crossings where six are the fewest.
    let run: [Double] = [0, 1, 2, 3, 4]
    let values = [0.0, 10, 0, 10].flatMap { base in run.map { base + $0 } }
    let chart = ControlChart(
      values.map { .shown($0) }, options: .init(preset: .anhoej, polarity: .down))
    #expect(chart.segments[0].runChart?.hasLongRun == false)
    #expect(chart.segments[0].runChart?.hasFewCrossings == true)
    #expect(chart.rules.allSatisfy { $0 == .fewCrossings })
    #expect(chart.variation == .concernHigh)
  }

  @Test func belowTenUsefulPointsNothingIsClaimed() {
    let values = [1.0, 1, 1, 1, 9, 9, 9, 9]
    let chart = ControlChart(values.map { .shown($0) }, options: .init(preset: .anhoej))
    #expect(chart.segments[0].runChart?.hasLongRun == false)
    #expect(chart.variation == nil)
  }
}
