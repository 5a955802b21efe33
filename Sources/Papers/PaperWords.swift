extension WrittenPaper {
  /// The words that stand in it, as they are written: headings, captions, texts.
  package var words: Set<String> {
    var found: Set<String> = []
    func note(_ text: String) {
      for word in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
        found.insert(String(word))
      }
    }
    func note(_ sections: [PaperSection]) {
      for section in sections {
        note(section.heading)
        section.blocks.flatMap(\.texts).forEach { note($0.text) }
        note(section.parts)
      }
    }
    opening.flatMap(\.texts).forEach { note($0.text) }
    note(sections)
    return found
  }
}
