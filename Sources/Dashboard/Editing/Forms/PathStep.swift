package import Safeguarding

/// One step of the way into a record: to a field, or to an element of a list.
package enum PathStep: Hashable, Sendable {
  case field(String)
  case element(Int)
  /// An element that is to be added at the end.
  case newElement

  /// The step as a draft keeps it.
  package var stored: String {
    switch self {
    case .field(let name): name
    case .element(let index): String(index)
    case .newElement: "+"
    }
  }

  /// Reads a step as a draft keeps it.
  package init(stored: String) {
    self = stored == "+" ? .newElement : Int(stored).map { .element($0) } ?? .field(stored)
  }
}

extension StoredValue {
  /// What stands at the end of a way into the value; nil where nothing does.
  func value(at path: some Collection<PathStep>) -> StoredValue? {
    guard let step = path.first else { return self }
    switch step {
    case .field(let name): return self[name]?.value(at: path.dropFirst())
    case .element(let index):
      guard let elements, elements.indices.contains(index) else { return nil }
      return elements[index].value(at: path.dropFirst())
    case .newElement: return nil
    }
  }

  /// The value with something else at the end of a way into it; nil takes out what stands there.
  func replacing(at path: some Collection<PathStep>, with new: StoredValue?) -> StoredValue? {
    guard let step = path.first else { return new }
    let rest = path.dropFirst()
    switch step {
    case .field(let name):
      var copy = self
      let inner = self[name] ?? (rest.isEmpty ? nil : StoredValue.beginning(rest))
      let changed = rest.isEmpty ? new : inner?.replacing(at: rest, with: new)
      copy[name] = changed?.elements?.isEmpty == true ? nil : changed
      return copy
    case .element(let index):
      guard var elements, elements.indices.contains(index) else { return self }
      if let changed = elements[index].replacing(at: rest, with: new) {
        elements[index] = changed
      } else {
        elements.remove(at: index)
      }
      return .list(elements)
    case .newElement:
      let added = rest.isEmpty ? new : StoredValue.record([]).replacing(at: rest, with: new)
      return .list((elements ?? []) + (added.map { [$0] } ?? []))
    }
  }

  /// An empty value that a way can go on into.
  private static func beginning(_ path: some Collection<PathStep>) -> StoredValue {
    if case .field? = path.first { .record([]) } else { .list([]) }
  }
}

/// What a form changes: a record of a file, or a part of it.
package struct FormTarget: Hashable, Sendable {
  /// The record; a new one has no id.
  package var record: RecordID
  /// The file that holds it, by its path in the data folder.
  package var document: String
  /// The way from the record to the part; empty for the record itself.
  package var path: [PathStep]

  package init(_ record: RecordID, in document: String, path: [PathStep] = []) {
    self.record = record
    self.document = document
    self.path = path
  }

  /// Whether a record is added to the file.
  package var isNewRecord: Bool { record.id.isEmpty }
  /// Whether a record, or an element of a list in one, is added.
  package var isNew: Bool { isNewRecord || path.last == .newElement }
}

extension FormKind {
  /// The form of what a target names.
  package init?(of target: FormTarget) { self.init(of: target.record.kind, at: target.path) }
}
