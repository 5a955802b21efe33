package import Safeguarding
import Synchronization

/// Reads a data folder again and again, and each time only the files that have changed.
///
/// What it reads is what ``DataFolder/read()`` would read at the same moment. It keeps what each file
/// gave to the workspace, neither its document nor the workspace as a whole. Any thread may use it;
/// one that comes while another one reads waits for it.
package final class FolderReader: Sendable {
  /// The folder it reads.
  package let folder: DataFolder
  private let memory: Mutex<FolderMemory>
  private let look = Monitor(Look())

  /// What the folder looked like as everything was read.
  private struct Look {
    var seal: FolderSeal?
    var isOver = false
  }

  /// A reader of a data folder; it reads when it is first asked.
  package init(_ folder: DataFolder) {
    self.folder = folder
    memory = Mutex(FolderMemory(folder))
  }

  /// Reads everything, whatever was read before; later readings go on from here.
  ///
  /// - Throws: ``FolderError`` when there is no such folder or it may not be read.
  package func begin() throws(FolderError) -> Workspace {
    // Where nothing could be looked at there is no seal.
    defer { look.withLock { $0.isOver = true } }
    return try memory.withLock { memory throws(FolderError) in
      memory = FolderMemory(folder)
      return try memory.begin { [look] seen in
        let seal = FolderSeal(seen)
        look.withLock { $0 = Look(seal: seal, isOver: true) }
      }
    }
  }

  /// Waits until ``begin()`` on another thread has looked at the folder; nil where the look tells nothing
  /// for certain.
  package func seal() -> FolderSeal? {
    look.wait { $0.isOver ? .go($0.seal) : .wait() }
  }

  /// Reads what has changed since the last time; the first time everything.
  ///
  /// - Throws: ``FolderError`` when the folder has gone or may not be read any more; a later reading
  ///   may find it again.
  package func read() throws(FolderError) -> FolderNews {
    try memory.withLock { memory throws(FolderError) in try memory.read() }
  }
}

/// What a further reading of a data folder has found.
package struct FolderNews: Sendable {
  /// Everything the folder holds now; nil when that is what the last reading found.
  package let workspace: Workspace?
  /// The files that give something else than before, by their paths in the data folder, and those
  /// that have gone; none at the first reading.
  package let files: [String]
  /// What was saved since the last reading, by folder and there earliest first.
  package let entries: [JournalEntry]
}
