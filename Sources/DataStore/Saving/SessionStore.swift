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

  /// Replaces a file of the top folder that holds no records, such as a published list, while nobody else saves there.
  ///
  /// - Parameters:
  ///   - name: Its name.
  ///   - attempt: What is done, as it is said where it fails: "add the bank holidays".
  ///   - make: Makes the new bytes of those that stand there, nil where none do; answers nil to leave all as it is.
  /// - Throws: ``CommitError`` where it may not or cannot be replaced.
  func replace(
    _ name: String, to attempt: String, _ make: ([UInt8]?) -> [UInt8]?
  ) throws(CommitError)

  /// Why a save may take long, as a part of a sentence.
  var whatDelays: String { get }

  /// What whoever looks after it has to know of a server; none where the data is a folder.
  func facts() throws(FolderError) -> [StoreFact]

  /// Goes on to bring what others save into the folder, until the answer is let go; nil where it comes by itself.
  ///
  /// - Parameter told: Who is told of the server.
  /// - Returns: What is held on to as long as it goes on.
  func follow(_ told: ServerNews) -> (any Sendable)?
}

/// A fact of a server that keeps data.
package struct StoreFact: Hashable, Sendable {
  /// Whether it is as it should be.
  package let isWell: Bool
  /// The fact.
  package let words: String
  /// What to do about it, as a sentence; empty where there is nothing.
  package let advice: String

  /// A fact.
  package init(_ isWell: Bool, _ words: String, _ advice: String = "") {
    (self.isWell, self.words, self.advice) = (isWell, words, advice)
  }
}

/// Who is told what a server does besides keeping data; both are called on the following thread.
package struct ServerNews: Sendable {
  /// Called with what is amiss, as a sentence that holds until it is called again; nil when nothing is.
  package let amiss: @Sendable (String?) -> Void
  /// Called with everybody else who is here, when that changes.
  package let people: @Sendable ([SessionPresence.Account]) -> Void

  /// Tells these two.
  package init(
    amiss: @escaping @Sendable (String?) -> Void,
    people: @escaping @Sendable ([SessionPresence.Account]) -> Void
  ) {
    self.amiss = amiss
    self.people = people
  }
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
  package func follow(_ told: ServerNews) -> (any Sendable)? { nil }

  /// None: the system is asked about a folder.
  package func facts() -> [StoreFact] { [] }

  /// The disk, and those who save.
  package var whatDelays: String { "the disk does not answer, or others are saving there" }
}
