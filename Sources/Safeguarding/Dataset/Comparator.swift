/// A value to compare with, with its own period.
public struct Comparator: Record {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "comparator", title: "Comparator",
    help: "A value to compare an indicator with, with its own period and source.")
  /// Whose value it is: England, statistical neighbours, a region.
  public var name: String = ""
  /// The group of areas it is an average of.
  public var group: Reference<ComparatorGroup>?
  /// The period the value is for.
  public var period: ImpreciseDate?
  /// The value.
  public var value: Measure?
  /// The release that it was taken from: 2024-25, revised.
  public var release: String = ""
  /// Since when it has been known, where its source's date does not say it.
  public var knownSince: ImpreciseDate?
  /// What else a reader should know.
  public var note: String = ""
  /// Where this was published.
  public var source: [Citation] = []

  /// An empty comparator.
  public init() {}

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "name": "Whose value",
    "group": "Average of",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("name", &name, "Whose value it is: England, statistical neighbours, a region.")
    visitor.optional("group", &group, "The group of areas it is an average of.")
    visitor.required("period", &period, "The period the value is for.")
    visitor.required("value", &value, "The value.")
    visitor.optional(
      "release", &release, "The release that it was taken from: 2024-25, revised.")
    visitor.optional(
      "knownSince", &knownSince,
      "Since when it has been known, where its source's date does not say it.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional("source", &source, "Where this was published.")
  }

  /// Name, period and value in a line.
  public func lines(_ names: Names) -> [String] {
    ["\(name) (\(period?.short ?? "period not printed")): \(value?.text ?? "no value")"]
  }
}
