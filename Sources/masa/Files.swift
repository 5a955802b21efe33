import DataStore
import Glibc
import JSONDocument

/// The names in a folder in their order, without hidden ones.
///
/// Nil when it cannot be read; `errno` says why.
func folderEntries(_ path: String, hidden: Bool = false) -> [String]? {
  do throws(StorageFailure) {
    return try FolderEntry.all(in: path).filter { hidden || !$0.isHidden }.map(\.name)
  } catch {
    errno = error.code
    return nil
  }
}

/// What went wrong in the last call to the system, in words.
var lastError: String { String(cString: strerror(errno)) }

/// Makes a folder and those above it, for the owner only; answers whether it is there.
func makeFolders(_ path: String) -> Bool {
  if access(path, F_OK) == 0 { return true }
  if let slash = path.lastIndex(of: "/"), slash != path.startIndex,
    !makeFolders(String(path[..<slash]))
  {
    return false
  }
  return mkdir(path, 0o700) == 0 || errno == EEXIST
}

/// Copies a file that was shipped, for the owner only; answers whether all of it arrived.
func copyFile(_ source: String, to target: String) -> Bool {
  guard let bytes = shippedBytes(source) else { return false }
  return writeFile(bytes, to: target)
}

/// The bytes of a file that was shipped with the program, or nil when it cannot be read.
func shippedBytes(_ path: String) -> [UInt8]? {
  let read = FileBytes.read(path, largest: JSONDocument.maximumByteCount, followingLink: true)
  if case .bytes(let bytes) = read { return bytes }
  return nil
}

/// Reads a file from the person's own folders: it must be an ordinary one of theirs or root's, and not
/// larger than such a file ever is.
func ownFile(_ path: String, largest: Int) -> FileBytes {
  FileBytes.read(path, largest: largest, ownedBy: [geteuid(), 0])
}

/// Writes a new file for the owner only; answers whether all of it is on the disk.
func writeFile(_ bytes: [UInt8], to path: String) -> Bool {
  let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
  guard descriptor >= 0 else { return false }
  let isWhole = writeAll(bytes, to: descriptor) == bytes.count && fsync(descriptor) == 0
  return close(descriptor) == 0 && isWhole
}

/// Puts a file for the owner only in the place of what was there before, whole or not at all.
///
/// `errno` says why it does not.
func replaceFile(_ path: String, with bytes: [UInt8]) -> Bool {
  let unfinished = "\(path).\(getpid())"
  unlink(unfinished)
  return writeFile(bytes, to: unfinished) && rename(unfinished, path) == 0
}

/// Waits until the disk holds which files are in a folder; answers whether it does.
///
/// `errno` says why it does not.
func confirmFolder(_ path: String) -> Bool {
  do throws(StorageFailure) {
    let folder = try OpenFolder(at: path, followingLink: true)
    try folder.confirmNames(after: "")
    return true
  } catch {
    errno = error.code
    return false
  }
}

/// A folder for what is one person's own: where a variable says, else in a place of their home.
///
/// Nil where neither is known.
func ownFolder(named variable: String, else place: String) -> String? {
  (environment(variable) ?? environment("HOME").map { "\($0)/\(place)" }).map { "\($0)/masa" }
}

/// What a file holds that a person names, or what comes in for `-`; one byte more than the largest tells
/// that there is more.
///
/// Nil when it cannot be read, or when nothing came for so many minutes; `errno` says why.
func namedInput(_ file: String, largest: Int, waiting minutes: Int? = nil) -> [UInt8]? {
  let descriptor = file == "-" ? dup(STDIN_FILENO) : open(file, O_RDONLY | O_CLOEXEC)
  return descriptor < 0 ? nil : readAll(descriptor, largest: largest, waiting: minutes)
}

/// What a descriptor gives until its end, or until it is more than so many bytes; closes it.
///
/// Nil when it cannot be read, or when nothing came for so many minutes; `errno` says why.
func readAll(_ descriptor: Int32, largest: Int, waiting minutes: Int? = nil) -> [UInt8]? {
  defer { close(descriptor) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 65_536)
  while bytes.count <= largest {
    if let minutes, !hasInput(descriptor, within: minutes) { return nil }
    let count = uninterrupted { read(descriptor, &buffer, buffer.count) }
    guard count >= 0 else { return nil }
    if count == 0 { return bytes }
    bytes += buffer[..<count]
  }
  return bytes
}

/// Waits until a descriptor gives something or has ended; false when nothing came for so many minutes.
private func hasInput(_ descriptor: Int32, within minutes: Int) -> Bool {
  var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
  let count = uninterrupted {
    Int(poll(&waiting, 1, Int32(clamping: minutes * 60_000)))
  }
  if count == 0 { errno = ETIMEDOUT }
  return count > 0
}
