import JSONDocument
package import Safeguarding

/// The name of the journal in every folder that people change.
package let journalName = "journal.jsonl"

/// One line of a folder's journal.
///
/// Each line names the hash of the line before, and its own over all that stands before it. So no
/// line can be changed, taken out, added or moved without the chain telling.
package struct JournalLine: Hashable, Sendable {
  /// The entry.
  package let entry: JournalEntry
  /// The last entry that changed each file of the folder, this one included.
  ///
  /// Below zero it is the entry that took the file away. What is no file of the folder is left out.
  package let heads: [String: Int]
  /// The breaks of the chain that saves up to here have found, as ``JournalBreak`` spells them.
  package let breaks: [String]
  /// The first thing that the line tells of and that no save in its folder can have changed.
  let stray: String?
  /// The hash of the line before; empty in the first line.
  package let previous: String
  /// The SHA-256 of the line up to its own hash, as 64 hexadecimal digits.
  package let hash: String

  static let hashMark = Array(#","hash":""#.utf8)

  /// Writes a line, with its line end, and answers its hash as well.
  ///
  /// It names the hash of the line before, the last entry that changed each file of the folder, this one
  /// included, and the breaks that were found.
  package static func make(
    _ entry: JournalEntry, previous: String, heads: [String: Int] = [:], breaks: [String] = []
  ) -> (bytes: [UInt8], hash: String) {
    var bytes = entry.line(
      heads: heads.sorted { $0.key < $1.key }, breaks: breaks, previous: previous)
    let hash = hash(of: bytes)
    bytes += hashMark
    bytes += Array(hash.utf8)
    bytes += Array("\"}\n".utf8)
    return (bytes, hash)
  }

  /// Whether a path is that of a file which saves in a folder can change.
  static func isDocument(_ path: String, in folder: String) -> Bool {
    folderPath(of: path) == folder && DocumentKind.of(path)?.stored.isEmpty == false
  }

  /// Whether bytes can be the last ones of a line: its own hash.
  static func mayEnd(_ bytes: ArraySlice<UInt8>) -> Bool {
    let start = bytes.endIndex - hashMark.count - Digest.length - 2
    return start >= bytes.startIndex && bytes.suffix(2).elementsEqual("\"}".utf8)
      && bytes[start...].starts(with: hashMark)
  }

  /// Reads a line without its line end; nil when it is not whole, or not as it was written.
  ///
  /// - Parameters:
  ///   - bytes: The line.
  ///   - folder: The path of its folder in the data folder.
  ///   - isBrief: Whether the changes of a long line need only tell which files they are of.
  package init?(_ bytes: [UInt8], folder: String, isBrief: Bool = false) {
    let bodyEnd = bytes.count - Self.hashMark.count - Digest.length - 2
    guard bodyEnd > 0, bytes.suffix(2).elementsEqual("\"}".utf8),
      bytes[bodyEnd...].starts(with: Self.hashMark)
    else { return nil }
    let hash = Self.hash(of: bytes[..<bodyEnd])
    guard bytes.dropLast(2).suffix(Digest.length).elementsEqual(hash.utf8) else { return nil }
    self.init(
      trusted: bytes, hash: hash, folder: folder,
      isBrief: isBrief && bytes.count > Self.longLength)
  }

  /// Reads a line, or its outline, of which the hash was compared already.
  init?(trusted bytes: [UInt8], hash: String, folder: String, isBrief: Bool) {
    guard case .success(let document) = Result(catching: { try Self.document(bytes) }),
      let entry = JournalEntry(document.root, folder: folder, isBrief: isBrief),
      let previous = document.root["previous"]?.string
    else { return nil }
    self.entry = entry
    let heads = document.root["heads"]?.wholeNumbers ?? [:]
    let own = heads.filter { path, number in
      number != 0 && number.magnitude <= JournalEntry.sequences.upperBound
        && Self.isDocument(path, in: folder)
    }
    self.heads = own
    breaks = document.root["breaks"]?.elements.compactMap(\.string) ?? []
    stray =
      entry.changes.first { !Self.isDocument($0.document, in: folder) }?.document
      ?? heads.keys.filter { own[$0] == nil }.min()
    self.previous = previous
    self.hash = hash
  }

  /// A line with more bytes is a long one.
  static let longLength = 1 << 20

  /// A long line holds more values than a file may: what lies deep in it is looked at piece by piece.
  private static func document(_ bytes: [UInt8]) throws(JSONSyntaxError) -> JSONDocument {
    bytes.count > longLength
      ? try JSONDocument(folding: bytes, isBounded: false) : try JSONDocument(bytes: bytes)
  }

  /// The SHA-256 of some bytes, as 64 hexadecimal digits.
  static func hash(of bytes: some Collection<UInt8>) -> String {
    var digest = Digest()
    digest.update(bytes)
    return digest.finish()
  }
}
