/// Puts values as files hold them into words, as people read them.
package struct ValueWords {
  let names: Names

  /// Words in which other records have these names.
  package init(_ names: Names) { self.names = names }

  /// A value in a line.
  package func text(_ value: StoredValue, as shape: ValueShape?) -> String {
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
    let label = Kinds.records[link.kind.name].flatMap { label($0) } ?? ""
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
    case (.value(let name, _)?, _): words(of: name, value)
    case (.record(let record)?, .record): lines(record.type, value)
    case (.list(let element)?, .list(let elements)):
      elements.map { text($0, as: element) }.joined(separator: "; ")
    default: nil
    }
  }

  /// A value that says one thing in words of its own.
  private func words(of name: NamedValue, _ value: StoredValue) -> String? {
    switch name {
    case .day: value.text.map { CalendarDate(iso: $0)?.short ?? $0 }
    case .impreciseDate: ImpreciseDate.read(from: StoredSource(value)).map { oneLine($0.short) }
    case .measure: lines(Measure.self, value)
    case .cadence: lines(Cadence.self, value)
    case .citation: lines(Citation.self, value)
    }
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
}
