/// One edit of one field: the only way in which data changes.
///
/// The same value is what a form makes, what is compared with the disk, merged, refused as a conflict,
/// kept in the journal, shown as history and turned round by an undo.
public struct Change: Hashable, Sendable {
  /// The file, by its path in the data folder: `groups/mscp-pmqa/actions.json`.
  public var document: String
  /// The record; a new record whose id is empty gets one when it is saved.
  public var record: RecordID
  /// The key of the field; nil when the record as a whole is added or removed.
  public var field: String?
  /// What stood there for the person who changed it; nil when there was nothing.
  public var from: StoredValue?
  /// What shall stand there; nil for nothing.
  public var to: StoredValue?

  /// Changes a field, or a whole record where no field is named.
  public init(
    _ document: String, _ record: RecordID, field: String? = nil, from: StoredValue?,
    to: StoredValue?
  ) {
    self.document = document
    self.record = record
    self.field = field
    self.from = from
    self.to = to
  }

  /// The folder that owns the file, by its path in the data folder; empty for the data folder itself.
  public var folder: String { folderPath(of: document) }

  /// The change that takes this one back.
  public var inverse: Change { Change(document, record, field: field, from: to, to: from) }
}

/// The folder of a file in the data folder: `groups/mscp-pmqa`; empty for the data folder itself.
public func folderPath(of document: String) -> String {
  document.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(document[..<$0]) } ?? ""
}

/// The path of a file in the data folder by its name and its folder, as ``folderPath(of:)`` takes it apart.
public func documentPath(_ name: String, in folder: String) -> String {
  folder.isEmpty ? name : "\(folder)/\(name)"
}

/// Changes that a person makes in one go: all of them are saved, or none.
public struct Edit: Hashable, Sendable {
  /// What the person did, as history shows it: "Tick: send the audit tool to all schools".
  public var title: String
  /// The changes, in the order in which they are made.
  public var changes: [Change]
  /// What must stand in a field for the edit to be made at all.
  public var expectations: [Expectation]
  /// The lists in which there must be no other records than those that were seen.
  public var seen: [SeenList] = []
  /// The entry of the journal that this edit takes back.
  public var undoes: EntryID?
  /// The folders as they were when it was read what is changed, as ``Workspace/folderIdentities`` has them;
  /// one that another was put in the place of is not changed.
  public var readFrom: [String: String] = [:]

  /// What must stand in a field, or in a record's revision, for an edit to be made.
  public struct Expectation: Hashable, Sendable {
    /// The file, by its path in the data folder.
    public let document: String
    /// The record in that file.
    public let record: RecordID
    /// The key of the field.
    public let field: String
    /// What must stand there; nil for nothing.
    public let value: StoredValue?

    /// Expects a value in a field.
    public init(_ document: String, _ record: RecordID, field: String, value: StoredValue?) {
      self.document = document
      self.record = record
      self.field = field
      self.value = value
    }
  }

  /// The records of a kind that were seen in a file: what is added was found to be none of them.
  public struct SeenList: Hashable, Sendable {
    /// The file, by its path in the data folder.
    public let document: String
    /// The kind of the records.
    public let kind: RecordKind
    /// Their ids.
    public let ids: Set<String>

    /// The records with these ids in a file.
    public init(_ document: String, _ kind: RecordKind, ids: Set<String>) {
      self.document = document
      self.kind = kind
      self.ids = ids
    }
  }

  /// The files that it changes or expects something of, each once.
  package var documents: Set<String> {
    documents { _ in true }.union(expectations.map { $0.document })
  }

  /// The folders that it changes, by their paths in the data folder.
  package var folders: Set<String> { Set(documents { _ in true }.map { folderPath(of: $0) }) }

  /// The files of which some changes are, each once: very many may be of one in a row.
  package func documents(where isMeant: (Change) -> Bool) -> Set<String> {
    var (documents, last): (Set<String>, String?) = ([], nil)
    for change in changes where change.document != last && isMeant(change) {
      last = change.document
      documents.insert(change.document)
    }
    return documents
  }

  /// Gathers changes under a title.
  public init(
    _ title: String, _ changes: [Change], expecting expectations: [Expectation] = [],
    undoes: EntryID? = nil
  ) {
    self.title = title
    self.changes = changes
    self.expectations = expectations
    self.undoes = undoes
  }
}

/// The place of an entry in the journals: the folder and the number of the entry in its journal.
public struct EntryID: Hashable, Sendable, CustomStringConvertible {
  /// The folder, by its path in the data folder; empty for the data folder itself.
  public let folder: String
  /// The number of the entry in the folder's journal, counted from 1.
  public let sequence: Int

  /// An entry of a folder's journal.
  public init(folder: String, sequence: Int) {
    self.folder = folder
    self.sequence = sequence
  }

  /// Reads `groups/mscp-pmqa:12`.
  public init?(_ text: String) {
    guard let colon = text.lastIndex(of: ":"),
      let sequence = Int(text[text.index(after: colon)...]),
      sequence > 0
    else { return nil }
    self.init(folder: String(text[..<colon]), sequence: sequence)
  }

  /// The folder, a colon and the number: `groups/mscp-pmqa:12`.
  public var description: String { "\(folder):\(sequence)" }
}

/// One edit as the journal keeps it: what was changed, by whom and when.
public struct JournalEntry: Hashable, Sendable {
  /// Where it stands in the journals.
  public let id: EntryID
  /// What the person did.
  public let title: String
  /// When it was saved by the server's clock, in seconds since 1970.
  public let time: Int
  /// The number of the account that saved it, as the system gives it.
  public let userID: Int
  /// The name of that account.
  public let user: String
  /// What was changed in its folder, with what stood there before exactly as the file spelled it.
  public internal(set) var changes: [Change]
  /// The entry that this one takes back.
  public let undoes: EntryID?
  /// The entry that leads an edit which changed several folders; nil for that one itself.
  public let partOf: EntryID?
  /// The other entries of an edit that this one leads, each in the journal of its folder.
  public let parts: [EntryID]

  /// Keeps an edit with who made it and when.
  public init(
    id: EntryID, title: String, time: Int, userID: Int, user: String, changes: [Change],
    undoes: EntryID? = nil, partOf: EntryID? = nil, parts: [EntryID] = []
  ) {
    self.id = id
    self.title = title
    self.time = time
    self.userID = userID
    self.user = user
    self.changes = changes
    self.undoes = undoes
    self.partOf = partOf
    self.parts = parts
  }
}
