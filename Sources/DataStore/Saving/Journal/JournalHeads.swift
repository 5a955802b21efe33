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
  ///
  /// What does not show in the name of a folder is spelled by its number, as `\u{9}`.
  package var line: String {
    "\(sequence) \(hash.isEmpty ? "-" : hash) \(folder.isEmpty ? "." : Self.spelled(folder))"
  }

  private static func spelled(_ folder: String) -> String {
    var spelled = ""
    for scalar in folder.unicodeScalars {
      if shows(scalar) {
        spelled.unicodeScalars.append(scalar)
      } else {
        spelled += "\\u{\(String(scalar.value, radix: 16))}"
      }
    }
    return spelled
  }

  /// Whether a letter is printed as it is and stays the only one that looks so.
  private static func shows(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator, .otherSymbol, .nonspacingMark, .enclosingMark:
      false
    case .spaceSeparator: scalar == " "
    default: scalar != "\\"
    }
  }

  /// The name that was spelled so.
  private static func folder(_ spelled: String) -> String {
    var parts = spelled.components(before: "\\u{")
    var folder = parts.removeFirst()
    for part in parts {
      guard let end = part.firstIndex(of: "}"),
        let value = UInt32(part[..<end], radix: 16), let scalar = Unicode.Scalar(value)
      else {
        folder += "\\u{" + part
        continue
      }
      folder.unicodeScalars.append(scalar)
      folder += part[part.index(after: end)...]
    }
    return folder
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
        folder: folder == "." ? "" : Self.folder(folder), sequence: sequence,
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

extension String {
  /// The parts of a text around each place where another one stands.
  fileprivate func components(before mark: String) -> [String] {
    split(separator: mark, omittingEmptySubsequences: false).map(String.init)
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
      let journal = documentPath(journalName, in: name)
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
