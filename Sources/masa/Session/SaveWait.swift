import DataStore
import Synchronization

/// Tells when a save takes longer than three seconds, and again after each further step, until it ends.
final class SaveWait: Sendable {
  private let isOver = Atomic<Bool>(false)
  private let timer: TimerThread

  /// Begins to wait.
  ///
  /// - Parameters:
  ///   - timer: The thread that tells.
  ///   - step: After how many further milliseconds it is told again.
  ///   - tell: Is told for how many seconds the save has taken.
  init(on timer: TimerThread, then step: Int, _ tell: @escaping @Sendable (Int) -> Void) {
    self.timer = timer
    timer.run(after: 3000, then: step) { [weak self] milliseconds in
      guard let self, !isOver.load(ordering: .relaxed) else { return false }
      tell(milliseconds / 1000)
      return true
    }
  }

  /// The save has ended.
  func end() { isOver.store(true, ordering: .relaxed) }
}
