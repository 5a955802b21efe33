import Safeguarding
import TerminalUI
import Testing

@testable import Dashboard

/// What the chart of an indicator shows and says.
@Suite struct IndicatorChartTests {
  private static func value(
    _ period: String, _ number: String?, supersedes: String = ""
  ) -> Observation {
    var value = Observation()
    value.period = ImpreciseDate(period)
    value.value =
      number.flatMap { Measure(.exact, spelling: $0) } ?? Measure(.phrase, words: "a low number")
    value.supersedes = supersedes
    return value
  }

  private static func indicator(
    _ unit: String, _ polarity: Polarity = .unclear, _ others: [(String, String, String)] = []
  ) -> Indicator {
    var indicator = Indicator()
    indicator.unit = unit
    indicator.polarity = polarity
    indicator.comparators = others.map { name, period, number in
      var comparator = Comparator()
      comparator.name = name
      comparator.period = ImpreciseDate(period)
      comparator.value = Measure(.exact, spelling: number)
      return comparator
    }
    return indicator
  }

  private static let national = [("England", "2022/23", "43.2"), ("neighbours", "2022/23", "41")]

  @Test func oneValueStandsBesideItsComparators() throws {
    let chart = try #require(
      IndicatorChart(
        Self.indicator("per 10,000", .unclear, Self.national), [Self.value("2024-03", "44")],
        area: "Medway"))
    #expect(
      chart.lines == [
        "Medway (Mar 2024): 44 per 10,000", "England (2022-23): 43.2 per 10,000",
        "neighbours (2022-23): 41 per 10,000",
        "44 is 2% above England and 7% above neighbours, whose figures are a year older.",
      ])
  }

  @Test func upToThreePeriodsAreBarsAndMoreALine() throws {
    let years = ["2019/20", "2020/21", "2021/22", "2022/23"]
    for count in 1...4 {
      let values = years.prefix(count).map { Self.value($0, "5") }
      let chart = try #require(IndicatorChart(Self.indicator("days"), Array(values), area: "A"))
      switch chart.picture {
      case .bars(let bars): #expect(count < 4 && bars.rows.count == count)
      case .line(let line): #expect(count == 4 && line.categories.count == 4)
      }
    }
    #expect(IndicatorChart(Self.indicator(""), [Self.value("2022", nil)], area: "A") == nil)
  }

  @Test func aPeriodThatWasNeverRecordedIsAGap() throws {
    let years = ["2016/17", "2017/18", "2019/20", "2020/21"]
    let chart = try #require(
      IndicatorChart(Self.indicator("days"), years.map { Self.value($0, "5") }, area: "A"))
    guard case .line(let line) = chart.picture else {
      Issue.record("Four values are a line.")
      return
    }
    #expect(line.categories == ["2016-17", "2017-18", "2018-19", "2019-20", "2020-21"])
    #expect(chart.lines.contains("2018-19: A no value"))
  }

  @Test func quartersAndMonthsFollowEachOther() {
    func labels(_ periods: [String]) -> [String] {
      IndicatorPeriods(periods.map { Self.value($0, "1") }).labels
    }
    #expect(
      labels(["2023-03", "2023-06", "2023-12"]) == ["Mar 2023", "Jun 2023", "Sep 2023", "Dec 2023"])
    #expect(
      labels(["2023-11", "2023-12", "2024-02"]) == ["Nov 2023", "Dec 2023", "Jan 2024", "Feb 2024"])
    #expect(labels(["2021", "2023-06", "2024"]) == ["2021", "Jun 2023", "2024"])
    #expect(labels(["1901", "1902", "2024"]) == ["1901", "1902", "2024"])
  }

  @Test func whatWasRestatedStandsInTheTableAlone() throws {
    for restatedLast in [true, false] {
      var values = [
        Self.value("2023", "288"), Self.value("2024", "301"),
        Self.value("2024", "290", supersedes: "301, counted twice"),
      ]
      if !restatedLast { values.swapAt(1, 2) }
      let periods = IndicatorPeriods(values)
      #expect(periods.entries.map(\.label) == ["2023", "2024"])
      #expect(periods.entries.last?.value?.text == "290")
    }
  }

  @Test(
    arguments: [
      (
        ["288", "290"], "children", Polarity.unclear,
        "Hardly changed, from 288 in 2021 to 290 in 2022."
      ),
      (
        ["49", "75"], "%", .higherIsBetter, "Rose from 49% in 2021 to 75% in 2022, which is better."
      ),
      (
        ["75", "49"], "%", .higherIsBetter, "Fell from 75% in 2021 to 49% in 2022, which is worse."
      ),
      (["2", "0", "3"], "", .unclear, "Rose from 0 in 2022 to 3 in 2023."),
      (["5", "5"], "days", .unclear, "The same in 2021 and 2022: 5 days."),
      (["5"], "days", .unclear, "One value so far: 5 days in 2021."),
      (["3", nil], "days", .unclear, "One value so far: 3 days in 2021."),
    ] as [([String?], String, Polarity, String)])
  func saysHowItMoved(numbers: [String?], unit: String, polarity: Polarity, expected: String) {
    let values = numbers.enumerated().map { Self.value(String(2021 + $0), $1) }
    let chart = IndicatorChart(Self.indicator(unit, polarity), values, area: "A")
    #expect(chart?.sentence == expected)
  }

  @Test(arguments: [
    ("8", "%", "8% is 2 percentage points above England."),
    ("7", "%", "7% is 1 percentage point above England."),
    ("6", "days", "6 is the same as England."),
    ("3", "days", "3 is 50% below England."),
    ("6.01", "days", "6.01 is less than 1% above England."),
  ])
  func saysWhereItStands(number: String, unit: String, expected: String) {
    let indicator = Self.indicator(unit, .unclear, [("England", "2024", "6")])
    let chart = IndicatorChart(indicator, [Self.value("2024", number)], area: "A")
    #expect(chart?.sentence == expected)
  }

  @Test(arguments: [
    ("2022/23", "2024-03", "a year older"), ("2024", "2024-03", "9 months newer"),
    ("2020", "2024", "4 years older"), ("2024-02", "2024-03-31", "a month older"),
    ("2024-03", "2024-03-31", ""), ("nonsense", "2024", ""),
  ])
  func saysHowMuchOlderAFigureIs(other: String, own: String, expected: String) {
    let age = IndicatorSentence.age(of: ImpreciseDate(other), beside: ImpreciseDate(own))
    #expect(age == expected)
  }

  @Test(arguments: GlyphTier.allCases, [3, 6, 9, 12, 20, 40])
  func keepsTheSentenceInSight(tier: GlyphTier, height: Int) throws {
    let chart = try #require(
      IndicatorChart(
        Self.indicator("per 10,000", .unclear, Self.national), [Self.value("2024-03", "44")],
        area: "Medway"))
    var canvas = Canvas(size: Size(70, height + 2), glyphs: .of(tier))
    chart.draw(in: &canvas, area: Rect(x: 0, y: 1, width: 70, height: height))
    #expect(canvas.rows.joined().contains("44 is 2% above England"))
    #expect(canvas.rows[0].allSatisfy { $0 == " " })
    #expect(canvas.rows[height + 1].allSatisfy { $0 == " " })
  }
}
