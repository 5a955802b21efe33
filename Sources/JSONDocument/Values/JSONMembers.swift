/// The members of an object in the order of the file; going through them allocates nothing.
public struct JSONMembers: Sequence, Sendable {
  private let storage: JSONStorage
  private let first: Int
  private let end: Int

  init(container: JSONValue) {
    let container = container.unfolded
    storage = container.storage
    first = container.index + 1
    end = container.kind == .object ? container.node.next : first
  }

  /// Starts at the first member.
  public func makeIterator() -> Iterator { Iterator(storage: storage, position: first, end: end) }

  /// Walks from one member to the next.
  public struct Iterator: IteratorProtocol, Sendable {
    let storage: JSONStorage
    var position: Int
    let end: Int

    /// The next member, or nil behind the last.
    public mutating func next() -> JSONMember? {
      guard position < end else { return nil }
      let value = JSONValue(storage: storage, index: position)
      position = value.node.next
      return JSONMember(value: value)
    }
  }
}
