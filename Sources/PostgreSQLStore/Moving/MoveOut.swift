import DataStore
import Glibc
import Safeguarding

/// Takes a workspace out of a database into a new data folder.
package struct MoveOut {
  private let store: DatabaseStore
  private let path: String

  /// A move of an opened workspace to a folder that is not there yet.
  package init(_ store: DatabaseStore, to path: String) { (self.store, self.path) = (store, path) }

  /// Moves everything.
  ///
  /// - Returns: How many documents and bytes were moved.
  /// - Throws: ``DatabaseFailure`` where it could not be moved.
  package func run() throws(DatabaseFailure) -> (documents: Int, bytes: Int) {
    let closed = store.folder.grants?().closed.sorted() ?? []
    guard closed.isEmpty else {
      throw DatabaseFailure(
        .closed, "the folder \(closed[0]) is not open to this account, and would be missing there")
    }
    guard mkdir(path, 0o770) == 0 else {
      throw DatabaseFailure(
        .address, "\(path) cannot be made (\(String(cString: strerror(errno))))")
    }
    var (documents, bytes) = (0, 0)
    do throws(FolderError) {
      let contents = try store.reading { () throws(FolderError) in try store.folder.moved() }
      for place in contents {
        if !place.path.isEmpty { try make(place.path) }
        let names = place.documents + [journalName]
        for name in names {
          let file = documentPath(name, in: place.path)
          guard let found = try store.folder.bytes(of: file) else { continue }
          try write(found, to: file)
          if name != journalName { (documents, bytes) = (documents + 1, bytes + found.count) }
          guard try DataFolder(path: path).bytes(of: file) == found else {
            throw .unreadable("\(file) is not there as it was written")
          }
        }
      }
    } catch {
      throw DatabaseFailure(.wrong, error.description)
    }
    return (documents, bytes)
  }

  private func make(_ folder: String) throws(FolderError) {
    guard mkdir("\(path)/\(folder)", 0o770) == 0 else { throw failure(folder) }
  }

  private func write(_ bytes: [UInt8], to file: String) throws(FolderError) {
    let place = Glibc.open("\(path)/\(file)", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o660)
    guard place >= 0 else { throw failure(file) }
    defer { close(place) }
    guard writeAll(bytes, to: place) == bytes.count else { throw failure(file) }
    guard fsync(place) == 0 else { throw failure(file) }
  }

  private func failure(_ name: String) -> FolderError {
    .unreadable("\(path)/\(name) cannot be written (\(String(cString: strerror(errno))))")
  }
}
