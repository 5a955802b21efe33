import Entry
import Safeguarding
import Testing

/// How owners are named on one line, in forms and on the command line.
@Suite struct OwnerTextTests {
  private static let context: EntryContext = {
    var workspace = Workspace()
    func add<E: Entity>(_ record: E, _ change: (inout E) -> Void) {
      var record = record
      change(&record)
      workspace.add([record], from: "records.json")
    }
    add(Agency()) { ($0.id, $0.name) = ("police", "Area Police") }
    add(Agency()) { ($0.id, $0.name) = ("council", "Area Council") }
    add(Person()) { ($0.id, $0.name) = ("ann", "Ann Police") }
    add(Person()) { ($0.id, $0.name) = ("area", "Bo Area") }
    add(Seat()) { ($0.id, $0.title) = ("board-chair", "Chair") }
    add(PartnershipGroup()) { ($0.id, $0.name) = ("board", "The Board") }
    add(Partnership()) { ($0.id, $0.name, $0.shortName) = ("area", "Area Partnership", "Area") }
    add(Partnership()) { ($0.id, $0.name, $0.shortName) = ("vale-17", "Vale", "Vale") }
    return EntryContext(workspace, on: CalendarDate(iso: "2024-03-31") ?? .init(dayNumber: 0))
  }()

  private static func told(_ value: StoredValue?) -> String {
    (value.map { $0.elements ?? [$0] } ?? []).flatMap { $0.members ?? [] }
      .map { "\($0.key):\($0.value.text ?? "")" }.joined(separator: " ")
  }

  @Test(arguments: [
    ("police", "agency:police"), ("ann", "person:ann"), ("board", "group:board"),
    ("partnership:area", "partnership:area"), ("person:area", "person:area"),
  ])
  func anIDMeansOne(_ typed: String, _ owner: String) throws {
    let reading = try #require(OwnerText.identified(typed, Self.context))
    #expect(Self.told(reading.value) == owner, "\(reading.problem)")
  }

  @Test func anIDOfSeveralKindsIsNotGuessed() throws {
    let reading = try #require(OwnerText.identified("area", Self.context))
    #expect(reading.value == nil && !reading.problem.isEmpty)
    #expect(Set(reading.candidates.map(\.exactly)) == ["partnership:area", "person:area"])
    #expect(OwnerText.identified("polic", Self.context) == nil)
  }

  @Test(arguments: [
    ("bo a", "person:area"), ("AREA POLICE", "agency:police"), ("counc", "agency:council"),
    ("chair", "seat:board-chair"), ("vale-1", "partnership:vale-17"),
    ("person:police", "person:ann"), ("name:Ann: of course", "name:Ann: of course"),
    ("name: Zoë", "name:Zoë"), ("\"Zoë\"", "name:Zoë"),
    ("counc; person:polic", "agency:council person:ann"),
  ])
  func lettersOfNamesMeanOne(_ typed: String, _ owners: String) {
    let reading = EntryKind.owners(isSeveral: true).reading(of: typed, Self.context)
    #expect(Self.told(reading.value) == owners, "\(reading.problem)")
  }

  @Test(arguments: ["polic", "agency:area"]) func tooManyAreNamed(_ typed: String) {
    let reading = EntryKind.owners(isSeveral: true).reading(of: typed, Self.context)
    #expect(reading.value == nil && reading.candidates.count == 2, "\(reading)")
  }

  @Test(arguments: [
    ("Area Polcie", "Area Police"), ("zzzzzz", ""), ("name:", ""), ("agency:zz", ""),
  ])
  func whoIsInNoRecordIsSaid(_ typed: String, _ near: String) {
    let reading = EntryKind.owners(isSeveral: true).reading(of: typed, Self.context)
    #expect(reading.value == nil && reading.unknown?.canStayName == true, "\(reading)")
    #expect(reading.unknown?.near == near)
  }
}
