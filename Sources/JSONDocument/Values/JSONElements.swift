/// The elements of an array in order; going through them allocates nothing.
public struct JSONElements: Sequence, Sendable {
  private let storage: JSONStorage
  private let first: Int
  private let end: Int

  init(container: JSONValue) {
    let container = container.unfolded
    storage = container.storage
    first = container.index + 1
    end = container.kind == .array ? container.node.next : first
  }

  /// Starts at the first element.
  public func makeIterator() -> Iterator { Iterator(storage: storage, position: first, end: end) }

  /// Walks from one element to the next.
  public struct Iterator: IteratorProtocol, Sendable {
    let storage: JSONStorage
    var position: Int
    let end: Int

    /// The next element, or nil behind the last.
    public mutating func next() -> JSONValue? {
      guard position < end else { return nil }
      let value = JSONValue(storage: storage, index: position)
      position = value.node.next
      return value
    }
  }
}
