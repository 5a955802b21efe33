/// One value in the flat index of a document: 16 bytes.
///
/// Nodes stand in the order of the file. The first child of a container follows it directly; a
/// member of an object is one node that also knows how far before the value its key starts. What is in
/// a folded container has no nodes.
struct JSONNode {
  private let startOffset: UInt32
  private var endOffset: UInt32
  private var nextIndex: UInt32
  private var tag: UInt32

  private static let kindMask: UInt32 = 0b111
  private static let markFlag: UInt32 = 1 << 3
  private static let keyEscapeFlag: UInt32 = 1 << 4
  private static let distanceShift: UInt32 = 5

  /// Describes a value; `isMarked` means escapes in a string and a plain integer for a number.
  init(
    kind: JSONKind, start: Int, end: Int, next: Int, isMarked: Bool, key: JSONParser.Key?
  ) {
    startOffset = UInt32(truncatingIfNeeded: start)
    endOffset = UInt32(truncatingIfNeeded: end)
    nextIndex = UInt32(truncatingIfNeeded: next)
    var tag = UInt32(kind.rawValue) | (isMarked ? Self.markFlag : 0)
    if let key {
      tag |= UInt32(truncatingIfNeeded: start &- key.start) &<< Self.distanceShift
      if key.hasEscapes { tag |= Self.keyEscapeFlag }
    }
    self.tag = tag
  }

  var kind: JSONKind { JSONKind(rawValue: UInt8(truncatingIfNeeded: tag & Self.kindMask)) ?? .null }

  /// The first byte of the value.
  var start: Int { Int(startOffset) }

  /// The byte behind the value.
  var end: Int { Int(endOffset) }

  /// The index of the node behind this value and everything in it.
  var next: Int { Int(nextIndex) }

  var hasEscapes: Bool { tag & Self.markFlag != 0 }
  var isPlainInteger: Bool { tag & Self.markFlag != 0 }
  /// Whether it is a container of which only the place is noted.
  var isFolded: Bool {
    tag & Self.markFlag != 0 && (kind == .object || kind == .array)
  }
  var keyHasEscapes: Bool { tag & Self.keyEscapeFlag != 0 }
  var isMember: Bool { tag &>> Self.distanceShift != 0 }

  /// The opening quote of the key, or the value itself where there is no key.
  var keyStart: Int { Int(startOffset &- tag &>> Self.distanceShift) }

  /// Notes that what is in it has no nodes.
  mutating func fold() { tag |= Self.markFlag }

  /// Completes a container once its closing bracket is read.
  mutating func close(end: Int, next: Int) {
    endOffset = UInt32(truncatingIfNeeded: end)
    nextIndex = UInt32(truncatingIfNeeded: next)
  }
}
