/// Somebody to whom something goes, and when it went.
public struct Dispatch: Record {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "dispatch", title: "Recipient",
    help: "Somebody to whom something goes, and when it went.")
  /// To whom it goes.
  public var to: String = ""
  /// When it went.
  public var sentOn: ImpreciseDate?

  /// An empty one.
  public init() {}

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "to": "To whom",
    "sentOn": "Sent on",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("to", &to, "To whom it goes.")
    visitor.optional("sentOn", &sentOn, "When it went.")
  }

  /// It is ticked by the day on which it went.
  public static var partTick: PartTick<Dispatch>? {
    PartTick(
      "recipients", titles: ("Sent", "Not sent"), name: { $0.to }, isDone: { $0.sentOn != nil },
      set: { $0.sentOn = $1.map { ImpreciseDate($0) } })
  }

  /// To whom, and when.
  public func lines(_ names: Names) -> [String] {
    ["\(to)\(sentOn.map { ", sent \($0.short)" } ?? ", not sent yet")"]
  }
}
