import TerminalUI

/// Which rows of a table are which of the same table before the data changed.
///
/// A row that stands for a record is known by the record. Rows of a list in a record only have
/// numbers: they are known by their main text.
struct RowMatching {
  private let before: [String: TableRow]
  private let after: [String: String]
  private let keys: [String: String]
  private let keysBefore: [String: String]

  /// Compares the table of a panel with what it was before.
  init(of old: Panel, with new: Panel) {
    let (oldTable, newTable) = (old.table, new.table)
    let isNumbered = old.hasNumberedRows && new.hasNumberedRows
    keysBefore = RowMatching.keys(of: oldTable, isNumbered: isNumbered)
    keys = RowMatching.keys(of: newTable, isNumbered: isNumbered)
    var before: [String: TableRow] = [:]
    for row in oldTable?.rows ?? [] where !row.isHeading {
      if let key = keysBefore[row.id] { before[key] = row }
    }
    var after: [String: String] = [:]
    for row in newTable?.rows ?? [] where !row.isHeading {
      if let key = keys[row.id] { after[key] = row.id }
    }
    // A row that has another text now and stands where it stood is the same one.
    let found = Set(before.keys)
    for row in oldTable?.rows ?? [] where isNumbered && !row.isHeading {
      guard let key = keysBefore[row.id], after[key] == nil, let now = keys[row.id],
        !found.contains(now)
      else { continue }
      after[key] = row.id
      before[now] = row
    }
    self.before = before
    self.after = after
  }

  /// What a row was before; nil for a new one.
  func row(before id: String) -> TableRow? { keys[id].flatMap { before[$0] } }

  /// The id that a row of before has now; nil when it is gone.
  func id(now id: String) -> String? { keysBefore[id].flatMap { after[$0] } }

  private static func keys(of table: Table?, isNumbered: Bool) -> [String: String] {
    guard let table else { return [:] }
    let main = table.columns.firstIndex { if case .share = $0.width { true } else { false } } ?? 0
    var counts: [String: Int] = [:]
    var keys: [String: String] = [:]
    for row in table.rows where !row.isHeading {
      guard isNumbered else {
        keys[row.id] = row.id
        continue
      }
      let text = main < row.cells.count ? row.cells[main].plain : ""
      counts[text, default: 0] += 1
      keys[row.id] = "\(text) \(counts[text] ?? 0)"
    }
    return keys
  }
}

extension Panel {
  /// The table, where the panel is one.
  fileprivate var table: Table? { if case .table(let table) = body { table } else { nil } }

  /// Whether the rows are only numbered: their ids differ in digits alone and name no record.
  fileprivate var hasNumberedRows: Bool {
    guard let rows = table?.rows.filter({ !$0.isHeading }) else { return false }
    let stems = Set(rows.map { $0.id.filter { !$0.isNumber } })
    return stems.count <= 1
      && rows.allSatisfy { row in
        row.id.contains { $0.isNumber } && targets[row.id]?.path.last != row.id
      }
  }
}
