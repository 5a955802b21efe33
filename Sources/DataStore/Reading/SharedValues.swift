import JSONDocument
import Safeguarding

/// What one file says again, or said before, so that it takes memory once.
///
/// A file that is read again is there twice, as it was and as it is: what says the same is one.
struct SharedValues {
  /// What the file gave when it was read before.
  private let earlier: Workspace?
  private var texts: JSONTextPool?
  /// Lists that were read a moment ago, by a number made of them.
  private var lists: [Int: any Sendable] = [:]

  private static let places = 1024
  /// Lists that are longer are hardly said twice.
  private static let longest = 8

  /// Shares what a file gave before and, in a large one, what it says again.
  init(earlier: Workspace? = nil, isLarge: Bool = false) {
    self.earlier = earlier
    texts = isLarge ? JSONTextPool() : nil
  }

  /// The text of a value; nil where it is none.
  mutating func text(of value: JSONValue) -> String? {
    texts == nil ? value.string : texts?.string(of: value)
  }

  /// A list, or the same one as it was read a moment ago.
  mutating func list<Value: FieldValue>(_ list: [Value]) -> [Value] {
    guard texts != nil, !list.isEmpty, list.count <= Self.longest else { return list }
    var hasher = Hasher()
    hasher.combine(ObjectIdentifier(Value.self))
    hasher.combine(list)
    let place = hasher.finalize() & (Self.places - 1)
    if let known = lists[place] as? [Value], known == list { return known }
    lists[place] = list
    return list
  }

  /// What gives, for a record that says what it said before, that one; nil where there is none.
  func records<Value: FieldValue>(_ type: Value.Type) -> ((Value) -> Value)? {
    guard let earlier, let entity = type as? any Entity.Type else { return nil }
    func records<E: Entity>(_ type: E.Type) -> ((Value) -> Value)? {
      let table = earlier[E.self]
      if table.all.isEmpty { return nil }
      let positions = Dictionary(
        table.all.enumerated().map { ($0.element.id, $0.offset) },
        uniquingKeysWith: { first, _ in first })
      return { value in
        guard let new = value as? E, let old = positions[new.id].map({ table.all[$0] }), old == new
        else { return value }
        return old as? Value ?? value
      }
    }
    return records(entity)
  }
}

extension JSONTextPool {
  /// The text of a value; nil where it is none.
  fileprivate mutating func string(of value: JSONValue) -> String? {
    value.string(sharing: &self)
  }
}
