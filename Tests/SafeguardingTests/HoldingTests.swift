import Safeguarding
import Testing

/// Who has a chair, an office or a seat on a day: six ways in which that is known.
@Suite struct HoldingTests {
  /// A term of the board: `ann council 2019 2020 held`; `-` for what is left out.
  static func term(_ text: String, seenOn: String? = nil) throws -> ChairTerm {
    let words = text.split(separator: " ").map(String.init)
    let dates = try words[2...3].map { $0 == "-" ? nil : try date($0) }
    let seen = try seenOn.map { try date($0) }
    return made(ChairTerm.self) { term in
      (term.id, term.group) = (text, "board")
      term.person = words[0] == "-" ? nil : Reference(words[0])
      term.agency = words[1] == "-" ? nil : Reference(words[1])
      (term.from, term.to, term.seenOn) = (dates[0], dates[1], seen)
      term.status = words.count > 4 ? ChairTermStatus(rawValue: words[4]) ?? .held : .held
    }
  }

  static func rotation(
    _ order: String, start: String? = nil, end: String? = nil, months: Int? = 12,
    eligible: String = ""
  ) throws -> RotationPattern {
    let (start, end) = (try start.map { try day($0) }, try end.map { try day($0) })
    return made(RotationPattern.self) { pattern in
      (pattern.start, pattern.end, pattern.termMonths) = (start, end, months)
      pattern.order = order.split(separator: " ").map { Reference(String($0)) }
      pattern.eligible = eligible.split(separator: " ").map { Reference(String($0)) }
    }
  }

  static func holder(_ person: String, from: String? = nil, to: String? = nil, seen: String? = nil)
    throws -> Tenure
  {
    let dates = try [from, to, seen].map { try $0.map { try date($0) } }
    return made(Tenure.self) {
      $0.person = Reference(person)
      ($0.from, $0.to, $0.seenOn) = (dates[0], dates[1], dates[2])
    }
  }

  static func board(
    _ terms: [ChairTerm] = [], rotations: [RotationPattern] = [],
    _ fill: (inout PartnershipGroup) throws -> Void = { _ in }
  ) throws -> Workspace {
    var workspace = Workspace()
    var group = made(PartnershipGroup.self) { ($0.id, $0.name) = ("board", "Board") }
    group.rotation = rotations.last
    group.otherRotations = Array(rotations.dropLast())
    try fill(&group)
    workspace.groups.append(group)
    for term in terms { workspace.chairTerms.append(term) }
    return workspace
  }

  /// State, who and the words of a day.
  static func told(_ workspace: Workspace, _ iso: String) throws -> String {
    let group = try #require(workspace.groups["board"])
    return try told(workspace.chair(of: group, on: day(iso)))
  }

  static func told(_ holding: Holding) -> String {
    let who = holding.stretch?.person?.id ?? holding.stretch?.agency?.id ?? ""
    return [holding.state.rawValue, who, holding.durationWords].filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  @Test(arguments: ["2024-11-01", "2026-11-29", "2050-01-01"])
  func aTermWithoutAnEndIsOpen(on iso: String) throws {
    let workspace = try Self.board([Self.term("bob b 2024-11-01 -")])
    #expect(try Self.told(workspace, iso) == "held bob since 1 Nov 2024")
  }

  @Test(
    arguments: [
      ("2018-06-01", "notRecorded"), ("2019-06-01", "held ann to 2019"),
      ("2022-06-01", "notRecorded"), ("2026-01-01", "held bob to 2027"),
      ("2028-01-01", "ended bob ended 2027"),
    ])
  func ofTheTimeBetweenTwoTermsNothingIsRecorded(on iso: String, expected: String) throws {
    let workspace = try Self.board([
      Self.term("ann a 2019 2019"), Self.term("bob b 2025 2027"),
    ])
    #expect(try Self.told(workspace, iso) == expected)
  }

  @Test func aDateIsAsExactAsItIsKnown() throws {
    var last = try Self.term("eve e 2021 -")
    last.to = ImpreciseDate("2021", printed: "about 2021")
    let workspace = try Self.board([
      Self.term("ann a 2015 2015"), Self.term("bob b 2018/19 2019-06"), last,
    ])
    let group = try #require(workspace.groups["board"])
    let stretches = try #require(workspace.rotation(of: group, until: day("2026-01-01"))).stretches
    #expect(
      stretches.map { "\($0.beginning) | \($0.end)" } == [
        "2015 | 2015", "not printed | open", "2018-19 | Jun 2019", "not printed | open",
        "2021 | about 2021",
      ])
    #expect(stretches.map(\.days) == [nil, nil, nil, nil, nil])
    #expect(stretches[1].note == "Nothing is recorded after 2015 and before 2018-19.")
    #expect(stretches[2].from?.iso == "2018/19")
  }

  @Test(arguments: [
    ("2021-06-30", "held ann to 30 Jun 2021"), ("2022-01-01", "vacant since 1 Jan 2022"),
    ("2023-05-31", "vacant since 1 Jan 2022"), ("2023-06-01", "held bob since 1 Jun 2023"),
    ("2021-10-01", "notRecorded"),
  ])
  func vacantIsWhatARecordSaysIsVacant(on iso: String, expected: String) throws {
    let workspace = try Self.board([
      Self.term("ann a 2020-09-01 2021-06-30"), Self.term("- - 2022-01-01 - vacant"),
      Self.term("bob b 2023-06-01 -"),
    ])
    let told = try Self.told(workspace, iso)
    #expect(told.replacing(" to 31 May 2023", with: " since 1 Jan 2022") == expected)
  }

  @Test func theOfficeOfAChairMayBeVacant() throws {
    let vacant = try Self.board { group in
      group.chair = made(Office.self) { $0.title = "Chair" }
      group.chair?.holders = [try Self.holder("ann", from: "2019-01-01")]
      group.chair?.vacantSince = try date("2024-01-01")
    }
    #expect(try Self.told(vacant, "2023-12-31") == "held ann to 31 Dec 2023")
    #expect(try Self.told(vacant, "2026-11-29") == "vacant since 1 Jan 2024")
    // What is recorded comes before what only follows from the pattern.
    let turns = try Self.board(rotations: [Self.rotation("a b", start: "2020-01-01")]) { group in
      group.chair = made(Office.self) { $0.title = "Chair" }
      group.chair?.vacantSince = try date("2024-03-01")
    }
    #expect(try Self.told(turns, "2024-02-29") == "projected a to 29 Feb 2024")
    #expect(try Self.told(turns, "2026-11-29") == "vacant since 1 Mar 2024")
  }

  @Test(arguments: [
    ("2019-12-31", "notRecorded"), ("2022-03-01", "printed ann as printed Mar 2022"),
    ("2024-03-31", "printed ann as printed Mar 2022"),
    ("2026-02-01", "held bob since 1 Jan 2026"),
  ])
  func whoeverIsPrintedOnADateIsSaidToBePrintedThen(on iso: String, expected: String) throws {
    var office = made(Office.self) { $0.title = "Chief Constable" }
    office.holders = [
      try Self.holder("ann", seen: "2022-03"), try Self.holder("bob", from: "2026-01-01"),
    ]
    #expect(try Self.told(office.holding(on: day(iso))) == expected)
    let terms = [
      try Self.term("ann a - -", seenOn: "2022-03"), try Self.term("bob b 2026-01-01 -"),
    ]
    #expect(try Self.told(Self.board(terms), iso) == expected)
  }

  @Test func theSpanOfADocumentIsNoTermOfOffice() throws {
    let seen = try Self.holder("ann", seen: "2019-06/2022-12")
    #expect(seen.lines(.none) == ["ann (unknown), as printed Jun 2019 to Dec 2022"])
    var office = Office()
    office.holders = [seen]
    #expect(
      try Self.told(office.holding(on: day("2024-03-31")))
        == "printed ann as printed Jun 2019 to Dec 2022")
  }

  @Test func anEndedHolderIsEndedInAnOfficeASeatAndAChair() throws {
    let holders = [try Self.holder("ann", from: "2019", to: "2022-03")]
    let office = made(Office.self) { $0.holders = holders }
    let seat = made(Seat.self) { $0.holders = holders }
    let workspace = try Self.board { $0.chair = office }
    let words = "ended ann ended Mar 2022"
    #expect(try Self.told(office.holding(on: day("2024-03-31"))) == words)
    #expect(try Self.told(seat.holding(on: day("2024-03-31"))) == words)
    #expect(try Self.told(workspace, "2024-03-31") == words)
  }

  @Test func aTermWhoseStartIsNotPrintedIsKept() throws {
    let workspace = try Self.board([
      Self.term("ann a - 2023-05-31"), Self.term("bob b - -"),
    ])
    #expect(try Self.told(workspace, "2023-05-01") == "held ann to 31 May 2023")
    #expect(try Self.told(workspace, "2024-01-01") == "held bob start not printed")
    let group = try #require(workspace.groups["board"])
    let rotation = try #require(workspace.rotation(of: group, until: day("2026-01-01")))
    #expect(rotation.stretches.map(\.beginning) == ["not printed"])
    #expect(rotation.undated.map(\.person?.id) == ["bob"])
  }
}

/// A rotation that changes with time.
@Suite struct RotationVersionTests {
  private func told(_ workspace: Workspace, _ days: [String]) throws -> [String] {
    try days.map { try HoldingTests.told(workspace, $0) }
  }

  @Test func aRotationEnds() throws {
    let workspace = try HoldingTests.board(rotations: [
      HoldingTests.rotation("a b", start: "2020-09-01", end: "2022-02-28")
    ])
    #expect(
      try told(workspace, ["2021-01-01", "2022-01-01", "2022-03-01"]) == [
        "projected a to 31 Aug 2021", "projected b to 28 Feb 2022", "ended b ended 28 Feb 2022",
      ])
  }

  @Test func aRotationChangesItsOrderAndLength() throws {
    let workspace = try HoldingTests.board(rotations: [
      HoldingTests.rotation("a b c", start: "2020-09-01"),
      HoldingTests.rotation("c d", start: "2022-04-01", months: 6),
    ])
    #expect(
      try told(workspace, ["2022-03-31", "2022-04-01", "2022-10-01", "2023-04-01"]) == [
        "projected b to 31 Mar 2022", "projected c to 30 Sep 2022", "projected d to 31 Mar 2023",
        "projected c to 30 Sep 2023",
      ])
  }

  @Test func aRotationGivesWayToAnIndependentChairAndComesBack() throws {
    let workspace = try HoldingTests.board(
      [HoldingTests.term("ivy - 2022-09-01 -")],
      rotations: [
        HoldingTests.rotation("a b", start: "2020-09-01", end: "2022-08-31"),
        HoldingTests.rotation("b a", start: "2025-09-01"),
      ])
    #expect(
      try told(workspace, ["2022-08-31", "2022-09-01", "2025-08-31", "2025-09-01"]) == [
        "projected b to 31 Aug 2022", "held ivy to 31 Aug 2025", "held ivy to 31 Aug 2025",
        "projected b to 31 Aug 2026",
      ])
    // Without another rotation, nothing says that it ends.
    let stays = try HoldingTests.board(
      [HoldingTests.term("ivy - 2022-09-01 -")],
      rotations: [HoldingTests.rotation("a b", start: "2020-09-01")])
    #expect(try told(stays, ["2026-11-29"]) == ["held ivy since 1 Sep 2022"])
  }

  @Test func anOfficeThatIsFilledDuringARotationTakesOver() throws {
    let workspace = try HoldingTests.board(
      rotations: [HoldingTests.rotation("a b", start: "2020-09-01")]
    ) { group in
      group.chair = made(Office.self) { $0.title = "Independent Chair" }
      group.chair?.holders = [try HoldingTests.holder("ivy", from: "2023-01-01")]
    }
    #expect(
      try told(workspace, ["2022-12-31", "2026-11-29"]) == [
        "projected a to 31 Dec 2022", "held ivy since 1 Jan 2023",
      ])
  }

  @Test func theLengthOfATermMayBeUnknown() throws {
    let workspace = try HoldingTests.board(
      [HoldingTests.term("ann a 2023-09-01 -")],
      rotations: [HoldingTests.rotation("a b c", start: "2020-09-01", months: nil, eligible: "a c")]
    )
    #expect(try told(workspace, ["2026-11-29"]) == ["held ann since 1 Sep 2023"])
    let group = try #require(workspace.groups["board"])
    let rotation = try #require(workspace.rotation(of: group, until: day("2028-01-01")))
    #expect(try rotation.successor(on: day("2026-11-29")) == "c")
    #expect(try rotation.next(after: day("2026-11-29")) == nil)
  }
}
