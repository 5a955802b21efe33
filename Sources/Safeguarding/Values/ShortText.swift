/// A count with its noun: "1 action", "3 actions".
package func counted(_ count: Int, _ noun: String) -> String {
  "\(grouped(count)) \(noun)\(count == 1 ? "" : "s")"
}

/// Several things as a person says them: "a", "a and b", "a, b and c".
package func listed(_ things: [String]) -> String {
  guard let last = things.last, things.count > 1 else { return things.first ?? "" }
  return things.dropLast().joined(separator: ", ") + " and " + last
}

/// A number with a comma between thousands: "12", "12,000".
package func grouped(_ count: Int) -> String {
  formatted(Double(count), decimals: 0, grouping: true)
}

extension String {
  /// The text without blanks and empty lines at its ends.
  package var trimmingBlanks: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }

  /// The text with a blank in place of each line break, however many stand in a row.
  package var onOneLine: String { split(whereSeparator: \.isNewline).joined(separator: " ") }

  /// The text on one line, short enough for a sentence.
  package var shortened: String {
    let line = replacing("\n", with: " ")
    return line.count <= 40 ? line : line.prefix(37) + "..."
  }

  /// The text as a title of history: on one line, cut where it is very long.
  package var shortTitle: String {
    let line = replacing("\n", with: " ")
    return line.count <= 120 ? line : line.prefix(117) + "..."
  }

  /// The word behind its article: "an action", "a review".
  package var withArticle: String {
    let isVowel = first.map { "aeiou".contains($0.lowercased()) } ?? false
    return "\(isVowel ? "an" : "a") \(self)"
  }

  /// The text with a small letter at its beginning.
  package var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
