import Letters
package import Safeguarding

/// Why a report cannot be made, as a sentence that says what to do now.
package struct ReportError: Error, Hashable, Sendable {
  /// What was asked for, why it cannot be had, and what to do.
  package let sentence: String

  /// An error with its sentence.
  package init(sentence: String) { self.sentence = sentence }
}

extension RecordTable where Element: Entity {
  /// The record that an id on the command line means; nil when none was given.
  ///
  /// - Throws: ``ReportError`` with whom to ask when the record is closed, else with the nearest id
  ///   when no record has this one.
  package func named(_ id: String?, _ access: Access) throws(ReportError) -> Element? {
    guard let id else { return nil }
    if let record = self[id] { return record }
    if let sentence = access.closedSentence(of: Element.kind, id: id) {
      throw ReportError(sentence: "\"\(id)\" cannot be shown. \(sentence)")
    }
    let isHidden = access.mayHide(Element.kind)
    let kind = Element.kind.title.lowercased()
    let article = "aeiou".contains(kind.prefix(1)) ? "an" : "a"
    let known = all.map(\.id)
    let advice =
      if let near = nearest(to: id, among: known) ?? all.first(where: { $0.goes(by: id) })?.id {
        "Did you mean \"\(near)\"?"
      } else if known.isEmpty {
        isHidden ? "None of them is open to you." : "The data folder holds none."
      } else if known.count <= 8 {
        "Known: \(known.sorted().joined(separator: ", "))."
      } else {
        "Look up its id in the data folder; there are \(known.count) of them."
      }
    throw ReportError(
      sentence: "No record\(isHidden ? " that is open to you" : "") is \(article) \(kind) "
        + "with the id \"\(id)\". \(advice)")
  }
}

extension Entity {
  /// Whether somebody may mean this record by a word: a part of its id, or what people call it.
  fileprivate func goes(by word: String) -> Bool {
    word.folded.count > 2 && id.holds(word) || label.isSame(as: word)
  }
}
