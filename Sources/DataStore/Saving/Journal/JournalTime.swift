import Safeguarding

/// A second of Coordinated Universal Time as the journal writes it: `2024-03-31T10:41:07Z`.
struct JournalTime: Hashable {
  /// Seconds since the beginning of 1 January 1970.
  let seconds: Int

  private static let secondsOfDay = 86_400
  /// The years 1 to 9999; a clock that is further off is written as the nearest of these.
  private static let range = -62_135_596_800...253_402_300_799

  init(seconds: Int) {
    self.seconds = min(max(seconds, Self.range.lowerBound), Self.range.upperBound)
  }

  /// Reads what ``text`` writes; nil for anything else.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 20, bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
      bytes[16] == UInt8(ascii: ":"), bytes[19] == UInt8(ascii: "Z"),
      let day = CalendarDate(iso: String(decoding: bytes[..<10], as: UTF8.self))
    else { return nil }
    let numbers = [11, 14, 17].compactMap { start in
      let digits = bytes[start..<(start + 2)]
      return digits.allSatisfy { (0x30...0x39).contains($0) }
        ? digits.reduce(0) { $0 * 10 + Int($1 - 0x30) } : nil
    }
    guard numbers.count == 3, numbers[0] < 24, numbers[1] < 60, numbers[2] < 60 else { return nil }
    self.init(
      seconds: day.dayNumber * Self.secondsOfDay + numbers[0] * 3600 + numbers[1] * 60 + numbers[2])
  }

  var text: String {
    let second = (seconds % Self.secondsOfDay + Self.secondsOfDay) % Self.secondsOfDay
    let day = CalendarDate(dayNumber: (seconds - second) / Self.secondsOfDay)
    let time = [second / 3600, second / 60 % 60, second % 60]
    return day.iso + "T" + time.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":") + "Z"
  }
}
