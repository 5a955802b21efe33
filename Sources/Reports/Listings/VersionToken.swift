package import Safeguarding

extension Record {
  /// Changes whenever a field of the record does: 16 hexadecimal digits.
  ///
  /// It is the FNV-1a hash, 64 bits wide, of the record as a file holds it, without how it is laid out
  /// there.
  package var revision: String {
    var hash = RevisionHash()
    if let stored { hash.add(stored) }
    return hash.bytes.digits
  }
}

/// Feeds a written value into a hash, byte by byte, so that no two values feed it the same bytes.
private struct RevisionHash {
  private(set) var bytes = StableHash()

  mutating func add(_ written: StoredValue) {
    switch written {
    case .boolean(let truth): add(truth ? 1 : 2)
    case .number(let spelling): add(3, spelling)
    case .text(let text): add(4, text)
    case .list(let values):
      add(5)
      for value in values { add(value) }
      add(6)
    case .record(let members):
      add(7)
      for member in members {
        add(8, member.key)
        add(member.value)
      }
      add(6)
    }
  }

  /// Adds a text; the byte 255, which is in no text, ends it.
  private mutating func add(_ mark: UInt8, _ text: String) {
    add(mark)
    for byte in text.utf8 { add(byte) }
    add(255)
  }

  private mutating func add(_ byte: UInt8) { bytes.add(UInt64(byte)) }
}
