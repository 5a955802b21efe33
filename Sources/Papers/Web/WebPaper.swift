import Letters

extension WrittenPaper {
  /// The paper as one page of HTML that stands by itself: it loads nothing and runs nothing.
  package var html: String {
    let numbers = SourceNumbers(self)
    var sections = writtenSections
    if !numbers.sources.isEmpty { sections.append(PaperSection("Sources")) }
    let writer = WebWriter(numbers: numbers)
    let label = WebText.escaped(label)
    var body = ["<p class=\"label\">\(label)</p>", "</header>", "<main>"]
    body.append("<h1>\(WebText.escaped(title))</h1>")
    body += opening.enumerated().map { writer.written($1, place: "o\($0)") }
    body += contents(sections)
    for (index, section) in sections.enumerated() {
      let place = "s\(index + 1)"
      let isSources = index == sections.count - 1 && !numbers.sources.isEmpty
      body += isSources ? writer.sources(place: place) : writer.lines(of: section, 2, place: place)
    }
    return """
      <!DOCTYPE html>
      <html lang="\(WebText.escaped(language))">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>\(WebText.escaped(title))</title>
      <style>
      \(WebStyle.sheet(label: self.label))
      </style>
      </head>
      <body>
      <header>
      \(body.joined(separator: "\n"))
      </main>
      <footer><p class="label">\(label)</p></footer>
      </body>
      </html>

      """
  }

  private func contents(_ sections: [PaperSection]) -> [String] {
    guard hasContents, sections.count > 2 else { return [] }
    return ["<nav aria-labelledby=\"contents\">", "<h2 id=\"contents\">Contents</h2>", "<ul>"]
      + sections.enumerated().map { index, section in
        "<li><a href=\"#s\(index + 1)\">\(WebText.escaped(section.heading))</a></li>"
      } + ["</ul>", "</nav>"]
  }
}

/// Writes the blocks of a paper in HTML; a place is part of the ids of what stands there, so that each is used once.
private struct WebWriter {
  let numbers: SourceNumbers

  func lines(of section: PaperSection, _ level: Int, place: String) -> [String] {
    let heading = "<h\(min(6, level)) id=\"\(place)\">"
    let open = section.isWide ? ["<div class=\"wide\">"] : []
    return open
      + [heading + WebText.escaped(section.heading) + "</h\(min(6, level))>"]
      + section.blocks.enumerated().map { written($1, place: "\(place)b\($0 + 1)") }
      + section.parts.enumerated().flatMap { index, part in
        lines(of: part, level + 1, place: "\(place)-\(index + 1)")
      } + (section.isWide ? ["</div>"] : [])
  }

  func sources(place: String) -> [String] {
    ["<h2 id=\"\(place)\">Sources</h2>", "<ol class=\"sources\">"]
      + numbers.sources.enumerated().map {
        "<li id=\"source-\($0 + 1)\">\(WebText.escaped($1))</li>"
      } + ["</ol>"]
  }

  private func text(_ text: PaperText) -> String {
    let found = numbers.numbers(of: text)
    if found.isEmpty { return WebText.escaped(text.marked) }
    let links = found.map { "<a href=\"#source-\($0)\">[\($0)]</a>" }.joined(separator: " ")
    return "\(WebText.escaped(text.marked))&nbsp;<span class=\"note\">\(links)</span>"
  }

  func written(_ block: PaperBlock, place: String) -> String {
    switch block {
    case .paragraph(let own): "<p>\(text(own))</p>"
    case .list(let items):
      "<ul>\n\(items.map { "<li>\(text($0))</li>" }.joined(separator: "\n"))\n</ul>"
    case .facts(let facts):
      "<dl>\n"
        + facts.map { "<dt>\(WebText.escaped($0.name))</dt><dd>\(text($0.text))</dd>" }
        .joined(separator: "\n") + "\n</dl>"
    case .table(let table): written(table, place: place)
    case .chart(let chart): written(chart, place: place)
    case .gap(let gap):
      "<p class=\"gap\"><strong>\(gap.kindWords):</strong> \(WebText.escaped(gap.what))"
        + (gap.who.isEmpty ? "" : " <em>\(WebText.escaped(gap.whoWords))</em>") + "</p>"
    }
  }

  /// A table in a region of its own that scrolls, so that no page is wider than the screen.
  private func written(_ table: PaperTable, place: String) -> String {
    let heads = zip(table.heads.indices, table.heads).map { column, head in
      "<th scope=\"col\"\(style(table, column))>\(WebText.escaped(head))</th>"
    }.joined()
    let rows = table.rows.map { row in
      let cells = zip(row.indices, row).map { column, cell in
        column == 0
          ? "<th scope=\"row\">\(text(cell))</th>" : "<td\(style(table, column))>\(text(cell))</td>"
      }.joined()
      return "<tr>\(cells)</tr>"
    }
    return """
      <div class="scroll" role="group" aria-labelledby="\(place)c" tabindex="0">
      <table>
      <caption id="\(place)c">\(WebText.escaped(table.caption))</caption>
      <thead><tr>\(heads)</tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody>
      </table>
      </div>
      """
  }

  private func style(_ table: PaperTable, _ column: Int) -> String {
    table.numbers.contains(column) ? " class=\"number\"" : ""
  }

  /// A chart whose words stay as large as all others: each bar has its words above it.
  private func written(_ chart: PaperChart, place: String) -> String {
    let (row, most) = (44, max(chart.longest, .leastNonzeroMagnitude))
    let bars = chart.bars.enumerated().map { index, bar in
      let top = index * row
      let words = WebText.escaped("\(WebWriter.short(bar.name.marked)): \(bar.words)")
      let text = "<text x=\"0\" y=\"\(top + 16)\">\(words)</text>"
      guard let value = bar.value, value > 0 else { return text }
      let width = max(1, Int((value / most * 100).rounded()))
      return text + "<rect x=\"0\" y=\"\(top + 22)\" width=\"\(width)%\" height=\"14\"/>"
    }
    return """
      <figure>
      <svg role="img" aria-labelledby="\(place)t \(place)d" width="100%" height="\(chart.bars.count * row)">
      <title id="\(place)t">\(WebText.escaped(chart.caption))</title>
      <desc id="\(place)d">\(WebText.escaped(chart.summary))</desc>
      \(bars.joined(separator: "\n"))
      </svg>
      <figcaption>\(WebText.escaped(chart.caption)). \(WebText.escaped(chart.summary))</figcaption>
      </figure>
      \(written(chart.table, place: place))
      """
  }

  /// A name that has room beside its number on a narrow screen; the table has all of it.
  private static func short(_ name: String) -> String {
    let most = 26
    if name.count <= most { return name }
    return name.prefix(most).trimmingEnd + "\u{2026}"
  }
}

extension Substring {
  fileprivate var trimmingEnd: Substring {
    var rest = self
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return rest
  }
}
