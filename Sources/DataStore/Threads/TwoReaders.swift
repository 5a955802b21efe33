import Synchronization

/// Makes something of each of many items on two threads, which go towards each other from both ends.
///
/// So it matters neither how much longer one item takes than another, nor when the second thread begins.
final class TwoReaders<Item: Sendable, Outcome: Sendable>: Sendable {
  /// From how many items on a second thread is worth its start.
  private static var fewest: Int { 32 }

  private let items: [Item]
  private let left: Mutex<Range<Int>>

  private init(_ items: [Item]) {
    self.items = items
    left = Mutex(items.indices)
  }

  /// What is made of the items, in their order.
  ///
  /// - Parameters:
  ///   - items: The items.
  ///   - reader: Gives each thread what makes something of an item, with a state of its own.
  /// - Returns: One outcome for each item.
  static func map(
    _ items: [Item], with reader: @escaping @Sendable () -> (Item) -> Outcome
  ) -> [Outcome] {
    guard items.count >= fewest else { return items.map(reader()) }
    let readers = TwoReaders(items)
    let back = ThreadTask { readers.take(with: reader()) { $0.popLast() } }
    let front = readers.take(with: reader()) { $0.popFirst() }
    return front + back.finish().reversed()
  }

  private func take(
    with read: (Item) -> Outcome, next: (inout Range<Int>) -> Int?
  ) -> [Outcome] {
    var outcomes: [Outcome] = []
    while let index = left.withLock({ next(&$0) }) { outcomes.append(read(items[index])) }
    return outcomes
  }
}

extension Range<Int> {
  fileprivate mutating func popFirst() -> Int? {
    guard let first else { return nil }
    self = first + 1..<upperBound
    return first
  }

  fileprivate mutating func popLast() -> Int? {
    guard let last else { return nil }
    self = lowerBound..<last
    return last
  }
}
