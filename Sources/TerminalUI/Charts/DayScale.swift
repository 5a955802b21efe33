/// Where a day stands among columns.
struct DayScale: Hashable {
  let days: ClosedRange<Int>
  let width: Int

  /// The column of a day, or nothing for a day that is not on show.
  func column(_ day: Int) -> Int? {
    guard width > 0, days.contains(day) else { return nil }
    return min(width - 1, Int(share(of: day, extra: 0) * Double(width)))
  }

  /// The columns of a time, at least one, or nothing for a time that is not on show.
  func cells(from first: Int, through last: Int?) -> Range<Int>? {
    let last = last ?? .max
    guard width > 0, first <= days.upperBound, last >= days.lowerBound else { return nil }
    let start = share(of: max(first, days.lowerBound), extra: 0) * Double(width)
    let end = share(of: min(last, days.upperBound), extra: 1) * Double(width)
    let left = max(0, min(width - 1, Int(start.rounded())))
    return left..<max(left + 1, min(width, Int(end.rounded())))
  }

  /// How far through the days the start of a day is, or with one extra day its end.
  private func share(of day: Int, extra: Double) -> Double {
    let length = Double(days.upperBound) - Double(days.lowerBound) + 1
    return max(0, min(1, (Double(day) - Double(days.lowerBound) + extra) / length))
  }
}
