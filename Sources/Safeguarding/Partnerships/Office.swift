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
  public var vacantSince: ImpreciseDate?
  /// When the vacancy ended.
  public var vacantUntil: ImpreciseDate?
  /// What else a reader should know.
  public var note: String = ""
  /// Where this was published.
  public var source: [Citation] = []

  /// An empty office.
  public init() {}

  /// What matters first.
  public static var form: FormLayout {
    FormLayout(
      Office.self,
      first: [
        "title", "agency", "holders", .within("holders/person", "Held by"),
        .within("holders/from", "Since"),
      ])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "title": "Office"
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required(
      "title", &title, "What the office is called, such as Chief Executive or chair.")
    visitor.optional(
      "agency", &agency, "The agency the holder comes from; none for an independent one.")
    visitor.optional("holders", &holders, "Who held it, earliest first.")
    visitor.optional("vacantSince", &vacantSince, "Since when nobody holds it.")
    visitor.optional("vacantUntil", &vacantUntil, "When the vacancy ended.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional("source", &source, "Where this was published.")
  }

  /// Who holds the office on a day, and how that is known.
  public func holding(on day: CalendarDate) -> Holding {
    let laid = OfficeLayout(self, until: day.adding(days: 1))
    return Holding(on: day, in: laid.stretches, undated: laid.undated)
  }

  /// Whether the office is recorded as vacant on a day.
  public func isVacant(on day: CalendarDate) -> Bool { holding(on: day).state == .vacant }

  /// For how many days it has been vacant: "for 1 to 90 days" where it is not known since which day.
  public func vacancyWords(on day: CalendarDate) -> String {
    guard let first = vacantSince?.first, let last = vacantSince?.last else {
      return "since an unknown day"
    }
    let most = day.dayNumber - first.dayNumber
    let least = first == last ? most : min(most, max(1, day.dayNumber - last.dayNumber))
    return least == most ? "for \(counted(most, "day"))" : "for \(least) to \(most) days"
  }

  /// Title, holders and vacancy.
  public func lines(_ names: Names) -> [String] {
    let vacancy = vacantSince.map { since in
      "  vacant since \(since.known)" + (vacantUntil.map { ", until \($0.known)" } ?? "")
    }
    return [title] + holders.flatMap { $0.lines(names).map { "  " + $0 } }
      + (vacancy.map { [$0] } ?? [])
  }
}
