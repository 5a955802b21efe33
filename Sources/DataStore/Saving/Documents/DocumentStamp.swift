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

  var text: String { "\(sequence) \(hash)" }
}
