import Letters
import Safeguarding

/// The statistical neighbours of the model of 2025: one row for each authority.
struct NeighbourModelLayout: FigureLayout {
  static let title = "statistical neighbours (2025 model)"
  static let signs =
    [ColumnSign("old_la_code"), ColumnSign("la_name")]
    + (1...10).flatMap { [ColumnSign("SN_\($0)"), ColumnSign("SN_\($0)P")] }

  private var rows: NeighbourRows
  let measureColumns: Set<Int> = []

  init(_ heading: Heading, _ collector: inout FigureCollector) {
    rows = NeighbourRows(
      heading, model: "2025", codes: ["oldlacode"], name: heading.column("laname"),
      region: heading.column("regionname"))
    for rank in 1...10 {
      guard let code = heading.column("sn\(rank)") else { continue }
      rows.pairs.append((code, heading.column("sn\(rank)p")))
    }
  }

  mutating func take(_ row: CellRow, _ collector: inout FigureCollector) -> Bool {
    rows.take(row, &collector)
  }
}

/// The statistical neighbours of April 2021: ten columns of one name, and a list of abolished authorities.
struct NeighbourListLayout: FigureLayout {
  static let title = "statistical neighbours (April 2021 model)"
  static let signs =
    [ColumnSign("LA Name", or: "LA"), ColumnSign("SNP")] + (1...10).map { ColumnSign("SN\($0)") }
  static let warnsOfRepeatedColumns = false

  private var rows: NeighbourRows
  let measureColumns: Set<Int> = []

  static func fits(_ heading: Heading) -> Bool {
    heading.column("sn1p") == nil
      && heading.column("lanum", "lanumber", "lacode", "oldlacode") != nil
  }

  init(_ heading: Heading, _ collector: inout FigureCollector) {
    rows = NeighbourRows(
      heading, model: "2021", codes: ["lanumber", "lanum", "lacode", "oldlacode"],
      name: heading.column("laname", "la"),
      region: heading.column("goreg", "regionname", "region"))
    for rank in 1...10 {
      guard let code = heading.column("sn\(rank)") else { continue }
      // Each closeness stands beside its neighbour, under a name that ten columns share.
      let next = code + 1 < heading.keys.count && heading.keys[code + 1] == "snp" ? code + 1 : nil
      rows.pairs.append((code, next))
    }
  }

  mutating func take(_ row: CellRow, _ collector: inout FigureCollector) -> Bool {
    rows.take(row, &collector)
  }
}

/// Reads rows of neighbours.
private struct NeighbourRows: Sendable {
  private let heading: Heading
  private let model: String
  private let codes: [Int]
  private let name: Int?
  private let region: Int?
  private var isBelowAbolished = false
  private var seen: [String: Int] = [:]
  var pairs: [(code: Int, closeness: Int?)] = []

  init(_ heading: Heading, model: String, codes: [String], name: Int?, region: Int?) {
    (self.heading, self.model, self.name, self.region) = (heading, model, name, region)
    self.codes = codes.compactMap { heading.column([$0]) }
  }

  mutating func take(_ row: CellRow, _ collector: inout FigureCollector) -> Bool {
    if (0..<min(3, row.count)).contains(where: { Heading.key(row.text($0)).hasPrefix("oldsn") }) {
      isBelowAbolished = true
      return true
    }
    let name = name.map { row.text($0).cleanedLine } ?? ""
    // The names of the columns may stand a second time above the abolished ones.
    if isBelowAbolished, Heading.key(name) == "laname" { return true }
    let code = codes.lazy.map { row.text($0) }.first {
      $0.utf8.count == 3 && $0.utf8.allSatisfy { $0 &- 0x30 < 10 }
    }
    guard let code, !name.isEmpty else { return false }
    collector.checks.make(.duplicates)
    if let first = seen[code] {
      collector.checks.note(
        .duplicates, .fails, row: row.number,
        "Row \(row.number): the neighbours of \(name) (\(code)) stand in row \(first) too; those were read."
      )
      return true
    }
    seen[code] = row.number
    collector.areaNames[code] = name
    var neighbours: [StatisticalNeighbours.Neighbour] = []
    for (index, pair) in pairs.enumerated() {
      let text = row.text(pair.code).cleanedLine
      let words = pair.closeness.map { row.text($0) } ?? ""
      let closeness = StatisticalNeighbours.Closeness(words)
      if closeness == nil, !words.isEmpty {
        collector.checks.note(
          .values, .warns, row: row.number, column: (pair.closeness ?? 0) + 1,
          "Row \(row.number): \"\(shortened(words))\" is no closeness that the models know.")
      }
      if text.isEmpty {
        collector.checks.note(
          .values, .fails, row: row.number, column: pair.code + 1,
          "Row \(row.number), \(heading.cited(pair.code)): the neighbour is missing.")
        continue
      }
      let isCode = text.utf8.allSatisfy { $0 &- 0x30 < 10 }
      neighbours.append(
        StatisticalNeighbours.Neighbour(
          rank: index + 1, code: isCode ? text : "", name: isCode ? "" : text, closeness: closeness)
      )
    }
    guard collector.wish.includes(name, code) else { return true }
    collector.neighbours.append(
      StatisticalNeighbours(
        model: model, code: code, name: name, region: region.map { row.text($0).cleanedLine } ?? "",
        isAbolished: isBelowAbolished, neighbours: neighbours, row: row.number))
    return true
  }
}
