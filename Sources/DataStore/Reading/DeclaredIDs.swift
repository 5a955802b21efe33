import Safeguarding

/// The ids that records of every kind give themselves, with where each was first seen.
struct DeclaredIDs: Sendable {
  /// Where an id stands: the position of its file among those read, and the byte in it.
  struct Place: Sendable {
    private let fileNumber: Int32
    private let byte: UInt32

    init(file: Int, offset: Int) {
      (fileNumber, byte) = (Int32(clamping: file), UInt32(clamping: offset))
    }

    var file: Int { Int(fileNumber) }
    var offset: Int { Int(byte) }

    /// The place of what stands in for a file that cannot be read.
    fileprivate static let nowhere = Place(file: -1, offset: 0)
    fileprivate var isNowhere: Bool { fileNumber < 0 }
  }

  /// What has an id already.
  enum Earlier: Sendable {
    /// A record that stands in for a file which cannot be read.
    case standIn
    /// A record at a place.
    case place(Place)
  }

  private var kinds: [RecordKind] = []
  private var places: [[String: Place]] = []
  /// The id of each kind that was looked up last: files name the same record many times in a row.
  private var lastFound: [String?] = []

  /// Notes an id and answers what has it already, if anything has.
  mutating func add(_ kind: RecordKind, _ id: String, at place: Place) -> Earlier? {
    let slot = slot(of: kind) ?? addSlot(kind)
    if let first = places[slot][id] { return first.isNowhere ? .standIn : .place(first) }
    places[slot][id] = place
    return nil
  }

  /// Notes the id of a record that stands in for a file which cannot be read.
  mutating func addStandIn(_ kind: RecordKind, _ id: String) {
    let slot = slot(of: kind) ?? addSlot(kind)
    if places[slot][id] == nil { places[slot][id] = .nowhere }
  }

  /// Notes the stand-ins that others have noted; the places of ids come when all files are read.
  mutating func join(_ others: DeclaredIDs) {
    for (kind, places) in zip(others.kinds, others.places) {
      for id in places.keys { addStandIn(kind, id) }
    }
  }

  /// Whether there is a record of a kind with an id.
  mutating func contains(_ kind: RecordKind, _ id: String) -> Bool {
    guard let slot = slot(of: kind) else { return false }
    if lastFound[slot] == id { return true }
    guard places[slot][id] != nil else { return false }
    lastFound[slot] = id
    return true
  }

  /// How many ids of a kind there are.
  func count(of kind: RecordKind) -> Int { slot(of: kind).map { places[$0].count } ?? 0 }

  /// Every id of a kind, in the order of the alphabet.
  func ids(of kind: RecordKind) -> [String] {
    slot(of: kind).map { places[$0].keys.sorted() } ?? []
  }

  private func slot(of kind: RecordKind) -> Int? { kinds.firstIndex(of: kind) }

  private mutating func addSlot(_ kind: RecordKind) -> Int {
    kinds.append(kind)
    places.append([:])
    lastFound.append(nil)
    return kinds.count - 1
  }
}
