import CPosix
import Glibc

/// The lock of a folder: while one process holds it, no other changes anything there.
///
/// It is let go when the value goes away, and by the system when the process ends in whatever way.
/// Nobody can take it away from its holder. The file `.lock` is never renamed or removed.
package struct FolderLock: ~Copyable {
  private let file: OpenFile

  private static let name = ".lock"
  private static let mostTries = 1000

  /// Waits for the lock of a folder and takes it.
  ///
  /// Those who wait get it in turn. When one process has kept it for the milliseconds given, or the
  /// wait has lasted ten times as long, it throws a ``StorageFailure`` with the code `EAGAIN` and the
  /// holder; 0 tries once.
  package init(
    _ folder: borrowing OpenFolder, waitingAtMost milliseconds: Int = 2000
  ) throws(StorageFailure) {
    for _ in 0..<Self.mostTries {
      let candidate = try Self.open(in: folder)
      if uninterrupted({ flock(candidate.descriptor, LOCK_EX | LOCK_NB) }) != 0 {
        let code = errno
        guard code == EWOULDBLOCK, LockWait.take(candidate, waitingAtMost: milliseconds) else {
          throw StorageFailure(
            .lock, path: folder.path + "/" + Self.name, code: code,
            holder: code == EWOULDBLOCK ? LockHolder(of: candidate.identity)?.words : nil)
        }
      }
      if Self.isInPlace(candidate, in: folder) {
        file = candidate
        return
      }
    }
    // Somebody puts another file in its place again and again.
    throw folder.failure(.lock, Self.name, code: EAGAIN)
  }

  deinit { flock(file.descriptor, LOCK_UN) }

  /// Lets the lock go.
  package consuming func release() {}

  private static func open(in folder: borrowing OpenFolder) throws(StorageFailure) -> OpenFile {
    for _ in 0..<mostTries {
      do throws(StorageFailure) {
        return try folder.open(name, O_RDWR, step: .lock)
      } catch {
        guard error.code == ENOENT else { throw error }
      }
      do throws(StorageFailure) {
        let made = try folder.open(name, O_RDWR | O_CREAT | O_EXCL, mode: 0o660, step: .lock)
        // Whoever shares the folder must be able to take the lock; it is of no use to its readers.
        _ = fremovexattr(made.descriptor, PosixACL.Role.access.rawValue)
        guard uninterrupted({ fchmod(made.descriptor, 0o660) }) == 0 else {
          throw folder.failure(.lock, name)
        }
        return made
      } catch {
        guard error.code == EEXIST else { throw error }
      }
    }
    throw folder.failure(.lock, name, code: EAGAIN)
  }

  /// Whether the locked file still is the one that others find by its name.
  private static func isInPlace(
    _ file: borrowing OpenFile, in folder: borrowing OpenFolder
  ) -> Bool {
    var status = stat()
    return uninterrupted { fstatat(folder.descriptor, name, &status, AT_SYMLINK_NOFOLLOW) } == 0
      && FileIdentity(status) == file.identity
  }
}
