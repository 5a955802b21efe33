import Testing

@testable import TerminalUI

@Suite struct SafeTextTests {
  private func drawn(_ text: String, _ tier: GlyphTier) -> String {
    var canvas = Canvas(size: Size(TextWidth.of(text), 1), glyphs: .of(tier))
    canvas.write(text, x: 0, y: 0)
    return canvas.rows[0]
  }

  @Test(
    "Dangerous characters become a visible sign",
    arguments: [
      ("a\u{1b}[31mb", "a\u{FFFD}[31mb"), ("\u{202e}cod", "\u{FFFD}cod"),
      ("a\u{2066}b", "a\u{FFFD}b"), ("a\nb", "a\u{FFFD}b"), ("\u{301}a", "\u{FFFD}a"),
      ("\u{9b}2J", "\u{FFFD}2J"), ("x\u{e0041}", "x\u{FFFD}"),
    ])
  func signs(text: String, expected: String) {
    #expect(drawn(text, .cp437) == expected)
    #expect(drawn(text, .ascii) == expected.replacing("\u{FFFD}", with: "?"))
  }

  @Test(
    "What leaves by the clipboard is as safe as what is drawn, and keeps its letters",
    arguments: [
      ("a\u{1b}[31mb", "a\u{FFFD}[31mb"), ("curl x | sh\n", "curl x | sh\u{FFFD}"),
      ("a\r\nb", "a\u{FFFD}\u{FFFD}b"), ("\u{9b}2J\u{7}", "\u{FFFD}2J\u{FFFD}"),
      ("\u{202e}cod\u{200b}", "\u{FFFD}cod"), ("Siân £5 – 中文", "Siân £5 – 中文"),
      ("Zoe\u{308}", "Zoe\u{308}"), ("", ""),
    ])
  func copied(text: String, expected: String) {
    #expect(Array(CopiedText(text).text.unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test(
    "What only does not show is left out, wherever it stands",
    arguments: GlyphTier.allCases,
    [
      "so\u{ad}ft", "\u{feff}soft", "s\u{200b}o\u{200d}f\u{200c}t", "soft\u{2060}",
      "\u{200e}so\u{200f}ft",
      "\u{ad}\u{ad}s\u{180e}oft\u{61c}", "\u{fe0f}soft",
    ])
  func leftOut(tier: GlyphTier, text: String) {
    #expect(TextWidth.of(text) == 4)
    #expect(drawn(text, tier) == "soft")
    #expect(CopiedText(text).text == "soft")
    #expect(drawn("\u{ad}", tier) == "")
  }

  @Test(
    "What terminals disagree about is drawn so that they agree",
    arguments: [
      ("🇬🇧!", "GB!"), ("👍🏽!", "👍!"), ("👩\u{200d}👧", "👩👧"), ("1\u{fe0f}\u{20e3}", "1"),
      ("❤\u{fe0f}", "❤"), ("\u{1112}\u{1161}\u{11ab}", "\u{d55c}"),
      ("\u{ac00}\u{11a8}", "\u{ac01}"),
      ("\u{1161}", "\u{FFFD}"), ("a\u{301}\u{302}\u{303}b", "a\u{301}\u{302}b"),
    ])
  func agreement(text: String, expected: String) {
    // Compared by scalars: equal strings may be spelt with other ones.
    #expect(Array(drawn(text, .blocks).unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test(
    "In ASCII letters lose their accents, and every column stays where it was",
    arguments: [
      ("Zoë Łukasz Siân", "Zoe Lukasz Sian"), ("Brânzeiț", "Branzeit"), ("Zoe\u{308}", "Zoe"),
      ("‘a’ “b” – c — d…", "'a' \"b\" - c - d~"), ("£5 • 3×2÷4", "#5 * 3x2/4"),
      ("┌─┬┐│└┴┘├┼┤", "+-++|++++++"),
      ("█▓░", "#=."), ("▲▼►◄", "^v><"), ("中文a", "????a"), ("Ａ１\u{3000}.", "A 1   ."),
      ("½ ²", "? ?"), ("overdue° 18°", "overdue' 18'"), ("Жанна", "?????"), ("🇬🇧", "GB"),
    ])
  func ascii(text: String, expected: String) {
    #expect(drawn(text, .ascii) == expected)
  }

  @Test("ASCII is drawn with ASCII only, and every Latin letter by its own")
  func asciiOnly() {
    for value in UInt32(0xa0)...0x24ff {
      guard let scalar = Unicode.Scalar(value) else { continue }
      #expect(0x20..<0x7f ~= AsciiFold.letter(for: scalar).value)
    }
    for value in UInt32(0xc0)...0x17f {
      guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic,
        let base = String(scalar).decomposedBase
      else { continue }
      #expect(AsciiFold.letter(for: scalar) == base, "\(scalar)")
    }
  }

  @Test("The glyphs of every tier above ASCII have a like sign in ASCII")
  func glyphs() {
    for tier in GlyphTier.allCases {
      let glyphs = Glyphs.of(tier)
      let drawn = [
        glyphs.horizontal, glyphs.vertical, glyphs.topLeft, glyphs.cross, glyphs.ellipsis,
        glyphs.full, glyphs.medium, glyphs.light, glyphs.half, glyphs.point, glyphs.gap, glyphs.up,
        glyphs.down, glyphs.pointer, glyphs.bullet, glyphs.separator,
      ]
      for character in drawn + glyphs.levels {
        let scalars = Array(character.unicodeScalars)
        #expect(scalars.count == 1 && TextWidth.of(scalars[0]) == 1)
        #expect(AsciiFold.letter(for: scalars[0]) != "?")
      }
    }
  }
}

extension String {
  /// The ASCII letter left when the marks of a letter's canonical decomposition are taken off.
  fileprivate var decomposedBase: Unicode.Scalar? {
    // A letter equals its base and one mark exactly when that is how it decomposes.
    for letter in Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".unicodeScalars) {
      for mark in UInt32(0x300)...0x338 {
        guard let scalar = Unicode.Scalar(mark) else { continue }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: [letter, scalar])
        if String(view) == self { return letter }
      }
    }
    return nil
  }
}
