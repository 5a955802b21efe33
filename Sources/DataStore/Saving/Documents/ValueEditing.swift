import JSONDocument
import Safeguarding

/// Spells a changed value in a file and leaves every byte of what did not change.
///
/// It goes down into records and lists as far as they are the same, so that keys that Masa does not know,
/// and the way in which a person laid the file out, stay.
struct ValueEditing {
  private(set) var document: JSONDocument
  /// Where the document stands in its file, where it is a part of one.
  private let place: JSONPath

  init(_ document: JSONDocument, at place: JSONPath = []) {
    self.document = document
    self.place = place
  }

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
        let name = JSONPath(place.steps + path.steps)
        throw ValueEditingError("\(name) holds something that cannot be read", present.location)
      }
      try writeElements(new, over: old, at: path)
    default:
      if !Self.strangers(in: present, beside: known).isEmpty {
        return try writeBesideStrangers(value, over: known, present, at: path)
      }
      try edit { document throws(JSONEditError) in
        try document.replacing(present, with: JSONLiteral(value))
      }
    }
  }

  /// The keys of an object that Masa does not know.
  private static func strangers(in present: JSONValue, beside known: StoredValue?) -> [String] {
    guard present.kind == .object, let known else { return [] }
    let names = Set(["when", "printed"] + (known.members ?? []).map(\.key))
    return present.members.map(\.key).filter { !names.contains($0) }
  }

  /// Makes an object say something that Masa would write without one, and leaves what it does not know.
  private mutating func writeBesideStrangers(
    _ value: StoredValue, over known: StoredValue?, _ present: JSONValue, at path: JSONPath
  ) throws(ValueEditingError) {
    guard case .record(let new)? = value.asObject, case .record(let old)? = known?.asObject else {
      let name = JSONPath(place.steps + path.steps)
      let keys = Self.strangers(in: present, beside: known).map { "\"\($0)\"" }
      throw ValueEditingError(
        "\(name) also holds \(keys.joined(separator: ", ")), which Masa does not know and which would "
          + "be lost", present.location)
    }
    // Words of the source that are no longer meant go, whether they were read or not.
    let oldKeys = old.map(\.key) + (present["printed"] == nil ? [] : ["printed"])
    try writeMembers(
      of: .record(new), new.map(\.key), over: .record(old), oldKeys.filter { present[$0] != nil },
      at: path)
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

  /// Changes a list element by element: first what is new goes in, then the others change or go.
  private mutating func writeElements(
    _ new: [StoredValue], over old: [StoredValue], at path: JSONPath
  ) throws(ValueEditingError) {
    let steps = ListSteps(from: old, to: new)
    /// Where each of the old elements stands once what is new is there.
    var positions = Array(old.indices)
    if !steps.insertions.isEmpty {
      // A removed element that returns elsewhere was moved: it keeps its own spelling.
      let places = Dictionary(
        zip(old, old.indices), uniquingKeysWith: { first, _ in first })
      let spellings = document.value(at: path).map { Array($0.elements) } ?? []
      func literal(_ value: StoredValue) -> JSONLiteral {
        let place = places[value]
        return place.map { spellings[$0].literal } ?? JSONLiteral(value)
      }
      try insert(
        steps.insertions.map {
          (position: $0.position, values: $0.indices.map { literal(new[$0]) })
        },
        into: path)
      var (added, next) = (0, steps.insertions[...])
      for position in old.indices {
        while let insertion = next.first, insertion.position <= position {
          added += insertion.indices.count
          next.removeFirst()
        }
        positions[position] += added
      }
    }
    guard let list = document.value(at: path) else { return }
    let elements = Array(list.elements)
    var splices: [JSONSplice] = []
    for (position, index) in steps.changes where new[index] != old[position] {
      let element = elements[positions[position]]
      let inner = JSONPath(place.steps + path.steps + [.index(position)])
      if let splice = try change(element, from: old[position], to: new[index], named: inner) {
        splices.append(splice)
      }
    }
    splices += try trying { () throws(JSONEditError) in
      try document.splices(
        removing: steps.removals.map { elements[positions[$0]] }, from: list)
    }
    try edit { document throws(JSONEditError) in try document.applying(splices) }
  }

  /// Makes an element say something else; nil where it does already.
  private func change(
    _ element: JSONValue, from old: StoredValue, to new: StoredValue, named name: JSONPath
  ) throws(ValueEditingError) -> JSONSplice? {
    if StoredValue(element) == new { return nil }
    switch (old, new, element.kind) {
    case (.record(let members), .record, .object) where !members.isEmpty: break
    case (_, _, .object) where !Self.strangers(in: element, beside: old).isEmpty: break
    case (.list, .list, .array): break
    default:
      return try trying { () throws(JSONEditError) in
        try document.splice(replacing: element, with: JSONLiteral(new))
      }
    }
    var part = ValueEditing(
      try trying { () throws(JSONEditError) in try document.excerpt(of: element) }, at: name)
    do throws(ValueEditingError) {
      try part.write(new, over: old, at: [])
    } catch {
      throw error.behind(line: element.location.line)
    }
    return try trying { () throws(JSONEditError) in
      try document.splice(replacing: element, withExcerpt: part.document)
    }
  }

  /// Puts runs of new elements before the old ones at their positions.
  private mutating func insert(
    _ runs: [(position: Int, values: [JSONLiteral])], into path: JSONPath
  ) throws(ValueEditingError) {
    guard var list = document.value(at: path) else { return }
    var runs = runs
    if list.isEmptyContainer, let first = runs[0].values.first {
      try edit { document throws(JSONEditError) in
        try document.inserting(first, into: list, at: 0)
      }
      guard let filled = document.value(at: path) else { return }
      list = filled
      runs[0] = (1, Array(runs[0].values.dropFirst()))
      if runs[0].values.isEmpty { return }
    }
    var splices: [JSONSplice] = []
    for (position, values) in runs {
      splices.append(
        try trying { () throws(JSONEditError) in
          try document.splice(inserting: values, into: list, at: position)
        })
    }
    try edit { document throws(JSONEditError) in try document.applying(splices) }
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
    document = try trying { () throws(JSONEditError) in try change(document) }
  }

  private func trying<Answer>(
    _ work: () throws(JSONEditError) -> Answer
  ) throws(ValueEditingError) -> Answer {
    do throws(JSONEditError) {
      return try work()
    } catch {
      throw ValueEditingError(error.message, error.location)
    }
  }
}

/// Why a value could not be spelled in a file; the file is as it was.
struct ValueEditingError: Error {
  let reason: String
  /// The line of the document; nil where there is none.
  let line: Int?

  init(_ reason: String, _ location: JSONLocation?) {
    self.init(reason, line: location?.line)
  }

  private init(_ reason: String, line: Int?) { (self.reason, self.line) = (reason, line) }

  /// The same in the file that the document is a part of, from a line of it on.
  func behind(line first: Int) -> ValueEditingError {
    ValueEditingError(reason, line: line.map { $0 + first - 1 })
  }
}

extension StoredValue {
  /// The object that says the same, or nil where there is none.
  ///
  /// A date stands in it as `when`.
  fileprivate var asObject: StoredValue? {
    switch self {
    case .record: self
    case .text: .record([StoredValue.Member("when", self)])
    case .boolean, .number, .list: nil
    }
  }
}
