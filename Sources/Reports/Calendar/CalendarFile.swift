/// A calendar (iCalendar, RFC 5545) that other programs open or subscribe to.
///
/// It holds all-day events in UTF-8, published and not sent: nobody is invited, nobody answers. Write
/// its text to a file as it stands: a changed character can break a line that was measured in octets.
package struct CalendarFile: Hashable, Sendable {
  /// The name that programs show for the calendar.
  package var name: String
  /// Who may see the calendar and each event of it; empty where nothing is said.
  package var handling = ""
  /// The version of this program, such as `0.1.0`.
  package var version: String
  /// When the calendar was made.
  package var stamp: CalendarStamp
  /// The events, in the order in which they are written; no two have the same identifier.
  package var events: [CalendarEvent]

  /// A calendar with its name, its maker's version, its time and its events.
  package init(name: String, version: String, stamp: CalendarStamp, events: [CalendarEvent]) {
    self.name = name
    self.version = version
    self.stamp = stamp
    self.events = events
  }

  /// The calendar as text, with the end of its last line.
  ///
  /// The format wants at least one component. A calendar without events therefore holds a time zone
  /// that nothing uses: it shows nothing, and readers that refuse an empty calendar take it.
  package var text: String {
    var lines = [
      CalendarLine("BEGIN", "VCALENDAR"), CalendarLine("VERSION", "2.0"),
      CalendarLine(text: "PRODID", "-//Masa//Masa \(version)//EN"),
      CalendarLine("CALSCALE", "GREGORIAN"), CalendarLine("METHOD", "PUBLISH"),
    ]
    if !name.isEmpty {
      // The first is the standard's, the second is what programs read.
      lines += [CalendarLine(text: "NAME", name), CalendarLine(text: "X-WR-CALNAME", name)]
    }
    if !handling.isEmpty {
      lines += [
        CalendarLine(text: "DESCRIPTION", handling), CalendarLine(text: "X-WR-CALDESC", handling),
      ]
    }
    // How often to look for a newer one, in the words of the standard and of Outlook.
    lines += [
      CalendarLine("REFRESH-INTERVAL;VALUE=DURATION", "P1D"),
      CalendarLine("X-PUBLISHED-TTL", "P1D"),
    ]
    lines +=
      events.isEmpty
      ? CalendarFile.unusedZone : events.flatMap { $0.lines(stamp: stamp, handling: handling) }
    lines.append(CalendarLine("END", "VCALENDAR"))
    return lines.map(\.folded).joined()
  }

  private static let unusedZone = [
    CalendarLine("BEGIN", "VTIMEZONE"), CalendarLine("TZID", "Etc/UTC"),
    CalendarLine("BEGIN", "STANDARD"), CalendarLine("DTSTART", "19700101T000000"),
    CalendarLine("TZOFFSETFROM", "+0000"), CalendarLine("TZOFFSETTO", "+0000"),
    CalendarLine("TZNAME", "UTC"), CalendarLine("END", "STANDARD"),
    CalendarLine("END", "VTIMEZONE"),
  ]
}
