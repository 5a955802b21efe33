import JSONDocument
import Papers
package import Safeguarding

/// Every kind of record in words: where it lies, and each field with what belongs into it and an example.
package struct FieldGuide: Sendable {
  private let workspace: Workspace
  private let examples: [String: [String: StoredValue]]

  /// Describes the fields; the examples come from the records of a workspace.
  package init(_ workspace: Workspace) {
    self.workspace = workspace
    var collection = ExampleCollection()
    func collect<E: Entity>(_ type: E.Type) {
      for record in workspace[E.self].all {
        if let stored = record.stored { collection.collect(stored, RecordShape(E.self)) }
      }
    }
    for type in Kinds.all { collect(type) }
    examples = collection.examples
  }

  /// The guide as Markdown: a table for each kind, then one for each part that records have in common.
  package var markdown: [String] {
    var lines: [String] = []
    var parts: [RecordShape] = []
    for type in Kinds.all {
      let shape = RecordShape(of: type)
      lines += ["### \(shape.kind.title)", "", "\(shape.kind.help) \(place(of: type))", ""]
      lines += table(of: shape, &parts)
    }
    var index = 0
    while index < parts.count {
      let shape = parts[index]
      lines += ["### Part: \(shape.kind.title.lowercased())", "", shape.kind.help, ""]
      lines += table(of: shape, &parts)
      index += 1
    }
    return Array(lines.dropLast())
  }

  private func place(of type: any Entity.Type) -> String {
    func places<E: Entity>(_ type: E.Type) -> [String] {
      E.homes.map { home in
        switch home.form {
        case .list(let key): "in `\(home.path)` under `\(key)`"
        case .own: "in `\(home.path)`, named after its id"
        case .single: "in `\(home.path)`"
        case .inside(let field, let holder):
          "in the field `\(field)` of a record of the kind \(holder.kind.name)"
        }
      }
    }
    return "It lies \(places(type).joined(separator: ", or "))."
  }

  private func table(of shape: RecordShape, _ parts: inout [RecordShape]) -> [String] {
    var lines = ["| field | what belongs into it | such as |", "|---|---|---|"]
    for field in shape.fields {
      let need = field.presence == .required ? " (needed)" : ""
      lines.append(
        "| `\(field.name)` | \(escaped(field.help))\(need) | \(example(of: field, in: shape)) |")
      for part in field.shape.parts where Kinds.type(named: part.kind.name) == nil {
        if !parts.contains(where: { $0.kind == part.kind }) { parts.append(part) }
      }
    }
    return lines + [""]
  }

  private func example(of field: RecordShape.Field, in shape: RecordShape) -> String {
    let value = examples[shape.kind.name]?[field.name].map { Listing.Cell($0).json }
    let text = value?.write() ?? field.shape.example
    return text.isEmpty ? "" : MarkdownText.code(text)
  }

  private func escaped(_ text: String) -> String { text.replacing("|", with: "\\|") }
}

/// Finds the shortest value of each field that says something, so that an example fits on a line.
private struct ExampleCollection {
  private(set) var examples: [String: [String: StoredValue]] = [:]

  mutating func collect(_ record: StoredValue, _ shape: RecordShape) {
    for field in shape.fields {
      guard let value = record[field.name] else { continue }
      note(value, field.name, of: shape.kind.name)
      let elements = value.elements ?? [value]
      for part in field.shape.parts {
        for element in elements where element.members != nil { collect(element, part) }
      }
    }
  }

  private mutating func note(_ value: StoredValue, _ field: String, of kind: String) {
    let shown = value.elements.map { StoredValue.list(Array($0.prefix(1))) } ?? value
    guard let known = examples[kind]?[field] else {
      examples[kind, default: [:]][field] = shown
      return
    }
    let (old, new) = (Listing.Cell(known).json.write(), Listing.Cell(shown).json.write())
    // An example says something: of two the one nearer to twenty letters.
    if abs(new.count - 20) < abs(old.count - 20) { examples[kind]?[field] = shown }
  }
}

extension ValueShape {
  /// The records that such a value holds.
  fileprivate var parts: [RecordShape] {
    switch self {
    case .record(let shape): [shape]
    case .list(let element): element.parts
    default: []
    }
  }

  /// What such a value may look like in a file.
  fileprivate var example: String {
    switch self {
    case .text: "\"...\""
    case .boolean: "true"
    case .whole, .number: "12"
    case .choice(let words): words.first.map { "\"\($0.word)\"" } ?? ""
    case .pattern(_, let example, _): "\"\(example)\""
    case .reference(let kind): "\"\(kind.name)-id\""
    case .list(let element): element.example.isEmpty ? "[]" : "[\(element.example)]"
    case .value(_, let stored): stored.example
    case .record, .object: "{...}"
    case .anyOf(let shapes): shapes.first?.example ?? ""
    }
  }
}
