extension Unicode.Scalar {
  /// Whether nobody sees it: soft hyphens, joiners, marks of direction and of variation, tags, fillers
  /// and control characters; blanks and line ends are no such thing.
  package var isInvisible: Bool {
    switch value {
    case 0x00...0x08, 0x0e...0x1f, 0x7f...0x84, 0x86...0x9f: true
    case 0xad, 0x34f, 0x61c, 0x115f...0x1160, 0x17b4...0x17b5, 0x180b...0x180f, 0x200b...0x200f,
      0x202a...0x202e, 0x2060...0x206f, 0x3164, 0xfe00...0xfe0f, 0xfeff, 0xffa0, 0xfff0...0xfffb,
      0x1bca0...0x1bca3, 0x1d173...0x1d17a, 0xe0000...0xe0fff:
      true
    default: false
    }
  }
}

extension String {
  /// The text without what nobody sees and nothing needs, as it comes along with what is pasted.
  ///
  /// What says something stays: joiners between emoji and in scripts that write with them, variants of
  /// emoji and of ideographs, the letters of flags, marks of direction in text that runs to the left.
  package var cleaned: (text: String, dropped: Int) {
    if utf8.allSatisfy({ $0 < 0x7f && ($0 >= 0x20 || $0 &- 9 < 5) }) { return (self, 0) }
    let scalars = Array(unicodeScalars)
    lazy var runsLeft = scalars.contains { $0.runsLeft }
    var view = String.UnicodeScalarView()
    for (place, scalar) in scalars.enumerated()
    where !scalar.isInvisible
      || scalar.isNeeded(
        after: view, before: place + 1 < scalars.count ? scalars[place + 1] : nil,
        runsLeft: runsLeft)
    {
      view.append(scalar)
    }
    return (String(view), scalars.count - view.count)
  }

  /// The text on one line, without what nobody sees: for names and titles.
  package var cleanedLine: String {
    let words = cleaned.text.split(whereSeparator: \.isNewline).map { line in
      var line = line
      while line.first?.isWhitespace == true { line.removeFirst() }
      while line.last?.isWhitespace == true { line.removeLast() }
      return line
    }
    return words.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// What is told where something was dropped; empty where nothing was.
  package static func dropNote(_ count: Int) -> String {
    switch count {
    case 0: ""
    case 1: "one character that does not show was left out"
    default: "\(count) characters that do not show were left out"
    }
  }
}

extension Unicode.Scalar {
  /// Whether what does not show says something where it stands.
  fileprivate func isNeeded(
    after text: String.UnicodeScalarView, before next: Unicode.Scalar?, runsLeft: Bool
  ) -> Bool {
    guard let last = text.last else { return false }
    switch value {
    case 0x200d:
      guard let next else { return false }
      return last.isPartOfEmoji && next.isPartOfEmoji || last.joins && next.joins
    case 0x200c: return last.joins && next?.joins == true
    case 0xfe0e, 0xfe0f:
      return last.properties.isEmoji && (!last.isASCII || next?.value == 0x20e3)
        || last.properties.isIdeographic
    case 0xfe00...0xfe0d, 0xe0100...0xe01ef: return last.properties.isIdeographic
    case 0x180b...0x180f: return (0x1800...0x18af).contains(last.value)
    case 0xe0020...0xe007f: return last.value == 0x1f3f4 || (0xe0020...0xe007e).contains(last.value)
    case 0x200e, 0x200f, 0x61c: return runsLeft
    default: return false
    }
  }

  /// Whether a joiner may stand beside it: an emoji, its skin or its variation.
  private var isPartOfEmoji: Bool {
    !isASCII && properties.isEmoji || value == 0xfe0f || value == 0x20e3
  }

  /// Whether it is of a script that says something by joining letters or keeping them apart.
  private var joins: Bool { (0x600...0x1cff).contains(value) && (value < 0x10a0 || value > 0x13ff) }

  /// Whether it is of a script that runs to the left.
  fileprivate var runsLeft: Bool {
    switch value {
    case 0x590...0x8ff where value != 0x61c: true
    case 0xfb1d...0xfdff, 0xfe70...0xfefc, 0x10800...0x10fff, 0x1e800...0x1efff: true
    default: false
    }
  }
}
