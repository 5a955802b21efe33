/// What runs on a terminal: state that changes with events and messages, and how it looks.
///
/// A program does nothing itself: it answers with effects, which whoever runs it carries out. So
/// everything it does can be tried without a terminal, a disk or a clock.
package protocol Program {
  associatedtype Message: Sendable
  associatedtype Effect: Sendable

  /// Changes with what the person or the terminal did.
  mutating func receive(_ event: TerminalEvent) -> [Effect]
  /// Changes with the outcome of work done elsewhere.
  mutating func receive(_ message: Message) -> [Effect]
  /// The whole screen as it looks now.
  mutating func draw(in size: Size) -> Canvas

  var theme: ResolvedTheme { get }
  /// Whether the program has nothing more to show.
  var isFinished: Bool { get }
}
