/// The records of one kind, in the order of their files, found by id.
public struct RecordTable<Element: Sendable>: Sendable {
  /// All records, in the order in which they were read.
  @inlinable
  public var all: [Element] { elements }

  @usableFromInline
  var elements: [Element] = []
  @usableFromInline
  var positions: [String: Int] = [:]

  /// An empty register.
  public init() {}
}

extension RecordTable where Element: Entity {
  /// Adds a record; the first of two with the same id is the one that is found.
  @inlinable
  public mutating func append(_ element: Element) {
    note(element.id, at: elements.count)
    elements.append(element)
  }

  /// Adds many records.
  @inlinable
  public mutating func append(contentsOf added: [Element]) {
    positions.reserveCapacity(positions.count + added.count)
    for index in added.indices { note(added[index].id, at: elements.count + index) }
    if elements.isEmpty { elements = added } else { elements += added }
  }

  @usableFromInline
  mutating func note(_ id: String, at position: Int) {
    if positions[id] == nil { positions[id] = position }
  }

  /// The record with an id, or nil.
  @inlinable
  public subscript(id: String) -> Element? {
    positions[id].map { elements[$0] }
  }

  /// The record that a reference means, or nil.
  @inlinable
  public subscript(reference: Reference<Element>?) -> Element? {
    reference.flatMap { self[$0.id] }
  }
}
