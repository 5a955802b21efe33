/// The bytes of a written date, read form by form.
struct DateSpelling {
  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The day written as `2024-03-28`.
  var day: CalendarDate? {
    guard bytes.count == 10, bytes[4] == Self.hyphen, bytes[7] == Self.hyphen,
      let year = number(0, 4), let month = number(5, 2), let day = number(8, 2)
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// The month written as `2024-03`.
  var month: ClosedRange<CalendarDate>? {
    guard bytes.count == 7, bytes[4] == Self.hyphen, let year = number(0, 4),
      let month = number(5, 2), let first = CalendarDate(year: year, month: month, day: 1)
    else { return nil }
    return first...first.endOfMonth
  }

  /// The year written as `2024`.
  var year: ClosedRange<CalendarDate>? {
    guard bytes.count == 4, let year = number(0, 4) else { return nil }
    return months(12, from: 1, of: year)
  }

  /// The year from April to March written as `2024/25`.
  var financialYear: ClosedRange<CalendarDate>? {
    guard bytes.count == 7, bytes[4] == Self.slash, let year = number(0, 4),
      number(5, 2) == (year + 1) % 100
    else { return nil }
    return months(12, from: 4, of: year)
  }

  /// The season written as `autumn 2024`; winter begins in December of the year named.
  var season: ClosedRange<CalendarDate>? {
    guard bytes.count == 11, bytes[6] == 0x20, let year = number(7, 4) else { return nil }
    let name = String(decoding: bytes[..<6], as: UTF8.self).lowercased()
    guard let index = Self.seasons.firstIndex(of: name) else { return nil }
    return months(3, from: 3 * index + 3, of: year)
  }

  /// The days or months written as `2024-03/2024-05-31`, with both ends.
  var range: ClosedRange<CalendarDate>? {
    guard let slash = bytes.firstIndex(of: Self.slash) else { return nil }
    let left = DateSpelling(UnsafeBufferPointer(rebasing: bytes[..<slash]))
    let right = DateSpelling(UnsafeBufferPointer(rebasing: bytes[(slash + 1)...]))
    guard let first = left.day ?? left.month?.lowerBound,
      let last = right.day ?? right.month?.upperBound, first <= last
    else { return nil }
    return first...last
  }

  /// The names of the seasons; the first one begins in March.
  static let seasons = ["spring", "summer", "autumn", "winter"]

  private static let hyphen: UInt8 = 0x2D
  private static let slash: UInt8 = 0x2F

  private func months(_ count: Int, from month: Int, of year: Int) -> ClosedRange<CalendarDate>? {
    guard let first = CalendarDate(year: year, month: month, day: 1) else { return nil }
    let end = month + count - 2
    let lastMonth = CalendarDate(year: year + end / 12, month: end % 12 + 1, day: 1)
    return lastMonth.map { first...$0.endOfMonth }
  }

  private func number(_ start: Int, _ count: Int) -> Int? {
    var number = 0
    for byte in bytes[start..<(start + count)] {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    return number
  }
}
