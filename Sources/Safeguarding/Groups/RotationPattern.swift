/// The order in which partners take the chair.
public struct RotationPattern: Record {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "rotation", title: "Rotation",
    help: "The order in which agencies take the chair, and for how long.")
  /// The first day of the first term.
  public var start: CalendarDate?
  /// The last day on which it holds; none while it goes on.
  public var end: CalendarDate?
  /// How many months a term lasts, 1 to 600; none where that is not known.
  public var termMonths: Int?
  /// The agencies in the order in which they take the chair; empty when not printed.
  public var order: [Reference<Agency>] = []
  /// The agencies of the order that may take the chair now; empty when all may.
  public var eligible: [Reference<Agency>] = []
  /// What has to be done at each handover: the checklist that every handover begins with.
  public var handover: [String] = []
  /// True when that checklist illustrates and was not published.
  public var handoverIllustrates: Bool = false
  /// The words of the source.
  public var printed: String = ""
  /// What else a reader should know.
  public var note: String = ""
  /// Where this was published.
  public var source: [Citation] = []

  /// An empty rotation.
  public init() {}

  /// What matters first.
  public static var form: FormLayout {
    FormLayout(RotationPattern.self, first: ["order", "start", "termMonths", "end"])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "start": "First term begins",
    "end": "Ends",
    "termMonths": "Months in the chair",
    "eligible": "May take the chair now",
    "handover": "Handover checklist",
    "printed": "Words of the source",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.optional("start", &start, "The first day of the first term.")
    visitor.optional(
      "end", &end,
      "The last day on which the rotation holds; left out while it goes on, or until the next one begins."
    )
    visitor.optional(
      "termMonths", &termMonths,
      "How many months a term lasts, 1 to 600; left out where that is not known.")
    visitor.optional(
      "order", &order,
      "The agencies in the order in which they take the chair; empty when not printed.")
    visitor.optional(
      "eligible", &eligible,
      "The agencies of the order that may take the chair now; empty when all may.")
    visitor.optional(
      "handover", &handover,
      "What has to be done at each handover: the checklist that every handover begins with.")
    visitor.optional(
      "handoverIllustrates", &handoverIllustrates,
      "True when that checklist illustrates and was not published.")
    visitor.optional("printed", &printed, "The words of the source.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional("source", &source, "Where this was published.")
  }
}

extension RotationPattern {
  /// The rotation without a checklist that illustrates.
  var published: RotationPattern {
    var pattern = self
    if handoverIllustrates { (pattern.handover, pattern.handoverIllustrates) = ([], false) }
    return pattern
  }

  /// The length of a term, where one is recorded that a term may have.
  var length: Int? { termMonths.flatMap { RotationSlots.lengths.contains($0) ? $0 : nil } }
}
