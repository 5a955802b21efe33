import Letters

/// The row with the names of the columns.
struct Heading: Sendable {
  /// The row of the file, counted from 1.
  let row: Int
  /// The names as they are printed, each without blanks around it.
  let names: [String]
  /// The names as they are compared.
  let keys: [String]
  private let places: [String: Int]

  init(_ row: CellRow) {
    self.row = row.number
    names = (0..<row.count).map { row.text($0).cleanedLine }
    keys = names.map(Heading.key)
    places = Dictionary(keys.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// A name as it is compared: its letters and digits alone, small and without accents.
  static func key(_ name: String) -> String {
    var key = String.UnicodeScalarView()
    for scalar in name.folded.unicodeScalars where scalar.properties.isAlphabetic || scalar.isDigit
    {
      key.append(scalar)
    }
    return String(key)
  }

  /// The first column with one of these names, counted from 0.
  func column(_ keys: [String]) -> Int? {
    for key in keys { if let place = places[key] { return place } }
    return nil
  }

  /// The first column with one of these names, counted from 0.
  func column(_ keys: String...) -> Int? { column(keys) }

  /// The name of a column, counted from 0, as a sentence cites it.
  func cited(_ column: Int) -> String {
    let name = column < names.count ? names[column] : ""
    return name.isEmpty ? "column \(column + 1)" : "column \"\(name)\" (\(column + 1))"
  }

  /// The names that stand over more than one column.
  var repeated: [String] {
    var seen: [String: Int] = [:]
    for key in keys where !key.isEmpty { seen[key, default: 0] += 1 }
    return names.indices.filter { column in
      (seen[keys[column]] ?? 0) > 1 && places[keys[column]] == column
    }.map { names[$0] }
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { value &- 0x30 < 10 }
}

/// A column that a layout is known by.
struct ColumnSign: Hashable, Sendable {
  /// Its name in the layout, as a sentence cites it.
  let name: String
  let keys: [String]

  /// A column of that name, or of another that means the same.
  init(_ name: String, or others: String...) {
    self.name = name
    keys = ([name] + others).map(Heading.key)
  }
}
