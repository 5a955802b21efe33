import CNcurses
package import TerminalUI

extension NcursesTerminal {
  package mutating func nextEvent() -> TerminalEvent {
    while true {
      if let event = event(waitingAtMost: input.idleTime?.wait ?? -1) { return event }
      if let event = input.idleTime?.event() {
        input.isEnding = event == .hangUp
        return event
      }
    }
  }

  package mutating func pendingEvent() -> TerminalEvent? {
    event(waitingAtMost: 0)
  }

  /// The next event, waiting so many milliseconds for it: below zero as long as it takes.
  private mutating func event(waitingAtMost milliseconds: Int32) -> TerminalEvent? {
    while true {
      if let event = signalEvent() { return event }
      if !input.waiting.isEmpty { return input.waiting.removeFirst() }
      if let event = keyEvent() {
        input.idleTime?.restart()
        return event
      }
      if input.isGone { return .hangUp }
      if input.isWoken {
        input.isWoken = false
        return .wake
      }
      let found = Int(masa_wait(milliseconds))
      if found & MASA_GONE != 0 { input.isGone = true }
      if found & MASA_WOKEN != 0 { input.isWoken = true }
      input.asked |= Int(masa_take_signals())
      if found == 0, input.asked == 0, milliseconds >= 0 { return nil }
    }
  }

  /// The answer to a signal, the most urgent first.
  private mutating func signalEvent() -> TerminalEvent? {
    input.asked |= Int(masa_take_signals())
    if input.asked & MASA_HANG_UP != 0 { input.isEnding = true }
    if input.isEnding { return .hangUp }
    let mustStop = input.asked & MASA_STOP != 0
    let goesOn = input.asked & MASA_CONTINUED != 0
    let isResized = input.asked & MASA_RESIZED != 0
    input.asked = 0
    if mustStop {
      suspend()
    } else if goesOn {
      masa_resume(false)
      followSize()
    } else if isResized {
      followSize()
    }
    guard mustStop || goesOn || isResized || input.isRedrawWanted else { return nil }
    input.isRedrawWanted = false
    return .resized(size)
  }

  /// The next key, mouse event or paste that ncurses has or can read at once.
  mutating func keyEvent() -> TerminalEvent? {
    while !input.isGone, let raw = input.read() {
      if case .character(let value) = raw {
        if let kind = TerminalReply.Kind(control: value) {
          input.replies.begin(kind)
          continue
        }
        let isAwaited = input.background?.isAnswered == false
        if input.replies.goesOn(with: value, isAwaited: isAwaited) {
          if let event = replyEvent(value) { return event }
          continue
        }
      }
      switch raw {
      case .character(0x1b):
        if let event = escapeEvent() { return event }
      case .code(UInt32(MASA_PASTE_BEGIN)):
        return .paste(readPaste())
      case .code(UInt32(KEY_MOUSE)):
        if let event = mouseEvent() { return .mouse(event) }
      default:
        if let key = Key(raw) { return .key(key) }
      }
    }
    return nil
  }

  /// What Escape means with what follows at once.
  ///
  /// A key pressed with Alt arrives as Escape and the key, and so do two keys that a slow line
  /// delivers together: both are taken as two keys, so that nothing a person typed is lost. A
  /// sequence that nobody knows is dropped whole, so that its letters are not taken for commands.
  private mutating func escapeEvent() -> TerminalEvent? {
    guard let second = readOn() else {
      input.replies.noteEscape()
      return .key(.escape)
    }
    if case .character(let letter) = second, TerminalReply.Kind(rawValue: letter) != nil {
      input.replies.begin()
      return replyEvent(letter)
    }
    guard second == .character(0x5b) || second == .character(0x4f), let third = readOn() else {
      input.unread.insert(second, at: 0)
      return .key(.escape)
    }
    if second == .character(0x4f) {
      if case .character(let letter) = third { return Key(keypad: letter).map { .key($0) } }
      return nil
    }
    // No key sends a question mark there: the rest of a report comes, however torn.
    let isReport = second == .character(0x5b) && third == .character(0x3f)
    var next: RawKey? = third
    var characters: [UInt32] = []
    for _ in 0..<64 {
      guard case .character(let value)? = next, (0x20...0x7e).contains(value) else { break }
      characters.append(value)
      if value >= 0x40 {
        note(ModeReport(characters))
        return nil
      }
      next = readOn(isReport)
    }
    if let next { input.unread.insert(next, at: 0) }
    return nil
  }

  /// The next key; one of an answer that a slow line tears is waited for: a moment while one may be on its
  /// way, longer within one.
  private mutating func readOn(_ isReport: Bool = false) -> RawKey? {
    if let key = input.read() { return key }
    let left = isReport ? 500 : min(100, input.synchronisation?.wait ?? 0)
    if left == 0 { return nil }
    _ = wait(left)
    return input.isGone ? nil : input.read()
  }

  /// Takes in what the terminal says of its modes.
  private mutating func note(_ report: ModeReport?) {
    guard let report, report.mode == SynchronisedOutput.mode, input.synchronisation != nil else {
      return
    }
    input.synchronisation?.isAnswered = true
    frame.synchronised.isKnown = report.isKnown
  }

  private mutating func mouseEvent() -> MouseEvent? {
    var x: Int32 = 0
    var y: Int32 = 0
    let button = masa_read_mouse(&x, &y)
    let point = Point(Int(x), Int(y))
    guard Rect(size).contains(point) else { return nil }
    switch button {
    case 1: return input.presses.event(at: point, time: .now)
    case 4: return MouseEvent(.wheelUp, at: point)
    case 5: return MouseEvent(.wheelDown, at: point)
    default: return nil
    }
  }

  /// Collects what is pasted up to the mark that ends it, at most 1 MiB; the rest is dropped.
  ///
  /// A paste whose end does not come within a second of silence ends there.
  private mutating func readPaste() -> String {
    var paste = PastedText()
    while !input.isGone {
      guard let raw = input.read() else {
        let found = Int(masa_wait(1000))
        if found & MASA_GONE != 0 { input.isGone = true }
        if found & MASA_WOKEN != 0 { input.isWoken = true }
        input.asked |= Int(masa_take_signals())
        if found == 0 || input.asked & MASA_HANG_UP != 0 { break }
        continue
      }
      if raw == .code(UInt32(MASA_PASTE_END)) { break }
      if case .character(let value) = raw { paste.append(value) }
    }
    return paste.text
  }
}
