import Synchronization

/// Does one piece of work after the other, beside the thread that owns the screen.
///
/// Saving goes through one worker, so that edits reach the disk in the order in which they were made.
final class Worker: Sendable {
  private let jobs: AsyncStream<@Sendable () -> Void>
  private let queue: AsyncStream<@Sendable () -> Void>.Continuation
  private let waiting = Atomic<Int>(0)

  init() {
    (jobs, queue) = AsyncStream.makeStream()
    Task.detached { [jobs] in
      for await job in jobs { job() }
    }
  }

  /// Does something after everything asked for before.
  func run(_ job: @escaping @Sendable () -> Void) {
    waiting.add(1, ordering: .relaxed)
    queue.yield { [self] in
      job()
      waiting.subtract(1, ordering: .relaxed)
    }
  }

  /// Whether everything asked for is done.
  var isIdle: Bool { waiting.load(ordering: .relaxed) == 0 }
}
