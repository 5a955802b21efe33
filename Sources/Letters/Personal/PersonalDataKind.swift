/// What may tell who a child is.
package enum PersonalDataKind: CaseIterable, Sendable {
  case nhsNumber, pupilNumber, postcode, dateOfBirth, nameAndAge

  /// What may stand in a text; what names it, such as the name of its field, may announce a date of birth.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - name: What the text is called.
  /// - Returns: One of each kind that may stand there.
  package static func found(in text: String, called name: String = "") -> [PersonalDataKind] {
    guard text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return [] }
    let bytes = Array(text.utf8)
    let before = name.isEmpty ? [] : Array("\(name): ".utf8)
    return allCases.filter { $0.stands(in: $0 == .dateOfBirth ? before + bytes : bytes) }
  }

  /// What it is called in a warning.
  package var title: String {
    switch self {
    case .nhsNumber: "an NHS number"
    case .pupilNumber: "a unique pupil number"
    case .postcode: "a full postcode"
    case .dateOfBirth: "a date of birth"
    case .nameAndAge: "the name of a child with its age"
    }
  }

  /// Whether it stands anywhere in the bytes of a text.
  package func stands(in text: [UInt8]) -> Bool {
    switch self {
    case .nhsNumber: PersonalDataKind.hasNHSNumber(text)
    case .pupilNumber: PersonalDataKind.hasPupilNumber(text)
    case .postcode: Postcode.stands(in: text)
    case .dateOfBirth: DateOfBirth.stands(in: text)
    case .nameAndAge: NameAndAge.stands(in: text)
    }
  }

  /// Ten digits, also as 3, 3 and 4 with spaces or hyphens, of which the last one checks the rest.
  private static func hasNHSNumber(_ text: [UInt8]) -> Bool {
    for start in text.indices where text[start].isDigit && isFree(text, before: start) {
      var digits: [Int] = []
      var index = start
      var gaps: [Int] = []
      while index < text.count, digits.count < 10 {
        if text[index].isDigit {
          digits.append(Int(text[index] - 0x30))
        } else if [0x20, 0x2d].contains(text[index]), [3, 6].contains(digits.count),
          gaps.last != digits.count
        {
          gaps.append(digits.count)
        } else {
          break
        }
        index += 1
      }
      if digits.count == 10, gaps.isEmpty || gaps == [3, 6], isFree(text, after: index),
        isChecked(nhsNumber: digits)
      {
        return true
      }
    }
    return false
  }

  /// Weights 10 to 2, modulo 11; a number in England does not begin with 0.
  private static func isChecked(nhsNumber digits: [Int]) -> Bool {
    guard digits[0] != 0 else { return false }
    let sum = zip(digits.prefix(9), stride(from: 10, through: 2, by: -1)).reduce(0) {
      $0 + $1.0 * $1.1
    }
    let check = (11 - sum % 11) % 11
    return check == digits[9]
  }

  /// A check letter, eleven digits, and a digit or the letter of a temporary number.
  private static func hasPupilNumber(_ text: [UInt8]) -> Bool {
    guard text.count >= 13 else { return false }
    for start in 0...(text.count - 13) where text[start].isLetter && isFree(text, before: start) {
      let number = text[start..<(start + 13)]
      guard isFree(text, after: start + 13), number.dropFirst().dropLast().allSatisfy(\.isDigit),
        let check = checkValue(text[start])
      else { continue }
      let values = number.dropFirst().compactMap { $0.isDigit ? Int($0 - 0x30) : checkValue($0) }
      guard values.count == 12 else { continue }
      if zip(values, 2...13).reduce(0, { $0 + $1.0 * $1.1 }) % 23 == check { return true }
    }
    return false
  }

  /// The place of a letter among the 23 that check pupil numbers: all but I, O and S.
  private static func checkValue(_ letter: UInt8) -> Int? {
    Array("ABCDEFGHJKLMNPQRTUVWXYZ".utf8).firstIndex(of: letter.upper)
  }

  /// Whether what stands before a place lets a number of its own begin there.
  private static func isFree(_ text: [UInt8], before index: Int) -> Bool {
    guard index > 0 else { return true }
    if joins(text[index - 1]) { return false }
    if [0x2d, 0x2e].contains(text[index - 1]) {
      return index > 1 ? !joins(text[index - 2]) : false
    }
    // A telephone number: +44 300 …
    return !text[..<index].reversed().starts(with: Array(" 44+".utf8))
  }

  private static func isFree(_ text: [UInt8], after index: Int) -> Bool {
    guard index < text.count else { return true }
    if [0x2d, 0x2e].contains(text[index]) {
      return index + 1 < text.count ? !joins(text[index + 1]) : true
    }
    return !joins(text[index])
  }

  /// Letters, digits, and what joins the parts of an address or a file name.
  private static func joins(_ byte: UInt8) -> Bool {
    byte.isDigit || byte.isLetter || byte >= 0x80 || [0x2b, 0x2f, 0x3d, 0x5f].contains(byte)
  }
}

extension UInt8 {
  /// Whether the byte is an ASCII digit.
  var isDigit: Bool { (0x30...0x39).contains(self) }
  /// Whether the byte is an ASCII letter.
  var isLetter: Bool { (0x61...0x7a).contains(self | 0x20) }
  /// The capital of an ASCII letter.
  var upper: UInt8 { isLetter ? self & 0xdf : self }
}
