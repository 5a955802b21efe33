import Letters

/// What an agency sends of one quarter, which the file itself does not name: a row for each figure.
struct AgencyQuarterLayout: FigureLayout {
  static let title = "an agency's return of one quarter"
  static let signs = [AgencyColumns.indicator, ColumnSign("Value", or: "Figure", "Result")]

  private var columns: AgencyColumns
  private let value: Int
  private let period: Interned<ReadPeriod>?
  let measureColumns: Set<Int>
  let proseColumns: Set<Int>

  init(_ heading: Heading, _ collector: inout FigureCollector) {
    collector.isMachine = false
    value = heading.column(AgencyQuarterLayout.signs[1].keys) ?? 0
    columns = AgencyColumns(heading, taken: [value], before: heading.names.count, &collector)
    measureColumns = columns.numbers.union([value])
    proseColumns = columns.prose
    if let quarter = collector.options.quarter {
      period = collector.period(quarter, year: .financial, row: heading.row, column: value)
    } else {
      period = nil
      collector.checks.note(
        .periods, .fails, row: heading.row,
        "Row \(heading.row): no column says which period the figures are of. Say which quarter it is, such as Q1 2024-25."
      )
    }
  }

  mutating func take(_ row: CellRow, _ collector: inout FigureCollector) -> Bool {
    guard let subject = columns.subject(of: row, &collector) else { return false }
    guard let period, let area = subject.area else { return true }
    collector.add(
      row, value, slot: subject.slot, area: area, period: period,
      breakdown: subject.breakdown, detail: subject.detail, blank: .nothing)
    return true
  }
}
