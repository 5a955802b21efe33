import DataStore
import Glibc

/// A file of a data folder that is replaced as a whole, or not at all.
///
/// The new text is written beside it first, so that a reader finds the old file or the new one, never
/// half of one. The mode, the group and, for the superuser, the owner stay.
struct FileReplacement {
  private let folder: String
  private let name: String
  /// The file as it was when it was read; nil when it was not there.
  private let seen: stat?
  /// What the file holds; nil when it is not there.
  let bytes: [UInt8]?

  private var path: String { "\(folder)/\(name)" }

  /// Reads the file that is to be replaced; it need not be there.
  init(_ name: String, in folder: String, largest: Int) throws {
    (self.folder, self.name) = (folder, name)
    let path = "\(folder)/\(name)"
    guard let status = Self.status(of: path) else {
      guard errno == ENOENT else { throw Self.refusal(path, lastError) }
      (seen, bytes) = (nil, nil)
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFLNK: throw Self.refusal(path, "it is a link, and links are not followed")
    default: throw Self.refusal(path, "it is not a file")
    }
    guard access(path, W_OK) == 0 else { throw Self.refusal(path, lastError) }
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0, let read = readAll(descriptor, largest: largest) else {
      throw Self.refusal(path, lastError)
    }
    guard read.count <= largest else {
      throw Self.refusal(path, "it is larger than \(largest / 1024) KiB")
    }
    (seen, bytes) = (status, read)
  }

  /// Puts new bytes in the file's place; on any error the old file stays as it was.
  ///
  /// A file that was not there gets the mode and the group of the model, a file of the folder.
  func replace(with bytes: [UInt8], model: String) throws {
    let temporary = "\(folder)/.\(name).\(String(UInt64.random(in: 0 ... .max), radix: 36))"
    let descriptor = open(
      temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Self.refusal(path, lastError) }
    let example = seen ?? Self.status(of: "\(folder)/\(model)")
    if let reason = fill(descriptor, with: bytes, like: example)
      ?? (isAsSeen ? nil : "somebody else has changed it meanwhile")
      ?? (rename(temporary, path) == 0 ? nil : lastError)
    {
      let left =
        unlink(temporary) == 0 || errno == ENOENT
        ? "" : " An unfinished copy was left behind; you may remove \(temporary)."
      throw CommandFailure(Self.refusal(path, reason).sentence + left)
    }
    try confirmFolder()
  }

  /// Writes a file to the disk and closes it; answers what went wrong.
  private func fill(_ descriptor: Int32, with bytes: [UInt8], like example: stat?) -> String? {
    var reason: String?
    var rest = bytes[...]
    while reason == nil, !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        reason = lastError
      }
    }
    if reason == nil, let example, !take(descriptor, after: example) {
      reason = "its owner and mode cannot be kept: \(lastError)"
    }
    if reason == nil, fsync(descriptor) != 0 { reason = lastError }
    if close(descriptor) != 0, reason == nil { reason = lastError }
    return reason
  }

  private func take(_ descriptor: Int32, after example: stat) -> Bool {
    var own = stat()
    guard fstat(descriptor, &own) == 0 else { return false }
    let owner = geteuid() == 0 ? example.st_uid : own.st_uid
    if owner != own.st_uid || example.st_gid != own.st_gid {
      guard fchown(descriptor, owner, example.st_gid) == 0 else { return false }
    }
    return fchmod(descriptor, example.st_mode & 0o777) == 0
  }

  /// Whether the file still is the one that was read.
  private var isAsSeen: Bool {
    guard let now = Self.status(of: path) else { return seen == nil && errno == ENOENT }
    guard let seen else { return false }
    return now.st_dev == seen.st_dev && now.st_ino == seen.st_ino && now.st_size == seen.st_size
      && now.st_mtim.tv_sec == seen.st_mtim.tv_sec && now.st_mtim.tv_nsec == seen.st_mtim.tv_nsec
  }

  /// Has the disk confirm the new name.
  private func confirmFolder() throws {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unconfirmed(lastError) }
    defer { close(descriptor) }
    if fsync(descriptor) != 0 { throw unconfirmed(lastError) }
  }

  private func unconfirmed(_ reason: String) -> CommandFailure {
    CommandFailure(
      "\(path) was written, but the disk did not confirm it (\(reason)). "
        + "Run the command again; it changes nothing that is done already.")
  }

  private static func status(of path: String) -> stat? {
    var status = stat()
    return lstat(path, &status) == 0 ? status : nil
  }

  private static func refusal(_ path: String, _ reason: String) -> CommandFailure {
    CommandFailure(
      "\(path) was not written (\(reason)). Nothing was changed. "
        + "Mend that, or ask the administrator of this server, and run the command again.")
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
    let count = read(descriptor, &buffer, buffer.count)
    if count == 0 { return bytes }
    if count > 0 {
      bytes += buffer[..<count]
    } else if errno != EINTR {
      return nil
    }
  }
  return bytes
}
