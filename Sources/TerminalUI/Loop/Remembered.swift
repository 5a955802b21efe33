import Synchronization

/// Answers that always come out the same, kept for all copies of a value that asks again and again.
///
/// Once there are more than it may keep, all are forgotten and found out anew.
package final class Remembered<Question: Hashable & Sendable, Answer: Sendable>: Sendable {
  private let known = Mutex<[Question: Answer]>([:])
  private let most: Int

  package init(most: Int) { self.most = most }

  /// The answer to a question; the first time it takes as long as it takes to find out.
  package func callAsFunction(_ question: Question, _ find: () -> Answer) -> Answer {
    if let answer = known.withLock({ $0[question] }) { return answer }
    let answer = find()
    known.withLock { known in
      if known.count >= most { known.removeAll(keepingCapacity: true) }
      known[question] = answer
    }
    return answer
  }
}
