import Safeguarding
import Testing

/// Whose turn it is, and from when, for every way in which terms are recorded.
@Suite struct RotationTurnsTests {
  static let numbers = [
    RotationCase(
      about: "two partners", order: "a b", until: "2022-09-01",
      expected: [
        "a 2020-09-01 2021-08-31 projected", "b 2021-09-01 2022-08-31 projected",
        "a 2022-09-01 2023-08-31 projected",
      ]),
    RotationCase(
      about: "four partners, half a year each", order: "a b c d", months: 6, until: "2022-08-31",
      expected: [
        "a 2020-09-01 2021-02-28 projected", "b 2021-03-01 2021-08-31 projected",
        "c 2021-09-01 2022-02-28 projected", "d 2022-03-01 2022-08-31 projected",
      ]),
    RotationCase(
      about: "five partners, two years each", order: "a b c d e", months: 24,
      terms: ["d 2026-09-01"], until: "2030-09-01",
      expected: [
        "a 2020-09-01 2022-08-31 projected", "b 2022-09-01 2024-08-31 projected",
        "c 2024-09-01 2026-08-31 projected",
        "d 2026-09-01 2028-08-31 held", "e 2028-09-01 2030-08-31 projected",
        "a 2030-09-01 2032-08-31 projected",
      ]),
    RotationCase(
      about: "one partner has every other turn", order: "a b a c", until: "2024-09-01",
      expected: [
        "a 2020-09-01 2021-08-31 projected", "b 2021-09-01 2022-08-31 projected",
        "a 2022-09-01 2023-08-31 projected", "c 2023-09-01 2024-08-31 projected",
        "a 2024-09-01 2025-08-31 projected",
      ]),
    RotationCase(
      about: "no start: the first term that has a turn", start: nil, terms: ["b 2021-04-01"],
      until: "2023-04-01",
      expected: [
        "b 2021-04-01 2022-03-31 held", "c 2022-04-01 2023-03-31 projected",
        "a 2023-04-01 2024-03-31 projected",
      ]),
    RotationCase(
      about: "no order: nothing is made up", order: "", terms: ["a 2020-09-01"],
      until: "2030-01-01", expected: ["a 2020-09-01 2021-08-31 held"]),
  ]

  static let recorded = [
    RotationCase(
      about: "a longer term moves recorded ones along",
      terms: [
        "a 2020-09-01 2021-11-30 moves", "b 2021-09-01 2022-08-31", "c 2022-09-01 2023-08-31",
      ], until: "2024-01-01",
      expected: [
        "a 2020-09-01 2021-11-30 held", "b 2021-12-01 2022-11-30 held",
        "c 2022-12-01 2023-11-30 held", "a 2023-12-01 2024-11-30 projected",
      ]),
    RotationCase(
      // Until 30 November both are recorded.
      about: "a longer term that moves nothing has the chair with the next one",
      terms: ["a 2020-09-01 2021-11-30", "b 2021-09-01 2022-08-31"], until: "2023-01-01",
      expected: [
        "a 2020-09-01 2021-08-31 held", "b 2021-09-01 2021-11-30 held",
        "b 2021-12-01 2022-08-31 held", "c 2022-09-01 2023-08-31 projected",
      ]),
    RotationCase(
      about: "a swap leaves the turns alone",
      terms: ["a 2020-09-01", "c 2021-09-01", "b 2022-09-01"], until: "2023-09-01",
      expected: [
        "a 2020-09-01 2021-08-31 held", "c 2021-09-01 2022-08-31 held",
        "b 2022-09-01 2023-08-31 held", "a 2023-09-01 2024-08-31 projected",
      ]),
    RotationCase(
      about: "half a swap leaves the turns alone", terms: ["a 2020-09-01", "c 2021-09-01"],
      until: "2022-09-01",
      expected: [
        "a 2020-09-01 2021-08-31 held", "c 2021-09-01 2022-08-31 held",
        "c 2022-09-01 2023-08-31 projected",
      ]),
    RotationCase(
      about: "a swap that moves what follows goes on from its agency",
      terms: ["a 2020-09-01", "c 2021-09-01 moves"], until: "2023-09-01",
      expected: [
        "a 2020-09-01 2021-08-31 held", "c 2021-09-01 2022-08-31 held",
        "a 2022-09-01 2023-08-31 projected", "b 2023-09-01 2024-08-31 projected",
      ]),
    RotationCase(
      about: "an extension shortens the next turn", terms: ["a 2020-09-01 2022-02-28"],
      until: "2022-09-01",
      expected: [
        "a 2020-09-01 2022-02-28 held", "b 2022-03-01 2022-08-31 projected",
        "c 2022-09-01 2023-08-31 projected",
      ]),
    RotationCase(
      about: "a recorded turn after an extension ends with its slot, too",
      terms: ["a 2020-09-01 2022-02-28", "b 2022-03-01"], until: "2022-09-01",
      expected: [
        "a 2020-09-01 2022-02-28 held", "b 2022-03-01 2022-08-31 held",
        "c 2022-09-01 2023-08-31 projected",
      ]),
    RotationCase(
      about: "an extension that moves what follows", terms: ["a 2020-09-01 2022-02-28 moves"],
      until: "2023-03-01",
      expected: [
        "a 2020-09-01 2022-02-28 held", "b 2022-03-01 2023-02-28 projected",
        "c 2023-03-01 2024-02-29 projected",
      ]),
    RotationCase(
      about: "an extension recorded as a term of its own moves what follows", order: "a b a c",
      terms: ["a 2020-09-01", "a 2021-09-01 2022-02-28 moves"], until: "2023-03-01",
      expected: [
        "a 2020-09-01 2021-08-31 held", "a 2021-09-01 2022-02-28 held",
        "b 2022-03-01 2023-02-28 projected", "a 2023-03-01 2024-02-29 projected",
      ]),
    RotationCase(
      about: "a moved start is met by a vague date",
      terms: ["a 2020-09-01 2021-12-31 moves", "b 2022"], until: "2023-01-01",
      expected: [
        "a 2020-09-01 2021-12-31 held", "b 2022-01-01 2022-12-31 held",
        "c 2023-01-01 2023-12-31 projected",
      ]),
    RotationCase(
      about: "a vague date does not begin within a term that went on",
      terms: ["a 2020-09-01 2021-10-15", "b 2021"], until: "2021-12-31",
      expected: ["a 2020-09-01 2021-10-15 held", "b 2021-10-16 2022-08-31 held"]),
    RotationCase(
      about: "a vague date does not go past the next term", order: "", start: nil,
      terms: ["a 2020-09-01 2021-10-15", "b 2021", "c 2021-05-01 2021-08-31"],
      until: "2021-12-31",
      expected: [
        "a 2020-09-01 2020-12-31 held", "b 2021-01-01 2021-04-30 held",
        "c 2021-05-01 2021-08-31 held",
      ]),
    RotationCase(
      about: "a term that ended early leaves the rest of its slot unrecorded",
      terms: ["a 2020-09-01 2021-03-31"], until: "2021-09-01",
      expected: [
        "a 2020-09-01 2021-03-31 held", "nobody 2021-04-01 2021-08-31 notRecorded",
        "b 2021-09-01 2022-08-31 projected",
      ]),
    RotationCase(
      about: "a term that ended early and moves what follows leaves nothing open",
      terms: ["a 2020-09-01 2021-03-31 moves"], until: "2021-04-01",
      expected: ["a 2020-09-01 2021-03-31 held", "b 2021-04-01 2022-03-31 projected"]),
    RotationCase(
      about: "a term that began a little early ends with its own slot",
      terms: ["a 2020-09-01", "b 2021-08-20"], until: "2022-09-01",
      expected: [
        "a 2020-09-01 2021-08-19 held", "b 2021-08-20 2022-08-31 held",
        "c 2022-09-01 2023-08-31 projected",
      ]),
    RotationCase(
      about: "an outsider does not disturb the turns", terms: ["a 2020-09-01", "x 2021-09-01"],
      until: "2022-09-01",
      expected: [
        "a 2020-09-01 2021-08-31 held", "x 2021-09-01 2022-08-31 held",
        "c 2022-09-01 2023-08-31 projected",
      ]),
    RotationCase(
      about: "the turn that an outsider took comes after one who moves what follows",
      terms: ["a 2020-09-01", "x 2021-09-01 2021-12-31 moves"], until: "2022-01-01",
      expected: [
        "a 2020-09-01 2021-08-31 held", "x 2021-09-01 2021-12-31 held",
        "b 2022-01-01 2022-12-31 projected",
      ]),
    RotationCase(
      about: "a turn that was begun does not come again after an outsider",
      terms: ["a 2020-09-01 2021-03-31", "x 2021-04-01 2021-12-31 moves"], until: "2022-01-01",
      expected: [
        "a 2020-09-01 2021-03-31 held", "x 2021-04-01 2021-12-31 held",
        "b 2022-01-01 2022-12-31 projected",
      ]),
    RotationCase(
      about: "an independent chair, days without one, then turns",
      terms: ["nobody 2018-01-01 2020-06-30"], until: "2021-09-01",
      expected: [
        "nobody 2018-01-01 2020-06-30 held", "nobody 2020-07-01 2020-08-31 notRecorded",
        "a 2020-09-01 2021-08-31 projected", "b 2021-09-01 2022-08-31 projected",
      ]),
    RotationCase(
      about: "an independent chair without an end stays until the turns begin",
      terms: ["nobody 2015-01-01"], until: "2020-09-01",
      expected: ["nobody 2015-01-01 2020-08-31 held", "a 2020-09-01 2021-08-31 projected"]),
    RotationCase(
      about: "an independent chair after whom the turns begin, whenever that is", start: nil,
      terms: ["nobody 2019-02-01 2020-01-31 moves"], until: "2020-02-01",
      expected: ["nobody 2019-02-01 2020-01-31 held", "a 2020-02-01 2021-01-31 projected"]),
  ]

  static let eligible = [
    RotationCase(
      about: "only some of the order, from the start", eligible: "a c", until: "2022-09-01",
      expected: [
        "a 2020-09-01 2021-08-31 projected", "c 2021-09-01 2022-08-31 projected",
        "a 2022-09-01 2023-08-31 projected",
      ]),
    RotationCase(
      about: "only some of the order, as recorded", eligible: "a c",
      terms: ["a 2020-09-01", "c 2021-09-01"], until: "2022-09-01",
      expected: [
        "a 2020-09-01 2021-08-31 held", "c 2021-09-01 2022-08-31 held",
        "a 2022-09-01 2023-08-31 projected",
      ]),
    RotationCase(
      about: "one leaves the turns after having had its own", eligible: "a c",
      terms: ["a 2020-09-01", "b 2021-09-01"], until: "2023-09-01",
      expected: [
        "a 2020-09-01 2021-08-31 held", "b 2021-09-01 2022-08-31 held",
        "c 2022-09-01 2023-08-31 projected", "a 2023-09-01 2024-08-31 projected",
      ]),
    RotationCase(
      about: "one leaves the turns after all had theirs", eligible: "a c",
      terms: ["a 2020-09-01", "b 2021-09-01", "c 2022-09-01"], until: "2024-09-01",
      expected: [
        "a 2020-09-01 2021-08-31 held", "b 2021-09-01 2022-08-31 held",
        "c 2022-09-01 2023-08-31 held", "a 2023-09-01 2024-08-31 projected",
        "c 2024-09-01 2025-08-31 projected",
      ]),
    RotationCase(
      about: "one leaves the turns, and the last term moves what follows", eligible: "b c",
      terms: ["c 2020-09-01 2021-06-30 moves"], until: "2022-07-01",
      expected: [
        "c 2020-09-01 2021-06-30 held", "b 2021-07-01 2022-06-30 projected",
        "c 2022-07-01 2023-06-30 projected",
      ]),
    RotationCase(
      about: "nobody of the order may take the chair", eligible: "x", terms: ["a 2020-09-01"],
      until: "2030-01-01", expected: ["a 2020-09-01 2021-08-31 held"]),
  ]

  static let months = [
    RotationCase(
      about: "from the last day of a month, by the year", order: "a b", start: "2019-08-31",
      until: "2021-08-31",
      expected: [
        "a 2019-08-31 2020-08-30 projected", "b 2020-08-31 2021-08-30 projected",
        "a 2021-08-31 2022-08-30 projected",
      ]),
    RotationCase(
      about: "from the last day of a month, by half years", order: "a b", start: "2019-08-31",
      months: 6, until: "2021-02-28",
      expected: [
        "a 2019-08-31 2020-02-28 projected", "b 2020-02-29 2020-08-30 projected",
        "a 2020-08-31 2021-02-27 projected", "b 2021-02-28 2021-08-30 projected",
      ]),
  ]

  @Test(arguments: numbers + recorded + eligible + months)
  func laysOut(_ example: RotationCase) throws {
    let rotation = try example.rotation()
    #expect(rotation.texts == example.expected)
    #expect(rotation.isWithoutGaps)
  }

  @Test(arguments: [(1, "2020-09-01", 95_752), (12, "2020-09-01", 7980), (600, "2020-09-01", 160)])
  func goesOnToTheEndOfTheCalendar(months: Int, start: String, count: Int) throws {
    let example = RotationCase(
      about: "", start: start, months: months, until: "9999-12-31", expected: [])
    let rotation = try example.rotation()
    #expect(rotation.stretches.count == count)
    #expect(rotation.stretches.last?.last.iso == "9999-12-31")
    #expect(rotation.isWithoutGaps)
  }

  @Test(arguments: [-12, 0, 601, Int.max])
  func aTermOfNoPossibleLengthHasNoTurns(months: Int) throws {
    let example = RotationCase(
      about: "", months: months, terms: ["a 2020-09-01 2021-01-31"], until: "9999-12-31",
      expected: [])
    #expect(try example.rotation().texts == ["a 2020-09-01 2021-01-31 held"])
  }

  @Test(arguments: ["9999-12-31", "9999-06-30", "0001-01-01"])
  func termsAtTheEndsOfTheCalendar(from: String) throws {
    for moves in ["", " moves"] {
      let example = RotationCase(
        about: "", terms: ["b \(from) \(from)\(moves)"], until: "9999-12-31", expected: [])
      let rotation = try example.rotation()
      #expect(rotation.texts.contains("b \(from) \(from) held"))
      #expect(rotation.isWithoutGaps)
    }
  }
}
