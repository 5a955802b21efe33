/// Text in Markdown that reads as it stands: none of it is a mark.
package enum MarkdownText {
  /// A text of one line in which nothing begins a list, a heading, a quotation, a rule, a table, code, a
  /// link or emphasis, wherever the line stands.
  package static func escaped(_ line: String) -> String {
    let characters = Array(line.trimmed)
    // A number with a full stop or a bracket behind it, or a line of one sign, begins something.
    let digits = characters.prefix { $0.isASCII && $0.isNumber }.count
    return characters.enumerated().map { place, character in
      let isMark =
        marks.contains(character)
        || place == 0 && "-+=".contains(character)
        || place == digits && digits > 0 && ".)".contains(character)
      return isMark ? "\\\(character)" : String(character)
    }.joined()
  }

  private static let marks: Set<Character> = Set("\\`*_~[]<>|#&$")

  /// A text as code, however many backticks it has; in a table no cell ends in it.
  package static func code(_ text: String) -> String {
    var (run, longest) = (0, 0)
    for character in text {
      run = character == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let blank = longest > 0 ? " " : ""
    return fence + blank + text.replacing("|", with: "\\|") + blank + fence
  }
}

extension String {
  /// The text without blanks at its ends, which would make code of it or break its line.
  fileprivate var trimmed: Substring {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return rest
  }
}
