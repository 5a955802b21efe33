import JSONDocument
import Safeguarding

/// The elements of a list in a file while they are changed: nothing is spelled until all changes are known.
struct RecordList {
  /// An id, compared byte by byte.
  private struct ExactID: Hashable {
    let text: String

    static func == (one: ExactID, other: ExactID) -> Bool {
      one.text.utf8.elementsEqual(other.text.utf8)
    }

    func hash(into hasher: inout Hasher) {
      var text = text
      text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
  }

  /// Where a record stands.
  enum Place {
    case element(Int)
    case added(Int)
  }

  /// The elements that stand in the file.
  let elements: [JSONValue]
  private let array: JSONValue?
  private var places: [ExactID: Place] = [:]
  /// The ids that several elements have.
  private var repeated: Set<ExactID> = []
  /// What became of elements, each as a small document of its own.
  private var changed: [Int: JSONDocument] = [:]
  private var removed: Set<Int> = []
  private var added: [Added] = []

  /// A new record: as it came, or as a small document once it was asked for.
  private enum Added {
    case value(StoredValue)
    case document(JSONDocument)
  }

  init(_ array: JSONValue?) {
    self.array = array
    elements = array.map { Array($0.elements) } ?? []
    places.reserveCapacity(elements.count)
    for (position, element) in elements.enumerated() {
      guard let id = element["id"]?.string else { continue }
      let exact = ExactID(text: id)
      if places[exact] == nil { places[exact] = .element(position) } else { repeated.insert(exact) }
    }
  }

  /// Whether another record can be put at the end without spelling what was changed before.
  var takesMore: Bool { !elements.isEmpty && removed.isEmpty }
  /// Whether an element can be taken out without spelling what was changed before.
  var givesAway: Bool { added.isEmpty }

  /// How many records there are by now.
  var count: Int { elements.count - removed.count + added.count }

  func place(of id: String) -> Place? { places[ExactID(text: id)] }

  /// The record at a place as it is by now.
  func value(at place: Place, in document: JSONDocument) throws(JSONEditError) -> JSONValue? {
    switch place {
    case .element(let position): changed[position]?.root ?? elements[position]
    case .added(let position): try excerpt(ofAdded: position, in: document)?.root
    }
  }

  /// The record at a place as a small document.
  func excerpt(at place: Place, of document: JSONDocument) throws(JSONEditError) -> JSONDocument? {
    switch place {
    case .element(let position):
      if let known = changed[position] { return known }
      return try document.excerpt(of: elements[position])
    case .added(let position): return try excerpt(ofAdded: position, in: document)
    }
  }

  private func excerpt(
    ofAdded position: Int, in document: JSONDocument
  ) throws(JSONEditError) -> JSONDocument? {
    switch added[position] {
    case .document(let document): document
    case .value(let value): try excerpt(of: value, in: document)
    }
  }

  private func excerpt(
    of value: StoredValue, in document: JSONDocument
  ) throws(JSONEditError) -> JSONDocument? {
    guard let array, let last = elements.last else { return nil }
    return try document.excerpt(of: JSONLiteral(value), behind: last, in: array)
  }

  /// Puts what became of a record in its place.
  mutating func put(_ excerpt: JSONDocument, at place: Place) {
    switch place {
    case .element(let position): changed[position] = excerpt
    case .added(let position): added[position] = .document(excerpt)
    }
  }

  /// Puts a new record at the end of a list that ``takesMore``.
  ///
  /// Very many records that are as plain as values are take no small document each. Whether another one can be
  /// written is found out now.
  mutating func append(
    _ value: StoredValue, _ id: String, in document: JSONDocument
  ) throws(JSONEditError) {
    if value.isPlainRecord {
      added.append(.value(value))
    } else if let excerpt = try excerpt(of: value, in: document) {
      added.append(.document(excerpt))
    } else {
      return
    }
    places[ExactID(text: id)] = .added(added.count - 1)
  }

  /// Takes an element out of a list that ``givesAway``; answers whether others have the same id.
  mutating func remove(_ position: Int, _ id: String) -> Bool {
    removed.insert(position)
    changed[position] = nil
    places[ExactID(text: id)] = nil
    return repeated.contains(ExactID(text: id))
  }

  /// What all changes come to in the file.
  func splices(in document: JSONDocument) throws(JSONEditError) -> [JSONSplice] {
    guard let array else { return [] }
    var splices: [JSONSplice] = []
    for (position, excerpt) in changed {
      splices.append(try document.splice(replacing: elements[position], withExcerpt: excerpt))
    }
    if !removed.isEmpty {
      splices += try document.splices(
        removing: removed.sorted().map { elements[$0] }, from: array)
    }
    if let last = elements.last, !added.isEmpty {
      splices.append(
        try document.splice(appending: added, behind: last, in: array) { added in
          switch added {
          case .value(let value): .object(JSONLiteral(value))
          case .document(let document): .excerpt(document)
          }
        })
    }
    return splices
  }
}

extension StoredValue {
  /// Whether it is a record of a few fields, each once, with hardly anything in them.
  fileprivate var isPlainRecord: Bool {
    guard let members, members.count <= 24 else { return false }
    for (number, member) in members.enumerated() {
      if members[..<number].contains(where: { $0.key == member.key }) { return false }
      switch member.value {
      case .text, .number, .boolean: continue
      case .list(let elements):
        for element in elements where !element.isPlainElement { return false }
      case .record: return false
      }
    }
    return true
  }

  private var isPlainElement: Bool {
    switch self {
    case .text, .number, .boolean: true
    case .list: false
    case .record(let members):
      members.count <= 24
        && members.allSatisfy { $0.value.elements == nil && $0.value.members == nil }
        && Set(members.map(\.key)).count == members.count
    }
  }
}
