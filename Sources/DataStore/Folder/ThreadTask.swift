import Glibc
import Synchronization

/// Work done on a second thread while the first one does something else.
package final class ThreadTask<Outcome: Sendable>: Sendable {
  private let work: @Sendable () -> Outcome
  private let outcome = Mutex<Outcome?>(nil)
  private let thread = Mutex<pthread_t?>(nil)

  /// Begins the work; where no second thread is to be had, it is done when its outcome is wanted.
  package init(_ work: @escaping @Sendable () -> Outcome) {
    self.work = work
    let started = SecondThread.start { [self] in
      let done = work()
      outcome.withLock { $0 = done }
    }
    thread.withLock { $0 = started }
  }

  /// Waits for the work to be done; hands out what came of it, and keeps nothing of it.
  package func finish() -> Outcome {
    if let running = thread.withLock({ $0.take() }) { pthread_join(running, nil) }
    return outcome.withLock { $0.take() } ?? work()
  }
}

/// A thread of the system that runs one piece of work.
final class SecondThread: Sendable {
  private let work: @Sendable () -> Void

  private init(work: @escaping @Sendable () -> Void) { self.work = work }

  /// Starts a thread, or answers nil where none is to be had.
  static func start(_ work: @escaping @Sendable () -> Void) -> pthread_t? {
    var thread = pthread_t()
    let box = Unmanaged.passRetained(SecondThread(work: work))
    let code = pthread_create(
      &thread, nil,
      { box in
        guard let box else { return nil }
        Unmanaged<SecondThread>.fromOpaque(box).takeRetainedValue().work()
        return nil
      }, box.toOpaque())
    if code == 0 { return thread }
    box.release()
    return nil
  }
}
