/// One of several things an action is to reach, with its own date.
public struct ActionTarget: Record {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "actionTarget", title: "Target",
    help: "One of several things an action is to reach, with its own date.")
  /// What is to be reached.
  public var what: String = ""
  /// By when; its last possible day counts.
  public var due: ImpreciseDate?
  /// When it was reached.
  public var doneOn: ImpreciseDate?

  /// An empty target.
  public init() {}

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("what", &what, "What is to be reached.")
    visitor.required("due", &due, "By when; its last possible day counts.")
    visitor.optional("doneOn", &doneOn, "When it was reached.")
  }

  /// What and by when in a line, with the words of the source where they say more.
  public func lines(_ names: Names) -> [String] {
    var line = "\(what): due \(due?.long ?? "on a date not given")"
    if let doneOn { line += ", reached \(doneOn.short)" }
    return [line]
  }
}
