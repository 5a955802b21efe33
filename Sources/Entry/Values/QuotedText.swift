import Safeguarding

/// Quotation marks around what would else be parted: a mark inside them is doubled.
enum QuotedText {
  /// The parts of a line between semicolons, without blanks around them; none in quotes parts.
  static func parts(_ text: String) -> [String] { split(text, at: ";") }

  /// The text between quotes; nil where it is not in quotes as a whole.
  static func decoded(_ text: String) -> String? {
    guard text.count >= 2, text.first == "\"", text.last == "\"" else { return nil }
    var result = ""
    var isHalf = false
    for character in text.dropFirst().dropLast() {
      if character == "\"" {
        if isHalf { result.append(character) }
        isHalf.toggle()
      } else if isHalf {
        return nil
      } else {
        result.append(character)
      }
    }
    return isHalf ? nil : result
  }

  /// The text in quotes.
  static func encoded(_ text: String) -> String {
    "\"\(text.replacing("\"", with: "\"\""))\""
  }

  /// Pieces of a text, without blanks around them and without empty ones.
  static func split(_ text: String, at separator: Character) -> [String] {
    var parts = [""]
    var isQuoted = false
    for character in text {
      if character == "\"" { isQuoted.toggle() }
      if character == separator, !isQuoted {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts.map(\.trimmingBlanks).filter { !$0.isEmpty }
  }

  /// Several texts, one a line; one that begins with a quotation mark may go on over lines.
  static func lines(_ text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
    var result: [String] = []
    while let line = lines.popFirst() {
      var whole = line.trimmingBlanks
      if whole.first == "\"", decoded(whole) == nil,
        let end = lines.indices.first(where: { end in
          decoded(([line] + lines[...end]).joined(separator: "\n").trimmingBlanks) != nil
        })
      {
        whole = ([line] + lines[...end]).joined(separator: "\n").trimmingBlanks
        lines = lines[(end + 1)...]
      }
      if !whole.isEmpty { result.append(decoded(whole) ?? whole) }
    }
    return result
  }

  /// Several texts as they are typed, one a line.
  static func text(of lines: [String]) -> String {
    lines.map { $0.contains("\n") || $0.first == "\"" ? encoded($0) : $0 }
      .joined(separator: "\n")
  }
}
