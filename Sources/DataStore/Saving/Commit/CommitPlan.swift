import Safeguarding

/// What an edit comes to, given what stands in the files now; nothing is written yet.
///
/// Every store plans with it, so that all of them merge, refuse and number alike.
struct CommitPlan {
  /// The files as they shall be, by their path, as long as they are not spelled.
  private(set) var documents: [String: StoredDocument] = [:]
  /// The files as they shall be written.
  private var spelled: [SpelledDocument] = []
  /// What really changes, with what stood there before exactly as it was spelled.
  private(set) var changes: [Change] = []
  /// The edit's changes as they were carried out: new records have their ids.
  private(set) var carriedOut: [Change] = []
  /// What others had changed in the same fields and was merged.
  private(set) var merged: [Change] = []
  private(set) var conflicts: [Conflict] = []
  private var added: [String: Int] = [:]
  /// What an undo brings back may be as unreadable as it was.
  private let restores: Bool
  private let nextSequence: (String) -> Int
  private let refusal: (Change, StoredValue?) -> String?

  /// Plans an edit.
  ///
  /// - Parameters:
  ///   - edit: What is to be changed.
  ///   - nextSequence: The number that the next entry in a folder's journal gets.
  ///   - refusal: Why somebody may not make a change of a record, as a sentence; nil when they may.
  ///   - mostParts: How many records within records are read of one file.
  ///   - load: Opens a file as it is now.
  /// - Throws: ``StoredDocumentError`` when a file cannot be read, or may not be changed so.
  init(
    _ edit: Edit, nextSequence: @escaping (String) -> Int,
    refusal: @escaping (Change, StoredValue?) -> String? = { _, _ in nil },
    mostParts: Int = ReadingContext.mostRecords.inner,
    load: (String) throws(StoredDocumentError) -> StoredDocument
  ) throws(StoredDocumentError) {
    self.nextSequence = nextSequence
    self.refusal = refusal
    restores = edit.undoes != nil
    if let reason = DocumentKind.refusal(ofAdditionsIn: edit.changes) {
      throw StoredDocumentError(reason)
    }
    for path in edit.documents where documents[path] == nil { documents[path] = try load(path) }
    let before = documents.mapValues(\.document)
    for expectation in edit.expectations { try check(expectation) }
    if !edit.seen.isEmpty {
      var additions: [DocumentAndKind: Change] = [:]
      for change in edit.changes where change.field == nil {
        let list = DocumentAndKind(change.document, change.record.kind)
        if additions[list] == nil { additions[list] = change }
      }
      for list in edit.seen { try check(list, additions) }
    }
    let removals = Dictionary(
      grouping: edit.changes.filter { $0.field == nil && $0.to == nil }, by: \.record)
    // What is taken elsewhere is looked at before anything is taken out.
    let whole =
      removals.isEmpty
      ? edit.changes
      : try edit.changes.map { (change) throws(StoredDocumentError) in
        try carryingAll(change, removals)
      }
    for change in whole { try plan(change) }
    let changed = Dictionary(grouping: changes, by: \.document)
    documents = documents.filter { changed[$0.key] != nil }
    for (path, document) in documents {
      let added = (changed[path] ?? []).compactMap(\.to)
      if let present = before[path] {
        try document.requireReadable(after: present, adding: added, mostParts: mostParts)
      }
    }
  }

  /// A file, and a kind of record in it.
  private struct DocumentAndKind: Hashable {
    let document: String
    let kind: RecordKind

    init(_ document: String, _ kind: RecordKind) { (self.document, self.kind) = (document, kind) }
  }

  /// The folders that change, in the order in which they are locked and written.
  var folders: [String] { Set(changes.map(\.folder)).sorted() }

  /// The files of a folder that change, in the order in which they are written.
  func documents(in folder: String) -> [StoredDocument] {
    documents.values.filter { folderPath(of: $0.path) == folder }.sorted { $0.path < $1.path }
  }

  /// Notes in each changed file of a folder which entry of the journal wrote it, and spells them all.
  ///
  /// Of very many files, only their bytes are there then.
  mutating func note(_ stamp: DocumentStamp, in folder: String) throws(StoredDocumentError) {
    let paths = documents.keys.filter { folderPath(of: $0) == folder }
    for path in paths {
      guard var document = documents.removeValue(forKey: path) else { continue }
      try document.note(stamp)
      spelled.append(SpelledDocument(document))
    }
  }

  /// The files of a folder as they were spelled, in the order in which they are written.
  func spelled(in folder: String) -> [SpelledDocument] {
    spelled.filter { folderPath(of: $0.path) == folder }.sorted { $0.path < $1.path }
  }

  /// An addition with what Masa does not know of, or cannot read, in a record that it takes elsewhere.
  private func carryingAll(
    _ change: Change, _ removals: [RecordID: [Change]]
  ) throws(StoredDocumentError) -> Change {
    guard change.field == nil, let members = change.to?.members, !restores,
      let removal = removals[change.record]?.first(where: { $0.document != change.document }),
      let spelled = try documents[removal.document]?.spelled(change.record, field: nil)?.members
    else { return change }
    let known = Set((members + (removal.from?.members ?? [])).map(\.key))
    var whole = change
    whole.to = .record(members + spelled.filter { !known.contains($0.key) })
    return whole
  }

  private mutating func check(
    _ expectation: Edit.Expectation
  ) throws(StoredDocumentError) {
    guard let document = documents[expectation.document] else { return }
    let record = try document.record(expectation.record)
    let wanted = try document.canonical(
      expectation.record.kind, field: expectation.field, expectation.value)
    let present = record?[expectation.field]
    guard record == nil || present != wanted else { return }
    let change = Change(
      expectation.document, expectation.record, field: expectation.field, from: wanted,
      to: wanted)
    conflicts.append(Conflict(change, theirs: present, isGone: record == nil))
  }

  /// Notes a conflict where somebody has put another record into a list since it was seen.
  private mutating func check(
    _ list: Edit.SeenList, _ additions: [DocumentAndKind: Change]
  ) throws(StoredDocumentError) {
    let other = try documents[list.document]?.ids(of: list.kind).first { !list.ids.contains($0) }
    let mine = additions[DocumentAndKind(list.document, list.kind)]
    guard let other, let mine else { return }
    let theirs = try documents[list.document]?.record(RecordID(list.kind, other))
    conflicts.append(Conflict(mine, theirs: theirs))
  }

  /// What the files say by now of the record that a change is about.
  ///
  /// No file is held on to while it is changed: that would copy what was changed in it before.
  private func record(_ change: Change) throws(StoredDocumentError) -> StoredValue? {
    try documents[change.document]?.record(change.record)
  }

  private func canonical(
    _ value: StoredValue?, of change: Change
  ) throws(StoredDocumentError) -> StoredValue? {
    try documents[change.document]?.canonical(
      change.record.kind, field: change.field, value)
  }

  private func spelled(_ change: Change) throws(StoredDocumentError) -> StoredValue? {
    try documents[change.document]?.spelled(change.record, field: change.field)
  }

  private mutating func plan(_ change: Change) throws(StoredDocumentError) {
    guard documents[change.document] != nil else { return }
    let present = try record(change)
    if let sentence = refusal(change, present) { throw StoredDocumentError(sentence) }
    switch (change.field, change.to) {
    case (let field?, _): try plan(change, field, in: present)
    case (nil, let record?): try planAddition(change, of: record)
    case (nil, nil): try planRemoval(change, of: present)
    }
  }

  /// A changed field: whatever others did to it meanwhile is merged where it can be.
  private mutating func plan(
    _ change: Change, _ field: String, in record: StoredValue?
  ) throws(StoredDocumentError) {
    let wanted = try canonical(change.to, of: change)
    guard let record else {
      conflicts.append(Conflict(change, theirs: nil, isGone: true))
      return
    }
    let base = try canonical(change.from, of: change)
    let present = record[field]
    var value = wanted == nil && !restores ? nil : change.to
    if wanted == nil, let refused = change.to, !refused.saysNothing, !restores {
      throw StoredDocumentError(
        "\"\(field)\" of \(change.record.id) would not be readable with \(refused.brief).")
    }
    if present != base {
      guard case .merged(let both) = ThreeWay.merge(base: base, mine: wanted, theirs: present)
      else {
        conflicts.append(Conflict(change, theirs: present))
        return
      }
      value = both
      if wanted != present {
        merged.append(
          Change(change.document, change.record, field: field, from: base, to: present))
      }
    }
    var done = change
    (done.from, done.to) = (try spelled(change), value)
    carriedOut.append(done)
    guard try canonical(value, of: change) != present else { return }
    try documents[change.document]?.set(field, of: change.record, to: value)
    changes.append(done)
  }

  private mutating func planAddition(
    _ change: Change, of record: StoredValue
  ) throws(StoredDocumentError) {
    var done = change
    done.from = nil
    if change.record.id.isEmpty {
      let id = try newID(for: change)
      done.record = RecordID(change.record.kind, id)
      let rest = (record.members ?? []).filter { $0.key != "id" }
      done.to = .record([StoredValue.Member("id", .text(id))] + rest)
    }
    carriedOut.append(done)
    if let present = try self.record(done) {
      if try canonical(record, of: done) != present {
        conflicts.append(Conflict(change, theirs: present))
      }
      return
    }
    if let other = documents[change.document]?.onlyContent {
      // The file is there and holds something else.
      conflicts.append(Conflict(change, theirs: other))
      return
    }
    try documents[change.document]?.add(done.record, done.to ?? record)
    changes.append(done)
  }

  private mutating func planRemoval(
    _ change: Change, of record: StoredValue?
  ) throws(StoredDocumentError) {
    guard let record else { return }
    guard try record == canonical(change.from, of: change) else {
      conflicts.append(Conflict(change, theirs: record))
      return
    }
    var done = change
    done.from = try spelled(change)
    carriedOut.append(done)
    try documents[change.document]?.remove(change.record)
    changes.append(done)
  }

  /// An id for a new record: its folder's name and the number of the entry that adds it.
  ///
  /// Saved entries are never numbered twice, so no two records ever get the same id, not even after one
  /// was removed.
  private mutating func newID(
    for change: Change
  ) throws(StoredDocumentError) -> String {
    let name = change.folder.split(separator: "/").last.map(String.init) ?? "record"
    let stem = "\(name)-\(nextSequence(change.folder))"
    let letters = Array("bcdefghijklmnopqrstuvwxyz")
    while true {
      let count = added[change.folder, default: 0]
      added[change.folder] = count + 1
      let suffix =
        count == 0 ? "" : count <= letters.count ? String(letters[count - 1]) : "-\(count)"
      let id = stem + suffix
      var candidate = change
      candidate.record = RecordID(change.record.kind, id)
      if try record(candidate) == nil { return id }
    }
  }
}

extension StoredValue {
  /// Whether there is nothing in it.
  fileprivate var saysNothing: Bool {
    switch self {
    case .text(let text): text.isEmpty
    case .list(let elements): elements.isEmpty
    case .record(let members): members.isEmpty
    case .boolean(let value): !value
    case .number: false
    }
  }

  /// The value in a few words.
  fileprivate var brief: String { StoredSource(self).description }
}
