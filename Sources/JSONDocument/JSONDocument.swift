/// A JSON file, read without losing anything.
///
/// The document keeps the bytes it was read from and a flat index into them, so every value knows
/// its place and its exact spelling. It follows RFC 8259 strictly, and further refuses duplicate
/// keys, a byte order mark, text that is not UTF-8, files over ``maximumByteCount``, more than
/// ``maximumValueCount`` values and nesting over ``maximumDepth``. A document never changes: each edit gives a new one, which differs in
/// the bytes of the edited value only.
public struct JSONDocument: Sendable {
  /// The largest file that is read, in bytes: 64 MiB.
  public static let maximumByteCount = 64 * 1024 * 1024

  /// The most values that are read, those in objects and lists counted with these: 3 million.
  public static let maximumValueCount = 3_000_000

  /// The deepest nesting of objects and arrays that is read.
  public static let maximumDepth = 64

  let storage: JSONStorage

  /// Reads a whole file.
  ///
  /// The error names the first fault with its line and column.
  public init(bytes: [UInt8]) throws(JSONSyntaxError) {
    try self.init(bytes: bytes, layout: nil)
  }

  /// Reads a whole file that an edit has made of one with a known layout.
  init(bytes: [UInt8], layout: JSONFileLayout?) throws(JSONSyntaxError) {
    guard bytes.count <= Self.maximumByteCount else {
      throw JSONSyntaxError(JSONFault(.documentTooLarge, at: 0), in: [])
    }
    storage = try Self.storage(of: bytes, foldingFrom: .max, layout: layout)
  }

  /// Reads a whole file of which every value is looked at about once.
  ///
  /// It refuses what ``init(bytes:)`` refuses. Objects and lists that lie in two others are indexed only
  /// while somebody looks at them, so a list of very many records takes little more memory than its bytes.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - isBounded: Whether it is refused for too many values; where not, only those that are indexed at once count.
  /// - Throws: ``JSONSyntaxError`` with the first fault.
  package init(folding bytes: [UInt8], isBounded: Bool = true) throws(JSONSyntaxError) {
    guard bytes.count <= Self.maximumByteCount else {
      throw JSONSyntaxError(JSONFault(.documentTooLarge, at: 0), in: [])
    }
    storage = try Self.storage(
      of: bytes, foldingFrom: 2, countingFolded: isBounded, layout: nil)
  }

  private static func storage(
    of bytes: [UInt8], foldingFrom depth: Int, countingFolded: Bool = true, layout: JSONFileLayout?
  ) throws(JSONSyntaxError) -> JSONStorage {
    do {
      let (nodes, folded) = try bytes.withUnsafeBufferPointer { buffer throws(JSONFault) in
        try JSONParser.nodes(
          of: buffer, foldingFrom: depth, countingFolded: countingFolded)
      }
      return JSONStorage(bytes: bytes, nodes: nodes, foldedCount: folded, layout: layout)
    } catch {
      throw JSONSyntaxError(error, in: bytes)
    }
  }

  init(storage: JSONStorage) { self.storage = storage }

  /// Reads a whole text.
  public init(text: String) throws(JSONSyntaxError) {
    try self.init(bytes: Array(text.utf8))
  }

  /// The outermost value.
  public var root: JSONValue { JSONValue(storage: storage, index: 0) }

  /// The file exactly as it was read or edited.
  public var bytes: [UInt8] { storage.bytes }

  /// How many values the file holds, those in objects and lists counted with these.
  public var valueCount: Int { storage.nodes.count + storage.foldedCount }

  /// The memory the index takes, in bytes, without the file itself.
  public var indexByteCount: Int { storage.nodes.capacity * MemoryLayout<JSONNode>.stride }

  /// The line and column of a byte, found by counting from the start of the file.
  ///
  /// Offsets outside the file count as its start or its end. For many places in one file ask for
  /// the ``lineIndex`` once instead.
  public func location(atByte offset: Int) -> JSONLocation {
    JSONLocation(atByte: offset, in: storage.bytes)
  }

  /// The starts of all lines, for locating many values of one file quickly.
  ///
  /// It is built anew each time it is asked for.
  public var lineIndex: JSONLineIndex { JSONLineIndex(bytes: storage.bytes) }
}
