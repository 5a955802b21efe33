/// A reminder of an event that shows a text at 09:00, in the time of the place where it is read.
///
/// Outlook keeps one reminder of an event, and reads one on the day itself as nine hours before the
/// day. Put the reminder that matters most first.
package struct CalendarAlarm: Hashable, Sendable {
  /// How many days before the event it comes, 0 (the day itself) to 3660.
  package let daysBefore: Int
  /// What it says; the summary of the event where this is empty.
  package let description: String

  /// A reminder so many days before the event.
  ///
  /// - Parameters:
  ///   - daysBefore: What lies outside 0 to 3660 becomes the nearest of them.
  ///   - description: What it says; the summary of the event when nothing is given.
  package init(daysBefore: Int, description: String = "") {
    self.daysBefore = min(max(daysBefore, 0), 3660)
    self.description = description
  }

  func lines(summary: String) -> [CalendarLine] {
    [
      CalendarLine("BEGIN", "VALARM"), CalendarLine("ACTION", "DISPLAY"),
      CalendarLine(text: "DESCRIPTION", description.isEmpty ? summary : description),
      CalendarLine("TRIGGER", trigger), CalendarLine("END", "VALARM"),
    ]
  }

  /// The time to the event, which begins at 00:00: 09:00 the day before is 15 hours earlier.
  private var trigger: String {
    switch daysBefore {
    case 0: "PT9H"
    case 1: "-PT15H"
    default: "-P\(daysBefore - 1)DT15H"
    }
  }
}
