import Glibc

/// Does one piece of work after the other on a thread of its own, in the order in which it was asked for.
///
/// Whatever waits for a disk goes through one of these, never through a task of Swift: those share as many
/// threads as there are processors, and a few disks that do not answer would hold up everything else.
package final class SerialQueue: Sendable {
  private typealias Job = @Sendable () -> Void

  private struct Jobs: Sendable {
    var waiting: [Job] = []
    var isBusy = false
    var isEnded = false
    var hasThread = false
  }

  private let jobs = Monitor(Jobs())

  /// A queue with nothing to do; its thread begins with the first piece of work.
  package init() {}

  deinit { jobs.withLock { $0.isEnded = true } }

  /// Does something after everything asked for before.
  ///
  /// Where the system gives no thread it is done at once, before this answers.
  package func run(_ job: @escaping @Sendable () -> Void) {
    let isFirst = jobs.withLock { jobs in
      jobs.waiting.append(job)
      defer { jobs.hasThread = true }
      return !jobs.hasThread
    }
    guard isFirst else { return }
    let thread = SecondThread.start { [jobs] in
      blockSignals()
      while Self.doNext(of: jobs, waits: true) {}
    }
    if let thread {
      pthread_detach(thread)
      return
    }
    jobs.withLock { $0.hasThread = false }
    while Self.doNext(of: jobs, waits: false) {}
  }

  /// Does the next piece of work; answers false when there is none, and none will come.
  private static func doNext(of jobs: Monitor<Jobs>, waits: Bool) -> Bool {
    let next: [Job]? = jobs.wait { jobs in
      jobs.isBusy = false
      if jobs.waiting.isEmpty { return jobs.isEnded || !waits ? .go(nil) : .wait() }
      jobs.isBusy = true
      defer { jobs.waiting = [] }
      return .go(jobs.waiting)
    }
    guard let next else { return false }
    for job in next { job() }
    return true
  }

  /// Whether everything asked for is done.
  package var isIdle: Bool { jobs.withLock { !$0.isBusy && $0.waiting.isEmpty } }
}

/// Leaves the signals to the thread that owns the screen.
///
/// Not those of a fault: they come to the thread that made it, and where they are blocked the system
/// ends the program before anything gives the terminal back.
func blockSignals() {
  var signals = sigset_t()
  sigfillset(&signals)
  for fault in [SIGILL, SIGTRAP, SIGSEGV, SIGABRT, SIGBUS, SIGFPE] { sigdelset(&signals, fault) }
  pthread_sigmask(SIG_SETMASK, &signals, nil)
}
