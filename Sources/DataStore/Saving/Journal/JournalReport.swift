import Glibc
import JSONDocument
import Safeguarding

/// What a look through the journal of one folder has found.
package struct JournalReport: Hashable, Sendable {
  /// The folder, by its path in the data folder; empty for the data folder itself.
  package let folder: String
  /// How many entries it holds.
  package let entryCount: Int
  /// The entries that led an edit in several folders, each with a part of it elsewhere.
  fileprivate let led: [Part]
  /// The entries that are a part of an edit which another folder leads.
  fileprivate let parts: Set<Part>
  /// What is wrong and what is worth a note, in the order of the lines.
  package fileprivate(set) var faults: [JournalFault]
  /// Why it could not be looked through, as a sentence.
  package let refusal: String?
  /// What to do about what is wrong, as a sentence; nil where nothing is, or nothing can be done.
  package let remedy: String?
  /// That it is not open to the person who asks, and whom they ask for more; nil when it is open.
  package let closed: String?

  /// The file, by its path in the data folder.
  package var path: String { documentPath(journalName, in: folder) }

  /// A part of an edit in several folders, and the entry that leads it.
  struct Part: Hashable, Sendable {
    let id: EntryID
    let leader: EntryID
  }

  init(
    of folder: String, _ check: JournalCheck? = nil, faults: [JournalFault] = [],
    refusal: String? = nil, remedy: String? = nil, closed: String? = nil
  ) {
    self.folder = folder
    entryCount = check?.entryCount ?? 0
    led = check?.led ?? []
    parts = check?.parts ?? []
    self.faults = (check?.faults ?? []) + faults
    self.remedy = remedy ?? check?.remedy
    (self.refusal, self.closed) = (refusal, closed)
  }
}

extension DataFolder {
  /// Looks through the journals of all folders, or of one; a folder that was never changed has none.
  ///
  /// Nothing is locked and nothing is written: others may save meanwhile. What was noted of them before is
  /// compared.
  /// - Throws: ``FolderError`` when there is no data folder.
  package func journalReports(
    in folder: String? = nil, since noted: [NotedHead] = []
  ) throws(FolderError) -> [JournalReport] {
    let access = try journalAccess()
    // A closed folder of folders does not even tell their names.
    let all =
      ownershipFolders(of: path) + parentFolders.filter { access.isClosed($0) }
    // What leads an edit stands in an earlier folder: it is read first, and written last.
    var reports = (folder.map { [$0] } ?? all).compactMap { name in
      journalReport(of: name, access, noted.filter { $0.folder == name })
    }
    for part in reports.flatMap(\.led) {
      guard let index = reports.firstIndex(where: { $0.folder == part.id.folder }),
        reports[index].closed == nil, reports[index].refusal == nil,
        !reports[index].parts.contains(part)
      else { continue }
      reports[index].faults.append(
        JournalFault(
          line: max(1, reports[index].entryCount),
          "Entry \(part.id.sequence), which was saved together with \(part.leader), is not there any "
            + "more."))
    }
    if !noted.isEmpty { compare(&reports, with: noted, isAll: folder == nil) }
    return reports
  }

  /// Tells which of the folders that were noted are gone, and which were not there yet.
  private func compare(
    _ reports: inout [JournalReport], with noted: [NotedHead], isAll: Bool
  ) {
    let known = Set(noted.map(\.folder))
    for index in reports.indices where reports[index].closed == nil {
      guard !known.contains(reports[index].folder), reports[index].entryCount > 0 else { continue }
      reports[index].faults.append(
        JournalFault(
          line: 0, "The folder is not on the list: it was added since the list was made.",
          isNote: true))
    }
    guard isAll else { return }
    let there = Set(reports.map(\.folder))
    for folder in known.subtracting(there).sorted() {
      let sequence = noted.filter { $0.folder == folder }.map(\.sequence).max() ?? 0
      reports.append(
        JournalReport(
          of: folder,
          faults: [
            JournalFault(
              line: 0,
              "On the list it ends with entry \(sequence), but the folder or its journal is gone: it was "
                + "removed or renamed since the list was made.")
          ]))
    }
  }

  /// What this process may read of the journals.
  ///
  /// - Throws: ``FolderError`` when there is no data folder.
  func journalAccess() throws(FolderError) -> AccessReading {
    do throws(StorageFailure) {
      _ = try OpenFolder(at: path, followingLink: true)
    } catch {
      throw error.code == ENOENT || error.code == ENOTDIR
        ? .missing(path) : .closed(path, reason: error.sentence(trying: "read the data folder"))
    }
    let role = RoleReading(root: path, user: ProcessIdentity())
    return AccessReading(root: path, contact: role.access.contact, network: role.network)
  }

  private func journalReport(
    of name: String, _ access: AccessReading, _ noted: [NotedHead]
  ) -> JournalReport? {
    if access.isClosed(name) { return JournalReport(of: name, closed: access.closedSentence(name)) }
    do throws(StorageFailure) {
      let folder = try OpenFolder(name, in: OpenFolder(at: path, followingLink: true))
      // The files come first: what is saved meanwhile is then in the journal, and in no file yet.
      var heads: [JournalHead] = []
      for file in try folder.names() where file.hasSuffix(".json") && !file.hasPrefix(".") {
        guard case .bytes(let bytes) = folder.read(file),
          case .success(let document) = Result(catching: { try JSONDocument(bytes: bytes) }),
          let stamp = DocumentStamp(of: document)
        else { continue }
        let place = documentPath(file, in: name)
        heads.append((place, stamp.sequence, stamp.hash))
      }
      guard folder.exists(journalName) || !heads.isEmpty else { return nil }
      // An empty name stands for the list.
      heads += noted.filter { $0.sequence > 0 }.map { ("", $0.sequence, $0.hash) }
      let journal = documentPath(journalName, in: name)
      if access.isClosed(journal, to: R_OK) {
        return JournalReport(of: name, closed: access.closedSentence(journal))
      }
      guard let file = try JournalFile(in: folder) else {
        let saved = heads.filter { !$0.document.isEmpty }.map {
          "\($0.document) by entry \($0.sequence)"
        }
        let gone =
          "The journal is gone"
          + (saved.isEmpty ? "." : "; in it stood who saved \(listed(saved)).")
        return JournalReport(
          of: name, faults: [JournalFault(line: 0, gone)], remedy: JournalRemedy.restore)
      }
      var check = JournalCheck(folder: name, heads: heads, in: path)
      try file.forEachLine { line in
        check.read(line)
        return true
      }
      check.finish()
      return JournalReport(of: name, check)
    } catch {
      return JournalReport(
        of: name, refusal: error.sentence(trying: "read the journal"),
        remedy: JournalRemedy.setAside(name))
    }
  }
}
