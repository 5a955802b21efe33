import JSONDocument
import Testing

@Suite("What is accepted")
struct AcceptanceTests {
  @Test(
    "Every kind of value is read and kept to the byte",
    arguments: [
      ("{}", JSONKind.object),
      ("[]", .array),
      (" [ ] ", .array),
      ("\t\r\n{\n}\n", .object),
      ("\"\"", .string),
      ("\"caf\u{E9} \u{1F600}\"", .string),
      ("\"\\u00e9\\ud83d\\ude00\"", .string),
      ("\"raw DEL \u{7F} and U+2028 \u{2028}\"", .string),
      ("\"// no comment\"", .string),
      ("0", .number),
      ("-0", .number),
      ("-0.0e-0", .number),
      ("1E+2", .number),
      ("1e9999", .number),
      ("123456789012345678901234567890.5", .number),
      ("true", .boolean),
      ("false\n", .boolean),
      ("null", .null),
      ("{\"a\":[1,{\"b\":null}],\"\":\"\"}", .object),
    ])
  func accepted(text: String, kind: JSONKind) throws {
    let document = try JSONDocument(text: text)
    #expect(document.root.kind == kind)
    #expect(document.bytes == Array(text.utf8))
    let isBlank = { (byte: UInt8) in [0x20, 0x09, 0x0A, 0x0D].contains(byte) }
    let trimmed = text.utf8.drop(while: isBlank).reversed().drop(while: isBlank).reversed()
    let spelling = String(decoding: Array(trimmed), as: UTF8.self)
    #expect(document.root.spelling == spelling)
  }

  @Test("Nesting is accepted up to the limit")
  func deepestNesting() throws {
    let depth = JSONDocument.maximumDepth
    let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    let document = try JSONDocument(text: text)
    var value = document.root
    var levels = 1
    while let inner = value[0] {
      value = inner
      levels += 1
    }
    #expect(levels == depth)
  }

  @Test("The same key may stand in different objects")
  func sameKeyElsewhere() throws {
    let document = try JSONDocument(text: #"{"a": {"a": 1}, "b": [{"a": 2}, {"a": 3}]}"#)
    #expect(document.value(at: ["a", "a"])?.integer == 1)
    #expect(document.value(at: ["b", 1, "a"])?.integer == 3)
  }

  @Test("Keys that only look alike are different keys")
  func lookAlikeKeys() throws {
    let document = try JSONDocument(text: "{\"\u{E9}\": 1, \"e\u{301}\": 2, \"E\": 3, \"e\": 4}")
    #expect(document.root["\u{E9}"]?.integer == 1)
    #expect(document.root["e\u{301}"]?.integer == 2)
    #expect(document.root["e"]?.integer == 4)
  }

  @Test("Many different keys are accepted", arguments: [1, 8, 15, 16, 17, 18, 33, 5_000])
  func manyKeys(count: Int) throws {
    let members = (0..<count).map { "\"shared beginning, shared end \($0) of key\":\($0)" }
    let document = try JSONDocument(text: "{" + members.joined(separator: ",") + "}")
    #expect(document.root.count == count)
    #expect(document.root["shared beginning, shared end \(count - 1) of key"]?.integer == count - 1)
  }
}
