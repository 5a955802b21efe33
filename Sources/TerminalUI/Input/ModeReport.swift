/// A terminal's answer to the question whether it has a mode (DECRPM): `?2026;2$y`.
package struct ModeReport: Hashable, Sendable {
  package let mode: Int
  /// Whether the terminal has the mode, on or off.
  package let isKnown: Bool

  /// Reads what stands behind Escape and `[`, its last letter too; nil for anything else.
  package init?(_ characters: [UInt32]) {
    let text = String(String.UnicodeScalarView(characters.compactMap(Unicode.Scalar.init)))
    guard text.hasPrefix("?"), text.hasSuffix("$y") else { return nil }
    let parts = text.dropFirst().dropLast(2).split(separator: ";", omittingEmptySubsequences: false)
    guard parts.count == 2, let mode = Int(parts[0]), let state = Int(parts[1]) else { return nil }
    self.mode = mode
    // 0 is unknown, 4 can never be switched on.
    isKnown = (1...3).contains(state)
  }
}
