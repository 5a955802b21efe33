import Letters

extension WrittenPaper {
  /// The paper in Markdown, with the end of its last line.
  package var markdown: String {
    let writer = MarkdownWriter(numbers: SourceNumbers(self))
    var lines = ["# \(MarkdownWriter.line(title))", "**\(MarkdownWriter.line(label))**"]
    lines += opening.map(writer.written)
    for section in writtenSections { lines += writer.lines(of: section, level: 2) }
    if !writer.numbers.sources.isEmpty {
      lines.append("## Sources")
      lines.append(
        writer.numbers.sources.enumerated().map { "\($0 + 1). \(MarkdownWriter.line($1))" }
          .joined(separator: "\n"))
    }
    return lines.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }
}

/// Writes the blocks of a paper in Markdown.
private struct MarkdownWriter {
  let numbers: SourceNumbers

  /// A text in one line that reads as it stands.
  static func line(_ text: String) -> String {
    MarkdownText.escaped(String(SafeOutput.text(text).map { $0.isNewline ? " " : $0 }))
  }

  /// A text with the numbers of its sources; what stands in lines is one line here.
  private func text(_ text: PaperText) -> String {
    let found = numbers.numbers(of: text).map { "\\[\($0)\\]" }.joined()
    let line = text.marked.split { $0.isNewline }.reduce(into: "") { line, next in
      if !line.isEmpty { line += line.hasSuffix(".") ? " " : "; " }
      line += next
    }
    return MarkdownWriter.line(line) + (found.isEmpty ? "" : " \(found)")
  }

  func lines(of section: PaperSection, level: Int) -> [String] {
    let signs = String(repeating: "#", count: min(6, level))
    return ["\(signs) \(MarkdownWriter.line(section.heading))"] + section.blocks.map(written)
      + section.parts.flatMap { lines(of: $0, level: level + 1) }
  }

  func written(_ block: PaperBlock) -> String {
    switch block {
    case .paragraph(let own): text(own)
    case .list(let items): items.map { "- \(text($0))" }.joined(separator: "\n")
    case .facts(let facts):
      facts.map { "- **\(MarkdownWriter.line($0.name))**: \(text($0.text))" }
        .joined(separator: "\n")
    case .table(let table): written(table)
    case .chart(let chart):
      "**\(MarkdownWriter.line(chart.caption))**\n\n" + MarkdownWriter.line(chart.summary) + "\n\n"
        + written(chart.table)
    case .gap(let gap):
      "> **\(gap.kindWords):** "
        + MarkdownWriter.line(
          [gap.what, gap.whoWords].filter { !$0.isEmpty }.joined(separator: " "))
    }
  }

  private func written(_ table: PaperTable) -> String {
    let heads = table.heads.map(MarkdownWriter.line)
    let rule = table.heads.indices.map { table.numbers.contains($0) ? "---:" : "---" }
    let rows = table.rows.map { $0.map(text) }
    return "**\(MarkdownWriter.line(table.caption))**\n\n"
      + ([heads, rule] + rows).map { "| \($0.joined(separator: " | ")) |" }.joined(separator: "\n")
  }
}
