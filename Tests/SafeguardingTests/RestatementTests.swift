import Safeguarding
import Testing

/// Two figures of one period: which one counts, and what is said where nothing tells.
@Suite struct RestatementTests {
  private static func value(
    _ id: String, _ period: String, _ number: String,
    _ fill: (inout Observation) -> Void = { _ in }
  ) throws -> Observation {
    var value = Observation()
    (value.id, value.indicator) = (id, "plans")
    value.period = try date(period)
    value.value = Measure(.exact, spelling: number)
    fill(&value)
    return value
  }

  private static func workspace(_ values: [Observation]) throws -> Workspace {
    var workspace = Workspace()
    workspace.indicators.append(
      made(Indicator.self) {
        ($0.id, $0.title, $0.partnership, $0.polarity) = ("plans", "Plans", "area", .lowerIsBetter)
      })
    workspace.values.append(contentsOf: values)
    for (id, published) in [("early", "2024-06"), ("late", "2024-11-30"), ("undated", nil)] {
      let on = try published.map { try date($0) }
      workspace.documents.append(
        made(SourceDocument.self) { ($0.id, $0.title, $0.published) = (id, id, on) })
    }
    return workspace
  }

  private static func reading(_ values: [Observation]) throws -> IndicatorReading {
    let workspace = try workspace(values)
    return workspace.reading(of: try #require(workspace.indicators["plans"]))
  }

  private static func citing(_ document: String) -> (inout Observation) -> Void {
    { $0.source = [Citation(document: Reference(document), place: "")] }
  }

  /// 601 in March 2023, 690 printed for March 2024 and 674 restated: 674 - 601 = 73 more, not 16 fewer.
  @Test(arguments: [false, true])
  func aRestatedFigureIsNoChange(isReversed: Bool) throws {
    let values = try [
      Self.value("a", "2023-03", "601"), Self.value("b", "2024-03", "690"),
      Self.value("c", "2024-03", "674") { $0.supersedes = "690: counted twice" },
    ]
    let reading = try Self.reading(isReversed ? values.reversed() : values)
    #expect(reading.latest?.id == "c")
    #expect(reading.previous?.id == "a")
    #expect(reading.change?.difference == 73)
    #expect(reading.change?.isBetter == false)
    #expect(reading.restated == ["b": "c"])
    #expect(reading.values.map(\.id) == ["a", "c"])
  }

  @Test func aChainOfRestatementsEndsWithTheLast() throws {
    let reading = try Self.reading([
      Self.value("v1", "2024-03", "690"),
      Self.value("v2", "2024-03", "674") { $0.supersedes = "v1" },
      Self.value("v3", "2024-03", "671") { $0.supersedes = "v2, after an audit" },
    ])
    #expect(reading.latest?.id == "v3")
    #expect(reading.restated == ["v1": "v2", "v2": "v3"])
  }

  @Test func theLaterReportCounts() throws {
    let reading = try Self.reading([
      Self.value("b", "2024-03", "690", Self.citing("late")),
      Self.value("c", "2024-03", "674", Self.citing("early")),
    ])
    #expect(reading.latest?.id == "b")
    #expect(reading.restated == ["c": "b"])
  }

  @Test func theFinalFigureCountsBeforeTheProvisionalOne() throws {
    let reading = try Self.reading([
      Self.value("final", "2024-03", "690"),
      Self.value("first", "2024-03", "674") { $0.provisional = true },
    ])
    #expect(reading.latest?.id == "final")
  }

  @Test(arguments: ["early", "undated"])
  func whereNothingTellsBothAreShownAndAWarningStands(source: String) throws {
    let values = try [
      Self.value("a", "2023-03", "601"),
      Self.value("c", "2024-03", "690", Self.citing("early")),
      Self.value("b", "2024-03", "674", Self.citing(source)),
    ]
    let reading = try Self.reading(values)
    #expect(reading.values.map(\.id) == ["a"])
    #expect(([reading.latest].compactMap(\.self) + reading.rivals).map(\.id) == ["b", "c"])
    #expect(reading.change == nil)
    #expect(reading.comparison(with: Comparator()) == nil)
    let warnings = try Self.workspace(values).warnings(on: day("2024-12-31"), in: .all)
    #expect(warnings.map(\.text) == ["Plans, Mar 2024: 674 or 690"])
  }

  @Test func theSameFigureTwiceIsNoContradiction() throws {
    let values = try [Self.value("b", "2024-03", "674"), Self.value("c", "2024-03", "674")]
    #expect(try Self.reading(values).latest?.id == "b")
    #expect(try Self.workspace(values).warnings(on: day("2024-12-31"), in: .all).isEmpty)
  }

  /// A quarter is not compared with a year, and "at least" with nothing.
  @Test func onlyWhatIsComparableChanges() throws {
    let mixed = try Self.reading([
      Self.value("year", "2022/23", "400"), Self.value("before", "2023-01/2023-03", "90"),
      Self.value("whole", "2023/24", "410"), Self.value("now", "2024-04/2024-06", "95"),
    ])
    #expect(mixed.previous?.id == "before")
    #expect(mixed.change?.difference == 5)
    let bound = try Self.reading([
      Self.value("a", "2022/23", "400") { $0.value = Measure(.atLeast, spelling: "400") },
      Self.value("b", "2023/24", "410"),
    ])
    #expect(bound.change == nil)
  }

  @Test func aLowerBoundIsNeverBelow() throws {
    let reading = try Self.reading([
      Self.value("a", "2023/24", "450") { $0.value = Measure(.atLeast, spelling: "450") }
    ])
    func side(_ number: String) -> IndicatorReading.Direction? {
      reading.comparison(
        with: made(Comparator.self) { $0.value = Measure(.exact, spelling: number) })?
        .direction
    }
    #expect(side("500") == nil)
    #expect(side("400") == .up)
  }

  /// Of England at three dates the one of March 2024 stands beside a value of March 2024.
  @Test func comparesWithTheNearestPeriodThatIsNotLater() throws {
    var workspace = try Self.workspace([Self.value("a", "2024-03", "44")])
    var plans = try #require(workspace.indicators["plans"])
    plans.comparators = try [("2015-03", "42"), ("2025-03", "41.6"), ("2024-03", "43")].map {
      period, number in
      let on = try date(period)
      return made(Comparator.self) {
        ($0.name, $0.period, $0.value) = ("England", on, Measure(.exact, spelling: number))
      }
    }
    plans.headline = true
    workspace.indicators = RecordTable()
    workspace.indicators.append(plans)
    let reading = workspace.reading(of: plans)
    #expect(reading.nearest?.comparator.period?.short == "Mar 2024")
    #expect(reading.nearest?.comparison.difference == 1)
    let warnings = try workspace.warnings(on: day("2025-12-31"), in: .all)
    #expect(
      warnings.map { "\($0.text) \($0.detail)" } == ["Plans: 44, above England 43 (Mar 2024)"])
  }

  @Test(arguments: [
    ("2023-12-31", []), ("2024-05-31", ["undated"]), ("2024-06-01", ["early", "undated"]),
    ("2024-07-15", ["early", "said", "undated"]),
    ("2024-11-30", ["early", "late", "said", "undated"]),
  ])
  func whatWasNotKnownOnADayIsNotShown(on iso: String, ids: [String]) throws {
    let workspace = try Self.workspace([
      Self.value("undated", "2024-04", "1", Self.citing("undated")),
      Self.value("early", "2024-01", "2", Self.citing("early")),
      Self.value("late", "2024-02", "3", Self.citing("late")),
      Self.value("said", "2024-03", "4") {
        $0.source = [Citation("late")]
        $0.knownSince = ImpreciseDate("2024-07-15")
      },
    ])
    let plans = try #require(workspace.indicators["plans"])
    #expect(try workspace.reading(of: plans, on: day(iso)).values.map(\.id).sorted() == ids)
  }
}
