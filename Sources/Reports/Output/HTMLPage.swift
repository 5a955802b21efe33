/// A page that stands by itself: for a screen, for paper and for people who hear it.
///
/// It loads nothing and runs nothing; whatever is written into it is text.
struct HTMLPage {
  private let title: String
  private var body: [String] = []

  /// A page with its title as the first heading.
  init(title: String) {
    self.title = title
    body.append("<h1>\(HTMLPage.escaped(title))</h1>")
  }

  mutating func add(heading text: String) { body.append("<h2>\(HTMLPage.escaped(text))</h2>") }

  mutating func add(subheading text: String) { body.append("<h3>\(HTMLPage.escaped(text))</h3>") }

  mutating func add(paragraph text: String) { body.append("<p>\(HTMLPage.escaped(text))</p>") }

  /// Adds a table with its heads; the first cell of a row names it.
  ///
  /// A cell of several lines keeps them.
  mutating func add(table caption: String, heads: [String], rows: [[String]]) {
    let head = heads.map { "<th scope=\"col\">\(HTMLPage.escaped($0))</th>" }.joined()
    let lines = rows.map { cells in
      let first = cells.first.map { "<th scope=\"row\">\(HTMLPage.escaped($0))</th>" } ?? ""
      let rest = cells.dropFirst().map { "<td>\(HTMLPage.escaped($0))</td>" }.joined()
      return "<tr>\(first)\(rest)</tr>"
    }
    body.append("<table>\n<caption>\(HTMLPage.escaped(caption))</caption>")
    body.append("<thead><tr>\(head)</tr></thead>\n<tbody>")
    body += lines
    body.append("</tbody>\n</table>")
  }

  /// The page, with the end of its last line.
  var text: String {
    """
    <!DOCTYPE html>
    <html lang="en-GB">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <title>\(HTMLPage.escaped(title))</title>
    <style>
    \(HTMLPage.style)
    </style>
    </head>
    <body>
    <main>
    \(body.joined(separator: "\n"))
    </main>
    </body>
    </html>

    """
  }

  /// Dark on light at 7:1 and more; heads are repeated on each sheet, and no row is torn.
  private static let style = """
    body { font: 1rem/1.5 system-ui, sans-serif; color: #1b1b1b; background: #fff; margin: 2rem; }
    main { max-width: 60rem; margin: 0 auto; }
    h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin-top: 2rem; } h3 { font-size: 1rem; margin-bottom: .3rem; }
    p { white-space: pre-line; }
    table { border-collapse: collapse; width: 100%; }
    caption { text-align: left; color: #444; padding-bottom: .3rem; }
    th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border: 1px solid #767676; white-space: pre-line; }
    thead th { background: #eee; }
    @media print { body { margin: 0; font-size: 10pt; } thead { display: table-header-group; } tr { break-inside: avoid; } h2, h3 { break-after: avoid; } }
    """

  /// A text in which no character marks anything; what does not show is left out.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in SafeOutput.text(text) {
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
}
