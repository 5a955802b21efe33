import JSONDocument
package import Safeguarding

/// What an edit writes into a store that keeps whole documents and lines of journals, such as a database.
///
/// It is planned as a save in a folder on a disk is, so that every store merges, refuses, numbers and chains alike. Nothing
/// is written yet; the store writes all of it in one transaction, or none.
package struct PlannedCommit: Sendable {
  /// What one folder gets.
  package struct Write: Sendable {
    /// Its path in the workspace.
    package let folder: String
    /// The number of its entry.
    package let sequence: Int
    /// The line for its journal, without a line end.
    package let line: [UInt8]
    /// The files that change, by their names in the folder; nil for one that is taken away.
    package let documents: [(name: String, bytes: [UInt8]?)]
  }

  /// Where the journal of a folder ends.
  package struct End: Sendable {
    fileprivate let sequence: Int
    fileprivate let hash: String
    fileprivate let last: JournalLine?

    /// The end of a folder's journal.
    ///
    /// - Parameters:
    ///   - line: Its last line without the line end; nil where it has none.
    ///   - sequence: The number of its last entry.
    ///   - hash: The hash of its last line.
    ///   - folder: The path of the folder.
    package init(line: [UInt8]?, sequence: Int, hash: String, of folder: String) {
      last = line.flatMap { JournalLine($0, folder: folder, isBrief: true) }
      self.sequence = sequence
      self.hash = hash
    }
  }

  /// Who saves, and when.
  package struct Maker: Sendable {
    /// The number that the store knows the account by.
    package let id: Int
    /// What people call the account.
    package let name: String
    /// The moment, in seconds since 1970.
    package let time: Int

    /// Somebody who saves at a moment.
    package init(id: Int, name: String, time: Int) {
      (self.id, self.name, self.time) = (id, name, time)
    }
  }

  /// What is written, in this order: the entry that leads is the last.
  package let writes: [Write]
  /// What the edit became, once all of it is written.
  package let receipt: Receipt

  /// The folders that an edit needs: those that stand already and are locked in this order, and those that come with its
  /// new records.
  ///
  /// - Parameters:
  ///   - edit: The edit.
  ///   - isThere: Whether there is a folder at a path.
  /// - Returns: The paths of both.
  /// - Throws: ``CommitError`` where a new record cannot have the name of its file.
  package static func folders(
    of edit: Edit, where isThere: (String) -> Bool
  ) throws(CommitError) -> (standing: [String], missing: [String]) {
    if let reason = DocumentKind.refusal(ofAdditionsIn: edit.changes) {
      throw StoredDocumentError(reason).asCommitError
    }
    let missing = edit.foldersMade.filter { !isThere($0) }
    let named = Set(edit.documents.map { folderPath(of: $0) })
    return (named.subtracting(missing).sorted(), missing.sorted())
  }

  /// Plans an edit.
  ///
  /// - Parameters:
  ///   - edit: What is to be changed.
  ///   - maker: Who saves it.
  ///   - ends: Where the journals of its folders end, by the paths of the folders.
  ///   - role: What the person's role lets them change.
  ///   - document: The bytes of a file as it is now; nil for one that is not there.
  ///   - latest: The latest entries of the folders, to say who changed the same field.
  /// - Throws: ``CommitError`` when it conflicts with what stands there, or may not be saved.
  package init(
    _ edit: Edit, by maker: Maker, ends: [String: End], role: RoleReading? = nil,
    document: (String) -> [UInt8]?, latest: () throws(CommitError) -> [JournalEntry]
  ) throws(CommitError) {
    var plan: CommitPlan
    do throws(StoredDocumentError) {
      plan = try CommitPlan(
        edit, nextSequence: { (ends[$0]?.sequence ?? 0) + 1 },
        refusal: { role?.refusal(of: $0, in: $1) },
        load: { path throws(StoredDocumentError) in
          try StoredDocument(path, bytes: document(path))
        })
    } catch {
      throw error.asCommitError
    }
    if !plan.conflicts.isEmpty { throw .conflict(plan.conflicts.named(in: try latest())) }
    let entries = plan.folders.map { folder in
      EntryID(folder: folder, sequence: (ends[folder]?.sequence ?? 0) + 1)
    }
    var writes: [Write] = []
    for id in entries.reversed() {
      let entry = plan.entry(id, among: entries, of: edit, by: maker)
      writes.append(try Self.write(entry, behind: ends[id.folder], &plan))
    }
    self.writes = writes
    receipt = Receipt(entries: entries, changes: plan.carriedOut, merged: plan.merged)
  }

  /// Plans that a file without records is replaced in a folder, of which the journal tells that and who did it.
  ///
  /// - Parameters:
  ///   - document: The name of the file in the folder.
  ///   - folder: The path of the folder.
  ///   - bytes: What stands in it from then on.
  ///   - title: What is done, as the journal says it.
  ///   - maker: Who does it.
  ///   - end: Where the folder's journal ends.
  package init(
    replacing document: String, in folder: String, with bytes: [UInt8], titled title: String,
    by maker: Maker, behind end: End?
  ) {
    let id = EntryID(folder: folder, sequence: (end?.sequence ?? 0) + 1)
    let entry = JournalEntry(
      id: id, title: title, time: maker.time, userID: maker.id, user: maker.name, changes: [],
      undoes: nil, partOf: nil, parts: [])
    let line = Self.line(of: entry, behind: end)
    writes = [
      Write(
        folder: folder, sequence: id.sequence, line: line.bytes.dropLast(),
        documents: [(document, bytes)])
    ]
    receipt = Receipt(entries: [id], changes: [])
  }

  /// The line of an entry behind the end of its journal.
  private static func line(of entry: JournalEntry, behind end: End?) -> (
    bytes: [UInt8], hash: String
  ) {
    JournalLine.make(
      entry, previous: end?.hash ?? "", heads: entry.heads(behind: end?.last?.heads ?? [:]),
      breaks: end?.last?.breaks ?? [])
  }

  private static func write(
    _ entry: JournalEntry, behind end: End?, _ plan: inout CommitPlan
  ) throws(CommitError) -> Write {
    let folder = entry.id.folder
    let line = Self.line(of: entry, behind: end)
    // No journal is read beyond this.
    guard line.bytes.count <= JournalFile.largestLine else {
      throw .refused(
        "Your change was not saved: it is too large for one edit. Nothing was changed. Save it in parts."
      )
    }
    do throws(StoredDocumentError) {
      try plan.note(DocumentStamp(sequence: entry.id.sequence, hash: line.hash), in: folder)
    } catch {
      throw error.asCommitError
    }
    return Write(
      folder: folder, sequence: entry.id.sequence, line: line.bytes.dropLast(),
      documents: plan.spelled(in: folder).map { document in
        let name = document.path.split(separator: "/").last.map(String.init) ?? document.path
        return (name, document.bytes)
      })
  }
}

extension CommitPlan {
  /// What the journal of one folder is told of an edit.
  ///
  /// - Parameters:
  ///   - id: The number of the entry in that folder.
  ///   - entries: Those of all folders that the edit changes; the first of them leads.
  ///   - edit: The edit.
  ///   - maker: Who saves it.
  /// - Returns: The entry.
  func entry(
    _ id: EntryID, among entries: [EntryID], of edit: Edit, by maker: PlannedCommit.Maker
  ) -> JournalEntry {
    let isLeader = id == entries.first
    return JournalEntry(
      id: id, title: edit.title, time: maker.time, userID: maker.id, user: maker.name,
      changes: changes.filter { $0.folder == id.folder }, undoes: edit.undoes,
      partOf: isLeader ? nil : entries.first, parts: isLeader ? Array(entries.dropFirst()) : [])
  }
}

extension Edit {
  /// The folders that come with its new records, where they are not there yet.
  var foldersMade: Set<String> {
    let added = documents { $0.field == nil && $0.to != nil }
    let made = added.filter { document in
      DocumentKind.isOwn(document) || namedFolders.contains(folderPath(of: document))
    }
    return Set(made.map { folderPath(of: $0) })
  }
}

extension JournalEntry {
  /// The last entry that changed each file of its folder, this one included.
  func heads(behind earlier: [String: Int]) -> [String: Int] {
    var heads = earlier
    var last: String?
    for change in changes where change.document != last && change.folder == id.folder {
      // Very many that are of one file in a row say the same of it.
      last = DocumentKind.isOwn(change.document) ? nil : change.document
      heads[change.document] = DocumentKind.takesFileAway(change) ? -id.sequence : id.sequence
    }
    return heads
  }
}
