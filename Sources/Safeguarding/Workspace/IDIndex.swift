/// Finds records by their ids, of which it keeps none: an id is read where its record stands.
///
/// Very many records are found in two or three bytes each beyond their own, where a dictionary of their ids takes
/// ten times as much.
@usableFromInline
package struct IDIndex: Sendable {
  /// The numbers of records, from one on, in the places that their ids come to; 0 where there is none.
  @usableFromInline
  var slots: [UInt32] = []
  /// How many records are found.
  public private(set) var count = 0

  /// Finds nothing yet.
  @usableFromInline
  package init() {}

  /// Whether it finds nothing.
  @inlinable
  package var isEmpty: Bool { count == 0 }

  /// Makes room for so many records; it is told which id each has that is found already.
  @inlinable
  package mutating func reserve(_ wanted: Int, id: (Int) -> String) {
    guard wanted * 4 > slots.count * 3 else { return }
    var size = max(8, slots.count)
    while wanted * 4 > size * 3 { size *= 2 }
    let old = slots
    slots = [UInt32](repeating: 0, count: size)
    for number in old where number != 0 {
      var place = start(of: id(Int(number) - 1))
      while slots[place] != 0 { place = next(place) }
      slots[place] = number
    }
  }

  /// Notes the number of a record by its id; answers the number of the one that has the id already.
  @inlinable
  package mutating func add(_ text: String, at number: Int, id: (Int) -> String) -> Int? {
    reserve(count + 1, id: id)
    var place = start(of: text)
    while slots[place] != 0 {
      let other = Int(slots[place]) - 1
      if id(other) == text { return other }
      place = next(place)
    }
    slots[place] = UInt32(truncatingIfNeeded: number + 1)
    noteOneMore()
    return nil
  }

  /// The number of the record with an id; nil where there is none.
  @inlinable
  package func number(of text: String, id: (Int) -> String) -> Int? {
    if slots.isEmpty { return nil }
    var place = start(of: text)
    while slots[place] != 0 {
      let number = Int(slots[place]) - 1
      if id(number) == text { return number }
      place = next(place)
    }
    return nil
  }

  /// The numbers of all records, in no order.
  @inlinable
  package var numbers: [Int] { slots.compactMap { $0 == 0 ? nil : Int($0) - 1 } }

  @usableFromInline
  mutating func noteOneMore() { count += 1 }

  /// Where an id is looked for first: the places are a power of two.
  @inlinable
  func start(of text: String) -> Int { text.hashValue & (slots.count - 1) }

  @inlinable
  func next(_ place: Int) -> Int { (place + 1) & (slots.count - 1) }
}
