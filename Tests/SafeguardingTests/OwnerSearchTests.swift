import Safeguarding
import Testing

@Suite struct OwnerSearchTests {
  private static func search() throws -> OwnerSearch {
    let workspace = try SmallArea.workspace { workspace in
      workspace.people.append(made(Person.self) { ($0.id, $0.name) = ("ann", "Ann Police") })
      workspace.people.append(made(Person.self) { ($0.id, $0.name) = ("area", "Bo Area") })
      let seat = made(Seat.self) { ($0.id, $0.title) = ("board-chair", "Chair") }
      workspace.seats.append(seat)
    }
    return OwnerSearch(workspace)
  }

  struct Case: Sendable {
    let text: String
    /// Kind and id, as `person:ann`; or the free name.
    let owner: String
    init(_ text: String, _ owner: String) { (self.text, self.owner) = (text, owner) }
  }

  @Test(arguments: [
    Case("police", "agency:police"), Case("ann", "person:ann"), Case("bo a", "person:area"),
    Case("AREA POLICE", "agency:police"), Case("counc", "agency:council"),
    Case("chair", "seat:board-chair"), Case("board", "group:board"),
    Case("vale", "partnership:vale"),
    Case("person:police", "person:ann"), Case("partnership:area", "partnership:area"),
    Case("name:Ann: of course", "Ann: of course"), Case("name: Zoë", "Zoë"),
  ])
  func oneIsMeant(expected: Case) throws {
    let owner = try Self.search().owner(expected.text)
    let ids = [
      owner.agency.map { "agency:\($0.id)" }, owner.seat.map { "seat:\($0.id)" },
      owner.person.map { "person:\($0.id)" }, owner.group.map { "group:\($0.id)" },
      owner.partnership.map { "partnership:\($0.id)" }, owner.name.isEmpty ? nil : owner.name,
    ].compactMap(\.self)
    #expect(ids == [expected.owner])
  }

  @Test(arguments: [
    ("area", "may mean 2 owners: partnership:area (Area), person:area (Bo Area)"),
    ("polic", "may mean 2 owners: agency:police (Area Police), person:ann (Ann Police)"),
    ("polcie", "Did you mean \"police\"?"), ("zzzzzz", "write \"name:\""), ("", "goes by \"\""),
    ("name:", "goes by \"name:\""), ("agency:", "goes by \"agency:\""),
    ("a\nb" + String(repeating: "x", count: 200), "goes by \"a bxxx"),
  ])
  func noneOrSeveralAreToldApart(text: String, said: String) throws {
    let error = #expect(throws: OwnerSearch.Problem.self) { try Self.search().owner(text) }
    let sentence = try #require(error?.sentence)
    #expect(sentence.contains(said), "\(sentence)")
    #expect(sentence.count < 400)
  }
}
