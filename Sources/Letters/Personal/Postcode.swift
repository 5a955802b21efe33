/// Finds full postcodes of the United Kingdom.
enum Postcode {
  /// Whether a full postcode stands in a text: in capitals, or in small letters with its space.
  static func stands(in text: [UInt8]) -> Bool {
    guard text.count >= 5 else { return false }
    for digit in 2..<text.count where text[digit].isDigit && isInward(text, at: digit) {
      var end = digit
      if text[end - 1] == 0x20 { end -= 1 }
      let hasSpace = end < digit
      for length in 2...4 where length <= end {
        let start = end - length
        let whole = text[start..<(digit + 3)].filter(\.isLetter)
        let isCapital = whole.allSatisfy { $0 < 0x60 }
        let isSmall = whole.allSatisfy { $0 > 0x60 }
        guard isCapital || (hasSpace && isSmall && !isOrdinal(text, at: digit)),
          start == 0 || !(text[start - 1].isLetter || text[start - 1].isDigit),
          isOutward(text[start..<end].map(\.upper))
        else { continue }
        return true
      }
    }
    return false
  }

  /// A digit and two letters, none of which is one of C I K M O V, and then nothing that goes on.
  private static func isInward(_ text: [UInt8], at index: Int) -> Bool {
    guard index + 2 < text.count else { return false }
    let letters = text[(index + 1)...(index + 2)]
    guard letters.allSatisfy({ $0.isLetter && !"CIKMOV".utf8.contains($0.upper) }) else {
      return false
    }
    guard index + 3 < text.count else { return true }
    return !(text[index + 3].isLetter || text[index + 3].isDigit)
  }

  private static func isOrdinal(_ text: [UInt8], at index: Int) -> Bool {
    ["st", "nd", "rd", "th"].contains(
      String(decoding: text[(index + 1)...(index + 2)], as: UTF8.self))
  }

  /// An area, then a digit, two digits, or a digit and a letter.
  private static func isOutward(_ bytes: [UInt8]) -> Bool {
    let area = bytes.prefix { $0.isLetter }
    let district = bytes.dropFirst(area.count)
    guard let first = district.first, first.isDigit, district.count <= 2,
      areas.contains(String(decoding: area, as: UTF8.self))
    else { return false }
    return district.dropFirst().allSatisfy { $0.isDigit || $0.isLetter }
  }

  private static let areas = Set(
    """
    AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY \
    E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE \
    LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL \
    SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE
    """.split(separator: " ").map(String.init))
}
