/// The records of one kind, in the order of their files, found by id.
public struct Register<Element: Entity>: Sendable {
  /// All records, in the order in which they were read.
  public private(set) var all: [Element] = []
  private var positions: [String: Int] = [:]

  /// An empty register.
  public init() {}

  /// Adds a record; the first of two with the same id is the one that is found.
  public mutating func append(_ element: Element) {
    if positions[element.id] == nil { positions[element.id] = all.count }
    all.append(element)
  }

  /// Adds many records.
  public mutating func append(contentsOf elements: [Element]) {
    positions.reserveCapacity(positions.count + elements.count)
    for index in elements.indices where positions[elements[index].id] == nil {
      positions[elements[index].id] = all.count + index
    }
    if all.isEmpty { all = elements } else { all += elements }
  }

  /// The record with an id, or nil.
  public subscript(id: String) -> Element? {
    positions[id].map { all[$0] }
  }

  /// The record that a reference means, or nil.
  public subscript(reference: Reference<Element>?) -> Element? {
    reference.flatMap { self[$0.id] }
  }
}
