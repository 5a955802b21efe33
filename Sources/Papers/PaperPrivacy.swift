package import Letters

extension WrittenPaper {
  /// What in it may tell who a child is: under which heading, and what it may be; never the text itself.
  package var personalData: [(heading: String, kind: PersonalDataKind)] {
    var found: [(heading: String, kind: PersonalDataKind)] = []
    func look(at texts: [PaperText], under heading: String) {
      for kind in texts.flatMap({ PersonalDataKind.found(in: $0.text) })
      where !found.contains(where: { $0.heading == heading && $0.kind == kind }) {
        found.append((heading, kind))
      }
    }
    func look(at sections: [PaperSection]) {
      for section in sections {
        look(
          at: [PaperText(section.heading)] + section.blocks.flatMap(\.texts), under: section.heading
        )
        look(at: section.parts)
      }
    }
    look(at: opening.flatMap(\.texts), under: title)
    look(at: sections)
    return found
  }
}
