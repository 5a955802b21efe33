/// A later date that was agreed for something owed; the first date is kept beside it.
public struct Extension: Record {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "extension", title: "Later date",
    help: "A later date that was agreed for something owed; the first date is kept.")
  /// The date that counts from now on.
  public var to: ImpreciseDate?
  /// Why more time is needed.
  public var reason: String = ""
  /// Who agreed it.
  public var agreedBy: String = ""
  /// When it was agreed.
  public var agreedOn: ImpreciseDate?
  /// The rule whose date it moves, where the record is under several.
  public var rule: Reference<Rule>?

  /// An empty extension.
  public init() {}

  /// What matters first.
  public static var form: FormLayout {
    FormLayout(Extension.self, first: ["to", .long("reason"), "agreedBy", "agreedOn"])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "to": "New date"
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("to", &to, "The date that counts from now on.")
    visitor.required("reason", &reason, "Why more time is needed.")
    visitor.optional("agreedBy", &agreedBy, "Who agreed it.")
    visitor.optional("agreedOn", &agreedOn, "When it was agreed.")
    visitor.optional(
      "rule", &rule, "The rule whose date it moves, where the record is under several.")
  }

  /// The date, who agreed it and why, in a line.
  public func lines(_ names: Names) -> [String] { [words] }

  /// The date, who agreed it and why.
  public var words: String {
    var words = "extended to \(to?.short ?? "a date not given")"
    if let agreedOn { words += " on \(agreedOn.short)" }
    if !agreedBy.isEmpty { words += " by \(agreedBy)" }
    return reason.isEmpty ? words : "\(words): \(reason)"
  }
}

extension [Extension] {
  /// Leaves those that count on a day: what was agreed later was not known, and what was agreed only after
  /// something was done moves no day by which it was owed.
  ///
  /// - Parameters:
  ///   - day: The day.
  ///   - done: When it was done; nil where it was not, or nobody recorded when.
  mutating func keepWhatCounts(on day: CalendarDate, doneOn done: ImpreciseDate?) {
    if isEmpty { return }
    removeAll { extended in
      guard let agreed = extended.agreedOn?.first else { return false }
      return agreed > day || done?.last.map { $0 < agreed } ?? false
    }
  }
}
