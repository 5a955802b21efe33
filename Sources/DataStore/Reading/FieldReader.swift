import JSONDocument
import Safeguarding

/// Fills the fields of one record from the members of a JSON object.
///
/// Files mostly keep the order of the declaration, so the reader first walks both in step. Only
/// when something is left over does a second walk look for each field anywhere in the object.
struct FieldReader: FieldVisitor {
  /// The bytes the object is written in.
  private let range: Range<Int>
  private let kind: RecordKind
  private let context: ReadingContext
  /// Stands behind ``next``.
  private var cursor: JSONMembers.Iterator
  /// The first member that no field has taken in the first walk.
  private var next: JSONMember?
  /// The object in the second walk.
  private var searched: JSONValue?
  private var position = 0
  /// A bit for each field that has been found, by its position in the declaration.
  private var found: UInt64 = 0
  private var lacksRequired = false
  private var from: ImpreciseDate?
  private var to: (date: ImpreciseDate, offset: Int)?

  @inline(__always)
  init(object: JSONValue, kind: RecordKind, context: ReadingContext) {
    range = object.byteRange
    self.kind = kind
    self.context = context
    var cursor = object.members.makeIterator()
    next = cursor.next()
    self.cursor = cursor
  }

  /// Whether the first walk has found every member and every required field.
  var isDone: Bool { next == nil && !lacksRequired }

  /// Begins the second walk.
  mutating func searchForTheRest(of object: JSONValue) {
    searched = object
    position = 0
  }

  mutating func visit<Value: FieldValue>(
    _ name: StaticString, _ value: inout Value, _ presence: Presence, _ help: StaticString
  ) {
    guard let written = member(name, presence, help) else { return }
    guard let read = Value.read(from: JSONSource(value: written, context: context)) else { return }
    value = read
    note(name, value, at: written)
  }

  /// Reports what concerns the record as a whole: its dates, and keys that no field has.
  func finish<R: Record>(_ type: R.Type) {
    checkDates()
    guard let object = searched, found.nonzeroBitCount < object.count else { return }
    let known = RecordShape(type).fields.map(\.name)
    for member in object.members
    where !known.contains(member.key) && !member.hasKey(DocumentStamp.key) {
      context.report(
        .warning, at: member.keyByteRange.lowerBound,
        "\(kind.title): the field \"\(member.key)\" is not known; it is kept but not shown.",
        hint: hint(for: member.key, "Known fields", known))
    }
  }

  private mutating func member(
    _ name: StaticString, _ presence: Presence, _ help: StaticString
  ) -> JSONValue? {
    let bit: UInt64 = 1 << position
    position += 1
    if let searched {
      return found & bit == 0 ? search(searched, for: name, bit, presence, help) : nil
    }
    guard next?.hasKey(name) == true, let member = next.take() else {
      if presence == .required { lacksRequired = true }
      return nil
    }
    found |= bit
    next = cursor.next()
    return member.value
  }

  private mutating func search(
    _ object: JSONValue, for name: StaticString, _ bit: UInt64, _ presence: Presence,
    _ help: StaticString
  ) -> JSONValue? {
    for member in object.members where member.hasKey(name) {
      found |= bit
      return member.value
    }
    if presence == .required {
      context.report(
        at: range.lowerBound, "\(kind.title): the field \"\(name)\" is missing.",
        hint: "Add \"\(name)\": \(help)")
    }
    return nil
  }

  /// Keeps what concerns the meaning of the record rather than its spelling: its id and its dates.
  private mutating func note<Value: FieldValue>(
    _ name: StaticString, _ value: Value, at written: JSONValue
  ) {
    if Value.self == String.self {
      guard name.utf8CodeUnitCount == 2, name.utf8Start.pointee == 0x69,  // id
        let id = value as? String
      else { return }
      let offset = written.byteRange.lowerBound
      if id.isEmpty {
        context.report(at: offset, "The id is empty.", hint: "Give the record a short id.")
      }
      context.declare(kind, id: id, at: offset, in: range)
    } else if Value.self == ImpreciseDate?.self {
      switch (name.utf8CodeUnitCount, name.utf8Start.pointee) {
      case (4, 0x66):  // from
        from = value as? ImpreciseDate
      case (2, 0x74):  // to
        to = (value as? ImpreciseDate).map { ($0, written.byteRange.lowerBound) }
      default: break
      }
    }
  }

  private func checkDates() {
    guard let to, let from, let last = to.date.last, let first = from.first, last < first else {
      return
    }
    context.report(
      at: to.offset,
      "\(kind.title): it ends (\(to.date.short)) before it begins (\(from.short)).",
      hint: "Check \"from\" and \"to\".")
  }
}
