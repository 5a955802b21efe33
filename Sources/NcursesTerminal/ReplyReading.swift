import CNcurses
import TerminalUI

/// What has come of a string that the terminal sends by itself.
struct ReplyReading {
  /// The string as far as it is there; nil where nothing of it is.
  private(set) var reader: TerminalReplyReader?
  /// When it began, and when the last part of it came.
  private var (began, last) = (ContinuousClock.now, ContinuousClock.now)
  /// When Escape came alone, as it may where a slow line tears a string apart.
  private var escaped: ContinuousClock.Instant?
  /// Whether that Escape was told as a key before more of the string came.
  private(set) var isEscapeTold = false

  /// After so long without a further part the string has no end.
  private static let silence = Duration.seconds(1)
  /// No string takes longer, however often a part of it comes.
  private static let longest = Duration.seconds(5)
  /// So soon after Escape the rest of a torn string comes, where no answer is awaited.
  private static let tear = Duration.milliseconds(50)

  /// Whether a string has begun.
  var isReading: Bool { reader != nil }

  /// Whether it is a string for certain, and not what somebody typed.
  var isCertain: Bool { reader?.isCertain == true }

  /// Begins to read after Escape, or after the control character of a kind.
  mutating func begin(_ kind: TerminalReply.Kind? = nil) {
    reader = kind.map { TerminalReplyReader($0) } ?? TerminalReplyReader()
    (began, last, escaped, isEscapeTold) = (.now, .now, nil, false)
  }

  /// Escape came alone.
  mutating func noteEscape() { escaped = .now }

  /// Whether a character may be part of a string that has begun, or be torn from its Escape.
  mutating func goesOn(with character: UInt32, isAwaited: Bool) -> Bool {
    if reader != nil { return true }
    defer { escaped = nil }
    guard let escaped, let kind = TerminalReply.Kind(rawValue: character) else { return false }
    let patience =
      isAwaited && kind == .command ? ReplyReading.silence : ReplyReading.tear
    guard .now - escaped < patience else { return false }
    begin()
    isEscapeTold = true
    return true
  }

  /// Takes in the next character of what may be a string; nil where there is none any more.
  mutating func take(_ character: UInt32) -> TerminalReplyReader.Step? {
    let isOver = .now - last > ReplyReading.silence || .now - began > ReplyReading.longest
    if isCertain, isOver { reader = nil }
    let step = reader?.take(character)
    last = .now
    if step != .more { reader = nil }
    return step
  }

  /// What was held back and is no string after all.
  mutating func giveUp() -> [UInt32] {
    defer { reader = nil }
    return reader?.characters ?? []
  }
}

extension NcursesTerminal {
  /// Takes one more character of what may be a string of the terminal, and what follows it at once.
  mutating func replyEvent(_ first: UInt32) -> TerminalEvent? {
    var character = first
    while let step = input.replies.take(character) {
      switch step {
      case .more: break
      case .ended(let reply): return event(of: reply)
      case .broken(let characters):
        input.unread.insert(contentsOf: characters.map { .character($0) }, at: 0)
        return nil
      case .typed(let characters): return typed(characters)
      }
      // Escape and a letter may be two keys: what follows tells, if it comes as soon as that of a key.
      var next = input.read()
      if next == nil, !input.replies.isCertain {
        _ = wait(input.background?.isAnswered == false ? 500 : 100)
        next = input.isGone ? nil : input.read()
        if next == nil { return typed(input.replies.giveUp()) }
      }
      guard let next else { return nil }
      guard case .character(let value) = next else {
        input.unread.insert(next, at: 0)
        return input.replies.isCertain ? nil : typed(input.replies.giveUp())
      }
      character = value
    }
    // The rest of a string never came.
    input.unread.insert(.character(character), at: 0)
    return nil
  }

  /// What a string tells: only the background is asked for, everything else is swallowed.
  private mutating func event(of reply: TerminalReply) -> TerminalEvent? {
    guard input.background != nil, reply.kind == .command, reply.text.hasPrefix("11;") else {
      return nil
    }
    input.background?.isAnswered = true
    return TerminalBackground.colour(of: reply)
      .map { .background(isLight: TerminalBackground.isLight($0)) }
  }

  /// Gives back what was held and is no string: Escape is a key by itself.
  private mutating func typed(_ characters: [UInt32]) -> TerminalEvent? {
    input.unread.insert(contentsOf: characters.dropFirst().map { .character($0) }, at: 0)
    return input.replies.isEscapeTold ? nil : .key(.escape)
  }
}
