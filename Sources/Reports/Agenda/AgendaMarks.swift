/// How the lines of an agenda are marked: as plain text or as Markdown.
struct AgendaMarks {
  private let isMarkdown: Bool

  static let text = AgendaMarks(isMarkdown: false)
  static let markdown = AgendaMarks(isMarkdown: true)

  func title(_ text: String) -> String { (isMarkdown ? "# " : "") + plain(text) }

  func heading(_ text: String) -> String { (isMarkdown ? "## " : "") + plain(text) }

  func item(_ text: String) -> String { "- " + plain(text) }

  func subitem(_ text: String) -> String { "  - " + plain(text) }

  /// A text in one line, in which no character marks anything.
  func plain(_ text: String) -> String {
    var plain = ""
    for character in SafeOutput.text(text) {
      if character.isNewline {
        plain += " "
        continue
      }
      if isMarkdown, "\\`*_[]<>|#&".contains(character) { plain += "\\" }
      plain.append(character)
    }
    return plain
  }
}
