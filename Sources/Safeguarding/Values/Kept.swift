/// Words kept beside a value: most have none, and this takes half the room of a text.
final class KeptWords: Hashable, Sendable {
  let text: String

  init(_ text: String) { self.text = text }

  static func == (left: KeptWords, right: KeptWords) -> Bool { left.text == right.text }

  func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

/// A value that never changes and is held by many: copies of what holds it take the room of a pointer.
@usableFromInline
final class Kept<Value: Hashable & Sendable>: Hashable, Sendable {
  @usableFromInline
  let value: Value

  @usableFromInline
  init(_ value: Value) { self.value = value }

  @usableFromInline
  static func == (left: Kept, right: Kept) -> Bool {
    left === right || left.value == right.value
  }

  @usableFromInline
  func hash(into hasher: inout Hasher) { hasher.combine(value) }
}
