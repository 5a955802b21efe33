import DataStore
import Entry
import JSONDocument
import Letters
import Reports
import Safeguarding

/// Fields and values as words of a command line.
enum FieldWords {
  /// `--title 'Send it'` in pairs.
  static func options(_ words: [String]) throws -> [(name: String, text: String)] {
    var pairs: [(String, String)] = []
    var rest = words[...]
    while let word = rest.popFirst() {
      guard word.hasPrefix("--"), word.count > 2 else {
        throw CommandFailure(
          "\"\(word)\" belongs to no field. Write each field as --FIELD VALUE; nothing was changed.",
          status: 64)
      }
      if let equals = word.firstIndex(of: "=") {
        pairs.append(
          (
            String(word[word.index(word.startIndex, offsetBy: 2)..<equals]),
            String(word[word.index(after: equals)...])
          ))
      } else if let text = rest.popFirst() {
        pairs.append((String(word.dropFirst(2)), text))
      } else {
        throw CommandFailure("\(word) has no value; nothing was changed.", status: 64)
      }
    }
    return pairs
  }

  /// `title=Send it` in pairs.
  static func assignments(_ words: [String]) throws -> [(name: String, text: String)] {
    try words.map { word in
      guard let equals = word.firstIndex(of: "="), equals > word.startIndex else {
        throw CommandFailure(
          "\"\(word)\" is no field with a value. Write FIELD=VALUE; nothing was changed.",
          status: 64)
      }
      return (String(word[..<equals]), String(word[word.index(after: equals)...]))
    }
  }
}

/// A record that a command is about: what it says, and where it stands.
struct FoundEntity {
  let record: RecordID
  let document: String
  /// The record as Masa writes it.
  let value: StoredValue
  /// The field of another record in which it lies, and its place there.
  let holder: (record: RecordID, field: String, index: Int)?

  /// The changes that make it another one.
  func changes(to after: StoredValue, _ workspace: Workspace) -> [Change] {
    if holder != nil { return inHolder(workspace, with: after) }
    let keys = (value.members ?? []).map(\.key) + (after.members ?? []).map(\.key)
    var seen: Set<String> = []
    return keys.filter { seen.insert($0).inserted }.compactMap { key in
      value[key] == after[key]
        ? nil : Change(document, record, field: key, from: value[key], to: after[key])
    }
  }

  /// The changes that take it away.
  func removal(_ workspace: Workspace) -> [Change] {
    holder == nil
      ? [Change(document, record, from: value, to: nil)] : inHolder(workspace, with: nil)
  }

  private func inHolder(_ workspace: Workspace, with after: StoredValue?) -> [Change] {
    guard let holder, let before = workspace.record(holder.record)?.stored?[holder.field],
      var elements = before.elements, elements.indices.contains(holder.index)
    else { return [] }
    if let after { elements[holder.index] = after } else { elements.remove(at: holder.index) }
    return [
      Change(
        document, holder.record, field: holder.field, from: before,
        to: elements.isEmpty ? nil : .list(elements))
    ]
  }
}

/// What the commands on records of any kind have in common: finding, reading what is typed, checking.
struct RecordDesk {
  let edited: EditedFolder
  let workspace: Workspace
  /// What typed text is understood by.
  let entry: EntryContext
  /// The fields of the kind.
  let shape: RecordShape
  private let kind: NamedKind

  init(_ options: DataOptions, _ kind: NamedKind) throws {
    let edited = try EditedFolder(options)
    self.init(edited, try edited.read(), kind)
  }

  /// A desk in a folder that is open, with what was read of it last.
  init(_ edited: EditedFolder, _ workspace: Workspace, _ kind: NamedKind) {
    self.edited = edited
    self.workspace = workspace
    self.kind = kind
    entry = EntryContext(workspace, on: edited.day)
    shape = RecordShape(of: kind.type)
  }

  /// What a new record begins with: the words that it has unless something else is said.
  var beginning: StoredValue {
    func empty<E: Entity>(_ type: E.Type) -> StoredValue? { E().stored }
    return empty(kind.type) ?? .record([])
  }

  /// The record with an id.
  func find(_ id: String) throws -> FoundEntity {
    do throws(ReportError) {
      _ = try RecordReport(kind.type, id: id, in: RecordContext(workspace, day: edited.day))
    } catch {
      throw CommandFailure("\(error.sentence) Nothing was changed.")
    }
    let link = RecordID(kind.kind, id)
    guard let value = workspace.record(link)?.stored else {
      throw CommandFailure("\(kind.kind.title) \"\(id)\" is not there; nothing was changed.")
    }
    if let holder = workspace.holder(of: link), let document = workspace.document(of: holder.record)
    {
      return FoundEntity(record: link, document: document, value: value, holder: holder)
    }
    guard let document = workspace.document(of: link) else {
      throw CommandFailure(
        "\(kind.kind.title) \"\(id)\" is brought along by Masa and stands in no file; nothing was "
          + "changed. A record with the same id in a file takes its place.")
    }
    return FoundEntity(record: link, document: document, value: value, holder: nil)
  }

  /// The field that a word means: its name in files, or the same in small letters with hyphens.
  func field(_ word: String) throws -> RecordShape.Field {
    func plain(_ text: String) -> String { text.folded.filter { $0 != "-" && $0 != "_" } }
    if let field = shape.fields.first(where: { plain($0.name) == plain(word) }) { return field }
    let names = shape.fields.map(\.name)
    let near = nearest(to: word, among: names).map { "Did you mean \"\($0)\"? " } ?? ""
    throw CommandFailure(
      "\(kind.kind.title) has no field \"\(word)\". \(near)Fields: \(names.joined(separator: ", ")). "
        + "Nothing was changed.", status: 64)
  }

  /// What is typed for a field, as the forms read it; a record inside is written as JSON.
  func value(
    _ text: String, for field: RecordShape.Field, in record: StoredValue?
  ) throws -> StoredValue? {
    if field.name == "id" { return .text(text.cleaned.text) }
    if let first = text.first, first == "{" || first == "[" { return try json(text, field) }
    let reading = entry.reading(of: text, for: field, in: record)
    return try reading.value(typed: text, for: field.name)
  }

  private func json(_ text: String, _ field: RecordShape.Field) throws -> StoredValue? {
    do throws(JSONSyntaxError) {
      var dropped = 0
      let value = StoredValue(try JSONDocument(text: text).root)?
        .mappingTexts { text in
          let (visible, count) = text.cleaned
          dropped += count
          return visible
        }
      if dropped > 0 { Output.complain("\(field.name): \(String.dropNote(dropped)).") }
      return value
    } catch {
      throw CommandFailure(
        "\(field.name): this JSON cannot be read at column \(error.location.column): "
          + "\(error.message) Nothing was changed.", status: 64)
    }
  }

  /// What must stand in a field for the edit to be made.
  func expectation(
    _ name: String, _ text: String, of found: FoundEntity
  ) throws -> Edit.Expectation {
    let field = try field(name)
    let wanted = try value(text, for: field, in: found.value)
    guard found.value[field.name] == wanted else {
      throw CommandFailure(
        ConflictWords(field: field.name, is: found.value[field.name], expected: wanted).sentence,
        status: 2)
    }
    if let holder = found.holder {
      return Edit.Expectation(
        found.document, holder.record, field: holder.field,
        value: workspace.record(holder.record)?.stored?[holder.field])
    }
    return Edit.Expectation(found.document, found.record, field: field.name, value: wanted)
  }

  /// Fails with the first thing wrong with a record.
  func requireReadable(_ value: StoredValue, isNew: Bool) throws {
    var whole = value
    if isNew, whole["id"] == nil { whole["id"] = .text("new") }
    let findings = StoredSource.Findings()
    func read<E: Entity>(_ type: E.Type) { _ = E.read(from: StoredSource(whole, findings)) }
    read(kind.type)
    if let problem = findings.problems.first {
      throw CommandFailure("\(problem.message) \(problem.hint) Nothing was changed.", status: 64)
    }
    for link in findings.references where workspace.record(link) == nil {
      throw CommandFailure(
        "There is no \(link.kind.title.lowercased()) with the id \"\(link.id)\". Nothing was changed.",
        status: 64)
    }
  }

  /// Where a new record goes.
  func placing(_ value: StoredValue, inside holder: String?) throws -> NewRecord {
    do throws(NewRecord.Problem) {
      return try workspace.placing(
        value, as: kind.type, inside: holder)
    } catch {
      throw CommandFailure("\(error.sentence) Nothing was changed.", status: 64)
    }
  }

  /// The record as ticked, or opened again; nil for a kind that is not ticked.
  func ticked(_ value: StoredValue) -> StoredValue? {
    func ticked<E: Entity>(_ type: E.Type) -> StoredValue? {
      guard let tick = E.tick, let record = E.read(from: StoredSource(value)) else { return nil }
      return (tick.isDone(record) ? tick.reopened(record) : tick.done(record, edited.day)).stored
    }
    return ticked(kind.type)
  }
}

extension StoredValue {
  /// The value with each text in it, however deep, put in other words.
  fileprivate func mappingTexts(_ change: (String) -> String) -> StoredValue {
    switch self {
    case .boolean, .number: self
    case .text(let text): .text(change(text))
    case .list(let elements): .list(elements.map { $0.mappingTexts(change) })
    case .record(let members):
      .record(members.map { Member($0.key, $0.value.mappingTexts(change)) })
    }
  }
}
