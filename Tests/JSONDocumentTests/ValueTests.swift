import JSONDocument
import Testing

@Suite("What values say")
struct ValueTests {
  @Test(
    "Whole numbers are exact or nil",
    arguments: [
      ("0", 0), ("-0", 0), ("42", 42), ("-42", -42), ("1.0", 1), ("1e2", 100), ("1.50e1", 15),
      ("1200e-2", 12), ("0e999999999999999999999", 0), ("0.000", 0), ("-2.5e1", -25),
      ("100000000000000000000e-20", 1), ("1e18", 1_000_000_000_000_000_000),
      ("9223372036854775807", .max), ("-9223372036854775808", .min),
      ("9223372036854775808", nil), ("-9223372036854775809", nil), ("1e19", nil),
      ("1e9999", nil), ("1e-9999", nil), ("0.5", nil), ("1.01", nil), ("15e-1", nil),
      ("12345678901234567890123", nil), ("1e99999999999999999999999", nil),
    ] as [(String, Int?)])
  func integers(spelling: String, value: Int?) throws {
    let root = try JSONDocument(text: spelling).root
    #expect(root.integer == value)
    #expect(root.numberSpelling == spelling)
  }

  @Test(
    "Numbers are the nearest double or nil",
    arguments: [
      ("0", 0), ("44.0", 44), ("-1.25e2", -125), ("0.1", 0.1), ("1e308", 1e308),
      ("1e-400", 0), ("1e309", nil), ("-1e9999", nil),
      ("0.1000000000000000055511151231257827", 0.1),
    ] as [(String, Double?)])
  func doubles(spelling: String, value: Double?) throws {
    #expect(try JSONDocument(text: spelling).root.double == value)
  }

  @Test(
    "Text is decoded",
    arguments: [
      (#""""#, ""),
      (#""plain""#, "plain"),
      (#""a\"b\\c\/d""#, "a\"b\\c/d"),
      (#""\b\f\n\r\t""#, "\u{8}\u{C}\n\r\t"),
      (#""\u0041\u00e9\u20AC\uD83D\uDE00""#, "A\u{E9}\u{20AC}\u{1F600}"),
      (#""\u0000|\uFFFF|\uDBFF\uDFFF""#, "\u{0}|\u{FFFF}|\u{10FFFF}"),
      ("\"\u{1F600} \\u007f \u{E9}\"", "\u{1F600} \u{7F} \u{E9}"),
      (#""\\u0041""#, "\\u0041"),
    ])
  func strings(spelling: String, value: String) throws {
    let text = try #require(try JSONDocument(text: spelling).root.string)
    #expect(Array(text.unicodeScalars) == Array(value.unicodeScalars))
    let member = try #require(try JSONDocument(text: "{\(spelling): 1}").root.member(value))
    #expect(Array(member.key.unicodeScalars) == Array(value.unicodeScalars))
    #expect(member.hasKey(equalTo: value))
    #expect(!member.hasKey(equalTo: value + "x"))
  }

  @Test("A value of one kind is nil as any other")
  func otherKinds() throws {
    let document = try JSONDocument(text: #"[{"a": 1}, [1], "1", 1, true, null]"#)
    let values = Array(document.root.elements)
    #expect(values.map { $0.string } == [nil, nil, "1", nil, nil, nil])
    #expect(values.map { $0.integer } == [nil, nil, nil, 1, nil, nil])
    #expect(values.map { $0.double } == [nil, nil, nil, 1, nil, nil])
    #expect(values.map { $0.boolean } == [nil, nil, nil, nil, true, nil])
    #expect(values.map { $0.isNull } == [false, false, false, false, false, true])
    #expect(values.map { $0.count } == [1, 1, 0, 0, 0, 0])
    #expect(values.map { Array($0.members).count } == [1, 0, 0, 0, 0, 0])
    #expect(values.map { Array($0.elements).count } == [0, 1, 0, 0, 0, 0])
    #expect(document.root[6] == nil && document.root[-1] == nil && document.root["a"] == nil)
  }

  @Test("Members keep the order of the file and are found by key")
  func members() throws {
    let document = try JSONDocument(text: #"{"b": 1, "a": {"x": [2]}, "\u0063d": 3, "ab": 4}"#)
    let members = Array(document.root.members)
    #expect(members.map(\.key) == ["b", "a", "cd", "ab"])
    #expect(members.map { $0.hasKey("a") } == [false, true, false, false])
    #expect(members.map { $0.hasKey("cd") } == [false, false, true, false])
    #expect(members.map { $0.hasKey("") } == [false, false, false, false])
    #expect(members.map { $0.hasKey(#"b": 1, "a"#) } == [false, false, false, false])
    #expect(document.root["ab"]?.integer == 4)
    #expect(document.root["cd"]?.integer == 3)
    #expect(document.root["abc"] == nil)
  }

  @Test("A value copied to a literal is the same value")
  func literal() throws {
    let text = #"{"b":[1.50,{"a":null}],"a":"\"\n","t":true,"e":[],"o":{}}"#
    #expect(try JSONDocument(text: text).root.literal.write() == text)
  }
}

@Suite("Where values are")
struct LocationTests {
  private let text = "{\r\n  \"caf\u{E9} \u{1F600}\": \"x\",\t\"b\": [1,\n\n   {\"c\": null}]\n}\n"

  @Test("Lines and columns count from 1, and columns count characters")
  func values() throws {
    let document = try JSONDocument(text: text)
    let members = Array(document.root.members)
    #expect(document.root.location == JSONLocation(line: 1, column: 1))
    #expect(members.map(\.keyLocation.line) == [2, 2])
    #expect(members.map(\.keyLocation.column) == [3, 18])
    #expect(members.map(\.value.location.column) == [13, 23])
    let inner = try #require(document.value(at: ["b", 1, "c"]))
    #expect(inner.location == JSONLocation(line: 4, column: 10))
    #expect(inner.spelling == "null")
  }

  @Test("The line index finds places in long lines as the search from the start does")
  func longLines() throws {
    let word = String(repeating: "a–é", count: 3_000)
    let document = try JSONDocument(text: "[\"\(word)\",\n\"\(word)\", \"\(word)\"]")
    let index = document.lineIndex
    let count = document.bytes.count
    for offset in [0, 1, 4_095, 4_096, 4_097, 8_192, count / 2, count - 1, count, count + 1] {
      #expect(index.location(atByte: offset) == document.location(atByte: offset))
    }
  }

  @Test("The line index and the search from the start agree at every byte")
  func index() throws {
    let document = try JSONDocument(text: text)
    let index = document.lineIndex
    #expect(index.lineCount == 6)
    var places: [JSONLocation] = []
    for offset in -1...(document.bytes.count + 1) {
      let place = document.location(atByte: offset)
      #expect(index.location(atByte: offset) == place)
      places.append(place)
    }
    let kept = document.locations(ofBytes: Array((-1...(document.bytes.count + 1)).reversed()))
    for offset in -1...(document.bytes.count + 1) {
      #expect(kept.location(atByte: offset) == document.location(atByte: offset))
    }
    #expect(places == places.sorted())
    #expect(places.first == JSONLocation(line: 1, column: 1))
    #expect(places.last == JSONLocation(line: 6, column: 1))
  }
}
