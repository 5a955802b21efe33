import Safeguarding

/// An indicator's values as a picture needs them: one a period, and gaps where some are missing.
struct IndicatorPeriods {
  /// One period with its value.
  struct Entry {
    let label: String
    let period: ImpreciseDate?
    /// The value; nothing where none was recorded.
    let value: Measure?
    let isProvisional: Bool

    /// How many months it is for; nil where that is not known.
    var months: Int? {
      guard let first = period?.first?.components, let last = period?.last?.components else {
        return nil
      }
      return (last.year - first.year) * 12 + last.month - first.month + 1
    }
  }

  /// The periods that are recorded, earliest first; what was restated stands in the table alone.
  let entries: [Entry]

  init(_ values: [Observation]) {
    var order: [String] = []
    var latest: [String: Observation] = [:]
    for value in values {
      let label = IndicatorPeriods.label(value)
      if let known = latest[label] {
        if !known.supersedes.isEmpty, value.supersedes.isEmpty { continue }
      } else {
        order.append(label)
      }
      latest[label] = value
    }
    entries = order.compactMap { label in
      latest[label].map {
        Entry(label: label, period: $0.period, value: $0.value, isProvisional: $0.provisional)
      }
    }
  }

  /// How many periods have a number.
  var knownCount: Int { entries.count { $0.value?.number != nil } }

  /// The most decimals of any value.
  var decimals: Int { entries.compactMap { $0.value?.decimals }.max() ?? 0 }

  /// The labels of all periods from the first to the last, with those that were never recorded.
  ///
  /// They are known only where all are months, quarters or years that follow each other at one distance.
  var labels: [String] {
    let recorded = entries.map(\.label)
    guard let precision = entries.first?.period?.precision,
      let months = IndicatorPeriods.months(entries, precision), months.count > 1,
      let step = zip(months, months.dropFirst()).map({ $1 - $0 }).min(), step > 0,
      months.allSatisfy({ ($0 - months[0]) % step == 0 }),
      let last = months.last, (last - months[0]) / step < max(24, 3 * months.count)
    else { return recorded }
    let known = Dictionary(zip(months, recorded)) { first, _ in first }
    let length = entries.first?.months ?? 1
    return stride(from: months[0], through: last, by: step).compactMap { month in
      known[month] ?? IndicatorPeriods.label(month: month, length, precision)
    }
  }

  /// What the period of a value is called.
  static func label(_ value: Observation) -> String {
    if !value.periodLabel.isEmpty { return value.periodLabel }
    return value.period?.brief ?? "period not printed"
  }

  /// The first month of each period, counted from the year nought.
  private static func months(
    _ entries: [Entry], _ precision: ImpreciseDate.Precision
  ) -> [Int]? {
    var months: [Int] = []
    for entry in entries {
      guard let period = entry.period, period.precision == precision, let first = period.first,
        entry.label == period.brief, entry.months == entries[0].months
      else { return nil }
      months.append(first.year * 12 + first.components.month - 1)
    }
    return months
  }

  /// What a period of months or years is called.
  private static func label(
    month: Int, _ length: Int, _ precision: ImpreciseDate.Precision
  ) -> String? {
    let (year, rest) = month.quotientAndRemainder(dividingBy: 12)
    switch precision {
    case .month: return ImpreciseDate("\(year)-\(padded(rest + 1, 2))")?.short
    case .year: return ImpreciseDate("\(year)")?.short
    case .financialYear: return ImpreciseDate("\(year)/\(padded((year + 1) % 100, 2))")?.short
    case .range:
      let (end, last) = (month + length).quotientAndRemainder(dividingBy: 12)
      guard let first = CalendarDate(year: year, month: rest + 1, day: 1),
        let next = CalendarDate(year: end, month: last + 1, day: 1)
      else { return nil }
      return ImpreciseDate("\(first.iso)/\(next.adding(days: -1).iso)")?.brief
    case .day, .season, .about, .wordsOnly: return nil
    }
  }
}
