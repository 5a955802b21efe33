import Testing

@testable import Statistics

/// A series whose limits and marks are known.
private struct Known: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let values: [Double]
  var isScreened = false
  let mean: Double
  let movingRange: Double
  let lower: Double
  let upper: Double
  /// One letter a point: o outside, t trend, n near a limit, s shift, a point for none.
  let marks: String
}

private let published: [Double] = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]

private let known = [
  Known(
    testDescription: "published case, moving ranges screened", values: published, isScreened: true,
    mean: 1.944, movingRange: 1, lower: -0.716, upper: 4.604, marks: "....o............."),
  Known(
    testDescription: "published case", values: published, mean: 1.944, movingRange: 1.882,
    lower: -3.063, upper: 6.952, marks: "....o............."),
  Known(
    testDescription: "six low, then seven high",
    values: [10, 12, 11, 10, 12, 11, 14, 15, 14, 16, 15, 14, 15], mean: 13, movingRange: 1.417,
    lower: 9.232, upper: 16.768, marks: "......sssssss"),
  Known(
    testDescription: "seven rising", values: [20, 24, 19, 22, 18, 19, 20, 21, 22, 23, 24, 21, 20],
    mean: 21, movingRange: 2.167, lower: 15.237, upper: 26.763, marks: "....ttttttt.."),
  Known(
    testDescription: "six on one side only",
    values: [10, 10, 10, 10, 10, 10, 12, 12, 12, 12, 12, 12], mean: 11, movingRange: 0.182,
    lower: 10.516, upper: 11.484, marks: "oooooooooooo"),
  Known(
    testDescription: "a point close to the mean parts the run",
    values: [9, 9, 9, 10, 11, 11, 11, 9, 11, 9, 11, 9], mean: 9.917, movingRange: 1.091,
    lower: 7.015, upper: 12.818, marks: "............"),
  Known(
    testDescription: "2 of 3 that do not all lie on one side",
    values: [20, 21, 20, 19, 20, 21, 20, 24, 20.5, 24, 20, 19, 20, 21], mean: 20.679,
    movingRange: 1.846, lower: 15.768, upper: 25.589, marks: ".............."),
  Known(
    testDescription: "2 of 3",
    values: [20, 21, 20, 19, 20, 21, 20, 24, 21.5, 24, 20, 19, 20, 21], mean: 20.75,
    movingRange: 1.692, lower: 16.248, upper: 25.252, marks: ".......n.n...."),
]

private func letters(_ chart: ControlChart) -> String {
  chart.rules.map { rule in
    switch rule {
    case .outside, .beyond(1, _, _): "o"
    case .trend: "t"
    case .twoOfThree, .beyond(2, _, _): "n"
    case .beyond: "b"
    case .shift: "s"
    case .longestRun: "r"
    case .fewCrossings: "c"
    case nil: "."
    }
  }.joined()
}

private func chart(
  _ values: [Double], rebases: [Rebase] = [], _ options: ControlChart.Options = .init()
) -> ControlChart {
  ControlChart(values.map { .shown($0) }, rebases: rebases, options: options)
}

private func rounded(_ number: Double?) -> Double? {
  number.map { ($0 * 1000).rounded() / 1000 }
}

@Suite struct ControlChartTests {
  @Test(arguments: known) private func limitsAndMarksAreThoseThatAreKnown(_ known: Known) throws {
    let chart = chart(known.values, .init(screensMovingRanges: known.isScreened))
    let limits = try #require(chart.segments.first?.limits)
    #expect(rounded(limits.mean) == known.mean)
    #expect(rounded(limits.movingRange) == known.movingRange)
    #expect(rounded(limits.lower) == known.lower)
    #expect(rounded(limits.upper) == known.upper)
    #expect(letters(chart) == known.marks)
    #expect(chart.segments.map(\.standing) == [.full])
  }

  @Test(
    arguments: [
      // A point on the mean parts a shift.
      ([4, 9, 4, 9, 4, 9, 10, 16, 11, 16, 11, 16, 11], "............."),
      ([4, 9, 4, 9, 4, 9, 4, 10, 16, 11, 16, 11, 16, 11, 16], "sssssss.sssssss"),
      // A point as high as the one before parts a trend.
      ([1, 2, 3, 4, 4, 5, 6, 7, 3, 5, 2, 6, 4], "............."),
      ([7, 6, 5, 4, 3, 2, 1, 5, 2, 6, 3, 6, 4], "ttttttt......"),
      // What differs only by how a computer counts lies on the mean.
      (Array(repeating: 0.1, count: 13), "............."),
      (Array(repeating: 1e15 / 7, count: 20), "...................."),
      ([Double](), ""),
    ] as [([Double], String)])
  func edgesOfTheRulesOfTheNHS(values: [Double], marks: String) {
    #expect(letters(chart(values)) == marks)
  }

  @Test(
    arguments: [
      ([30], "o"),
      // Eight on one side, with the eleven before; seven are not enough.
      ([11, 11, 11, 11, 11, 11, 11], "sssssss"), ([11, 11, 11, 11, 11, 11], "......"),
      // Two of three beyond two sigma, and four of five beyond one sigma, the others anywhere.
      ([14, 9, 14, 9], "n.n."), ([12, 12, 9.5, 12, 12, 9], "bb.bb."),
      ([12, 12, 9.5, 12, 9, 12], "......"),
    ] as [([Double], String)])
  func theWesternElectricRules(values: [Double], marks: String) {
    let before = (0..<12).map { Double(9 + $0 % 2 * 2) }
    let options = ControlChart.Options(preset: .westernElectric, fixedAfter: 12)
    #expect(letters(chart(before + values, options)).suffix(values.count) == marks)
  }

  @Test func twoOfThreeBeyondTwoSigmaNeedNotHaveTheThirdOnTheirSide() {
    let values: [Double] = [20, 21, 20, 19, 20, 21, 20, 24.5, 20.5, 24.5, 20, 19, 20, 21]
    #expect(letters(chart(values)) == "..............")
    let options = ControlChart.Options(preset: .westernElectric)
    #expect(letters(chart(values, options)) == ".......n.n....")
  }

  @Test(arguments: [
    (0, ControlChartSegment.Standing.plotOnly), (7, .plotOnly), (8, .trial), (11, .trial),
    (12, .full),
  ])
  func howManyPointsSayWhat(count: Int, standing: ControlChartSegment.Standing) throws {
    let chart = chart((0..<count).map { Double($0 % 3) })
    let segment = try #require(chart.segments.first)
    #expect(segment.standing == standing)
    #expect((segment.limits != nil) == (standing != .plotOnly))
    #expect((segment.runChart != nil) == (standing == .trial))
    #expect((chart.variation != nil) == (standing != .plotOnly))
  }

  @Test func nothingReachesAcrossAGap() throws {
    var values: [ChartValue] = [10, 12, 11, 10, 12, 11, 14, 15, 14, 16, 15, 14, 15].map {
      .shown($0)
    }
    values.insert(.hidden, at: 9)
    values.insert(.missing, at: 3)
    values.append(.shown(.nan))
    let chart = ControlChart(values)
    let limits = try #require(chart.segments.first?.limits)
    #expect(letters(chart) == "................")
    // Without 11 to 10 and 14 to 16: 14 of movement in ten moves.
    #expect(rounded(limits.movingRange) == 1.4)
    #expect(limits.mean == 13)
    #expect(chart.hiddenCount == 1)
    #expect(chart.missingCount == 2)
    #expect(chart.variation == .commonCause)
  }

  @Test func limitsBeginAnewOnlyWhereSomebodyDecidedSo() throws {
    let values = Array(repeating: [10.0, 12, 11], count: 5) + Array(repeating: [30, 31], count: 6)
    let numbers = values.flatMap { $0 }
    #expect(chart(numbers).segments.count == 1)
    let rebase = Rebase(position: 15, reason: "The front door moved to Sessions House.")
    let chart = chart(numbers, rebases: [rebase, Rebase(position: 0, reason: "")])
    #expect(chart.segments.map(\.range) == [0..<15, 15..<27])
    #expect(chart.segments.map(\.rebase) == [nil, rebase])
    #expect(chart.segments[0].limits?.mean == 11)
    #expect(chart.segments[1].limits?.mean == 30.5)
    #expect(chart.segments[1].limits?.movingRange == 1)
    #expect(chart.rules.allSatisfy { $0 == nil })
    // Seven points behind a rebase have no limits yet.
    let short = Statistics.ControlChart(
      numbers.prefix(22).map { .shown($0) }, rebases: [rebase])
    #expect(short.segments[1].standing == .plotOnly)
    #expect(short.variation == nil)
  }

  @Test func limitsCanRestOnTheFirstPoints() throws {
    let values = (0..<12).map { Double(10 + $0 % 2) } + [30, 31, 30]
    let fixed = chart(values, .init(fixedAfter: 3))
    #expect(fixed.segments[0].basis == 12)
    #expect(fixed.segments[0].limits?.mean == 10.5)
    #expect(fixed.segments[0].limits?.movingRange == 1)
    #expect(letters(fixed) == "............ooo")
    #expect(chart(values).segments[0].basis == 15)
  }

  @Test(arguments: [
    (Polarity.up, Variation.improvementHigh, Variation.concernLow),
    (.down, .concernHigh, .improvementLow), (.neither, .neutralHigh, .neutralLow),
  ])
  func theLastPointIsJudgedByWhichWayIsBetter(polarity: Polarity, high: Variation, low: Variation) {
    let values = (0..<12).map { Double(10 + $0 % 2) }
    #expect(chart(values + [40], .init(polarity: polarity)).variation == high)
    #expect(chart(values + [-20], .init(polarity: polarity)).variation == low)
    #expect(chart(values + [11], .init(polarity: polarity)).variation == .commonCause)
  }

  @Test func aTrendThatEndsOnTheMeanGoesWhereItGoes() {
    let values: [Double] = [13, 14, 13, 14, 13, 14, 4, 5, 6, 7, 8, 9, 10]
    let chart = chart(values, .init(polarity: .up))
    #expect(chart.segments[0].limits?.mean == 10)
    #expect(letters(chart) == ".n.n.noottttt")
    #expect(chart.variation == .improvementHigh)
  }

  @Test func aPointOfATrendGoesWhereTheTrendGoesOnWhicheverSideOfTheMean() {
    // The trend rises to a last point that is still below the mean, as the values before it are high.
    let values: [Double] =
      Array(repeating: [30.0, 31], count: 8).flatMap(\.self) + [
        21, 22, 23, 24, 25, 26, 27,
      ]
    for (polarity, variation) in [(Polarity.up, Variation.improvementHigh), (.down, .concernHigh)] {
      let chart = chart(values, .init(preset: .nhs, polarity: polarity))
      let trend = chart.rules.indices.filter { chart.rules[$0] == .trend(points: 7) }
      #expect(trend.last == values.count - 1)
      #expect(values[values.count - 1] < chart.segments[0].limits?.mean ?? 0)
      #expect(trend.allSatisfy { chart.variations[$0] == variation })
      #expect(chart.variation == variation)
      // The first points lie outside, which comes before a trend: they are judged by their side.
      let outside = chart.rules.indices.filter { chart.rules[$0] == .outside }
      #expect(outside.allSatisfy { chart.variations[$0] != variation })
    }
  }

  @Test(arguments: [
    (Polarity.up, 30.0, Assurance?.some(.consistentlyFails)), (.up, -10, .consistentlyPasses),
    (.up, 11, .hitOrMiss), (.down, 30, .consistentlyPasses), (.down, -10, .consistentlyFails),
    (.down, 11, .hitOrMiss), (.neither, 30, nil),
  ])
  func aTargetIsComparedWithTheLimits(polarity: Polarity, target: Double, assurance: Assurance?) {
    let values = (0..<12).map { Double(10 + $0 % 2) }
    #expect(chart(values, .init(polarity: polarity, target: target)).assurance == assurance)
    #expect(chart([1, 2], .init(polarity: polarity, target: target)).assurance == nil)
  }

  @Test func limitsAreDrawnOnlyWhereValuesCanLie() throws {
    let limits = try #require(chart(published).segments[0].limits)
    #expect(limits.lower < 0)
    #expect(limits.drawn(on: .count) == 0...limits.upper)
    #expect(limits.drawn(on: .any).lowerBound == limits.lower)
    let high = try #require(ControlLimits([99, 90, 99, 90], screensMovingRanges: false))
    #expect(high.drawn(on: .percentage).upperBound == 100)
  }

  @Test func everyRuleSaysWhatItIs() {
    let names = ControlChartPreset.allCases.map { $0.rules.map(\.name) }
    #expect(
      names == [
        [
          "outside the limits", "trend of 7 points", "2 of 3 points near a limit",
          "shift of 7 points on one side of the mean",
        ],
        [
          "beyond 3 sigma", "2 of 3 points beyond 2 sigma on one side",
          "4 of 5 points beyond 1 sigma on one side", "shift of 8 points on one side of the mean",
        ],
        [
          "run on one side of the median longer than chance explains",
          "fewer crossings of the median than chance explains",
        ],
      ])
  }
}
