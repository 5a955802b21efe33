import CPosix
import Glibc
import JSONDocument
import Safeguarding

/// The bytes of a file, or why they cannot be had.
package enum FileBytes: Sendable {
  case bytes([UInt8])
  /// There is no file of that name.
  case missing
  /// It is not open to the person who reads.
  case closed
  case refused(reason: String)
  case tooLarge(bytes: Int)
  /// It is one too many of a data folder that holds more than is read.
  case leftOut

  /// Reads a whole file without following a link in its last place.
  ///
  /// It never waits: a pipe in place of a file is refused like a folder. A relative path starts
  /// from the folder with the given descriptor.
  static func read(_ path: String, in folder: Int32 = AT_FDCWD) -> FileBytes {
    read(path, in: folder, largest: JSONDocument.maximumByteCount)
  }

  /// Reads a file that somebody else may have put there.
  ///
  /// - Parameters:
  ///   - path: Its path; a relative one starts from the folder.
  ///   - folder: The descriptor of a folder.
  ///   - largest: How many bytes it may have.
  ///   - owners: The numbers of the accounts to one of which it must belong; nil for anybody's.
  ///   - followsLink: Whether a link in its last place is followed.
  /// - Returns: The bytes, or why there are none.
  package static func read(
    _ path: String, in folder: Int32 = AT_FDCWD, largest: Int, ownedBy owners: Set<UInt32>? = nil,
    followingLink followsLink: Bool = false
  ) -> FileBytes {
    let flags = O_RDONLY | O_NONBLOCK | O_CLOEXEC | (followsLink ? 0 : O_NOFOLLOW)
    guard let file = OpenFile(uninterrupted { openat(folder, path, flags) }) else {
      switch errno {
      case ENOENT: return .missing
      case EACCES: return .closed
      case ELOOP: return .refused(reason: "it is a link, and links are not followed")
      case ENXIO: return .refused(reason: "it is not a file")
      default: return .refused(reason: lastError)
      }
    }
    guard file.isPlain else { return .refused(reason: "it is not a file") }
    if let owners, !owners.contains(file.status.st_uid) {
      let owner = file.status.st_uid
      return .refused(reason: "it belongs to \(accountName(of: owner) ?? "account \(owner)")")
    }
    guard file.size <= largest else { return .tooLarge(bytes: file.size) }
    return read(file)
  }

  /// Why there are no bytes, as a part of a sentence; nil where there are.
  package var reason: String? {
    switch self {
    case .bytes: nil
    case .missing: "it is not there"
    case .closed: "it is closed to you"
    case .refused(let reason): reason
    case .tooLarge(let count): "it has \(count) bytes, which is more than is read"
    case .leftOut: "the data folder holds more than is read of it"
    }
  }

  private static func read(_ file: borrowing OpenFile) -> FileBytes {
    let (size, descriptor) = (file.size, file.descriptor)
    var failure: String?
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let place = buffer.baseAddress?.advanced(by: count)
        let step = uninterrupted { Glibc.read(descriptor, place, size - count) }
        if step < 0 { failure = lastError }
        guard step > 0 else { return }
        count += step
      }
    }
    return failure.map { .refused(reason: $0) } ?? .bytes(bytes)
  }

  private static var lastError: String { String(cString: strerror(errno)) }
}

/// Reads files of a data folder one after the other, without following a link anywhere below it.
struct DataFiles {
  private let folders: OpenedFolders

  /// A reader of the files of a data folder.
  init(in folders: OpenedFolders) { self.folders = folders }

  /// Reads a whole file, named by its path in the data folder.
  func read(_ path: String) -> FileBytes {
    let name = path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    // What ends in a slash is a folder that could not be listed.
    if name.isEmpty { return FileBytes.read("\(folders.root)/\(path)") }
    do throws(StorageFailure) {
      return try folders.use(folderPath(of: path)) { folder in folder.read(name) }
    } catch {
      switch error.code {
      case ENOENT, ENOTDIR: return .missing
      case EACCES: return .closed
      default: return .refused(reason: error.reason)
      }
    }
  }
}
