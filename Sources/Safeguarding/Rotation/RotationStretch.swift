/// A stretch of time in which one body or person has the chair, as recorded or as the pattern says.
public struct RotationStretch: Hashable, Sendable {
  /// The agency in the chair; none in a vacancy, for an independent chair, or where none is named.
  ///
  /// Whether nobody has the chair is told by ``status``.
  public let agency: Reference<Agency>?
  /// Who has it, where that is recorded.
  public let person: Reference<Person>?
  /// The person's title as printed.
  public let title: String
  /// The first day.
  public let first: CalendarDate
  /// The last day.
  public internal(set) var last: CalendarDate
  /// Held, planned, by the pattern, or vacant.
  public let status: ChairTermStatus
  /// The record it comes from; none for a stretch that no record of its own names.
  public let term: Reference<ChairTerm>?
  /// Why it differs from the pattern.
  public let reason: String
  /// Why it differs, and what else a reader should know.
  public let note: String
  /// What has to be done when the chair passes into it: as recorded, else as the pattern lists it.
  ///
  /// A stretch that was held, or in which nobody has the chair, has only what is recorded.
  public let handover: [HandoverItem]

  /// Whether a day falls into the stretch.
  public func contains(_ day: CalendarDate) -> Bool { first <= day && day <= last }

  /// How many days it lasts, the first and the last included.
  public var days: Int { last.dayNumber - first.dayNumber + 1 }

  /// Whether nobody has the chair.
  public var isVacant: Bool { status == .vacant }
}

extension RotationStretch {
  /// What a record says, laid out between two days.
  init(
    _ term: ChairTerm, from first: CalendarDate, to last: CalendarDate, template: [HandoverItem]
  ) {
    let isAhead = term.status == .planned || term.status == .projected
    self.init(
      agency: term.agency, person: term.person, title: term.title, first: first, last: last,
      status: term.status, term: Reference(term.id), reason: term.reason,
      note: [term.reason, term.note].filter { !$0.isEmpty }.joined(separator: " "),
      handover: term.handover.isEmpty && isAhead ? template : term.handover)
  }

  /// One who had the chair before it began to rotate.
  init(_ holder: Tenure, in office: Office, from first: CalendarDate, to last: CalendarDate) {
    self.init(
      agency: office.agency, person: holder.person,
      title: holder.title.isEmpty ? office.title : holder.title, first: first, last: last,
      status: .held, term: nil, reason: "", note: holder.note, handover: [])
  }

  /// Whose turn it is by the pattern.
  static func projected(
    _ agency: Reference<Agency>, from first: CalendarDate, to last: CalendarDate,
    template: [HandoverItem]
  ) -> Self {
    RotationStretch(
      agency: agency, person: nil, title: "", first: first, last: last, status: .projected,
      term: nil, reason: "",
      note: "No record names this term; the agency follows from the order of the rotation.",
      handover: template)
  }

  /// Days for which nobody is recorded.
  static func vacancy(from first: CalendarDate, to last: CalendarDate) -> Self {
    let days = last.dayNumber - first.dayNumber + 1
    return RotationStretch(
      agency: nil, person: nil, title: "", first: first, last: last, status: .vacant, term: nil,
      reason: "",
      note: days == 1
        ? "No term is recorded for this day." : "No term is recorded for these \(days) days.",
      handover: [])
  }
}
