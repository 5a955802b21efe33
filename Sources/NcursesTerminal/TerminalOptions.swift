package import TerminalUI

/// What a person may ask of the terminal before it is opened.
package struct TerminalOptions: Hashable, Sendable {
  /// How many colours to use at most; nil uses what the terminal says it has.
  package var colourDepth: ColourDepth?
  package var isMouseOn: Bool

  package init(colourDepth: ColourDepth? = nil, isMouseOn: Bool = true) {
    self.colourDepth = colourDepth
    self.isMouseOn = isMouseOn
  }
}
