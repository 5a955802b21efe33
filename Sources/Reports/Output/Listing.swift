package import JSONDocument

/// A table that leaves the program: columns with fixed keys, and rows of typed cells.
package struct Listing: Hashable, Sendable {
  /// A column: its key in JSON and CSV, its title in text.
  package struct Column: Hashable, Sendable {
    /// The key, in camelCase; it never changes its meaning.
    package let key: String
    /// What a person reads above the column; nil for a column that text leaves out.
    package let title: String?
    /// How wide it may be in text; what is longer is cut, as people read it and programs do not.
    package let widest: Int
    /// Where it stands among the others in text: the lowest first, in the order of the keys among equals.
    package let place: Int

    /// A column, shown in text only with a title.
    package init(
      _ key: String, _ title: String? = nil, widest: Int = .max, place: Int = 0
    ) {
      self.key = key
      self.title = title
      self.widest = widest
      self.place = place
    }
  }

  /// A value in a row.
  package indirect enum Cell: Hashable, Sendable {
    case text(String)
    /// A number as it is spelled.
    case number(JSONNumber)
    case boolean(Bool)
    /// A word or id of the data, and what a person reads for it.
    case coded(String, shown: String)
    case list([Cell])
    /// Values with keys of their own; text and CSV write them in a line.
    case object([Member])
    case nothing

    /// A key with its value.
    package struct Member: Hashable, Sendable {
      /// The key, in camelCase.
      package let key: String
      /// The value of the key.
      package let value: Cell
      /// Whether it is written where a line has to do.
      package let isShown: Bool

      /// A key with its value.
      package init(_ key: String, _ value: Cell, isShown: Bool = true) {
        self.key = key
        self.value = value
        self.isShown = isShown
      }
    }

    /// A whole number, or nothing.
    package static func whole(_ value: Int?) -> Cell {
      value.map { .number(JSONNumber($0)) } ?? .nothing
    }

    /// A text, or nothing where it is empty or not there.
    package static func known(_ text: String?) -> Cell {
      text.flatMap { $0.isEmpty ? nil : .text($0) } ?? .nothing
    }

    /// A text that people read in other words, or nothing where it is empty or not there.
    package static func known(_ text: String?, shown: String?) -> Cell {
      text.flatMap { $0.isEmpty ? nil : .coded($0, shown: shown ?? $0) } ?? .nothing
    }

    /// A list of texts.
    package static func texts(_ texts: some Sequence<String>) -> Cell {
      .list(texts.map { .text($0) })
    }
  }

  /// The columns, in the order in which they are written.
  package let columns: [Column]
  /// The rows; each has a cell for every column.
  package private(set) var rows: [[Cell]] = []

  /// Who may see it, as it stands in each form that has a place for it; empty where nothing is said.
  package var handling = ""

  /// A listing without rows.
  package init(columns: [Column]) { self.columns = columns }

  /// Adds a row; a cell too few counts as nothing, a cell too many is left out.
  package mutating func add(_ cells: [Cell]) {
    let missing = [Cell](repeating: .nothing, count: max(0, columns.count - cells.count))
    rows.append(Array(cells.prefix(columns.count)) + missing)
  }

  /// The listing without the columns of some keys.
  package func without(_ keys: Set<String>) -> Listing {
    let kept = columns.indices.filter { !keys.contains(columns[$0].key) }
    var listing = Listing(columns: kept.map { columns[$0] })
    listing.handling = handling
    for row in rows { listing.add(kept.map { row[$0] }) }
    return listing
  }

  /// The listing in a format, with the end of its last line.
  package func written(as format: ListingFormat) -> String {
    switch format {
    // Where nothing is listed, nothing leaves.
    case .text:
      (handling.isEmpty || rows.isEmpty ? "" : "\(handling)\n") + TextTable(self).text
    case .markdown: (handling.isEmpty ? "" : "**\(handling)**\n\n") + MarkdownTable(self).text
    case .csv: CSVTable(marked("handling")).text
    case .spreadsheet: CSVTable(marked("Handling")).text
    case .json: marked("handling").json.write(indentation: 2) + "\n"
    }
  }

  /// The listing with who may see it as the last column.
  ///
  /// An array and a table of cells have no head of their own, and rows are sorted, filtered and cut: so each row
  /// says it, behind all other columns, so that what reads those by their place or their name goes on reading them.
  private func marked(_ key: String) -> Listing {
    if handling.isEmpty { return self }
    var marked = Listing(columns: columns + [Column(key)])
    for row in rows { marked.add(row + [.text(handling)]) }
    return marked
  }

  /// The rows as an array of objects.
  package var json: JSONLiteral {
    .array(
      rows.map { cells in
        .object(zip(columns, cells).map { JSONLiteral.Member($0.key, $1.json) })
      })
  }
}

extension Listing.Cell {
  /// The value in JSON.
  package var json: JSONLiteral {
    switch self {
    case .text(let text): .string(text)
    case .number(let number): .number(number)
    case .boolean(let value): .boolean(value)
    case .coded(let word, _): .string(word)
    case .list(let cells): .array(cells.map(\.json))
    case .object(let members): .object(members.map { .init($0.key, $0.value.json) })
    case .nothing: .null
    }
  }

  /// The value in a line, as a person reads it or as the data spells it; empty for nothing.
  package func line(asShown: Bool) -> String {
    switch self {
    case .text(let text): text
    case .number(let number): number.spelling
    case .boolean(let value): asShown ? (value ? "yes" : "no") : (value ? "true" : "false")
    case .coded(let word, let shown): asShown ? shown : word
    case .list(let cells): cells.map { $0.line(asShown: asShown) }.joined(separator: "; ")
    case .object(let members):
      members.filter(\.isShown).map { $0.value.line(asShown: asShown) }.filter { !$0.isEmpty }
        .joined(separator: " ")
    case .nothing: ""
    }
  }
}
