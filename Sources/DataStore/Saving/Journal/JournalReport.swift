import JSONDocument
import Safeguarding

/// What a look through the journal of one folder has found.
package struct JournalReport: Hashable, Sendable {
  /// The folder, by its path in the data folder; empty for the data folder itself.
  package let folder: String
  /// How many entries it holds, without those that were given up.
  package let entryCount: Int
  /// What is wrong and what is worth a note, in the order of the lines.
  package let faults: [JournalFault]
  /// Why it could not be looked through, as a sentence.
  package let refusal: String?

  /// The file, by its path in the data folder.
  package var path: String { folder.isEmpty ? journalName : "\(folder)/\(journalName)" }
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
      throw error.code == 2
        ? .missing(path) : .closed(path, reason: error.sentence(trying: "read the data folder"))
    }
    return (folder.map { [$0] } ?? ownershipFolders(of: path)).compactMap(journalReport)
  }

  private func journalReport(of name: String) -> JournalReport? {
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
      let bytes = try folder.bytes(of: journalName, from: 0)
      return JournalReport(
        folder: name, entryCount: journalEntries(bytes, folder: name).entries.count,
        faults: verifyJournal(bytes, folder: name, heads: heads), refusal: nil)
    } catch {
      return JournalReport(
        folder: name, entryCount: 0, faults: [],
        refusal: error.sentence(trying: "read the journal"))
    }
  }
}
