import CDigest

/// The SHA-256 of bytes that come in pieces of any size.
struct Digest {
  /// How long a hash is, in hexadecimal digits.
  static let length = 64

  private var context = SHA2_CTX()

  init() { SHA256Init(&context) }

  /// Takes the next bytes.
  mutating func update(_ bytes: some Collection<UInt8>) {
    let taken: Void? = bytes.withContiguousStorageIfAvailable { take($0) }
    if taken == nil { Array(bytes).withUnsafeBufferPointer { take($0) } }
  }

  private mutating func take(_ bytes: UnsafeBufferPointer<UInt8>) {
    // Nothing has no place in memory, which the library would be right to ask for.
    guard let start = bytes.baseAddress, !bytes.isEmpty else { return }
    SHA256Update(&context, start, bytes.count)
  }

  /// The hash of all that was taken, as 64 hexadecimal digits; what comes behind needs a digest of its own.
  consuming func finish() -> String {
    var context = context
    let digits = Array("0123456789abcdef".utf8)
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Int(SHA256_DIGEST_LENGTH)) {
      hash in
      SHA256Final(hash.baseAddress, &context)
      return String(unsafeUninitializedCapacity: Self.length) { text in
        for (index, byte) in hash.enumerated() {
          text[2 * index] = digits[Int(byte >> 4)]
          text[2 * index + 1] = digits[Int(byte & 15)]
        }
        return Self.length
      }
    }
  }
}
