import Safeguarding

/// Completes files that the journal is ahead of: a save that was cut off, or files restored from a backup.
///
/// An entry knows what stood there before and what shall stand there, so completing it twice does nothing.
enum Replay {
  /// Brings a file up to everything that the journal says of it.
  ///
  /// - Parameters:
  ///   - document: The file as it stands.
  ///   - lines: The lines of the folder's journal behind the one that wrote it, earliest first.
  /// - Returns: Whether anything was missing.
  /// - Throws: ``StoredDocumentError`` when something cannot be written into the file.
  static func complete(
    _ document: inout StoredDocument, with lines: [JournalLine]
  ) throws(StoredDocumentError) -> Bool {
    let path = document.path
    let last = document.stamp?.sequence ?? 0
    var stamp: DocumentStamp?
    for line in lines where line.entry.id.sequence > last {
      let changes = line.entry.changes.filter { $0.document == path }
      if changes.isEmpty { continue }
      for change in changes { try apply(change, to: &document) }
      stamp = DocumentStamp(sequence: line.entry.id.sequence, hash: line.hash)
    }
    guard let stamp else { return false }
    try document.note(stamp)
    return true
  }

  /// Makes one change where the file still is as it was before; anything else is left as it is.
  private static func apply(
    _ change: Change, to document: inout StoredDocument
  ) throws(StoredDocumentError) {
    let record = try document.record(change.record)
    switch (change.field, change.to) {
    case (nil, let value?):
      if record == nil { try document.add(change.record, value) }
    case (nil, nil):
      let before = try document.canonical(change.record.kind, field: nil, change.from)
      if record == before { try document.remove(change.record) }
    case (let field?, let value):
      guard let record else { return }
      let before = try document.canonical(change.record.kind, field: field, change.from)
      let after = try document.canonical(change.record.kind, field: field, value)
      if record[field] == before, before != after {
        try document.set(field, of: change.record, to: value)
      }
    }
  }
}
