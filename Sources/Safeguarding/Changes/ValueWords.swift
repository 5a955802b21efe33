/// Puts values as files hold them into words, as people read them.
struct ValueWords {
  let names: Names

  /// A value in a line.
  func text(_ value: StoredValue, as shape: ValueShape?) -> String {
    known(value, as: shape) ?? plain(value)
  }

  /// What an element of a list is called: by its title, its seat and so on.
  func name(of element: StoredValue, as shape: ValueShape?) -> String {
    guard let identity = element.identity else { return text(element, as: shape) }
    return text(identity.value, as: self.shape(of: identity.key, in: shape))
  }

  /// What a whole record is called.
  func title(of value: StoredValue, _ link: RecordID) -> String {
    func label<R: Record>(_ type: R.Type) -> String? {
      (R.read(from: StoredSource(value)) as? any Entity)?.label
    }
    let label = RecordTypes.type(of: link.kind).flatMap { label($0) } ?? ""
    return label.isEmpty ? names(link.kind, link.id) : oneLine(label)
  }

  /// How the value under a key of a record is written.
  func shape(of key: String, in shape: ValueShape?) -> ValueShape? {
    guard case .record(let record)? = shape else { return nil }
    return record.fields.first { $0.name == key }?.shape
  }

  /// The value by its type; nil when it cannot be read as that.
  private func known(_ value: StoredValue, as shape: ValueShape?) -> String? {
    switch (shape, value) {
    case (.choice(let words)?, .text(let word)): words.first { $0.word == word }?.meaning
    case (.reference(let kind)?, .text(let id)): names(kind, id)
    case (.pattern(let pattern, _, _)?, .text(let text)):
      pattern == Self.citation
        ? lines(Citation.self, value) : CalendarDate(iso: text)?.short ?? text
    case (.record(let record)?, .record):
      RecordTypes.type(of: record.kind).flatMap { lines($0, value) }
    case (.object?, _), (.anyOf?, _): compound(value, keys: shape?.keys ?? [])
    case (.list(let element)?, .list(let elements)):
      elements.map { text($0, as: element) }.joined(separator: "; ")
    default: nil
    }
  }

  /// A date, an interval or a published number.
  private func compound(_ value: StoredValue, keys: Set<String>) -> String? {
    if keys.contains("when") {
      return ImpreciseDate.read(from: StoredSource(value)).map { oneLine($0.short) }
    }
    return keys.contains("every") ? lines(Cadence.self, value) : lines(Measure.self, value)
  }

  /// A value as its type shows it; a blank part of a line is left out.
  private func lines<Value: FieldValue>(_ type: Value.Type, _ value: StoredValue) -> String? {
    guard let read = Value.read(from: StoredSource(value)) else { return nil }
    let lines = read.lines(names).map(oneLine).filter { !$0.isEmpty }
    return lines.isEmpty ? nil : lines.joined(separator: "; ")
  }

  /// A value of which nothing more is known.
  private func plain(_ value: StoredValue) -> String {
    switch value {
    case .boolean(let value): value ? "yes" : "no"
    case .number(let spelling): spelling
    case .text(let text): "\"\(oneLine(text))\""
    case .list(let elements): elements.map { plain($0) }.joined(separator: "; ")
    case .record(let members):
      members.map { "\(inWords($0.key)): \(plain($0.value))" }.joined(separator: ", ")
    }
  }

  private func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).map { $0.drop { $0 == " " } }.joined(separator: " ")
  }

  /// How citations are written: they are texts of a form, and so are days.
  private static let citation: String? =
    if case .pattern(let pattern, _, _) = Citation.shape { pattern } else { nil }
}
