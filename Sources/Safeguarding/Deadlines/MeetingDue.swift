/// By when a group has to meet again.
public struct MeetingDue: Sendable {
  /// The last meeting held.
  public let last: Meeting
  /// The day by which the next one is due.
  public let day: CalendarDate
  /// The next one planned, if any.
  public let next: Meeting?
}

extension Workspace {
  /// By when a group has to meet again by its cadence, or nil when it cannot be said.
  public func meetingDue(for group: PartnershipGroup, on day: CalendarDate) -> MeetingDue? {
    guard group.isLive(on: day), let cadence = group.cadence,
      let last = lastMeeting(of: Reference(group.id), before: day), let met = last.date?.last
    else { return nil }
    return MeetingDue(
      last: last, day: cadence.next(after: met),
      next: nextMeeting(of: Reference(group.id), after: day))
  }
}
