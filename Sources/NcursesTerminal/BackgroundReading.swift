import CNcurses
import TerminalUI

/// A question to the terminal that is on its way.
struct TerminalQuestion {
  /// Whether an answer has come whole.
  var isAnswered = false
  private let asked = ContinuousClock.now

  /// Which background it has (OSC 11).
  static let background = Array("\u{1b}]11;?\u{1b}\\".utf8)

  /// So long after the question an answer may still be on its way.
  private static let patience = Duration.milliseconds(500)

  /// Whether a terminal takes such questions for what they are.
  ///
  /// Consoles and the terminals of old may show parts of it. What calls itself screen is often tmux,
  /// which does.
  static func isUnderstood(by name: String, inTmux: Bool) -> Bool {
    let deaf = ["linux", "vt", "ansi", "cons", "cygwin", "screen", "sun", "wy", "hurd", "bsd"]
    return inTmux || !deaf.contains { name.hasPrefix($0) }
  }

  /// For how many more milliseconds the answer may be on its way.
  var wait: Int32 {
    if isAnswered { return 0 }
    let left = TerminalQuestion.patience - (.now - asked)
    return Int32(clamping: max(0, left.components.attoseconds / 1_000_000_000_000_000))
  }
}

extension NcursesTerminal {
  /// Reads what has come so far, without waiting; answers whether the background is light.
  ///
  /// It is nil where no answer is there yet. Keys that were typed meanwhile are kept.
  package mutating func backgroundSoFar() -> Bool? {
    guard input.background?.isAnswered == false else { return nil }
    while wait(0) & MASA_INPUT != 0 {
      while let event = keyEvent() {
        if case .background(let isLight) = event { return isLight }
        input.waiting.append(event)
      }
      if input.isGone || input.replies.isReading { break }
    }
    return nil
  }

  /// Waits for an answer that is still on its way, half a second after the question at most.
  mutating func swallowAnswer() {
    func left() -> Int32 {
      max(input.background?.wait ?? 0, input.synchronisation?.wait ?? 0)
    }
    while !input.isGone, !input.isEnding, case let left = left(), left > 0 {
      if wait(left) & MASA_INPUT == 0 { continue }
      while let event = keyEvent() { input.waiting.append(event) }
    }
  }

  /// Waits for input, and keeps what else came.
  mutating func wait(_ milliseconds: Int32) -> Int {
    let found = Int(masa_wait(milliseconds))
    if found & MASA_WOKEN != 0 { input.isWoken = true }
    if found & MASA_GONE != 0 { input.isGone = true }
    return found
  }
}
