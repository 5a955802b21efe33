/// What an indicator aims at in a period.
public struct IndicatorTarget: Record {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "target", title: "Target",
    help: "What an indicator aims at in a period, and how far from it is near enough.")
  /// The period it is for; for every one where none is given.
  public var period: ImpreciseDate?
  /// What is aimed at.
  public var value: Measure?
  /// How far a value may miss it and still be near it, in the unit of the indicator.
  public var tolerance: Measure?
  /// What else a reader should know.
  public var note: String = ""
  /// Where this was published.
  public var source: [Citation] = []

  /// An empty target.
  public init() {}

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = ["tolerance": "Near enough within"]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.optional("period", &period, "The period it is for; for every one where none is given.")
    visitor.required("value", &value, "What is aimed at.")
    visitor.optional(
      "tolerance", &tolerance,
      "How far a value may miss it and still be near it, in the unit of the indicator.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional("source", &source, "Where this was published.")
  }

  /// Period, value and tolerance in a line.
  public func lines(_ names: Names) -> [String] {
    let near = tolerance.map { ", near enough within \($0.text)" } ?? ""
    return ["\(period.map { "\($0.short): " } ?? "")\(value?.text ?? "no value")\(near)"]
  }
}
