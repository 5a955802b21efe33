/// A paper for an agenda item.
public struct Paper: Record {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "paper", title: "Paper",
    help: "A paper for an agenda item, and whether it has come in.")
  /// The title.
  public var title: String = ""
  /// Who writes it.
  public var owner: Owner?
  /// When it is due out.
  public var dueOn: CalendarDate?
  /// When it came in.
  public var receivedOn: CalendarDate?

  /// An empty paper.
  public init() {}

  /// What matters first.
  public static var form: FormLayout {
    FormLayout([.title("title"), "owner", "dueOn", "receivedOn"])
  }

  /// It is ticked by the day on which it came in.
  public static var partTick: PartTick<Paper>? {
    PartTick(
      "papers", titles: ("Paper received", "Paper not in"), name: { $0.title },
      isDone: { $0.receivedOn != nil }, set: { $0.receivedOn = $1 })
  }

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("title", &title, "The title.")
    visitor.optional("owner", &owner, "Who writes it.")
    visitor.optional("dueOn", &dueOn, "When it is due out.")
    visitor.optional("receivedOn", &receivedOn, "When it came in.")
  }

  /// Title, owner and whether it has come in.
  public func lines(_ names: Names) -> [String] {
    var line = title
    if let owner { line += ", " + owner.lines(names).joined() }
    if let receivedOn {
      line += ", received \(receivedOn.short)"
    } else if let dueOn {
      line += ", due \(dueOn.short)"
    }
    return [line]
  }

  /// Whether it should have come in by a day and has not.
  public func isLate(on day: CalendarDate) -> Bool {
    guard receivedOn == nil, let dueOn else { return false }
    return dueOn < day
  }
}
