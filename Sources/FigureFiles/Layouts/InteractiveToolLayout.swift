import Letters
import Safeguarding

/// The long table of the local authority interactive tool: one row for each measure, year and area.
struct InteractiveToolLayout: FigureLayout {
  static let title = "the local authority interactive tool (long table)"
  static let signs = [
    ColumnSign("Short Desc"), ColumnSign("Data item"), ColumnSign("Years"),
    ColumnSign("LA and Regions"), ColumnSign("Values"),
  ]

  static let knownKeys: [String]? = [
    "shortdesc", "dataitem", "years", "laandregions", "values", "lanumber", "region",
  ]

  private let column: (short: Int, item: Int, years: Int, area: Int, value: Int)
  private let areaColumns: [Int]
  private let number: Int?
  private let region: Int?
  private var areas = CellCache<Interned<ReadArea>?>()
  private var periods = CellCache<Interned<ReadPeriod>>()
  private var measures = CellCache<Int>()
  let measureColumns: Set<Int>

  init(_ heading: Heading, _ collector: inout FigureCollector) {
    func column(_ key: String) -> Int { heading.column([key]) ?? 0 }
    self.column = (
      column("shortdesc"), column("dataitem"), column("years"), column("laandregions"),
      column("values")
    )
    number = heading.column("lanumber")
    region = heading.column("region")
    areaColumns = [self.column.area] + [number, region].compactMap { $0 }
    measureColumns = [self.column.value]
  }

  mutating func take(_ row: CellRow, _ collector: inout FigureCollector) -> Bool {
    let (column, number, region) = (column, number, region)
    guard !row[column.area].isEmpty, !row[column.item].isEmpty || !row[column.short].isEmpty else {
      return false
    }
    guard
      let area = areas.value(
        row, areaColumns, &collector,
        make: {
          let name = row.text(column.area).cleanedLine
          let lies = region.map { row.text($0) } ?? ""
          return $0.area(
            ReadArea(
              level: ReadArea.level(named: name) ?? .localAuthority, name: name,
              oldCode: InteractiveToolLayout.given(number.map { row.text($0) } ?? ""),
              regionName: InteractiveToolLayout.given(lies)), row: row.number)
        })
    else { return true }
    let slot = measures.value(row, [column.short, column.item], &collector) {
      let label = row.text(column.item).cleanedLine
      return $0.measure(
        ReadMeasure(
          key: row.text(column.short).cleanedLine, label: label, unit: UnitName.unit(of: label)))
    }
    // What a year means belongs to the measure.
    let period = periods.value(row, [column.years, column.short], &collector) {
      let kind =
        $0.options.yearKinds[row.text(column.short).folded]
        ?? $0.options.yearKinds[row.text(column.item).folded]
      return $0.period(row.text(column.years), year: kind, row: row.number, column: column.years)
    }
    collector.add(
      row, column.value, slot: slot, area: area, period: period,
      breakdown: collector.names.everybody())
    return true
  }

  /// What is given, and not R's word for nothing.
  private static func given(_ text: String) -> String {
    text == "NA" || text == "-" ? "" : text.cleanedLine
  }
}
