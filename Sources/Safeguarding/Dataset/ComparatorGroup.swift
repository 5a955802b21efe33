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
  /// How close each area is to one's own, in the words of the model, in the order of the areas.
  public var closeness: [String] = []
  /// How the values of the areas make one.
  public var average: Average?
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
    "members": "Areas", "closeness": "How close", "average": "Made one by",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required(
      "id", &id, "A short id of the group of areas: small letters, digits and hyphens.")
    visitor.required("title", &title, "The name of the group.")
    visitor.optional("members", &members, "The areas.")
    visitor.optional("period", &period, "The year of the model.")
    visitor.optional(
      "closeness", &closeness,
      "How close each area is to one's own, in the words of the model, in the order of the areas.")
    visitor.optional("average", &average, "How the values of the areas make one.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional("source", &source, "Where this was published.")
  }
}

/// How the values of several areas make one.
public enum Average: String, Choice {
  case mean, median

  /// The way in words.
  public var title: String {
    switch self {
    case .mean: "mean: their sum, shared out"
    case .median: "median: the one in the middle"
    }
  }

  /// The one value of several; nil where there are none.
  public func of(_ values: [Double]) -> Double? {
    guard !values.isEmpty else { return nil }
    switch self {
    case .mean: return values.reduce(0, +) / Double(values.count)
    case .median:
      let sorted = values.sorted()
      let middle = sorted.count / 2
      return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }
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
