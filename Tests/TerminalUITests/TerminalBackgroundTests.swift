import Testing

@testable import TerminalUI

/// What a terminal tells of its background, and what a person types meanwhile.
@Suite struct TerminalBackgroundTests {
  @Test(
    "An answer says a colour",
    arguments: [
      ("rgb:ffff/ffff/ffff", [255, 255, 255]), ("rgb:0000/0000/0000", [0, 0, 0]),
      ("rgb:1e1e/1e1e/2e2e", [30, 30, 46]), ("rgb:ff/80/00", [255, 128, 0]),
      ("rgb:f/8/0", [255, 136, 0]), ("rgb:fff/000/fff", [255, 0, 255]),
      ("rgba:ffff/ffff/ffff/ffff", [255, 255, 255]), ("rgba:00/00/00/80", [0, 0, 0]),
      ("#fdf6e3", [253, 246, 227]), ("#fdfdf6f6e3e3", [253, 246, 227]),
      ("rgb:FFFF/FFFF/FFFF", [255, 255, 255]),
      ("", nil), ("?", nil), ("rgb:", nil), ("rgb:ffff/ffff", nil), ("rgb:fffff/0/0", nil),
      ("rgb:ffff/ffff/ffff/ffff", nil), ("rgba:ffff/ffff/ffff", nil), ("rgb:gg/00/00", nil),
      ("rgb:-f/00/00", nil), ("rgb://", nil), ("rgb:ff/ff/ff ", nil), ("white", nil),
      ("#fff", nil), ("#fdf6e", nil), ("#gdf6e3", nil), ("cmyk:0/0/0", nil),
    ])
  func answer(text: String, components: [Int]?) {
    let colour = TerminalBackground.colour(of: text)
    #expect(colour.map { [$0.red, $0.green, $0.blue] } == components)
  }

  @Test(
    "A background is light where dark text is read better on it",
    arguments: [
      ("#ffffff", true), ("#fdf6e3", true), ("#e5e5e5", true), ("#808080", true),
      ("#000000", false), ("#002b36", false), ("#1e1e2e", false), ("#300a24", false),
      ("#6c6c6c", false), ("#00005f", false),
    ])
  func light(spelling: String, isLight: Bool) throws {
    #expect(TerminalBackground.isLight(try #require(ThemeColour(hex: spelling))) == isLight)
  }

  @Test(
    "COLORFGBG names the background last",
    arguments: [
      ("15;0", false), ("0;15", true), ("0;default;15", true), ("15;default;0", false),
      ("0;7", true), ("12;8", true), ("7;4", false), ("0;231", true), ("15;16", false),
      ("default;default", nil), ("15;default", nil), ("15", nil), ("", nil), (";", nil),
      ("0;15;", nil), ("0;-1", nil), ("0;256", nil), ("0;1500", nil), ("0;fifteen", nil),
    ])
  func variable(value: String, isLight: Bool?) {
    #expect(TerminalBackground.isLight(colourVariable: value) == isLight)
  }

  /// What is left of what arrives: the keys, and the colours that were told.
  private func read(_ arriving: String) -> (keys: String, told: [Int?]) {
    var keys: [UInt32] = []
    var told: [Int?] = []
    var waiting = arriving.unicodeScalars.map(\.value)
    var answer: BackgroundAnswer?
    while !waiting.isEmpty {
      let next = waiting.removeFirst()
      guard var reading = answer else {
        if next == 0x1b { answer = BackgroundAnswer() } else { keys.append(next) }
        continue
      }
      let step = reading.take(next)
      answer = nil
      switch step {
      case .more: answer = reading
      case .answer(let colour): told.append(colour?.red)
      case .broken(let characters): waiting = characters + waiting
      case .typed(let characters): keys += characters
      }
    }
    if let answer, !answer.isCertain { keys += answer.characters }
    let text = keys.compactMap(Unicode.Scalar.init).map(Character.init)
    return (String(text), told)
  }

  @Test(
    "An answer is taken out of what is typed, and nothing else is",
    arguments: [
      ("\u{1b}]11;rgb:ffff/ffff/ffff\u{7}", "", [255]),
      ("\u{1b}]11;rgb:ffff/ffff/ffff\u{1b}\\", "", [255]),
      ("\u{1b}]11;rgb:ffff/ffff/ffff\u{9c}", "", [255]),
      ("jj\u{1b}]11;rgb:0000/0000/0000\u{7}q", "jjq", [0]),
      ("j\u{1b}]11;rgb:80/80/80\u{1b}\\kq", "jkq", [128]),
      ("\u{1b}]11;nonsense\u{7}j", "j", [nil]),
      ("\u{1b}]11;\u{7}j", "j", [nil]),
      ("\u{1b}]11;rgb:ffff/ffff\rj", "\rj", []),
      ("\u{1b}]11;rgb:ff\u{1b}[A", "\u{1b}[A", []),
      ("\u{1b}]", "\u{1b}]", []),
      ("\u{1b}]x", "\u{1b}]x", []),
      ("\u{1b}]12;rgb:ffff/ffff/ffff\u{7}", "\u{1b}]12;rgb:ffff/ffff/ffff\u{7}", []),
      ("\u{1b}]11;rgb:ffff/ffff/ffff\u{7}\u{1b}]11;rgb:0/0/0\u{7}", "", [255, 0]),
      ("\u{1b}]11;" + String(repeating: "f", count: 500) + "\u{7}j", "j", [nil]),
    ] as [(String, String, [Int?])])
  func typed(arriving: String, keys: String, told: [Int?]) {
    let result = read(arriving)
    #expect(result.keys == keys)
    #expect(result.told == told)
  }

  @Test("An answer that comes in pieces is the same answer")
  func pieces() {
    var answer = BackgroundAnswer()
    var steps: [BackgroundAnswer.Step] = []
    for scalar in "]11;rgb:ffff/ffff/ffff\u{1b}\\".unicodeScalars {
      // A copy stands for the wait between two pieces.
      var later = answer
      steps.append(later.take(scalar.value))
      answer = later
    }
    #expect(steps.dropLast().allSatisfy { $0 == .more })
    guard case .answer(let colour?) = steps.last else {
      Issue.record("No answer: \(steps)")
      return
    }
    #expect(TerminalBackground.isLight(colour))
  }
}
