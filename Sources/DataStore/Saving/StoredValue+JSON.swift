package import JSONDocument
package import Safeguarding

extension JSONLiteral {
  /// The value as JSON writes it; numbers keep their spelling.
  package init(_ value: StoredValue) {
    switch value {
    case .boolean(let value): self = .boolean(value)
    case .number(let spelling):
      self = JSONNumber(spelling: spelling).map(JSONLiteral.number) ?? .string(spelling)
    case .text(let text): self = .string(text)
    case .list(let elements): self = .array(elements.map { JSONLiteral($0) })
    case .record(let members):
      self = .object(members.map { Member($0.key, JSONLiteral($0.value)) })
    }
  }
}

extension StoredValue {
  /// The value that stands in a file; nil for `null`, which says no more than nothing does.
  package init?(_ value: JSONValue) {
    switch value.kind {
    case .null: return nil
    case .boolean: self = .boolean(value.boolean ?? false)
    case .number: self = .number(value.spelling)
    case .string: self = .text(value.string ?? "")
    case .array: self = .list(value.elements.compactMap { StoredValue($0) })
    case .object:
      self = .record(
        value.members.compactMap { member in
          StoredValue(member.value).map { Member(member.key, $0) }
        })
    }
  }
}
