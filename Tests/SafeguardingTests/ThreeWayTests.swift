import Safeguarding
import Testing

/// What two people made of one value, and what it becomes.
@Suite struct ThreeWayTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let base: StoredValue?
    let mine: StoredValue?
    let theirs: StoredValue?
    let expected: ThreeWay.Outcome

    /// Both can be kept.
    init(
      _ about: String, _ base: StoredValue?, mine: StoredValue?, theirs: StoredValue?,
      _ expected: StoredValue?
    ) {
      testDescription = about
      (self.base, self.mine, self.theirs) = (base, mine, theirs)
      self.expected = .merged(expected)
    }

    /// They contradict each other.
    init(
      conflict about: String, _ base: StoredValue?, mine: StoredValue?, theirs: StoredValue?
    ) {
      testDescription = about
      (self.base, self.mine, self.theirs) = (base, mine, theirs)
      expected = .conflict
    }
  }

  @Test(arguments: values + records + texts + elements + orders)
  func become(example: Case) {
    let outcome = ThreeWay.merge(base: example.base, mine: example.mine, theirs: example.theirs)
    #expect(outcome == example.expected)
  }

  static let values = [
    Case("nobody changed it", "a", mine: "a", theirs: "a", "a"),
    Case("I changed it", "a", mine: "b", theirs: "a", "b"),
    Case("they changed it", "a", mine: "a", theirs: "b", "b"),
    Case("both changed it alike", "a", mine: "b", theirs: "b", "b"),
    Case("both took it out", "a", mine: nil, theirs: nil, nil),
    Case("I took it out", "a", mine: nil, theirs: "a", nil),
    Case("they filled it in", nil, mine: nil, theirs: "b", "b"),
    Case("a blank text is nothing", nil, mine: "b", theirs: "", "b"),
    Case("an empty list is nothing", [], mine: nil, theirs: ["b"], ["b"]),
    Case(conflict: "both changed it", "a", mine: "b", theirs: "c"),
    Case(conflict: "both filled it in", nil, mine: "b", theirs: "c"),
    Case(conflict: "I took out what they changed", "a", mine: nil, theirs: "b"),
    Case(conflict: "they took out what I changed", "a", mine: "b", theirs: nil),
    Case(conflict: "a text and a list", "a", mine: "b", theirs: ["a", "b"]),
    Case(conflict: "two spellings of one letter", "a", mine: "\u{E9}", theirs: "e\u{301}"),
  ]

  static let records = [
    Case(
      "different fields", ["a": 1, "b": 2], mine: ["a": 3, "b": 2], theirs: ["a": 1, "b": 4],
      ["a": 3, "b": 4]),
    Case(
      "a field each", ["a": 1], mine: ["a": 1, "m": 2], theirs: ["t": 3, "a": 1],
      ["t": 3, "a": 1, "m": 2]),
    Case(
      "their order, mine after what it follows", ["a": 1, "b": 2, "c": 3],
      mine: ["a": 1, "m": 7, "n": 8, "b": 2, "c": 3], theirs: ["c": 3, "b": 2, "a": 4],
      ["c": 3, "b": 2, "a": 4, "m": 7, "n": 8]),
    Case(
      "another order is no change", ["a": 1, "b": 2], mine: ["b": 2, "a": 1],
      theirs: ["a": 5, "b": 2], ["a": 5, "b": 2]),
    Case(
      "a field gone on one side", ["a": 1, "b": 2], mine: ["a": 1], theirs: ["a": 4, "b": 2],
      ["a": 4]),
    Case(
      "a field gone on the other", ["a": 1, "b": 2], mine: ["a": 4, "b": 2], theirs: ["a": 1],
      ["a": 4]),
    Case(
      "a field within a field", ["a": ["x": 1, "y": 2]], mine: ["a": ["x": 3, "y": 2]],
      theirs: ["a": ["x": 1, "y": 4]], ["a": ["x": 3, "y": 4]]),
    Case(conflict: "the same field", ["a": 1], mine: ["a": 2], theirs: ["a": 3]),
    Case(
      conflict: "a field changed here and gone there", ["a": 1, "b": 2], mine: ["a": 3, "b": 2],
      theirs: ["b": 5]),
    Case(conflict: "a record each", nil, mine: ["a": 1], theirs: ["b": 1]),
    Case(
      conflict: "half of my date and half of theirs", ["when": "2024-03", "printed": "in March"],
      mine: ["when": "2024-04", "printed": "in March"],
      theirs: ["when": "2024-03", "printed": "by the end of March"]),
    Case(
      conflict: "half of my interval and half of theirs", ["every": 2, "unit": "month"],
      mine: ["every": 3, "unit": "month"], theirs: ["every": 2, "unit": "week"]),
    Case(
      conflict: "my agency with their person", ["lead": ["agency": "council"]],
      mine: ["lead": ["agency": "police"]],
      theirs: ["lead": ["agency": "council", "person": "ann"]]),
  ]

  static let texts = [
    Case("a text each", ["a"], mine: ["a", "m"], theirs: ["a", "t"], ["a", "t", "m"]),
    Case("the first text each", nil, mine: ["m"], theirs: ["t"], ["t", "m"]),
    Case("the same text", ["a"], mine: ["a", "x"], theirs: ["a", "x"], ["a", "x"]),
    Case(
      "the same text and another", ["a"], mine: ["a", "x", "m"], theirs: ["a", "x"],
      ["a", "x", "m"]),
    Case(
      "the same text at two places", ["a"], mine: ["x", "a"], theirs: ["a", "x", "t"],
      ["a", "x", "t"]),
    Case("twice here and once there", nil, mine: ["x", "x"], theirs: ["x"], ["x", "x"]),
    Case(
      "each after what it followed", ["a", "b"], mine: ["a", "m", "b"], theirs: ["t", "a", "b"],
      ["t", "a", "m", "b"]),
    Case(
      "one out here, one there", ["a", "b", "c"], mine: ["b", "c"], theirs: ["a", "b"], ["b"]),
    Case("all out", ["a", "b"], mine: ["a"], theirs: ["b"], nil),
    Case("all out here, one in there", ["a"], mine: nil, theirs: ["a", "t"], ["t"]),
    Case("one changed, one in", ["a"], mine: ["b"], theirs: ["a", "t"], ["b", "t"]),
    Case(
      "neighbours changed", ["a", "b"], mine: ["m", "b"], theirs: ["a", "t"], ["m", "t"]),
    Case(
      "one of two equal ones out", ["a", "a"], mine: ["a"], theirs: ["a", "a", "t"], ["a", "t"]),
    Case(
      "each of two equal ones changed", ["a", "a"], mine: ["m", "a"], theirs: ["a", "t"],
      ["m", "t"]),
    Case(conflict: "the same text changed", ["a"], mine: ["m"], theirs: ["t"]),
    Case(conflict: "changed here and out there", ["a", "b"], mine: ["m", "b"], theirs: ["b"]),
  ]

  static let elements = [
    Case(
      "a field of each", [["title": "a", "minutes": 5], ["title": "b", "minutes": 5]],
      mine: [["title": "a", "minutes": 10], ["title": "b", "minutes": 5]],
      theirs: [["title": "a", "minutes": 5], ["title": "b", "minutes": 20]],
      [["title": "a", "minutes": 10], ["title": "b", "minutes": 20]]),
    Case(
      "two fields of one", [["title": "a", "minutes": 5]],
      mine: [["title": "a", "minutes": 10]],
      theirs: [["title": "a", "minutes": 5, "outcome": "noted"]],
      [["title": "a", "minutes": 10, "outcome": "noted"]]),
    Case(
      "moved here and changed there", [["title": "a"], ["title": "b"], ["title": "c"]],
      mine: [["title": "c"], ["title": "a"], ["title": "b"]],
      theirs: [["title": "a"], ["title": "b"], ["title": "c", "minutes": 5]],
      [["title": "c", "minutes": 5], ["title": "a"], ["title": "b"]]),
    Case(
      "renamed here and changed there", [["title": "a", "purpose": "decision"]],
      mine: [["title": "b", "purpose": "decision"]],
      theirs: [["title": "a", "purpose": "decision", "minutes": 5]],
      [["title": "b", "purpose": "decision", "minutes": 5]]),
    Case(
      "papers of one item", [["title": "a", "papers": [["title": "p"]]]],
      mine: [["title": "a", "papers": [["title": "p", "receivedOn": "2024-03-28"]]]],
      theirs: [["title": "a", "papers": [["title": "p"], ["title": "q"]]]],
      [
        [
          "title": "a",
          "papers": [["title": "p", "receivedOn": "2024-03-28"], ["title": "q"]],
        ]
      ]),
    Case(
      "the seats of a meeting", [["seat": "s1", "status": "present"]],
      mine: [["seat": "s1", "status": "present"], ["seat": "s2", "status": "present"]],
      theirs: [["seat": "s1", "status": "present"], ["seat": "s3", "status": "apologies"]],
      [
        ["seat": "s1", "status": "present"], ["seat": "s3", "status": "apologies"],
        ["seat": "s2", "status": "present"],
      ]),
    Case(
      "an owner each", [["agency": "council"]],
      mine: [["agency": "council"], ["agency": "police"]],
      theirs: [["agency": "council"], ["agency": "health"]],
      [["agency": "council"], ["agency": "health"], ["agency": "police"]]),
    Case(
      conflict: "one seat present here and sent apologies there", nil,
      mine: [["seat": "s1", "status": "present"]], theirs: [["seat": "s1", "status": "apologies"]]),
    Case(
      conflict: "one field of one element", [["title": "a", "minutes": 5]],
      mine: [["title": "a", "minutes": 10]], theirs: [["title": "a", "minutes": 15]]),
    Case(
      conflict: "changed here and replaced there",
      [["title": "a", "purpose": "decision", "minutes": 5]],
      mine: [["title": "a", "purpose": "decision", "minutes": 5, "outcome": "noted"]],
      theirs: [["title": "b", "purpose": "information", "minutes": 9]]),
    Case(
      conflict: "two owners for one", [["agency": "council"]], mine: [["agency": "police"]],
      theirs: [["agency": "health"]]),
  ]

  static let orders = [
    Case(
      "moved here", ["a", "b", "c"], mine: ["c", "a", "b"], theirs: ["a", "b", "c", "t"],
      ["c", "t", "a", "b"]),
    Case(
      "moved there", ["a", "b", "c"], mine: ["a", "m", "b", "c"], theirs: ["b", "c", "a"],
      ["b", "c", "a", "m"]),
    Case(
      "moved alike", ["a", "b"], mine: ["b", "a", "m"], theirs: ["t", "b", "a"],
      ["t", "b", "a", "m"]),
    Case(
      "moved here and out there", ["a", "b", "c"], mine: ["c", "a", "b"], theirs: ["a", "b"],
      ["a", "b"]),
    Case(
      conflict: "moved otherwise", ["a", "b", "c"], mine: ["c", "a", "b"],
      theirs: ["b", "a", "c"]),
  ]

  @Test func whatTwoPeopleAddToALongListIsKept() {
    func list(_ count: Int, _ more: String...) -> StoredValue {
      .list(((0..<count).map(String.init) + more).map { .text($0) })
    }
    let long = list(2001)
    #expect(
      ThreeWay.merge(base: long, mine: long, theirs: list(2001, "t")) == .merged(list(2001, "t")))
    #expect(
      ThreeWay.merge(base: long, mine: list(2001, "m"), theirs: list(2001, "t"))
        == .merged(list(2001, "t", "m")))
    #expect(
      ThreeWay.merge(base: list(1999), mine: list(1999, "m"), theirs: list(1999, "t"))
        == .merged(list(1999, "t", "m")))
  }
}
