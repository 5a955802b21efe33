import Letters

/// The columns of what an agency sends, beside periods and values.
struct AgencyColumns: Sendable {
  static let indicator = ColumnSign(
    "Indicator", or: "Measure", "KPI", "Key Performance Indicator", "Performance indicator")

  /// What a row is about.
  struct Subject {
    let slot: Int
    /// Nil where the area is not wanted.
    let area: Interned<ReadArea>?
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
  private var slots = CellCache<Int>()
  private var areas = CellCache<Interned<ReadArea>?>()
  private var members = CellCache<Interned<[BreakdownMember]>>()
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
    area = heading.column("area", "areaname", "localauthority", "laname")
    areaCode = heading.column("areacode", "newlacode", "lacode")
    numerator = heading.column("numerator")
    denominator = heading.column("denominator")
    note = heading.column("note", "notes", "comment", "comments")
    analysis = heading.column("analysis", "commentary", "narrative")
    // Who may see a table that left as CSV stands in its last column, and is no part of what is measured.
    let handling = heading.column("handling")
    let own = Set(
      [name, reference, unit, area, areaCode, numerator, denominator, note, analysis, handling]
        .compactMap { $0 })
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
  mutating func subject(of row: CellRow, _ collector: inout FigureCollector) -> Subject? {
    guard !row[name].isEmpty || reference.map({ !row[$0].isEmpty }) == true else { return nil }
    let copy = self
    let slot = slots.value(row, [name] + [reference, unit].compactMap { $0 }, &collector) {
      $0.slot(copy.measure(row))
    }
    let place = areas.value(row, [area, areaCode].compactMap { $0 }, &collector) {
      let place = copy.place(row)
      return $0.area(place, row: row.number, isWanted: place.name.isEmpty)
    }
    let breakdown = members.value(row, breakdowns.map(\.column), &collector) {
      $0.names.breakdown(
        copy.breakdowns.compactMap { column, title in
          row[column].isEmpty ? nil : BreakdownMember(title, row.text(column).cleanedLine)
        })
    }
    var detail = FigureDetail()
    detail.numerator = numerator.flatMap { collector.number(row[$0]) }
    detail.denominator = denominator.flatMap { collector.number(row[$0]) }
    detail.note = note.map { row.text($0).cleaned.text } ?? ""
    detail.analysis = analysis.map { row.text($0).cleaned.text } ?? ""
    return Subject(slot: slot, area: place, breakdown: breakdown, detail: detail)
  }

  private func measure(_ row: CellRow) -> ReadMeasure {
    let label = row.text(name).cleanedLine
    let key = reference.map { row.text($0).cleanedLine } ?? ""
    return ReadMeasure(
      key: key.isEmpty ? label : key, label: label.isEmpty ? key : label,
      unit: unit.map { AgencyColumns.unit(row.text($0)) } ?? UnitName.unit(of: label))
  }

  private func place(_ row: CellRow) -> ReadArea {
    let name = area.map { row.text($0).cleanedLine } ?? ""
    let code = areaCode.map { row.text($0).cleanedLine } ?? ""
    let isLong = code.utf8.count == 9
    return ReadArea(
      level: ReadArea.level(named: name) ?? .unknown, name: name, oldCode: isLong ? "" : code,
      newCode: isLong ? code : "")
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
