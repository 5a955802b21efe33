package import Safeguarding
import Synchronization

/// What typed text is understood by: the records that can be meant, and the day.
package struct EntryContext: Sendable {
  /// The records that can be meant.
  package let workspace: Workspace
  /// The day one stands on.
  package let day: CalendarDate
  /// Records that the same edit adds, so that they can be named before they are saved.
  package let added: [AddedRecord]
  private let saved: Names
  private let cache: Cache

  /// Understands text by a workspace as of a day.
  package init(_ workspace: Workspace, on day: CalendarDate) {
    self.init(workspace, day, [], workspace.names, Cache())
  }

  private init(
    _ workspace: Workspace, _ day: CalendarDate, _ added: [AddedRecord], _ names: Names,
    _ cache: Cache
  ) {
    self.workspace = workspace
    self.day = day
    self.added = added
    saved = names
    self.cache = cache
  }

  /// The same with records that the same edit adds.
  package func adding(_ records: [AddedRecord]) -> EntryContext {
    records.isEmpty
      ? self : EntryContext(workspace, day, added + records, saved, cache)
  }

  /// What people call a record, also one that is only being added.
  package var names: Names {
    if added.isEmpty { return saved }
    return Names { [added, saved] kind, id in
      added.first { $0.record == RecordID(kind, id) }?.name ?? saved(kind, id)
    }
  }

  /// Whether there is a record, or there will be with this edit.
  package func has(_ record: RecordID) -> Bool {
    added.contains { $0.record == record }
      || workspace.record(kind: record.kind.name, id: record.id) != nil
  }

  /// An id for a new record that has to be named before it is saved, made of its name.
  ///
  /// - Parameters:
  ///   - name: What people call the record.
  ///   - stem: What comes before the name.
  ///   - kind: The kind of the record, among whose ids it has to be the only one.
  ///   - taken: Other ids that are no longer free.
  /// - Returns: The id.
  package func newID(
    of name: String, after stem: String = "", _ kind: RecordKind, besides taken: Set<String> = []
  ) -> String {
    kind.newID(of: name, after: stem) { taken.contains($0) || has(RecordID(kind, $0)) }
  }

  /// Finds records of a kind.
  package func finder(_ kind: RecordKind) -> RecordFinder {
    cache.finder(kind.name) {
      RecordFinder([kind], what: kind.title.lowercased(), self)
    }.adding(added.filter { $0.record.kind == kind })
  }

  /// Finds everybody who can own something.
  package var ownerFinder: RecordFinder {
    cache.finder(Owner.kind.name) {
      RecordFinder(OwnerText.kinds, what: "agency, seat, person or group", self)
    }.adding(added.filter { OwnerText.kinds.contains($0.record.kind) })
  }

  /// What finds records, made when it is first asked for: typing asks with every key.
  private final class Cache: Sendable {
    private let finders = Mutex<[String: RecordFinder]>([:])

    func finder(_ name: String, _ make: () -> RecordFinder) -> RecordFinder {
      if let found = finders.withLock({ $0[name] }) { return found }
      let made = make()
      finders.withLock { $0[name] = made }
      return made
    }
  }
}

/// A record that the same edit adds.
package struct AddedRecord: Hashable, Sendable {
  /// The record, with an id that was chosen for it.
  package let record: RecordID
  /// What people call it.
  package let name: String
  /// The whole record.
  package let value: StoredValue
  /// The file into which it goes.
  package let document: String

  /// A record that is to be added to a file.
  package init(_ record: RecordID, _ name: String, _ value: StoredValue, in document: String) {
    self.record = record
    self.name = name
    self.value = value
    self.document = document
  }
}

extension AddedRecord {
  /// The name under which a draft keeps the records that it adds.
  package static let key = "+added"

  /// The record as a draft keeps it.
  package var stored: StoredValue {
    .record([
      StoredValue.Member("kind", .text(record.kind.name)), .init("id", .text(record.id)),
      .init("name", .text(name)), .init("document", .text(document)), .init("value", value),
    ])
  }

  /// Reads what a draft keeps; nil for anything that is none.
  package init?(stored value: StoredValue) {
    guard let kind = value["kind"]?.text, let id = value["id"]?.text,
      let type = Kinds.records[kind],
      let record = value["value"]
    else { return nil }
    self.init(
      RecordID(type.kind, id), value["name"]?.text ?? id, record,
      in: value["document"]?.text ?? "")
  }
}

extension EntryContext {
  /// Understands what was typed for a field of a record.
  ///
  /// - Parameters:
  ///   - text: What was typed; nothing but blanks leaves the field out.
  ///   - field: The field, as the record's shape declares it.
  ///   - record: The record as it stands; what is left in its field keeps all that is said of it.
  /// - Returns: The value, how it was understood, or why it cannot be saved.
  package func reading(
    of text: String, for field: RecordShape.Field, in record: StoredValue? = nil
  ) -> EntryReading {
    guard let kind = EntryKind(field, in: record) else {
      return .problem("\(inWords(field.name)) cannot be typed. Edit the file for that.")
    }
    let old = record?[field.name]
    if let old, text == kind.text(of: old, self) { return .understood(old) }
    return kind.reading(of: text, old: old, self)
  }

  /// What stands in a field of a record as one would type it; reading that gives the value again.
  package func text(of record: StoredValue, for field: RecordShape.Field) -> String {
    EntryKind(field, in: record)?.text(of: record[field.name], self) ?? ""
  }
}
