/// The records of one kind, in the order of their files, found by id.
public struct RecordTable<Element: Sendable>: Sendable {
  /// All records, in the order in which they were read.
  @inlinable
  public var all: [Element] { elements }

  @usableFromInline
  var elements: [Element] = []
  @usableFromInline
  var positions = IDIndex()
  /// The positions of records that belong together, where the kind is grouped.
  @usableFromInline
  var groups: [String: [Int32]] = [:]
  /// The files that the records were read from, each with the position of its first record.
  var origins: [(start: Int, document: String)] = []

  /// An empty table.
  public init() {}
}

extension RecordTable where Element: Entity {
  /// Adds a record; the first of two with the same id is the one that is found.
  @inlinable
  public mutating func append(_ element: Element) {
    elements.append(element)
    note(element.id, at: elements.count - 1)
    if let grouping = Element.grouping { group(from: elements.count - 1, by: grouping) }
  }

  /// Adds many records.
  @inlinable
  public mutating func append(contentsOf added: [Element]) {
    let start = elements.count
    if elements.isEmpty { elements = added } else { elements += added }
    noteAll(from: start)
    if let grouping = Element.grouping { group(from: start, by: grouping) }
  }

  /// Adds many records that stand in a file.
  public mutating func append(contentsOf added: [Element], from document: String) {
    if added.isEmpty { return }
    if origins.last?.document != document { origins.append((elements.count, document)) }
    append(contentsOf: added)
  }

  /// The table as it is kept until it is joined: its records are found by nothing.
  var withoutLookups: RecordTable {
    if positions.isEmpty { return self }
    var kept = self
    (kept.positions, kept.groups) = (IDIndex(), [:])
    return kept
  }

  /// The table with its records found by their ids.
  var withLookups: RecordTable { positions.isEmpty && !elements.isEmpty ? joined(by: []) : self }

  /// The table with the records of later files behind its own; each record is moved once.
  func joined(by later: [RecordTable]) -> RecordTable {
    var joined = self
    let known = positions.isEmpty ? 0 : elements.count
    joined.elements.reserveCapacity(elements.count + later.reduce(0) { $0 + $1.elements.count })
    for table in later where !table.elements.isEmpty {
      if joined.elements.isEmpty {
        joined.origins = table.origins
      } else {
        let start = joined.elements.count
        // Records that no file is known of must not seem to stand in the file before.
        if table.origins.first?.start != 0 { joined.origins.append((start, "")) }
        joined.origins += table.origins.map { ($0.start + start, $0.document) }
      }
      joined.elements += table.elements
    }
    joined.noteAll(from: known)
    if let grouping = Element.grouping { joined.group(from: known, by: grouping) }
    return joined
  }

  /// Whether the first record of a file belongs into it, as its fields say; nil where none stands there.
  func isAtHome(_ document: String) -> Bool? {
    guard let origin = origins.first(where: { $0.document == document }) else { return nil }
    let homes = Element.homes.compactMap { $0.document(for: elements[origin.start]) }
    return homes.isEmpty || homes.contains(document)
  }

  /// The table without what stands in files that do not count, or has an id which another file keeps.
  ///
  /// - Parameters:
  ///   - isLeftOut: Whether nothing of a file counts.
  ///   - homes: The files that keep records which others hold as well, by their ids.
  /// - Returns: The table of what is left.
  func leavingOut(
    _ isLeftOut: (String) -> Bool, keeping homes: [String: String]
  ) -> RecordTable {
    if homes.isEmpty, !origins.contains(where: { isLeftOut($0.document) }) { return self }
    var kept = RecordTable()
    var seen: Set<String> = []
    let bounds = origins.first?.start == 0 ? origins : [(start: 0, document: "")] + origins
    for (index, origin) in bounds.enumerated() where !isLeftOut(origin.document) {
      let end = index + 1 < bounds.count ? bounds[index + 1].start : elements.count
      let own = elements[origin.start..<end].filter { element in
        guard let home = homes[element.id] else { return true }
        return home == origin.document && seen.insert(element.id).inserted
      }
      kept.append(contentsOf: own, from: origin.document)
    }
    return kept
  }

  /// The file in which the record with an id stands; nil where that is not known.
  public func document(of id: String) -> String? {
    guard let position = position(of: id) else { return nil }
    var (low, high) = (0, origins.count)
    while low < high {
      let middle = (low + high) / 2
      if origins[middle].start <= position { low = middle + 1 } else { high = middle }
    }
    guard low > 0, !origins[low - 1].document.isEmpty else { return nil }
    return origins[low - 1].document
  }

  @inlinable
  mutating func note(_ id: String, at position: Int) {
    let elements = elements
    _ = positions.add(id, at: position) { elements[$0].id }
  }

  /// Makes the records from a position on findable.
  @inlinable
  mutating func noteAll(from start: Int) {
    let elements = elements
    positions.reserve(positions.count + elements.count - start) { elements[$0].id }
    for index in start..<elements.count {
      _ = positions.add(elements[index].id, at: index) { elements[$0].id }
    }
  }

  /// Where the record with an id stands; nil where there is none.
  @inlinable
  func position(of id: String) -> Int? { positions.number(of: id) { elements[$0].id } }

  /// The record with an id, or nil.
  @inlinable
  public subscript(id: String) -> Element? {
    position(of: id).map { elements[$0] }
  }

  /// The record that a reference means, or nil.
  @inlinable
  public subscript(reference: Reference<Element>?) -> Element? {
    reference.flatMap { self[$0.id] }
  }
}

/// The table of one kind among those of all kinds.
protocol AnyRecordTable: AnyObject, Sendable {
  func record(_ id: String) -> (any Entity)?
  func label(_ id: String) -> String?
  func fullName(_ id: String) -> String?
  func namesake(_ id: String) -> RecordID?
  func document(of id: String) -> String?
  func joined(by later: [any AnyRecordTable]) -> any AnyRecordTable
  var published: (any AnyRecordTable)? { get }
  var withoutLookups: any AnyRecordTable { get }
  func isAtHome(_ document: String) -> Bool?
  func leavingOut(
    _ isLeftOut: (String) -> Bool, keeping homes: [String: [String: String]]
  ) -> any AnyRecordTable
}

/// Holds the table of a kind in its place among the others.
final class RecordTableBox<E: Entity>: AnyRecordTable {
  let table: RecordTable<E>

  init(_ table: RecordTable<E>) { self.table = table }

  func record(_ id: String) -> (any Entity)? { table[id] ?? E.builtIn[id] }

  func label(_ id: String) -> String? {
    // The record is asked where it lies: most of what it says is not wanted.
    guard let position = table.position(of: id) else { return E.builtIn[id]?.label }
    return table.elements[position].label
  }

  func fullName(_ id: String) -> String? { (table[id] ?? E.builtIn[id])?.fullName }

  func namesake(_ id: String) -> RecordID? { table[id]?.namesake }

  func isAtHome(_ document: String) -> Bool? { table.isAtHome(document) }

  func document(of id: String) -> String? {
    if let document = table.document(of: id) { return document }
    return table[id].flatMap { record in
      E.homes.lazy.compactMap { $0.document(for: record) }.first
    }
  }

  func joined(by later: [any AnyRecordTable]) -> any AnyRecordTable {
    let tables = later.compactMap { ($0 as? RecordTableBox<E>)?.table }.filter { !$0.all.isEmpty }
    switch tables.count {
    case 0:
      return table.positions.isEmpty && !table.all.isEmpty
        ? RecordTableBox(table.withLookups) : self
    case 1 where table.all.isEmpty: return RecordTableBox(tables[0].withLookups)
    default: return RecordTableBox(table.joined(by: tables))
    }
  }

  var withoutLookups: any AnyRecordTable {
    table.positions.isEmpty ? self : RecordTableBox(table.withoutLookups)
  }

  var published: (any AnyRecordTable)? { table.published.map { RecordTableBox($0) } }

  func leavingOut(
    _ isLeftOut: (String) -> Bool, keeping homes: [String: [String: String]]
  ) -> any AnyRecordTable {
    RecordTableBox(table.leavingOut(isLeftOut, keeping: homes[E.kind.name] ?? [:]))
  }
}
