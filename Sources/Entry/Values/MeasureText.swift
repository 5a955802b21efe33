import Safeguarding

/// Published values as they are typed: `44.4`, `at least 450`, `about 70`, `a low number`.
enum MeasureText {
  private static let bounds = ["at least ", "minimum of ", "not less than "]
  private static let guesses = [
    "about ", "approximately ", "approx. ", "approx ", "around ", "circa ", "c. ", "roughly ",
  ]
  private static let missing = [
    "not available", "n/a", "na", "not published", "not collected", "not known", "unknown",
    "no data",
  ]
  /// What tables print for a value that is hidden.
  private static let hidden = ["suppressed", "hidden", "*", "[c]", "confidential"]
  /// What tables print for the other published reasons.
  private static let reasons: [(spelling: [String], reason: MissingReason)] = [
    (["[x]", "not available"], .notAvailable), (["[z]", "not applicable"], .notApplicable),
    (["[low]", "too low to show"], .low), (["[u]", "unreliable"], .unreliable),
  ]

  /// Understands a value; letters that are no number are the words of the source.
  static func reading(of text: String) -> EntryReading {
    if text.isEmpty { return .understood(nil) }
    if let words = QuotedText.decoded(text) {
      return understood(Measure(.phrase, words: words), text)
    }
    let small = text.lowercased()
    if let number = number(small) { return understood(.exact, number, text) }
    for (qualifier, marks) in [(Measure.Qualifier.atLeast, bounds), (.about, guesses)] {
      guard let mark = marks.first(where: small.hasPrefix) else { continue }
      if let number = number(String(small.dropFirst(mark.count)).trimmingBlanks) {
        return understood(qualifier, number, text)
      }
    }
    for ending in ["+", " or more", " and more", " and over"] where small.hasSuffix(ending) {
      if let number = number(String(small.dropLast(ending.count)).trimmingBlanks) {
        return understood(.atLeast, number, text)
      }
    }
    if small.first == "~", let number = number(String(small.dropFirst()).trimmingBlanks) {
      return understood(.about, number, text)
    }
    if let value = absent(text, small) { return understood(value, text) }
    guard text.first?.isLetter == true else {
      return .problem(
        "\"\(text.shortened)\" is no number. Write it like 44.4 or 1,200, at least 450, about 70, "
          + "or the words of the source, such as a low number.")
    }
    return .understood(Measure(.phrase, words: text).stored, "in words, without a number")
  }

  private static func understood(
    _ qualifier: Measure.Qualifier, _ number: String, _ text: String
  ) -> EntryReading {
    guard let measure = Measure(qualifier, spelling: number) else {
      return .problem("\"\(text.shortened)\" is too large to work with. Check the number.")
    }
    return understood(measure, text)
  }

  private static func understood(_ measure: Measure, _ text: String) -> EntryReading {
    let words = measure.lines(.none).joined()
    return .understood(measure.stored, words == text ? "" : words)
  }

  /// A value that is not available, with the reason where there is one.
  private static func absent(_ text: String, _ small: String) -> Measure? {
    if hidden.contains(small) {
      return Measure(.suppressed, words: "", reason: .confidential)
    }
    if small.hasPrefix("<"), number(String(small.dropFirst())) != nil {
      return Measure(.suppressed, words: text, reason: .confidential)
    }
    for mark in ["hidden:", "suppressed:"] where small.hasPrefix(mark) {
      let words = String(text.dropFirst(mark.count)).trimmingBlanks
      return Measure(.suppressed, words: words, reason: .confidential)
    }
    if let known = reasons.first(where: { $0.spelling.contains(small) }), small.first == "[" {
      return Measure(.notAvailable, words: "", reason: known.reason)
    }
    for known in reasons
    where known.spelling.contains(where: { small == $0 || small.hasPrefix("\($0):") }) {
      let reason = small.hasPrefix("not available") ? nil : known.reason
      let words = text.firstIndex(of: ":").map { String(text[$0...].dropFirst()).trimmingBlanks }
      return Measure(.notAvailable, words: words ?? "", reason: reason)
    }
    if ["-", "–", "..", "not available", "n/a", "na"].contains(small) {
      return Measure(.notAvailable, words: "")
    }
    return missing.contains(small) ? Measure(.notAvailable, words: text) : nil
  }

  /// The digits of a number, whose commas part thousands; a percent sign behind it is the unit's.
  private static func number(_ text: String) -> String? {
    let digits = text.last == "%" ? String(text.dropLast()).trimmingBlanks : text
    guard let plain = ungrouped(digits), let first = plain.first, first.isNumber || first == "-",
      plain.allSatisfy({ $0.isNumber || "-+.e".contains($0) }), Double(plain) != nil
    else { return nil }
    return plain
  }

  /// Digits without the commas between thousands; nil where commas stand elsewhere.
  static func ungrouped(_ text: String) -> String? {
    guard text.contains(",") else { return text }
    let halves = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let groups = halves[0].split(separator: ",", omittingEmptySubsequences: false)
    let isGrouped =
      (1...3).contains(groups[0].drop { $0 == "-" }.count)
      && groups.dropFirst().allSatisfy { $0.count == 3 && $0.allSatisfy(\.isNumber) }
    return isGrouped ? text.replacing(",", with: "") : nil
  }

  /// A value as it is typed.
  static func text(of value: StoredValue) -> String {
    guard let measure = Measure.read(from: StoredSource(value)) else { return value.text ?? "" }
    let spelling =
      value.number ?? value["atLeast"]?.number ?? value["about"]?.number ?? ""
    let texts =
      switch measure.qualifier {
      case .exact: [measure.text, spelling]
      case .atLeast: ["at least \(measure.text.dropLast())", "at least \(spelling)"]
      case .about: [measure.text, "about \(spelling)"]
      case .phrase: [measure.words, QuotedText.encoded(measure.words)]
      case .notAvailable, .suppressed:
        (measure.words.isEmpty ? [] : [measure.words])
          + measure.lines(.none)
          + (measure.reason.map { ["[\($0.symbol)]", "[\($0.symbol)]: \(measure.words)"] } ?? [])
      }
    return texts.first { reading(of: $0).value == value } ?? texts.last ?? ""
  }
}

extension StoredValue {
  /// The number as it is spelled, where it is one.
  fileprivate var number: String? {
    if case .number(let spelling) = self { spelling } else { nil }
  }
}
