import JSONDocument
public import Safeguarding

/// A kind of file in a data folder: where it lies, what it holds, how it joins the workspace.
public struct DocumentKind: Sendable {
  /// Its name in commands and schemas: `meetings`.
  public let name: String
  /// Where it lies in the data folder; `*` stands for a folder or file of any name.
  public let path: String
  /// What it holds, in one sentence.
  public let help: String
  /// How it is written.
  public var shape: ValueShape { makeShape() }
  private let makeShape: @Sendable () -> ValueShape
  /// The kind of the one record that such a file holds, named after its place; nil for lists.
  let recordKind: RecordKind?
  let read: @Sendable (JSONSource, inout Workspace) -> Void
  /// Puts a faulty record into the workspace when the file cannot be read at all.
  let mark: @Sendable (String, inout Workspace) -> Void
  /// The records that can be changed in such a file.
  var stored: [StoredRecords]

  /// A kind of file; how it is written is worked out when somebody asks.
  init(
    name: String, path: String, help: String,
    shape: @escaping @autoclosure @Sendable () -> ValueShape,
    recordKind: RecordKind?, read: @escaping @Sendable (JSONSource, inout Workspace) -> Void,
    mark: @escaping @Sendable (String, inout Workspace) -> Void, stored: [StoredRecords] = []
  ) {
    self.name = name
    self.path = path
    self.help = help
    makeShape = shape
    self.recordKind = recordKind
    self.read = read
    self.mark = mark
    self.stored = stored
  }

  /// A file that holds one record which nothing refers to.
  static func record<R: Record>(
    _ path: String, _ type: R.Type, add: @escaping @Sendable (R, inout Workspace) -> Void
  ) -> DocumentKind {
    DocumentKind(
      name: R.kind.name, path: path, help: R.kind.help, shape: R.shape, recordKind: nil,
      read: { source, workspace in
        if let record = source.record(R.self) { add(record, &workspace) }
      }, mark: { _, _ in }, stored: [StoredRecords(R.self, list: nil)])
  }

  /// A file that holds one record, which is named after the file unless there is only one.
  static func entity<E: Entity>(_ path: String, _ type: E.Type, isSingle: Bool) -> DocumentKind {
    DocumentKind(
      name: E.kind.name, path: path, help: E.kind.help, shape: E.shape,
      recordKind: isSingle ? nil : E.kind,
      read: { source, workspace in
        if let record = source.record(E.self) {
          workspace.add([record], from: source.context.file)
        }
      },
      mark: { id, workspace in
        if !isSingle {
          let document = path.replacing("*", with: id)
          workspace[E.self].append(contentsOf: [E.standIn(id: id)], from: document)
        }
      }, stored: [StoredRecords(E.self, list: nil, isSingle: isSingle)])
  }

  /// A file that holds one or several lists of records.
  static func lists(
    _ name: String, _ path: String, _ help: String, _ parts: [DocumentList]
  ) -> DocumentKind {
    DocumentKind(
      name: name, path: path, help: help,
      shape: .object(
        parts.map { (name: $0.key.description, shape: $0.shape(), help: $0.help) }),
      recordKind: nil,
      read: { source, workspace in readLists(parts, from: source, into: &workspace) },
      mark: { _, _ in }, stored: parts.map(\.stored))
  }

  private static func readLists(
    _ parts: [DocumentList], from source: JSONSource, into workspace: inout Workspace
  ) {
    guard source.value.kind == .object else {
      source.report(
        "This file should hold an object in { }.",
        hint: "Write {\"\(parts[0].key)\": [ ... ]}.")
      return
    }
    for member in source.value.members {
      if let part = parts.first(where: { member.hasKey($0.key) }) {
        part.read(JSONSource(value: member.value, context: source.context), &workspace)
      } else if !member.hasKey(DocumentStamp.key) {
        let keys = parts.map(\.key.description)
        source.context.report(
          .warning, at: member.keyByteRange.lowerBound,
          "The list \"\(member.key)\" is not known here; it is kept but not shown.",
          hint: hint(for: member.key, "Known here", keys))
      }
    }
  }
}

/// A list in a file, and where its records go.
struct DocumentList: Sendable {
  let key: StaticString
  let help: String
  /// How it is written.
  let shape: @Sendable () -> ValueShape
  let read: @Sendable (JSONSource, inout Workspace) -> Void
  let stored: StoredRecords

  init<Element: Entity>(_ key: StaticString, _ type: Element.Type) {
    self.key = key
    help = Element.kind.help
    shape = { .list(Element.shape) }
    stored = StoredRecords(Element.self, list: key.description)
    read = { source, workspace in
      if let elements = [Element].read(from: source) {
        workspace.add(elements, from: source.context.file)
      }
    }
  }
}

/// What is known in place of a word that is not, the nearest first.
func hint(for word: String, _ title: String, _ known: [String]) -> String {
  let suggestion = nearest(to: word, among: known).map { "Did you mean \"\($0)\"? " }
  return (suggestion ?? "") + "\(title): \(known.joined(separator: ", "))."
}
