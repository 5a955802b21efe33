import CPosix
import Glibc

extension OpenFolder {
  /// Puts new bytes in the place of a file, as a whole or not at all.
  ///
  /// A reader finds the old file or the new one. The mode, the group, the access list and the other
  /// attributes stay; a new file gets what its folder gives. When this returns, the disk has
  /// confirmed the bytes and the name. Unless the failure that is thrown
  /// ``StorageFailure/isWritten``, the old file is as it was.
  package borrowing func replace(
    _ name: String, with bytes: [UInt8]
  ) throws(StorageFailure) {
    let attributes = try attributes(of: name)
    let temporary = TemporaryName(for: name).text
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let made = uninterrupted { openat(descriptor, temporary, flags, 0o660) }
    guard made >= 0 else { throw failure(.create, name) }
    do throws(StorageFailure) {
      guard let file = OpenFile(made) else { throw failure(.create, name) }
      if let attributes {
        guard attributes.give(to: file, folderGivesGroup: givesItsGroup) else {
          throw failure(.attributes, name)
        }
      } else {
        openToGroup(file.descriptor)
      }
      try fill(file, of: name, with: bytes)
      let answer = uninterrupted { renameat(descriptor, temporary, descriptor, name) }
      guard answer == 0 else { throw failure(.rename, name) }
    } catch {
      // One that stays is swept up later.
      unlinkat(descriptor, temporary, 0)
      throw error
    }
    try confirmNames(after: name)
  }

  /// Takes a file away; when this returns, the disk has confirmed that its name is gone.
  package borrowing func remove(_ name: String) throws(StorageFailure) {
    var status = stat()
    guard isFileName(name) else { throw failure(.write, name, code: EINVAL) }
    if uninterrupted({ fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) }) == 0 {
      try check(status, name, isForWriting: true, step: .write)
      guard uninterrupted({ unlinkat(descriptor, name, 0) }) == 0 || errno == ENOENT else {
        throw failure(.write, name)
      }
    } else if errno != ENOENT {
      throw failure(.write, name)
    }
    try confirmNames(after: name)
  }

  /// Writes a new file to the disk and closes it.
  ///
  /// After a failed `fsync` the file is given up: asked again, the system may say that all is well.
  private func fill(
    _ file: consuming OpenFile, of name: String, with bytes: [UInt8]
  ) throws(StorageFailure) {
    guard writeAll(bytes, to: file.descriptor) == bytes.count else { throw failure(.write, name) }
    guard uninterrupted({ fsync(file.descriptor) }) == 0 else { throw failure(.confirm, name) }
    guard file.finish() else { throw failure(.confirm, name) }
  }

  /// What a file that is to be replaced has beside its bytes; nil when there is none yet.
  private func attributes(of name: String) throws(StorageFailure) -> FileAttributes? {
    var status = stat()
    guard isFileName(name) else { throw failure(.write, name, code: EINVAL) }
    guard uninterrupted({ fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) }) == 0 else {
      if errno == ENOENT { return nil }
      throw failure(.write, name)
    }
    try check(status, name, isForWriting: true, step: .write)
    guard uninterrupted({ faccessat(descriptor, name, W_OK, AT_EACCESS) }) == 0 else {
      throw failure(.write, name)
    }
    let file = try open(name, O_RDONLY, step: .write)
    try check(file.status, name, isForWriting: true, step: .write)
    guard let attributes = FileAttributes(of: file) else { throw failure(.attributes, name) }
    return attributes
  }
}
