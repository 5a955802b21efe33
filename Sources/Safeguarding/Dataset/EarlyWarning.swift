/// A rule by which an indicator asks for somebody's attention.
public struct EarlyWarning: Record {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "earlyWarning", title: "Early warning",
    help: "A rule by which an indicator asks for attention, and which line of assurance watches it."
  )
  /// What trips it.
  public var when: Trip = .above
  /// The level for "above" and "below", in the unit of the indicator.
  public var level: Measure?
  /// How many periods one after the other, for what goes on: two where nothing is given.
  public var periods: Int?
  /// The line of assurance that watches it.
  public var line: AssuranceLine?
  /// What to ask when it trips.
  public var question: String = ""

  /// What trips an early warning.
  public enum Trip: String, Choice {
    case above, below, worsening, unusual, missing

    /// The case in words.
    public var title: String {
      switch self {
      case .above: "it lies above the level"
      case .below: "it lies below the level"
      case .worsening: "it gets worse, period after period"
      case .unusual: "a rule of its control chart says so"
      case .missing: "its figures did not come"
      }
    }
  }

  /// The three lines of assurance.
  public enum AssuranceLine: String, Choice {
    case first, second, third

    /// The line in words.
    public var title: String {
      switch self {
      case .first: "first line: those who do the work, and who manage it"
      case .second: "second line: those who watch over quality and risk"
      case .third: "third line: independent scrutiny and inspection"
      }
    }
  }

  /// An empty rule.
  public init() {}

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "when": "Trips when", "periods": "In so many periods", "line": "Watched by",
    "question": "What to ask",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("when", &when, "What trips it.")
    visitor.optional(
      "level", &level, "The level for above and below, in the unit of the indicator.")
    visitor.optional(
      "periods", &periods,
      "How many periods one after the other, for what goes on: two where nothing is given.")
    visitor.optional("line", &line, "The line of assurance that watches it.")
    visitor.optional("question", &question, "What to ask when it trips.")
  }

  /// What trips it, and what to ask then, in a line.
  public func lines(_ names: Names) -> [String] {
    let level = level.map { " (\($0.text))" } ?? ""
    return ["\(when.title)\(level)\(question.isEmpty ? "" : ": \(question)")"]
  }
}
