import Testing

@testable import Papers

/// Text in Markdown reads as it stands.
@Suite struct MarkdownTextTests {
  private static let texts = [
    "1. Welcome", "1) Welcome", "12345. Long", "- item", "+ item", "* item", "# Heading", "###",
    "> quoted",
    "| a | b |", "---", "***", "___", "===", "    code", "\tcode", "~~~", "```", "<b>bold</b>",
    "<!-- x -->",
    "[link](http://x)", "![image](x)", "[ref]: x", "[^1]", "back\\slash", "ends in \\", "`code`",
    "*a* _b_",
    "a_b_c", "~~gone~~", "&amp; &lt;", "$x$", "1.", "1.5 million", "2024", "-5 degrees",
    "- [ ] task",
    "Ends with blanks  ", "=1+1", "5 * 3 - 2", "2024-25. Next", "٣. Arabic", "plain words, (a) “b”",
    "",
  ]

  @Test(arguments: texts)
  func noLineHasAStructure(text: String) {
    for beginning in ["", "- ", "  - ", "# "] {
      let line = beginning + MarkdownText.escaped(text)
      let read = Inline.read(String(line.dropFirst(beginning.count)))
      #expect(!read.hasStructure, "\(line)")
      #expect(
        read.text
          == text.split(separator: " ", omittingEmptySubsequences: false)
          .joined(separator: " ").trimmingSides, "\(line)")
    }
  }

  @Test(arguments: [("a", "`a`"), ("a`b", "`` a`b ``"), ("``", "``` `` ```"), ("a|b", #"`a\|b`"#)])
  func codeHoldsEveryBacktick(text: String, code: String) {
    #expect(MarkdownText.code(text) == code)
  }

  /// What a reader of Markdown makes of one line: its text, and whether anything in it is a mark.
  private struct Inline {
    var text = ""
    var hasStructure = false

    static func read(_ line: String) -> Inline {
      var inline = Inline()
      let characters = Array(line)
      // Blocks: what a line begins with.
      let digits = characters.prefix { "0123456789".contains($0) }.count
      if let first = characters.first {
        inline.hasStructure = "-+=>#|~ \t".contains(first)
        if digits > 0, digits < characters.count, ".)".contains(characters[digits]) {
          inline.hasStructure = true
        }
      }
      if characters.last == " " { inline.hasStructure = true }
      // Marks within the line, where no backslash stands before them.
      var place = 0
      while place < characters.count {
        let character = characters[place]
        if character == "\\", place + 1 < characters.count,
          characters[place + 1].isASCII, characters[place + 1].isPunctuationOrSign
        {
          inline.text.append(characters[place + 1])
          place += 2
          continue
        }
        if "\\`*_~[]<>|&$#".contains(character) { inline.hasStructure = true }
        inline.text.append(character)
        place += 1
      }
      return inline
    }
  }
}

extension Character {
  fileprivate var isPunctuationOrSign: Bool { isPunctuation || isSymbol }
}

extension String {
  fileprivate var trimmingSides: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
