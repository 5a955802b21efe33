import JSONDocument
import Safeguarding

/// How the changes of an entry stand in its line: one by one, or, where very many records of one file come or go,
/// as a list of these records.
///
/// A line is bounded, and an import is one line: it is saved as a whole or not at all, and taken back as one. Packed,
/// a line holds twice as many figures.
enum PackedChanges {
  /// So many that come or go one after the other are packed.
  static let fewest = 100

  /// Writes the changes as a line holds them, with commas between them.
  static func write(_ changes: [Change], to bytes: inout [UInt8]) {
    var start = 0
    func separate() { if start > 0 { bytes.append(UInt8(ascii: ",")) } }
    while start < changes.count {
      var end = start + 1
      if let way = Way(changes[start]) {
        while end < changes.count, way == Way(changes[end]) { end += 1 }
        if end - start >= fewest {
          separate()
          way.write(changes[start..<end], to: &bytes)
          start = end
          continue
        }
      }
      for change in changes[start..<end] {
        separate()
        bytes += Array(JSONLiteral(change).write().utf8)
        start += 1
      }
    }
  }

  /// The changes that stand packed in a part of a line; nil for what is one change.
  static func changes(in value: JSONValue) -> [Change]? {
    guard let document = value["document"]?.string, let kind = value["kind"]?.string else {
      return nil
    }
    for isAdded in [true, false] {
      guard let list = value[isAdded ? Way.added : Way.removed], list.kind == .array else {
        continue
      }
      let records = list.unfolded
      let way = Way(document: document, kind: RecordKind(stored: kind), isAdded: isAdded)
      var changes: [Change] = []
      changes.reserveCapacity(records.count)
      for record in records.elements {
        guard let id = record["id"]?.string, let stored = StoredValue(record) else { return nil }
        changes.append(way.change(id, stored))
      }
      return changes
    }
    return nil
  }

  /// What records that are packed have in common.
  private struct Way: Equatable {
    static let added = "added"
    static let removed = "removed"

    let document: String
    let kind: RecordKind
    let isAdded: Bool

    init(document: String, kind: RecordKind, isAdded: Bool) {
      (self.document, self.kind, self.isAdded) = (document, kind, isAdded)
    }

    /// Nil for a change that says more than its record does.
    init?(_ change: Change) {
      guard change.field == nil, (change.from == nil) != (change.to == nil),
        (change.to ?? change.from)?["id"]?.text == change.record.id
      else { return nil }
      self.init(
        document: change.document, kind: change.record.kind, isAdded: change.to != nil)
    }

    func write(_ changes: ArraySlice<Change>, to bytes: inout [UInt8]) {
      let head = JSONLiteral.object([
        .init("document", .string(document)), .init("kind", .string(kind.name)),
      ])
      bytes += Array(head.write().utf8.dropLast())
      bytes += Array(#","\#(isAdded ? Way.added : Way.removed)":["#.utf8)
      var isFirst = true
      for case let record? in changes.lazy.map({ $0.to ?? $0.from }) {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        isFirst = false
        bytes += Array(JSONLiteral(record).write().utf8)
      }
      bytes += Array("]}".utf8)
    }

    func change(_ id: String, _ record: StoredValue) -> Change {
      Change(
        document, RecordID(kind, id), from: isAdded ? nil : record, to: isAdded ? record : nil)
    }
  }
}

extension JSONLiteral {
  fileprivate init(_ change: Change) {
    var members = [
      Member("document", .string(change.document)),
      Member("kind", .string(change.record.kind.name)), Member("id", .string(change.record.id)),
    ]
    if let field = change.field { members.append(Member("field", .string(field))) }
    if let from = change.from { members.append(Member("from", JSONLiteral(from))) }
    if let to = change.to { members.append(Member("to", JSONLiteral(to))) }
    self = .object(members)
  }
}

extension Change {
  /// Which file a part of a line changes, and no more of it; nil where it does not say so.
  init?(briefly value: JSONValue) {
    guard let document = value["document"]?.string, let kind = value["kind"]?.string else {
      return nil
    }
    self.init(document, RecordID(RecordKind(stored: kind), ""), from: nil, to: nil)
  }

  /// Reads one change of a line; nil where it does not say what a change must say.
  init?(_ value: JSONValue) {
    guard let document = value["document"]?.string, let kind = value["kind"]?.string,
      let id = value["id"]?.string
    else { return nil }
    self.init(
      document, RecordID(RecordKind(stored: kind), id), field: value["field"]?.string,
      from: value["from"].flatMap { StoredValue($0) }, to: value["to"].flatMap { StoredValue($0) }
    )
  }
}
