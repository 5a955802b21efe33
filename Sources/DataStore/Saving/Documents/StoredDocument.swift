import JSONDocument
import Safeguarding

/// A file of the data folder while it is being changed.
///
/// Its records are changed one by one, and the file is spelled and read anew when ``note(_:)`` asks for it.
struct StoredDocument {
  /// Its path in the data folder.
  let path: String
  /// What its kind says of the records in it.
  let kind: DocumentKind
  /// The file as it was last spelled.
  private(set) var document: JSONDocument
  /// Whether the file is there, or shall be.
  private(set) var exists: Bool
  private var lists: [String: RecordList] = [:]

  /// Opens the bytes of a file; nil for a file that is not there yet.
  init(_ path: String, bytes: [UInt8]?) throws(StoredDocumentError) {
    guard let kind = DocumentKind.of(path), !kind.stored.isEmpty else {
      throw StoredDocumentError("No kind of file that can be changed has the name \(path).")
    }
    self.path = path
    self.kind = kind
    exists = bytes != nil
    let list = kind.stored[0].list
    let empty = list.map { "{\n  \"\($0)\": []\n}\n" } ?? "{}\n"
    do throws(JSONSyntaxError) {
      document = try JSONDocument(bytes: bytes ?? Array(empty.utf8))
    } catch {
      throw StoredDocumentError(
        "\(path) cannot be read at line \(error.location.line): \(error.message)")
    }
    guard document.root.kind == .object else {
      throw StoredDocumentError("\(path) should hold an object in { }.")
    }
    if list != nil { document = document.notingLayout }
    findRecords()
  }

  /// The file with empty lists, where it holds lists and is not there yet.
  var emptyLists: StoredDocument? {
    get throws(StoredDocumentError) {
      guard !exists, kind.stored[0].list != nil else { return nil }
      var empty = try StoredDocument(path, bytes: nil)
      empty.exists = true
      return empty
    }
  }

  /// Which entry of the journal last wrote the file.
  var stamp: DocumentStamp? { DocumentStamp(of: document) }

  /// The records of a kind in this file.
  private func records(of kind: RecordKind) throws(StoredDocumentError) -> StoredRecords {
    for stored in self.kind.stored where stored.kind == kind { return stored }
    throw StoredDocumentError("\(path) does not hold records of the kind \(kind.name).")
  }

  private mutating func findRecords() {
    for case let list? in kind.stored.map(\.list) {
      lists[list] = RecordList(document.root[list])
    }
  }

  /// What stands there of a record; nil when the file does not hold it.
  private func value(of record: RecordID) throws(StoredDocumentError) -> JSONValue? {
    let stored = try records(of: record.kind)
    guard let list = stored.list else {
      if stored.isSingle { return document.root }
      let id = document.root["id"]?.string
      return id.map { $0.utf8.elementsEqual(record.id.utf8) } ?? false ? document.root : nil
    }
    guard let records = lists[list], let place = records.place(of: record.id) else { return nil }
    do throws(JSONEditError) {
      return try records.value(at: place, in: document)
    } catch {
      throw refusal(ValueEditingError(error.message, error.location))
    }
  }

  /// A record as Masa would write it, or nil when the file does not hold it.
  func record(_ link: RecordID) throws(StoredDocumentError) -> StoredValue? {
    guard let written = try value(of: link).flatMap({ StoredValue($0) }) else { return nil }
    return try records(of: link.kind).canonical(written)
  }

  /// The ids of the records of a kind in a list, in their order; none where the file holds no list of them.
  func ids(of kind: RecordKind) throws(StoredDocumentError) -> [String] {
    guard let list = try records(of: kind).list else { return [] }
    return lists[list]?.elements.compactMap { $0["id"]?.string } ?? []
  }

  /// What stands in a field exactly as the file spells it; nil for nothing.
  ///
  /// Without a field it is the whole record, but for the stamp of a file that holds nothing else.
  func spelled(_ link: RecordID, field: String?) throws(StoredDocumentError) -> StoredValue? {
    guard let value = try value(of: link) else { return nil }
    if let field { return value[field].flatMap { StoredValue($0) } }
    guard try records(of: link.kind).list == nil, case .record(let members)? = StoredValue(value)
    else { return StoredValue(value) }
    return .record(members.filter { $0.key != DocumentStamp.key.description })
  }

  /// A value as Masa would write it: of a field, or of a whole record.
  func canonical(
    _ kind: RecordKind, field: String?, _ value: StoredValue?
  ) throws(StoredDocumentError) -> StoredValue? {
    let stored = try records(of: kind)
    guard let field else { return value.flatMap { stored.canonical($0) } }
    guard stored.fields().contains(field) else {
      throw StoredDocumentError("\(kind.title) has no field \"\(field)\".")
    }
    return stored.canonical(field, value)
  }

  /// Makes a field of a record say something else.
  mutating func set(
    _ field: String, of link: RecordID, to value: StoredValue?
  ) throws(StoredDocumentError) {
    let stored = try records(of: link.kind)
    guard let present = try self.value(of: link) else {
      throw StoredDocumentError("\(path) does not hold \(link.id).")
    }
    let known = stored.canonical(field, present[field].flatMap { StoredValue($0) })
    let (wanted, order) = (stored.canonical(field, value), stored.fields())
    try edit(link) { editing throws(ValueEditingError) in
      try editing.write(value, over: known, at: [.key(field)], order: order)
    }
    // A record that gets another id is looked for by that one.
    if field == "id" { return try spell() }
    if stored.canonical(field, try spelled(link, field: field)) == wanted { return }
    // Two spellings of the same thing got mixed: the value is written anew as a whole.
    try edit(link) { editing throws(ValueEditingError) in
      try editing.write(nil, over: known ?? .boolean(true), at: [.key(field)])
      try editing.write(value, over: nil, at: [.key(field)], order: order)
    }
    guard stored.canonical(field, try spelled(link, field: field)) == wanted else {
      throw StoredDocumentError("\"\(field)\" of \(link.id) would not read as it was written.")
    }
  }

  /// Adds a record to its list, or makes it the content of a file that holds one record.
  mutating func add(_ link: RecordID, _ value: StoredValue) throws(StoredDocumentError) {
    guard let list = try records(of: link.kind).list else { return try fill(with: value) }
    try findRoom(for: link.kind)
    if lists[list]?.takesMore != true { try spell() }
    if lists[list]?.takesMore == true {
      do throws(JSONEditError) {
        try lists[list]?.append(value, link.id, in: document)
      } catch {
        throw refusal(ValueEditingError(error.message, error.location))
      }
      return
    }
    try editWhole { editing throws(ValueEditingError) in
      if editing.document.root[list] == nil {
        try editing.write(.list([]), over: nil, at: [.key(list)])
      }
      try editing.append(value, at: [.key(list)])
    }
  }

  /// Refuses one more record where it would be kept in the file but not read any more.
  private func findRoom(for kind: RecordKind) throws(StoredDocumentError) {
    let most = ReadingContext.mostRecords.outer
    guard lists.values.reduce(0, { $0 + $1.count }) >= most else { return }
    let others = self.kind.path.split(separator: "/").last?.contains("*") == true
    throw StoredDocumentError(
      "\(path) holds \(grouped(most)) records already, and no more than that are read of one file, so "
        + "the new \(kind.title.lowercased()) would not be shown. Enter it "
        + (others ? "in another file of the folder" : "in another group or folder")
        + ", or first take out of the file what is long finished; the administrator, whom you may ask, "
        + "keeps a copy of it.")
  }

  private mutating func fill(with value: StoredValue) throws(StoredDocumentError) {
    guard exists else {
      let text = JSONLiteral(value).write(indentation: 2) + "\n"
      guard case .success(let made) = Result(catching: { try JSONDocument(text: text) }) else {
        throw StoredDocumentError("\(path) would not be readable as it was written.")
      }
      (document, exists) = (made, true)
      return
    }
    try editWhole { editing throws(ValueEditingError) in
      for member in value.members ?? [] {
        try editing.write(member.value, over: nil, at: [.key(member.key)])
      }
    }
  }

  /// Takes a record out of its list, or takes the file away that holds nothing else.
  mutating func remove(_ link: RecordID) throws(StoredDocumentError) {
    guard try value(of: link) != nil else { return }
    guard let list = try records(of: link.kind).list else {
      guard kind.comesWithItsRecord else {
        throw StoredDocumentError("\(path) holds one record, which cannot be taken out of it.")
      }
      self = try StoredDocument(path, bytes: nil)
      return
    }
    if lists[list]?.givesAway != true { try spell() }
    guard case .element(let position)? = lists[list]?.place(of: link.id) else { return }
    if lists[list]?.remove(position, link.id) == true { try spell() }
  }

  /// Notes which entry of the journal wrote the file, and spells everything that was changed.
  mutating func note(_ stamp: DocumentStamp) throws(StoredDocumentError) {
    guard exists || kind.stored[0].list != nil else { return }
    exists = true
    try spell(stamp)
  }

  /// Spells what was changed since the file was last spelled; it is read anew once.
  mutating func spell(_ stamp: DocumentStamp? = nil) throws(StoredDocumentError) {
    do throws(JSONEditError) {
      var splices: [JSONSplice] = []
      for list in lists.values { splices += try list.splices(in: document) }
      if let stamp {
        let (key, text) = (DocumentStamp.key.description, JSONLiteral.string(stamp.text))
        if let present = document.root[key] {
          splices.append(try document.splice(replacing: present, with: text))
        } else {
          splices.append(try document.splice(inserting: key, text, into: document.root))
        }
      }
      if splices.isEmpty { return }
      document = try document.applying(splices)
    } catch {
      throw refusal(ValueEditingError(error.message, error.location))
    }
    if !lists.isEmpty { document = document.notingLayout }
    findRecords()
  }

  /// Changes a record.
  private mutating func edit(
    _ link: RecordID, _ change: (inout ValueEditing) throws(ValueEditingError) -> Void
  ) throws(StoredDocumentError) {
    guard let list = try records(of: link.kind).list else { return try editWhole(change) }
    guard let place = lists[list]?.place(of: link.id),
      let excerpt = try excerpt(at: place, of: list)
    else { return }
    var editing = ValueEditing(excerpt, at: [.key(list)])
    do throws(ValueEditingError) {
      try change(&editing)
    } catch {
      guard case .element(let position) = place, let element = lists[list]?.elements[position]
      else { throw refusal(error) }
      throw refusal(error.behind(line: element.location.line))
    }
    lists[list]?.put(editing.document, at: place)
  }

  private func excerpt(
    at place: RecordList.Place, of list: String
  ) throws(StoredDocumentError) -> JSONDocument? {
    do throws(JSONEditError) {
      return try lists[list]?.excerpt(at: place, of: document)
    } catch {
      throw refusal(ValueEditingError(error.message, error.location))
    }
  }

  /// Changes the file as a whole.
  private mutating func editWhole(
    _ change: (inout ValueEditing) throws(ValueEditingError) -> Void
  ) throws(StoredDocumentError) {
    var editing = ValueEditing(document)
    do throws(ValueEditingError) {
      try change(&editing)
    } catch {
      throw refusal(error)
    }
    document = lists.isEmpty ? editing.document : editing.document.notingLayout
    findRecords()
  }

  private func refusal(_ error: ValueEditingError) -> StoredDocumentError {
    let line = error.line.map { " at line \($0)" } ?? ""
    return StoredDocumentError("\(path) cannot be changed\(line): \(error.reason)")
  }
}

extension StoredDocument {
  /// What a file that holds one record by its name says; nil where it is not there.
  var onlyContent: StoredValue? {
    exists && kind.comesWithItsRecord ? StoredValue(document.root) : nil
  }
}
