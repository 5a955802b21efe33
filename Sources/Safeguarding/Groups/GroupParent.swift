/// To whom a group reports, and as what.
public struct GroupParent: Record {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "groupParent", title: "Place of a group",
    help: "A partnership or group that a group belongs to, and as what.")
  /// The partnership.
  public var partnership: Reference<Partnership> = ""
  /// The group it reports to.
  public var group: Reference<PartnershipGroup>?
  /// What it is to this parent: subgroup, joint subgroup, associated forum.
  public var role: String = ""
  /// Since when it is so.
  public var from: ImpreciseDate?
  /// Until when it was so.
  public var to: ImpreciseDate?
  /// Where this was published.
  public var source: [Citation] = []

  /// An empty parent.
  public init() {}

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "group": "Reports to",
    "role": "What it is there",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("partnership", &partnership, "The partnership.")
    visitor.optional("group", &group, "The group it reports to.")
    visitor.optional(
      "role", &role, "What it is to this parent: subgroup, joint subgroup, associated forum.")
    visitor.optional("from", &from, "Since when it is so.")
    visitor.optional("to", &to, "Until when it was so.")
    visitor.optional("source", &source, "Where this was published.")
  }

  /// Parent and role in a line.
  public func lines(_ names: Names) -> [String] {
    var line = partnership.lines(names).joined()
    if let group { line += ", " + group.lines(names).joined() }
    if !role.isEmpty { line += " (\(role))" }
    if let from { line += ", from \(from.short)" }
    if let to { line += ", to \(to.short)" }
    return [line]
  }
}
