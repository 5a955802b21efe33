import CPosix
import Glibc
import Synchronization

/// Waits for a lock on a thread of its own, so that the system hands it out in turn and the wait can be
/// given up all the same.
final class LockWait: Sendable {
  /// A second descriptor of the locked file: it keeps the lock as the first one does.
  private let twin: Int32
  private let ends: (read: Int32, write: Int32)

  /// Takes a lock that somebody else holds; answers false when they keep it too long.
  static func take(_ file: borrowing OpenFile, waitingAtMost milliseconds: Int) -> Bool {
    guard milliseconds > 0, let wait = LockWait(file.descriptor) else { return false }
    let step = max(1, milliseconds / 2)
    var holder: Int32?
    // Whoever holds it at two looks, with all the time between them, does not get on.
    for _ in 0..<20 {
      if wait.isOver(within: step) {
        // The lock is this one's as well: taking it again only confirms that.
        return uninterrupted { flock(file.descriptor, LOCK_EX | LOCK_NB) } == 0
      }
      let present = LockHolder(of: file.identity)?.process
      if let present, present == holder { return false }
      holder = present
    }
    return false
  }

  /// Begins to wait; nil where the system gives no thread or no descriptor.
  private init?(_ descriptor: Int32) {
    var pipe: [Int32] = [-1, -1]
    twin = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
    guard twin >= 0, Glibc.pipe(&pipe) == 0 else {
      if twin >= 0 { close(twin) }
      return nil
    }
    for end in pipe { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    ends = (pipe[0], pipe[1])
    let (twin, told) = (twin, ends.write)
    let thread = SecondThread.start {
      _ = uninterrupted { flock(twin, LOCK_EX) }
      // When nobody waits any more, the lock goes with its last descriptor.
      close(twin)
      close(told)
    }
    guard let thread else {
      close(twin)
      close(told)
      return nil
    }
    pthread_detach(thread)
  }

  deinit { close(ends.read) }

  /// Whether the lock was had within so many milliseconds.
  private func isOver(within milliseconds: Int) -> Bool {
    var end = pollfd(fd: ends.read, events: Int16(POLLIN), revents: 0)
    return uninterrupted { poll(&end, 1, Int32(clamping: milliseconds)) } > 0
  }
}
