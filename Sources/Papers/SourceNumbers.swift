/// The numbers of the sources of a paper, in the order in which they are first named.
struct SourceNumbers {
  /// The sources in the order of their numbers.
  let sources: [String]
  private let numbers: [String: Int]

  /// Numbers the sources of a paper.
  init(_ paper: WrittenPaper) {
    var sources: [String] = []
    var numbers: [String: Int] = [:]
    func note(_ blocks: [PaperBlock]) {
      for source in blocks.flatMap(\.texts).flatMap(\.sources) where numbers[source] == nil {
        sources.append(source)
        numbers[source] = sources.count
      }
    }
    func note(_ sections: [PaperSection]) {
      for section in sections {
        note(section.blocks)
        note(section.parts)
      }
    }
    note(paper.opening)
    note(paper.sections)
    (self.sources, self.numbers) = (sources, numbers)
  }

  /// The numbers of a text's sources, smallest first.
  func numbers(of text: PaperText) -> [Int] {
    Set(text.sources.compactMap { numbers[$0] }).sorted()
  }
}

/// What is named in the list of contents: the headings of the first two levels, each with its place.
struct PaperContents {
  /// One heading.
  struct Entry {
    let heading: String
    let level: Int
    /// A name for the place that is found once in the paper.
    let place: String
  }

  let entries: [Entry]

  init(_ sections: [PaperSection]) {
    var entries: [Entry] = []
    for (index, section) in sections.enumerated() {
      entries.append(Entry(heading: section.heading, level: 1, place: "s\(index + 1)"))
      for (part, own) in section.parts.enumerated() {
        entries.append(Entry(heading: own.heading, level: 2, place: "s\(index + 1)-\(part + 1)"))
      }
    }
    self.entries = entries
  }
}

extension WrittenPaper {
  /// All sections as they are written: with the list of sources, and what the mark means.
  var writtenSections: [PaperSection] {
    var all = sections
    if hasMadeUp {
      all.append(PaperSection("What is made up", [.paragraph(PaperText(Self.legend))]))
    }
    return all
  }
}
