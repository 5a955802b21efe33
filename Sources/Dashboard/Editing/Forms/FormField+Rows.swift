import Entry
import Safeguarding

extension FormField {
  /// The records of a value.
  static func rows(of value: StoredValue?, _ kind: EntryKind) -> [Row] {
    guard kind.shape != nil, let value else { return [] }
    return (value.elements ?? [value]).map { Row(value: $0) }
  }

  /// Whether there can be several records in it.
  var holdsSeveral: Bool { if case .rows = kind { true } else { false } }

  /// What the rows say together; nil where none is left.
  var entered: StoredValue? {
    let values = rows.filter { !$0.isRemoved }.map(\.value)
    return values.isEmpty ? nil : holdsSeveral ? .list(values) : values[0]
  }

  /// How many places there are to go through: the rows, and one where a row is added.
  var placeCount: Int { holdsSeveral || rows.isEmpty ? rows.count + 1 : rows.count }

  /// The selected row; nil where one is added.
  var selectedRow: Int? { rows.indices.contains(selected) ? selected : nil }

  /// Takes the selected row out, or brings it back; answers whether there was one.
  mutating func toggleRow() -> Bool {
    guard let index = selectedRow else { return false }
    rows[index].isRemoved.toggle()
    problem = ""
    return true
  }

  /// Moves the selected row; answers whether there was room.
  mutating func moveRow(by step: Int) -> Bool {
    guard let index = selectedRow, rows.indices.contains(index + step) else { return false }
    rows.swapAt(index, index + step)
    selected = index + step
    return true
  }

  /// Puts in what was typed into rows and is not understood yet: `seats/2/from`.
  mutating func takeTyped(_ texts: [String: String]) {
    guard shape != nil else { return }
    for (way, text) in texts where way.hasPrefix("\(name)/") {
      let parts = way.split(separator: "/", maxSplits: 2).map(String.init)
      guard parts.count == 3, let index = Int(parts[1]), rows.indices.contains(index) else {
        continue
      }
      rows[index].typed[parts[2]] = text
    }
  }

  /// What is typed into rows and is not understood yet, with the way to it.
  var typedInRows: [String: String] {
    var texts: [String: String] = [:]
    for (index, row) in rows.filter({ !$0.isRemoved }).enumerated() {
      for (way, text) in row.typed { texts["\(name)/\(index)/\(way)"] = text }
    }
    return texts
  }

  /// A row in a line.
  func words(of row: Row, _ context: EntryContext) -> String {
    let value = StoredValue.record((row.value.members ?? []).filter { $0.key != "id" })
    let words = shape.map { ValueWords(context.names).text(value, as: .record($0)) } ?? ""
    return words.isEmpty ? "nothing entered yet" : words
  }
}
