import JSONDocument
import Reports
import Testing

extension Listing {
  /// The rows as a JSON reader sees them.
  func readBack() throws -> [JSONValue] {
    let document = try JSONDocument(text: written(as: .json))
    try #require(document.root.kind == .array)
    return Array(document.root.elements)
  }

  /// What stands under a key in each row, as text.
  func texts(_ key: String) throws -> [String] {
    try readBack().map { row in
      let value = try #require(row[key])
      return value.string ?? value.spelling
    }
  }
}
