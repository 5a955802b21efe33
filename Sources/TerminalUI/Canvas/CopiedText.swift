/// Text that leaves by the clipboard: one line, made safe as a canvas makes it before it is drawn.
///
/// It is often pasted into a shell, where a line feed or an Escape of the data would be a command.
package struct CopiedText: Hashable, Sendable {
  /// The safe text, with its own letters on every terminal.
  package let text: String

  package init(_ text: String) {
    var safe = String.UnicodeScalarView()
    for unit in SafeText(text, glyphs: .of(.cp437)) {
      for value in [unit.scalar, unit.firstMark, unit.secondMark] where value != 0 {
        if let scalar = Unicode.Scalar(value) { safe.append(scalar) }
      }
    }
    self.text = String(safe)
  }
}
