import JSONDocument
import Testing

/// A generator that gives the same numbers for the same seed.
private struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

/// Makes random documents with every freedom of spelling that JSON leaves.
private struct DocumentMaker {
  var random: SeededGenerator

  mutating func pick<Item>(_ items: [Item]) -> Item {
    items[Int.random(in: items.indices, using: &random)]
  }

  mutating func space() -> String { pick(["", "", " ", "\n", "\r\n\t", "  \t "]) }

  mutating func text() -> String {
    let parts = [
      "a", "key", "\u{E9}", "\u{1F600}", "\\n", "\\u0041", "\\ud83d\\ude00", "\\\"", "\\\\", "//",
      "\u{7F}", "'", "\u{2028}", "longer than eight bytes", "\\/",
    ]
    let count = Int.random(in: 0...4, using: &random)
    return (0..<count).map { _ in pick(parts) }.joined()
  }

  mutating func value(depth: Int) -> String {
    let kind = Int.random(in: 0...(depth > 0 ? 6 : 4), using: &random)
    let count = Int.random(in: 0...5, using: &random)
    switch kind {
    case 0: return pick(["true", "false", "null"])
    case 1, 2: return pick(["0", "-0", "1.50", "1e9999", "-12.5E-3", "123456789012345678901"])
    case 3, 4: return "\"\(text())\""
    case 5:
      let elements = (0..<count).map { _ in space() + value(depth: depth - 1) + space() }
      return "[" + elements.joined(separator: ",") + (count == 0 ? space() : "") + "]"
    default:
      let members = (0..<count).map { number in
        "\(space())\"\(text())#\(number)\"\(space()):\(space())\(value(depth: depth - 1))\(space())"
      }
      return "{" + members.joined(separator: ",") + (count == 0 ? space() : "") + "}"
    }
  }

  mutating func document() -> String { space() + value(depth: 6) + space() }

  mutating func literal() -> JSONLiteral {
    pick([.null, true, 7, "t\u{1B}\u{E9}", [], [1, ["a": 2]], ["k": [], "l": "x"]])
  }
}

@Suite("Random documents")
struct PropertyTests {
  @Test("A document keeps its bytes, and its spellings make up the file", arguments: 0..<200)
  func lossless(seed: Int) throws {
    var maker = DocumentMaker(random: SeededGenerator(state: UInt64(seed)))
    let text = maker.document()
    let document = try JSONDocument(text: text)
    #expect(document.bytes == Array(text.utf8))
    for path in Self.paths(of: document) {
      let value = try #require(document.value(at: path))
      #expect(document.path(to: value) == path)
      let alone = try JSONDocument(bytes: Array(document.bytes[value.byteRange]))
      #expect(alone.root.literal == value.literal)
      #expect(alone.root.spelling == value.spelling)
      let written = try JSONDocument(text: value.literal.write(indentation: 1))
      #expect(written.root.literal == value.literal)
    }
  }

  @Test("Replacing a value leaves every other byte", arguments: 0..<200)
  func replaced(seed: Int) throws {
    var maker = DocumentMaker(random: SeededGenerator(state: UInt64(seed) &+ 1_000))
    let document = try JSONDocument(text: maker.document())
    let path = maker.pick(Self.paths(of: document))
    let value = try #require(document.value(at: path))
    let literal = maker.literal()
    let edited = try document.replacing(value, with: literal)
    let range = value.byteRange
    #expect(edited.bytes.starts(with: document.bytes[..<range.lowerBound]))
    #expect(edited.bytes.reversed().starts(with: document.bytes[range.upperBound...].reversed()))
    let replacement = try #require(edited.value(at: path))
    #expect(replacement.literal == literal)
    let growth = replacement.byteRange.count - range.count
    #expect(edited.bytes.count == document.bytes.count + growth)
  }

  @Test("Removing or adding an entry leaves the spelling of all others", arguments: 0..<200)
  func entries(seed: Int) throws {
    var maker = DocumentMaker(random: SeededGenerator(state: UInt64(seed) &+ 2_000))
    let document = try JSONDocument(text: "[0, " + maker.document() + "]")
    let path = maker.pick(Self.paths(of: document).filter { !$0.steps.isEmpty })
    let value = try #require(document.value(at: path))
    let container = try #require(document.container(of: value))
    let places =
      container.kind == .object ? container.members.map(\.value) : Array(container.elements)
    let position = try #require(places.firstIndex { $0.byteRange == value.byteRange })

    var expected = Self.entries(of: container)
    expected.remove(at: position)
    let holder = JSONPath(path.steps.dropLast())
    let shorter = try document.removing(value)
    #expect(try #require(shorter.value(at: holder)).count == expected.count)
    #expect(Self.entries(of: try #require(shorter.value(at: holder))) == expected)

    let literal = maker.literal()
    let longer =
      container.kind == .object
      ? try document.inserting(key: "new key", literal, into: container)
      : try document.appending(literal, to: container)
    let grown = try #require(longer.value(at: holder))
    #expect(Self.entries(of: grown).dropLast() == Self.entries(of: container)[...])
    let last = grown.kind == .object ? grown["new key"] : grown[grown.count - 1]
    #expect(last?.literal == literal)
    #expect(try longer.removing(try #require(last)).bytes == document.bytes)
  }

  @Test("A damaged document is read or refused with a place inside it", arguments: 0..<200)
  func damaged(seed: Int) throws {
    var maker = DocumentMaker(random: SeededGenerator(state: UInt64(seed) &+ 3_000))
    let intact = Array(maker.document().utf8)
    let signs = Array("{}[]\",:\\'/u0-.e \n".utf8) + [0x00, 0x1F, 0x80, 0xC3, 0xED, 0xFF]
    for _ in 0..<50 {
      var bytes = intact
      let place = Int.random(in: bytes.indices, using: &maker.random)
      switch Int.random(in: 0...2, using: &maker.random) {
      case 0: bytes[place] = maker.pick(signs)
      case 1: bytes.insert(maker.pick(signs), at: place)
      default: bytes.removeSubrange(place...)
      }
      do throws(JSONSyntaxError) {
        let document = try JSONDocument(bytes: bytes)
        #expect(document.bytes == bytes)
        #expect(
          try JSONDocument(text: document.root.literal.write()).root.kind == document.root.kind)
      } catch {
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        try #require(error.location.line >= 1 && error.location.line <= lines.count)
        let line = lines[error.location.line - 1]
        #expect(error.location.column >= 1 && error.location.column <= line.count + 1)
        #expect(!error.description.unicodeScalars.contains { $0.value < 0x20 })
      }
    }
  }

  private static func entries(of container: JSONValue) -> [String] {
    container.kind == .object
      ? container.members.map { $0.value.spelling } : container.elements.map(\.spelling)
  }

  private static func paths(of document: JSONDocument) -> [JSONPath] {
    var paths: [JSONPath] = [JSONPath()]
    var next = 0
    while next < paths.count {
      let path = paths[next]
      next += 1
      guard let value = document.value(at: path) else { continue }
      for (position, _) in value.elements.enumerated() {
        paths.append(path.appending(.index(position)))
      }
      for member in value.members { paths.append(path.appending(.key(member.key))) }
    }
    return paths
  }
}
