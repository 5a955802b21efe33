import Letters
import Safeguarding

/// Health indicators of the Office for Health Improvement and Disparities, as Fingertips gives them.
struct FingertipsLayout: FigureLayout {
  static let title = "health indicators (Fingertips)"
  static let signs = [
    ColumnSign("Indicator ID"), ColumnSign("Indicator Name"), ColumnSign("Area Code"),
    ColumnSign("Area Name"), ColumnSign("Area Type"), ColumnSign("Time period"),
    ColumnSign("Value"),
  ]

  static let knownKeys: [String]? = [
    "indicator", "parent", "area", "sex", "age", "category", "timeperiod", "value", "lowerci",
    "upperci", "count", "denominator", "recenttrend", "comparedto", "newdata",
  ]

  private let column:
    (indicator: Int, name: Int, code: Int, area: Int, type: Int, period: Int, value: Int)
  private let parent: [Int]
  private let filters: [(column: Int, name: String)]
  private let count: Int?
  private let denominator: Int?
  private let note: Int?
  private let category: [Int]
  private var hasGuessed = false
  private var areas = CellCache<Interned<ReadArea>?>()
  private var periods = CellCache<Interned<ReadPeriod>>()
  private var measures = CellCache<Int>()
  private var breakdowns = CellCache<Interned<[BreakdownMember]>>()
  let measureColumns: Set<Int>

  init(_ heading: Heading, _ collector: inout FigureCollector) {
    func column(_ key: String) -> Int { heading.column([key]) ?? 0 }
    self.column = (
      column("indicatorid"), column("indicatorname"), column("areacode"), column("areaname"),
      column("areatype"), column("timeperiod"), column("value")
    )
    parent = [heading.column("parentcode"), heading.column("parentname")].compactMap { $0 }
    filters = ["sex", "age"].compactMap { key in
      heading.column([key]).map { ($0, heading.names[$0]) }
    }
    category = [heading.column("categorytype"), heading.column("category")].compactMap { $0 }
    (count, denominator) = (heading.column("count"), heading.column("denominator"))
    note = heading.column("valuenote")
    measureColumns = Set(
      [column("value"), count, denominator].compactMap { $0 }
        + heading.keys.indices.filter { heading.keys[$0].contains("ci9") })
  }

  mutating func take(_ row: CellRow, _ collector: inout FigureCollector) -> Bool {
    let column = column
    guard !row[column.indicator].isEmpty, !row[column.area].isEmpty else { return false }
    let parent = parent
    guard
      let area = areas.value(
        row, [column.code, column.area, column.type] + parent, &collector,
        make: {
          $0.area(FingertipsLayout.area(row, column.code, column.area, parent), row: row.number)
        })
    else { return true }
    let period = periods.value(row, [column.period, column.indicator], &collector) {
      let text = row.text(column.period)
      let said = $0.options.yearKinds[row.text(column.indicator).folded]
      if said == nil, text.contains("/"), !hasGuessed {
        hasGuessed = true
        $0.checks.note(
          .dated, .warns, row: row.number, column: column.period + 1,
          "Row \(row.number): \"\(shortened(text))\" was taken for a year from April to March, as most "
            + "health indicators have it; academic years are printed alike.")
      }
      return $0.period(
        text, year: said ?? (text.contains("/") ? .financial : .calendar), row: row.number,
        column: column.period)
    }
    let slot = measures.value(row, [column.indicator, column.name], &collector) {
      let name = row.text(column.name).cleanedLine
      return $0.measure(
        ReadMeasure(
          key: row.text(column.indicator).cleanedLine, label: name, unit: UnitName.unit(of: name)))
    }
    let (filters, category) = (filters, category)
    let breakdown = breakdowns.value(row, filters.map(\.column) + category, &collector) {
      var members = filters.map { BreakdownMember($0.name, row.text($0.column).cleanedLine) }
      if category.count == 2, !row[category[0]].isEmpty {
        members.append(
          BreakdownMember(row.text(category[0]).cleanedLine, row.text(category[1]).cleanedLine))
      }
      return $0.names.breakdown(members.filter { !$0.member.isEmpty })
    }
    var detail = FigureDetail()
    detail.numerator = count.flatMap { collector.number(row[$0]) }
    detail.denominator = denominator.flatMap { collector.number(row[$0]) }
    detail.note = note.map { row.text($0).cleaned.text } ?? ""
    collector.add(
      row, column.value, slot: slot, area: area, period: period, breakdown: breakdown,
      detail: detail, blank: .reason(FingertipsLayout.reason(detail.note)))
    return true
  }

  private static func area(
    _ row: CellRow, _ code: Int, _ name: Int, _ parent: [Int]
  ) -> ReadArea {
    let (code, name) = (row.text(code).cleanedLine, row.text(name).cleanedLine)
    let level: ReadArea.Level =
      switch code.prefix(3) {
      case "E92": .national
      case "E12", "E13": ReadArea.region(code: code, name: name)
      case "E06", "E08", "E09", "E10": .localAuthority
      case "E07": .other("District")
      default: ReadArea.level(named: name) ?? .unknown
      }
    let lies =
      parent.count == 2
      ? (row.text(parent[0]).cleanedLine, row.text(parent[1]).cleanedLine) : ("", "")
    return ReadArea(
      level: level, name: name, newCode: code, regionCode: lies.0.hasPrefix("E92") ? "" : lies.0,
      regionName: lies.0.hasPrefix("E92") ? "" : lies.1)
  }

  /// Why a value is missing: the note alone says it.
  private static func reason(_ note: String) -> MissingReason {
    let note = note.folded
    if ["suppress", "disclosure", "small number", "confidential"].contains(where: note.contains) {
      return .confidential
    }
    if note.contains("not applicable") { return .notApplicable }
    return note.contains("caution") || note.contains("quality") || note.contains("reliab")
      ? .unreliable : .notAvailable
  }
}
