/// A real or pretended screen with a keyboard.
package protocol Terminal: ~Copyable {
  var size: Size { get }
  /// Waits for the next event; a terminal that is gone answers ``TerminalEvent/hangUp``.
  mutating func nextEvent() -> TerminalEvent
  /// The next event if it is already there; never waits.
  mutating func pendingEvent() -> TerminalEvent?
  /// Shows a canvas, sending only what differs from the one before.
  mutating func present(_ canvas: Canvas, theme: ResolvedTheme)
  /// Rings, copies, switches the mouse: what a program asks of a terminal besides cells.
  mutating func perform(_ request: TerminalRequest)
}

/// What a program asks of a terminal besides cells.
package enum TerminalRequest: Hashable, Sendable {
  /// Puts text on the clipboard of the person's own machine (OSC 52).
  case copy(CopiedText)
  case mouse(isOn: Bool)
  /// Draws everything anew.
  case redraw
  /// Stops the program as Ctrl-Z does, and draws everything anew when it goes on.
  case suspend
}
