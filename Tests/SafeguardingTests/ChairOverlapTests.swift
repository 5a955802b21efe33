@testable import Safeguarding
import Testing

/// Terms that overlap, and chairs of which very much is recorded.
@Suite struct ChairOverlapTests {
  /// Who has the chair on a day, as `bob/b + ann/a held to 31 Dec 2022`.
  private func told(_ workspace: Workspace, _ iso: String) throws -> String {
    let group = try #require(workspace.groups["board"])
    let holding = workspace.chair(of: group, on: try day(iso))
    let who = (holding.stretch?.each ?? []).map { $0.person?.id ?? $0.agency?.id ?? "-" }
    return [who.joined(separator: " + "), holding.state.rawValue, holding.durationWords]
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  private func terms(_ workspace: Workspace, until iso: String) throws -> [String] {
    let group = try #require(workspace.groups["board"])
    return try #require(workspace.rotation(of: group, until: day(iso))).terms.map {
      "\($0.person?.id ?? $0.agency?.id ?? "-") \($0.beginning) to \($0.end) \($0.days ?? 0)"
    }
  }

  @Test(arguments: [
    // Whoever is joined does not end: the end is the recorded one.
    ("2020-12-31", "ann held to 30 Jun 2021"),
    // On the days of both both are recorded; the later one does not wait.
    ("2021-01-01", "bob + ann held to 31 Dec 2022"),
    ("2021-02-28", "bob + ann held to 31 Dec 2022"),
    ("2021-03-01", "cat + ann + bob held to 31 May 2021"),
    ("2021-05-31", "cat + ann + bob held to 31 May 2021"),
    // When a later one has left, the earlier ones go on.
    ("2021-06-01", "ann + bob held to 30 Jun 2021"),
    ("2021-06-30", "ann + bob held to 30 Jun 2021"),
    ("2021-07-01", "bob held to 31 Dec 2022"), ("2023-01-01", "bob ended ended 31 Dec 2022"),
  ])
  func onTheDaysOfTwoTermsBothAreRecorded(on iso: String, expected: String) throws {
    let workspace = try HoldingTests.board([
      HoldingTests.term("ann a 2020-01-01 2021-06-30"),
      HoldingTests.term("bob b 2021-01-01 2022-12-31"),
      HoldingTests.term("cat c 2021-03-01 2021-05-31"),
    ])
    #expect(try told(workspace, iso) == expected)
    #expect(
      try terms(workspace, until: "2023-01-01") == [
        // 366 + 181 days; 365 + 365 days; 31 + 30 + 31 days.
        "ann 1 Jan 2020 to 30 Jun 2021 547", "bob 1 Jan 2021 to 31 Dec 2022 730",
        "cat 1 Mar 2021 to 31 May 2021 92",
      ])
  }

  @Test(arguments: [
    // A plan waits for the end of what was held, as it did; a longer term moves what follows.
    ("ann a 2020-01-01 2021-06-30", "bob b 2021-01-01 - planned", "2021-03-01", "ann"),
    ("ann a 2020-01-01 2021-06-30", "bob b 2021-01-01 - planned", "2021-07-01", "bob"),
    // Of a month and a year nobody knows whether one followed the other.
    ("ann a 2020-01-01 2021-06", "bob b 2021-06 2022-12-31", "2021-06-15", "bob"),
    ("ann a 2020 2021", "bob b 2021 2022", "2021-03-01", "bob"),
    // What has no end ends when the next one begins.
    ("ann a 2020-01-01 -", "bob b 2021-01-01 2022-12-31", "2021-03-01", "bob"),
    // What was held does not wait for what was only planned.
    ("ann a 2020-01-01 2021-06-30 planned", "bob b 2021-01-01 2022-12-31", "2021-03-01", "bob"),
  ])
  func whatIsNoOverlap(first: String, second: String, on iso: String, who: String) throws {
    let workspace = try HoldingTests.board([
      HoldingTests.term(first), HoldingTests.term(second),
    ])
    #expect(try told(workspace, iso).split(separator: " ").first ?? "" == who)
    #expect(!(try told(workspace, iso)).contains("+"))
  }

  @Test func aTermThatIsMovedOverlapsNothing() throws {
    var longer = try HoldingTests.term("ann a 2020-01-01 2021-06-30")
    longer.shiftsFollowing = true
    let workspace = try HoldingTests.board([
      longer, HoldingTests.term("bob b 2021-01-01 2021-12-31"),
    ])
    #expect(try told(workspace, "2021-03-01") == "ann held to 30 Jun 2021")
    #expect(try told(workspace, "2021-07-01").hasPrefix("bob held"))
  }

  @Test func whoGoesOnTakesThePlaceOfATurnAndTheDatesStay() throws {
    let pattern = try HoldingTests.rotation("a b c", start: "2020-01-01")
    let workspace = try HoldingTests.board(
      [
        HoldingTests.term("ann a 2020-01-01 2023-06-30"),
        HoldingTests.term("bob b 2021-01-01 2021-12-31"),
      ], rotations: [pattern])
    #expect(try told(workspace, "2022-05-01") == "ann held to 30 Jun 2023")
    #expect(try told(workspace, "2023-07-01").hasPrefix("a projected to 31 Dec 2023"))
  }

  @Test func anOverlapIsOneWhateverVersionOfTheRotationHolds() throws {
    let workspace = try HoldingTests.board(
      [
        HoldingTests.term("ann a 2020-01-01 2021-06-30"),
        HoldingTests.term("bob b 2021-01-01 2021-12-31"),
      ],
      rotations: [
        HoldingTests.rotation("a b", start: "2020-01-01", end: "2020-12-31"),
        HoldingTests.rotation("b c", start: "2021-01-01"),
      ])
    #expect(try told(workspace, "2020-12-31") == "ann held to 30 Jun 2021")
    #expect(try told(workspace, "2021-06-30") == "bob + ann held to 30 Jun 2021")
    #expect(try told(workspace, "2021-07-01") == "bob held to 31 Dec 2021")
    #expect(try told(workspace, "2022-01-01").hasPrefix("c projected"))
  }

  @Test func turnsOfCenturiesAreToldOfOneHundredYears() throws {
    let pattern = try HoldingTests.rotation("a b", start: "0001-01-01", months: 1)
    let workspace = try HoldingTests.board(rotations: [pattern])
    let group = try #require(workspace.groups["board"])
    let near = try #require(workspace.rotation(of: group, aheadOf: day("2026-11-30")))
    // A hundred years, thirty months ahead, and the turns at both ends.
    #expect((1_230...1_232).contains(near.stretches.count))
    let all = try Rotation(group: group, terms: [], until: day("2026-11-30"))
    #expect(all.stretches.count == 2_025 * 12 + 11)
    for iso in ["1926-12-01", "1999-12-31", "2026-11-30"] {
      #expect(
        near.holding(on: try day(iso)).stretch?.agency == all.stretch(on: try day(iso))?.agency)
    }
  }

  /// Ways to record very much of one chair; each of them took minutes at such a size.
  enum Way: String, CaseIterable {
    case ends, sameDay, nested, holders, nestedHolders, turns
  }

  @Test(arguments: Way.allCases)
  func veryManyRecordsOfOneChairAreLaidOut(way: Way) throws {
    let count = 12_000
    let first = try day("1024-01-01")
    func month(_ number: Int) -> ImpreciseDate { ImpreciseDate(first.adding(months: number)) }
    func term(_ number: Int, _ from: ImpreciseDate?, _ to: ImpreciseDate?) -> ChairTerm {
      made(ChairTerm.self) {
        ($0.id, $0.group, $0.status) = ("t\(number)", "board", .held)
        ($0.agency, $0.from, $0.to) = (Reference("a\(number % 1_000)"), from, to)
      }
    }
    func holder(_ number: Int, _ to: ImpreciseDate) -> Tenure {
      made(Tenure.self) {
        ($0.person, $0.from, $0.to) = (Reference("p\(number)"), month(number), to)
      }
    }
    var terms: [ChairTerm] = []
    var rotations: [RotationPattern] = []
    var office: Office?
    switch way {
    case .ends:
      terms = (0..<count).map { term($0, nil, month($0)) }
      rotations = [try HoldingTests.rotation("a b", start: "0001-01-01", months: 1)]
    case .sameDay: terms = (0..<count).map { term($0, month(0), month($0 + 1)) }
    case .nested: terms = (0..<count).map { term($0, month($0), month(2 * count - $0)) }
    case .holders:
      office = made(Office.self) { office in
        office.holders = (0..<count).map { holder($0, month($0 + 1)) }
      }
      rotations = [try HoldingTests.rotation("a b", start: "0001-01-01", months: 1)]
    case .nestedHolders:
      office = made(Office.self) { office in
        office.holders = (0..<count).map { holder($0, month(2 * count - $0)) }
      }
    case .turns:
      let order = (0..<1_000).map { "a\($0)" }.joined(separator: " ")
      rotations = [
        try HoldingTests.rotation(order, start: "1024-01-01", months: 1, eligible: "a1 a3 a5")
      ]
      terms = (0..<count).map { number in
        var term = term(number * 7, month(number), nil)
        term.shiftsFollowing = true
        return term
      }
    }
    let workspace = try HoldingTests.board(terms, rotations: rotations) { $0.chair = office }
    let group = try #require(workspace.groups["board"])
    let rotation = try #require(workspace.rotation(of: group, aheadOf: day("2023-12-31")))
    #expect(rotation.isWithoutGaps)
    #expect(rotation.stretches.allSatisfy { $0.each.count <= 51 })
  }
}
