import Papers
import Safeguarding

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
  /// A cell of several lines keeps them. A column that says nothing in any row is left out. Each cell knows
  /// its head, as on a narrow screen the cells of a row stand below one another.
  mutating func add(table caption: String, heads: [String], rows: [[String]]) {
    let shown = heads.indices.filter { column in
      column == 0 || rows.contains { column < $0.count && !$0[column].isEmpty }
    }
    let names = heads.map(HTMLPage.escaped)
    let head = shown.map { "<th scope=\"col\">\(names[$0])</th>" }.joined()
    let lines = rows.map { cells in
      let parts = shown.filter(cells.indices.contains).map { column in
        let text = HTMLPage.escaped(cells[column])
        if column == 0 { return "<th scope=\"row\">\(text)</th>" }
        let isShort = cells[column].count <= HTMLPage.shortText
        return "<td data-head=\"\(names[column])\"\(isShort ? " class=\"short\"" : "")>\(text)</td>"
      }
      return "<tr>\(parts.joined())</tr>"
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

  /// What is so short stands on one line: a date, a status, a number.
  private static let shortText = 12

  /// Dark on light at 7:1 and more; heads are repeated on each sheet, no row is torn, and nothing is wider
  /// than a narrow screen.
  private static let style = """
    body { font: 1rem/1.5 system-ui, sans-serif; color: #1b1b1b; background: #fff; margin: 2rem; }
    main { max-width: 60rem; margin: 0 auto; }
    h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin-top: 2rem; } h3 { font-size: 1rem; margin-bottom: .3rem; }
    h1, h2, h3, p, th, td { overflow-wrap: break-word; }
    p { white-space: pre-line; }
    table { border-collapse: collapse; width: 100%; }
    caption { text-align: left; color: #444; padding-bottom: .3rem; }
    th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border: 1px solid #767676; white-space: pre-line; max-width: 24rem; }
    thead th { background: #eee; }
    .short { white-space: nowrap; }
    @media print { body { margin: 0; font-size: 10pt; } thead { display: table-header-group; } tr { break-inside: avoid; } h2, h3, h2 + p, caption, thead { break-after: avoid; } tbody tr:first-child { break-before: avoid; } }
    @media screen and (max-width: 40rem) {
      body { margin: 1rem; }
      table, caption, tbody, tr, th, td { display: block; }
      thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
      tr { border: 1px solid #767676; margin-bottom: .8rem; }
      th, td { border: 0; padding: .2rem .6rem; max-width: none; }
      td:empty { display: none; }
      td::before { content: attr(data-head) ": "; color: #444; }
    }
    """

  /// A text in which no character marks anything; what does not show is left out.
  static func escaped(_ text: String) -> String {
    // The mark of what illustrates does not begin a line.
    WebText.escaped(text, keeping: illustrativeMark)
  }
}
