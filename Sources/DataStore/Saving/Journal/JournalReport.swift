import Glibc
import JSONDocument
import Safeguarding

/// What a look through the journal of one folder has found.
package struct JournalReport: Hashable, Sendable {
  /// The folder, by its path in the data folder; empty for the data folder itself.
  package let folder: String
  /// How many entries it holds.
  package var entryCount: Int { entries.count }
  /// The entries that it holds.
  fileprivate let entries: [JournalEntry]
  /// What is wrong and what is worth a note, in the order of the lines.
  package fileprivate(set) var faults: [JournalFault]
  /// Why it could not be looked through, as a sentence.
  package let refusal: String?
  /// That it is not open to the person who asks, and whom they ask for more; nil when it is open.
  package let closed: String?

  /// The file, by its path in the data folder.
  package var path: String { folder.isEmpty ? journalName : "\(folder)/\(journalName)" }

  fileprivate init(
    of folder: String, entries: [JournalEntry] = [], faults: [JournalFault] = [],
    refusal: String? = nil,
    closed: String? = nil
  ) {
    (self.folder, self.entries, self.faults) = (folder, entries, faults)
    (self.refusal, self.closed) = (refusal, closed)
  }
}

extension DataFolder {
  /// Looks through the journals of all folders, or of one; a folder that was never changed has none.
  ///
  /// Nothing is locked and nothing is written: others may save meanwhile.
  /// - Throws: ``FolderError`` when there is no data folder.
  package func journalReports(in folder: String? = nil) throws(FolderError) -> [JournalReport] {
    do throws(StorageFailure) {
      _ = try OpenFolder(at: path, followingLink: true)
    } catch {
      throw error.code == ENOENT || error.code == ENOTDIR
        ? .missing(path) : .closed(path, reason: error.sentence(trying: "read the data folder"))
    }
    let role = RoleReading(root: path, user: ProcessIdentity())
    let access = AccessReading(root: path, contact: role.access.contact, network: role.network)
    // A closed folder of folders does not even tell their names.
    let all =
      ownershipFolders(of: path) + parentFolders.filter { access.isClosed($0) }
    // What leads an edit stands in an earlier folder: it is read first, and written last.
    var reports = (folder.map { [$0] } ?? all).compactMap { journalReport(of: $0, access) }
    let parts = reports.flatMap(\.entries).flatMap { entry in entry.parts.map { ($0, entry.id) } }
    let places = Dictionary(
      reports.enumerated().map { ($0.element.folder, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    let saved = Set(
      reports.lazy.flatMap(\.entries).compactMap { entry in entry.partOf.map { [entry.id, $0] } })
    var lost = [JournalFaults](repeating: JournalFaults(), count: reports.count)
    for (part, leader) in parts {
      guard let index = places[part.folder],
        reports[index].closed == nil, reports[index].refusal == nil,
        !saved.contains([part, leader])
      else { continue }
      lost[index].add(
        JournalFault(
          line: max(1, reports[index].entryCount),
          "Entry \(part.sequence), which was saved together with \(leader), is not there any more.")
      )
    }
    for (index, lost) in lost.enumerated() { reports[index].faults += lost.told }
    return reports
  }

  private func journalReport(of name: String, _ access: AccessReading) -> JournalReport? {
    if access.isClosed(name) { return JournalReport(of: name, closed: access.closedSentence(name)) }
    do throws(StorageFailure) {
      let folder = try OpenFolder(
        at: name.isEmpty ? path : "\(path)/\(name)", followingLink: name.isEmpty)
      // The files come first: what is saved meanwhile is then in the journal, and in no file yet.
      var heads: [(document: String, sequence: Int, hash: String)] = []
      for file in try folder.names() where file.hasSuffix(".json") && !file.hasPrefix(".") {
        guard case .bytes(let bytes) = folder.read(file),
          case .success(let document) = Result(catching: { try JSONDocument(bytes: bytes) }),
          let stamp = DocumentStamp(of: document)
        else { continue }
        let place = name.isEmpty ? file : "\(name)/\(file)"
        heads.append((place, stamp.sequence, stamp.hash))
      }
      guard folder.exists(journalName) || !heads.isEmpty else { return nil }
      let journal = name.isEmpty ? journalName : "\(name)/\(journalName)"
      if access.isClosed(journal, to: R_OK) {
        return JournalReport(of: name, closed: access.closedSentence(journal))
      }
      if !folder.exists(journalName) {
        let saved = heads.map { "\($0.document) by entry \($0.sequence)" }
        let gone = "The journal is gone; in it stood who saved \(listed(saved))."
        return JournalReport(of: name, faults: [JournalFault(line: 0, gone)])
      }
      let bytes = try folder.bytes(of: journalName, from: 0)
      return JournalReport(
        of: name, entries: journalEntries(bytes, folder: name),
        faults: verifyJournal(bytes, folder: name, heads: heads))
    } catch {
      return JournalReport(of: name, refusal: error.sentence(trying: "read the journal"))
    }
  }
}
