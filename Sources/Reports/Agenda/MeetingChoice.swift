package import Safeguarding

/// Which meeting of a group is meant.
package enum MeetingChoice: Hashable, Sendable {
  /// The next one planned, else the last one held.
  case nextElseLast
  case next, last
  /// The one on a day.
  case on(CalendarDate)

  /// Reads `next`, `last` or a day such as `2024-03-31`; nil for anything else.
  package init?(_ text: String) {
    switch text {
    case "next": self = .next
    case "last": self = .last
    default:
      guard let day = CalendarDate(iso: text) else { return nil }
      self = .on(day)
    }
  }

  /// The meeting meant, as seen from a day.
  ///
  /// - Throws: ``ReportError`` when there is no such meeting.
  package func meeting(
    of group: PartnershipGroup, in workspace: Workspace, on day: CalendarDate
  ) throws(ReportError) -> Meeting {
    let reference = Reference<PartnershipGroup>(group.id)
    let next = workspace.nextMeeting(of: reference, after: day)
    let last = workspace.lastMeeting(of: reference, before: day)
    let found =
      switch self {
      case .nextElseLast: next ?? last
      case .next: next
      case .last: last
      case .on(let date): workspace.meetings(of: reference).first { $0.isOn(date) }
      }
    if let found { return found }
    let file = workspace.placed("groups/\(group.id)/meetings.json")
    if let closed = workspace.access.closedSentence(of: file) {
      throw ReportError(
        sentence: "The meetings of the \(group.bareLabel) cannot be shown. \(closed)")
    }
    let days = workspace.meetings(of: reference).compactMap { $0.date?.iso }.suffix(8)
    throw ReportError(
      sentence: "\(words(for: group)). "
        + (days.isEmpty
          ? "Write its meetings into \(file)."
          : "Its latest meetings: \(days.joined(separator: ", "))."))
  }

  private func words(for group: PartnershipGroup) -> String {
    switch self {
    case .nextElseLast: "The \(group.bareLabel) has neither a planned nor a held meeting"
    case .next: "The \(group.bareLabel) has no meeting planned"
    case .last: "The \(group.bareLabel) has no meeting held"
    case .on(let date): "The \(group.bareLabel) has no meeting on \(date.long)"
    }
  }
}

extension Meeting {
  /// Whether a day is, or may be, the day of the meeting.
  fileprivate func isOn(_ day: CalendarDate) -> Bool {
    guard let first = date?.first, let last = date?.last else { return false }
    return first <= day && day <= last
  }
}
