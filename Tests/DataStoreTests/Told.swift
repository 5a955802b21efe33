import Glibc
import Synchronization
import Testing

/// What a thread of the system tells, one after the other, for a test that waits for it.
///
/// The test waits on its own thread: a task that is put aside stands behind all other tests when it goes on, and is
/// late by as much as they need.
final class Told<What: Sendable>: Sendable {
  private let waiting = Mutex<[What]>([])

  /// Adds what was told.
  func tell(_ what: What) { waiting.withLock { $0.append(what) } }

  /// Waits for what is told next, at most a minute.
  func next() throws -> What {
    for _ in 0..<60_000 {
      if let first = waiting.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) { return first }
      usleep(1_000)
    }
    return try #require(nil, "nothing was told in a minute")
  }
}
