import Letters
import Papers
import Safeguarding

/// How the lines of an agenda are marked: as plain text or as Markdown.
struct AgendaMarks {
  private let isMarkdown: Bool
  /// What stands behind each line that rests on a record that illustrates; empty where none does.
  private(set) var mark = ""

  private init(isMarkdown: Bool) { self.isMarkdown = isMarkdown }

  /// The same for a meeting that illustrates: each of its lines says so.
  var illustrative: AgendaMarks {
    var marks = self
    marks.mark = illustrativeMark
    return marks
  }

  static let text = AgendaMarks(isMarkdown: false)
  static let markdown = AgendaMarks(isMarkdown: true)

  func title(_ text: String) -> String { (isMarkdown ? "# " : "") + plain(text) }

  func heading(_ text: String) -> String { (isMarkdown ? "## " : "") + plain(text) }

  func item(_ text: String) -> String { "- " + plain(text) }

  func subitem(_ text: String) -> String { "  - " + plain(text) }

  /// A text in one line, in which no character marks anything.
  func plain(_ text: String) -> String {
    let line = SafeOutput.text(text).map { $0.isNewline ? " " : String($0) }.joined()
    return isMarkdown ? MarkdownText.escaped(line) : line
  }
}
