/// Text as it is pasted, made fit for an input line: one kind of line end, no control characters.
struct PastedText {
  /// How many bytes of UTF-8 are kept.
  static let limit = 1 << 20

  private(set) var text = ""
  private var lastWasReturn = false

  /// Adds the next character by its scalar value.
  mutating func append(_ value: UInt32) {
    defer { lastWasReturn = value == 0x0d }
    if value == 0x0a, lastWasReturn { return }
    guard let scalar = Unicode.Scalar(value == 0x0d ? 0x0a : value) else { return }
    let isControl = scalar.value < 0x20 || (0x7f...0x9f).contains(scalar.value)
    guard !isControl || scalar == "\n" || scalar == "\t" else { return }
    guard text.utf8.count + 4 <= Self.limit else { return }
    text.unicodeScalars.append(scalar)
  }
}
