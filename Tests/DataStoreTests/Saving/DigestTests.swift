@testable import DataStore
import FoundationEssentials
import Testing

/// SHA-256 as its standard gives it, however the bytes come.
@Suite struct DigestTests {
  private func hash(_ bytes: some Collection<UInt8>) -> String {
    var digest = Digest()
    digest.update(bytes)
    return digest.finish()
  }

  /// The examples of FIPS 180-4 and of the vectors that belong to it.
  static let vectors: [(bytes: [UInt8], hash: String)] = [
    ([], "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    (Array("abc".utf8), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8),
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      Array(
        ("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
          + "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu").utf8),
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
    (
      Array(repeating: UInt8(ascii: "a"), count: 1_000_000),
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
    ([0xBD], "68325720aabd7c82f30f554b313d0570c95accbb7dc4b5aae11204c08ffe732b"),
    (
      [0xC9, 0x8C, 0x8E, 0x55],
      "7abc22c0ae5af26ce93dbb94433a0e0b2e119d014f8e7f65bd56c61ccccd9504"
    ),
    (
      Array(repeating: 0, count: 55),
      "02779466cdec163811d078815c633f21901413081449002f24aa3e80f0b88ef7"
    ),
    (
      Array(repeating: 0, count: 56),
      "d4817aa5497628e7c77e6b606107042bbba3130888c5f47a375e6179be789fbb"
    ),
    (
      Array(repeating: 0, count: 64),
      "f5a5fd42d16a20302798ef6ed309979b43003d2320d9f0e8ea9831a92759fb4b"
    ),
  ]

  @Test(arguments: vectors)
  func theExamplesOfTheStandardHold(bytes: [UInt8], hash: String) {
    #expect(self.hash(bytes) == hash)
    // A collection whose bytes lie nowhere as one piece.
    #expect(self.hash(bytes.reversed().lazy.reversed().map { $0 }) == hash)
  }

  /// The bytes that tell one place from another: 7, 26, 45 and so on.
  private static let bytes = (0..<3001).map { UInt8(truncatingIfNeeded: $0 &* 19 &+ 7) }

  @Test(arguments: [1, 3, 7, 31, 55, 56, 57, 63, 64, 65, 127, 129, 1023, 3000, 3001])
  func piecesOfAnySizeGiveTheSame(size: Int) {
    var digest = Digest()
    for start in stride(from: 0, to: Self.bytes.count, by: size) {
      digest.update([])
      digest.update(Self.bytes[start..<min(start + size, Self.bytes.count)])
    }
    #expect(digest.finish() == hash(Self.bytes))
  }

  @Test func anyCutIntoTwoGivesTheSame() {
    let short = Self.bytes.prefix(200)
    for cut in 0...200 {
      var digest = Digest()
      digest.update(short.prefix(cut))
      digest.update(short.dropFirst(cut))
      #expect(digest.finish() == hash(short))
    }
  }

  /// A copy goes its own way: what is taken by one is not in the other.
  @Test func copiesAreValues() {
    var first = Digest()
    first.update("ab".utf8)
    var second = first
    first.update("c".utf8)
    second.update("d".utf8)
    #expect(first.finish() == hash("abc".utf8))
    #expect(second.finish() == hash("abd".utf8))
  }

  /// A journal of an earlier release, whose hashes came from another library.
  @Test func journalsOfEarlierReleasesAreRead() throws {
    let place = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Extracts/earlier-release.jsonl")
    let lines = try String(contentsOf: place, encoding: .utf8).split(separator: "\n")
    #expect(lines.count == 3)
    var before = ""
    for text in lines {
      let line = try #require(JournalLine(Array(text.utf8), folder: "groups/mscp-pmqa"))
      #expect(line.previous == before)
      before = line.hash
    }
  }
}
