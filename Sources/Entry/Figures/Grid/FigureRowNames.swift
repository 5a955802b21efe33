import Letters
import Safeguarding

/// The rows of a grid by what cells can call them.
struct FigureRowNames {
  /// What is found for the names of a row.
  enum Found {
    case one(Int, FigurePaste.Way)
    case several(Int)
    case none
  }

  private var ids: [String: [Int]] = [:]
  private var titles: [String: [Int]] = [:]
  private var numbers: [String: [Int]] = [:]

  init(_ grid: FigureGrid) {
    for (index, row) in grid.rows.enumerated() {
      let part = row.parts.map(\.part).joined(separator: " ")
      func add(
        _ name: String, to table: inout [String: [Int]],
        as key: (String) -> String = IndicatorMatching.key
      ) {
        let key = key("\(name) \(part)".trimmingBlanks)
        if !name.isEmpty, !key.isEmpty, table[key]?.contains(index) != true {
          table[key, default: []].append(index)
        }
      }
      add(row.indicator.id, to: &ids) { $0.folded }
      if !part.isEmpty { add(row.indicator.id, to: &titles) }
      add(row.indicator.title, to: &titles)
      add(row.indicator.shortTitle, to: &titles)
      add(row.indicator.number, to: &numbers)
    }
  }

  /// The row that some cells name: the first that does, by id, title and number.
  func find(_ names: [String]) -> Found {
    var several = 0
    for (table, way) in [(ids, FigurePaste.Way.id), (titles, .title), (numbers, .number)] {
      for name in names where !name.isEmpty {
        let key = way == .id ? name.folded : IndicatorMatching.key(name)
        guard let found = table[key] else { continue }
        if found.count == 1 { return .one(found[0], way) }
        several = max(several, found.count)
      }
    }
    return several > 0 ? .several(several) : .none
  }

  /// Whether a cell is an id or a title.
  func isName(_ cell: String) -> Bool {
    ids[cell.folded] != nil || titles[IndicatorMatching.key(cell)] != nil
  }

  /// The row that has a number; nil for none or several.
  func row(numbered cell: String) -> Int? {
    let found = numbers[IndicatorMatching.key(cell)] ?? []
    return found.count == 1 ? found[0] : nil
  }
}
