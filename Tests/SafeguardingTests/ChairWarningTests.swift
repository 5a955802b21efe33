import Safeguarding
import Testing

/// What to look at about a chair that passes on.
@Suite struct ChairWarningTests {
  private func warnings(
    _ example: RotationCase, on iso: String, person: String? = "ann"
  ) throws -> [String] {
    var workspace = Workspace()
    var group = try example.group()
    (group.name, group.parents) = ("Board", [made(GroupParent.self) { $0.partnership = "area" }])
    workspace.groups.append(group)
    for var term in try example.chairTerms() {
      term.person = person.map { Reference($0) }
      workspace.chairTerms.append(term)
    }
    return try workspace.warnings(on: day(iso), in: .one("area")).map { "\($0.text), \($0.detail)" }
  }

  @Test(
    arguments: [
      ("2021-01-01", []),
      ("2021-04-01", ["Board: nothing recorded for the chair, ended 31 Mar 2021"]),
      ("2021-09-01", ["Board: no name recorded for the chair, since 1 Sep 2021"]),
    ] as [(String, [String])])
  func aTermThatEndedEarly(on iso: String, expected: [String]) throws {
    let example = RotationCase(
      about: "", terms: ["a 2020-09-01 2021-03-31"], until: iso, expected: [])
    #expect(try warnings(example, on: iso) == expected)
  }

  @Test func nothingFollowsTheLastTerm() throws {
    let example = RotationCase(
      about: "", order: "", terms: ["a 2020-09-01 2021-03-31"], until: "", expected: [])
    #expect(
      try warnings(example, on: "2022-01-01") == [
        "Board: nothing recorded for the chair, ended 31 Mar 2021"
      ])
    #expect(try warnings(example, on: "2020-08-31") == [])
  }

  @Test(arguments: [
    (RotationCase(about: "no length", months: 0, until: "", expected: []), "termMonths is 0"),
    (RotationCase(about: "too long", months: 601, until: "", expected: []), "termMonths is 601"),
    (RotationCase(about: "an outsider may", eligible: "a x", until: "", expected: []), "order, x"),
  ])
  func aRotationFromWhichNoTurnsFollow(example: RotationCase, end: String) throws {
    let found = try warnings(example, on: "2020-01-01")
    #expect(found.count == 1)
    #expect(found.first?.hasSuffix(end) == true)
  }

  @Test(arguments: [
    ("2021-11-30", true), ("2021-11-30 moves", false), ("2021-09-01", false),
  ])
  func termsThatOverlapAreNamedUnlessTheyMove(end: String, isNamed: Bool) throws {
    let example = RotationCase(
      about: "", terms: ["a 2020-09-01 \(end)", "b 2021-09-01 2022-08-31"], until: "", expected: [])
    let overlap =
      "Board: the term from 1 Sep 2020 lasts into the next, to 30 Nov 2021, next from 1 Sep 2021"
    #expect(try warnings(example, on: "2021-10-01") == (isNamed ? [overlap] : []))
    #expect(try warnings(example, on: "2022-01-01") == [])
  }

  @Test func anIndependentChairWithANameIsNoVacancy() throws {
    let example = RotationCase(
      about: "", terms: ["nobody 2019-01-01 2020-08-31"], until: "", expected: [])
    #expect(try warnings(example, on: "2020-01-01") == [])
    #expect(
      try warnings(example, on: "2020-01-01", person: nil) == [
        "Board: no name recorded for the chair, since 1 Jan 2019"
      ])
  }
}
