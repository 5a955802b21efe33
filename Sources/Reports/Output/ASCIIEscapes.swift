extension SafeOutput {
  /// JSON text in ASCII alone, with an escape for every other character: nothing is lost on its way.
  ///
  /// - Parameter json: The text of a JSON value, in which such characters stand in strings only.
  /// - Returns: The same value, spelled otherwise.
  package static func escapedJSON(_ json: String) -> String {
    var escaped = ""
    for scalar in json.unicodeScalars {
      if scalar.isASCII {
        escaped.unicodeScalars.append(scalar)
      } else {
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16, uppercase: true)
          escaped += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      }
    }
    return escaped
  }
}
