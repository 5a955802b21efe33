/// One value of a document: its kind, its place and its exact spelling.
///
/// A value is a reference into its document, cheap to copy, and keeps the document alive.
public struct JSONValue: Sendable {
  let storage: JSONStorage
  let index: Int

  var node: JSONNode { storage.nodes[index] }

  /// What the value is.
  public var kind: JSONKind { node.kind }

  /// The line and column of the first character of the value.
  public var location: JSONLocation { JSONLocation(atByte: node.start, in: storage.bytes) }

  /// The bytes of the file that spell the value.
  public var byteRange: Range<Int> { node.start..<node.end }

  /// The value exactly as the file writes it.
  public var spelling: String {
    String(decoding: storage.bytes[byteRange], as: UTF8.self)
  }

  /// Whether the value is null.
  public var isNull: Bool { node.kind == .null }

  /// The truth value, or nil for another kind.
  public var boolean: Bool? {
    let node = node
    return node.kind == .boolean ? storage.bytes[node.start] == 0x74 : nil
  }

  /// The decoded text, or nil for another kind.
  public var string: String? {
    let node = node
    guard node.kind == .string else { return nil }
    return storage.text(from: node.start, to: node.end, hasEscapes: node.hasEscapes)
  }

  /// The number as the file writes it, or nil for another kind.
  public var numberSpelling: String? { kind == .number ? spelling : nil }

  /// The number as a whole number, or nil for another kind or where it is none.
  ///
  /// What counts is the value, not the spelling: `1.0` and `1e2` are 1 and 100, as JSON Schema
  /// has it. A number with a fraction, or one that `Int` cannot hold, is nil.
  public var integer: Int? {
    let node = node
    guard node.kind == .number else { return nil }
    return storage.bytes.withUnsafeBufferPointer { buffer in
      let spelling = UnsafeBufferPointer(rebasing: buffer[node.start..<node.end])
      return JSONInteger.exactValue(of: spelling, isPlain: node.isPlainInteger)
    }
  }

  /// The nearest `Double`, or nil for another kind or a number too large for it.
  ///
  /// A number too small for a `Double` is rounded to zero.
  public var double: Double? {
    guard kind == .number, let value = Double(spelling), value.isFinite else { return nil }
    return value
  }

  /// The number of elements or members, counted one by one; 0 for other kinds.
  public var count: Int {
    let value = unfolded
    let node = value.node
    guard node.kind == .array || node.kind == .object else { return 0 }
    var count = 0
    var position = value.index + 1
    while position < node.next {
      count += 1
      position = value.storage.nodes[position].next
    }
    return count
  }

  /// Whether this is an object or array with nothing in it.
  public var isEmptyContainer: Bool {
    let node = node
    return (node.kind == .array || node.kind == .object) && node.next == index + 1
      && !node.isFolded
  }

  /// The same with everything in it at hand, where only its place was noted.
  ///
  /// Ask for it once before looking at the elements or members of a value again and again.
  package var unfolded: JSONValue {
    node.isFolded ? JSONValue(storage: storage.unfolding(node), index: 0) : self
  }

  /// The decoded text, or nil for another kind; one that was read a moment ago is taken again.
  package func string(sharing pool: inout JSONTextPool) -> String? {
    let node = node
    guard node.kind == .string, !node.hasEscapes else { return string }
    return storage.bytes.withUnsafeBufferPointer { buffer in
      pool.text(UnsafeBufferPointer(rebasing: buffer[(node.start + 1)..<(node.end - 1)]))
    }
  }

  /// The elements of an array in order; none for other kinds.
  public var elements: JSONElements { JSONElements(container: self) }

  /// The members of an object in the order of the file; none for other kinds.
  public var members: JSONMembers { JSONMembers(container: self) }

  /// The value of a key, compared character by character, or nil where there is none.
  public subscript(key: String) -> JSONValue? { member(key)?.value }

  /// The element at a position counted from 0, or nil where there is none.
  public subscript(position: Int) -> JSONValue? {
    guard position >= 0 else { return nil }
    var remaining = position
    for element in elements {
      if remaining == 0 { return element }
      remaining -= 1
    }
    return nil
  }

  /// The member with a key, or nil where there is none.
  public func member(_ key: String) -> JSONMember? {
    var key = key
    return key.withUTF8 { name in
      for member in members where storage.hasKey(member.node, name) { return member }
      return nil
    }
  }
}
