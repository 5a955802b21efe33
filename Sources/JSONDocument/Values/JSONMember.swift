/// One key of an object with its value.
public struct JSONMember: Sendable {
  /// The value of the key.
  public let value: JSONValue

  var storage: JSONStorage { value.storage }
  var node: JSONNode { value.node }

  /// The decoded key.
  public var key: String {
    let node = node
    return storage.text(
      from: node.keyStart, to: storage.keyEnd(of: node), hasEscapes: node.keyHasEscapes)
  }

  /// The bytes of the file that spell the key, with its quotes.
  public var keyByteRange: Range<Int> {
    let node = node
    return node.keyStart..<storage.keyEnd(of: node)
  }

  /// The line and column of the opening quote of the key.
  public var keyLocation: JSONLocation { JSONLocation(atByte: node.keyStart, in: storage.bytes) }

  /// Whether the key is the given one, without making a `String` of it.
  public func hasKey(_ name: StaticString) -> Bool {
    name.withUTF8Buffer { storage.hasKey(node, $0) }
  }

  /// Whether the key is a name known only at run time, compared character by character.
  public func hasKey(equalTo name: String) -> Bool {
    var name = name
    return name.withUTF8 { storage.hasKey(node, $0) }
  }
}
