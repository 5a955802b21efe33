import TerminalUI

/// Which rows of a panel are which of the same panel before the data changed.
///
/// A row is known by what it stands for. Rows of a list in a record only have numbers: they are known
/// by their main text.
struct RowMatching {
  private let old: TableRows
  /// For rows that are only numbered: the ids before by what the rows say, and the other way round.
  private var before: [String: TableRow] = [:]
  private var after: [String: String] = [:]
  private var keys: [String: String] = [:]
  private var keysBefore: [String: String] = [:]
  private let isNumbered: Bool

  /// Compares the rows of a panel with what they were before.
  init(of last: Panel, with panel: Panel) {
    old = last.rows.table
    isNumbered = last.rows.isNumbered && panel.rows.isNumbered
    guard isNumbered, let oldTable = last.table, let newTable = panel.table else { return }
    keysBefore = RowMatching.keys(of: oldTable)
    keys = RowMatching.keys(of: newTable)
    let rows = (0..<oldTable.rows.count).map { oldTable.rows[$0] }.filter { !$0.isHeading }
    for row in rows {
      if let key = keysBefore[row.id] { before[key] = row }
    }
    for (id, key) in keys { after[key] = id }
    // A row that has another text now and stands where it stood is the same one.
    let found = Set(before.keys)
    for row in rows {
      guard let key = keysBefore[row.id], after[key] == nil, let now = keys[row.id],
        !found.contains(now)
      else { continue }
      after[key] = row.id
      before[now] = row
    }
  }

  /// What a row was before; nil for a new one.
  func row(before id: String) -> TableRow? {
    if isNumbered { return keys[id].flatMap { before[$0] } }
    return (0..<old.count).first { old.id($0) == id }.map { old[$0] }
  }

  /// The id that a row of before has now; nil when a numbered one is gone.
  func id(now id: String) -> String? {
    isNumbered ? keysBefore[id].flatMap { after[$0] } : id
  }

  private static func keys(of table: Table) -> [String: String] {
    let main = table.main ?? 0
    var counts: [String: Int] = [:]
    var keys: [String: String] = [:]
    for position in 0..<table.rows.count {
      let row = table.rows[position]
      if row.isHeading { continue }
      let text = main < row.cells.count ? row.cells[main].plain : ""
      counts[text, default: 0] += 1
      keys[row.id] = "\(text) \(counts[text] ?? 0)"
    }
    return keys
  }
}
