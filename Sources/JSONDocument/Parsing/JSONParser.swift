/// Reads a file into the flat index: one pass, no recursion, the first fault ends it.
struct JSONParser {
  /// The place of a member's key, from its opening quote to behind its closing one.
  struct Key {
    let start: Int
    let end: Int
    let hasEscapes: Bool
  }

  private struct Container {
    let index: Int
    let isObject: Bool
  }

  let buffer: UnsafeBufferPointer<UInt8>
  let bytes: UnsafePointer<UInt8>
  let count: Int
  var position = 0
  private var nodes: [JSONNode] = []
  /// How many values were read that have no nodes.
  private var foldedCount = 0
  /// In how many others a container lies that is folded.
  private let foldingDepth: Int
  private var containers: [Container] = []
  /// Whether values that are left out of the index count among those that a file may have.
  private var countsFolded = true
  private var keys: JSONKeyRegister

  /// The index of a whole file, without what lies in containers that lie in so many others.
  ///
  /// - Returns: The index, and how many values were left out of it.
  static func nodes(
    of buffer: UnsafeBufferPointer<UInt8>, foldingFrom depth: Int, countingFolded: Bool = true
  ) throws(JSONFault) -> ([JSONNode], folded: Int) {
    guard let bytes = buffer.baseAddress, !buffer.isEmpty else {
      throw JSONFault(.emptyDocument, at: 0)
    }
    var parser = JSONParser(buffer, bytes, in: 0..<buffer.count, foldingFrom: depth)
    parser.countsFolded = countingFolded
    try parser.refuseOtherEncodings()
    try parser.parse()
    return (parser.nodes, parser.foldedCount)
  }

  /// The index of one value of a file that was read before.
  static func nodes(
    of buffer: UnsafeBufferPointer<UInt8>, in range: Range<Int>
  ) throws(JSONFault) -> [JSONNode] {
    guard let bytes = buffer.baseAddress, !range.isEmpty else {
      throw JSONFault(.emptyDocument, at: 0)
    }
    var parser = JSONParser(buffer, bytes, in: range, foldingFrom: .max)
    try parser.parse()
    return parser.nodes
  }

  private init(
    _ buffer: UnsafeBufferPointer<UInt8>, _ bytes: UnsafePointer<UInt8>, in range: Range<Int>,
    foldingFrom depth: Int
  ) {
    self.buffer = buffer
    self.bytes = bytes
    count = range.upperBound
    position = range.lowerBound
    foldingDepth = depth
    keys = JSONKeyRegister(bytes: buffer)
    nodes.reserveCapacity(range.count / 16 + 16)
    containers.reserveCapacity(JSONDocument.maximumDepth)
  }

  private mutating func parse() throws(JSONFault) {
    skipWhitespace()
    guard position < count else { throw JSONFault(.emptyDocument, at: 0) }
    var key: Key?
    while true {
      let count = countsFolded ? nodes.count &+ foldedCount : nodes.count
      guard count < JSONDocument.maximumValueCount else {
        throw JSONFault(.tooManyValues, at: position)
      }
      let isInside = try readValue(key: key)
      if !isInside {
        guard try moveToNextValue() else { return }
      }
      key = containers.last?.isObject == true ? try readKey() : nil
    }
  }

  /// Reads a scalar, an empty container, or the opening of a container that has something in it.
  ///
  /// Returns true in the last case, with the position at the first thing inside.
  private mutating func readValue(key: Key?) throws(JSONFault) -> Bool {
    guard position < count else { throw unclosedFault() }
    let start = position
    switch bytes[position] {
    case Byte.quote:
      let hasEscapes = try skipString()
      append(.string, from: start, isMarked: hasEscapes, key: key)
    case Byte.openBrace:
      return try open(.object, closer: Byte.closeBrace, key: key)
    case Byte.openBracket:
      return try open(.array, closer: Byte.closeBracket, key: key)
    case Byte.minus, 0x30...0x39:
      let isPlainInteger = try skipNumber()
      append(.number, from: start, isMarked: isPlainInteger, key: key)
    case 0x74 where skipWord("true"):
      append(.boolean, from: start, isMarked: false, key: key)
    case 0x66 where skipWord("false"):
      append(.boolean, from: start, isMarked: false, key: key)
    case 0x6E where skipWord("null"):
      append(.null, from: start, isMarked: false, key: key)
    default:
      throw missingValueFault()
    }
    return false
  }

  @inline(__always)
  private mutating func append(_ kind: JSONKind, from start: Int, isMarked: Bool, key: Key?) {
    nodes.append(
      JSONNode(
        kind: kind, start: start, end: position, next: nodes.count &+ 1, isMarked: isMarked,
        key: key))
  }

  private mutating func open(
    _ kind: JSONKind, closer: UInt8, key: Key?
  ) throws(JSONFault) -> Bool {
    guard containers.count < JSONDocument.maximumDepth else {
      throw JSONFault(.tooDeep, at: position)
    }
    let start = position
    position &+= 1
    let index = nodes.count
    append(kind, from: start, isMarked: false, key: key)
    containers.append(Container(index: index, isObject: kind == .object))
    if kind == .object { keys.openObject() }
    skipWhitespace()
    guard position < count else { throw unclosedFault() }
    guard bytes[position] == closer else { return true }
    close()
    return false
  }

  private mutating func close() {
    guard let container = containers.popLast() else { return }
    position &+= 1
    let inner = nodes.count &- container.index &- 1
    if containers.count == foldingDepth, inner > 0 {
      nodes.removeLast(inner)
      nodes[container.index].fold()
      foldedCount &+= inner
    }
    nodes[container.index].close(end: position, next: nodes.count)
    if container.isObject { keys.closeObject() }
  }

  /// Moves past a comma and any closing brackets; false at the end of the document.
  private mutating func moveToNextValue() throws(JSONFault) -> Bool {
    while let container = containers.last {
      skipWhitespace()
      guard position < count else { throw unclosedFault() }
      let closer = container.isObject ? Byte.closeBrace : Byte.closeBracket
      let byte = bytes[position]
      if byte == Byte.comma {
        let comma = position
        position &+= 1
        skipWhitespace()
        guard position < count else { throw unclosedFault() }
        guard bytes[position] != closer else { throw JSONFault(.trailingComma, at: comma) }
        return true
      }
      guard byte == closer else { throw missingCommaFault() }
      close()
    }
    skipWhitespace()
    guard position == count else { throw trailingFault() }
    return false
  }

  private mutating func readKey() throws(JSONFault) -> Key {
    guard position < count else { throw unclosedFault() }
    guard bytes[position] == Byte.quote else { throw missingKeyFault() }
    let start = position
    let hasEscapes = try skipString()
    let end = position
    if let first = keys.insert(from: start, to: end, hasEscapes: hasEscapes) {
      throw JSONFault(.duplicateKey, at: start, related: first)
    }
    skipWhitespace()
    guard position < count else { throw unclosedFault() }
    guard bytes[position] == Byte.colon else { throw missingColonFault() }
    position &+= 1
    skipWhitespace()
    return Key(start: start, end: end, hasEscapes: hasEscapes)
  }

  @inline(__always)
  mutating func skipWhitespace() {
    let bytes = bytes
    let count = count
    var offset = position
    while offset < count {
      let byte = bytes[offset]
      if byte > Byte.space { break }
      if byte == Byte.space {
        let ahead = UnsafeRawPointer(bytes + offset)
        if offset &+ 8 <= count,
          ahead.loadUnaligned(as: UInt64.self) == 0x2020_2020_2020_2020
        {
          offset &+= 8
        } else {
          offset &+= 1
        }
        continue
      }
      guard Byte.isWhitespace(byte) else { break }
      offset &+= 1
    }
    position = offset
  }

  /// The bracket opened last, for sentences about what is not closed.
  var openBracketOffset: Int? { containers.last.map { nodes[$0.index].start } }

  var isInObject: Bool { containers.last?.isObject == true }
}
