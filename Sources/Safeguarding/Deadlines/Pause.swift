/// A time in which something owed stands still, with the reason.
public struct Pause: Record {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "pause", title: "Pause",
    help: "A time in which something owed stands still, with the reason and who was told.")
  /// Since when it stands still.
  public var from: ImpreciseDate?
  /// Until when it stood still.
  public var until: ImpreciseDate?
  /// Why it stands still.
  public var because: String = ""
  /// When those who have to know were told.
  public var notifiedOn: ImpreciseDate?

  /// An empty pause.
  public init() {}

  /// What matters first.
  public static var form: FormLayout {
    FormLayout(Pause.self, first: ["from", .long("because"), "until", "notifiedOn"])
  }

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("from", &from, "Since when it stands still.")
    visitor.optional("until", &until, "Until when it stood still.")
    visitor.required("because", &because, "Why it stands still.")
    visitor.optional("notifiedOn", &notifiedOn, "When those who have to know were told.")
  }

  /// The dates and the reason in a line.
  public func lines(_ names: Names) -> [String] {
    var line = "since \(from?.short ?? "a day not given")"
    if let until { line += " until \(until.short)" }
    if !because.isEmpty { line += ": \(because)" }
    return [line] + (notifiedOn.map { ["told on \($0.short)"] } ?? [])
  }

  /// Whether something stands still on a day.
  public func covers(_ day: CalendarDate) -> Bool {
    guard let first = from?.first, first <= day else { return false }
    return until?.first.map { day < $0 } ?? true
  }
}
