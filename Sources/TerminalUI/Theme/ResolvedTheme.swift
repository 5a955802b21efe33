/// How one meaning looks.
package struct Style: Hashable, Sendable {
  /// The colour of the text; nil for the terminal's own.
  package var foreground: ThemeColour?
  /// The colour behind the text; nil for the terminal's own.
  package var background: ThemeColour?
  package var isBold = false
  package var isDim = false
  package var isUnderlined = false
  package var isReversed = false

  package init() {}
}

/// A theme with a style for every role, ready for a terminal.
package struct ResolvedTheme: Hashable, Sendable {
  package let name: String
  package let appearance: Theme.Appearance
  /// The colours the theme expects the terminal to have of its own.
  package let assumedForeground: ThemeColour?
  package let assumedBackground: ThemeColour?
  private let styles: [Style]

  package init(
    name: String, appearance: Theme.Appearance = .any, assumedForeground: ThemeColour? = nil,
    assumedBackground: ThemeColour? = nil, style: (Role) -> Style
  ) {
    self.name = name
    self.appearance = appearance
    self.assumedForeground = assumedForeground
    self.assumedBackground = assumedBackground
    styles = Role.allCases.map(style)
  }

  package subscript(role: Role) -> Style { styles[Int(role.rawValue)] }

  /// How a meaning looks on the ground of a row that parts a list.
  ///
  /// With few colours there is no ground one step off another one: bold type parts the list.
  package func onBand(_ role: Role, at depth: ColourDepth) -> Style {
    var style = self[role]
    if depth == .sixteen || depth == .monochrome {
      style.isBold = true
    } else {
      // Letters in the terminal's own colour may be those of its own ground, which shows nowhere here.
      if style.background == nil { style.foreground = style.foreground ?? self[.band].foreground }
      style.background = style.background ?? self[.band].background
      style.isBold = style.isBold || self[.band].isBold
    }
    return style
  }

  /// The theme as a terminal shows it: without colours where it has none.
  package func shown(at depth: ColourDepth) -> ResolvedTheme {
    depth == .monochrome ? monochrome : self
  }

  /// Whether a blank of a meaning looks like any other blank: no ground, no line and no reversing tells it.
  package func isQuiet(_ role: Role, onBand isOnBand: Bool, at depth: ColourDepth) -> Bool {
    let theme = shown(at: depth)
    let style = isOnBand ? theme.onBand(role, at: depth) : theme[role]
    return style.background == nil && !style.isUnderlined && !style.isReversed
  }

  /// The theme without colours, for `NO_COLOR` and terminals that have none.
  ///
  /// Bold, dim, underlined and reversed type stay; where a theme told a meaning by colour alone, a
  /// like kind of type takes its place.
  package var monochrome: ResolvedTheme {
    ResolvedTheme(name: name, appearance: appearance) { role in
      var style = self[role]
      style.foreground = nil
      style.background = nil
      switch role {
      case .title, .heading, .focusedBorder, .overdue, .key, .band: style.isBold = true
      case .selected, .unsafeMark: style.isReversed = true
      case .alarm, .tab: (style.isBold, style.isReversed) = (true, true)
      case .selectedElsewhere, .dueSoon, .input: style.isUnderlined = true
      case .fault, .match, .changed: (style.isBold, style.isUnderlined) = (true, true)
      case .text, .secondary, .border, .accent, .good, .done, .illustrative, .chart,
        .chartReference, .chartAxis:
        break
      }
      return style
    }
  }
}
