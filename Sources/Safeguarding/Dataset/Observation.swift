/// A published value for one period.
public struct Observation: Record {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "observation", title: "Observation",
    help: "A value of an indicator for one period.")
  /// The period or the day the value is for.
  public var period: ImpreciseDate?
  /// The period as printed, where the date does not say it.
  public var periodLabel: String = ""
  /// The value.
  public var value: Measure?
  /// What was counted.
  public var numerator: Measure?
  /// Out of what it was counted.
  public var denominator: Measure?
  /// True when the value may still be restated.
  public var provisional: Bool = false
  /// The earlier value that this one restates, and why.
  public var supersedes: String = ""
  /// What else a reader should know.
  public var note: String = ""
  /// True when the record illustrates and was not published.
  public var illustrative: Bool = false
  /// Where this was published.
  public var source: [Citation] = []

  /// An empty observation.
  public init() {}

  /// What matters first.
  public static var form: FormLayout {
    FormLayout(
      Observation.self, first: ["period", "value", "provisional", .long("note")])
  }

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("period", &period, "The period or the day the value is for.")
    visitor.optional(
      "periodLabel", &periodLabel, "The period as printed, where the date does not say it.")
    visitor.required("value", &value, "The value.")
    visitor.optional("numerator", &numerator, "What was counted.")
    visitor.optional("denominator", &denominator, "Out of what it was counted.")
    visitor.optional("provisional", &provisional, "True when the value may still be restated.")
    visitor.optional(
      "supersedes", &supersedes, "The earlier value that this one restates, and why.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional(
      "illustrative", &illustrative, "True when the record illustrates and was not published.")
    visitor.optional("source", &source, "Where this was published.")
  }

  /// Period and value in a line.
  public func lines(_ names: Names) -> [String] {
    [
      [label, value?.lines(names).joined() ?? "no value", note].filter { !$0.isEmpty }.joined(
        separator: ": ")
    ]
  }

  /// The period as it is shown.
  public var label: String { periodLabel.isEmpty ? period?.short ?? "" : periodLabel }
}
