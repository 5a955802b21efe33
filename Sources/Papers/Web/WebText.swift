import Letters

/// Text in a page: no character of it marks anything, and what does not show is left out.
package enum WebText {
  /// A text as it stands in a page.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - mark: A sign that never begins a line; none where it is empty.
  /// - Returns: The same text, with a name for each character that would mark something.
  package static func escaped(_ text: String, keeping mark: String = PaperText.mark) -> String {
    var escaped = ""
    for character in SafeOutput.text(text) {
      if String(character) == mark, let last = escaped.last,
        !last.isWhitespace, !last.isLetter, !last.isNumber
      {
        escaped += "&#8288;"
      }
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.append(character)
      }
    }
    return escaped
  }

  /// A text in one line between the quotation marks of a style sheet, where it can end neither.
  static func styled(_ text: String) -> String {
    SafeOutput.text(text).unicodeScalars.map { scalar in
      let isPlain = scalar.properties.isAlphabetic || "0123456789 -".unicodeScalars.contains(scalar)
      return isPlain ? String(scalar) : "\\\(String(scalar.value, radix: 16)) "
    }.joined()
  }
}
