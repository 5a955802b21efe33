package import Safeguarding

/// Deadlines as events of a calendar that other programs show.
package struct DeadlinesCalendar: Sendable {
  /// The calendar file.
  package let file: CalendarFile

  /// Turns deadlines into all-day events on their due days; what has no day is left out.
  ///
  /// What is still ahead gets reminders. What is paused is tentative, what is not owed any more
  /// cancelled, so that a calendar that holds it from an earlier file takes it out.
  ///
  /// - Parameters:
  ///   - deadlines: The deadlines as they stand on the day.
  ///   - workspace: Where they come from; its title is the name of the calendar.
  ///   - day: The day as at which each event says how it stands.
  ///   - version: The version of this program, such as `0.1.0`.
  ///   - stamp: The moment of what was never changed.
  ///   - history: What was saved, for the number of each event's revision and the moment of its last change.
  package init(
    _ deadlines: [Deadline], of workspace: Workspace, on day: CalendarDate, version: String,
    stamp: CalendarStamp, history: [JournalEntry] = []
  ) {
    let revisions = CalendarRevisions(history)
    let explain = Explainer(workspace, on: day)
    let events = deadlines.compactMap { deadline -> CalendarEvent? in
      guard var event = DeadlinesCalendar.event(deadline, explain(deadline), in: workspace) else {
        return nil
      }
      let revision = revisions.revision(of: deadline)
      event.sequence = revision.sequence
      event.lastModified = revision.lastModified
      // What is published and not sent says by its stamp, too, when it was last changed.
      event.stamp = revision.lastModified
      return event
    }
    var file = CalendarFile(
      name: workspace.settings.title, version: version, stamp: stamp, events: events)
    file.handling = workspace.handling
    self.file = file
  }

  /// When a reminder appears: the day before, and a week before; some programs keep only the first.
  private static let daysBefore = [1, 7]

  private static func event(
    _ deadline: Deadline, _ explanation: Explanation, in workspace: Workspace
  ) -> CalendarEvent? {
    guard let due = deadline.due?.dueDay else { return nil }
    let uid = CalendarIdentifier(id: deadline.id, workspace: workspace.settings.title).text
    let partnerships = deadline.partnerships.compactMap { workspace.partnerships[$0]?.label }
    // Which partnership it is for goes without saying where there is one.
    let isShared = workspace.partnerships.all.count > 1
    let remarks =
      (isShared ? partnerships : []) + [standing(deadline)].compactMap(\.self)
      + (deadline.isIllustrative ? ["illustrative"] : [])
    let summary = remarks.isEmpty ? "" : " (\(remarks.joined(separator: ", ")))"
    var event = CalendarEvent(uid: uid, day: due, summary: deadline.title + summary)
    event.description = description(deadline, explanation, in: workspace)
    event.categories = [deadline.form] + partnerships
    switch deadline.status {
    case .notApplicable: event.status = .cancelled
    case .paused: event.status = .tentative
    default: break
    }
    if deadline.status.isOpen, deadline.status != .overdue {
      event.alarms = daysBefore.map { CalendarAlarm(daysBefore: $0) }
    }
    return event
  }

  /// Why it is due then, a sentence a line: how it stands today stands there with today's date.
  private static func description(
    _ deadline: Deadline, _ explanation: Explanation, in workspace: Workspace
  ) -> String {
    let owner = deadline.owners.text(workspace.names)
    let lines =
      [owner.isEmpty ? "" : "Owner: \(owner)"] + explanation.steps + [
        explanation.basis, deadline.isIllustrative ? "Illustrative: made up, not published." : "",
      ]
    return lines.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// How it stands where that is worth knowing at a glance; how late it is changes every day.
  private static func standing(_ deadline: Deadline) -> String? {
    switch deadline.status {
    case .overdue, .paused, .doneLate, .doneOnTime, .done, .notApplicable, .notReported:
      deadline.status.title
    case .dueSoon, .running, .extended, .notStarted, .waitingForDate, .noDate: nil
    }
  }
}
