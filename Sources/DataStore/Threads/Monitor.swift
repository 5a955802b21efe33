import CPosix
import Glibc

/// A value that threads share: one at a time changes it, and others wait until it says what they wait for.
///
/// It is unchecked because the mutex guards the value, and mutex and condition stay where they were made.
final class Monitor<Value: Sendable>: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var value: Value

  init(_ value: Value) {
    self.value = value
    pthread_mutex_init(mutex, nil)
    var attributes = pthread_condattr_t()
    pthread_condattr_init(&attributes)
    // Nobody sets this clock, so that no wait is cut short or drawn out.
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
    pthread_cond_init(condition, &attributes)
    pthread_condattr_destroy(&attributes)
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(mutex)
    condition.deallocate()
    mutex.deallocate()
  }

  /// Looks at the value, or changes it, and wakes those who wait.
  func withLock<Answer>(_ work: (inout Value) -> Answer) -> Answer {
    pthread_mutex_lock(mutex)
    defer {
      pthread_cond_broadcast(condition)
      pthread_mutex_unlock(mutex)
    }
    return work(&value)
  }

  /// What a waiting thread does after a look at the value.
  enum Step<Answer> {
    /// It waits until something changes, or until a time of ``WakePipe/now``.
    case wait(until: Int? = nil)
    /// It goes on.
    case go(Answer)
  }

  /// Waits until a look at the value says to go on.
  func wait<Answer>(_ look: (inout Value) -> Step<Answer>) -> Answer {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while true {
      switch look(&value) {
      case .go(let answer): return answer
      case .wait(nil): pthread_cond_wait(condition, mutex)
      case .wait(let end?):
        var time = timespec(tv_sec: end / 1000, tv_nsec: end % 1000 * 1_000_000)
        pthread_cond_timedwait(condition, mutex, &time)
      }
    }
  }
}
