/// How many colours a terminal shows.
package enum ColourDepth: Hashable, Sendable, CaseIterable {
  /// None, or none are wanted (`NO_COLOR`).
  case monochrome
  /// 16, or 8 and bold type for the bright ones.
  case sixteen
  /// The 256 of xterm.
  case indexed256
  /// Any red, green and blue.
  case direct
}
