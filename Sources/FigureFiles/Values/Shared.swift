/// A value that many figures have, kept once.
@dynamicMemberLookup
package final class Shared<Value: Hashable & Sendable>: Hashable, Sendable {
  /// The value.
  package let value: Value

  package init(_ value: Value) { self.value = value }

  /// A part of the value.
  package subscript<Part>(dynamicMember path: KeyPath<Value, Part>) -> Part { value[keyPath: path] }

  /// Whether both have the same value.
  package static func == (left: Shared, right: Shared) -> Bool {
    left === right || left.value == right.value
  }

  /// The value as it is looked up.
  package func hash(into hasher: inout Hasher) { hasher.combine(value) }
}

/// Numbers for runs of bytes, in the order in which these are first seen.
struct ByteTable: Sendable {
  private var slots: [Int32]
  private var hashes: [Int] = []
  private var bounds: [Int] = [0]
  private var bytes: [UInt8] = []

  init() { slots = Array(repeating: -1, count: 64) }

  /// How many different runs were seen.
  var count: Int { hashes.count }

  /// The number of a run, and whether it is new.
  mutating func number(of run: some Collection<UInt8>) -> (number: Int, isNew: Bool) {
    var hasher = Hasher()
    let isHashed: Void? = run.withContiguousStorageIfAvailable {
      hasher.combine(bytes: UnsafeRawBufferPointer($0))
    }
    if isHashed == nil { for byte in run { hasher.combine(byte) } }
    let hash = hasher.finalize()
    var slot = hash & (slots.count - 1)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if hashes[number] == hash, bytes[bounds[number]..<bounds[number + 1]].elementsEqual(run) {
        return (number, false)
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    let number = hashes.count
    slots[slot] = Int32(clamping: number)
    hashes.append(hash)
    bytes.append(contentsOf: run)
    bounds.append(bytes.count)
    if hashes.count * 2 > slots.count { grow() }
    return (number, true)
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for (number, hash) in hashes.enumerated() {
      var slot = hash & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(clamping: number)
    }
  }
}
