import JSONDocument

/// The rules of the shipped sample that hold for every partnership, as they stand there.
struct NationalRules {
  /// How many rules there are.
  let count: Int
  /// The file with the rules, spelled as in the sample.
  let text: String
  /// The documents of the sample that the rules cite.
  let documents: [JSONLiteral]

  /// No rules.
  init() { self.init([], documents: []) }

  /// The rules of a shipped sample, or nil when it has none that can be read.
  init?(of folder: String) {
    guard let rules = NationalRules.root("\(folder)/rules.json")?["rules"],
      let documents = NationalRules.root("\(folder)/workspace.json")?["documents"]
    else { return nil }
    let national = NationalRules.national(among: rules.elements.map(\.self))
    let cited = Set(
      national.flatMap { rule in
        (rule["source"]?.elements.compactMap(\.string) ?? []).map {
          String($0.prefix { $0 != " " })
        }
      })
    self.init(
      national,
      documents: documents.elements.filter { cited.contains($0["id"]?.string ?? "") }
        .map(\.literal))
  }

  private init(_ rules: [JSONValue], documents: [JSONLiteral]) {
    count = rules.count
    let spelled = rules.map { "\n    \($0.spelling)" }.joined(separator: ",")
    text = "{\n  \"rules\": [\(spelled)\(rules.isEmpty ? "" : "\n  ")]\n}\n"
    self.documents = documents
  }

  private static func root(_ path: String) -> JSONValue? {
    guard let bytes = shippedBytes(path) else { return nil }
    do throws(JSONSyntaxError) {
      return try JSONDocument(bytes: bytes).root
    } catch {
      Output.complain("\(path), which came with the program, is damaged and was left out: \(error)")
      return nil
    }
  }

  /// The rules that name no record of the sample, neither themselves nor by way of another rule.
  private static func national(among rules: [JSONValue]) -> [JSONValue] {
    var kept = rules.filter(isNational)
    var count = -1
    while count != kept.count {
      count = kept.count
      let ids = Set(kept.compactMap { $0["id"]?.string })
      let left = Set(rules.compactMap { $0["id"]?.string }).subtracting(ids)
      kept.removeAll { rule in
        ["after", "replaces"].contains { left.contains(rule[$0]?.string ?? "") }
      }
    }
    return kept
  }

  private static func isNational(_ rule: JSONValue) -> Bool {
    let namesNone = ["partnerships", "groups"].allSatisfy { rule[$0]?.isEmptyContainer ?? true }
    let owners = rule["owners"]?.elements.flatMap { $0.members.map(\.key) } ?? []
    return namesNone && owners.allSatisfy { $0 == "name" }
  }
}
