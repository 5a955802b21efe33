import Safeguarding
import Testing

/// Two or more who share a chair or an office: both have it, and nobody is laid out after the other.
@Suite struct CoChairTests {
  /// Who has the chair on a day, as `ann/a + bob/b held to 31 Aug 2025`.
  private func told(_ workspace: Workspace, _ iso: String) throws -> String {
    let group = try #require(workspace.groups["board"])
    let holding = workspace.chair(of: group, on: try day(iso))
    let who = (holding.stretch?.each ?? []).map {
      "\($0.person?.id ?? "-")/\($0.agency?.id ?? "-")"
    }
    return [who.joined(separator: " + "), holding.state.rawValue, holding.durationWords]
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  private func rotation(_ workspace: Workspace, until iso: String) throws -> Rotation {
    let group = try #require(workspace.groups["board"])
    return try #require(workspace.rotation(of: group, until: day(iso)))
  }

  private func terms(_ rotation: Rotation) -> [String] {
    rotation.terms.map {
      "\($0.person?.id ?? "-")/\($0.agency?.id ?? "-") \($0.beginning) to \($0.end) \($0.status)"
    }
  }

  @Test(
    arguments: [
      ("2024-08-31", "notRecorded"),
      ("2024-09-01", "ann/a + bob/b held to 31 Aug 2025"),
      ("2025-08-31", "ann/a + bob/b held to 31 Aug 2025"),
      ("2025-09-01", "ann/a + bob/b ended ended 31 Aug 2025"),
    ])
  func twoTermsOfOneTimeAreShared(on iso: String, expected: String) throws {
    let workspace = try HoldingTests.board([
      HoldingTests.term("ann a 2024-09-01 2025-08-31"),
      HoldingTests.term("bob b 2024-09-01 2025-08-31"),
    ])
    #expect(try told(workspace, iso) == expected)
    let chair = workspace.chair(of: try #require(workspace.groups["board"]), on: try day(iso))
    #expect(chair.people.map(\.id) == (chair.isTaken ? ["ann", "bob"] : []))
    #expect(
      terms(try rotation(workspace, until: "2026-01-01")) == [
        "ann/a 1 Sep 2024 to 31 Aug 2025 held", "bob/b 1 Sep 2024 to 31 Aug 2025 held",
      ])
  }

  @Test(arguments: [
    // No end of either: by the pattern where there is one, else open.
    ("-", "-", "", "2025-08-31", "ann/a + bob/b held since 1 Sep 2024"),
    ("-", "-", "a b c", "2025-08-31", "ann/a + bob/b held to 31 Aug 2025 by the pattern"),
    ("2025-08-31", "-", "a b c", "2025-08-31", "ann/a + bob/b held to 31 Aug 2025"),
    // One leaves, the other goes on and is held since the first day.
    ("2025-05-31", "-", "", "2025-05-31", "ann/a + bob/b held to 31 May 2025"),
    ("2025-05-31", "-", "", "2025-06-01", "bob/b held since 1 Sep 2024"),
    ("2025-12-31", "2025-05-31", "", "2025-05-31", "ann/a + bob/b held to 31 May 2025"),
    ("2025-12-31", "2025-05-31", "", "2025-12-31", "ann/a held to 31 Dec 2025"),
    ("2025-12-31", "2025-05-31", "", "2026-01-01", "ann/a ended ended 31 Dec 2025"),
  ])
  func anEndThatIsNotRecordedIsThatOfTheOther(
    ann: String, bob: String, order: String, on iso: String, expected: String
  ) throws {
    let rotations =
      order.isEmpty ? [] : [try HoldingTests.rotation(order, start: "2024-09-01")]
    let workspace = try HoldingTests.board(
      [
        HoldingTests.term("ann a 2024-09-01 \(ann)"), HoldingTests.term("bob b 2024-09-01 \(bob)"),
      ], rotations: rotations)
    #expect(try told(workspace, iso) == expected)
  }

  @Test func theNextTurnBeginsAfterThem() throws {
    let pair = [
      try HoldingTests.term("bob b 2024-09-01 2025-08-31"),
      try HoldingTests.term("ann a 2024-09-01 2025-08-31"),
    ]
    let pattern = try HoldingTests.rotation("a b c", start: "2024-09-01")
    let stays = try rotation(HoldingTests.board(pair, rotations: [pattern]), until: "2026-08-31")
    // Whose turn it is stands first; dates and turns stay unless a term moves them.
    #expect(
      stays.texts == ["a 2024-09-01 2025-08-31 held", "b 2025-09-01 2026-08-31 projected"])
    #expect(stays.stretches.first?.each.map(\.agency) == ["a", "b"])
    #expect(try stays.handover(after: day("2025-01-01"))?.agency == "b")
    var moving = pair
    moving[0].shiftsFollowing = true
    let moved = try rotation(HoldingTests.board(moving, rotations: [pattern]), until: "2026-08-31")
    #expect(
      moved.texts == ["a 2024-09-01 2025-08-31 held", "c 2025-09-01 2026-08-31 projected"])
    let free = try HoldingTests.rotation("a b c")
    let counted = try rotation(HoldingTests.board(pair, rotations: [free]), until: "2026-08-31")
    #expect(counted.texts.last == "c 2025-09-01 2026-08-31 projected")
  }

  @Test(arguments: [
    // On the days of both both are recorded; of a month or a year one may have followed the other.
    (["ann a 2024-09-01 2025-08-31", "bob b 2024-09-02 2025-08-31"], 2),
    (["ann a 2024-09-01 2025-08-31", "bob b 2025-03-01 2025-08-31"], 2),
    (["ann a 2023 2023", "bob b 2023 2025"], 1), (["ann a 2023 2023", "bob b 2023 -"], 1),
    (["ann a 2023 2025", "bob b 2023 2026"], 2), (["ann a 2023 2023", "bob b 2023 2023"], 2),
    (["ann a 2023 -", "bob b 2023 -"], 2), (["- - 2024-09-01 - vacant", "bob b 2024-09-01 -"], 1),
    (["ann a 2024-09-01 -", "bob b 2024-09-01 -", "cat c 2024-09-01 -"], 3),
    (["ann a 2024-09-01 -", "bob a 2024-09-01 - planned"], 2),
  ])
  func whoIsRecordedForTheSameDaysShares(texts: [String], together: Int) throws {
    let workspace = try HoldingTests.board(texts.map { try HoldingTests.term($0) })
    let rotation = try rotation(workspace, until: "2027-01-01")
    #expect(rotation.stretches.map(\.each.count).max() == together)
    #expect(rotation.isWithoutGaps)
    // Nobody is dropped.
    let people = Set(rotation.terms.compactMap { $0.person?.id })
    #expect(people == Set(workspace.chairTerms.all.compactMap { $0.person?.id }))
  }

  @Test func whoIsOnlySeenTogetherIsPrintedTogether() throws {
    let workspace = try HoldingTests.board([
      HoldingTests.term("ann a - -", seenOn: "2022-03"),
      HoldingTests.term("bob b - -", seenOn: "2022-03"),
    ])
    #expect(try told(workspace, "2024-01-01") == "ann/a + bob/b printed as printed Mar 2022")
    let ended = try HoldingTests.board([
      HoldingTests.term("ann a - 2023-05-31"), HoldingTests.term("bob b - 2023-05-31"),
    ])
    #expect(try told(ended, "2023-05-01") == "ann/a + bob/b held to 31 May 2023")
  }

  @Test func whoGoesOnAloneOrBeginsWithOthersIsNoHandover() throws {
    let workspace = try HoldingTests.board([
      HoldingTests.term("ann a 2024-09-01 2025-05-31"),
      HoldingTests.term("bob b 2024-09-01 2025-08-31"),
      HoldingTests.term("bob b 2025-09-01 2026-08-31"),
      HoldingTests.term("cat c 2026-09-01 2027-08-31 planned"),
    ])
    let rotation = try rotation(workspace, until: "2027-01-01")
    #expect(try rotation.handover(after: day("2024-10-01"))?.person == "cat")
    #expect(try rotation.next(after: day("2024-10-01"))?.first == day("2025-09-01"))
    #expect(
      terms(rotation).prefix(2) == [
        "ann/a 1 Sep 2024 to 31 May 2025 held", "bob/b 1 Sep 2024 to 31 Aug 2025 held",
      ])
  }

  @Test func aLaterTermEndsWhatIsOpenAndJoinsWhatIsRecorded() throws {
    let open = try HoldingTests.board([
      HoldingTests.term("ann a 2024-09-01 2025-05-31"), HoldingTests.term("bob b 2024-09-01 -"),
      HoldingTests.term("cat c 2025-03-01 -"),
    ])
    #expect(try told(open, "2025-02-28") == "ann/a + bob/b held to 28 Feb 2025")
    #expect(try told(open, "2025-05-31") == "cat/c + ann/a held to 31 May 2025")
    #expect(try told(open, "2025-06-01") == "cat/c held since 1 Mar 2025")
  }

  /// Whoever shared a turn and left it has not the rest of it by the pattern.
  @Test func theRestOfATurnThatAllHaveLeftIsNotRecorded() throws {
    let workspace = try HoldingTests.board(
      [
        HoldingTests.term("ann a 2024-09-01 2024-10-31"),
        HoldingTests.term("bob b 2024-09-01 2025-01-31"),
      ], rotations: [HoldingTests.rotation("a b c", start: "2024-09-01")])
    #expect(
      try rotation(workspace, until: "2025-09-01").texts == [
        "a 2024-09-01 2024-10-31 held", "b 2024-11-01 2025-01-31 held",
        "nobody 2025-02-01 2025-08-31 notRecorded", "b 2025-09-01 2026-08-31 projected",
      ])
  }

  @Test func aSharedChairIsPassedOnToAll() throws {
    var workspace = try HoldingTests.board([
      HoldingTests.term("eve e 2023-09-01 2024-08-31"),
      HoldingTests.term("ann a 2024-09-01 2025-08-31 planned"),
      HoldingTests.term("bob b 2024-09-01 2025-08-31 planned"),
    ]) { $0.parents = [made(GroupParent.self) { $0.partnership = "area" }] }
    workspace.partnerships.append(made(Partnership.self) { ($0.id, $0.name) = ("area", "Area") })
    for id in ["a", "b", "e"] {
      workspace.agencies.append(made(Agency.self) { ($0.id, $0.name) = (id, "The \(id)") })
    }
    workspace.rules.append(
      made(Rule.self) {
        ($0.id, $0.title, $0.trigger) = ("chair-handover", "Handover", .chairTermBegins)
        $0.partnerships = ["area"]
      })
    let handovers = try workspace.deadlines(on: day("2024-06-01"))
      .filter { $0.rule == "chair-handover" }
    #expect(handovers.map(\.title) == ["Chair of the Board passes to The a and The b"])
    #expect(handovers.first?.owners.compactMap(\.agency?.id) == ["a", "b"])
  }

  @Test(arguments: [
    ("2024-01-01", "ann/- + bob/- held since 1 Jan 2023"),
    ("2025-06-01", "bob/- held since 1 Jan 2023"),
  ])
  func holdersOfTheOfficeOfAChairShareItToo(on iso: String, expected: String) throws {
    let workspace = try HoldingTests.board { group in
      group.chair = made(Office.self) { $0.title = "Co-chair" }
      group.chair?.holders = [
        try HoldingTests.holder("ann", from: "2023-01-01", to: "2025-05-31"),
        try HoldingTests.holder("bob", from: "2023-01-01"),
      ]
    }
    let told = try told(workspace, iso).split(separator: " ").map(String.init)
    let who = Set(told.prefix { $0 != "held" }.filter { $0 != "+" })
    let rest = told.drop { $0 != "held" }.joined(separator: " ")
    #expect(who == Set(expected.split(separator: " ").map(String.init).filter { $0.contains("/") }))
    #expect(expected.hasSuffix(rest))
  }

  @Test func whoeverIsRecordedLongerGoesOnWhenTheOtherHasLeft() throws {
    var office = Office()
    office.holders = [
      try HoldingTests.holder("ann", from: "2020-01-01", to: "2029-12-31"),
      try HoldingTests.holder("bob", from: "2022-01-01", to: "2024-12-31"),
    ]
    let holding = office.holding(on: try day("2023-01-01"))
    #expect(holding.people.map(\.id) == ["bob", "ann"])
    #expect(
      try HoldingTests.told(office.holding(on: day("2026-01-01"))) == "held ann to 31 Dec 2029")
    #expect(
      try HoldingTests.told(office.holding(on: day("2030-01-01"))) == "ended ann ended 31 Dec 2029")
  }
}
