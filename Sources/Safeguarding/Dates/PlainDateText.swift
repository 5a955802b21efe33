extension String {
  /// A typed date in the letters that dates are read from: the digits of every script, wide letters and
  /// signs, dashes of every length and blanks of every width mean what the plain ones mean.
  package var asPlainDate: String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return self }
    var plain = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      plain.append(scalar.asPlainDate)
    }
    return String(plain)
  }
}

extension Unicode.Scalar {
  fileprivate var asPlainDate: Unicode.Scalar {
    if isASCII { return self }
    switch value {
    case 0xff01...0xff5e: return Unicode.Scalar(value - 0xff01 + 0x21) ?? self
    case 0x2010...0x2015, 0x2043, 0x2212, 0xfe58, 0xfe63: return "-"
    case 0x2044, 0x2215, 0x29f8: return "/"
    case 0x2024, 0xfe52: return "."
    case 0xfe50, 0x3001, 0x60c: return ","
    default: break
    }
    if properties.isWhitespace { return " " }
    guard properties.numericType == .decimal, let digit = properties.numericValue,
      (0...9).contains(digit)
    else { return self }
    return Unicode.Scalar(0x30 + UInt32(digit)) ?? self
  }
}
