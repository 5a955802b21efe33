/// A theme as its file says it: styles by meaning, of which any part may be left out.
///
/// A theme file is a JSON object with `name`, `title`, `description`, `appearance` ("dark",
/// "light" or "any"), `inherits` (another theme's name), `foreground` and `background` (the
/// terminal's own colours as the theme assumes them) and `roles`: an object that gives the name of
/// a ``Role`` an object with the members ``Field`` lists.
package struct Theme: Hashable, Sendable {
  /// Which background a theme is made for.
  package enum Appearance: String, CaseIterable, Hashable, Sendable {
    case dark, light, any
  }

  /// The theme for whoever has chosen none, by the background of their terminal.
  package static func standard(onLight isLight: Bool) -> String { isLight ? "light" : "dark" }

  /// The members of a role in a theme file.
  package enum Field: String, CaseIterable, Hashable, Sendable {
    /// A colour "#rrggbb".
    case foreground, background
    /// True or false.
    case bold, dim, underline, reverse
    /// The foreground's number among 256 (0 to 255) and among 16 colours (0 to 15).
    case index256, index16
    /// The background's numbers.
    case backgroundIndex256, backgroundIndex16
  }

  /// The style of a role, as far as a theme gives one.
  package struct PartialStyle: Hashable, Sendable {
    package var foreground: ThemeColour?
    package var background: ThemeColour?
    package var isBold: Bool?
    package var isDim: Bool?
    package var isUnderlined: Bool?
    package var isReversed: Bool?

    package init() {}

    /// The style with what it lacks taken from another one.
    package func filled(from other: PartialStyle) -> PartialStyle {
      var style = self
      style.foreground = foreground ?? other.foreground
      style.background = background ?? other.background
      style.isBold = isBold ?? other.isBold
      style.isDim = isDim ?? other.isDim
      style.isUnderlined = isUnderlined ?? other.isUnderlined
      style.isReversed = isReversed ?? other.isReversed
      return style
    }
  }

  /// What a theme is chosen by: "dark".
  package var name: String
  /// The name as a list shows it: "Dark".
  package var title: String
  /// A sentence on what the theme is good for.
  package var description: String
  package var appearance: Appearance
  /// The name of the theme this one changes, if any.
  package var inherits: String?
  /// The terminal's own colours as the theme assumes them.
  package var assumedForeground: ThemeColour?
  package var assumedBackground: ThemeColour?
  package var roles: [Role: PartialStyle]

  package init(
    name: String, title: String, description: String = "", appearance: Appearance = .any,
    inherits: String? = nil, assumedForeground: ThemeColour? = nil,
    assumedBackground: ThemeColour? = nil, roles: [Role: PartialStyle] = [:]
  ) {
    self.name = name
    self.title = title
    self.description = description
    self.appearance = appearance
    self.inherits = inherits
    self.assumedForeground = assumedForeground
    self.assumedBackground = assumedBackground
    self.roles = roles
  }

  /// The theme with what it lacks taken from the theme it changes.
  package func inheriting(from parent: Theme) -> Theme {
    var theme = self
    theme.inherits = parent.inherits
    theme.assumedForeground = assumedForeground ?? parent.assumedForeground
    theme.assumedBackground = assumedBackground ?? parent.assumedBackground
    theme.roles.merge(parent.roles) { own, inherited in own.filled(from: inherited) }
    return theme
  }

  /// The theme over the one it changes, with a style for every role.
  package func resolved(over parent: Theme) -> ResolvedTheme {
    inheriting(from: parent).resolved()
  }

  /// The theme with a style for every role: a role it lacks looks like ordinary text, and a colour
  /// a role lacks is that of ordinary text.
  package func resolved() -> ResolvedTheme {
    let text = roles[.text] ?? PartialStyle()
    // What a theme of one's own may leave out is made of what it has.
    var changed = roles[.focusedBorder] ?? text
    changed.isUnderlined = true
    var alarm = roles[.overdue] ?? text
    (alarm.isBold, alarm.isReversed) = (true, true)
    var tab = roles[.focusedBorder] ?? text
    tab.isReversed = true
    var band = text
    band.isBold = true
    let made: [Role: PartialStyle] = [.changed: changed, .alarm: alarm, .tab: tab, .band: band]
    return ResolvedTheme(
      name: name, appearance: appearance, assumedForeground: assumedForeground,
      assumedBackground: assumedBackground
    ) { role in
      let partial = roles[role] ?? made[role] ?? text
      var style = Style()
      style.foreground = partial.foreground ?? text.foreground
      style.background = partial.background ?? text.background
      style.isBold = partial.isBold ?? false
      style.isDim = partial.isDim ?? false
      style.isUnderlined = partial.isUnderlined ?? false
      style.isReversed = partial.isReversed ?? false
      return style
    }
  }
}

extension Role {
  /// The role a theme file calls by a name, nil for a name that is none.
  package init?(name: String) {
    guard let role = Role.allCases.first(where: { $0.name == name }) else { return nil }
    self = role
  }
}
