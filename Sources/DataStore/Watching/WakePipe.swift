import CPosix
import Glibc
import Synchronization

/// Wakes the thread that watches, and tells it what is asked of it.
final class WakePipe: Sendable {
  /// What is asked of the thread.
  struct Orders: Sendable {
    var isStopped = false
    /// Whether it looks for who else is here.
    var looksForPeople = false
  }

  private let orders = Mutex(Orders())
  /// A pipe; below zero where the system had none to give.
  private let receiving: Int32
  private let sending: Int32

  init() {
    var ends: [Int32] = [-1, -1]
    if pipe(&ends) == 0 {
      for end in ends {
        _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        _ = fcntl(end, F_SETFL, O_NONBLOCK)
      }
    }
    (receiving, sending) = (ends[0], ends[1])
  }

  deinit {
    for end in [receiving, sending] where end >= 0 { close(end) }
  }

  /// What is asked of the thread now.
  var asked: Orders { orders.withLock { $0 } }

  /// Changes what is asked of the thread, and wakes it.
  func ask(_ change: (inout Orders) -> Void) {
    orders.withLock { change(&$0) }
    // A full pipe is no failure: the thread is going to wake already.
    _ = uninterrupted { write(sending, "w", 1) }
  }

  /// Waits for a descriptor to have something, for the bell, or for a time.
  ///
  /// - Parameters:
  ///   - descriptor: What is waited for besides; below zero for nothing.
  ///   - milliseconds: How long at most; below zero for ever.
  func wait(for descriptor: Int32 = -1, milliseconds: Int) {
    // Without a pipe nobody can wake the thread, so it looks up by itself.
    let isDeaf = receiving < 0 && !(0...1000).contains(milliseconds)
    let limit = isDeaf ? 1000 : milliseconds
    var sources = [receiving, descriptor].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    guard poll(&sources, 2, Int32(clamping: limit)) > 0, sources[0].revents != 0 else { return }
    var rings: [UInt8] = Array(repeating: 0, count: 64)
    while uninterrupted({ read(receiving, &rings, rings.count) }) == rings.count {}
  }

  /// A clock that nobody sets, in milliseconds.
  static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
