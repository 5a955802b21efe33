/// A record that is to be added: where it goes, with the id that it gets.
public struct NewRecord: Hashable, Sendable {
  /// What has to be said first, as a sentence, before a record can be added.
  public struct Problem: Error, Hashable, Sendable {
    /// The field that says too little.
    public let field: String
    /// What is missing, and what to do.
    public let sentence: String
  }

  /// The record; its id is empty where it gets one when it is saved.
  public let record: RecordID
  /// The file that holds it, by its path in the data folder.
  public let document: String
  /// What is added.
  public let value: StoredValue
  /// The record in whose field it goes, and that field; nil for one that stands for itself.
  public let holder: (record: RecordID, field: String)?

  /// Two records are the same when they go to the same place.
  public static func == (left: NewRecord, right: NewRecord) -> Bool {
    (left.record, left.document, left.value) == (right.record, right.document, right.value)
  }

  /// Feeds the place into a hash.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(record)
    hasher.combine(document)
  }
}

extension Workspace {
  /// Finds the place of a record that is to be added, and an id where its kind needs one beforehand.
  ///
  /// - Parameters:
  ///   - value: The record as it was entered.
  ///   - type: Its type.
  ///   - holder: The id of the record in which it goes, for kinds that lie inside others.
  ///   - document: The file into which its fields say that it goes, where that is known already.
  ///   - taken: Ids of other records that are added along with it.
  /// - Returns: The record with its place.
  /// - Throws: ``NewRecord/Problem`` when it does not say where it belongs.
  public func placing(
    _ value: StoredValue, as type: any Entity.Type, inside holder: String? = nil,
    in document: String? = nil, besides taken: Set<String> = []
  ) throws(NewRecord.Problem) -> NewRecord {
    func place<E: Entity>(_ type: E.Type) throws(NewRecord.Problem) -> NewRecord {
      if let document { return try listed(value, of: type, in: document, taken) }
      return try placing(value, of: type, inside: holder, taken)
    }
    return try place(type)
  }

  private func placing<E: Entity>(
    _ value: StoredValue, of type: E.Type, inside holder: String?, _ taken: Set<String>
  ) throws(NewRecord.Problem) -> NewRecord {
    var value = value
    let record = E.read(from: StoredSource(value)) ?? E()
    for home in E.homes {
      switch home.form {
      case .list:
        guard let document = home.document(for: record) else { continue }
        return try listed(value, of: type, in: document, taken)
      case .own:
        let id = record.id.isEmpty ? newID(for: record, of: type, taken) : record.id
        value.insert(id: id)
        let document = home.path.replacing("*", with: id)
        try requireNew(RecordID(E.kind, id), in: document)
        return NewRecord(
          record: RecordID(E.kind, id), document: document, value: value, holder: nil)
      case .single: continue
      case .inside(let field, let kind):
        let isSingle = Kinds.isSingle(kind)
        let wanted = RecordID(kind.kind, holder ?? (isSingle ? kind.kind.name : ""))
        guard let found = self.record(wanted), let document = document(of: wanted) else {
          throw NewRecord.Problem(
            field: kind.kind.name,
            sentence: "It belongs to a record of the kind \(kind.kind.name): say which one.")
        }
        let prefix = isSingle ? "" : "\(found.id)."
        let id = record.id.isEmpty ? newID(for: record, of: type, behind: prefix, taken) : record.id
        value.insert(id: id)
        return NewRecord(
          record: RecordID(E.kind, id), document: document, value: value,
          holder: (wanted, field.description))
      }
    }
    let owner = RecordShape(E.self).fields.first { field in
      field.presence == .required && field.shape.isReference && value[field.name] == nil
    }
    let label = owner.map { fieldLabel($0.name, of: E.self) } ?? E.kind.title
    throw NewRecord.Problem(
      field: owner?.name ?? "", sentence: "\(label) is needed: it says where the record is kept.")
  }

  /// A record in a list of a file, with an id made of its name where its kind is known by that.
  private func listed<E: Entity>(
    _ value: StoredValue, of type: E.Type, in named: String, _ taken: Set<String>
  ) throws(NewRecord.Problem) -> NewRecord {
    var value = value
    let document = placed(named)
    let record = E.read(from: StoredSource(value)) ?? E()
    let id =
      record.id.isEmpty && E.isKnownByName ? newID(for: record, of: type, taken) : record.id
    if !id.isEmpty { value.insert(id: id) }
    try requireNew(RecordID(E.kind, id), in: document)
    return NewRecord(record: RecordID(E.kind, id), document: document, value: value, holder: nil)
  }

  /// Fails where a record has its id already, in another file than it would go into.
  ///
  /// In the same file the store finds out, as somebody may have added it just now.
  private func requireNew(_ record: RecordID, in document: String) throws(NewRecord.Problem) {
    guard !record.id.isEmpty, let other = self.document(of: record), other != document else {
      return
    }
    throw NewRecord.Problem(
      field: "id",
      sentence:
        "There is a \(record.kind.title.lowercased()) with the id \"\(record.id)\" already, in "
        + "\(other). Give the new one another id, or change the one that is there.")
  }

  /// An id made of what people call the record, that no other record of its kind has.
  private func newID<E: Entity>(
    for record: E, of type: E.Type, behind prefix: String = "", _ taken: Set<String>
  ) -> String {
    E.kind.newID(of: record.label, after: prefix) {
      taken.contains($0) || self[E.self][$0] != nil || E.builtIn[$0] != nil
    }
  }

  /// The changes that add a record to what is there.
  public func changes(adding new: NewRecord) -> [Change] {
    guard let holder = new.holder else {
      return [Change(new.document, new.record, from: nil, to: new.value)]
    }
    let before = record(holder.record)?.stored?[holder.field]
    return [
      Change(
        new.document, holder.record, field: holder.field, from: before,
        to: .list((before?.elements ?? []) + [new.value]))
    ]
  }
}

extension Workspace {
  /// The lists into which changes put new records, with what is in them.
  ///
  /// An edit that was made by looking through them, as an import is, must not be saved beside what somebody
  /// else has put there meanwhile: both may have brought the same.
  package func seenLists(of changes: [Change]) -> [Edit.SeenList] {
    var order: [(document: String, kind: RecordKind)] = []
    var ids: [RecordKind: [String: Set<String>]] = [:]
    for change in changes where change.field == nil && change.to != nil {
      let (document, kind) = (change.document, change.record.kind)
      if let last = order.last, last.document == document, last.kind == kind { continue }
      if ids[kind]?[document] != nil { continue }
      ids[kind, default: [:]][document] = []
      order.append((document, kind))
    }
    for kind in ids.keys {
      for record in records(of: kind) {
        guard let document = self.document(of: record.link) else { continue }
        ids[kind]?[document]?.insert(record.id)
      }
    }
    return order.map { Edit.SeenList($0.document, $0.kind, ids: ids[$0.kind]?[$0.document] ?? []) }
  }
}

extension StoredValue {
  /// Puts an id at the beginning of a record.
  fileprivate mutating func insert(id: String) {
    let rest = (members ?? []).filter { $0.key != "id" }
    self = .record([Member("id", .text(id))] + rest)
  }
}

extension ValueShape {
  /// Whether it is the id of a record of another kind.
  fileprivate var isReference: Bool { if case .reference = self { true } else { false } }
}
