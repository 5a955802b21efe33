package import Safeguarding

/// A store that a session works with: what it holds can always be read in a folder on this machine.
///
/// For a data folder on a disk that is the folder itself, for a server a copy of what it keeps, which is brought up to date
/// whenever something is read or saved.
package protocol SessionStore: Store {
  /// The folder in which everything can be read.
  var folder: DataFolder { get }
  /// The number by which its journals know whoever runs the program.
  var userID: Int { get }

  /// Every saved edit, and a sentence for each journal that is not listed whole, as `FolderStore` says it.
  func wholeHistory(
    since moment: Int?, within largest: Int
  ) throws(FolderError) -> (entries: [JournalEntry], gaps: [String])

  /// The entry that stands for an edit of which another folder holds a part; nil for one that is no part.
  func leadingEntry(of part: EntryID) throws(FolderError) -> EntryID?

  /// Brings the folder up to date, and keeps it from changing while something is read of it.
  func reading<Read>(_ read: () throws(FolderError) -> Read) throws(FolderError) -> Read

  /// Goes on to bring what others save into the folder, until the answer is let go; nil where it comes by itself.
  ///
  /// - Parameter lost: Called with a sentence when the store does not answer, and with nil when it does again.
  /// - Returns: What is held on to as long as it goes on.
  func follow(_ lost: @escaping @Sendable (String?) -> Void) -> (any Sendable)?
}

extension SessionStore {
  /// Every saved edit, as far as journals are read.
  package func wholeHistory(
    since moment: Int? = nil
  ) throws(FolderError) -> (entries: [JournalEntry], gaps: [String]) {
    try wholeHistory(since: moment, within: JournalFile.largestPart)
  }
}

extension FolderStore: SessionStore {
  /// The data folder itself.
  package var folder: DataFolder { DataFolder(path: path) }

  /// The number of the account on this server.
  package var userID: Int { Int(person.userID) }

  /// Reads, as others may change the folder at any time.
  package func reading<Read>(
    _ read: () throws(FolderError) -> Read
  ) throws(FolderError) -> Read { try read() }

  /// Nothing: what others save is in the folder.
  package func follow(_ lost: @escaping @Sendable (String?) -> Void) -> (any Sendable)? { nil }
}
