import Letters

/// Where official statistics say which area and time a row is of.
struct StatisticsGeography: Sendable {
  let period: Int
  let identifier: Int
  let level: Int
  /// The columns of time and place.
  let columns: Set<Int>
  /// The columns that say which area it is.
  let columnsOfArea: [Int]
  private let named: [String: Int]
  private let otherNames: [Int]
  private let otherCodes: [Int]

  private static let base: Set = [
    "countrycode", "countryname", "regioncode", "regionname", "oldlacode", "newlacode", "laname",
  ]
  private static let otherStarts = [
    "lad", "pcon", "rscregion", "school", "provider", "ward", "lsip", "englishdevolvedarea",
    "localenterprisepartnership", "opportunityarea", "mat", "multiacademytrust", "sponsor",
    "institution", "planningarea", "localskillsimprovementplanarea", "policeforcearea", "ypla",
  ]
  private static let otherEnds = ["code", "name", "urn", "laestab", "ukprn", "id"]

  init(_ heading: Heading) {
    period = heading.column("timeperiod") ?? 0
    identifier = heading.column("timeidentifier") ?? 0
    level = heading.column("geographiclevel") ?? 0
    var named: [String: Int] = [:]
    var (names, codes) = ([Int](), [Int]())
    for (column, key) in heading.keys.enumerated() {
      if StatisticsGeography.base.contains(key) {
        if named[key] == nil { named[key] = column }
      } else if StatisticsGeography.otherStarts.contains(where: key.hasPrefix),
        let end = StatisticsGeography.otherEnds.first(where: key.hasSuffix)
      {
        if end == "name" { names.append(column) } else { codes.append(column) }
      }
    }
    (self.named, otherNames, otherCodes) = (named, names, codes)
    columnsOfArea = [level] + named.values.sorted() + names + codes
    columns = Set(columnsOfArea + [period, identifier])
  }

  /// The area of a row.
  func area(_ row: CellRow) -> ReadArea {
    func text(_ key: String) -> String { named[key].map { row.text($0).cleanedLine } ?? "" }
    let printed = row.text(level).cleanedLine
    let (code, name) = (text("regioncode"), text("regionname"))
    switch Heading.key(printed) {
    case "national":
      return ReadArea(level: .national, name: text("countryname"), newCode: text("countrycode"))
    case "regional":
      return ReadArea(level: ReadArea.region(code: code, name: name), name: name, newCode: code)
    case "localauthority":
      return ReadArea(
        level: .localAuthority, name: text("laname"), oldCode: text("oldlacode"),
        newCode: text("newlacode"), regionCode: code, regionName: name)
    default:
      let own = otherNames.lazy.map { row.text($0).cleanedLine }.last { !$0.isEmpty }
      let ownCode = otherCodes.lazy.map { row.text($0).cleanedLine }.last { !$0.isEmpty }
      return ReadArea(
        level: .other(printed), name: own ?? text("laname"), newCode: ownCode ?? "",
        regionCode: code, regionName: name)
    }
  }
}

/// Which columns of official statistics are measures, and which say of whom they are.
struct StatisticsColumns: Sendable {
  struct Measure: Sendable {
    let column: Int
    let measure: ReadMeasure
    var slot = 0
  }

  private(set) var measures: [Measure] = []
  private(set) var filters: [(column: Int, name: String)] = []
  /// The columns of a breakdown whose name stands in another column.
  private var pair: (topic: Int, member: Int)?

  var filterColumns: [Int] { filters.map(\.column) }

  /// As the description beside the file says.
  init(_ heading: Heading, _ geography: StatisticsGeography, _ metadata: StatisticsMetadata) {
    for (column, key) in heading.keys.enumerated() where !geography.columns.contains(column) {
      guard heading.column([key]) == column, let entry = metadata.entries[key] else { continue }
      if entry.isMeasure {
        measures.append(
          Measure(
            column: column,
            measure: ReadMeasure(
              key: heading.names[column],
              label: entry.label.isEmpty
                ? StatisticsColumns.label(heading.names[column]) : entry.label,
              unit: entry.unit, decimals: entry.decimals)))
      } else {
        filters.append((column, entry.label.isEmpty ? heading.names[column] : entry.label))
      }
    }
    findPair(heading)
  }

  /// As the cells of the first rows tell: columns of numbers and signs are measures.
  init(
    _ heading: Heading, _ geography: StatisticsGeography, sample: [CellRow],
    _ checks: inout FigureChecks
  ) {
    for (column, key) in heading.keys.enumerated() where !geography.columns.contains(column) {
      guard heading.column([key]) == column, !key.isEmpty else { continue }
      var (words, filled) = (0, 0)
      for row in sample {
        switch CellValue(row[column], isMachine: true) {
        case .blank: continue
        case .words: words += 1
        default: break
        }
        filled += 1
      }
      let name = heading.names[column]
      if StatisticsColumns.filterNames.contains(key) || words * 3 > filled {
        filters.append((column, name))
        continue
      }
      if words > 0 {
        checks.note(
          .columns, .warns, row: heading.row, column: column + 1,
          "\(heading.cited(column)) was taken for a measure, as most of its cells are numbers. The "
            + "description (.meta.csv) beside the file would say.")
      }
      measures.append(
        Measure(
          column: column,
          measure: ReadMeasure(
            key: name, label: StatisticsColumns.label(name), unit: UnitName.unit(of: name))))
    }
    findPair(heading)
  }

  private static let filterNames: Set = [
    "category", "breakdowntopic", "breakdown", "characteristic", "populationtype", "clagroup",
    "placementstability", "absenceterms", "socialcaregroup", "phasetypegrouping", "version",
    "agegroup", "age", "sex", "gender", "ethnicity", "ethnicgroup", "location",
    "stageofadoptionprocess", "agestartpoc", "schooltype", "phase", "topic", "ageband",
  ]

  private static func label(_ name: String) -> String {
    name.replacing("_", with: " ").cleanedLine
  }

  private mutating func findPair(_ heading: Heading) {
    let columns = filters.map { (heading.keys[$0.column], $0.column) }
    guard let topic = columns.first(where: { $0.0 == "breakdowntopic" })?.1,
      let member = columns.first(where: { $0.0 == "breakdown" })?.1
    else { return }
    pair = (topic, member)
  }

  /// With the measures as the file's.
  func adding(to collector: inout FigureCollector) -> StatisticsColumns {
    var columns = self
    for index in columns.measures.indices {
      columns.measures[index].slot = collector.measure(columns.measures[index].measure)
    }
    return columns
  }

  /// Of whom a row is.
  func members(_ row: CellRow) -> [BreakdownMember] {
    filters.compactMap { column, name in
      if column == pair?.topic { return nil }
      let text = row.text(column).cleanedLine
      if let pair, column == pair.member {
        return BreakdownMember(row.text(pair.topic).cleanedLine, text)
      }
      return text.isEmpty ? nil : BreakdownMember(name, text)
    }
  }
}
