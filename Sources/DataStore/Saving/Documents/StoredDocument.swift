import JSONDocument
import Safeguarding

/// A file of the data folder while it is being changed.
struct StoredDocument {
  /// Its path in the data folder.
  let path: String
  /// What its kind says of the records in it.
  private let kind: DocumentKind
  private(set) var document: JSONDocument

  /// Opens the bytes of a file; nil for a file that is not there yet.
  init(_ path: String, bytes: [UInt8]?) throws(StoredDocumentError) {
    guard let kind = DocumentKind.of(path), !kind.stored.isEmpty else {
      throw StoredDocumentError("No kind of file that can be changed has the name \(path).")
    }
    self.path = path
    self.kind = kind
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
  }

  /// Which entry of the journal last wrote the file.
  var stamp: DocumentStamp? { DocumentStamp(of: document) }

  /// The records of a kind in this file.
  private func records(of kind: RecordKind) throws(StoredDocumentError) -> StoredRecords {
    for stored in self.kind.stored where stored.kind == kind { return stored }
    throw StoredDocumentError("\(path) does not hold records of the kind \(kind.name).")
  }

  /// Where a record stands, or nil when the file does not hold it.
  private func place(of record: RecordID) throws(StoredDocumentError) -> JSONPath? {
    let stored = try records(of: record.kind)
    func isMeant(_ value: JSONValue) -> Bool {
      value["id"]?.string.map { $0.utf8.elementsEqual(record.id.utf8) } ?? false
    }
    guard let list = stored.list else {
      return stored.isSingle || isMeant(document.root) ? [] : nil
    }
    guard let elements = document.root[list]?.elements else { return nil }
    for (position, element) in elements.enumerated() where isMeant(element) {
      return [.key(list), .index(position)]
    }
    return nil
  }

  /// A record as Masa would write it, or nil when the file does not hold it.
  func record(_ link: RecordID) throws(StoredDocumentError) -> StoredValue? {
    guard let path = try place(of: link), let value = document.value(at: path),
      let written = StoredValue(value)
    else { return nil }
    return try records(of: link.kind).canonical(written)
  }

  /// What stands in a field exactly as the file spells it; nil for nothing.
  func spelled(_ link: RecordID, field: String?) throws(StoredDocumentError) -> StoredValue? {
    guard let path = try place(of: link), let value = document.value(at: path) else { return nil }
    guard let field else { return StoredValue(value) }
    return value[field].flatMap { StoredValue($0) }
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
    guard let path = try place(of: link) else {
      throw StoredDocumentError("\(path) does not hold \(link.id).")
    }
    let known = try record(link)?[field]
    try edit { editing throws(ValueEditingError) in
      try editing.write(
        value, over: known, at: path.appending(.key(field)), order: stored.fields())
    }
    let wanted = stored.canonical(field, value)
    guard try record(link)?[field] == wanted else {
      // Two spellings of the same thing got mixed: the value is written anew as a whole.
      try edit { editing throws(ValueEditingError) in
        try editing.write(nil, over: known ?? .boolean(true), at: path.appending(.key(field)))
        try editing.write(
          value, over: nil, at: path.appending(.key(field)), order: stored.fields())
      }
      guard try record(link)?[field] == wanted else {
        throw StoredDocumentError("\"\(field)\" of \(link.id) would not read as it was written.")
      }
      return
    }
  }

  /// Adds a record to its list, or makes it the content of a file that holds one record.
  mutating func add(_ link: RecordID, _ value: StoredValue) throws(StoredDocumentError) {
    let stored = try records(of: link.kind)
    guard let list = stored.list else {
      for member in value.members ?? [] {
        try edit { editing throws(ValueEditingError) in
          try editing.write(member.value, over: nil, at: [.key(member.key)])
        }
      }
      return
    }
    try edit { editing throws(ValueEditingError) in
      if editing.document.root[list] == nil {
        try editing.write(.list([]), over: nil, at: [.key(list)])
      }
      try editing.append(value, at: [.key(list)])
    }
  }

  /// Takes a record out of its list.
  mutating func remove(_ link: RecordID) throws(StoredDocumentError) {
    guard let path = try place(of: link) else { return }
    guard !path.steps.isEmpty else {
      throw StoredDocumentError("\(self.path) holds one record, which cannot be taken out of it.")
    }
    try edit { editing throws(ValueEditingError) in
      try editing.write(nil, over: .boolean(true), at: path)
    }
  }

  /// Notes which entry of the journal wrote the file.
  mutating func note(_ stamp: DocumentStamp) throws(StoredDocumentError) {
    try edit { editing throws(ValueEditingError) in
      try editing.write(.text(stamp.text), over: nil, at: [.key(DocumentStamp.key.description)])
    }
  }

  private mutating func edit(
    _ change: (inout ValueEditing) throws(ValueEditingError) -> Void
  ) throws(StoredDocumentError) {
    var editing = ValueEditing(document)
    do throws(ValueEditingError) {
      try change(&editing)
    } catch {
      let line = error.location.map { " at line \($0.line)" } ?? ""
      throw StoredDocumentError("\(path) cannot be changed\(line): \(error.reason)")
    }
    document = editing.document
  }
}

/// Why a file cannot be changed; it is as it was.
struct StoredDocumentError: Error {
  let reason: String

  init(_ reason: String) { self.reason = reason }

  /// The same for the person whose change it was.
  ///
  /// A reason that already says whom to ask gets no further advice.
  var asCommitError: CommitError {
    let advice =
      reason.contains(" ask ") || reason.contains("Ask ")
      ? "" : " Mend that, or ask the administrator of this server, and try again."
    return .refused("Your change was not saved: \(reason) Nothing was changed.\(advice)")
  }
}
