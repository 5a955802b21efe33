import CNcurses

/// Frames that the terminal shows at once instead of piece by piece (mode 2026).
///
/// Whether it can is asked at the start (DECRQM) and never waited for; without an answer nothing is sent.
struct SynchronisedOutput {
  static let mode = 2026
  static let question = Array("\u{1b}[?2026$p".utf8)
  private static let begin = Array("\u{1b}[?2026h".utf8)
  private static let end = Array("\u{1b}[?2026l".utf8)

  /// Frames that change fewer lines are small enough to come in one piece.
  private static let fewLines = 4

  /// Whether the terminal has said that it can.
  var isKnown = false

  /// Sends a frame that changes so many lines.
  func show(_ changedLines: Int, _ frame: () -> Void) {
    guard isKnown, changedLines > SynchronisedOutput.fewLines else { return frame() }
    masa_send(SynchronisedOutput.begin)
    frame()
    masa_send(SynchronisedOutput.end)
  }
}

/// Sends bytes past ncurses, between frames.
func masa_send(_ bytes: [UInt8]) {
  bytes.withUnsafeBytes { buffer in
    _ = masa_send(buffer.bindMemory(to: CChar.self).baseAddress, buffer.count)
  }
}
