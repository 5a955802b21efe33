package import TerminalUI

/// What a person may ask of the terminal before it is opened.
package struct TerminalOptions: Hashable, Sendable {
  /// How many colours to use at most; nil uses what the terminal says it has.
  package var colourDepth: ColourDepth?
  package var isMouseOn: Bool
  /// After how long without a key the terminal counts as left; nil for never.
  package var idleLimit: Duration?
  /// Whether the terminal is asked for its background.
  package var asksBackground: Bool

  package init(
    colourDepth: ColourDepth? = nil, isMouseOn: Bool = true, idleLimit: Duration? = nil,
    asksBackground: Bool = false
  ) {
    self.colourDepth = colourDepth
    self.isMouseOn = isMouseOn
    self.idleLimit = idleLimit
    self.asksBackground = asksBackground
  }
}
