import JSONDocument

/// Which entry of the folder's journal a file was last written by.
///
/// It stands at the end of the file as `"revision": "12 9f86d081…"`: the number of the entry and the
/// hash of its line. So a journal that lost its end, and a file that an entry has not reached yet, can
/// both be told.
struct DocumentStamp: Hashable, Sendable {
  static let key: StaticString = "revision"

  let sequence: Int
  let hash: String

  init(sequence: Int, hash: String) {
    self.sequence = sequence
    self.hash = hash
  }

  /// The stamp of a file, or nil when Masa has not written it yet.
  init?(of document: JSONDocument) {
    var stored: String?
    for member in document.root.members where member.hasKey(DocumentStamp.key) {
      stored = member.value.string
    }
    let parts = (stored ?? "").split(separator: " ")
    guard parts.count == 2, let sequence = Int(parts[0]), sequence > 0 else { return nil }
    self.init(sequence: sequence, hash: String(parts[1]))
  }

  /// The stamp at the end of a file's bytes, found without parsing it; nil when it does not stand there as
  /// Masa writes it.
  init?(endOf bytes: [UInt8]) {
    let key = Array(#""revision": ""#.utf8)
    let end = Array(bytes.suffix(200))
    guard end.count > key.count,
      let start = (0...(end.count - key.count)).last(where: { end[$0...].starts(with: key) })
    else { return nil }
    let parts = end[(start + key.count)...].prefix { $0 != UInt8(ascii: "\"") }
      .split(separator: UInt8(ascii: " "))
    guard parts.count == 2, let sequence = Int(String(decoding: parts[0], as: UTF8.self)),
      sequence > 0
    else { return nil }
    self.init(sequence: sequence, hash: String(decoding: parts[1], as: UTF8.self))
  }

  var text: String { "\(sequence) \(hash)" }
}
