import Safeguarding
import Testing

@Suite struct RotationTests {
  private func group(
    order: [String], start: String? = "2019-09-02", termMonths: Int = 12
  ) throws -> PartnershipGroup {
    let start = try start.map { try day($0) }
    return made(PartnershipGroup.self) { group in
      group.id = "board"
      group.rotation = made(RotationPattern.self) { pattern in
        pattern.start = start
        pattern.termMonths = termMonths
        pattern.order = order.map { Reference($0) }
      }
    }
  }

  private func term(
    _ agency: String, from: String, to: String? = nil, group: String = "board",
    reason: String = ""
  ) throws -> ChairTerm {
    let (from, to) = (try date(from), try to.map { try date($0) })
    return made(ChairTerm.self) { term in
      term.id = "\(agency)-\(from.iso)"
      term.group = Reference(group)
      term.agency = Reference(agency)
      (term.from, term.to) = (from, to)
      term.status = .held
      term.reason = reason
    }
  }

  /// The stretches as short texts.
  private func stretches(
    _ group: PartnershipGroup, _ terms: [ChairTerm], until end: String
  ) throws -> [String] {
    try Rotation(group: group, terms: terms, until: day(end)).texts
  }

  @Test func recordedTermsComeFirstAndThePatternGoesOn() throws {
    let group = try group(order: ["council", "health", "police"])
    let terms = [
      try term("health", from: "2023-09-02"), try term("council", from: "2022-09-02"),
      try term("council", from: "2023-01-01", group: "another"),
    ]
    #expect(
      try stretches(group, terms, until: "2026-09-02") == [
        "council 2019-09-02 2020-09-01 projected", "health 2020-09-02 2021-09-01 projected",
        "police 2021-09-02 2022-09-01 projected",
        "council 2022-09-02 2023-09-01 held", "health 2023-09-02 2024-09-01 held",
        "police 2024-09-02 2025-09-01 projected", "council 2025-09-02 2026-09-01 projected",
        "health 2026-09-02 2027-09-01 projected",
      ])
  }

  /// Before the first recorded term the same is said as after the last one.
  @Test(
    arguments: [
      (nil, ["a 2019-09-02 2020-09-01 projected", "b 2020-09-02 2021-09-01 projected"]),
      (
        "2021-09-02",
        [
          "a 2019-09-02 2020-09-01 projected", "b 2020-09-02 2021-09-01 projected",
          "c 2021-09-02 2022-09-01 held",
        ]
      ),
      // Of the rest of a turn that a recorded term begins in, nothing is recorded.
      (
        "2021-03-01",
        [
          "a 2019-09-02 2020-09-01 projected", "nobody 2020-09-02 2021-02-28 notRecorded",
          "c 2021-03-01 2022-09-01 held",
        ]
      ),
      ("2019-12-01", ["c 2019-12-01 2020-09-01 held", "b 2020-09-02 2021-09-01 projected"]),
      ("2019-01-01", ["c 2019-01-01 2019-09-01 held", "a 2019-09-02 2020-09-01 projected"]),
    ] as [(String?, [String])])
  func whatLiesBeforeTheFirstTermGoesByThePattern(from: String?, expected: [String]) throws {
    let group = try group(order: ["a", "b", "c"])
    let terms = try from.map { [try term("c", from: $0)] } ?? []
    #expect(
      try stretches(group, terms, until: "2021-09-01").prefix(expected.count) == expected[...])
  }

  @Test func ofAGapNothingIsRecorded() throws {
    let group = try group(order: [])
    let terms = [
      try term("council", from: "2020-09-02", to: "2021-03-31"),
      try term("health", from: "2021-06-01", to: "2021-12-31"),
    ]
    #expect(
      try stretches(group, terms, until: "2030-01-01") == [
        "council 2020-09-02 2021-03-31 held", "nobody 2021-04-01 2021-05-31 notRecorded",
        "health 2021-06-01 2021-12-31 held",
      ])
    let rotation = Rotation(group: group, terms: terms, until: try day("2030-01-01"))
    #expect(rotation.stretches[1].note.contains("61 days"))
    #expect(rotation.stretches.map(\.days) == [211, 61, 214])
    #expect(rotation.stretches.map(\.isTaken) == [true, false, true])
  }

  @Test func whoeverHasTheTurnHasTheChairBeforeATermThatIsRecordedAhead() throws {
    let terms = [
      try term("council", from: "2020-09-02", to: "2021-03-31"),
      try term("police", from: "2023-12-01", to: "2024-09-01"),
    ]
    #expect(
      try stretches(
        group(order: ["health", "council", "police"]), terms, until: "2024-08-01") == [
          "health 2019-09-02 2020-09-01 projected",
          "council 2020-09-02 2021-03-31 held", "nobody 2021-04-01 2021-09-01 notRecorded",
          "police 2021-09-02 2022-09-01 projected", "health 2022-09-02 2023-09-01 projected",
          "nobody 2023-09-02 2023-11-30 notRecorded", "police 2023-12-01 2024-09-01 held",
        ])
  }

  @Test func aSwapIsKeptAsRecordedWithItsReason() throws {
    let group = try group(order: ["council", "health", "police"])
    let terms = [
      try term("council", from: "2020-09-02"),
      try term("police", from: "2021-09-02", reason: "Health asked to wait a year."),
      try term("health", from: "2022-09-02"),
    ]
    let rotation = Rotation(group: group, terms: terms, until: try day("2023-01-01"))
    #expect(rotation.stretches.map(\.agency?.id) == ["council", "council", "police", "health"])
    #expect(rotation.stretches[2].reason == "Health asked to wait a year.")
    #expect(rotation.stretches[2].note == "Health asked to wait a year.")
    #expect(rotation.stretches[2].term?.id == "police-2021-09-02")
  }

  @Test(arguments: [
    ("2023-09", "2023-09-02"), ("2023", "2023-09-02"), ("autumn 2023", "2023-09-02"),
    ("2023/24", "2023-09-02"), ("2023-10", "2023-10-01"), ("2023-09-05", "2023-09-05"),
    ("2018", "2018-09-02"), ("2018-09", "2018-09-02"), ("2019-09", "2019-09-02"),
  ])
  func aVagueStartIsTheDayOfThePatternThatItMayMean(from: String, first: String) throws {
    let group = try group(order: [])
    let rotation = Rotation(
      group: group, terms: [try term("council", from: from)], until: try day("2024-01-01"))
    #expect(rotation.stretches.map(\.first.iso) == [first])
  }

  @Test func aTermEndsWhereTheNextBeginsUnlessItsEndIsRecorded() throws {
    let group = try group(order: [])
    let health = try term("health", from: "2021-03-01")
    func told(_ end: String?) throws -> [String] {
      let terms = [try term("council", from: "2020-09-02", to: end), health]
      return try stretches(group, terms, until: "2022-01-01")
    }
    let cut = ["council 2020-09-02 2021-02-28 held", "health 2021-03-01 2022-02-28 held"]
    #expect(try told(nil) == cut)
    #expect(try told("2021-03-01") == cut)
    #expect(
      try told("2021-06-30") == [
        // Until 30 June both; twelve months of health's own from the day on which it began.
        "council 2020-09-02 2021-02-28 held", "health 2021-03-01 2021-06-30 held",
        "health 2021-07-01 2022-02-28 held",
      ])
  }

  @Test func aVagueEndIsTheEndByThePattern() throws {
    let terms = [try term("council", from: "2020-09-02", to: "2021-09")]
    #expect(
      try stretches(group(order: []), terms, until: "2022-01-01") == [
        "council 2020-09-02 2021-09-01 held"
      ])
  }

  @Test func withoutAnOrderNothingIsMadeUp() throws {
    #expect(try stretches(group(order: []), [], until: "2030-01-01").isEmpty)
    #expect(try stretches(group(order: ["a"], start: nil), [], until: "2030-01-01").isEmpty)
    #expect(
      try stretches(group(order: ["a"], termMonths: 0), [], until: "2030-01-01").isEmpty)
  }

  @Test func findsTheStretchOfADayAndTheNextOne() throws {
    let group = try group(order: ["a", "b"])
    let rotation = Rotation(group: group, terms: [], until: try day("2021-01-01"))
    #expect(try rotation.stretch(on: day("2020-09-01"))?.agency?.id == "a")
    #expect(try rotation.stretch(on: day("2020-09-02"))?.agency?.id == "b")
    #expect(try rotation.stretch(on: day("2019-09-01")) == nil)
    #expect(try rotation.next(after: day("2020-09-01"))?.agency?.id == "b")
    #expect(try rotation.next(after: day("2020-09-02")) == nil)
  }

  @Test func nothingIsProjectedAfterTheEndOfTheGroup() throws {
    var group = try group(order: ["a", "b"])
    group.to = try date("2021-08")
    #expect(
      try stretches(group, [], until: "2030-01-01") == [
        "a 2019-09-02 2020-09-01 projected", "b 2020-09-02 2021-08-31 projected",
      ])
  }

  @Test func aChairThatDoesNotRotateHasNoRotation() throws {
    let workspace = Workspace()
    #expect(try workspace.rotation(of: PartnershipGroup(), until: day("2030-01-01")) == nil)
  }

  @Test func termsAreShownWhereNothingIsSaidOfARotation() throws {
    var workspace = Workspace()
    workspace.chairTerms.append(try term("council", from: "2020-09-02", to: "2021-03-31"))
    workspace.chairTerms.append(try term("health", from: "2021-04-01"))
    let board = made(PartnershipGroup.self) { $0.id = "board" }
    let rotation = try #require(workspace.rotation(of: board, until: try day("2030-01-01")))
    #expect(
      rotation.texts == [
        "council 2020-09-02 2021-03-31 held", "health 2021-04-01 2030-01-01 held",
      ])
  }

  /// Who is recorded in the office of the chair came before the rotation, or took over from it.
  @Test func anIndependentChairComesBeforeTheRotation() throws {
    var group = try group(order: ["a", "b"])
    let (first, second) = (try date("2015-04-01"), try date("2017-01"))
    let (end, seen, late) = (try date("2016-12-31"), try date("2018-05"), try date("2020-01-01"))
    func holder(_ person: String, from: ImpreciseDate? = nil, to: ImpreciseDate? = nil) -> Tenure {
      made(Tenure.self) {
        $0.person = Reference(person)
        ($0.from, $0.to) = (from, to)
      }
    }
    var found = holder("dee")
    found.seenOn = seen
    group.chair = made(Office.self) { office in
      office.title = "Independent Chair"
      office.holders = [
        holder("ann", from: first, to: end), holder("bob", from: second), found,
        holder("eve", from: late), holder("fay"),
      ]
    }
    let rotation = Rotation(group: group, terms: [], until: try day("2020-09-01"))
    #expect(
      rotation.texts == [
        "nobody 2015-04-01 2016-12-31 held", "nobody 2017-01-01 2018-04-30 held",
        "nobody 2018-05-01 2019-09-01 printed", "a 2019-09-02 2019-12-31 projected",
        "nobody 2020-01-01 2020-09-01 held",
      ])
    #expect(rotation.stretches.map(\.person?.id) == ["ann", "bob", "dee", nil, "eve"])
    #expect(rotation.undated.map(\.person?.id) == ["fay"])
    #expect(rotation.stretches[0].title == "Independent Chair")
    group.chair?.vacantSince = try date("2019-01-01")
    #expect(
      try stretches(group, [], until: "2019-09-02").dropFirst(2) == [
        "nobody 2018-05-01 2018-12-31 printed", "nobody 2019-01-01 2019-09-01 vacant",
        "a 2019-09-02 2019-12-31 projected", "nobody 2020-01-01 2020-01-01 held",
      ])
  }
}
