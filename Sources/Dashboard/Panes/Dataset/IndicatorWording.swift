import Safeguarding
import TerminalUI

/// An indicator's reading in the words and small pictures of lists.
struct IndicatorWording {
  let reading: IndicatorReading
  private let glyphs: Glyphs
  private let day: CalendarDate

  init(_ reading: IndicatorReading, _ context: PaneContext) {
    self.reading = reading
    glyphs = context.glyphs
    day = context.day
  }

  /// A change by less than that share of the value before is hardly one.
  private static let hardly = 0.02

  var percent: String { reading.indicator.unit == "%" ? "%" : "" }

  /// The words that are published in place of a figure; nil where there is a figure or nothing.
  var words: String? {
    guard let value = reading.latest?.value, value.number == nil else { return nil }
    return value.text
  }

  /// The latest figure; blank where only words are published or nothing is.
  var latest: Line {
    guard let value = reading.latest?.value, value.number != nil else { return .empty }
    let texts = [value] + reading.rivals.compactMap(\.value)
    return Line(texts.map { $0.text + percent }.joined(separator: " or "))
  }

  /// The period or day of the latest value.
  var asAt: Line {
    guard let latest = reading.latest else { return .empty }
    return .secondary(latest.period?.inList(on: day, hasWeekday: false) ?? latest.periodText)
  }

  /// The change since the value before, with its sign, and whether it is better.
  var change: Line {
    guard let change = reading.change else { return .empty }
    let decimals = max(
      reading.latest?.value?.decimals ?? 0, reading.previous?.value?.decimals ?? 0)
    if change.direction == .same { return .secondary("0") }
    let number = formatted(change.difference, decimals: decimals, grouping: true)
    let sign = change.difference > 0 ? "+" : ""
    return Line(sign + number, isHardlyChanged ? .text : role(change.isBetter))
  }

  /// Whether the latest value differs from the one before, but hardly.
  var isHardlyChanged: Bool {
    guard let change = reading.change, let before = reading.previous?.value?.number else {
      return false
    }
    return abs(change.difference) < abs(before) * IndicatorWording.hardly
  }

  /// On which side of a comparator it lies; nil where no comparator has a figure.
  var side: IndicatorReading.Comparison? { reading.nearest?.comparison }

  /// How it stands: beside a comparator, over the periods, as a share of the whole, or since the value
  /// before.
  var standing: Line {
    if let words { return Line("\"\(words)\"") }
    if !reading.rivals.isEmpty { return IndicatorWording.contradiction }
    if let rating = reading.rating {
      return Line(rating.standing.title, rating.standing.role) + .secondary(", \(rating.because)")
    }
    if let nearest = reading.nearest { return comparison(nearest, hasWord: true) }
    guard let value = reading.latest?.value else { return .empty }
    if numbers.count > 2 { return run }
    let movement = movement
    guard percent == "%", let number = value.number, (0...100).contains(number) else {
      if !movement.isEmpty { return movement }
      return value.qualifier == .atLeast ? .secondary("at least") : .empty
    }
    let share = ShareBar(percent: number).line(glyphs)
    return movement.isEmpty ? share : share + " " + movement
  }

  /// The same in the few words of a summary.
  var shortStanding: Line {
    if let words { return Line("\"\(words)\"") }
    if !reading.rivals.isEmpty { return IndicatorWording.contradiction }
    if let nearest = reading.nearest { return comparison(nearest, hasWord: false) }
    if numbers.count > 2 {
      return .secondary(figures.suffix(3).joined(separator: " then "))
    }
    guard let change = reading.change else {
      return reading.latest == nil ? .secondary("no value yet") : .empty
    }
    if change.direction == .same { return .secondary("unchanged") }
    if isHardlyChanged { return .secondary("hardly changed") }
    return Line(judgement(change), role(change.isBetter))
  }

  /// That sources give different figures, and nothing says which one counts.
  private static let contradiction = Line("figures differ", .dueSoon)

  private func comparison(
    _ compared: (comparator: Comparator, comparison: IndicatorReading.Comparison), hasWord: Bool
  ) -> Line {
    let (comparator, comparison) = compared
    let word =
      switch comparison.direction {
      case .up: "above"
      case .down: "below"
      case .same: "equal to"
      }
    let arrow = Span(arrow(comparison), role(of: comparison), spoken: hasWord ? "" : word)
    let value = "\(comparator.name) \(comparator.value?.text ?? "")\(percent)"
    let period = comparator.period?.brief ?? "period not printed"
    return Line(spans: [arrow]) + Line(hasWord ? " \(word)" : "", role(of: comparison))
      + Line(" \(value), \(period)")
  }

  func arrow(_ comparison: IndicatorReading.Comparison) -> String {
    switch comparison.direction {
    case .up: String(glyphs.up)
    case .down: String(glyphs.down)
    case .same: String(glyphs.same)
    }
  }

  /// What is above and not said to be good or bad is to be looked at.
  func role(of comparison: IndicatorReading.Comparison) -> Role {
    if comparison.isBetter == nil, comparison.direction == .up { return .dueSoon }
    return role(comparison.isBetter)
  }

  private func role(_ isBetter: Bool?) -> Role {
    switch isBetter {
    case true: .good
    case false: .overdue
    default: .text
    }
  }

  /// The values of periods of one kind, up to the latest.
  private var trend: [Observation] {
    guard let latest = reading.latest else { return [] }
    return reading.values.filter {
      $0.id == latest.id || $0.isComparable(before: latest, of: reading.indicator)
    }
  }

  private var numbers: [Double] { trend.compactMap { $0.value?.number } }

  private var figures: [String] { trend.compactMap { $0.value?.text } }

  /// All values in a row, with the first period.
  private var run: Line {
    let decimals = trend.compactMap { $0.value?.decimals }.max() ?? 0
    let values = trend.map { $0.value?.number }
    let first = trend.first { $0.value?.number != nil }
    let since = (first?.period?.brief ?? first?.periodText).map { " since \($0)" } ?? ""
    return Sparkline(values).line(glyphs, decimals: decimals) + .secondary(since)
  }

  /// All values as a small picture, where how it stands says something else of them.
  var spark: Line {
    guard numbers.count > 2, reading.rating != nil || reading.nearest != nil else { return .empty }
    let decimals = trend.compactMap { $0.value?.decimals }.max() ?? 0
    return Sparkline(trend.map { $0.value?.number }).line(glyphs, beside: 0, decimals: decimals)
  }

  /// How the latest value differs from the one before; empty where there is none before.
  var movement: Line {
    guard let change = reading.change, let before = reading.previous?.value else { return .empty }
    let from = "from \(before.text)\(percent)"
    if change.direction == .same { return .secondary("unchanged, \(from)") }
    if isHardlyChanged { return .secondary("hardly changed, \(from)") }
    return Line("\(judgement(change)), \(from)", role(change.isBetter))
  }

  /// Better or worse only where the source says which way is better.
  private func judgement(_ change: IndicatorReading.Comparison) -> String {
    change.isBetter.map { $0 ? "better" : "worse" } ?? (change.direction == .up ? "up" : "down")
  }
}
