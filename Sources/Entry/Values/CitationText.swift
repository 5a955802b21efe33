import Letters
import Safeguarding

/// Places in published documents as they are typed: `Annual report 2023-24, page 12`.
enum CitationText {
  /// Understands the name of a document, a comma and the place in it; or the document's id, a blank and
  /// the place, as files hold it.
  static func reading(
    of text: String, old: StoredValue?, _ context: EntryContext
  ) -> EntryReading {
    if text.isEmpty { return .understood(nil) }
    if let old, text == self.text(of: old, context) { return .understood(old) }
    let finder = context.finder(SourceDocument.kind)
    for title in text.beginnings(before: ",") {
      let key = String(title).folded
      if let named = finder.candidates.first(where: { $0.key == key }) {
        return citation(named.id, String(text.dropFirst(title.count + 1)), "")
      }
    }
    let spelled = Citation(text)
    if let document = finder.candidates.first(where: { $0.id == spelled.document.id }) {
      return citation(document.id, spelled.place, document.text)
    }
    let parts = text.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
    let reading = finder.reading(of: String(parts[0]).trimmingBlanks, context)
    guard let id = reading.value?.text else { return reading }
    return citation(id, parts.count > 1 ? String(parts[1]) : "", reading.words)
  }

  private static func citation(_ id: String, _ place: String, _ words: String) -> EntryReading {
    .understood(
      Citation(document: Reference(id), place: place.trimmingBlanks).stored, words)
  }

  /// A place in a document as it is typed.
  static func text(of value: StoredValue, _ context: EntryContext) -> String {
    guard let text = value.text else { return "" }
    let citation = Citation(text)
    let finder = context.finder(SourceDocument.kind)
    guard finder.named(citation.document.id) != nil else { return text }
    let title = finder.text(of: citation.document.id)
    return citation.place.isEmpty ? title : "\(title), \(citation.place)"
  }
}
