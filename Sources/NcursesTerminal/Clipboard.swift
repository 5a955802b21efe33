/// The sequence that puts text on the clipboard of the machine the person sits at (OSC 52).
struct Clipboard {
  /// How many bytes of text are copied: terminals drop a sequence of more than 100,000 bytes.
  static let limit = 74_994

  let isInTmux: Bool
  let isInScreen: Bool

  /// The bytes to send; text beyond ``limit`` is cut off between two characters.
  func sequence(copying text: String) -> [UInt8] {
    let payload = Self.base64(Self.cut(text))
    let sequence = Array("\u{1b}]52;c;".utf8) + payload + [0x07]
    if isInTmux { return Self.wrappedForTmux(sequence) }
    return isInScreen ? Self.wrappedForScreen(sequence) : sequence
  }

  private static func cut(_ text: String) -> [UInt8] {
    guard text.utf8.count > limit else { return Array(text.utf8) }
    var bytes: [UInt8] = []
    for character in text {
      let more = String(character).utf8
      if bytes.count + more.count > limit { break }
      bytes += more
    }
    return bytes
  }

  /// Passes a sequence through tmux, which wants every Escape twice.
  private static func wrappedForTmux(_ sequence: [UInt8]) -> [UInt8] {
    let doubled = sequence.flatMap { $0 == 0x1b ? [0x1b, 0x1b] : [$0] }
    return Array("\u{1b}Ptmux;".utf8) + doubled + Array("\u{1b}\\".utf8)
  }

  /// Passes a sequence through screen, which takes only short pieces.
  private static func wrappedForScreen(_ sequence: [UInt8]) -> [UInt8] {
    var pieces: [UInt8] = []
    for start in stride(from: 0, to: sequence.count, by: 200) {
      pieces += Array("\u{1b}P".utf8)
      pieces += sequence[start..<min(start + 200, sequence.count)]
      pieces += Array("\u{1b}\\".utf8)
    }
    return pieces
  }

  static func base64(_ bytes: [UInt8]) -> [UInt8] {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var result: [UInt8] = []
    result.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        let letter = letters[bits >> (18 - 6 * place) & 63]
        result.append(place <= group.count ? letter : 0x3d)
      }
    }
    return result
  }
}
