import Letters
import Safeguarding

/// A partnership's scorecard: a row for each indicator, its four quarters and its year.
struct ScorecardLayout: FigureLayout {
  static let title = "a partnership's scorecard"
  static let signs =
    [
      ColumnSign(
        "Key Performance Indicator", or: "KPI", "Indicator", "Performance indicator", "Measure")
    ]
    + (1...4).map { ColumnSign("Q\($0)", or: "Quarter \($0)", "Qtr \($0)", "Qtr\($0)") }

  private let heading: Heading
  private let name: Int
  private let reference: Int?
  private let year: Int?
  private let note: Int?
  private let quarters: [Int]
  /// Where the figures begin of each row that has all its quarters and its year.
  private var whole: [Int] = []
  private let periods: [Interned<ReadPeriod>]
  private let nowhere: Interned<ReadArea>?
  let measureColumns: Set<Int>
  let proseColumns: Set<Int>

  init(_ heading: Heading, _ collector: inout FigureCollector) {
    collector.isMachine = false
    self.heading = heading
    let signs = ScorecardLayout.signs
    name = heading.column(signs[0].keys) ?? 0
    quarters = signs.dropFirst().compactMap { heading.column($0.keys) }
    reference = heading.column("ref", "reference", "no", "number")
    year = heading.column("year", "yeartotal", "yearend", "total", "fullyear", "ytd", "yeartodate")
    note = heading.column("comment", "comments", "note", "notes", "commentary", "analysis")
    measureColumns = Set(quarters + [year].compactMap { $0 })
    proseColumns = Set([name] + [note].compactMap { $0 })
    let said = collector.options.year
    var periods: [Interned<ReadPeriod>] = []
    for (index, column) in (quarters + [year].compactMap { $0 }).enumerated() {
      let text = index < 4 ? "Q\(index + 1)" : "Year"
      let period = ReadPeriod.printed(
        said.map { index < 4 ? "\(text) \($0)" : $0 } ?? text, year: .financial)
      periods.append(collector.names.period(period))
      collector.checks.make(.dated)
      if !period.isDated {
        collector.checks.note(
          .dated, .warns, row: heading.row, column: column + 1,
          "\(heading.cited(column)) names no year, so its days are not known. Say which year the "
            + "scorecard is of.")
      }
    }
    self.periods = periods
    nowhere = collector.names.area(ReadArea(level: .unknown, name: ""), known: []).0
  }

  mutating func take(_ row: CellRow, _ collector: inout FigureCollector) -> Bool {
    let label = row.text(name).cleanedLine
    let code = reference.map { row.text($0).cleanedLine } ?? ""
    let columns = quarters + [year].compactMap { $0 }
    guard !label.isEmpty, let nowhere else { return false }
    // A row with a name alone is the title of those below it.
    if columns.allSatisfy({ row[$0].isEmpty }) { return true }
    let aggregation = ScorecardLayout.aggregation(label)
    let slot = collector.measure(
      ReadMeasure(
        key: code.isEmpty ? label : code, label: label,
        unit: label.hasPrefix("%") ? "%" : UnitName.unit(of: label), aggregation: aggregation))
    var detail = FigureDetail()
    detail.note = note.map { row.text($0).cleaned.text } ?? ""
    let first = collector.figures.count
    for (column, period) in zip(columns, periods) {
      collector.add(
        row, column, slot: slot, area: nowhere, period: period,
        breakdown: collector.names.everybody(), detail: detail, blank: .nothing)
    }
    if collector.figures.count == first + 5 { whole.append(first) }
    return true
  }

  mutating func finish(_ collector: inout FigureCollector) {
    for first in whole { check(Array(collector.figures[first..<first + 5]), &collector) }
  }

  /// How the label says that a year follows from its quarters.
  static func aggregation(_ label: String) -> ReadMeasure.Aggregation? {
    let folded = label.folded
    if folded.hasSuffix("(total)") || folded.hasSuffix("(sum)") { return .sum }
    if folded.hasSuffix("(average)") || folded.hasSuffix("(mean)") || folded.hasSuffix("(avg)") {
      return .mean
    }
    if ["(month end)", "(quarter end)", "(year end)", "(snapshot)", "(at end)"].contains(
      where: folded.hasSuffix)
    {
      return .last
    }
    return folded.hasSuffix("(%)") ? .ratio : nil
  }

  private func check(_ figures: [ReadFigure], _ collector: inout FigureCollector) {
    let numbers = figures.compactMap(\.value.exactNumber)
    guard numbers.count == 5, let year = figures.last else { return }
    let measure = year.measure.value
    let expected: (value: Double, words: String)
    switch measure.aggregation {
    case .sum: expected = (numbers[..<4].reduce(0, +), "sum to")
    case .mean: expected = (numbers[..<4].reduce(0, +) / 4, "have the mean")
    case .last: expected = (numbers[3], "end with")
    case .ratio, nil: return
    }
    collector.checks.make(.sums)
    var step = 1.0
    for _ in 0..<year.value.decimals { step /= 10 }
    guard abs(expected.value - numbers[4]) > step / 2 + 1e-9 else { return }
    let decimals = measure.aggregation == .mean ? max(2, year.value.decimals) : year.value.decimals
    collector.checks.note(
      .sums, .warns, row: year.row, column: year.column,
      "Row \(year.row): the year of \(shortened(measure.label)) is "
        + "\(formatted(numbers[4], decimals: year.value.decimals)), and its quarters "
        + "\(expected.words) \(formatted(expected.value, decimals: decimals)).")
  }
}
