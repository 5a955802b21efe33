/// The time one person held an office.
public struct Tenure: Record {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "tenure", title: "Tenure",
    help: "One person in an office, with the title as printed then.")
  /// Who holds or held the office.
  public var person: Reference<Person> = ""
  /// The title as printed for this person.
  public var title: String = ""
  /// When it began, where known.
  public var from: FuzzyDate?
  /// When it ended, where known.
  public var to: FuzzyDate?
  /// A date on which a document shows this person in office.
  public var seenOn: FuzzyDate?
  /// What else a reader should know.
  public var note: String = ""
  /// Where this was published.
  public var source: [Citation] = []

  /// An empty tenure.
  public init() {}

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("person", &person, "Who holds or held the office.")
    visitor.optional("title", &title, "The title as printed for this person.")
    visitor.optional("from", &from, "When it began, where known.")
    visitor.optional("to", &to, "When it ended, where known.")
    visitor.optional("seenOn", &seenOn, "A date on which a document shows this person in office.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional("source", &source, "Where this was published.")
  }

  /// Person, title and dates in a line.
  public func lines(_ names: Names) -> [String] {
    var line = person.lines(names).joined()
    if !title.isEmpty { line += ", \(title)" }
    if let from { line += ", from \(from.short)" }
    if let to { line += ", to \(to.short)" }
    if from == nil, to == nil, let seenOn { line += ", in office \(seenOn.short)" }
    return [line]
  }

  /// Whether the tenure may cover a day: nothing printed speaks against it.
  public func mayCover(_ day: CalendarDate) -> Bool {
    if let first = (from ?? seenOn)?.first, first > day { return false }
    if let last = to?.last, last < day { return false }
    return true
  }
}

/// An office apart from the people who hold it.
public struct Office: Record {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "office", title: "Office",
    help: "An office, apart from the people who hold it one after the other.")
  /// What the office is called.
  public var title: String = ""
  /// The agency the holder comes from; none for an independent one.
  public var agency: Reference<Agency>?
  /// Who held it, earliest first.
  public var holders: [Tenure] = []
  /// Since when nobody holds it.
  public var vacantSince: FuzzyDate?
  /// When the vacancy ended.
  public var vacantUntil: FuzzyDate?
  /// What else a reader should know.
  public var note: String = ""
  /// Where this was published.
  public var source: [Citation] = []

  /// An empty office.
  public init() {}

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("title", &title, "What the office is called.")
    visitor.optional(
      "agency", &agency, "The agency the holder comes from; none for an independent one.")
    visitor.optional("holders", &holders, "Who held it, earliest first.")
    visitor.optional("vacantSince", &vacantSince, "Since when nobody holds it.")
    visitor.optional("vacantUntil", &vacantUntil, "When the vacancy ended.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional("source", &source, "Where this was published.")
  }

  /// Who holds the office on a day, as far as is printed: the latest tenure that may cover it.
  public func holder(on day: CalendarDate) -> Tenure? {
    if isVacant(on: day) { return nil }
    return holders.last { $0.mayCover(day) }
  }

  /// Whether the office is known to be vacant on a day.
  public func isVacant(on day: CalendarDate) -> Bool {
    guard let since = vacantSince?.first, since <= day else { return false }
    if let until = vacantUntil?.first { return day < until }
    return true
  }

  /// Title, holders and vacancy.
  public func lines(_ names: Names) -> [String] {
    let vacancy = vacantSince.map { since in
      "  vacant from \(since.short)" + (vacantUntil.map { " to \($0.short)" } ?? "")
    }
    return [title] + holders.flatMap { $0.lines(names).map { "  " + $0 } }
      + (vacancy.map { [$0] } ?? [])
  }
}
