import Foundation
import Testing

@testable import TerminalUI

@Suite struct ThemeTests {
  static let names = ["dark", "light", "high-contrast", "colour-blind", "mono"]
  static let depths: [ColourDepth] = [.sixteen, .indexed256, .direct]

  @Test("Text can be read in every theme, however few colours there are", arguments: names, depths)
  func contrast(name: String, depth: ColourDepth) throws {
    let theme = try ThemeFile.resolved(name)
    let least = name == "high-contrast" ? 7 : 4.5
    for role in Role.allCases {
      let contrast = theme.contrast(of: role, at: depth)
      #expect(contrast >= least, "\(role.name): \(contrast)")
    }
  }

  @Test("Text can be read on the ground of a band, too", arguments: names, depths)
  func contrastOnBands(name: String, depth: ColourDepth) throws {
    let theme = try ThemeFile.resolved(name)
    let least = name == "high-contrast" ? 7 : 4.5
    for role in Role.allCases {
      let contrast = theme.contrast(of: theme.onBand(role, at: depth), at: depth)
      #expect(contrast >= least, "\(role.name): \(contrast)")
    }
  }

  @Test("What has a ground of its own has letters of its own", arguments: names)
  func groundsAndLetters(name: String) throws {
    let theme = try ThemeFile.resolved(name)
    for depth in [ColourDepth.direct, .indexed256] {
      for role in Role.allCases {
        for style in [theme[role], theme.onBand(role, at: depth)] where style.background != nil {
          #expect(style.foreground != nil, "\(role.name) at \(depth)")
        }
      }
    }
  }

  @Test("The alarm, the tab and the band stand out from text", arguments: names, depths)
  func standingOut(name: String, depth: ColourDepth) throws {
    for theme in [try ThemeFile.resolved(name), try ThemeFile.resolved(name).monochrome] {
      for role in [Role.alarm, .tab] {
        let style = theme[role]
        #expect(style.isReversed || style.background != nil, "\(role.name)")
        #expect(style != theme[.text] && style != theme[.selected], "\(role.name)")
      }
      #expect(theme[.alarm] != theme[.tab] || theme == theme.monochrome)
      #expect(theme.onBand(.text, at: depth) != theme[.text])
    }
  }

  @Test("Bold type stays legible where a terminal makes it bright", arguments: names)
  func boldIsBright(name: String) throws {
    let theme = try ThemeFile.resolved(name)
    for role in Role.allCases where theme[role].isBold {
      guard var colour = theme[role].foreground else { continue }
      colour.indexed16 |= 8
      var behind = colour
      behind.indexed16 = theme[role].background?.indexed16 ?? (theme.appearance == .light ? 15 : 0)
      let contrast = colour.shown(at: .sixteen).contrast(with: behind.shown(at: .sixteen))
      #expect(contrast >= 4.5, "\(role.name): \(contrast)")
    }
  }

  @Test("With few colours no text is dark blue or grey on black", arguments: names)
  func fewColours(name: String) throws {
    let theme = try ThemeFile.resolved(name)
    for role in Role.allCases {
      let index = theme[role].foreground?.indexed16
      #expect(index != 8, "\(role.name)")
      #expect(theme.appearance == .light || index != 4, "\(role.name)")
    }
  }

  @Test("Every theme gives every role and only what a theme file may hold", arguments: names)
  func complete(name: String) throws {
    let file = try ThemeFile.read(name)
    #expect(file.name == name)
    let roles = try ThemeFile.chain(name).flatMap { $0.roles.keys }
    // What others changed looks like the focus where a theme does not say otherwise.
    #expect(Set(roles).union([Role.changed.name]) == Set(Role.allCases.map(\.name)))
    let fields = file.roles.values.flatMap(\.keys)
    #expect(fields.allSatisfy { Theme.Field(rawValue: $0) != nil })
    for style in file.roles.values {
      #expect(style["foreground"] != nil || style["index16"] == nil && style["index256"] == nil)
    }
  }

  @Test("The selected line, the warnings and the focus differ from text", arguments: names)
  func distinct(name: String) throws {
    for theme in [try ThemeFile.resolved(name), try ThemeFile.resolved(name).monochrome] {
      for role in [
        Role.selected, .selectedElsewhere, .overdue, .dueSoon, .fault, .focusedBorder, .changed,
      ] {
        #expect(theme[role] != theme[.text], "\(role.name)")
      }
      #expect(theme[.selected] != theme[.selectedElsewhere])
      #expect(theme[.overdue] != theme[.dueSoon])
      #expect(theme[.focusedBorder] != theme[.border])
    }
  }

  @Test("Without colours no colour is left", arguments: names)
  func monochrome(name: String) throws {
    let theme = try ThemeFile.resolved(name).monochrome
    for role in Role.allCases {
      #expect(theme[role].foreground == nil && theme[role].background == nil)
      #expect(name == "mono" || !theme[role].isDim)
    }
    #expect(theme[.selected].isReversed)
  }

  @Test("The ratings differ for people who cannot tell red from green", arguments: [true, false])
  func colourBlind(isProtanope: Bool) throws {
    let theme = try ThemeFile.resolved("colour-blind")
    let ratings = try [Role.overdue, .dueSoon, .good].map { role in
      ColourVision(isProtanope: isProtanope).seen(try #require(theme[role].foreground))
    }
    for (one, two) in [(0, 1), (1, 2), (0, 2)] {
      #expect(ColourVision.difference(ratings[one], ratings[two]) >= 20)
    }
    // Red and green of equal lightness are the case that must be caught.
    let red = ColourVision(isProtanope: false).seen(try #require(ThemeColour(hex: "#b06000")))
    let green = ColourVision(isProtanope: false).seen(try #require(ThemeColour(hex: "#7a7a00")))
    #expect(ColourVision.difference(red, green) < 20)
  }

  @Test(
    "A colour is six hexadecimal digits after a number sign",
    arguments: [
      ("#000000", [0, 0, 0]), ("#ff8a80", [255, 138, 128]), ("#FFFFFF", [255, 255, 255]),
      ("ff8a80", nil), ("#ff8a8", nil), ("#ff8a800", nil), ("#gg0000", nil), ("#+12345", nil),
      ("", nil), ("#", nil), ("#fffff\u{e9}", nil),
    ])
  func hex(spelling: String, components: [Int]?) {
    let colour = ThemeColour(hex: spelling)
    #expect(colour.map { [$0.red, $0.green, $0.blue] } == components)
  }

  @Test(
    "Poorer terminals get the nearest colour",
    arguments: [
      ("#000000", 16, 0), ("#ffffff", 231, 15), ("#5fd7d7", 80, 6), ("#ff0000", 196, 9),
      ("#8a8a8a", 245, 8), ("#d00000", 160, 1), ("#767676", 243, 8),
    ])
  func nearest(spelling: String, indexed256: Int, indexed16: Int) throws {
    let colour = try #require(ThemeColour(hex: spelling))
    #expect(colour.indexed256 == indexed256)
    #expect(colour.indexed16 == indexed16)
  }

  @Test("Every colour of the palette is its own nearest")
  func palette() throws {
    for index in 16..<256 {
      let (red, green, blue) = Palette.components(ofIndex: index)
      let nearest = Palette.nearest256(red: red, green: green, blue: blue)
      #expect(Palette.components(ofIndex: nearest) == (red, green, blue))
    }
  }

  @Test(
    "Contrast is that of WCAG",
    arguments: [
      ("#000000", "#ffffff", 21.0), ("#ffffff", "#ffffff", 1), ("#777777", "#ffffff", 4.478),
      ("#ff0000", "#ffffff", 3.998), ("#0000ff", "#ffffff", 8.592),
    ])
  func ratio(one: String, two: String, expected: Double) throws {
    let (one, two) = (try #require(ThemeColour(hex: one)), try #require(ThemeColour(hex: two)))
    #expect(abs(one.contrast(with: two) - expected) < 0.001)
    #expect(abs(two.contrast(with: one) - expected) < 0.001)
  }

  @Test("A theme changes the one it inherits from, part by part")
  func inheritance() throws {
    var bold = Theme.PartialStyle()
    bold.isBold = true
    var red = Theme.PartialStyle()
    red.foreground = ThemeColour(red: 255, green: 0, blue: 0, indexed256: 196, indexed16: 9)
    red.isUnderlined = true
    var text = Theme.PartialStyle()
    text.background = ThemeColour(red: 0, green: 0, blue: 0, indexed256: 16, indexed16: 0)
    let parent = Theme(name: "a", title: "A", roles: [.text: text, .overdue: red])
    var plain = bold
    plain.isUnderlined = false
    let child = Theme(name: "b", title: "B", inherits: "a", roles: [.overdue: plain, .key: bold])
    let theme = child.resolved(over: parent)
    #expect(theme.name == "b")
    #expect(theme[.overdue].foreground == red.foreground)
    #expect(theme[.overdue].isBold && !theme[.overdue].isUnderlined)
    #expect(theme[.overdue].background == text.background)
    #expect(theme[.key].isBold && theme[.key].background == text.background)
    #expect(theme[.good] == theme[.text])
  }

  @Test("A role is found by its name", arguments: Role.allCases)
  func roleNames(role: Role) {
    #expect(Role(name: role.name) == role)
    #expect(Role(name: role.name + " ") == nil)
  }
}

/// How people who lack the cones for red or for green see colours (Viénot, Brettel, Mollon 1999).
private struct ColourVision {
  let isProtanope: Bool

  /// Lightness and the two colour axes of CIELAB.
  func seen(_ colour: ThemeColour) -> [Double] {
    let linear = [colour.red, colour.green, colour.blue].map { component in
      pow((Double(component) / 255 + 0.055) / 1.055, 2.4)
    }
    let (red, green, blue) = (linear[0], linear[1], linear[2])
    let share = isProtanope ? 0.11238 : 0.29275
    let yellow = share * red + (1 - share) * green
    let rest = isProtanope ? blue + 0.00401 * (red - green) : blue - 0.02234 * (red - green)
    let x = (0.7700 * yellow + 0.1805 * rest) / 0.9505
    let y = 0.9278 * yellow + 0.0722 * rest
    let z = (0.1385 * yellow + 0.9505 * rest) / 1.089
    let (fx, fy, fz) = (cbrt(max(0, x)), cbrt(max(0, y)), cbrt(max(0, z)))
    return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)]
  }

  static func difference(_ one: [Double], _ two: [Double]) -> Double {
    zip(one, two).reduce(0) { $0 + pow($1.0 - $1.1, 2) }.squareRoot()
  }
}

/// A theme file, read just well enough to be tested.
struct ThemeFile: Decodable {
  enum Value: Decodable {
    case text(String), truth(Bool), number(Int)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let truth = try? container.decode(Bool.self) {
        self = .truth(truth)
      } else if let number = try? container.decode(Int.self) {
        self = .number(number)
      } else {
        self = .text(try container.decode(String.self))
      }
    }

    var text: String? { if case .text(let text) = self { text } else { nil } }
    var truth: Bool? { if case .truth(let truth) = self { truth } else { nil } }
    var number: Int? { if case .number(let number) = self { number } else { nil } }
  }

  let name: String
  let title: String
  let description: String
  let appearance: String
  let inherits: String?
  let foreground: String?
  let background: String?
  let roles: [String: [String: Value]]

  static func read(_ name: String) throws -> ThemeFile {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Themes")
    let data = try Data(contentsOf: folder.appending(path: "\(name).json"))
    return try JSONDecoder().decode(ThemeFile.self, from: data)
  }

  /// The file and those it inherits from.
  static func chain(_ name: String) throws -> [ThemeFile] {
    let file = try read(name)
    return [file] + (try file.inherits.map(chain) ?? [])
  }

  static func resolved(_ name: String) throws -> ResolvedTheme {
    let themes = try chain(name).map { try $0.theme() }
    let first = try #require(themes.first)
    return themes.dropFirst().reduce(first) { $0.inheriting(from: $1) }.resolved()
  }

  private func theme() throws -> Theme {
    var theme = Theme(
      name: name, title: title, description: description,
      appearance: try #require(Theme.Appearance(rawValue: appearance)), inherits: inherits)
    theme.assumedForeground = try colour(foreground, nil, nil)
    theme.assumedBackground = try colour(background, nil, nil)
    for (name, values) in roles {
      var style = Theme.PartialStyle()
      style.foreground = try colour(
        values["foreground"]?.text, values["index256"]?.number, values["index16"]?.number)
      style.background = try colour(
        values["background"]?.text, values["backgroundIndex256"]?.number,
        values["backgroundIndex16"]?.number)
      style.isBold = values["bold"]?.truth
      style.isDim = values["dim"]?.truth
      style.isUnderlined = values["underline"]?.truth
      style.isReversed = values["reverse"]?.truth
      theme.roles[try #require(Role(name: name))] = style
    }
    return theme
  }

  private func colour(_ hex: String?, _ index256: Int?, _ index16: Int?) throws -> ThemeColour? {
    guard let hex else { return nil }
    let colour = ThemeColour(hex: hex, indexed256: index256, indexed16: index16)
    return try #require(colour) as ThemeColour
  }
}
