/// The keys of the objects that are open while parsing, to find a key that comes twice.
///
/// A key is compared by its decoded bytes. Up to ``linearLimit`` keys of an object are compared
/// one by one behind a 64-bit filter; a larger object gets a set of seeded hashes.
struct JSONKeyRegister {
  private static let linearLimit = 32

  private struct Entry {
    let filter: UInt64
    let start: UInt32
    let end: UInt32
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var entries: [Entry] = []
  private var firstEntries: [Int] = []
  private var hashes: [(depth: Int, values: Set<Int>)] = []

  init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    entries.reserveCapacity(64)
    firstEntries.reserveCapacity(JSONDocument.maximumDepth)
  }

  mutating func openObject() {
    firstEntries.append(entries.count)
  }

  mutating func closeObject() {
    if hashes.last?.depth == firstEntries.count { hashes.removeLast() }
    guard let first = firstEntries.popLast() else { return }
    entries.removeLast(entries.count &- first)
  }

  /// Adds a key, given by the place of its quotes, or returns where the same key stands already.
  mutating func insert(from start: Int, to end: Int, hasEscapes: Bool) -> Int? {
    guard let first = firstEntries.last else { return nil }
    let entry = Entry(
      filter: filter(from: start, to: end, hasEscapes: hasEscapes),
      start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end))
    let isLarge = entries.count &- first >= Self.linearLimit
    if !isLarge || !insertHash(of: entry, first: first) {
      if let earlier = duplicate(of: entry, first: first) { return earlier }
    }
    entries.append(entry)
    return nil
  }

  private func duplicate(of entry: Entry, first: Int) -> Int? {
    var position = first
    while position < entries.count {
      let other = entries[position]
      if other.filter == entry.filter, key(of: other).elementsEqual(key(of: entry)) {
        return Int(other.start)
      }
      position &+= 1
    }
    return nil
  }

  /// Adds the hash of a key of a large object; false when that hash was there already.
  private mutating func insertHash(of entry: Entry, first: Int) -> Bool {
    let depth = firstEntries.count
    if hashes.last?.depth != depth {
      hashes.append((depth, Set(entries[first...].map { hash(of: $0) })))
    }
    return hashes[hashes.count - 1].values.insert(hash(of: entry)).inserted
  }

  private func hash(of entry: Entry) -> Int {
    var hasher = Hasher()
    let content = content(from: Int(entry.start), to: Int(entry.end))
    if content.contains(Byte.backslash) {
      JSONUnescaping.decoded(content).withUnsafeBytes { hasher.combine(bytes: $0) }
    } else {
      hasher.combine(bytes: UnsafeRawBufferPointer(content))
    }
    return hasher.finalize()
  }

  private func key(of entry: Entry) -> [UInt8] {
    JSONUnescaping.decoded(content(from: Int(entry.start), to: Int(entry.end)))
  }

  private func content(from start: Int, to end: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[(start &+ 1)..<(end &- 1)])
  }

  private func filter(from start: Int, to end: Int, hasEscapes: Bool) -> UInt64 {
    if hasEscapes {
      return JSONUnescaping.decoded(content(from: start, to: end)).withUnsafeBufferPointer {
        Self.filter(of: $0)
      }
    }
    return Self.filter(of: content(from: start, to: end))
  }

  /// Mixes the length, the first eight and the last eight bytes.
  private static func filter(of key: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(key)
    let length = UInt64(truncatingIfNeeded: key.count) &* 0x9E37_79B9_7F4A_7C15
    if key.count >= 8 {
      let head = raw.loadUnaligned(fromByteOffset: 0, as: UInt64.self)
      let tail = raw.loadUnaligned(fromByteOffset: key.count &- 8, as: UInt64.self)
      return head ^ tail &* 0xFF51_AFD7_ED55_8CCD ^ length
    }
    var head: UInt64 = 0
    for byte in key { head = head &<< 8 | UInt64(byte) }
    return head ^ length
  }
}
