import CPosix
import Glibc

extension OpenFolder {
  /// Makes a folder in this one as a whole or not at all, with a lock and a journal ready in it.
  ///
  /// It is made beside and then given its name, and takes over what this folder gives: the mode, the
  /// group and the access lists, as far as the account may give them. When this returns, the disk has
  /// confirmed it. Somebody else may have made it meanwhile: then theirs stays.
  ///
  /// - Parameters:
  ///   - name: The name of the folder.
  ///   - isPrivate: Whether it is open to the owner alone, whatever this folder gives.
  /// - Returns: Whether it belongs to whom it shall belong: the group of this folder, or nobody else.
  /// - Throws: ``StorageFailure`` when there is no new folder.
  package borrowing func makeFolder(
    _ name: String, isPrivate: Bool = false
  ) throws(StorageFailure) -> Bool {
    sweep()
    guard isFileName(name) else { throw failure(.create, name, code: EINVAL) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure(.create, name) }
    let temporary = TemporaryName(for: name).text
    let mode = isPrivate ? 0o700 : status.st_mode & 0o777 | 0o700
    guard uninterrupted({ mkdirat(descriptor, temporary, mode) }) == 0
    else { throw failure(.create, name) }
    do throws(StorageFailure) {
      let made = try OpenFolder(temporary, in: self)
      let isOfGroup = isPrivate ? made.closeToOthers() : made.take(status)
      for file in SharedFolder.ownFiles { try made.makeEmpty(file) }
      try made.confirmNames(after: journalName)
      guard uninterrupted({ renameat(descriptor, temporary, descriptor, name) }) == 0 else {
        throw failure(.rename, name)
      }
      try confirmNames(after: name)
      return isOfGroup
    } catch {
      removeUnfinished(temporary)
      if error.step == .rename, error.code == EEXIST || error.code == ENOTEMPTY { return true }
      throw error
    }
  }

  /// Makes an empty folder in this one that takes over what this folder gives.
  borrowing func makePlainFolder(_ name: String) throws(StorageFailure) {
    var status = stat()
    guard isFileName(name), fstat(descriptor, &status) == 0,
      uninterrupted({ mkdirat(descriptor, name, status.st_mode & 0o777 | 0o700) }) == 0
    else { throw failure(.create, name) }
    _ = try OpenFolder(name, in: self).take(status)
    try confirmNames(after: name)
  }

  /// Gives something in the folder another name; nothing may have that name.
  borrowing func move(_ name: String, to other: String) throws(StorageFailure) {
    guard isFileName(name), isFileName(other), !exists(other) else {
      throw failure(.rename, other, code: EEXIST)
    }
    guard uninterrupted({ renameat(descriptor, name, descriptor, other) }) == 0 else {
      throw failure(.rename, name)
    }
    try confirmNames(after: other)
  }

  /// Removes a folder that has nothing in it; one that cannot be removed does no harm.
  borrowing func removeEmptyFolder(_ name: String) { unlinkat(descriptor, name, AT_REMOVEDIR) }

  /// Takes over the group and the mode of the folder above; answers whether the group could be had.
  private borrowing func take(_ above: stat) -> Bool {
    var own = stat()
    guard fstat(descriptor, &own) == 0 else { return false }
    let isOfGroup =
      own.st_gid == above.st_gid
      || uninterrupted { fchown(descriptor, uid_t.max, above.st_gid) } == 0
    // Otherwise it would be open to the account's own group.
    guard isOfGroup else {
      _ = uninterrupted { fchmod(descriptor, 0o700) }
      return false
    }
    // Where a list is passed on, that says who may do what; else the umask may have taken rights away.
    if fgetxattr(descriptor, PosixACL.Role.inherited.rawValue, nil, 0) <= 0 {
      _ = uninterrupted { fchmod(descriptor, above.st_mode & 0o2777 | 0o700) }
    }
    return true
  }

  /// Leaves the folder to its owner alone, and what is made in it, too.
  private borrowing func closeToOthers() -> Bool {
    _ = fremovexattr(descriptor, PosixACL.Role.access.rawValue)
    _ = fremovexattr(descriptor, PosixACL.Role.inherited.rawValue)
    return uninterrupted { fchmod(descriptor, 0o700) } == 0
  }

  private borrowing func makeEmpty(_ name: String) throws(StorageFailure) {
    let flags = O_WRONLY | O_CREAT | O_EXCL
    let made = try open(name, flags, mode: 0o660, step: .create)
    if name == journalName { return openToGroup(made.descriptor) }
    // The lock is of no use to those who only read.
    _ = fremovexattr(made.descriptor, PosixACL.Role.access.rawValue)
    _ = uninterrupted { fchmod(made.descriptor, 0o660) }
  }

  /// Removes a folder that was never given its name; one that stays is swept up later.
  borrowing func removeUnfinished(_ name: String) {
    for file in SharedFolder.ownFiles { unlinkat(descriptor, "\(name)/\(file)", 0) }
    unlinkat(descriptor, name, AT_REMOVEDIR)
  }
}
