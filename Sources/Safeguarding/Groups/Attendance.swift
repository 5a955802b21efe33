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
    let detail = [reason, deputy.isEmpty ? "" : "deputy: \(deputy)"].filter { !$0.isEmpty }
    return [([who(names) + ": " + status.title] + detail).joined(separator: "; ")]
  }

  /// The seat, the person and the agency, as far as each is named.
  private func who(_ names: Names) -> String {
    [seat?.lines(names), person?.lines(names), agency?.lines(names)]
      .compactMap { $0?.joined() }.joined(separator: ", ")
  }
}

extension Attendance {
  /// Space goes through present, apologies and absent; who is expected is entered by it.
  ///
  /// With the first one on its day or later, a planned meeting is held.
  public static var partTick: PartTick<Attendance>? {
    PartTick(
      "attendance", of: Meeting.self, knownBy: ["seat", "person", "agency"], changing: ["status"]
    ) { attendance, meeting, place in
      let isPlanned = meeting.status == .planned
      let isAhead = isPlanned && (meeting.date?.first.map { place.context.day < $0 } ?? false)
      attendance.status = place.isEntered ? attendance.status.next : .present
      // Nobody has come to a meeting that is still ahead.
      if isAhead, attendance.status == .present { attendance.status = .apologies }
      if attendance.status == .present { attendance.reason = "" }
      let isHeldNow = isPlanned && !isAhead
      if isHeldNow { meeting.status = .held }
      return "Attendance: \(attendance.who(place.context.names)), \(attendance.status.title)"
        + (isHeldNow ? " (the meeting counts as held now)" : "")
    }
  }
}

extension AttendanceStatus {
  /// What follows when one goes through them.
  fileprivate var next: AttendanceStatus {
    switch self {
    case .present: .apologies
    case .apologies: .absent
    case .absent: .present
    }
  }
}
