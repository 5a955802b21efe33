/// Writes the text of a Word document, and keeps which charts stand in it.
struct WordWriter {
  private let paper: WrittenPaper
  private let numbers: SourceNumbers
  /// The charts in the order in which they stand in the text.
  private(set) var charts: [PaperChart] = []
  private var tables = 0
  private var marks = 0
  private var parts: [String] = []
  private var sheet = WordSheet.upright

  init(_ paper: WrittenPaper) {
    self.paper = paper
    numbers = SourceNumbers(paper)
  }

  /// The part with the text; the charts are known after it was asked for.
  var body: String {
    mutating get {
      let sections = paper.writtenSections
      add(XML.run(paper.title), style: "Title")
      paper.opening.forEach { add($0) }
      addContents(sections)
      for (index, section) in sections.enumerated() {
        add(section, level: 1, place: "s\(index + 1)")
      }
      turn(to: .upright)
      addSources()
      return
        "\(XML.head)<w:document xmlns:w=\"\(WordNames.main)\" xmlns:r=\"\(WordNames.relations)\" xmlns:wp=\"\(WordNames.place)\" xmlns:a=\"\(WordNames.drawing)\" xmlns:c=\"\(WordNames.chart)\"><w:body>"
        + parts.joined() + sheet.properties + "</w:body></w:document>"
    }
  }

  private mutating func add(_ content: String, style: String = "", more: String = "") {
    parts.append(XML.paragraph(content, style: style, more: more))
  }

  /// Ends the sheets of one sort: the section that ends here says how they are.
  private mutating func turn(to other: WordSheet) {
    guard other != sheet else { return }
    parts.append("<w:p><w:pPr><w:spacing w:after=\"0\"/>\(sheet.properties)</w:pPr></w:p>")
    sheet = other
  }

  private mutating func add(_ section: PaperSection, level: Int, place: String) {
    turn(to: section.isWide ? .across : .upright)
    add(marked(section.heading, place), style: "Heading\(min(3, level))")
    section.blocks.forEach { add($0) }
    for (index, part) in section.parts.enumerated() {
      add(part, level: level + 1, place: "\(place)-\(index + 1)")
    }
  }

  /// A heading with a name for its place, to which the contents lead.
  private mutating func marked(_ heading: String, _ place: String) -> String {
    marks += 1
    return "<w:bookmarkStart w:id=\"\(marks)\" w:name=\"\(place)\"/>\(XML.run(heading))"
      + "<w:bookmarkEnd w:id=\"\(marks)\"/>"
  }

  /// The contents, written out: few programs fill such a list by themselves.
  private mutating func addContents(_ sections: [PaperSection]) {
    var entries = PaperContents(sections).entries
    if entries.count < 3 || !paper.hasContents { return }
    if !numbers.sources.isEmpty {
      entries.append(PaperContents.Entry(heading: "Sources", level: 1, place: "sources"))
    }
    add(XML.run("Contents"), style: "ContentsHeading")
    let begin =
      "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> TOC \\o \"1-2\" \\n \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
    let end = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
    for (index, entry) in entries.enumerated() {
      let link =
        "<w:hyperlink w:anchor=\"\(entry.place)\" w:history=\"1\">\(XML.run(entry.heading))</w:hyperlink>"
      add(
        (index == 0 ? begin : "") + link + (index == entries.count - 1 ? end : ""),
        style: "TOC\(entry.level)")
    }
  }

  private mutating func addSources() {
    guard !numbers.sources.isEmpty else { return }
    add(marked("Sources", "sources"), style: "Heading1")
    for (index, source) in numbers.sources.enumerated() {
      add(marked(source, "source\(index + 1)"), style: "ListNumber")
    }
  }

  private func text(_ text: PaperText) -> String {
    let links = numbers.numbers(of: text).map { number in
      "<w:hyperlink w:anchor=\"source\(number)\" w:history=\"1\">"
        + XML.run("[\(number)]", "<w:vertAlign w:val=\"superscript\"/>") + "</w:hyperlink>"
    }
    return XML.run(text.marked + (links.isEmpty ? "" : "\u{a0}")) + links.joined()
  }

  private mutating func add(_ block: PaperBlock) {
    switch block {
    case .paragraph(let own): add(text(own))
    case .list(let items): items.forEach { add(text($0), style: "ListBullet") }
    case .facts(let facts):
      for fact in facts {
        add(
          XML.run("\(fact.name): ", "<w:b/>") + text(fact.text), more: "<w:spacing w:after=\"60\"/>"
        )
      }
    case .table(let table): add(table)
    case .chart(let chart):
      charts.append(chart)
      add(
        XML.run("Figure ") + XML.field("SEQ Figure \\* ARABIC", String(charts.count))
          + XML.run(". \(chart.caption)"), style: "Caption")
      add(XML.run(chart.summary), more: "<w:keepNext/>")
      add(
        WordChart(chart).drawing(
          id: charts.count, relation: "rIdChart\(charts.count)", on: sheet), more: "<w:keepNext/>")
      add(chart.table)
    case .gap(let gap):
      add(
        XML.run("\(gap.kindWords): ", "<w:b/>") + XML.run("\(gap.what) ")
          + XML.run(gap.whoWords, "<w:i/>"), style: "Gap")
    }
  }

  private mutating func add(_ table: PaperTable) {
    tables += 1
    add(
      XML.run("Table ") + XML.field("SEQ Table \\* ARABIC", String(tables))
        + XML.run(". \(table.caption)"), style: "Caption")
    parts.append(WordTable(table, on: sheet).text(text))
    // Two tables without a paragraph between them would be one.
    add("", more: "<w:spacing w:after=\"60\" w:line=\"240\" w:lineRule=\"auto\"/>")
  }
}
