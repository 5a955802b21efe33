/// Something to print about a meeting: headings, paragraphs and tables, before it is written in a format.
struct MeetingPaper {
  private enum Block {
    case heading(String)
    case subheading(String)
    case paragraph(String)
    case table(caption: String, heads: [String], rows: [[String]])
  }

  private let title: String
  private var blocks: [Block] = []

  /// A paper with its title.
  init(title: String) { self.title = title }

  mutating func add(heading text: String) { blocks.append(.heading(text)) }
  mutating func add(subheading text: String) { blocks.append(.subheading(text)) }

  /// Adds a paragraph; none where there is nothing to say.
  mutating func add(paragraph text: String) {
    if !text.isEmpty { blocks.append(.paragraph(text)) }
  }

  /// Adds a table, whose first cell names the row; a paragraph that says so where it is empty.
  mutating func add(table caption: String, heads: [String], rows: [[String]], none: String) {
    blocks.append(
      rows.isEmpty ? .paragraph(none) : .table(caption: caption, heads: heads, rows: rows))
  }

  /// The paper in a format, with the end of its last line; JSON has its own form.
  func written(as format: AgendaReport.Format) -> String {
    switch format {
    case .html: page
    case .markdown, .json: markdown
    case .text: text
    }
  }

  private var page: String {
    var page = HTMLPage(title: title)
    for block in blocks {
      switch block {
      case .heading(let text): page.add(heading: text)
      case .subheading(let text): page.add(subheading: text)
      case .paragraph(let text): page.add(paragraph: text)
      case .table(let caption, let heads, let rows):
        page.add(table: caption, heads: heads, rows: rows)
      }
    }
    return page.text
  }

  private var markdown: String {
    func plain(_ text: String) -> String { AgendaMarks.markdown.plain(text) }
    let parts = blocks.map { block in
      switch block {
      case .heading(let text): "## \(plain(text))"
      case .subheading(let text): "### \(plain(text))"
      case .paragraph(let text): MeetingPaper.lines(text).map(plain).joined(separator: "  \n")
      case .table(_, let heads, let rows):
        MarkdownTable(MeetingPaper.listing(heads, rows)).text.dropLast().description
      }
    }
    return (["# \(plain(title))"] + parts).joined(separator: "\n\n") + "\n"
  }

  private var text: String {
    func plain(_ text: String) -> String { AgendaMarks.text.plain(text) }
    let parts = blocks.map { block in
      switch block {
      case .heading(let text), .subheading(let text): plain(text)
      case .paragraph(let text): MeetingPaper.lines(text).map(plain).joined(separator: "\n")
      case .table(_, let heads, let rows):
        TextTable(MeetingPaper.listing(heads, rows)).text.dropLast().description
      }
    }
    return ([plain(title)] + parts).joined(separator: "\n\n") + "\n"
  }

  private static func lines(_ text: String) -> [String] {
    text.split(omittingEmptySubsequences: false) { $0.isNewline }.map(String.init)
  }

  private static func listing(_ heads: [String], _ rows: [[String]]) -> Listing {
    var listing = Listing(columns: heads.enumerated().map { Listing.Column("c\($0)", $1) })
    for row in rows { listing.add(row.map { .known($0) }) }
    return listing
  }
}
