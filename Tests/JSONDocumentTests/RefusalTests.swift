import JSONDocument
import Testing

/// A text that is refused, with the cause and the place that must be reported.
struct Refusal: Sendable, CustomTestStringConvertible {
  let bytes: [UInt8]
  let code: JSONSyntaxError.Code
  let location: JSONLocation

  init(_ text: String, _ code: JSONSyntaxError.Code, _ line: Int, _ column: Int) {
    self.init(Array(text.utf8), code, line, column)
  }

  init(_ bytes: [UInt8], _ code: JSONSyntaxError.Code, _ line: Int, _ column: Int) {
    self.bytes = bytes
    self.code = code
    location = JSONLocation(line: line, column: column)
  }

  var testDescription: String { "\(code): \(String(decoding: bytes.prefix(40), as: UTF8.self))" }
}

@Suite("What is refused")
struct RefusalTests {
  @Test("Each fault is named with its place", arguments: Refusal.structure)
  func structure(refusal: Refusal) throws { try check(refusal) }

  @Test("Each fault in a text is named with its place", arguments: Refusal.strings)
  func strings(refusal: Refusal) throws { try check(refusal) }

  @Test("Each fault in a number or word is named with its place", arguments: Refusal.numbers)
  func numbers(refusal: Refusal) throws { try check(refusal) }

  @Test("Each fault of encoding is named with its place", arguments: Refusal.encodings)
  func encodings(refusal: Refusal) throws { try check(refusal) }

  private func check(_ refusal: Refusal) throws {
    let error = try #require(throws: JSONSyntaxError.self) {
      try JSONDocument(bytes: refusal.bytes)
    }
    #expect(error.code == refusal.code)
    #expect(error.location == refusal.location)
    for sentence in [error.message, error.hint] {
      #expect(sentence.hasSuffix(".") && sentence.count > 10)
      #expect(!sentence.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F })
    }
  }

  @Test("Every cause but the size has a case in these tables")
  func complete() {
    let tables = Refusal.structure + Refusal.strings + Refusal.numbers + Refusal.encodings
    let missing = Set(JSONSyntaxError.Code.allCases).subtracting(tables.map(\.code))
    #expect(missing == [.documentTooLarge, .tooManyValues])
  }

  @Test("A file of more values than the limit is refused where the first of them begins")
  func values() throws {
    let limit = JSONDocument.maximumValueCount
    func bytes(_ count: Int) -> [UInt8] {
      [0x5B] + repeatElement([0x31, 0x2C], count: count - 2).joined() + [0x31, 0x5D]
    }
    #expect(try JSONDocument(bytes: bytes(limit)).root.count == limit - 1)
    let error = #expect(throws: JSONSyntaxError.self) { try JSONDocument(bytes: bytes(limit + 1)) }
    #expect(error?.code == .tooManyValues)
    #expect(error?.location == JSONLocation(line: 1, column: 2 * limit))
    #expect(error?.message.contains("3 million values") == true)
  }

  @Test("A file over the limit is refused, one at the limit is looked at")
  func size() throws {
    let limit = JSONDocument.maximumByteCount
    let tooLarge = #expect(throws: JSONSyntaxError.self) {
      try JSONDocument(bytes: [UInt8](repeating: 0x5B, count: limit + 1))
    }
    #expect(tooLarge?.code == .documentTooLarge)
    #expect(tooLarge?.location == JSONLocation(line: 1, column: 1))
    let deep = #expect(throws: JSONSyntaxError.self) {
      try JSONDocument(bytes: [UInt8](repeating: 0x5B, count: limit))
    }
    #expect(deep?.code == .tooDeep)
  }

  @Test(
    "A bomb of brackets is refused at the first bracket too deep",
    arguments: [("[", 1), ("{\"a\":", 5), ("[{\"a\":", 6)])
  func bomb(unit: String, width: Int) throws {
    let error = try #require(throws: JSONSyntaxError.self) {
      try JSONDocument(text: String(repeating: unit, count: 100_000))
    }
    #expect(error.code == .tooDeep)
    let depth = JSONDocument.maximumDepth
    let column = width == 6 ? depth / 2 * width + 1 : depth * width + 1
    #expect(error.location == JSONLocation(line: 1, column: column))
  }

  @Test("A second key is found among many", arguments: [2, 15, 16, 17, 18, 40, 3_000])
  func duplicateAmongMany(count: Int) throws {
    for first in [0, count / 2, count - 1] {
      let keys = (0..<count).map { "\"key \($0)\": 0" }
      let text = "{" + keys.joined(separator: ",\n") + ",\n\"k\\u0065y \(first)\": 1}"
      let error = try #require(throws: JSONSyntaxError.self) { try JSONDocument(text: text) }
      #expect(error.code == .duplicateKey)
      #expect(error.location == JSONLocation(line: count + 1, column: 1))
      #expect(error.relatedLocation?.line == first + 1)
    }
  }

  @Test("A large object does not hide a key that comes twice in an object inside or after it")
  func duplicateAfterLargeObject() throws {
    let keys = (0..<20).map { "\"k\($0)\": {\"k\($0)\": \($0)}" }.joined(separator: ", ")
    let texts = ["{\(keys), \"x\": {\"b\": 1, \"b\": 2}}", "[{\(keys)}, {\"b\": 1, \"b\": 2}]"]
    for text in texts {
      let error = try #require(throws: JSONSyntaxError.self) { try JSONDocument(text: text) }
      #expect(error.code == .duplicateKey)
      #expect(error.subject == "“b”")
    }
    #expect(try JSONDocument(text: "[{\(keys)}, {\(keys)}]").root.count == 2)
  }

  @Test("The sentence says what, where and how to mend it")
  func sentence() throws {
    let error = try #require(throws: JSONSyntaxError.self) {
      try JSONDocument(text: "{\n  \"owner\": 1,\n  \"owner\": 2\n}")
    }
    #expect(
      error.description == "line 3, column 3: The key “owner” comes twice in this object; "
        + "the first is at line 2, column 3. Remove or rename one of the two.")
  }
}
