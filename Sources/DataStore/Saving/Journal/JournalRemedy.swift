import Glibc
import Safeguarding

/// What to do about a journal that is not as Masa wrote it.
enum JournalRemedy {
  /// The end is bad, or there is nothing that could be read.
  static func setAside(_ folder: String) -> String {
    "Run: masa journal mend \(quotedForShell(folder.isEmpty ? "." : folder)) . It keeps a copy of what is "
      + "there beside it, leaves the lines before the first bad one, and saving goes on from there."
  }

  /// The journal is not there.
  static let restore =
    "Put the newest copy of it back from a backup. Without one saving goes on, and that it is gone is told."

  /// What is bad stands before what is good.
  static let compare =
    "Saving goes on behind it, and the break is told for ever. Compare it with a backup, or with the list "
    + "kept of masa journal heads, to learn what stood there before."
}

/// What was done to mend a journal.
package struct MendedJournal: Hashable, Sendable {
  /// The name in the folder of what was set aside.
  package let aside: String
  /// How many bytes were kept of it.
  package let kept: Int
}

extension DataFolder {
  /// Sets a journal aside that ends in something else than whole lines, and keeps those before it.
  ///
  /// All is done in the folder itself, through no path that others could swap; nothing is thrown away.
  /// - Returns: What was done; nil when there is nothing that could be set aside.
  /// - Throws: ``FolderError`` with a sentence; then nothing was changed.
  package func mendJournal(of folder: String) throws(FolderError) -> MendedJournal? {
    do throws(StorageFailure) {
      let held = try FolderMigration.Held(folder, in: OpenFolder(at: path, followingLink: true))
      defer { withExtendedLifetime(held) {} }
      guard held.folder.exists(journalName), let kept = try wholeLines(in: held.folder, folder)
      else { return nil }
      let moment = JournalTime(seconds: time(nil)).text.filter { $0 != ":" && $0 != "-" }
      let aside = "\(journalName).\(moment)"
      try held.folder.move(journalName, to: aside)
      do throws(StorageFailure) {
        try held.folder.replace(journalName, with: kept)
      } catch {
        try held.folder.move(aside, to: journalName)
        throw error
      }
      return MendedJournal(aside: aside, kept: kept.count)
    } catch {
      throw .unreadable(error.sentence(trying: "mend the journal"))
    }
  }

  /// The whole lines at the beginning of a journal; nil when nothing but a break in its middle is wrong.
  private func wholeLines(
    in open: borrowing OpenFolder, _ folder: String
  ) throws(StorageFailure) -> [UInt8]? {
    let file: JournalFile
    do throws(StorageFailure) {
      guard let found = try JournalFile(in: open) else { return nil }
      file = found
    } catch {
      // A link, a folder, a pipe or a device: nothing of it is a journal.
      guard [ELOOP, EISDIR, ENXIO].contains(error.code) else { throw error }
      return []
    }
    var check = JournalCheck(folder: folder, heads: [], in: path)
    let isLooked = file.length <= JournalFile.largestWhole
    try file.forEachLine(within: .max) { line in
      check.read(line)
      return isLooked || !check.isBad
    }
    guard check.isBad, !check.goesOn else { return nil }
    return try file.bytes(0..<min(check.wholeLength, file.length))
  }
}
