/// A value as a file holds it: what is saved, compared, merged, kept in the journal and undone.
///
/// Where there is no value, an optional says so: a field that is left out, `null` and a blank one are
/// the same. Texts are equal when their bytes are: two spellings of one letter are two texts.
public indirect enum StoredValue: Sendable {
  case boolean(Bool)
  /// A number as it is spelled.
  case number(String)
  case text(String)
  case list([StoredValue])
  /// The filled-in fields in their order.
  case record([Member])

  /// One field of a record.
  public struct Member: Hashable, Sendable {
    /// The key in the file.
    public var key: String
    /// What stands under the key.
    public var value: StoredValue

    /// Puts a value under a key.
    public init(_ key: String, _ value: StoredValue) {
      self.key = key
      self.value = value
    }
  }
}

extension StoredValue: Hashable {
  /// Whether two values say the same, in the same order.
  public static func == (left: StoredValue, right: StoredValue) -> Bool {
    switch (left, right) {
    case (.boolean(let one), .boolean(let other)): one == other
    case (.number(let one), .number(let other)), (.text(let one), .text(let other)):
      one.utf8.elementsEqual(other.utf8)
    case (.list(let one), .list(let other)): one == other
    case (.record(let one), .record(let other)): one == other
    default: false
    }
  }

  /// Feeds the value into a hash.
  public func hash(into hasher: inout Hasher) {
    switch self {
    case .boolean(let value): hasher.combine(value)
    case .number(let text), .text(let text): for byte in text.utf8 { hasher.combine(byte) }
    case .list(let values): hasher.combine(values)
    case .record(let members): hasher.combine(members)
    }
  }
}

extension StoredValue {
  /// The text, where it is one.
  public var text: String? { if case .text(let text) = self { text } else { nil } }

  /// The elements, where it is a list.
  public var elements: [StoredValue]? {
    if case .list(let elements) = self { elements } else { nil }
  }

  /// The fields, where it is a record.
  public var members: [Member]? {
    if case .record(let members) = self { members } else { nil }
  }

  /// What stands under a key of a record; setting nil leaves the field out.
  ///
  /// A new field goes to the end. Setting a field of anything but a record changes nothing.
  public subscript(key: String) -> StoredValue? {
    get { members?.first { $0.key == key }?.value }
    set {
      guard case .record(var members) = self else { return }
      let index = members.firstIndex { $0.key == key }
      switch (index, newValue) {
      case (let index?, let value?): members[index].value = value
      case (let index?, nil): members.remove(at: index)
      case (nil, let value?): members.append(Member(key, value))
      case (nil, nil): return
      }
      self = .record(members)
    }
  }
}

extension Record {
  /// The record as a file holds it: its filled-in fields in the order in which they are declared.
  public var stored: StoredValue? {
    var visitor = WritingVisitor()
    var copy = self
    copy.visitFields(&visitor)
    return .record(visitor.members)
  }

  /// The fields that one record of a kind has otherwise than another, in the order of their declaration.
  public static func differences(
    from before: StoredValue?, to after: StoredValue?
  ) -> [(field: String, from: StoredValue?, to: StoredValue?)] {
    RecordShape(Self.self).fields.compactMap { field in
      let (old, new) = (before?[field.name], after?[field.name])
      return old == new ? nil : (field.name, old, new)
    }
  }
}

private struct WritingVisitor: FieldVisitor {
  var members: [StoredValue.Member] = []

  mutating func visit<Value: FieldValue>(
    _ name: StaticString, _ value: inout Value, _ presence: Presence, _ help: StaticString
  ) {
    if !value.isBlank, let written = value.stored {
      members.append(StoredValue.Member(name.description, written))
    }
  }
}
