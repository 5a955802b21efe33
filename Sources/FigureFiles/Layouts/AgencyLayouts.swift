import Letters
import Safeguarding

/// What an agency sends: a row for each indicator, a column for each quarter.
struct AgencyGridLayout: FigureLayout {
  static let title = "an agency's return, a column for each quarter"
  static let hint = "no column is called as a period, such as \"Q1 2024-25\""
  static let signs = [AgencyColumns.indicator]

  private var columns: AgencyColumns
  private let periods: [(column: Int, period: Interned<ReadPeriod>)]
  let measureColumns: Set<Int>
  let proseColumns: Set<Int>

  static func fits(_ heading: Heading) -> Bool { !periods(of: heading).isEmpty }

  init(_ heading: Heading, _ collector: inout FigureCollector) {
    collector.isMachine = false
    let found = AgencyGridLayout.periods(of: heading)
    let first = found.first?.column ?? 0
    columns = AgencyColumns(heading, taken: Set(found.map(\.column)), before: first, &collector)
    periods = found.map { column, text in
      let said = text.contains { $0.isNumber && $0 != text.last } ? nil : collector.options.year
      let whole = said.map { "\(text) \($0)" } ?? text
      return (
        column, collector.period(whole, year: .financial, row: heading.row, column: column)
      )
    }
    measureColumns = Set(found.map(\.column)).union(columns.numbers)
    proseColumns = columns.prose
  }

  private static func periods(of heading: Heading) -> [(column: Int, text: String)] {
    heading.names.enumerated().compactMap { column, name in
      let period = ReadPeriod.printed(name, year: .financial)
      guard !period.identifier.isEmpty, heading.column([heading.keys[column]]) == column else {
        return nil
      }
      return (column, name)
    }
  }

  mutating func take(_ row: CellRow, _ collector: inout FigureCollector) -> Bool {
    guard let subject = columns.subject(of: row, &collector) else {
      return periods.allSatisfy { row[$0.column].isEmpty }
    }
    guard let area = subject.area else { return true }
    for (column, period) in periods {
      collector.add(
        row, column, slot: subject.slot, area: area, period: period,
        breakdown: subject.breakdown, detail: subject.detail, blank: .nothing)
    }
    return true
  }
}

/// What an agency sends: a row for each figure.
struct AgencyListLayout: FigureLayout {
  static let title = "an agency's return, a row for each figure"
  static let signs = [
    AgencyColumns.indicator, ColumnSign("Period", or: "Quarter", "Reporting period"),
    ColumnSign("Value", or: "Figure", "Result"),
  ]

  private let heading: Heading
  private var columns: AgencyColumns
  private let period: Int
  private var periods = CellCache<Interned<ReadPeriod>>()
  private let value: Int
  let measureColumns: Set<Int>
  let proseColumns: Set<Int>

  init(_ heading: Heading, _ collector: inout FigureCollector) {
    collector.isMachine = false
    self.heading = heading
    period = heading.column(AgencyListLayout.signs[1].keys) ?? 0
    value = heading.column(AgencyListLayout.signs[2].keys) ?? 0
    columns = AgencyColumns(
      heading, taken: [period, value], before: heading.names.count, &collector)
    measureColumns = columns.numbers.union([value])
    proseColumns = columns.prose
  }

  mutating func take(_ row: CellRow, _ collector: inout FigureCollector) -> Bool {
    guard let subject = columns.subject(of: row, &collector) else { return false }
    guard let area = subject.area else { return true }
    if row[period].isEmpty, let quarter = collector.options.quarter {
      collector.add(
        row, value, slot: subject.slot, area: area,
        period: collector.period(quarter, year: .financial, row: row.number, column: period),
        breakdown: subject.breakdown, detail: subject.detail, blank: .nothing)
      return true
    }
    if row[period].isEmpty {
      collector.checks.note(
        .periods, .fails, row: row.number, column: period + 1,
        "Row \(row.number), \(heading.cited(period)): no period is given.")
      return true
    }
    let column = period
    let time = periods.value(row, [period], &collector) {
      $0.period(row.text(column), year: .financial, row: row.number, column: column)
    }
    collector.add(
      row, value, slot: subject.slot, area: area, period: time,
      breakdown: subject.breakdown, detail: subject.detail, blank: .nothing)
    return true
  }
}
