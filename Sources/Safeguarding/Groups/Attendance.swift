/// Who came to a meeting, who sent apologies.
public struct Attendance: Record {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "attendance", title: "Attendance",
    help: "One seat or person at a meeting.")
  /// The seat.
  public var seat: Reference<Seat>?
  /// The person who came.
  public var person: Reference<Person>?
  /// The agency, where no seat is printed.
  public var agency: Reference<Agency>?
  /// Present, apologies or absent.
  public var status: AttendanceStatus = .present
  /// Why not.
  public var reason: String = ""
  /// Who came instead.
  public var deputy: String = ""

  /// An empty attendance.
  public init() {}

  /// What matters first.
  public static var form: FormLayout {
    FormLayout([
      FormLayout.Field(FormLayout.who), "status", .long("reason"), "deputy", "seat", "agency",
    ])
  }

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.optional("seat", &seat, "The seat.")
    visitor.optional("person", &person, "The person who came.")
    visitor.optional("agency", &agency, "The agency, where no seat is printed.")
    visitor.required("status", &status, "Present, apologies or absent.")
    visitor.optional("reason", &reason, "Why not.")
    visitor.optional("deputy", &deputy, "Who came instead.")
  }

  /// Who and how in a line.
  public func lines(_ names: Names) -> [String] {
    let who = [seat?.lines(names), person?.lines(names), agency?.lines(names)]
      .compactMap { $0?.joined() }.joined(separator: ", ")
    let detail = [reason, deputy.isEmpty ? "" : "deputy: \(deputy)"].filter { !$0.isEmpty }
    return [([who + ": " + status.title] + detail).joined(separator: "; ")]
  }
}
