import Entry
import Safeguarding
import Testing

/// How each kind of value is typed.
@Suite struct EntryTests {
  private func stored(_ kind: EntryKind, _ text: String) -> String {
    let reading = kind.reading(of: text, Sample.context)
    return reading.problem.isEmpty ? reading.value.map(told) ?? "nothing" : "x"
  }

  private func told(_ value: StoredValue) -> String {
    switch value {
    case .boolean(let value): String(value)
    case .number(let spelling): spelling
    case .text(let text): text
    case .list(let elements): "[\(elements.map(told).joined(separator: ", "))]"
    case .record(let members):
      "{\(members.map { "\($0.key): \(told($0.value))" }.joined(separator: ", "))}"
    }
  }

  @Test(arguments: [
    ("44.4", "44.4"), ("44.40", "44.40"), ("1,200", "1200"), ("12%", "12"), ("-3.5", "-3.5"),
    ("at least 500", "{atLeast: 500}"), ("500+", "{atLeast: 500}"),
    ("5 or more", "{atLeast: 5}"), ("At least 1,200", "{atLeast: 1200}"),
    ("about 70", "{about: 70}"), ("approx. 70", "{about: 70}"), ("~70", "{about: 70}"),
    ("low number", "{phrase: low number}"), ("up to 5", "{phrase: up to 5}"),
    ("not rated", "{phrase: not rated}"), ("more than 70", "{phrase: more than 70}"),
    ("not available", "{notAvailable: }"), ("n/a", "{notAvailable: }"),
    ("not collected", "{notAvailable: not collected}"),
    ("not available: too few", "{notAvailable: too few}"), ("\"about 70\"", "{phrase: about 70}"),
    ("", "nothing"), ("1,20", "x"), ("12x", "x"), ("?", "x"),
  ])
  func measures(_ typed: String, _ value: String) {
    #expect(stored(.measure, typed) == value)
  }

  @Test(arguments: [
    ("every 3 months", "{every: 3, unit: month}"), ("quarterly", "{every: 3, unit: month}"),
    ("4 times a year", "{timesAYear: 4}"), ("monthly", "{every: 1, unit: month}"),
    ("twice a year", "{timesAYear: 2}"), ("once a year", "{timesAYear: 1}"),
    ("every 6 weeks", "{every: 6, unit: week}"), ("Every year", "{every: 1, unit: year}"),
    ("fortnightly", "{every: 2, unit: week}"), ("six-monthly", "{every: 6, unit: month}"),
    ("half-yearly", "{every: 6, unit: month}"), ("every other month", "{every: 2, unit: month}"),
    ("annually", "{every: 1, unit: year}"), ("termly", "{timesAYear: 3}"),
    ("every two months", "{every: 2, unit: month}"), ("every 10 days", "{every: 10, unit: day}"),
    ("every 2 months (printed: bi-monthly)", "{every: 2, unit: month, printed: bi-monthly}"),
    ("", "nothing"), ("bi-monthly", "x"), ("often", "x"), ("every 0 weeks", "x"),
    ("400 times a year", "x"), ("every 3", "x"),
  ])
  func cadences(_ typed: String, _ value: String) {
    #expect(stored(.cadence, typed) == value)
  }

  @Test(arguments: [
    ("7 apr", "2024-04-07"), ("autumn 2024", "autumn 2024"), ("2024/25", "2024/25"),
    ("nov 2007 (printed: By end Nov 2007)", "{printed: By end Nov 2007}"),
    ("2007-11 (printed: in the autumn)", "{when: 2007-11, printed: in the autumn}"),
    ("\"in due course\"", "{printed: in due course}"), ("soon", "x"),
  ])
  func impreciseDates(_ typed: String, _ value: String) {
    #expect(stored(.date(isImprecise: true), typed) == value)
  }

  @Test(arguments: [
    ("yes", "true"), ("true", "true"), ("no", "nothing"), ("false", "nothing"), ("maybe", "x"),
  ])
  func choicesTakeTheirWordsAsWell(_ typed: String, _ value: String) throws {
    let found = try #require(self.field("illustrative", of: ActionItem.self))
    let reading = Sample.context.reading(of: typed, for: found)
    #expect((reading.problem.isEmpty ? reading.value.map(told) ?? "nothing" : "x") == value)
  }

  @Test(arguments: [
    ("working days", "workingDay"), ("working", "workingDay"), ("months", "month"), ("s", "x"),
  ])
  func unitsAreTypedInThePluralToo(_ typed: String, _ value: String) throws {
    let found = try #require(self.field("unit", of: Rule.self))
    let reading = Sample.context.reading(of: typed, for: found)
    #expect((reading.problem.isEmpty ? reading.value.map(told) ?? "nothing" : "x") == value)
  }

  @Test(arguments: [
    ("9:30", "9:30"), ("14:00", "14:00"), ("25:00", "x"), ("", "nothing"),
  ])
  func times(_ typed: String, _ value: String) {
    #expect(stored(.time, typed) == value)
  }

  @Test(arguments: [("1,200", "1200"), ("12", "12"), ("1.5", "x"), ("-3", "x"), ("12x", "x")])
  func wholeNumbers(_ typed: String, _ value: String) {
    #expect(stored(.whole, typed) == value)
  }

  @Test func extensionsAndPausesNeedFewWords() {
    #expect(
      stored(.rows(RecordShape(Extension.self)), "30 apr; waiting for the court")
        == "[{to: 2024-04-30, reason: waiting for the court}]")
    #expect(
      stored(.part(RecordShape(Pause.self)), "3 mar 2024; police; until: 1 may 2024")
        == "{from: 2024-03-03, until: 2024-05-01, because: police}")
    #expect(
      stored(
        .rows(RecordShape(ActionTarget.self)), "A; 3 may\n\"B; C\"; 4 may; done on: 5 apr 2024")
        == "[{what: A, due: 2024-05-03}, {what: B; C, due: 2024-05-04, doneOn: 2024-04-05}]")
  }

  @Test(arguments: [
    ("30 apr", "Later date needs reason."), ("31 x; because", "New date: \"31 x\""),
    ("30 apr; a; b", "needs to say what it is"),
  ])
  func aRecordThatIsIncompleteSaysWhatIsMissing(_ typed: String, _ words: String) {
    let reading = EntryKind.rows(RecordShape(Extension.self)).reading(of: typed, Sample.context)
    #expect(reading.problem.contains(words), "\(reading.problem)")
  }

  @Test func referencesAndListsOfThem() throws {
    let order = try #require(self.field("order", of: RotationPattern.self))
    #expect(
      Sample.context.reading(of: "kent police; medway council", for: order).value
        == .list([.text("kent-police"), .text("medway-council")]))
    let unknown = Sample.context.reading(of: "kent police; zzzz", for: order)
    #expect(unknown.problem.contains("There is no agency called \"zzzz\" here."))
    #expect(unknown.unknown?.kinds == [Agency.kind])
  }

  @Test func ownersOfSeveralRecordsAreReadAgain() throws {
    let lead = try #require(self.field("lead", of: AgendaItem.self))
    let reading = Sample.context.reading(of: "Tim Smith, Kent Police", for: lead)
    #expect(reading.value.map(told) == "{agency: kent-police, person: tim-smith}")
  }

  @Test func citationsAreADocumentAndAPlace() throws {
    let source = try #require(self.field("source", of: Person.self))
    let reading = Sample.context.reading(of: "mscp-arrangements-2022 section 4", for: source)
    #expect(reading.value == .list([.text("mscp-arrangements-2022 section 4")]))
    let text = Sample.context.text(
      of: .record([StoredValue.Member("source", reading.value ?? .list([]))]), for: source)
    #expect(text.hasSuffix(", section 4"))
    #expect(Sample.context.reading(of: text, for: source).value == reading.value)
  }

  @Test func anythingIsKeptThatStoodThereBefore() throws {
    let owners = try #require(self.field("owners", of: ActionItem.self))
    let record = StoredValue.record([
      StoredValue.Member("owners", .list([.record([.init("agency", .text("gone"))])]))
    ])
    let text = Sample.context.text(of: record, for: owners)
    let reading = Sample.context.reading(of: "\(text); Kent Police", for: owners, in: record)
    #expect(reading.value.map(told) == "[{agency: gone}, {agency: kent-police}]")
  }

  @Test(arguments: [
    ("Swale Youth Trust", "swale-youth-trust"), ("St. John's (North)", "st-johns-north"),
    ("", "agency"), ("Kent Police", "kent-police-2"), ("Zoë Østergård", "zoe-ostergard"),
  ])
  func idsAreMadeOfNamesAndUnique(_ name: String, _ id: String) {
    #expect(Sample.context.newID(of: name, Agency.kind) == id)
    #expect(Sample.context.newID(of: name, Agency.kind, besides: [id]) != id)
  }

  private func field<R: Record>(_ name: String, of type: R.Type) -> RecordShape.Field? {
    RecordShape(type).fields.first { $0.name == name }
  }
}
