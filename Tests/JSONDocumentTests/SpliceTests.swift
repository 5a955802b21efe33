import JSONDocument
import Testing

/// Edits that are applied together come to the same bytes as one after the other.
@Suite struct SpliceTests {
  private static let texts = [
    "{\n  \"a\": [\n    {\"id\": \"one\", \"n\": 1},\n    {\"id\": \"two\"}\n  ],\n  \"z\": 1\n}\n",
    "{\"a\":[{\"id\":\"one\",\"n\":1},{\"id\":\"two\"}],\"z\":1}",
    "{\r\n\t\"a\": [ {\r\n\t\t\"id\": \"one\",\r\n\t\t\"n\": 1\r\n\t}, { \"id\": \"two\" } ], \"z\": 1\r\n}",
    "{ \"a\" : [{ \"id\": \"one\",\n \"n\": 1 }\n,{\"id\": \"two\"}], \"z\":1 }\n",
  ]

  private let added: JSONLiteral = ["id": "three", "list": [1, 2], "deep": ["x": "y"]]

  @Test(arguments: texts)
  func splicesTogetherGiveWhatEditsGiveOneAfterTheOther(text: String) throws {
    let document = try JSONDocument(text: text)
    var wanted = document
    wanted = try wanted.replacing(try #require(wanted.value(at: ["a", 0, "n"])), with: 22)
    wanted = try wanted.inserting(
      key: "note", "new", into: try #require(wanted.value(at: ["a", 1])))
    for _ in 0..<2 {
      wanted = try wanted.appending(added, to: try #require(wanted.value(at: ["a"])))
    }
    wanted = try wanted.inserting(key: "revision", "1 x", into: wanted.root)
    let list = try #require(document.value(at: ["a"]))
    let together = try document.applying([
      document.splice(inserting: "revision", "1 x", into: document.root),
      document.splice(
        inserting: "note", "new", into: try #require(document.value(at: ["a", 1]))),
      document.splice(inserting: [added, added], into: list, at: 2),
      document.splice(replacing: try #require(document.value(at: ["a", 0, "n"])), with: 22),
    ])
    #expect(
      String(decoding: together.bytes, as: UTF8.self)
        == String(decoding: wanted.bytes, as: UTF8.self))
  }

  @Test(arguments: texts)
  func aValueIsEditedAloneAsItWouldBeInItsPlace(text: String) throws {
    let document = try JSONDocument(text: text).notingLayout
    let list = try #require(document.value(at: ["a"]))
    for position in 0..<2 {
      let element = try #require(list[position])
      let wanted = try document.inserting(key: "more", added, into: element)
      var excerpt = try document.excerpt(of: element)
      excerpt = try excerpt.inserting(key: "more", added, into: excerpt.root)
      let edited = try document.applying([
        try document.splice(replacing: element, withExcerpt: excerpt)
      ])
      #expect(edited.bytes == wanted.bytes)
    }
    let last = try #require(list[1])
    let excerpts = try (0..<2).map { _ in try document.excerpt(of: added, behind: last, in: list) }
    let appended = try document.applying([
      try document.splice(appendingExcerpts: excerpts, behind: last, in: list)
    ])
    let wanted = try document.applying([
      try document.splice(inserting: [added, added], into: list, at: 2)
    ])
    #expect(appended.bytes == wanted.bytes)
    // Objects need no excerpts.
    guard case .object = added else { return }
    let written = try document.applying([
      try document.splice(appending: [added, added], behind: last, in: list) { .object($0) }
    ])
    #expect(written.bytes == wanted.bytes)
  }

  @Test(arguments: 0..<16)
  func anyChildrenAreRemovedAsOneAfterTheOther(mask: Int) throws {
    let document = try JSONDocument(text: "[ 1,\n  2, 3 ,4 ]")
    let positions = (0..<4).filter { mask & 1 << $0 != 0 }
    var wanted = document
    for position in positions.reversed() {
      wanted = try wanted.removing(try #require(wanted.root[position]))
    }
    let splices = try document.splices(
      removing: positions.compactMap { document.root[$0] }, from: document.root)
    #expect(try document.applying(splices).bytes == wanted.bytes)
  }

  @Test func editsOfOnePlaceAreRefused() throws {
    let document = try JSONDocument(text: "[1, 2]")
    let first = try #require(document.root[0])
    let error = #expect(throws: JSONEditError.self) {
      try document.applying([
        document.splice(replacing: first, with: 3), document.splice(replacing: first, with: 4),
      ])
    }
    #expect(error?.code == .splicesOverlap)
    let other = try JSONDocument(text: "[1, 2]")
    #expect(throws: JSONEditError.self) {
      try other.applying([document.splice(replacing: first, with: 3)])
    }
  }
}
