/// A day from which the control limits of an indicator are worked out anew.
///
/// Limits never are by themselves: somebody decides it, for a reason that readers see.
public struct Rebase: Record {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "rebase", title: "New control limits",
    help:
      "A day from which an indicator's control limits are worked out anew, why, and who said so.")
  /// The first day that counts for the new limits.
  public var from: ImpreciseDate?
  /// What changed, and why it is expected to stay so.
  public var because: String = ""
  /// Who decided it.
  public var by: Reference<Person>?

  /// No new limits.
  public init() {}

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("from", &from, "The first day that counts for the new limits.")
    visitor.required("because", &because, "What changed, and why it is expected to stay so.")
    visitor.optional("by", &by, "Who decided it.")
  }

  /// Day, reason and person in a line.
  public func lines(_ names: Names) -> [String] {
    let who = by.map { ", \(names(Person.kind, $0.id))" } ?? ""
    return ["\(from?.short ?? "a day not given"): \(because)\(who)"]
  }
}
