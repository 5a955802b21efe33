import Safeguarding

/// What a person said of the columns and cells of a table, kept in their own folder for the next such table.
///
/// A table is such a one when it is for the same data folder and kind, and names its columns the same.
struct ImportMemory {
  private let file: StateFile

  /// The memory for tables with such a heading; nil where the person has no folder of their own.
  init?(dataFolder: String, kind: RecordKind, heading: [String]) {
    let name = StateFolder.name(of: ([kind.name] + heading).joined(separator: "\n"))
    let folder = "imports/\(StateFolder.name(ofDataFolder: dataFolder))"
    guard let file = StateFile("\(name).json", in: folder, largest: 1 << 20) else { return nil }
    self.file = file
  }

  /// What was said.
  struct Said: Hashable {
    /// The columns by what people call them, with the key of a field, or nothing for one that is left out.
    var columns: [String: String] = [:]
    /// What is meant by a text in a cell.
    var cells: [String: String] = [:]
  }

  /// What was said last; nothing where that cannot be read.
  var said: Said {
    let value = file.value
    return Said(
      columns: ImportMemory.pairs(value?["columns"]), cells: ImportMemory.pairs(value?["cells"]))
  }

  /// Keeps what was said; where that fails, it is asked again.
  func keep(_ said: Said) {
    _ = file.keep(
      .record([
        .init("columns", ImportMemory.list(said.columns)),
        .init("cells", ImportMemory.list(said.cells)),
      ]))
  }

  private static func pairs(_ value: StoredValue?) -> [String: String] {
    let pairs = (value?.elements ?? []).compactMap { pair -> (String, String)? in
      guard let texts = pair.elements?.compactMap(\.text), texts.count == 2 else { return nil }
      return (texts[0], texts[1])
    }
    return Dictionary(pairs, uniquingKeysWith: { _, last in last })
  }

  private static func list(_ pairs: [String: String]) -> StoredValue {
    .list(pairs.sorted { $0.key < $1.key }.map { .list([.text($0.key), .text($0.value)]) })
  }
}
