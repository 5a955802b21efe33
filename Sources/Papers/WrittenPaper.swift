/// A paper that leaves the house, as a value: what it says, before it is written in a format.
///
/// Sections lie in sections, so that no heading can skip a level, and whoever writes it numbers the sources.
package struct WrittenPaper: Hashable, Sendable {
  /// What it is called: the first heading.
  package var title: String
  /// What sort of paper it is.
  package var subject: String
  /// Who may see it, as it stands on each page: OFFICIAL-SENSITIVE.
  package var label: String
  /// The day it was made from, as a file says it: 2024-03-31.
  package var day: String
  /// The language it is written in.
  package var language = "en-GB"
  /// Whether it begins with a list of its contents.
  package var hasContents = true
  /// What stands before the first section.
  package var opening: [PaperBlock] = []
  /// Its sections in the order in which they are read.
  package var sections: [PaperSection] = []

  /// A paper with nothing in it.
  package init(title: String, subject: String, label: String, day: String) {
    (self.title, self.subject, self.label, self.day) = (title, subject, label, day)
  }

  /// Whether something in it rests on what was made up.
  package var hasMadeUp: Bool {
    opening.contains(where: \.isMadeUp) || sections.contains(where: \.isMadeUp)
  }

  /// What is missing in it or has to be written, in its order, each with the heading it stands under.
  package var gaps: [(heading: String, gap: PaperGap)] { sections.flatMap(\.gaps) }

  /// What the mark of what is made up means.
  static let legend =
    "\(PaperText.mark) rests on records that illustrate and were not published."
}

/// A part of a paper under a heading of its own.
package struct PaperSection: Hashable, Sendable {
  /// The heading.
  package var heading: String
  /// What stands under it.
  package var blocks: [PaperBlock]
  /// The sections in it.
  package var parts: [PaperSection]
  /// Whether it is printed across the page, as its tables are wide.
  package var isWide: Bool

  /// A section with what it holds.
  package init(
    _ heading: String, _ blocks: [PaperBlock] = [], parts: [PaperSection] = [],
    isWide: Bool = false
  ) {
    (self.heading, self.blocks, self.parts, self.isWide) = (heading, blocks, parts, isWide)
  }

  var isMadeUp: Bool { blocks.contains(where: \.isMadeUp) || parts.contains(where: \.isMadeUp) }

  /// What is missing under it, each with the heading it stands under; from the third level on with the one above.
  package var gaps: [(heading: String, gap: PaperGap)] {
    gaps(as: heading)
      + parts.flatMap { part in
        part.gaps(as: part.heading) + part.parts.flatMap { $0.gaps(under: part.heading) }
      }
  }

  private func gaps(under above: String) -> [(heading: String, gap: PaperGap)] {
    let name = "\(above): \(heading)"
    return gaps(as: name) + parts.flatMap { $0.gaps(under: name) }
  }

  private func gaps(as name: String) -> [(heading: String, gap: PaperGap)] {
    blocks.compactMap { if case .gap(let gap) = $0 { (name, gap) } else { nil } }
  }

  /// Whether something stands under it that is not only missing.
  package var saysSomething: Bool {
    blocks.contains { if case .gap = $0 { false } else { true } }
      || parts.contains(where: \.saysSomething)
  }
}

/// One thing in a paper.
package enum PaperBlock: Hashable, Sendable {
  /// A paragraph.
  case paragraph(PaperText)
  /// A list of short things.
  case list([PaperText])
  /// Names with what is said of each.
  case facts([PaperFact])
  /// A table.
  case table(PaperTable)
  /// A chart, which always comes with its table.
  case chart(PaperChart)
  /// What is missing, with who can supply it.
  case gap(PaperGap)

  /// The texts in it.
  var texts: [PaperText] {
    switch self {
    case .paragraph(let text): [text]
    case .list(let texts): texts
    case .facts(let facts): facts.map(\.text)
    case .table(let table): table.rows.flatMap(\.self)
    case .chart(let chart): chart.table.rows.flatMap(\.self)
    case .gap: []
    }
  }

  var isMadeUp: Bool { texts.contains(where: \.isMadeUp) }
}

/// A text of a paper: where it was published, and whether it is made up.
package struct PaperText: Hashable, Sendable, ExpressibleByStringLiteral {
  /// The sign of what is made up.
  static let mark = "°"
  /// What it says; a line end begins a new line.
  package var text: String
  /// Where it was published, a line each.
  package var sources: [String]
  /// Whether it rests on what was made up.
  package var isMadeUp: Bool

  /// A text with its sources.
  package init(_ text: String, sources: [String] = [], isMadeUp: Bool = false) {
    (self.text, self.sources, self.isMadeUp) = (text, sources, isMadeUp)
  }

  /// A text without a source.
  package init(stringLiteral text: String) { self.init(text) }

  /// The text with the sign of what is made up.
  var marked: String { isMadeUp && !text.isEmpty ? text + PaperText.mark : text }
}

/// A name with what is said of it.
package struct PaperFact: Hashable, Sendable {
  /// The name.
  package var name: String
  /// What is said of it.
  package var text: PaperText

  /// A fact.
  package init(_ name: String, _ text: PaperText) { (self.name, self.text) = (name, text) }
}

/// Something that a paper lacks.
package struct PaperGap: Hashable, Sendable {
  /// Whether records are missing, or words that a person writes.
  package enum Kind: Hashable, Sendable {
    case missing, toWrite
  }

  /// What sort of gap it is.
  package var kind: Kind
  /// What is missing.
  package var what: String
  /// Who can supply it.
  package var who: String

  /// A gap.
  package init(_ kind: Kind, _ what: String, who: String) {
    (self.kind, self.what, self.who) = (kind, what, who)
  }

  /// What sort of gap it is, in words.
  package var kindWords: String { kind == .missing ? "Missing" : "To be written" }

  /// Who can supply it, as a sentence.
  var whoWords: String { who.isEmpty ? "" : "Who can supply it: \(who)." }
}

/// A table of a paper: its first row heads the columns, its first column the rows.
package struct PaperTable: Hashable, Sendable {
  /// What it shows.
  package var caption: String
  /// The heads of the columns.
  package var heads: [String]
  /// The rows; the first cell of each names it.
  package private(set) var rows: [[PaperText]]
  /// The columns that hold numbers.
  package var numbers: Set<Int>

  /// A table; a row that is too short is filled up, and a column that says nothing in any row is left out.
  package init(
    _ caption: String, heads: [String], rows: [[PaperText]], numbers: Set<Int> = []
  ) {
    let shown = heads.indices.filter { column in
      column == 0 || rows.contains { column < $0.count && !$0[column].text.isEmpty }
    }
    self.caption = caption
    self.heads = shown.map { heads[$0] }
    self.rows = rows.map { row in shown.map { $0 < row.count ? row[$0] : "" } }
    self.numbers = Set(shown.indices.filter { numbers.contains(shown[$0]) })
  }
}

/// A chart of a paper: bars, one below another.
package struct PaperChart: Hashable, Sendable {
  /// One bar.
  package struct Bar: Hashable, Sendable {
    /// What it stands for.
    package var name: PaperText
    /// Its length; nil where there is no number.
    package var value: Double?
    /// Its number in words.
    package var words: String

    /// A bar.
    package init(_ name: PaperText, _ value: Double?, _ words: String) {
      (self.name, self.value, self.words) = (name, value, words)
    }
  }

  /// What it shows.
  package var caption: String
  /// What one sees in it, for those who do not.
  package var summary: String
  /// What the names of the bars are.
  package var nameHead: String
  /// What the numbers are.
  package var valueHead: String
  /// The bars in their order.
  package var bars: [Bar]

  /// A chart.
  package init(
    _ caption: String, summary: String, nameHead: String, valueHead: String, bars: [Bar]
  ) {
    (self.caption, self.summary) = (caption, summary)
    (self.nameHead, self.valueHead, self.bars) = (nameHead, valueHead, bars)
  }

  /// The numbers of the chart as a table.
  package var table: PaperTable {
    PaperTable(
      "The numbers of the chart: \(caption)", heads: [nameHead, valueHead],
      rows: bars.map { [$0.name, PaperText($0.words)] }, numbers: [1])
  }

  /// The longest bar.
  var longest: Double { bars.compactMap(\.value).max() ?? 0 }
}
