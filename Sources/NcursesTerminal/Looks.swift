import CNcurses
import TerminalUI

/// What a style becomes on this terminal.
struct Look: Hashable {
  var attributes: UInt32
  var pair: Int32
}

/// Turns styles into what this terminal can show.
struct Looks {
  let depth: ColourDepth
  /// How many colours go by plain numbers.
  private let numbered: Int
  private var pairs: ColourPairs

  init(depth: ColourDepth, colours: Int, pairs: Int) {
    self.depth = depth
    numbered = colours >= 1 << 24 ? 8 : colours
    self.pairs = ColourPairs(limit: min(pairs - 1, 256))
  }

  /// The look of every role, in the order of their raw values, then of every role on a band.
  mutating func ofRoles(in theme: ResolvedTheme) -> [Look] {
    let theme = theme.shown(at: depth)
    var looks: [Look] = []
    for role in Role.allCases { looks.append(look(of: theme[role])) }
    for role in Role.allCases { looks.append(look(of: theme.onBand(role, at: depth))) }
    return looks
  }

  private mutating func look(of style: Style) -> Look {
    let foreground = number(style.foreground)
    let background = number(style.background)
    let attributes = masa_attributes(
      style.isBold || foreground.isBright, style.isDim, style.isUnderlined, style.isReversed)
    return Look(
      attributes: attributes,
      pair: pairs.number(foreground: foreground.number, background: background.number))
  }

  /// A colour's number on this terminal, -1 for its own; bright ones may have to be made bold.
  private func number(_ colour: ThemeColour?) -> (number: Int32, isBright: Bool) {
    guard let colour else { return (-1, false) }
    switch depth {
    case .monochrome:
      return (-1, false)
    case .sixteen:
      if colour.indexed16 < numbered { return (Int32(colour.indexed16), false) }
      return (Int32(colour.indexed8.index), colour.indexed8.isBright)
    case .indexed256:
      return (Int32(colour.indexed256), false)
    case .direct:
      return (Int32(colour.red << 16 | colour.green << 8 | colour.blue), false)
    }
  }
}
