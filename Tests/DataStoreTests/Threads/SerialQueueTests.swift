import Glibc
import Synchronization
import Testing

@testable import DataStore

/// Work that waits for a disk has threads of its own.
@Suite struct SerialQueueTests {
  @Test func workIsDoneInTheOrderInWhichItWasAskedFor() {
    let queue = SerialQueue()
    let seen = Mutex<[Int]>([])
    let done = Semaphore()
    for number in 0..<1000 {
      queue.run { seen.withLock { $0.append(number) } }
    }
    queue.run { done.signal() }
    #expect(done.wait(seconds: 10))
    #expect(seen.withLock { $0 } == Array(0..<1000))
  }

  /// A fault is told to the thread that made it: whoever blocks that is ended with the terminal held.
  @Test func itsThreadLeavesSignalsToOthersButNotThoseOfAFault() {
    let (queue, done) = (SerialQueue(), Semaphore())
    let blocked = Mutex<Set<Int32>>([])
    let (faults, wishes) = (
      [SIGILL, SIGTRAP, SIGSEGV, SIGABRT, SIGBUS, SIGFPE], [SIGHUP, SIGTERM, SIGINT, SIGWINCH]
    )
    queue.run {
      var mask = sigset_t()
      pthread_sigmask(SIG_BLOCK, nil, &mask)
      let found = (faults + wishes).filter { sigismember(&mask, $0) == 1 }
      blocked.withLock { $0 = Set(found) }
      done.signal()
    }
    #expect(done.wait(seconds: 10))
    #expect(blocked.withLock { $0 } == Set(wishes))
  }

  @Test func aQueueIsIdleOnlyWhenEverythingIsDone() {
    let queue = SerialQueue()
    #expect(queue.isIdle)
    let (begun, end, done) = (Semaphore(), Semaphore(), Semaphore())
    queue.run {
      begun.signal()
      _ = end.wait(seconds: 10)
    }
    #expect(begun.wait(seconds: 10))
    #expect(!queue.isIdle)
    queue.run { done.signal() }
    end.signal()
    #expect(done.wait(seconds: 10))
    for _ in 0..<1000 where !queue.isIdle { usleep(1000) }
    #expect(queue.isIdle)
  }

  @Test func whatWasAskedForIsDoneThoughNobodyHoldsTheQueueAnyMore() {
    let done = Semaphore()
    var queue: SerialQueue? = SerialQueue()
    for _ in 0..<10 { queue?.run { done.signal() } }
    queue = nil
    for _ in 0..<10 { #expect(done.wait(seconds: 10)) }
  }

  @Test func aNoticeComesThoughTwoDisksHangAndNoTaskCanRun() {
    let release = Semaphore()
    let workers = 2 * max(2, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    // Swift's own threads wait, all of them, as they would for a disk that does not answer.
    for _ in 0..<workers { Task.detached { _ = release.wait(seconds: 20) } }
    let (data, drafts, timer) = (SerialQueue(), SerialQueue(), TimerThread())
    let (begun, notice) = (Semaphore(), Semaphore())
    for queue in [data, drafts] {
      queue.run {
        begun.signal()
        _ = release.wait(seconds: 20)
      }
    }
    timer.run(after: 50, then: 50) { passed in
      notice.signal()
      return passed < 150
    }
    for _ in 0..<2 { #expect(begun.wait(seconds: 10)) }
    for _ in 0..<3 { #expect(notice.wait(seconds: 10)) }
    #expect(!data.isIdle && !drafts.isIdle)
    for _ in 0..<(workers + 2) { release.signal() }
    // It was told three times, and then no more.
    #expect(!notice.wait(seconds: 0.2))
  }

  @Test func theEarlierTimeComesFirst() {
    let timer = TimerThread()
    let seen = Mutex<[String]>([])
    let done = Semaphore()
    timer.run(after: 120) {
      seen.withLock { $0.append("late") }
      done.signal()
    }
    timer.run(after: 20) {
      seen.withLock { $0.append("early") }
      done.signal()
    }
    for _ in 0..<2 { #expect(done.wait(seconds: 10)) }
    #expect(seen.withLock { $0 } == ["early", "late"])
  }
}

/// Counts signals, and lets threads wait for them.
private final class Semaphore: Sendable {
  private let count = Monitor(0)

  func signal() { count.withLock { $0 += 1 } }

  /// Whether a signal came within some seconds.
  func wait(seconds: Double) -> Bool {
    let end = WakePipe.now + Int(seconds * 1000)
    return count.wait { count in
      if count > 0 {
        count -= 1
        return .go(true)
      }
      return WakePipe.now >= end ? .go(false) : .wait(until: end)
    }
  }
}
