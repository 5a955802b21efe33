import Testing

@testable import JSONDocument

/// A document that indexes records only while somebody looks at them says what any other one says.
@Suite struct FoldingTests {
  /// Everything that a value tells of itself and of what is in it.
  private func told(_ value: JSONValue) -> [String] {
    var told = ["\(value.kind) \(value.byteRange) \(value.count) \(value.isEmptyContainer)"]
    if value.kind == .string { told.append(value.string ?? "") }
    for element in value.elements { told += self.told(element) }
    for member in value.members {
      told.append("\(member.key) \(member.keyByteRange)")
      told += self.told(member.value)
    }
    return told
  }

  static let texts = [
    "{}", "[]", "7", #"{"a": [], "b": {}, "c": [[]], "d": [{}]}"#, #"[[[1, [2]], []], "x"]"#,
    #"{"actions": [{"id": "a", "owners": [{"name": "b"}]}, 3, {"id": "\\u0041"}], "revision": 4}"#,
    #"{"id": "x", "chair": {"from": {"deep": [1, {"k": null}]}, "to": [true]}}"#,
  ]

  @Test(arguments: texts) func saysWhatAnyOtherOneSays(text: String) throws {
    let bytes = Array(text.utf8)
    let (plain, folding) = (try JSONDocument(bytes: bytes), try JSONDocument(folding: bytes))
    #expect(told(folding.root) == told(plain.root))
    #expect(folding.valueCount == plain.valueCount)
    #expect(told(folding.root.unfolded) == told(plain.root))
  }

  @Test(arguments: [
    #"{"a": [{"b": 1, "b": 2}]}"#, #"{"a": [[1 2]]}"#, #"{"a": [{"b": "\u{1}"}]}"#,
    #"{"a": [[[}]}"#,
    "", String(repeating: "[", count: 65),
  ])
  func refusesWhatAnyOtherOneRefuses(text: String) {
    let bytes = Array(text.utf8)
    let plain = #expect(throws: JSONSyntaxError.self) { try JSONDocument(bytes: bytes) }
    let folding = #expect(throws: JSONSyntaxError.self) { try JSONDocument(folding: bytes) }
    #expect(plain?.message == folding?.message && plain?.location == folding?.location)
  }

  @Test func tooManyValuesAreTooManyHoweverDeep() {
    let list = "[" + String(repeating: "0,", count: 999) + "0]"
    let text = "[[" + String(repeating: list + ",", count: 2999) + list + "]]"
    #expect(throws: JSONSyntaxError.self) { try JSONDocument(folding: Array(text.utf8)) }
  }

  /// Ten thousand records take no more of the index than their places.
  @Test func recordsTakeNoRoomInTheIndex() throws {
    let record = #"{"id": "a", "list": [1, 2, 3, 4, 5, 6], "more": {"b": 1, "c": 2, "d": 3}}"#
    let text = #"{"records": ["# + String(repeating: record + ",", count: 9999) + record + "]}"
    let folding = try JSONDocument(folding: Array(text.utf8))
    #expect(folding.storage.nodes.count == 10_002)
    #expect(folding.root["records"]?[9999]?["more"]?["d"]?.integer == 3)
  }
}
