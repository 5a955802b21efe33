/// A long line of a journal without what its changes say: only which files and kinds of record they are of, each
/// time once in a row.
///
/// It is made piece by piece, so that a line as long as an import takes no more memory than a piece of it.
struct JournalOutline {
  /// What is left of the line, as JSON.
  private(set) var bytes: [UInt8] = []
  /// Whether a change is spelled as no save spells it, so that nothing can be left out for certain.
  private(set) var isOdd = false
  private var depth = 0
  private var isText = false
  private var isEscaped = false
  /// A comma between changes that is written with the next one.
  private var awaitsComma = false
  private var change: [UInt8] = []
  private var lastChange: [UInt8] = []
  private var isChange = false
  private var key: [UInt8] = []
  private var isKey = false
  private var isKept = false

  private static let kept = [Array("document".utf8), Array("kind".utf8)]
  private static let (quote, backslash) = (UInt8(ascii: "\""), UInt8(ascii: "\\"))

  /// Takes the next piece of the line.
  mutating func read(_ piece: ArraySlice<UInt8>) {
    piece.withUnsafeBufferPointer { piece in
      for byte in piece { take(byte) }
    }
  }

  private mutating func take(_ byte: UInt8) {
    if isText {
      if depth <= 3 || isKept { keep(byte) }
      if isEscaped {
        isEscaped = false
      } else if byte == Self.backslash {
        isEscaped = true
        if depth == 3, isKey { isOdd = true }
      } else if byte == Self.quote {
        isText = false
      }
      return
    }
    switch byte {
    case Self.quote:
      isText = true
      keep(byte)
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      if depth == 2 { begin(isChange: byte == UInt8(ascii: "{")) }
      if depth == 1 { lastChange = [] }
      if depth != 2 || !isChange { keep(byte) }
      depth += 1
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      depth -= 1
      if depth == 2, isChange { end() } else { keep(byte) }
    case UInt8(ascii: ",") where depth == 2: awaitsComma = true
    case UInt8(ascii: ",") where depth == 3: (isKey, isKept, key) = (true, false, [])
    case UInt8(ascii: ":") where depth == 3: beginValue()
    default: keep(byte)
    }
  }

  private mutating func keep(_ byte: UInt8) {
    switch depth {
    case ...2:
      if awaitsComma, byte != UInt8(ascii: " ") {
        bytes.append(UInt8(ascii: ","))
        awaitsComma = false
      }
      bytes.append(byte)
    case 3 where !isChange: return
    case 3 where isKey: if byte != Self.quote, byte != UInt8(ascii: " ") { key.append(byte) }
    default: if isKept { change.append(byte) }
    }
  }

  private mutating func begin(isChange: Bool) {
    (self.isChange, isKey, isKept) = (isChange, isChange, false)
    if isChange { (change, key) = ([UInt8(ascii: "{")], []) }
  }

  private mutating func beginValue() {
    isKey = false
    isKept = isChange && Self.kept.contains(key)
    guard isKept else { return }
    if change.count > 1 { change.append(UInt8(ascii: ",")) }
    change += [Self.quote] + key + [Self.quote, UInt8(ascii: ":")]
  }

  private mutating func end() {
    isChange = false
    change.append(UInt8(ascii: "}"))
    guard change != lastChange else {
      awaitsComma = false
      return
    }
    if awaitsComma { bytes.append(UInt8(ascii: ",")) }
    awaitsComma = false
    bytes += change
    lastChange = change
  }
}
