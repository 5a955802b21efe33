import Safeguarding
import Testing

/// The place of a value among those of the statistical neighbours, worked out by hand.
@Suite struct NeighbourPositionTests {
  private static let areas = ["Rochdale", "Thurrock", "Swindon", "Telford", "Derby"]

  private func position(
    own: String, others: [String], own period: String = "2022/23", polarity: Polarity = .neither
  ) throws -> NeighbourPosition? {
    let year = try date("2022/23")
    let ownPeriod = try date(period)
    let group = made(ComparatorGroup.self) {
      $0.id = "neighbours"
      $0.title = "Statistical neighbours"
      $0.members = NeighbourPositionTests.areas
    }
    let indicator = made(Indicator.self) {
      $0.id = "plans"
      $0.polarity = polarity
      $0.comparators = zip(NeighbourPositionTests.areas, others).map { name, value in
        made(Comparator.self) {
          $0.name = name.uppercased()
          $0.period = year
          $0.value = Measure(.exact, spelling: value)
        }
      }
    }
    let value = made(Observation.self) {
      $0.indicator = "plans"
      $0.period = ownPeriod
      $0.value = Measure(.exact, spelling: own)
    }
    return NeighbourPosition(IndicatorReading(indicator, values: [value]), groups: [group])
  }

  @Test func rankAndQuartile() throws {
    // 30, 40, 44, 50, 60, 70: the quarters lie at 41, 47 and 57.5.
    let found = try #require(try position(own: "44", others: ["30", "40", "50", "60", "70"]))
    #expect(found.rank == 4)
    #expect(found.count == 6)
    #expect(found.fifths == [30, 41, 47, 57.5, 70])
    #expect(found.quartile == 2)
    #expect(found.mean == 50)
    #expect(found.areas.map(\.value.text) == ["70", "60", "50", "40", "30"])
    #expect(found.better(than: .neither) == nil)
    #expect(found.better(than: .higherIsBetter) == 2)
    #expect(found.better(than: .lowerIsBetter) == 3)
  }

  @Test func areasWithOneValueShareAPlace() throws {
    let found = try #require(try position(own: "50", others: ["50", "50", "40", "60", "60"]))
    #expect(found.rank == 3)
  }

  @Test func anotherPeriodOrTooFewSayNothing() throws {
    #expect(try position(own: "44", others: ["30", "40", "50", "60"], own: "2023/24") == nil)
    #expect(try position(own: "44", others: ["30", "40", "50"]) == nil)
  }

  /// Where single areas are known, no indicator is said to lie above one of them: they are told apart.
  @Test func singleAreasAreNoComparators() throws {
    var workspace = Workspace()
    var group = ComparatorGroup()
    (group.id, group.members) = ("neighbours", NeighbourPositionTests.areas)
    workspace.comparatorGroups.append(group)
    let year = try date("2022/23")
    func comparators(_ names: [String]) -> [Comparator] {
      names.map { name in
        made(Comparator.self) {
          ($0.name, $0.period, $0.value) = (name, year, Measure(.exact, spelling: "40"))
        }
      }
    }
    var indicator = made(Indicator.self) { $0.id = "plans" }
    indicator.comparators = comparators(["England"] + NeighbourPositionTests.areas)
    let reading = workspace.reading(of: indicator)
    #expect(reading.comparators.map(\.name) == ["England"])
    #expect(reading.areas.map(\.name) == NeighbourPositionTests.areas)
    // Three of them say nothing of a place: they stand beside England.
    indicator.comparators = comparators(["England", "Derby", "Swindon", "Telford"])
    #expect(workspace.reading(of: indicator).comparators.count == 4)
  }
}
