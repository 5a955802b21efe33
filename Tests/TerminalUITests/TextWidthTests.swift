import CNcurses
import Testing

@testable import TerminalUI

@Suite struct TextWidthTests {
  /// The blocks of Unicode a partnership's names and notes come from.
  static let blocks: [ClosedRange<UInt32>] = [
    0x20...0x7e, 0xa0...0x24f, 0x300...0x36f, 0x370...0x3ff, 0x400...0x4ff, 0x590...0x5ff,
    0x600...0x6ff, 0x900...0x97f, 0x980...0x9ff, 0xa00...0xa7f, 0xb80...0xbff, 0xe00...0xe7f,
    0x1e00...0x1eff, 0x2010...0x205f, 0x20a0...0x20bf, 0x2190...0x23ff, 0x2500...0x27bf,
    0x2800...0x28ff, 0x3000...0x312f, 0x4e00...0x9fef, 0xac00...0xd7a3, 0xff01...0xff9f,
    0x1f300...0x1f6c5, 0x1f900...0x1f9ff,
  ]

  /// Whether the C library knows Unicode; set once, because tests run side by side.
  private static let hasLocale = masa_use_utf8_locale() != 0

  @Test("Widths are those of the C library", arguments: blocks)
  func agreesWithTheCLibrary(block: ClosedRange<UInt32>) throws {
    try #require(Self.hasLocale, "this machine lacks the locale C.UTF-8")
    var compared = 0
    for value in block {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let kind = TextWidth.kind(of: scalar)
      if kind == .unsafe || kind == .joiner { continue }
      compared += 1
      if Int(masa_wcwidth(value)) != TextWidth.of(scalar) {
        Issue.record("U+\(String(value, radix: 16)): \(masa_wcwidth(value))")
      }
    }
    #expect(compared > 0)
  }

  @Test(
    "Text of all kinds takes the columns a reader counts",
    arguments: [
      ("", 0), ("Plan 7", 6), ("Zoë", 3), ("Zoe\u{308}", 3), ("中文", 4), ("한국", 4),
      ("\u{1112}\u{1161}\u{11ab}", 2), ("가\u{11a8}", 2), ("🇬🇧", 2), ("1\u{fe0f}\u{20e3}", 1),
      ("👍🏽", 2), ("👩\u{200d}👧", 4), ("❤\u{fe0f}", 1), ("\u{301}a", 2), ("a\tb", 3),
      ("a\u{301}\u{302}\u{303}b", 2), ("नि", 2), ("\u{202e}abc", 4), ("│─┼", 3), ("a\u{378}", 2),
    ])
  func columns(text: String, columns: Int) {
    #expect(TextWidth.of(text) == columns)
  }

  @Test(
    "What could deceive or disturb is refused",
    arguments: [
      0x0, 0x9, 0xa, 0x1b, 0x7f, 0x80, 0x9b, 0x9f, 0x115f, 0x1160, 0x2028, 0x2029, 0x202a, 0x202e,
      0x2065, 0x2066, 0x2069, 0x3164, 0xfff9, 0xfffb, 0xfdd0, 0xfffe, 0xffff, 0x1fffe, 0xe0001,
      0xe007f, 0xe0100, 0x10ffff,
    ] as [UInt32])
  func refuses(value: UInt32) throws {
    #expect(TextWidth.isUnsafe(try #require(Unicode.Scalar(value))))
  }

  @Test(
    "What can be read is not refused",
    arguments: [
      "a", "~", "\u{a0}", "é", "\u{301}", "‘", "—", "…", "€", "─", "█", "中", "👍", "\u{e000}",
    ]
      as [Unicode.Scalar])
  func accepts(scalar: Unicode.Scalar) {
    #expect(!TextWidth.isUnsafe(scalar))
  }

  @Test("The measured width is the one the canvas uses", arguments: GlyphTier.allCases)
  func agreesWithTheCanvas(tier: GlyphTier) {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<2_000 {
      let text = generator.text(length: 12)
      var canvas = Canvas(size: Size(60, 1), glyphs: .of(tier))
      #expect(canvas.write(text, x: 0, y: 0) == TextWidth.of(text))
    }
  }
}

/// Random numbers that are the same in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var value = state
    value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
    value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
    return value ^ (value >> 31)
  }

  /// Text of scalars from the blocks that are most trouble, and from all of Unicode.
  mutating func text(length: Int) -> String {
    let blocks: [ClosedRange<UInt32>] = [
      0x0...0x9f, 0x20...0x7e, 0xa0...0x17f, 0x300...0x36f, 0x590...0x6ff, 0x900...0x97f,
      0x1100...0x11ff, 0x2000...0x206f, 0x20d0...0x20f0, 0x2500...0x25ff, 0x4e00...0x4eff,
      0xac00...0xad00, 0xfe00...0xfeff, 0xff00...0xffff, 0x1f1e0...0x1f1ff, 0x1f3f0...0x1f4ff,
      0xe0000...0xe01ff, 0x0...0x10ffff,
    ]
    var view = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...length, using: &self) {
      let block = blocks[Int.random(in: blocks.indices, using: &self)]
      if let scalar = Unicode.Scalar(UInt32.random(in: block, using: &self)) { view.append(scalar) }
    }
    return String(view)
  }
}
