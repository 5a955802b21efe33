import Safeguarding

/// The ids by which the records of a file name others: each id once, and where it stands.
///
/// Files name the same few records very often, so a place takes eight bytes.
struct Mentions: Sendable {
  /// An id by which a record names another one.
  struct Mention {
    let kind: RecordKind
    let id: String
    let offset: Int
  }

  /// A record that is named.
  struct Named: Hashable, Sendable {
    let kind: RecordKind
    let id: String

    func hash(into hasher: inout Hasher) { hasher.combine(id) }
  }

  /// The records that are named, in the order in which each was named first.
  private(set) var named: [Named] = []
  private var numbers: [Named: UInt32] = [:]
  private var places: [(name: UInt32, offset: UInt32)] = []
  /// What was named a moment ago.
  private var recent: [UInt32] = []

  /// Notes that a record is named.
  mutating func add(_ kind: RecordKind, _ id: String, at offset: Int) {
    places.append((number(of: Named(kind: kind, id: id)), UInt32(clamping: offset)))
  }

  private mutating func number(of new: Named) -> UInt32 {
    for number in recent where named[Int(number)] == new { return number }
    let number: UInt32
    if let known = numbers[new] {
      number = known
    } else {
      number = UInt32(clamping: named.count)
      numbers[new] = number
      named.append(new)
    }
    if recent.count == Self.recentCount { recent.removeFirst() }
    recent.append(number)
    return number
  }

  private static let recentCount = 4

  /// Every place where one of some records is named, in their order.
  func all(of names: Set<Int>) -> some Sequence<Mention> {
    places.lazy.filter { names.contains(Int($0.name)) }.map { place in
      let named = named[Int(place.name)]
      return Mention(kind: named.kind, id: named.id, offset: Int(place.offset))
    }
  }

  /// The places, by their bytes.
  var offsets: some Sequence<Int> { places.lazy.map { Int($0.offset) } }

  /// Keeps what was noted in as little memory as it takes; nothing more is noted.
  mutating func keep() {
    (numbers, recent) = ([:], [])
    named = named.map(\.self)
    places = places.map(\.self)
  }
}
