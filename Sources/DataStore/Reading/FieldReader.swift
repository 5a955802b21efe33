import JSONDocument
import Safeguarding

/// Fills the fields of one record from the members of a JSON object.
struct FieldReader: FieldVisitor {
  private let object: JSONValue
  private let kind: RecordKind
  private let context: ReadingContext
  /// Stands behind the member read last: files mostly keep the order of the declaration.
  private var cursor: JSONMembers.Iterator
  private var found = 0
  private var from: FuzzyDate?

  init(object: JSONValue, kind: RecordKind, context: ReadingContext) {
    self.object = object
    self.kind = kind
    self.context = context
    cursor = object.members.makeIterator()
  }

  mutating func visit<Value: FieldValue>(
    _ name: StaticString, _ value: inout Value, _ presence: Presence, _ help: StaticString
  ) {
    guard let member = member(name) else {
      if presence == .required {
        context.report(
          at: object.byteRange.lowerBound, "\(kind.title): the field \"\(name)\" is missing.",
          hint: "Add \"\(name)\": \(help)")
      }
      return
    }
    found += 1
    let source = JSONSource(value: member.value, context: context)
    guard let read = Value.read(from: source) else { return }
    value = read
    check(name, value, at: member.value.byteRange.lowerBound)
  }

  /// Warns about keys that no field of the record has.
  func finish<R: Record>(_ type: R.Type) {
    if found == object.count { return }
    let known = RecordShape(type).fields.map(\.name)
    for member in object.members where !known.contains(member.key) {
      let suggestion = nearest(to: member.key, among: known).map { "Did you mean \"\($0)\"? " }
      context.report(
        .warning, at: member.keyByteRange.lowerBound,
        "\(kind.title): the field \"\(member.key)\" is not known; it is kept but not shown.",
        hint: (suggestion ?? "") + "Known fields: \(known.joined(separator: ", ")).")
    }
  }

  private mutating func member(_ name: StaticString) -> JSONMember? {
    var ahead = cursor
    if let next = ahead.next(), next.hasKey(name) {
      cursor = ahead
      return next
    }
    var members = object.members.makeIterator()
    while let member = members.next() {
      if member.hasKey(name) {
        cursor = members
        return member
      }
    }
    return nil
  }

  /// Checks what concerns the meaning of a field rather than its spelling.
  private mutating func check<Value: FieldValue>(
    _ name: StaticString, _ value: Value, at offset: Int
  ) {
    switch (name.utf8CodeUnitCount, name.utf8Start.pointee) {
    case (2, 0x69):  // id
      guard let id = value as? String else { return }
      if id.isEmpty {
        context.report(at: offset, "The id is empty.", hint: "Give the record a short id.")
      }
      context.declare(kind, id: id, at: offset)
    case (4, 0x66):  // from
      from = value as? FuzzyDate
    case (2, 0x74):  // to
      guard let to = value as? FuzzyDate, let last = to.last, let first = from?.first,
        last < first
      else { return }
      context.report(
        at: offset, "\(kind.title): it ends (\(to.short)) before it begins (\(first.short)).",
        hint: "Check \"from\" and \"to\".")
    default: break
    }
  }
}
