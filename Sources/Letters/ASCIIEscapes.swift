extension SafeOutput {
  /// JSON text with an escape for every character that could command a terminal, hide text or turn it
  /// round: nothing is lost on its way, and it is UTF-8 whatever the locale.
  ///
  /// - Parameter json: The text of a JSON value, in which such characters stand in strings only.
  /// - Returns: The same value, spelled otherwise.
  package static func json(_ json: String) -> String {
    if json.utf8.allSatisfy({ $0 < 0x7f }) { return json }
    var escaped = String.UnicodeScalarView()
    for scalar in json.unicodeScalars {
      guard isDangerous(scalar), scalar != "\n" else {
        escaped.append(scalar)
        continue
      }
      for unit in String(scalar).utf16 {
        let digits = String(unit, radix: 16, uppercase: true)
        let zeros = String(repeating: "0", count: 4 - digits.count)
        escaped.append(contentsOf: "\\u\(zeros)\(digits)".unicodeScalars)
      }
    }
    return String(escaped)
  }
}
