package import Safeguarding

/// Tells moments as the clock on the wall shows them.
///
/// The dashboard asks no clock itself: whoever runs it says how far the wall is from UTC.
package struct WallClock: Sendable {
  private let offset: @Sendable (Int) -> Int

  /// A clock that is a number of seconds ahead of UTC, told for each moment; UTC where none is given.
  package init(offset: @escaping @Sendable (Int) -> Int = { _ in 0 }) { self.offset = offset }

  /// The day of a moment in seconds since 1970.
  package func day(_ seconds: Int) -> CalendarDate {
    let local = seconds + offset(seconds)
    return CalendarDate(dayNumber: (local - remainder(local)) / WallClock.secondsOfDay)
  }

  /// The hour and minute of a moment in seconds since 1970: "14:02".
  package func time(_ seconds: Int) -> String {
    let minutes = remainder(seconds + offset(seconds)) / 60
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    return "\(two(minutes / 60)):\(two(minutes % 60))"
  }

  /// A moment in a few words: "14:02" on the day itself, else "31 Mar 2024 14:02".
  package func words(_ seconds: Int, on today: CalendarDate? = nil) -> String {
    let day = day(seconds)
    return day == today ? time(seconds) : "\(day.short) \(time(seconds))"
  }

  private static let secondsOfDay = 86_400

  private func remainder(_ seconds: Int) -> Int {
    let rest = seconds % WallClock.secondsOfDay
    return rest < 0 ? rest + WallClock.secondsOfDay : rest
  }
}
