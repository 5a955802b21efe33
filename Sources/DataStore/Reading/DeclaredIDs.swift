import Safeguarding

/// The ids that records of every kind give themselves, with where each was first seen.
///
/// The ids stand in what was read of the files, and are not kept a second time.
struct DeclaredIDs: Sendable {
  /// Where an id stands: the position of its file among those read, and of its record in it.
  struct Place: Sendable {
    let file: Int
    let frame: Int
  }

  /// What has an id already.
  enum Earlier: Sendable {
    /// A record that stands in for a file which cannot be read.
    case standIn
    /// A record at a place.
    case place(Place)
  }

  /// The ids of one kind.
  private struct Kind: Sendable {
    let kind: RecordKind
    /// The records that were read, each numbered among all of them.
    var read = IDIndex()
    /// The ids of what stands in for files that cannot be read.
    var standIns: Set<String> = []
    /// The id that was looked up last: files name the same record many times in a row.
    var lastFound: String?
  }

  private var kinds: [Kind] = []
  private var files: [ReadingContext] = []
  /// The number of the first record of each file.
  private var starts: [Int] = []

  /// The files that have been read, before any id of them is noted.
  ///
  /// Later they may be given again as they were read anew, where they declare the same ids in the same places.
  mutating func look(in files: [ReadingContext]) {
    self.files = files
    var (starts, count): ([Int], Int) = ([], 0)
    for file in files {
      starts.append(count)
      count += file.frames.count
    }
    self.starts = starts
  }

  /// Notes an id and answers what has it already, if anything has.
  mutating func add(_ kind: RecordKind, _ id: String, at place: Place) -> Earlier? {
    let slot = slot(of: kind) ?? addSlot(kind)
    if kinds[slot].standIns.contains(id) { return .standIn }
    let (files, starts) = (files, starts)
    let first = kinds[slot].read.add(id, at: starts[place.file] + place.frame) { number in
      Self.id(number, files, starts)
    }
    return first.map { .place(Self.place(of: $0, starts)) }
  }

  /// Notes the id of a record that stands in for a file which cannot be read.
  mutating func addStandIn(_ kind: RecordKind, _ id: String) {
    let slot = slot(of: kind) ?? addSlot(kind)
    kinds[slot].standIns.insert(id)
  }

  /// Notes the stand-ins that others have noted; the places of ids come when all files are read.
  mutating func join(_ others: DeclaredIDs) {
    for other in others.kinds {
      for id in other.standIns { addStandIn(other.kind, id) }
    }
  }

  /// Whether there is a record of a kind with an id.
  mutating func contains(_ kind: RecordKind, _ id: String) -> Bool {
    guard let slot = slot(of: kind) else { return false }
    if kinds[slot].lastFound == id { return true }
    guard
      kinds[slot].standIns.contains(id)
        || kinds[slot].read.number(of: id, id: { Self.id($0, files, starts) }) != nil
    else { return false }
    kinds[slot].lastFound = id
    return true
  }

  /// How many ids of a kind there are.
  func count(of kind: RecordKind) -> Int {
    slot(of: kind).map { kinds[$0].read.count + kinds[$0].standIns.count } ?? 0
  }

  /// Every id of a kind, in the order of the alphabet.
  func ids(of kind: RecordKind) -> [String] {
    guard let slot = slot(of: kind) else { return [] }
    return (kinds[slot].read.numbers.map { Self.id($0, files, starts) } + kinds[slot].standIns)
      .sorted()
  }

  private func slot(of kind: RecordKind) -> Int? { kinds.firstIndex { $0.kind == kind } }

  private mutating func addSlot(_ kind: RecordKind) -> Int {
    kinds.append(Kind(kind: kind))
    return kinds.count - 1
  }

  private static func place(of number: Int, _ starts: [Int]) -> Place {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= number { low = middle + 1 } else { high = middle }
    }
    return Place(file: low - 1, frame: number - starts[low - 1])
  }

  private static func id(_ number: Int, _ files: [ReadingContext], _ starts: [Int]) -> String {
    let place = place(of: number, starts)
    let frames = files[place.file].frames
    // A file that is being read again has none any more.
    return place.frame < frames.count ? frames[place.frame].declared?.id ?? "" : ""
  }
}
