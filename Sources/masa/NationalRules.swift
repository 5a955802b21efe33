import JSONDocument

/// The rules that hold for every partnership, with the national documents they rest on, as they were shipped.
struct NationalRules {
  /// How many rules there are.
  let count: Int
  /// The file with the rules, as it was shipped.
  let text: String
  /// The documents that the rules cite.
  let documents: [JSONLiteral]

  /// No rules.
  init() {
    count = 0
    text = "{\n  \"rules\": []\n}\n"
    documents = []
  }

  /// The rules of a shipped folder, or nil when it has none that can be read.
  init?(of folder: String) {
    guard let rules = NationalRules.document("\(folder)/rules.json"),
      let documents = NationalRules.document("\(folder)/workspace.json")?.root["documents"]
    else { return nil }
    count = rules.root["rules"]?.elements.map(\.self).count ?? 0
    text = String(decoding: rules.bytes, as: UTF8.self)
    self.documents = documents.elements.map(\.literal)
  }

  private static func document(_ path: String) -> JSONDocument? {
    guard let bytes = shippedBytes(path) else { return nil }
    do throws(JSONSyntaxError) {
      return try JSONDocument(bytes: bytes)
    } catch {
      Output.complain("\(path), which came with the program, is damaged and was left out: \(error)")
      return nil
    }
  }
}
