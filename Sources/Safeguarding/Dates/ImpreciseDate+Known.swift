import Letters

extension ImpreciseDate {
  /// The date as exactly as it is known and no more so: `2023`, `Jun 2019 to Dec 2022`, `about 2021`.
  public var known: String {
    let own = precision == .range ? months ?? short : short
    return isAbout && precision != .about ? "about \(own)" : own
  }

  /// The date in as few letters as say it, for the head of a column or the axis of a chart: `Apr-Jun 2023`.
  public var brief: String {
    guard precision == .range, months != nil, let days else { return short }
    let (from, to) = (days.lowerBound.components, days.upperBound.components)
    let names = (
      from: CalendarDate.monthNames[from.month - 1], to: CalendarDate.monthNames[to.month - 1]
    )
    if from.year != to.year { return "\(names.from) \(from.year)-\(names.to) \(to.year)" }
    return from.month == to.month
      ? "\(names.from) \(from.year)" : "\(names.from)-\(names.to) \(to.year)"
  }

  /// A range of whole months by the months.
  private var months: String? {
    guard let first, let last, first.components.day == 1,
      last.adding(days: 1).components.day == 1
    else { return nil }
    func name(_ day: CalendarDate) -> String {
      "\(CalendarDate.monthNames[day.components.month - 1]) \(day.year)"
    }
    return "\(name(first)) to \(name(last))"
  }

  /// Whether its source calls it less exact than it is written.
  private var isAbout: Bool {
    guard precision != .wordsOnly, let printed else { return false }
    let words = printed.folded.split { !$0.isLetter }
    return words.contains { ["about", "around", "circa", "approximately", "ca"].contains($0) }
  }
}
