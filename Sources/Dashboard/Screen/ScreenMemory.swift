import TerminalUI

/// What is kept of the screen from one drawing to the next.
///
/// A move of the cursor leaves most of the screen as it is. Everything else that happens, and whatever is told with
/// it, makes the screen be drawn anew: what is not known to be a move is none.
struct ScreenMemory: Sendable {
  /// What moves of the cursor leave as it is; nil once anything else happened.
  var still: StillScreen?
  /// Whether a command did nothing but move the cursor in a panel.
  var isMoved = false
  /// The last lines that named the keys, by what decides which.
  let hintLines = Remembered<HintPlace, Line>(most: 16)
  /// Whether nothing happened since a move of the cursor, which brought the selected rows of all panels into sight.
  private var isSettled = false
  /// What was there before the event that is being taken in.
  private var before: StillScreen?

  /// Whether the cursor is moved, and nothing happened since it was moved before.
  var isMovedAgain: Bool { isMoved && isSettled }

  /// Forgets the screen, as something else than a move happened.
  mutating func forget() { (still, before, isSettled) = (nil, nil, false) }

  /// An event is about to be taken in.
  mutating func begin(isQuiet: Bool) {
    before = isQuiet ? still : nil
    isSettled = isSettled && before != nil
    (still, isMoved) = (nil, false)
  }

  /// The event was taken in.
  mutating func end(isQuiet: Bool) {
    isSettled = isMoved && isQuiet
    if isSettled { still = before }
    before = nil
  }

  /// Whether nothing is told that the next key takes away, and one moves among the panels.
  static func isQuiet(_ dashboard: Dashboard) -> Bool {
    dashboard.mode == .browsing && dashboard.telling == Telling() && !dashboard.journal.isLookedAt
  }
}
