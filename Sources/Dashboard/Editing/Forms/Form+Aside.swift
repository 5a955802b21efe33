import Entry
import Safeguarding

extension Form {
  /// What is typed into fields, and what is entered as rows, by the name of the field.
  func typedInFields(
    _ context: EntryContext
  ) -> (texts: [String: String], values: [String: StoredValue]) {
    var texts: [String: String] = [:]
    var values: [String: StoredValue] = [:]
    for field in fields where field.isChanged {
      if field.shape == nil {
        texts[field.name] = field.draftText(context)
      } else {
        values[field.name] = .list(field.rows.filter { !$0.isRemoved }.map(\.value))
        texts.merge(field.typedInRows) { first, _ in first }
      }
    }
    return (texts, values)
  }

  /// The name under which a draft keeps forms of new records that were left before they were finished.
  static let asideKey = "+aside"

  /// A form of a new record that was left, as a draft keeps it; nil for any other form.
  func storedAside(_ context: EntryContext) -> StoredValue? {
    guard case .added(let new)? = origin else { return nil }
    let (texts, values) = typedInFields(context)
    let typed = texts.sorted { $0.key < $1.key }.map { StoredValue.Member($0.key, .text($0.value)) }
    let rows = values.sorted { $0.key < $1.key }.map { StoredValue.Member($0.key, $0.value) }
    return .record(
      [
        StoredValue.Member("kind", .text(new.kind.name)), .init("field", .text(new.field)),
        .init("name", .text(new.name)), .init("texts", .record(typed)),
        .init("values", .record(rows)), .init("added", .list(added.map(\.stored))),
      ] + (start.map { [StoredValue.Member("start", $0)] } ?? []))
  }

  /// Reads the form of a new record from a draft; nil for anything that is none.
  static func aside(_ stored: StoredValue, author: String, _ context: EntryContext) -> Form? {
    guard let type = stored["kind"]?.text.flatMap({ Kinds.type(named: $0) }),
      let kind = FormKind(of: type.kind), let field = stored["field"]?.text,
      let name = stored["name"]?.text
    else { return nil }
    var texts: [String: String] = [:]
    for member in stored["texts"]?.members ?? [] { texts[member.key] = member.value.text }
    var values: [String: StoredValue] = [:]
    for member in stored["values"]?.members ?? [] { values[member.key] = member.value }
    let added = (stored["added"]?.elements ?? []).compactMap { AddedRecord(stored: $0) }
    var form = Form(
      kind, "Add \(kind.title)", [], start: stored["start"], typed: texts, author: author,
      inside: .added(AddedName(kind: type.kind, field: field, name: name)), values: values,
      context.adding(added))
    form.added = added
    return form
  }
}
