import JSONDocument
import Testing

@Suite("Writing")
struct LiteralTests {
  private static let sample: JSONLiteral = [
    "a": 1, "b": [true, .null, "x"], "c": [], "d": [:], "e": ["f": -2.5],
  ]

  @Test("On one line nothing is wasted")
  func compact() {
    #expect(Self.sample.write() == #"{"a":1,"b":[true,null,"x"],"c":[],"d":{},"e":{"f":-2.5}}"#)
  }

  @Test("Indented, every entry has its line")
  func indented() {
    #expect(
      Self.sample.write(indentation: 2) == """
        {
          "a": 1,
          "b": [
            true,
            null,
            "x"
          ],
          "c": [],
          "d": {},
          "e": {
            "f": -2.5
          }
        }
        """)
  }

  @Test(
    "What a terminal could obey is escaped",
    arguments: [
      ("\"\\/", #""\"\\/""#),
      ("\n\r\t\u{8}\u{C}", #""\n\r\t\u0008\u000C""#),
      ("\u{0}\u{1B}\u{1F}", #""\u0000\u001B\u001F""#),
      ("\u{7F}\u{80}\u{9B}\u{9F}\u{A0}", "\"\\u007F\\u0080\\u009B\\u009F\u{A0}\""),
      ("\u{2028}\u{2029}\u{FEFF}", #""\u2028\u2029\uFEFF""#),
      ("\u{61C}\u{200E}\u{200F}", #""\u061C\u200E\u200F""#),
      ("\u{202A}\u{202E}\u{2066}\u{2069}", #""\u202A\u202E\u2066\u2069""#),
      ("caf\u{E9} \u{1F469}\u{200D}\u{1F4BB}", "\"caf\u{E9} \u{1F469}\u{200D}\u{1F4BB}\""),
    ])
  func escapes(text: String, spelling: String) throws {
    #expect(JSONLiteral.string(text).write() == spelling)
    #expect(JSONLiteral.object([.init(text, 1)]).write() == "{\(spelling):1}")
    let back = try #require(try JSONDocument(text: spelling).root.string)
    #expect(Array(back.unicodeScalars) == Array(text.unicodeScalars))
  }

  @Test(
    "A number is taken as spelled or not at all",
    arguments: [
      ("1", true), ("-0.50", true), ("1e9999", true), ("1E+02", true), ("", false),
      (" 1", false), ("1 ", false), ("01", false), ("+1", false), ("NaN", false),
      ("1,2", false), ("\"1\"", false), ("[1]", false), ("-", false),
    ])
  func numbers(spelling: String, isAllowed: Bool) {
    #expect(JSONNumber(spelling: spelling)?.spelling == (isAllowed ? spelling : nil))
  }

  @Test("A double that is not finite is no number")
  func doubles() {
    #expect(JSONNumber(Double.infinity) == nil)
    #expect(JSONNumber(Double.nan) == nil)
    for value in [0.1, -2.5, 1e300, .leastNonzeroMagnitude, 44] {
      #expect(JSONNumber(value).flatMap { JSONNumber(spelling: $0.spelling) } != nil)
    }
    #expect(JSONLiteral.integer(.min).write() == "-9223372036854775808")
  }
}
