import CNcurses
import TerminalUI

/// The question to the terminal which background it has (OSC 11), and what has come of the answer.
struct BackgroundQuestion {
  /// The answer as far as it is there; nil where nothing of it is.
  private(set) var answer: BackgroundAnswer?
  /// When the last part of it came.
  private var last = ContinuousClock.now
  /// Whether an answer has come whole.
  private(set) var isAnswered = false
  private let asked = ContinuousClock.now
  /// When Escape came alone, as it may where a slow line tears an answer apart.
  private var escaped: ContinuousClock.Instant?
  /// Whether that Escape was told as a key before more of the answer came.
  private(set) var isEscapeTold = false

  static let bytes = Array("\u{1b}]11;?\u{1b}\\".utf8)

  /// After so long without a further part there is none.
  private static let silence = Duration.seconds(1)
  /// So long after the question an answer may still be on its way.
  private static let patience = Duration.milliseconds(500)

  /// Whether a terminal takes the question for one.
  ///
  /// Consoles and the terminals of old may show parts of it. What calls itself screen is often tmux,
  /// which does.
  static func isUnderstood(by name: String, inTmux: Bool) -> Bool {
    let deaf = ["linux", "vt", "ansi", "cons", "cygwin", "screen", "sun", "wy", "hurd", "bsd"]
    return inTmux || !deaf.contains { name.hasPrefix($0) }
  }

  /// Begins to read an answer, after Escape.
  mutating func begin() {
    answer = BackgroundAnswer()
    (last, escaped, isEscapeTold) = (.now, nil, false)
  }

  /// Escape came alone.
  mutating func noteEscape() { if !isAnswered { escaped = .now } }

  /// Whether a character may be part of an answer that has begun.
  mutating func goesOn(with character: UInt32) -> Bool {
    if answer != nil { return true }
    defer { escaped = nil }
    guard character == 0x5d, let escaped, .now - escaped < BackgroundQuestion.silence else {
      return false
    }
    begin()
    isEscapeTold = true
    return true
  }

  /// Takes in the next character of what may be an answer; nil where there is none any more.
  mutating func take(_ character: UInt32) -> BackgroundAnswer.Step? {
    if answer?.isCertain == true, .now - last > BackgroundQuestion.silence { answer = nil }
    let step = answer?.take(character)
    last = .now
    switch step {
    case .more: break
    case .answer:
      isAnswered = true
      answer = nil
    case .broken, .typed, nil: answer = nil
    }
    return step
  }

  /// What was held back and is no answer after all.
  mutating func giveUp() -> [UInt32] {
    defer { answer = nil }
    return answer?.characters ?? []
  }

  /// For how many more milliseconds the answer may be on its way.
  var wait: Int32 {
    if isAnswered { return 0 }
    let left = BackgroundQuestion.patience - (.now - asked)
    return Int32(clamping: max(0, left.components.attoseconds / 1_000_000_000_000_000))
  }
}

extension NcursesTerminal {
  /// Reads what has come so far, without waiting; answers whether the background is light.
  ///
  /// It is nil where no answer is there yet. Keys that were typed meanwhile are kept.
  package mutating func backgroundSoFar() -> Bool? {
    guard input.background?.isAnswered == false else { return nil }
    // Reading would show the empty screen first.
    masa_leave_unshown()
    while wait(0) & MASA_INPUT != 0 {
      while let event = keyEvent() {
        if case .background(let isLight) = event { return isLight }
        input.waiting.append(event)
      }
      if input.isGone || input.background?.answer != nil { break }
    }
    return nil
  }

  /// Takes one more character of what may be an answer, and what follows it at once.
  mutating func answerEvent(_ first: UInt32) -> TerminalEvent? {
    var character = first
    while let step = input.background?.take(character) {
      switch step {
      case .more: break
      case .answer(let colour):
        return colour.map { .background(isLight: TerminalBackground.isLight($0)) }
      case .broken(let characters):
        input.unread.insert(contentsOf: characters.map { .character($0) }, at: 0)
        return nil
      case .typed(let characters): return typed(characters)
      }
      // Escape and "]" may be two keys: what follows tells, if it comes as soon as that of a key.
      var next = input.read()
      if next == nil, input.background?.answer?.isCertain == false {
        _ = wait(input.background?.isAnswered == false ? 500 : 100)
        next = input.isGone ? nil : input.read()
        if next == nil { return typed(input.background?.giveUp() ?? []) }
      }
      guard let next else { return nil }
      let isCertain = input.background?.answer?.isCertain == true
      guard case .character(let value) = next else {
        input.unread.insert(next, at: 0)
        return isCertain ? nil : typed(input.background?.giveUp() ?? [])
      }
      character = value
    }
    // The rest of an answer never came.
    input.unread.insert(.character(character), at: 0)
    return nil
  }

  /// Gives back what was held and is no answer: Escape is a key by itself.
  private mutating func typed(_ characters: [UInt32]) -> TerminalEvent? {
    input.unread.insert(contentsOf: characters.dropFirst().map { .character($0) }, at: 0)
    return input.background?.isEscapeTold == true ? nil : .key(.escape)
  }

  /// Waits for an answer that is still on its way, half a second after the question at most.
  mutating func swallowAnswer() {
    while !input.isGone, !input.isEnding, let left = input.background?.wait, left > 0 {
      if wait(left) & MASA_INPUT == 0 { continue }
      while let event = keyEvent() { input.waiting.append(event) }
    }
  }

  /// Waits for input, and keeps what else came.
  private mutating func wait(_ milliseconds: Int32) -> Int {
    let found = Int(masa_wait(milliseconds))
    if found & MASA_WOKEN != 0 { input.isWoken = true }
    if found & MASA_GONE != 0 { input.isGone = true }
    return found
  }
}
