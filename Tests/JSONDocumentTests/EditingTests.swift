import JSONDocument
import Testing

/// One edit of a file, with the whole file before and after it.
struct Edit: Sendable, CustomTestStringConvertible {
  enum Action: Sendable {
    case replace(JSONLiteral)
    case insert(String, JSONLiteral, after: String?)
    case append(JSONLiteral)
    case insertAt(Int, JSONLiteral)
    case remove
  }

  let name: String
  let path: JSONPath
  let action: Action
  let before: String
  let after: String

  init(_ name: String, _ path: JSONPath, _ action: Action, _ before: String, _ after: String) {
    self.name = name
    self.path = path
    self.action = action
    self.before = before
    self.after = after
  }

  var testDescription: String { name }

  func applied(to document: JSONDocument) throws -> JSONDocument {
    let value = try #require(document.value(at: path))
    switch action {
    case .replace(let literal): return try document.replacing(value, with: literal)
    case .insert(let key, let literal, let sibling):
      let member = sibling.flatMap { value.member($0) }
      return try document.inserting(key: key, literal, into: value, after: member)
    case .append(let literal): return try document.appending(literal, to: value)
    case .insertAt(let position, let literal):
      return try document.inserting(literal, into: value, at: position)
    case .remove: return try document.removing(value)
    }
  }
}

@Suite("Editing")
struct EditingTests {
  @Test("An edit changes its own bytes only", arguments: Edit.table)
  func table(edit: Edit) throws {
    let document = try JSONDocument(text: edit.before)
    let edited = try edit.applied(to: document)
    #expect(String(decoding: edited.bytes, as: UTF8.self) == edit.after)
    #expect(edited.bytes == Array(edit.after.utf8))
    #expect(document.bytes == Array(edit.before.utf8))
  }

  @Test("Removing what was added gives the file back", arguments: Edit.additions)
  func undone(edit: Edit) throws {
    let document = try JSONDocument(text: edit.before)
    let edited = try edit.applied(to: document)
    let container = try #require(edited.value(at: edit.path))
    let place: JSONPath.Step =
      switch edit.action {
      case .insert(let key, _, _): .key(key)
      case .insertAt(let position, _): .index(position)
      default: .index(container.count - 1)
      }
    let added = try #require(edited.value(at: edit.path.appending(place)))
    let back = try edited.removing(added)
    let wasEmpty = document.value(at: edit.path)?.isEmptyContainer == true
    if wasEmpty {
      #expect(back.value(at: edit.path)?.isEmptyContainer == true)
    } else {
      #expect(back.bytes == document.bytes)
    }
  }

  @Test("Edits that cannot be are refused with a reason")
  func refused() throws {
    let document = try JSONDocument(text: #"{"a": {"b": 1}, "c": [1]}"#)
    let other = try JSONDocument(text: #"{"a": {"b": 1}, "c": [1]}"#)
    let object = try #require(document.root["a"])
    let array = try #require(document.root["c"])
    let foreign = try #require(other.root["a"])
    func code(_ edit: () throws(JSONEditError) -> JSONDocument) -> JSONEditError.Code? {
      do throws(JSONEditError) {
        _ = try edit()
        return nil
      } catch {
        #expect(error.message.hasSuffix(".") && error.hint.hasPrefix("Nothing was changed"))
        return error.code
      }
    }
    #expect(
      code { () throws(JSONEditError) in try document.replacing(foreign, with: 1) } == .foreignValue
    )
    #expect(code { () throws(JSONEditError) in try document.removing(foreign) } == .foreignValue)
    #expect(
      code { () throws(JSONEditError) in try document.appending(1, to: object) } == .notAnArray)
    #expect(
      code { () throws(JSONEditError) in try document.inserting(key: "x", 1, into: array) }
        == .notAnObject)
    #expect(
      code { () throws(JSONEditError) in try document.inserting(key: "b", 1, into: object) }
        == .keyExists("b"))
    #expect(
      code { () throws(JSONEditError) in try document.removing(document.root) } == .rootNotRemovable
    )
    #expect(
      code { () throws(JSONEditError) in try document.inserting(1, into: array, at: 2) }
        == .placeNotFound)
    let member = document.root.member("c")
    #expect(
      code { () throws(JSONEditError) in
        try document.inserting(key: "x", 1, into: object, after: member)
      } == .placeNotFound)
  }

  @Test("A result that would be refused as a file is refused as an edit")
  func spoiled() throws {
    let document = try JSONDocument(text: "[1]")
    var deep: JSONLiteral = 1
    for _ in 0..<JSONDocument.maximumDepth { deep = .array([deep]) }
    let twice = JSONLiteral.object([.init("a", 1), .init("a", 2)])
    for (literal, expected) in [(deep, JSONSyntaxError.Code.tooDeep), (twice, .duplicateKey)] {
      let error = try #require(throws: JSONEditError.self) {
        try document.appending(literal, to: document.root)
      }
      guard case .resultRefused(let reason) = error.code else {
        Issue.record("\(error)")
        continue
      }
      #expect(reason.code == expected)
    }
  }
}
