/// A group of areas whose average an indicator is compared with.
public struct ComparatorGroup: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "comparatorGroup", title: "Comparator group",
    help: "A group of areas whose average an indicator is compared with.")
  /// A short id of the group of areas: small letters, digits and hyphens.
  public var id: String = ""
  /// The name of the group.
  public var title: String = ""
  /// The areas.
  public var members: [String] = []
  /// The year of the model.
  public var period: ImpreciseDate?
  /// What else a reader should know.
  public var note: String = ""
  /// Where this was published.
  public var source: [Citation] = []

  /// An empty comparator group.
  public init() {}

  /// What people call it.
  public var label: String { title }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "members": "Areas"
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required(
      "id", &id, "A short id of the group of areas: small letters, digits and hyphens.")
    visitor.required("title", &title, "The name of the group.")
    visitor.optional("members", &members, "The areas.")
    visitor.optional("period", &period, "The year of the model.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional("source", &source, "Where this was published.")
  }
}

extension ComparatorGroup {
  /// Where such records lie.
  public static let homes: [Home<ComparatorGroup>] = [
    .list("comparatorGroups", in: "dataset/*.json") { _ in "comparators" }
  ]

  /// Comparators cite it.
  public static let isKnownByName = true
}

extension Workspace {
  /// Groups of areas to compare with.
  public var comparatorGroups: RecordTable<ComparatorGroup> {
    get { self[ComparatorGroup.self] }
    _modify { yield &self[ComparatorGroup.self] }
  }
}
