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
      for byte in text.utf8 { hasher.combine(byte) }
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
  private var added: [JSONDocument] = []

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
  func value(at place: Place) -> JSONValue {
    switch place {
    case .element(let position): changed[position]?.root ?? elements[position]
    case .added(let position): added[position].root
    }
  }

  /// The record at a place as a small document.
  func excerpt(at place: Place, of document: JSONDocument) throws(JSONEditError) -> JSONDocument {
    switch place {
    case .element(let position):
      if let known = changed[position] { return known }
      return try document.excerpt(of: elements[position])
    case .added(let position): return added[position]
    }
  }

  /// Puts what became of a record in its place.
  mutating func put(_ excerpt: JSONDocument, at place: Place) {
    switch place {
    case .element(let position): changed[position] = excerpt
    case .added(let position): added[position] = excerpt
    }
  }

  /// Puts a new record at the end of a list that ``takesMore``.
  mutating func append(
    _ value: StoredValue, _ id: String, in document: JSONDocument
  ) throws(JSONEditError) {
    guard let array, let last = elements.last else { return }
    added.append(try document.excerpt(of: JSONLiteral(value), behind: last, in: array))
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
      splices.append(try document.splice(appendingExcerpts: added, behind: last, in: array))
    }
    return splices
  }
}
