package import Safeguarding

/// Something on a day of a calendar that has no time of its own.
package struct CalendarEvent: Hashable, Sendable {
  /// Whether the event takes place, in the words of the format.
  package enum Status: String, CaseIterable, Sendable {
    case confirmed = "CONFIRMED"
    case tentative = "TENTATIVE"
    case cancelled = "CANCELLED"
  }

  /// What a program knows the event by when it reads a newer calendar; see ``CalendarIdentifier``.
  package var uid: String
  /// The day, of the years 1 to 9999.
  package var day: CalendarDate
  /// What is shown in the calendar, in a line.
  package var summary: String
  /// What is shown when the event is opened; it may have several lines.
  package var description = ""
  /// Words to sort and colour events by.
  package var categories: [String] = []
  /// Where it takes place.
  package var location: String?
  /// An address in the web; one that begins neither with `https://` nor with `http://` is left out.
  package var url: String?
  /// Whether it takes place.
  package var status = Status.confirmed
  /// Reminders, the most important one first; a cancelled event is written without them.
  package var alarms: [CalendarAlarm] = []
  /// Whether the day counts as taken when somebody looks for free time.
  package var isBusy = false
  /// How often the event was changed since it was first published, 0 to 2,147,483,647.
  package var sequence = 0
  /// When it was last changed.
  package var lastModified: CalendarStamp?
  /// When it was put as it is; the moment of the calendar where nothing is given.
  package var stamp: CalendarStamp?

  /// An event that leaves the day free; the rest is set afterwards.
  package init(uid: String, day: CalendarDate, summary: String) {
    self.uid = uid
    self.day = day
    self.summary = summary
  }

  func lines(stamp: CalendarStamp, handling: String = "") -> [CalendarLine] {
    var lines = [
      CalendarLine("BEGIN", "VEVENT"), CalendarLine(text: "UID", uid),
      CalendarLine("DTSTAMP", (self.stamp ?? stamp).text),
      CalendarLine("DTSTART;VALUE=DATE", day.calendarText),
    ]
    // Outlook and others show an event without an end at midnight. The end is the first day after it.
    let next = day.adding(days: 1)
    if next.year <= 9999 { lines.append(CalendarLine("DTEND;VALUE=DATE", next.calendarText)) }
    lines.append(CalendarLine(text: "SUMMARY", summary))
    // An event is opened, copied and forwarded alone, so each says who may see it.
    let described = [description, handling].filter { !$0.isEmpty }.joined(separator: "\n")
    if !described.isEmpty { lines.append(CalendarLine(text: "DESCRIPTION", described)) }
    // Calendars that are shared show of a confidential event that there is one, and no more.
    if !handling.isEmpty { lines.append(CalendarLine("CLASS", "CONFIDENTIAL")) }
    let categories = categories.filter { !$0.isEmpty }
    if !categories.isEmpty { lines.append(CalendarLine(texts: "CATEGORIES", categories)) }
    if let location, !location.isEmpty { lines.append(CalendarLine(text: "LOCATION", location)) }
    if let url { lines += [CalendarLine(address: "URL", url)].compactMap(\.self) }
    lines += [
      CalendarLine("STATUS", status.rawValue),
      CalendarLine("TRANSP", isBusy ? "OPAQUE" : "TRANSPARENT"),
      CalendarLine("SEQUENCE", "\(min(max(sequence, 0), Int(Int32.max)))"),
    ]
    if let lastModified { lines.append(CalendarLine("LAST-MODIFIED", lastModified.text)) }
    lines.append(CalendarLine("X-MICROSOFT-CDO-ALLDAYEVENT", "TRUE"))
    if status != .cancelled { lines += alarms.flatMap { $0.lines(summary: summary) } }
    return lines + [CalendarLine("END", "VEVENT")]
  }
}
