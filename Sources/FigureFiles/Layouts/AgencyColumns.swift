import Letters

/// The columns of what an agency sends, beside periods and values.
struct AgencyColumns: Sendable {
  static let indicator = ColumnSign(
    "Indicator", or: "Measure", "KPI", "Key Performance Indicator", "Performance indicator")

  /// What a row is about.
  struct Subject {
    let slot: Int
    let area: Interned<ReadArea>
    let breakdown: Interned<[BreakdownMember]>
    let detail: FigureDetail
  }

  private let name: Int
  private let reference: Int?
  private let unit: Int?
  private let area: Int?
  private let areaCode: Int?
  private let numerator: Int?
  private let denominator: Int?
  private let note: Int?
  private let analysis: Int?
  private let breakdowns: [(column: Int, name: String)]
  /// The columns of numerators and denominators.
  var numbers: Set<Int> { Set([numerator, denominator].compactMap { $0 }) }
  /// The columns in which people write sentences.
  var prose: Set<Int> { Set([name, note, analysis].compactMap { $0 }) }

  init(
    _ heading: Heading, taken: Set<Int>, before end: Int, _ collector: inout FigureCollector
  ) {
    name = heading.column(AgencyColumns.indicator.keys) ?? 0
    reference = heading.column("ref", "reference", "id", "indicatorid", "indicatorcode", "code")
    unit = heading.column("unit", "units")
    area = heading.column("area", "areaname", "localauthority", "laname", "district")
    areaCode = heading.column("areacode", "newlacode", "lacode")
    numerator = heading.column("numerator")
    denominator = heading.column("denominator")
    note = heading.column("note", "notes", "comment", "comments")
    analysis = heading.column("analysis", "commentary", "narrative")
    let own = Set(
      [name, reference, unit, area, areaCode, numerator, denominator, note, analysis].compactMap {
        $0
      })
    var breakdowns: [(Int, String)] = []
    for (column, title) in heading.names.enumerated()
    where !taken.contains(column) && !own.contains(column) && !title.isEmpty {
      let isPlan = [
        "target", "tolerance", "previous", "rag", "rating", "trend", "direction", "change", "owner",
        "source",
      ]
      .contains { heading.keys[column].hasPrefix($0) }
      if column < end, !isPlan {
        breakdowns.append((column, title))
      } else {
        collector.checks.note(
          .columns, .warns, row: heading.row, column: column + 1,
          "\(heading.cited(column)) is not known, and was not read.")
      }
    }
    self.breakdowns = breakdowns
  }

  /// What a row is about; nil where it names no indicator.
  func subject(of row: CellRow, _ collector: inout FigureCollector) -> Subject? {
    let label = row.text(name).cleanedLine
    let key = reference.map { row.text($0).cleanedLine } ?? ""
    guard !label.isEmpty || !key.isEmpty else { return nil }
    let unit = unit.map { AgencyColumns.unit(row.text($0)) } ?? UnitName.unit(of: label)
    let place = area.map { row.text($0).cleanedLine } ?? ""
    let code = areaCode.map { row.text($0).cleanedLine } ?? ""
    let isLong = code.utf8.count == 9
    let region = ReadArea.level(named: place) ?? .unknown
    var detail = FigureDetail()
    detail.numerator = numerator.flatMap { collector.number(row[$0]) }
    detail.denominator = denominator.flatMap { collector.number(row[$0]) }
    detail.note = note.map { row.text($0).cleaned.text } ?? ""
    detail.analysis = analysis.map { row.text($0).cleaned.text } ?? ""
    let slot = collector.slot(
      ReadMeasure(key: key.isEmpty ? label : key, label: label.isEmpty ? key : label, unit: unit))
    guard
      let found = collector.area(
        ReadArea(
          level: region, name: place, oldCode: isLong ? "" : code, newCode: isLong ? code : ""),
        row: row.number, isWanted: place.isEmpty)
    else { return nil }
    let members = breakdowns.compactMap { column, title in
      row[column].isEmpty ? nil : BreakdownMember(title, row.text(column).cleanedLine)
    }
    return Subject(
      slot: slot, area: found, breakdown: collector.names.breakdown(members), detail: detail)
  }

  /// A unit as measures have it: `%`, or nothing for a plain number.
  private static func unit(_ printed: String) -> String {
    switch printed.folded {
    case "number", "count", "no", "no.", "#", "children", "n": ""
    case "%", "percent", "per cent", "percentage": "%"
    default: printed.cleanedLine
    }
  }
}
