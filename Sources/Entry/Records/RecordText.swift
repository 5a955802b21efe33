import Letters
import Safeguarding

/// A record inside a record as it is typed on one line: `30 apr 2024; waiting for the court`.
///
/// What the record cannot do without comes first and needs no name; anything else has its name and a
/// colon before it: `Chair; agency: Kent Police`. Quotation marks hold what has a semicolon in it.
enum RecordText {
  /// A record as it is typed.
  static func text(of value: StoredValue, _ shape: RecordShape, _ context: EntryContext) -> String {
    let fields = shape.fields
    var nameless = positional(fields)[...]
    return fields.sorted(byPresenceIn: nameless.map(\.name)).compactMap { field -> String? in
      guard let held = value[field.name], let kind = EntryKind(field, in: value) else { return nil }
      let text = kind.text(of: held, context)
      let isNext = nameless.first?.name == field.name
      if isNext { nameless = nameless.dropFirst() } else { nameless = [] }
      if isNext, self.field(namedIn: text, shape) == nil { return safe(text) }
      return "\(label(of: field, shape)): \(safe(text))"
    }.joined(separator: "; ")
  }

  /// The fields that need no name: those the record cannot do without, but for its id.
  private static func positional(_ fields: [RecordShape.Field]) -> [RecordShape.Field] {
    fields.filter { $0.presence == .required && $0.name != "id" }
  }

  private static func label(of field: RecordShape.Field, _ shape: RecordShape) -> String {
    shape.label(of: field.name).lowercased()
  }

  private static func safe(_ text: String) -> String {
    let isPlain =
      !text.isEmpty && text == text.trimmingBlanks
      && !text.contains { $0 == ";" || $0 == "\"" || $0.isNewline }
    return isPlain ? text : QuotedText.encoded(text)
  }

  /// The field whose name stands before a colon.
  private static func field(
    namedIn text: String, _ shape: RecordShape
  ) -> (field: RecordShape.Field, rest: String)? {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let name = String(text[..<colon]).folded
    let field = shape.fields.first {
      label(of: $0, shape).folded == name || $0.name.folded == name
        || inWords($0.name).folded == name
    }
    return field.map { ($0, String(text[text.index(after: colon)...]).trimmingBlanks) }
  }

  /// Understands a record on one line.
  static func reading(
    of text: String, _ shape: RecordShape, old: StoredValue?, _ context: EntryContext
  ) -> EntryReading {
    if text.isEmpty { return .understood(nil) }
    if let old, text == self.text(of: old, shape, context) { return .understood(old) }
    let fields = shape.fields
    var nameless = positional(fields)[...]
    var record = StoredValue.record([])
    for part in QuotedText.parts(text) {
      let named = field(namedIn: part, shape)
      guard let field = named?.field ?? nameless.popFirst() else {
        let known = fields.map { label(of: $0, shape) }.joined(separator: ", ")
        return .problem(
          "\"\(part.shortened)\" needs to say what it is, with a colon behind the name. "
            + "Known here: \(known).")
      }
      nameless.removeAll { $0.name == field.name }
      guard let kind = EntryKind(field, in: record) else { continue }
      let words = named?.rest ?? part
      let reading = kind.reading(
        of: QuotedText.decoded(words) ?? words, old: old?[field.name], context)
      if !reading.problem.isEmpty {
        var faulty = reading
        faulty.problem = "\(shape.label(of: field.name)): \(reading.problem)"
        return faulty
      }
      record[field.name] = reading.value
    }
    if let missing = positional(fields).first(where: { record[$0.name] == nil }),
      old?[missing.name] != nil || !hasDefault(missing)
    {
      return .problem(
        "\(shape.kind.title) needs \(label(of: missing, shape)). \(missing.help)")
    }
    let value = record.ordered(as: shape)
    return .understood(value, ValueWords(context.names).text(value, as: .record(shape)))
  }

  /// Whether the program knows what is meant where nothing is said.
  private static func hasDefault(_ field: RecordShape.Field) -> Bool {
    if case .choice = field.shape { true } else { false }
  }

  /// Understands a list of records, one a line; a line that stood there before keeps all it holds.
  static func reading(
    rows text: String, _ shape: RecordShape, old: StoredValue?, _ context: EntryContext
  ) -> EntryReading {
    let known = (old?.elements ?? []).map { (text: self.text(of: $0, shape, context), value: $0) }
    var rows: [StoredValue] = []
    for line in QuotedText.split(text, at: "\n") {
      if let row = known.first(where: { $0.text == line }) {
        rows.append(row.value)
        continue
      }
      let reading = reading(of: line, shape, old: nil, context)
      guard let value = reading.value else { return reading }
      rows.append(value)
    }
    return .understood(
      rows.isEmpty ? nil : .list(rows),
      rows.isEmpty ? "" : counted(rows.count, shape.kind.title.lowercased()))
  }
}

extension [RecordShape.Field] {
  /// The same fields with some of them first.
  fileprivate func sorted(byPresenceIn first: [String]) -> [RecordShape.Field] {
    filter { first.contains($0.name) } + filter { !first.contains($0.name) }
  }
}
