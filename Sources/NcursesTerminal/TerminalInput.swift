import CNcurses
import TerminalUI

/// What is known about the terminal's input between two events.
struct TerminalInput {
  /// The terminal is gone; nothing more is read or written.
  var isGone = false
  /// The program was asked to end.
  var isEnding = false
  /// Someone woke the loop.
  var isWoken = false
  /// Everything must be drawn anew, which the loop has not been told yet.
  var isRedrawWanted = false
  /// What signals asked for and was not answered yet.
  var asked = 0
  /// Keys that were read to see what follows Escape, the next one first.
  var unread: [RawKey] = []
  /// What was asked about the background; nil where nothing was.
  var background: TerminalQuestion?
  /// What was asked about frames that show at once; nil where nothing was.
  var synchronisation: TerminalQuestion?
  /// What has come of a string that the terminal sends by itself.
  var replies = ReplyReading()
  /// What happened while something else was waited for, the earliest first.
  var waiting: [TerminalEvent] = []
  var presses = PressCounter()
  /// When the person is taken to have left; nil where nobody asked for that.
  var idleTime: IdleTime?

  /// Reads one key if there is one.
  mutating func read() -> RawKey? {
    if !unread.isEmpty { return unread.removeFirst() }
    var value: UInt32 = 0
    switch masa_read_key(&value) {
    case OK: return .character(value)
    case KEY_CODE_YES: return .code(value)
    case Int32(MASA_GONE):
      isGone = true
      return nil
    default: return nil
    }
  }
}

/// A key as ncurses tells it.
enum RawKey: Hashable {
  /// A character's scalar value.
  case character(UInt32)
  /// The number of a key that is no character.
  case code(UInt32)
}

/// Tells a double press from two presses.
struct PressCounter {
  private var last: (point: Point, time: ContinuousClock.Instant)?

  /// The mouse event that a press at a place and time makes.
  mutating func event(at point: Point, time: ContinuousClock.Instant) -> MouseEvent {
    if let previous = last, previous.point == point, time - previous.time < .milliseconds(400) {
      last = nil
      return MouseEvent(.doublePress, at: point)
    }
    last = (point, time)
    return MouseEvent(.press, at: point)
  }
}

/// How long nothing was typed, and when that is too long.
struct IdleTime {
  private let limit: Duration
  private var lastKey = ContinuousClock.now
  private var isWarned = false

  init(limit: Duration) { self.limit = limit }

  /// Somebody typed.
  mutating func restart() {
    lastKey = .now
    isWarned = false
  }

  /// What the clock says now: nothing, that the end is near, or that it has come.
  mutating func event() -> TerminalEvent? {
    let idle = ContinuousClock.now - lastKey
    if idle >= limit { return .hangUp }
    if isWarned || idle < warning { return nil }
    isWarned = true
    return .idle(secondsLeft: Int((limit - idle).components.seconds) + 1)
  }

  /// How long to wait at most before looking at the clock again, in milliseconds.
  var wait: Int32 {
    let next = (isWarned ? limit : warning) - (ContinuousClock.now - lastKey)
    let milliseconds =
      next.components.seconds * 1000 + next.components.attoseconds / 1_000_000_000_000_000
    return Int32(clamping: max(1, milliseconds + 1))
  }

  /// A minute before the end, or at nine tenths of a short time.
  private var warning: Duration { max(limit - .seconds(60), limit * 9 / 10) }
}
