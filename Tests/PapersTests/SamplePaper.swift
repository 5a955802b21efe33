import Papers

/// A paper with one of everything, in which each text is one that could break what it is written into.
enum SamplePaper {
  static let hostile = [
    "<script>alert(1)</script>", "a & b \"c\" 'd'", "| cell | of a table", "# heading", "1. list",
    "]]>", "&amp;", "back\\slash", "\u{1b}[31mred", "\u{0}\u{8}\u{b}\u{fffe}\u{ffff}", "two\nlines",
    "tab\tbed", "\u{202e}turned", "=1+1", "${x}", "</style>", "{{x}}", "",
    "\u{e9}\u{1f469}\u{200d}\u{1f467}",
    String(repeating: "long", count: 40),
  ]

  static func paper(_ text: String = "A paper & more", label: String = "OFFICIAL-SENSITIVE")
    -> WrittenPaper
  {
    var paper = WrittenPaper(title: text, subject: text, label: label, day: "2024-03-31")
    let cited = PaperText(text, sources: ["Report, section 1", text + " "])
    let table = PaperTable(
      text, heads: ["Name", text, "Empty", "Number"],
      rows: [[cited, "x", "", "1"], [PaperText(text, isMadeUp: true), PaperText(text)]],
      numbers: [3])
    let chart = PaperChart(
      text, summary: text, nameHead: "Name", valueHead: "Number",
      bars: [
        .init(cited, 12, "12"), .init(PaperText(text), 43.2, "43.2"),
        .init("No number", nil, "not known"),
        .init("Nothing", 0, "0"),
      ])
    paper.opening = [.facts([PaperFact(text, cited)]), .paragraph(PaperText(text))]
    paper.sections = [
      PaperSection(text, [.paragraph(cited), .list([cited, "plain"])]),
      PaperSection(
        "Second", [.table(table), .chart(chart)],
        parts: [
          PaperSection(
            text, [.gap(PaperGap(.missing, text, who: text))],
            parts: [PaperSection("Deep", [.table(table)])])
        ]),
      PaperSection("Wide", [.table(table), .gap(PaperGap(.toWrite, text, who: ""))], isWide: true),
      PaperSection("Last", [.chart(chart)]),
    ]
    return paper
  }
}

/// The tags of a text in XML or of a page, in their order.
struct Tags {
  struct Tag {
    let name: String
    let attributes: String
    let isEnd: Bool
    let isWhole: Bool

    /// What an attribute says; nil where there is none.
    func value(_ attribute: String) -> String? {
      guard let range = attributes.firstRange(of: "\(attribute)=\"") else { return nil }
      return String(attributes[range.upperBound...].prefix { $0 != "\"" })
    }
  }

  let all: [Tag]
  /// What is wrong with how they lie in each other; empty where nothing is.
  let faults: [String]

  init(_ text: String, unclosed: Set<String> = []) {
    var (tags, open, faults): ([Tag], [String], [String]) = ([], [], [])
    var rest = text[...]
    while let start = rest.firstIndex(of: "<") {
      guard let end = rest[start...].firstIndex(of: ">") else {
        faults.append("a tag without its end: \(rest[start...].prefix(40))")
        break
      }
      var inner = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      if inner.first == "?" || inner.first == "!" { continue }
      let isEnd = inner.first == "/"
      if isEnd { inner.removeFirst() }
      let isWhole = inner.last == "/"
      if isWhole { inner.removeLast() }
      let name = String(inner.prefix { !$0.isWhitespace })
      let tag = Tag(
        name: name, attributes: String(inner.dropFirst(name.count)), isEnd: isEnd, isWhole: isWhole)
      tags.append(tag)
      if isEnd {
        if open.last != name { faults.append("</\(name)> ends \(open.last ?? "nothing")") }
        if !open.isEmpty { open.removeLast() }
      } else if !isWhole, !unclosed.contains(name) {
        open.append(name)
      }
    }
    if !open.isEmpty { faults.append("left open: \(open)") }
    (all, self.faults) = (tags, faults)
  }

  subscript(name: String) -> [Tag] { all.filter { $0.name == name && !$0.isEnd } }
}
