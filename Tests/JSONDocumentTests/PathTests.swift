import JSONDocument
import Testing

@Suite("Paths")
struct PathTests {
  private static let text = #"{"a": [1, {"b": [[], {"c d": 2}]}], "e": {"f.g": {}}, "h": 3}"#

  @Test(
    "A path leads to its value and is read back from it",
    arguments: [
      ([], "the whole file", JSONKind.object),
      (["a"], "a", .array),
      (["a", 0], "a[0]", .number),
      (["a", 1, "b", 0], "a[1].b[0]", .array),
      (["a", 1, "b", 1, "c d"], #"a[1].b[1]["c d"]"#, .number),
      (["e", "f.g"], #"e["f.g"]"#, .object),
      (["h"], "h", .number),
    ] as [(JSONPath, String, JSONKind)])
  func both(path: JSONPath, written: String, kind: JSONKind) throws {
    let document = try JSONDocument(text: Self.text)
    let value = try #require(document.value(at: path))
    #expect(value.kind == kind)
    #expect(document.path(to: value) == path)
    #expect(path.description == written)
    let container = document.container(of: value)
    let holder = path.steps.isEmpty ? nil : JSONPath(path.steps.dropLast())
    #expect(container.flatMap(document.path) == holder)
  }

  @Test(
    "A path that leads nowhere gives nothing",
    arguments: [["x"], [0], ["a", 2], ["a", -1], ["a", "b"], ["h", "i"], ["h", 0]] as [JSONPath])
  func nowhere(path: JSONPath) throws {
    #expect(try JSONDocument(text: Self.text).value(at: path) == nil)
  }

  @Test("A value of another document has no path")
  func foreign() throws {
    let other = try JSONDocument(text: Self.text)
    #expect(try JSONDocument(text: Self.text).path(to: other.root) == nil)
  }
}
