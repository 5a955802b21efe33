import Glibc

/// Does things at a later time, on a thread of its own: whatever else hangs, the time comes.
///
/// What is done must be short and wait for nothing.
package final class TimerThread: Sendable {
  private struct Alarm: Sendable {
    let start: Int
    var time: Int
    let step: Int
    /// Is told the milliseconds that have passed; answers whether it wants to be told again.
    let ring: @Sendable (Int) -> Bool
  }

  private struct Alarms: Sendable {
    var waiting: [Alarm] = []
    var isEnded = false
    var hasThread = false
  }

  private let alarms = Monitor(Alarms())

  /// A thread that begins with the first thing it has to do.
  package init() {}

  deinit { alarms.withLock { $0.isEnded = true } }

  /// Does something once, so many milliseconds from now.
  package func run(after milliseconds: Int, _ work: @escaping @Sendable () -> Void) {
    run(after: milliseconds, then: 0) { _ in
      work()
      return false
    }
  }

  /// Does something so many milliseconds from now and again after each step, as long as it answers true.
  ///
  /// It is told how many milliseconds have passed by plan. Where the system gives no thread it is not done.
  package func run(
    after milliseconds: Int, then step: Int, _ work: @escaping @Sendable (Int) -> Bool
  ) {
    let now = WakePipe.now
    let isFirst = alarms.withLock { alarms in
      alarms.waiting.append(
        Alarm(start: now, time: now + milliseconds, step: max(1, step), ring: work))
      defer { alarms.hasThread = true }
      return !alarms.hasThread
    }
    guard isFirst else { return }
    let thread = SecondThread.start { [alarms] in
      blockSignals()
      while Self.ringNext(of: alarms) {}
    }
    if let thread {
      pthread_detach(thread)
    } else {
      alarms.withLock { $0.hasThread = false }
    }
  }

  /// Waits for the next time and does what is to be done; answers false at the end.
  private static func ringNext(of alarms: Monitor<Alarms>) -> Bool {
    let due: [Alarm]? = alarms.wait { alarms in
      if alarms.isEnded { return .go(nil) }
      let now = WakePipe.now
      let due = alarms.waiting.filter { $0.time <= now }
      if due.isEmpty { return .wait(until: alarms.waiting.map(\.time).min()) }
      alarms.waiting.removeAll { $0.time <= now }
      return .go(due)
    }
    guard let due else { return false }
    for var alarm in due.sorted(by: { $0.time < $1.time })
    where alarm.ring(alarm.time - alarm.start) {
      alarm.time += alarm.step
      alarms.withLock { [alarm] in $0.waiting.append(alarm) }
    }
    return true
  }
}
