package import Safeguarding

/// A second of a day in Coordinated Universal Time (UTC).
package struct CalendarStamp: Hashable, Comparable, Sendable {
  /// Seconds since the beginning of 1 January 1970, within the years 1 to 9999.
  package let seconds: Int

  /// The second so many seconds after the beginning of 1 January 1970.
  ///
  /// - Parameter seconds: What lies outside the years 1 to 9999 becomes their first or last second.
  package init(secondsSince1970 seconds: Int) {
    self.seconds = min(max(seconds, -62_135_596_800), 253_402_300_799)
  }

  /// The beginning of a day.
  package init(_ day: CalendarDate) {
    let limited = min(max(day.dayNumber, -1_000_000), 3_000_000)
    self.init(secondsSince1970: limited * CalendarStamp.secondsOfDay)
  }

  /// `20240328T093000Z`.
  package var text: String {
    let length = CalendarStamp.secondsOfDay
    let second = (seconds % length + length) % length
    let day = CalendarDate(dayNumber: (seconds - second) / length)
    let time = [second / 3600, second / 60 % 60, second % 60]
    return day.calendarText + "T" + time.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined() + "Z"
  }

  /// Earlier times come first.
  package static func < (left: CalendarStamp, right: CalendarStamp) -> Bool {
    left.seconds < right.seconds
  }

  private static let secondsOfDay = 86_400
}

extension CalendarDate {
  /// `20240328`.
  var calendarText: String { iso.filter { $0 != "-" } }
}
