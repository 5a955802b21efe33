/// A record that other records refer to by its id.
///
/// It says everything about its kind: where it lies, what it is called, what is owed by it, how it is
/// listed, ticked and filled in. Whatever handles records of any kind asks here, so a new kind is one
/// file and its line in ``Kinds/all``.
public protocol Entity: Record, Identifiable where ID == String {
  /// The id, unique among the records of its kind; never shown where a name will do.
  var id: String { get set }
  /// What people call it, shown wherever something refers to it.
  var label: String { get }
  /// What people call it where there is room for all of its name.
  var fullName: String { get }
  /// The record whose name it goes by, where it has none of its own.
  var namesake: RecordID? { get }
  /// The part of the work to which such records belong.
  static var area: RecordArea { get }
  /// What makes such a record a check in the map of assurance; nil for what is none.
  static var check: RecordCheck<Self>? { get }
  /// In which files such records lie; most kinds have one home.
  static var homes: [Home<Self>] { get }
  /// Whether a new one in a list of a file gets an id made of its name, as it is cited by that.
  ///
  /// Other records in lists are numbered by the journal of their folder.
  static var isKnownByName: Bool { get }
  /// The columns of a list of such records, the most important first.
  static var columns: [ListColumn<Self>] { get }
  /// The dates by which such a record is owed, and what fulfils them.
  static var clocks: [Clock] { get }
  /// How such a record is ticked; nil for what is never done.
  static var tick: Tick<Self>? { get }
  /// What people do with such a record beyond filling in, ticking and removing it.
  static var commands: [RecordCommand<Self>] { get }
  /// The forms of a few fields that commands open for such records.
  static var forms: [RecordForm] { get }
  /// The form that does one thing to several of them; nil where that is not wanted.
  static var formForSeveral: RecordForm? { get }
  /// How such records are found by another one that they belong to; nil where nobody asks.
  static var grouping: RecordGrouping<Self>? { get }
  /// The records that the program brings along; a record of the data with the same id wins.
  static var builtIn: RecordTable<Self> { get }
  /// The fields that an owner may change without being chair or business manager.
  static var ownFields: Set<String> { get }
  /// Who has to do it, or sees to it.
  var owners: [Owner] { get }
  /// The partnerships that it names itself.
  var partnerships: [Reference<Partnership>] { get }
  /// The group that it names itself.
  var keepingGroup: Reference<PartnershipGroup>? { get }
  /// Whether it illustrates and was not published.
  var isIllustrative: Bool { get }
  /// The record without its parts that illustrate; nil where none does.
  var published: Self? { get }
  /// Whether such a record, or a part of one, can illustrate.
  static var mayIllustrate: Bool { get }
  /// Whether one of many, or a part of one, illustrates.
  static func holdsIllustrations(_ records: [Self]) -> Bool
  /// What follows from other records for fields that say nothing, in words, by the field.
  func following(_ context: RecordContext) -> [String: String]
  /// Until when it existed; nil for what has not ended.
  var ended: ImpreciseDate? { get }
  /// The record without an element of one of its lists, where more than that changes with it; else nil.
  func removingElement(at index: Int, of list: String) -> Self?
  /// A record in the place of one whose file cannot be read: it has the file's name and nothing else.
  static func standIn(id: String) -> Self
}

extension Entity {
  /// What adding such a record is called: "Add action: Board".
  package static func titleOfAdding(to whose: String = "") -> String {
    "Add \(kind.title.lowercased())" + (whose.isEmpty ? "" : ": \(whose)")
  }

  /// Most records are about who takes part.
  public static var area: RecordArea { .arrangements }
  /// Most records are no checks.
  public static var check: RecordCheck<Self>? { nil }
  /// Most records have a name of their own.
  public var namesake: RecordID? { nil }
  /// What most records are called is all of their name.
  public var fullName: String { label }
  /// Most records in lists have names that many others have, or none.
  public static var isKnownByName: Bool { false }
  /// Most lists follow from the shapes of the fields.
  public static var columns: [ListColumn<Self>] { ListColumn.byShape }
  /// Most records are owed by no date of their own.
  public static var clocks: [Clock] { [] }
  /// Most records are never done.
  public static var tick: Tick<Self>? { nil }
  /// Most records are filled in, ticked and removed, and nothing more.
  public static var commands: [RecordCommand<Self>] { [] }
  /// Most records have no form of a few fields.
  public static var forms: [RecordForm] { [] }
  /// Most records are changed one by one.
  public static var formForSeveral: RecordForm? { nil }
  /// Most records are looked up by their ids only.
  public static var grouping: RecordGrouping<Self>? { nil }
  /// Most records stand in files only.
  public static var builtIn: RecordTable<Self> { RecordTable() }
  /// Most records are changed by whoever may change their file.
  public static var ownFields: Set<String> { [] }
  /// The owners that its fields name.
  public var owners: [Owner] { EntityFacts(self).owners }
  /// The partnerships that its fields name.
  public var partnerships: [Reference<Partnership>] { EntityFacts(self).partnerships }
  /// The first group that its fields name.
  public var keepingGroup: Reference<PartnershipGroup>? { EntityFacts(self).group }
  /// What its field of that name says.
  public var isIllustrative: Bool { EntityFacts(self).isIllustrative }
  /// Most records illustrate as a whole or not at all.
  public var published: Self? { nil }
  /// Whether it has a field that says so.
  public static var mayIllustrate: Bool {
    RecordShape(Self.self).fields.contains { $0.name == "illustrative" }
  }
  /// Whether one of many, or a part of one, illustrates.
  ///
  /// As a requirement it is compiled for each kind, and looks at records where they lie: there can be very many.
  public static func holdsIllustrations(_ records: [Self]) -> Bool {
    records.indices.contains { records[$0].isIllustrative || records[$0].published != nil }
  }
  /// Nothing follows for most records.
  public func following(_ context: RecordContext) -> [String: String] { [:] }
  /// What its field "to" says.
  public var ended: ImpreciseDate? { EntityFacts(self).ended }
  /// From most lists an element is taken out, and nothing else changes.
  public func removingElement(at index: Int, of list: String) -> Self? { nil }

  /// A record with the texts it must have, each of which is the id.
  public static func standIn(id: String) -> Self {
    var visitor = StandInVisitor(id: id)
    var record = Self()
    record.visitFields(&visitor)
    record.id = id
    return record
  }
}

/// What the fields of a record say of it, whatever its kind.
private struct EntityFacts: FieldVisitor {
  var owners: [Owner] = []
  var partnerships: [Reference<Partnership>] = []
  var group: Reference<PartnershipGroup>?
  var isIllustrative = false
  var ended: ImpreciseDate?

  init<E: Entity>(_ record: E) {
    var copy = record
    copy.visitFields(&self)
  }

  mutating func visit<Value: FieldValue>(
    _ name: StaticString, _ value: inout Value, _ presence: Presence, _ help: StaticString
  ) {
    switch value {
    case let found as [Owner]: owners += found
    case let found as Reference<Partnership>: partnerships.append(found)
    case let found as Reference<PartnershipGroup>: if group == nil { group = found }
    case let found as Bool: if name.description == "illustrative" { isIllustrative = found }
    case let found as ImpreciseDate: if name.description == "to" { ended = found }
    default: break
    }
  }
}

/// Fills the texts that a record must have.
private struct StandInVisitor: FieldVisitor {
  let id: String

  mutating func visit<Value: FieldValue>(
    _ name: StaticString, _ value: inout Value, _ presence: Presence, _ help: StaticString
  ) {
    if presence == .required, let text = id as? Value { value = text }
  }
}
