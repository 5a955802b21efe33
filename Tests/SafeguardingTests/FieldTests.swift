import Safeguarding
import Testing

/// A kind of record, for tables of all of them.
struct RecordCase: Sendable, CustomTestStringConvertible {
  let shape: RecordShape
  let isEntity: Bool
  var testDescription: String { shape.kind.name }

  init<R: Record>(_ type: R.Type) {
    shape = RecordShape(type)
    isEntity = type is any Entity.Type
  }

  /// Every kind of record, those that only lie in a field of others as well.
  static let all: [RecordCase] = {
    func record<R: Record>(_ type: R.Type) -> RecordCase { RecordCase(type) }
    let types = Kinds.records.values.sorted { $0.kind.name < $1.kind.name }
    return types.map { record($0) } + [
      RecordCase(AccessSettings.self), RecordCase(AccountRole.self),
    ]
  }()
}

@Suite struct FieldTests {
  @Test(arguments: RecordCase.all)
  func everyFieldIsListedOnceWithAHelpSentence(record: RecordCase) {
    let fields = record.shape.fields
    #expect(!fields.isEmpty)
    #expect(fields.count <= 64, "reading keeps a bit for each field")
    #expect(Set(fields.map(\.name)).count == fields.count)
    for field in fields { #expect(isSentence(field.help), "\(field.name): \(field.help)") }
    #expect(isSentence(record.shape.kind.help))
    #expect(!record.shape.kind.title.isEmpty)
  }

  @Test(arguments: RecordCase.all)
  func everyEntityMustHaveAnID(record: RecordCase) {
    let id = record.shape.fields.first { $0.name == "id" }
    // There is one workspace: it needs no id of its own.
    let isCounted = record.isEntity && record.shape.kind != WorkspaceSettings.kind
    #expect((id?.presence == .required) == isCounted)
  }

  @Test func noTwoKindsShareAName() {
    #expect(Set(RecordCase.all.map(\.shape.kind)).count == RecordCase.all.count)
  }

  @Test func filledInFieldsAreShownWithLabels() throws {
    let since = try date("2024-03")
    let office = made(Office.self) {
      $0.title = "Chair"
      $0.agency = "police"
      $0.vacantSince = since
    }
    let names = Names { kind, id in kind == Agency.kind && id == "police" ? "Area Police" : nil }
    let texts = office.fieldTexts(names)
    #expect(texts.map(\.name) == ["title", "agency", "vacantSince"])
    #expect(texts.map(\.label) == ["Office", "Agency", "Vacant since"])
    #expect(texts.map(\.lines) == [["Chair"], ["Area Police"], ["Mar 2024"]])
    #expect(texts.map(\.help).last == "Since when nobody holds it.")
  }

  @Test func anUnknownRecordIsShownByItsID() {
    let office = made(Office.self) { $0.agency = "police" }
    #expect(office.fieldTexts(.none).first?.lines == ["police (unknown)"])
  }

  @Test func anEmptyRecordShowsNothingButItsChoices() {
    #expect(Agency().fieldTexts(.none).map(\.label) == ["Category"])
    #expect(Office().fieldTexts(.none).isEmpty)
  }

  @Test(arguments: [
    ("reviewDueOn", "Review due on"), ("id", "Id"), ("isGroupOfBodies", "Is group of bodies"),
    ("", ""),
  ])
  func keysInWords(key: String, words: String) {
    #expect(inWords(key) == words)
  }

  @Test(arguments: [
    ("opne", ["open", "started", "done"], "open" as String?),
    ("titel", ["title", "note"], "title"),
    ("OPEN", ["open", "done"], "open"), ("xyzzy", ["open", "done"], nil), ("anything", [], nil),
  ])
  func theNearestWord(word: String, words: [String], nearest expected: String?) {
    #expect(nearest(to: word, among: words) == expected)
  }

  @Test func onlyShortWordsAreLikeOneAnother() {
    let (short, long) = (String(repeating: "o", count: 64), String(repeating: "o", count: 65))
    #expect(nearest(to: short, among: [short.dropLast() + "x"]) == short.dropLast() + "x")
    #expect(nearest(to: long, among: [short]) == nil)
    #expect(nearest(to: short, among: [long]) == nil)
    #expect(nearest(to: "opne", among: [long, "open"]) == "open")
    #expect(nearest(to: String(repeating: "o", count: 1_000_000), among: ["open"]) == nil)
  }

  @Test func theFirstOfTwoRecordsIsFound() {
    var register = RecordTable<Agency>()
    func agency(_ id: String, _ name: String) -> Agency {
      made(Agency.self) {
        $0.id = id
        $0.name = name
      }
    }
    register.append(agency("a", "First"))
    register.append(contentsOf: [
      agency("b", "Second"), agency("a", "Third"), agency("c", "Fourth"),
    ])
    register.append(contentsOf: [agency("c", "Fifth"), agency("d", "Sixth")])
    #expect(register.all.map(\.name) == ["First", "Second", "Third", "Fourth", "Fifth", "Sixth"])
    #expect(
      ["a", "b", "c", "d", "e"].map { register[$0]?.name } == [
        "First", "Second", "Fourth", "Sixth", nil,
      ])
    #expect(register[Reference<Agency>("d")]?.name == "Sixth")
    #expect(register[nil as Reference<Agency>?] == nil)
  }

  @Test(arguments: [
    ("annual-report section 5", "annual-report", "section 5"),
    ("annual-report", "annual-report", ""),
    ("a  b c", "a", "b c"), ("", "", ""), (" x", "", "x"), ("a ", "a", ""),
  ])
  func citationsArePartedAtTheFirstSpace(text: String, document: String, place: String) {
    let citation = Citation(text)
    #expect(citation.document.id == document)
    #expect(citation.place == place)
  }

  private func isSentence(_ text: String) -> Bool {
    text.hasSuffix(".") && text.first?.isUppercase == true && text.contains(" ")
  }

  @Test func aSeatReadsAsAPersonWouldWriteIt() throws {
    let names = try SmallArea.workspace().names
    var seat = made(Seat.self) { ($0.id, $0.title, $0.agency) = ("lead", "Police lead", "police") }
    #expect(seat.lines(names) == ["Police lead, Area Police"])
    seat.title = "Area Police, strategic lead"
    seat.standing = "statutory"
    seat.note = "Not printed before 2023."
    let from = try SafeguardingTests.date("2023-09")
    seat.holders = [made(Tenure.self) { ($0.person, $0.from) = ("paula", from) }]
    #expect(
      seat.lines(names) == [
        "Area Police, strategic lead (statutory)", "  paula (unknown), since Sep 2023",
        "  Not printed before 2023.",
      ])
  }
}
