import DataStore
import Glibc

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

/// Copies a file, for the owner only; answers whether all of it arrived.
func copyFile(_ source: String, to target: String) -> Bool {
  guard let bytes = fileBytes(source) else { return false }
  return writeFile(bytes, to: target)
}

/// The bytes of a file, or nil when it cannot be read; `errno` says why.
///
/// Of a larger file than wanted a little more than that is read.
func fileBytes(_ path: String, largest: Int = .max - 65_536) -> [UInt8]? {
  let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
  return descriptor >= 0 ? readAll(descriptor, largest: largest) : nil
}

/// Writes a new file for the owner only; answers whether all of it is on the disk.
func writeFile(_ bytes: [UInt8], to path: String) -> Bool {
  let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
  guard descriptor >= 0 else { return false }
  let isWhole = writeAll(bytes, to: descriptor) == bytes.count && fsync(descriptor) == 0
  return close(descriptor) == 0 && isWhole
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

/// What a descriptor gives until its end, or until it is more than so many bytes; closes it.
///
/// Nil when it cannot be read; `errno` says why.
func readAll(_ descriptor: Int32, largest: Int) -> [UInt8]? {
  defer { close(descriptor) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 65_536)
  while bytes.count <= largest {
    let count = uninterrupted { read(descriptor, &buffer, buffer.count) }
    guard count >= 0 else { return nil }
    if count == 0 { return bytes }
    bytes += buffer[..<count]
  }
  return bytes
}
