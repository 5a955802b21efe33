import Papers

/// A listing as a table in Markdown, with the columns that people read.
struct MarkdownTable {
  let text: String

  init(_ listing: Listing) {
    let shown = listing.columns.indices.filter { listing.columns[$0].title != nil }
      .sorted { (listing.columns[$0].place, $0) < (listing.columns[$1].place, $1) }
    guard !listing.rows.isEmpty else {
      text = "Nothing is listed.\n"
      return
    }
    let heads = shown.map { MarkdownText.escaped(listing.columns[$0].title ?? "") }
    let rows = listing.rows.map { row in
      shown.map { column in
        let line = row[column].line(asShown: true)
        return MarkdownText.escaped(String(line.map { $0.isNewline ? " " : $0 }))
      }
    }
    text = ([heads, heads.map { _ in "---" }] + rows).map { cells in
      "| \(cells.joined(separator: " | ")) |\n"
    }.joined()
  }
}
