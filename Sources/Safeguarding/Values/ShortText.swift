/// A count with its noun: "1 action", "3 actions".
package func counted(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)\(count == 1 ? "" : "s")"
}

extension String {
  /// The text without blanks and empty lines at its ends.
  package var trimmingBlanks: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }

  /// The text on one line, short enough for a sentence.
  package var shortened: String {
    let line = replacing("\n", with: " ")
    return line.count <= 40 ? line : line.prefix(37) + "..."
  }
}
