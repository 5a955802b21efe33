import Safeguarding
import Testing

/// Values of indicators: where they lie, and how they are found.
@Suite struct ValueTests {
  private func value(
    _ id: String, of indicator: String, _ period: String?, by agency: String? = nil,
    source: String? = nil
  ) throws -> Observation {
    let period = try period.map { try date($0) }
    return made(Observation.self) {
      $0.id = id
      $0.indicator = Reference(indicator)
      $0.period = period
      $0.agency = agency.map { Reference($0) }
      $0.source = source.map { [Citation($0)] } ?? []
    }
  }

  @Test(
    arguments: [
      ("2024/25", "council" as String?, "report page 1" as String?, "council-2024"),
      ("2024-04", "council", nil, "council-2024"), ("2025-03", "council", nil, "council-2024"),
      ("2025-01/2025-03", "council", nil, "council-2024"),
      ("2025-04-01", "council", nil, "council-2025"),
      ("2011", "ons", nil, "ons-2011"), ("2024/25", nil, "report page 1", "report-2024"),
      ("2024/25", nil, nil, "values-2024"), (nil as String?, "council", nil, "council-undated"),
    ] as [(String?, String?, String?, String)])
  func eachAgencyOrSourceHasAFileForAReportingYear(
    period: String?, agency: String?, source: String?, name: String
  ) throws {
    let value = try value("v", of: "plans", period, by: agency, source: source)
    let documents = Observation.homes.compactMap { $0.document(for: value) }
    #expect(documents == ["dataset/values/\(name).json"])
  }

  @Test func theValuesOfAnIndicatorStandInTheOrderOfTheirPeriods() throws {
    var workspace = Workspace()
    workspace.add(
      [
        try value("late", of: "plans", "2024/25"), try value("other", of: "calls", "2020"),
        try value("unknown", of: "plans", nil), try value("early", of: "plans", "2022/23"),
      ], from: "dataset/values/council-2024.json")
    var later = Workspace()
    later.add(
      [try value("middle", of: "plans", "2023/24"), try value("again", of: "plans", "2022/23")],
      from: "dataset/values/police-2023.json")
    workspace.join([later])
    let plans = made(Indicator.self) { $0.id = "plans" }
    #expect(
      workspace.values(of: plans).map(\.id) == ["early", "again", "middle", "late", "unknown"])
    #expect(workspace.values(of: made(Indicator.self) { $0.id = "calls" }).map(\.id) == ["other"])
    #expect(workspace.values(of: Indicator()).isEmpty)
    let reading = workspace.reading(of: plans)
    #expect(reading.latest?.id == "unknown")
    // Nobody can say that an unknown period is later than another one.
    #expect(reading.previous == nil)
  }
}
