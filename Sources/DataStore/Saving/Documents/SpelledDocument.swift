import JSONDocument

/// A file of the data folder as it is to be written.
struct SpelledDocument: Sendable {
  /// Its path in the data folder.
  let path: String
  /// What it shall hold; nil where it is to be taken away.
  let bytes: [UInt8]?

  /// The file as it was last spelled.
  init(_ document: StoredDocument) {
    path = document.path
    bytes = document.exists ? document.document.bytes : nil
  }
}
