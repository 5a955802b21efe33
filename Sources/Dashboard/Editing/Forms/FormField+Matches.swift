import Entry
import Letters
import Safeguarding
import TerminalUI

/// Something that letters in a field may mean.
package struct FieldMatch: Hashable, Sendable {
  /// What is put into the field, or what is done.
  package let text: String
  /// What it is: "agency".
  package let note: String
  /// The kind of record that is added under the name; nil for what is put into the field.
  var adds: RecordKind?
  /// Whether it answers what becomes of a name that is in no record: Tab never chooses that.
  var isAnswer = false
}

extension FormField {
  /// The name that is being typed, with its place in the text.
  private var part: Range<Int> {
    kind.isSeveral ? OwnerText.part(of: text, at: editor.cursor) : 0..<text.utf8.count
  }

  /// The name that is being typed.
  var letters: String {
    String(decoding: Array(text.utf8)[part], as: UTF8.self).trimmingBlanks
  }

  /// What the letters may mean; none when they are the whole name of something.
  func matches(_ context: EntryContext) -> [FieldMatch] {
    let letters = letters
    guard isChanged, !letters.isEmpty, !isListClosed else { return [] }
    switch kind {
    case .reference(let kind), .several(.reference(let kind)):
      return matches(letters, context.finder(kind), [kind], context)
    case .citation, .several(.citation):
      let title = letters.split(separator: ",", omittingEmptySubsequences: false).first ?? ""
      guard !letters.contains(",") else { return [] }
      return matches(String(title), context.finder(SourceDocument.kind), [], context)
    case .owners: return owners(letters, context)
    default: return []
    }
  }

  private func matches(
    _ letters: String, _ finder: RecordFinder, _ kinds: [RecordKind], _ context: EntryContext
  ) -> [FieldMatch] {
    if let record = finder.named(letters) { return whole(record, typedAs: letters) }
    let found = finder.matches(letters).prefix(50)
    if found.isEmpty { return answers(letters, kinds, canStayName: false, context) }
    return found.map { FieldMatch(text: $0.text, note: $0.ended) }
  }

  private func owners(_ letters: String, _ context: EntryContext) -> [FieldMatch] {
    let finder = context.ownerFinder
    if let record = finder.named(letters) { return whole(record, typedAs: letters) }
    if OwnerText.unquoted(letters) != nil || letters.first == "\"" { return [] }
    let isWho = name == Attendee.field
    let found = finder.matches(letters).filter { !isWho || Attendee.isKind($0.kind) }.prefix(50)
    let olds = old?.elements ?? old.map { [$0] } ?? []
    let known = olds.map { EntryKind.owners(isSeveral: false).text(of: $0, context) }
    if known.contains(letters) { return [] }
    if found.isEmpty {
      return answers(letters, [Agency.kind, Person.kind], canStayName: !isWho, context)
    }
    let records = found.map { FieldMatch(text: $0.text, note: $0.note) }
    return isWho ? records : records + [nameOnly(letters)]
  }

  /// The record that is typed by its id, by its name; none where the name itself is typed.
  private func whole(_ record: Candidate, typedAs letters: String) -> [FieldMatch] {
    record.text.isSame(as: letters)
      ? [] : [FieldMatch(text: record.text, note: record.note)]
  }

  private func nameOnly(_ letters: String) -> FieldMatch {
    FieldMatch(text: "\"\(letters.filter { $0 != "\"" })\"", note: "a name only")
  }

  /// What can become of a name that is in no record.
  private func answers(
    _ letters: String, _ kinds: [RecordKind], canStayName: Bool, _ context: EntryContext
  ) -> [FieldMatch] {
    let adding = kinds.compactMap { kind -> FieldMatch? in
      // Where most kinds are kept is known when they are filled in.
      let document = context.workspace.documentOfNew(kind) ?? ""
      guard Kinds.nameField(of: kind) != nil,
        context.workspace.lock(on: RecordID(kind, ""), in: document, fields: nil) == nil
      else { return nil }
      return FieldMatch(
        text: "Add the \(kind.title.lowercased()) \"\(letters)\"", note: "", adds: kind,
        isAnswer: true)
    }
    var name = nameOnly(letters)
    name.isAnswer = true
    return adding + (canStayName ? [name] : [])
  }

  /// Puts what is chosen from the list into the field.
  mutating func take(_ match: FieldMatch) { put(match.text) }

  /// Puts a name in place of the letters that are being typed.
  mutating func put(_ name: String) {
    editor.replace(part, with: name)
    selected = 0
    isFresh = true
    isAsked = false
    problem = ""
  }
}
