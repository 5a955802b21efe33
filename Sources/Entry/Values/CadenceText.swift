import Safeguarding

/// How often something happens as it is typed: `monthly`, `every 6 weeks`, `4 times a year`.
enum CadenceText {
  /// Understands how often something happens.
  static func reading(of text: String) -> EntryReading {
    if text.isEmpty { return .understood(nil) }
    let (words, printed) = PrintedWords.parted(text)
    guard let cadence = Cadence(typed: words) else {
      return .problem(
        "\"\(text.shortened)\" does not say how often. Write it like monthly, quarterly, "
          + "every 6 weeks, every 2 months or 4 times a year.")
    }
    var value = cadence.stored
    if let printed { value?["printed"] = .text(printed) }
    return .understood(value, cadence.words == words ? "" : cadence.words)
  }

  /// How often something happens as it is typed.
  static func text(of value: StoredValue) -> String {
    guard let cadence = Cadence.read(from: StoredSource(value)) else { return value.text ?? "" }
    let words = PrintedWords.joined(cadence.words, cadence.printed)
    if reading(of: words).value == value { return words }
    let spelled = "every \(cadence.every) \(cadence.unit.rawValue)s"
    return PrintedWords.joined(spelled, cadence.printed)
  }
}

/// The words of a source behind a date or an interval: `Nov 2007 (printed: By end Nov 2007)`.
enum PrintedWords {
  private static let mark = "(printed: "

  /// The text before the words of the source, and these words.
  static func parted(_ text: String) -> (text: String, printed: String?) {
    guard text.last == ")", let range = text.firstRange(of: mark) else { return (text, nil) }
    let printed = text[range.upperBound...].dropLast()
    return (String(text[..<range.lowerBound]).trimmingBlanks, String(printed))
  }

  /// A text with the words of the source behind it.
  static func joined(_ text: String, _ printed: String?) -> String {
    printed.map { "\(text) \(mark)\($0))" } ?? text
  }
}
