import Glibc

/// Work on a second thread that hands out something on its way and goes on.
package final class StagedTask<First: Sendable, Last: Sendable>: Sendable {
  private let outcomes = Monitor(Outcomes())

  private struct Outcomes: Sendable {
    var first: First?
    var last: Last?
    var isDone = false
  }

  /// Begins the work, which hands out something once; where no second thread is to be had, it is done first.
  package init(_ work: @escaping @Sendable (_ handOut: (First) -> Void) -> Last) {
    let whole: @Sendable () -> Void = { [outcomes] in
      let last = work { first in outcomes.withLock { $0.first = first } }
      outcomes.withLock { ($0.last, $0.isDone) = (last, true) }
    }
    if let thread = SecondThread.start(whole) { pthread_detach(thread) } else { whole() }
  }

  /// Waits for what is handed out on the way and keeps nothing of it; nil when it was taken before.
  package func first() -> First? {
    outcomes.wait { outcomes in
      if let first = outcomes.first.take() { return .go(first) }
      return outcomes.isDone ? .go(nil) : .wait()
    }
  }

  /// Waits for what comes of the whole work and keeps nothing of it; nil when it was taken before.
  package func last() -> Last? {
    outcomes.wait { $0.isDone ? .go($0.last.take()) : .wait() }
  }
}
