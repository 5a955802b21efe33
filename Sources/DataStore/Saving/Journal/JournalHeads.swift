import Glibc
import Safeguarding

/// The last entry of a folder's journal, as an administrator keeps it in a log of their own.
///
/// Who may write a folder may write its journal anew, with hashes that fit. What was noted elsewhere before
/// tells.
package struct NotedHead: Hashable, Sendable {
  /// The folder, by its path in the data folder; empty for the data folder itself.
  package let folder: String
  /// The number of the last entry; 0 where there is none.
  package let sequence: Int
  /// The hash of its line; empty where there is none.
  package let hash: String

  /// Notes the last entry of a folder.
  package init(folder: String, sequence: Int, hash: String) {
    (self.folder, self.sequence, self.hash) = (folder, sequence, hash)
  }

  /// `14 9f86d081… groups/board`; a point stands for the data folder itself.
  package var line: String {
    "\(sequence) \(hash.isEmpty ? "-" : hash) \(folder.isEmpty ? "." : folder)"
  }

  /// Reads what ``line`` writes, behind whatever a log puts before it; nil for any other line.
  package init?(_ line: some StringProtocol) {
    let words = line.split(separator: " ", omittingEmptySubsequences: false)
    for place in words.indices.dropFirst().dropLast() {
      guard let sequence = Int(words[place - 1]), sequence >= 0,
        sequence == 0 ? words[place] == "-" : Self.isHash(words[place])
      else { continue }
      let folder = words[(place + 1)...].joined(separator: " ")
      self.init(
        folder: folder == "." ? "" : folder, sequence: sequence,
        hash: sequence == 0 ? "" : String(words[place]))
      return
    }
    return nil
  }

  private static func isHash(_ word: some StringProtocol) -> Bool {
    word.utf8.count == 64
      && word.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}

extension DataFolder {
  /// The last entry of each folder's journal, and a sentence for each journal that cannot be read.
  ///
  /// - Throws: ``FolderError`` when there is no data folder.
  package func journalHeads() throws(FolderError) -> (heads: [NotedHead], troubles: [String]) {
    let access = try journalAccess()
    var (heads, troubles): ([NotedHead], [String]) = ([], [])
    for name in ownershipFolders(of: path) {
      let journal = name.isEmpty ? journalName : "\(name)/\(journalName)"
      if access.isClosed(name) || access.isClosed(journal, to: R_OK) {
        troubles.append(access.closedSentence(access.isClosed(name) ? name : journal))
        continue
      }
      do throws(StorageFailure) {
        let folder = try OpenFolder(name, in: OpenFolder(at: path, followingLink: true))
        guard folder.exists(journalName) else { continue }
        let tail = try JournalTail.read(in: folder, path: name)
        heads.append(NotedHead(folder: name, sequence: tail.sequence, hash: tail.hash))
      } catch {
        troubles.append(error.sentence(trying: "read the journal"))
      }
    }
    return (heads, troubles)
  }
}
