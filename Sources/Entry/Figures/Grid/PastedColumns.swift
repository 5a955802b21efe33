import FigureFiles
import Letters
import Safeguarding

/// What the columns of a pasted block hold: told by their headings, else by what stands in them.
struct PastedColumns {
  /// What a heading says.
  private enum Role: Hashable {
    case name, value, numerator, denominator, comment, period, agency, other
  }

  /// Whether the first row names the columns.
  let hasHeading: Bool
  /// The columns that name indicators.
  private(set) var names: [Int] = []
  /// The column of comments.
  let comments: Int?
  private let value: Int?
  private let numerator: Int?
  private let denominator: Int?
  private let period: Int?
  private let agency: Int?
  private let headings: [String]
  private let hasSeveral: Bool

  /// The columns that make the figure.
  var values: [Int] { [value, numerator, denominator].compactMap(\.self) }

  init(_ rows: [[String]], _ wanted: FigurePeriod, _ known: FigureRowNames) {
    let first = rows.first ?? []
    let roles = first.map { PastedColumns.role(of: $0, wanted) }
    let isNumberAmong = first.contains { cell in
      if ReadPeriod.named(cell) != nil || cell.isEmpty { return false }
      if case .value = TypedCell(cell) { return true }
      return false
    }
    hasHeading =
      roles.contains { $0 != nil } && !isNumberAmong
      && !first.contains(where: known.isName)
    headings = hasHeading ? first : []
    let said = hasHeading ? roles : first.map { _ in nil }
    func column(_ role: Role) -> Int? { said.firstIndex(of: role) }
    (numerator, denominator) = (column(.numerator), column(.denominator))
    (comments, period, agency) = (column(.comment), column(.period), column(.agency))
    let body = rows.dropFirst(hasHeading ? 1 : 0)
    let width = rows.map(\.count).max() ?? 0
    func cells(_ column: Int) -> [String] {
      body.compactMap { $0.indices.contains(column) && !$0[column].isEmpty ? $0[column] : nil }
    }
    let free = (0..<width).filter { !(said.indices.contains($0) && said[$0] != nil) }
    var names = said.indices.filter { said[$0] == .name }
    names += free.filter { column in
      let own = cells(column)
      return own.count { known.isName($0) } * 2 >= max(1, own.count)
    }
    var value = column(.value)
    var figures = free.filter { column in
      let own = cells(column)
      return !names.contains(column) && own.count { PastedColumns.isValue($0) } * 2 >= own.count
        && !own.isEmpty
    }
    // Numbers name rows only where another column can hold the figures, and each names one.
    if value != nil || figures.count > 1 {
      let numbers = figures.filter { column in
        let rows = cells(column).map { known.row(numbered: $0) }
        return rows.allSatisfy { $0 != nil } && Set(rows).count == rows.count
      }
      if let number = numbers.first {
        names.append(number)
        figures.removeAll { $0 == number }
      }
    }
    let isOpen = value == nil && numerator == nil
    hasSeveral = isOpen && figures.count > 1
    if isOpen, figures.count == 1 { value = figures[0] }
    if isOpen, figures.isEmpty {
      let rest = free.filter { !names.contains($0) && !cells($0).isEmpty }
      if rest.count == 1 { value = rest[0] }
    }
    self.value = value
    self.names = names.sorted()
  }

  /// Whether something of a column is used.
  func isRead(_ column: Int) -> Bool {
    names.contains(column) || values.contains(column)
      || [comments, period, agency].contains(column)
  }

  /// Why a column goes nowhere.
  func reason(for column: Int) -> String {
    if hasSeveral {
      return "stands in one of several columns of figures: copy one, or its headings"
    }
    let heading = headings.indices.contains(column) ? headings[column] : ""
    return heading.isEmpty
      ? "stands in a column that is not needed"
      : "stands in the column \"\(heading.shortened)\", which is not needed"
  }

  /// The figure of a row, with what it was counted from.
  func value(in row: [String]) -> String {
    func cell(_ column: Int?) -> String {
      column.map { row.indices.contains($0) ? row[$0] : "" } ?? ""
    }
    let (own, part, all) = (cell(value), cell(numerator), cell(denominator))
    let counts = all.isEmpty ? part : part.isEmpty ? "?/\(all)" : "\(part)/\(all)"
    if counts.isEmpty { return own }
    return own.isEmpty ? counts : "\(own) (\(counts))"
  }

  /// The comment of a row.
  func comment(in row: [String]) -> String {
    comments.map { row.indices.contains($0) ? row[$0] : "" } ?? ""
  }

  /// Why a row is for something else; nil where it is for the grid.
  func refusal(of row: [String], _ grid: FigureGrid, _ workspace: Workspace) -> String? {
    if let agency, row.indices.contains(agency), !row[agency].isEmpty {
      let found = workspace.agency(called: row[agency])
      if found?.id != grid.source.agency { return "is of another agency" }
    }
    if let period, row.indices.contains(period), !row[period].isEmpty {
      guard let read = ReadPeriod.named(row[period])?.date, grid.period.isSame(as: read) else {
        return "is of another period"
      }
    }
    return nil
  }

  private static func isValue(_ cell: String) -> Bool {
    switch TypedCell(cell) {
    case .value, .doubtful, .failedFormula: true
    case .blank, .words: FigureCell(cell, for: Indicator()).value != nil
    }
  }

  /// What a heading says of its column.
  private static func role(of heading: String, _ wanted: FigurePeriod) -> Role? {
    switch IndicatorMatching.key(heading) {
    case "indicator", "measure", "kpi", "title", "name", "indicator id", "id", "ref", "reference",
      "no", "no.", "number", "code", "indicator code", "key performance indicator",
      "performance indicator":
      return .name
    case "value", "figure", "figures", "this period", "this quarter", "actual", "result":
      return .value
    case "numerator", "number counted": return .numerator
    case "denominator", "out of": return .denominator
    case "comment", "comments", "note", "notes", "analysis", "commentary", "narrative":
      return .comment
    case "period", "quarter": return .period
    case "agency", "supplier", "supplied by", "sent by": return .agency
    case "unit", "units", "target", "previous", "last quarter", "change", "rag", "trend", "area":
      return .other
    default:
      return ReadPeriod.named(heading).map { wanted.isSame(as: $0.date) ? .value : .other }
    }
  }
}
