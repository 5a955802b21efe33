import Safeguarding
import Testing

/// Several people in one office or seat on one day, and one after the other.
@Suite struct SharedOfficeTests {
  private static func office(_ holders: [(String, from: String?, to: String?, seen: String?)])
    -> Office
  {
    made(Office.self) { office in
      office.title = "Chief Constable"
      office.holders = holders.map { holder in
        made(Tenure.self) {
          $0.person = Reference(holder.0)
          ($0.from, $0.to) = (
            holder.from.flatMap { ImpreciseDate($0) }, holder.to.flatMap { ImpreciseDate($0) }
          )
          $0.seenOn = holder.seen.flatMap { ImpreciseDate($0) }
        }
      }
    }
  }

  @Test(
    arguments: [
      // Two who began together share it; one of three may leave.
      (
        [("ann", "2024-01-01", nil, nil), ("ben", "2024-01-01", nil, nil)], "2024-06-01",
        ["ann", "ben"]
      ),
      (
        [("ann", "2024-01-01", "2024-03-31", nil), ("ben", "2024-01-01", nil, nil)], "2024-04-01",
        ["ben"]
      ),
      (
        [("ann", "2024-01-01", "2024-03-31", nil), ("ben", "2024-01-01", nil, nil)], "2024-03-31",
        ["ann", "ben"]
      ),
      // A handover of a fortnight, as recorded.
      (
        [("ann", "2022-01-01", "2024-01-14", nil), ("ben", "2024-01-01", nil, nil)], "2024-01-10",
        ["ann", "ben"]
      ),
      (
        [("ann", "2022-01-01", "2024-01-14", nil), ("ben", "2024-01-01", nil, nil)], "2024-01-15",
        ["ben"]
      ),
      // Whoever came before without an end was followed.
      ([("ann", "2022-01-01", nil, nil), ("ben", "2024-01-01", nil, nil)], "2024-06-01", ["ben"]),
      // An end that is only known by its year may lie before the day.
      (
        [("ann", "2022-01-01", "2024", nil), ("ben", "2024-05-01", nil, nil)], "2024-06-01", ["ben"]
      ),
      // Printed side by side, and printed one after the other.
      (
        [("ann", nil, nil, "2022-03"), ("ben", nil, nil, "2022-03")], "2024-06-01", ["ann", "ben"]
      ),
      ([("ann", nil, nil, "2020-07"), ("ben", nil, nil, "2022-03")], "2024-06-01", ["ben"]),
      ([("ann", nil, nil, nil), ("ben", nil, nil, nil)], "2024-06-01", ["ann", "ben"]),
      ([("ann", "2025-01-01", nil, nil), ("ben", "2025-01-01", nil, nil)], "2024-06-01", []),
    ] as [([(String, from: String?, to: String?, seen: String?)], String, [String])])
  func allWhoHaveItOnADay(
    holders: [(String, from: String?, to: String?, seen: String?)], on: String, people: [String]
  ) throws {
    let office = Self.office(holders)
    #expect(try office.holding(on: day(on)).people.map(\.id).sorted() == people)
  }

  /// What either of two who share a seat owes is found for both.
  @Test func bothOwnWhatTheirOfficeOwes() throws {
    let workspace = try SmallArea.workspace([]) {
      var partnership = made(Partnership.self) { ($0.id, $0.name) = ("north", "North") }
      partnership.officers = [
        Self.office([("ann", "2024-01-01", nil, nil), ("ben", "2024-01-01", nil, nil)])
      ]
      $0.partnerships.append(partnership)
    }
    let matching = OwnerMatching(workspace, on: try day("2024-06-01"))
    let meant = matching.meant(by: made(Owner.self) { $0.name = "Chief Constable" }, in: ["north"])
    #expect(meant.compactMap(\.person?.id).sorted() == ["ann", "ben"])
  }

  /// One group split into two, and two merged into one: each names whose work it took over.
  @Test func groupsAreSplitAndMerged() throws {
    func group(_ id: String, after: [String] = []) -> PartnershipGroup {
      made(PartnershipGroup.self) {
        ($0.id, $0.name, $0.successorOf) = (id, id, after.map { Reference($0) })
      }
    }
    let workspace = try SmallArea.workspace([]) {
      for group in [
        group("quality"), group("east", after: ["quality"]), group("west", after: ["quality"]),
        group("all", after: ["east", "west"]),
      ] { $0.groups.append(group) }
    }
    func after(_ id: String) -> [String] {
      workspace.groups[id].map { workspace.successors(of: $0).map(\.id) } ?? []
    }
    #expect(after("quality") == ["east", "west"])
    #expect(after("east") == ["all"] && after("west") == ["all"] && after("all").isEmpty)
  }
}
