import JSONDocument
import Safeguarding

/// Spells a changed value in a file and leaves every byte of what did not change.
///
/// It goes down into records and lists as far as they are the same, so that keys that Masa does not know,
/// and the way in which a person laid the file out, stay.
struct ValueEditing {
  private(set) var document: JSONDocument

  init(_ document: JSONDocument) { self.document = document }

  /// Makes a value say something else.
  ///
  /// - Parameters:
  ///   - value: What shall stand there; nil for nothing.
  ///   - known: What Masa reads there now: a key that is not in it is none of its business.
  ///   - path: Where the value stands, or shall stand; the object around it must be there.
  ///   - order: The keys of the object around it in their usual order.
  /// - Throws: ``ValueEditingError`` when it cannot be spelled there; the document is as it was.
  mutating func write(
    _ value: StoredValue?, over known: StoredValue?, at path: JSONPath, order: [String] = []
  ) throws(ValueEditingError) {
    guard value != known else { return }
    guard let value else { return try remove(at: path) }
    guard let present = document.value(at: path) else {
      return try insert(value, at: path, order: order)
    }
    if StoredValue(present) == value { return }
    switch (known, value, present.kind) {
    case (.record(let old)?, .record(let new), .object) where !old.isEmpty:
      try writeMembers(of: value, new.map(\.key), over: known, old.map(\.key), at: path)
    case (.list(let old)?, .list(let new), .array):
      // What cannot be read would be lost if the list were written anew.
      guard old.count == present.count else {
        throw ValueEditingError("\(path) holds something that cannot be read", present.location)
      }
      try writeElements(new, over: old, at: path)
    default:
      try edit { document throws(JSONEditError) in
        try document.replacing(present, with: JSONLiteral(value))
      }
    }
  }

  private mutating func writeMembers(
    of value: StoredValue, _ keys: [String], over known: StoredValue?, _ oldKeys: [String],
    at path: JSONPath
  ) throws(ValueEditingError) {
    for key in oldKeys where !keys.contains(key) { try remove(at: path.appending(.key(key))) }
    for key in keys {
      try write(value[key], over: known?[key], at: path.appending(.key(key)), order: keys)
    }
  }

  /// Changes a list element by element, from its end so that positions stay true.
  private mutating func writeElements(
    _ new: [StoredValue], over old: [StoredValue], at path: JSONPath
  ) throws(ValueEditingError) {
    // A removed element that returns elsewhere was moved: it keeps its own spelling.
    let spellings = (document.value(at: path)?.elements.map(\.literal)) ?? []
    for step in ListSteps.steps(from: old, to: new).reversed() {
      switch step {
      case .change(let position, let index):
        try write(new[index], over: old[position], at: path.appending(.index(position)))
      case .remove(let position): try remove(at: path.appending(.index(position)))
      case .insert(let position, let index):
        guard let list = document.value(at: path) else { continue }
        let moved = old.firstIndex(of: new[index]).flatMap {
          spellings.indices.contains($0) ? spellings[$0] : nil
        }
        try edit { document throws(JSONEditError) in
          try document.inserting(moved ?? JSONLiteral(new[index]), into: list, at: position)
        }
      }
    }
  }

  /// Puts a value at the end of a list.
  mutating func append(_ value: StoredValue, at path: JSONPath) throws(ValueEditingError) {
    guard let list = document.value(at: path) else { return }
    try edit { document throws(JSONEditError) in
      try document.appending(JSONLiteral(value), to: list)
    }
  }

  private mutating func insert(
    _ value: StoredValue, at path: JSONPath, order: [String]
  ) throws(ValueEditingError) {
    var holder = path
    guard case .key(let key)? = holder.steps.popLast(), let object = document.value(at: holder)
    else { return }
    let before = order.prefix { $0 != key }
    let sibling = before.reversed().lazy.compactMap { object.member($0) }.first
    let neighbour = sibling ?? lastOwn(of: object)
    try edit { document throws(JSONEditError) in
      try document.inserting(key: key, JSONLiteral(value), into: object, after: neighbour)
    }
  }

  /// The last member of an object, not counting the stamp that stands at the end of a file.
  private func lastOwn(of object: JSONValue) -> JSONMember? {
    var last: JSONMember?
    for member in object.members where !member.hasKey(DocumentStamp.key) { last = member }
    return last
  }

  private mutating func remove(at path: JSONPath) throws(ValueEditingError) {
    guard let present = document.value(at: path) else { return }
    try edit { document throws(JSONEditError) in try document.removing(present) }
  }

  private mutating func edit(
    _ change: (JSONDocument) throws(JSONEditError) -> JSONDocument
  ) throws(ValueEditingError) {
    do throws(JSONEditError) {
      document = try change(document)
    } catch {
      throw ValueEditingError(error.message, error.location)
    }
  }
}

/// Why a value could not be spelled in a file; the file is as it was.
struct ValueEditingError: Error {
  let reason: String
  let location: JSONLocation?

  init(_ reason: String, _ location: JSONLocation?) {
    self.reason = reason
    self.location = location
  }
}

/// How one list becomes another: positions count in the old list, indices in the new one.
private enum ListSteps {
  enum Step {
    case change(position: Int, index: Int)
    case remove(position: Int)
    /// Puts a new element before the old one at a position.
    case insert(position: Int, index: Int)
  }

  /// The steps in the order of the list.
  static func steps(from old: [StoredValue], to new: [StoredValue]) -> [Step] {
    var start = 0
    while start < min(old.count, new.count), old[start] == new[start] { start += 1 }
    var end = 0
    while end < min(old.count, new.count) - start,
      old[old.count - 1 - end] == new[new.count - 1 - end]
    {
      end += 1
    }
    let common = longestCommon(old[start..<old.count - end], new[start..<new.count - end])
    var steps: [Step] = []
    var (position, index) = (start, start)
    for (nextPosition, nextIndex) in common + [(old.count - end, new.count - end)] {
      steps += gap(position..<nextPosition, index..<nextIndex)
      (position, index) = (nextPosition + 1, nextIndex + 1)
    }
    return steps
  }

  private static func gap(_ positions: Range<Int>, _ indices: Range<Int>) -> [Step] {
    if positions.count == indices.count {
      return zip(positions, indices).map { .change(position: $0, index: $1) }
    }
    return positions.map { .remove(position: $0) }
      + indices.map { .insert(position: positions.upperBound, index: $0) }
  }

  /// The pairs of equal elements of a longest common subsequence.
  private static func longestCommon(
    _ old: ArraySlice<StoredValue>, _ new: ArraySlice<StoredValue>
  ) -> [(Int, Int)] {
    guard !old.isEmpty, !new.isEmpty, old.count * new.count <= 1_000_000 else { return [] }
    let width = new.count + 1
    var lengths = [Int](repeating: 0, count: (old.count + 1) * width)
    for i in (0..<old.count).reversed() {
      for j in (0..<new.count).reversed() {
        let isSame = old[old.startIndex + i] == new[new.startIndex + j]
        lengths[i * width + j] =
          isSame
          ? lengths[(i + 1) * width + j + 1] + 1
          : max(lengths[(i + 1) * width + j], lengths[i * width + j + 1])
      }
    }
    var pairs: [(Int, Int)] = []
    var (i, j) = (0, 0)
    while i < old.count, j < new.count {
      if old[old.startIndex + i] == new[new.startIndex + j] {
        pairs.append((old.startIndex + i, new.startIndex + j))
        i += 1
        j += 1
      } else if lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
        i += 1
      } else {
        j += 1
      }
    }
    return pairs
  }
}
