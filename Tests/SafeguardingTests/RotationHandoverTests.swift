import Safeguarding
import Testing

/// Into which term the chair passes next, and what is to be done for it.
@Suite struct RotationHandoverTests {
  private func group(_ checklist: [String] = ["Brief", "Sign"]) throws -> PartnershipGroup {
    var group = try RotationCase(about: "", until: "2030-01-01", expected: []).group()
    group.rotation?.handover = checklist
    return group
  }

  private func term(
    _ agency: String, person: String, from: String, to: String? = nil, status: ChairTermStatus,
    done: String? = nil
  ) throws -> ChairTerm {
    let (first, last) = (try date(from), try to.map { try date($0) })
    let items = try done.map { text in
      let on = try date(text)
      return made(HandoverItem.self) {
        $0.title = "Agree"
        $0.doneOn = on
        $0.by = "the business manager"
      }
    }
    return made(ChairTerm.self) { term in
      term.id = "\(agency)-\(from)"
      term.group = "board"
      term.agency = Reference(agency)
      term.person = Reference(person)
      (term.from, term.to, term.status) = (first, last, status)
      term.handover = items.map { [$0] } ?? []
    }
  }

  @Test func aTermToComeHasThePatternsChecklistUntilItHasItsOwn() throws {
    let terms = [
      try term("a", person: "ann", from: "2020-09-01", status: .held),
      try term("b", person: "bob", from: "2021-09-01", status: .planned),
      try term("c", person: "cat", from: "2022-09-01", status: .planned, done: "2022-08"),
    ]
    let rotation = Rotation(group: try group(), terms: terms, until: try day("2023-09-01"))
    #expect(
      rotation.stretches.map { $0.handover.map(\.title) } == [
        [], ["Brief", "Sign"], ["Agree"], ["Brief", "Sign"],
      ])
    #expect(
      rotation.stretches.map { $0.handover.filter(\.isDone).count } == [0, 0, 1, 0])
  }

  @Test func anItemIsShownWithABoxThatIsTickedWhenItIsDone() throws {
    let done = try term("a", person: "ann", from: "2020", status: .held, done: "2022-08")
    #expect(
      done.handover.map { $0.lines(.none) } == [
        ["[x] Agree, done Aug 2022 by the business manager"]
      ])
    var open = HandoverItem(title: "Brief")
    open.by = "ann"
    open.note = "by telephone"
    #expect(open.lines(.none) == ["[ ] Brief, by ann (by telephone)"])
  }

  @Test func daysOfWhichNothingIsRecordedHandNothingOver() throws {
    let terms = [try term("a", person: "ann", from: "2020-09-01", to: "2021-01-31", status: .held)]
    let rotation = Rotation(group: try group(), terms: terms, until: try day("2022-09-01"))
    let now = try day("2020-12-01")
    let next = try #require(rotation.next(after: now))
    #expect(next.status == .notRecorded)
    #expect(next.days == 212)
    #expect(next.note.contains("212 days"))
    #expect(next.handover.isEmpty)
    #expect(rotation.handover(after: now)?.agency == "b")
    #expect(rotation.handover(after: now)?.first.iso == "2021-09-01")
  }

  @Test func whoGoesOnHandsNothingOver() throws {
    let terms = [
      try term("a", person: "ann", from: "2020-09-01", status: .held),
      try term("a", person: "ann", from: "2021-09-01", to: "2022-02-28", status: .planned),
    ]
    let rotation = Rotation(group: try group(), terms: terms, until: try day("2022-09-01"))
    #expect(try rotation.next(after: day("2021-01-01"))?.first.iso == "2021-09-01")
    #expect(try rotation.handover(after: day("2021-01-01"))?.first.iso == "2022-03-01")
  }

  @Test func noHandoverIsInSightWhereNothingFollows() throws {
    let rotation = Rotation(group: try group(), terms: [], until: try day("2020-09-01"))
    #expect(try rotation.handover(after: day("2020-09-01")) == nil)
    #expect(try rotation.handover(after: day("2020-08-31"))?.agency == "a")
  }
}
