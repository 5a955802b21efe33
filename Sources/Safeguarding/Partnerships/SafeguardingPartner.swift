/// One of the bodies that share the duty, with its lead and its delegated partner.
public struct SafeguardingPartner: Record {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "safeguardingPartner", title: "Safeguarding partner",
    help: "A body that shares the duty, its lead safeguarding partner and the delegated one.")
  /// The body.
  public var agency: Reference<Agency> = ""
  /// The lead safeguarding partner: the head of the body.
  public var lead: Office?
  /// The delegated safeguarding partner: the senior officer who acts for the lead.
  public var delegated: Office?
  /// Since when it is a partner.
  public var from: ImpreciseDate?
  /// Until when it was a partner.
  public var to: ImpreciseDate?
  /// Where this was published.
  public var source: [Citation] = []

  /// An empty safeguarding partner.
  public init() {}

  /// What matters first.
  public static var form: FormLayout {
    FormLayout(
      SafeguardingPartner.self,
      first: [
        "agency", "lead", .within("lead/holders/person", "Lead partner"),
        .within("lead/title", "Their office"), "delegated",
        .within("delegated/holders/person", "Delegated partner"),
        .within("delegated/title", "Their office"), "from", "to",
      ])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "lead": FieldWords("Lead partner", one: "lead safeguarding partner"),
    "delegated": FieldWords("Delegated partner", one: "delegated safeguarding partner"),
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("agency", &agency, "The body.")
    visitor.optional("lead", &lead, "The lead safeguarding partner: the head of the body.")
    visitor.optional(
      "delegated", &delegated,
      "The delegated safeguarding partner: the senior officer who acts for the lead.")
    visitor.optional("from", &from, "Since when it is a partner.")
    visitor.optional("to", &to, "Until when it was a partner.")
    visitor.optional("source", &source, "Where this was published.")
  }

  /// The body, its lead and its delegated partner.
  public func lines(_ names: Names) -> [String] {
    agency.lines(names)
      + (lead.map { $0.lines(names).map { "  lead: " + $0 } } ?? [])
      + (delegated.map { $0.lines(names).map { "  delegated: " + $0 } } ?? [])
  }
}
