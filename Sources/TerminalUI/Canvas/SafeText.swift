/// Text cut into what one place of the grid can hold, with everything dangerous made visible.
///
/// So that no two terminals disagree about a column, soft hyphens, joiners, variation selectors, skin
/// tones and keycaps are left out, the letters of flags are drawn as letters, Hangul parts are joined to
/// syllables, and of many marks on one letter two are kept.
package struct SafeText: Sequence, IteratorProtocol {
  /// A visible character with its marks and the columns it takes.
  package struct Unit: Hashable, Sendable {
    package var scalar: UInt32
    package var firstMark: UInt32 = 0
    package var secondMark: UInt32 = 0
    package var width: UInt8
    /// Stands for a character that must not reach the terminal.
    package var isMark = false
  }

  private var rest: String.UnicodeScalarView.Iterator
  private var ahead: Unicode.Scalar?
  /// The second column of a wide character that ASCII stands for.
  private var filler: UInt32?
  private let isASCII: Bool
  private let sign: UInt32

  package init(_ text: String, glyphs: Glyphs) {
    self.init(
      text, isASCII: glyphs.tier == .ascii, sign: glyphs.unsafe.unicodeScalars.first?.value ?? 0x3f)
  }

  /// Text of which only the columns matter; they are the same with every set of glyphs.
  init(measuring text: String) {
    self.init(text, isASCII: false, sign: 0x3f)
  }

  private init(_ text: String, isASCII: Bool, sign: UInt32) {
    rest = text.unicodeScalars.makeIterator()
    ahead = rest.next()
    self.isASCII = isASCII
    self.sign = sign
  }

  package mutating func next() -> Unit? {
    if let value = filler {
      filler = nil
      return Unit(scalar: value, width: 1)
    }
    guard let scalar = takeShown() else { return nil }
    var unit = base(scalar)
    while let following = ahead, following.value >= 0xad {
      let kind = TextWidth.kind(of: following)
      guard kind == .mark || kind == .joiner else { break }
      ahead = rest.next()
      if kind == .joiner || isASCII || unit.isMark { continue }
      if unit.firstMark == 0 {
        unit.firstMark = following.value
      } else if unit.secondMark == 0 {
        unit.secondMark = following.value
      }
    }
    return unit
  }

  private mutating func take() -> Unicode.Scalar? {
    defer { ahead = rest.next() }
    return ahead
  }

  /// The next scalar that is not one that shows nothing, with nothing before it to be joined to.
  private mutating func takeShown() -> Unicode.Scalar? {
    while let scalar = take() {
      if scalar.value < 0xad || TextWidth.kind(of: scalar) != .joiner { return scalar }
    }
    return nil
  }

  private mutating func base(_ scalar: Unicode.Scalar) -> Unit {
    var value = scalar.value
    if value &- 0x20 < 0x5f { return Unit(scalar: value, width: 1) }
    switch TextWidth.kind(of: scalar) {
    case .unsafe, .mark, .joiner:
      return Unit(scalar: sign, width: 1, isMark: true)
    case .narrow:
      if 0x1f1e6...0x1f1ff ~= value { value = value - 0x1f1e6 + 0x41 }
      if isASCII { value = AsciiFold.letter(for: scalar).value }
      return Unit(scalar: value, width: 1)
    case .wide:
      value = joinedSyllable(value)
      guard isASCII else { return Unit(scalar: value, width: 2) }
      let letter = AsciiFold.letter(for: scalar).value
      filler = letter == 0x3f && value != 0xff1f ? 0x3f : 0x20
      return Unit(scalar: letter, width: 1)
    }
  }

  /// Joins a Hangul letter with the vowel and the final letter that follow it.
  private mutating func joinedSyllable(_ first: UInt32) -> UInt32 {
    var syllable = first
    if 0x1100...0x1112 ~= first, let vowel = ahead?.value, 0x1161...0x1175 ~= vowel {
      ahead = rest.next()
      syllable = 0xac00 + ((first - 0x1100) * 21 + vowel - 0x1161) * 28
    }
    if 0xac00...0xd7a3 ~= syllable, (syllable - 0xac00) % 28 == 0, let final = ahead?.value,
      0x11a8...0x11c2 ~= final
    {
      ahead = rest.next()
      syllable += final - 0x11a7
    }
    return syllable
  }
}
