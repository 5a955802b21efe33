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
    var answer: TerminalReplyReader?
    while !waiting.isEmpty {
      let next = waiting.removeFirst()
      guard var reading = answer else {
        if next == 0x1b { answer = TerminalReplyReader() } else { keys.append(next) }
        continue
      }
      let step = reading.take(next)
      answer = nil
      switch step {
      case .more: answer = reading
      case .ended(let reply):
        told.append(reply.text.hasPrefix("11;") ? TerminalBackground.colour(of: reply)?.red : nil)
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
      ("\u{1b}]11;rgb:ffff/ffff/ffff\u{7}\u{1b}]11;rgb:0/0/0\u{7}", "", [255, 0]),
      ("\u{1b}]11;" + String(repeating: "f", count: 500) + "\u{7}j", "j", [nil]),
    ] as [(String, String, [Int?])])
  func typed(arriving: String, keys: String, told: [Int?]) {
    let result = read(arriving)
    #expect(result.keys == keys)
    #expect(result.told == told)
  }

  @Test(
    "A string of any kind is swallowed whole, however it ends",
    arguments: [
      // Colours, the clipboard, titles: OSC.
      "\u{1b}]12;rgb:ffff/ffff/ffff\u{7}", "\u{1b}]4;1;rgb:cd/00/00\u{1b}\\",
      "\u{1b}]52;c;cQ==\u{7}", "\u{1b}]lquit\u{1b}\\", "\u{1b}]Lqué\u{7}", "\u{1b}]104\u{7}",
      // What the terminal is: DCS.
      "\u{1b}P>|xterm(390)\u{1b}\\", "\u{1b}P1$r0;1m\u{1b}\\", "\u{1b}P!|00000000\u{1b}\\",
      "\u{1b}P1+r544e=787465726d\u{1b}\\", "\u{1b}P0!u%5\u{9c}",
      // Pictures, messages, anything: APC, PM, SOS.
      "\u{1b}_Gi=31;OK\u{1b}\\", "\u{1b}^qqq\u{1b}\\", "\u{1b}Xqqq\u{1b}\\", "\u{1b}Xq\u{18}",
      "\u{1b}_" + String(repeating: "q", count: 5000) + "\u{1b}\\",
    ])
  func swallowed(string: String) {
    #expect(read("j\(string)k").keys == "jk")
  }

  @Test(
    "What only begins like a string was typed",
    arguments: [
      "\u{1b}P", "\u{1b}Pj", "\u{1b}X", "\u{1b}_", "\u{1b}]j", "\u{1b}];", "\u{1b}P1", "\u{1b}j",
      "\u{1b}X\r",
    ])
  func keys(text: String) {
    #expect(read(text).keys == text)
  }

  @Test("A string that breaks off or never ends gives the keys back")
  func unended() {
    #expect(read("\u{1b}Pq").keys == "\u{1b}Pq")
    #expect(read("\u{1b}_Gqq\rj").keys == "\rj")
    #expect(read("\u{1b}P>|xterm\u{1b}[A").keys == "\u{1b}[A")
    let endless = "\u{1b}_" + String(repeating: "q", count: 70_000)
    #expect(read(endless).keys.count < 5000)
  }

  @Test("The control characters of eight bits begin the same strings")
  func controls() {
    for (control, kind) in [
      (0x9d, TerminalReply.Kind.command), (0x90, .device), (0x9f, .application), (0x9e, .message),
      (0x98, .string),
    ] as [(UInt32, TerminalReply.Kind)] {
      #expect(TerminalReply.Kind(control: control) == kind)
      #expect(TerminalReplyReader(kind).isCertain)
    }
    #expect(TerminalReply.Kind(control: 0x9c) == nil)
    #expect(TerminalReply.Kind(control: 0x5d) == nil)
  }

  @Test("An answer that comes in pieces is the same answer")
  func pieces() {
    var answer = TerminalReplyReader()
    var steps: [TerminalReplyReader.Step] = []
    for scalar in "]11;rgb:ffff/ffff/ffff\u{1b}\\".unicodeScalars {
      // A copy stands for the wait between two pieces.
      var later = answer
      steps.append(later.take(scalar.value))
      answer = later
    }
    #expect(steps.dropLast().allSatisfy { $0 == .more })
    guard case .ended(let reply) = steps.last, let colour = TerminalBackground.colour(of: reply)
    else {
      Issue.record("No answer: \(steps)")
      return
    }
    #expect(TerminalBackground.isLight(colour))
  }
}
