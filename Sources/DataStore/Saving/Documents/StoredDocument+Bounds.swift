import JSONDocument
import Safeguarding

extension StoredDocument {
  /// Refuses a change after which not all of the file would be read any more, before anything is written.
  ///
  /// Only a file that may become so large is spelled and read for it; one that is too large already may
  /// be changed, but not made larger.
  ///
  /// - Parameters:
  ///   - present: The file as it was before the change.
  ///   - added: What the change writes into it.
  ///   - most: How many records within records are read of one file.
  /// - Throws: ``StoredDocumentError`` with what is too much, and what to do.
  func requireReadable(
    after present: JSONDocument, adding added: [StoredValue], mostParts most: Int
  ) throws(StoredDocumentError) {
    guard present.valueCount + added.reduce(0, { $0 + $1.valueCount }) > most else { return }
    var changed = self
    try changed.spell()
    let parts = changed.partCount(in: changed.document)
    guard parts > most, parts > partCount(in: present) else { return }
    throw StoredDocumentError(
      "\(path) would hold more than the \(grouped(most)) parts of records that are read of one file "
        + "(agenda items, papers, owners, notes and the like), so that some would not be shown. Take out "
        + "of the file first what is long finished, or enter it in another file; the administrator, whom "
        + "you may ask, keeps a copy of it.")
  }

  /// How many records lie within the records of the file, as far as they are counted when it is read.
  private func partCount(in document: JSONDocument) -> Int {
    let context = ReadingContext(file: path, document: document)
    var workspace = Workspace()
    kind.read(JSONSource(value: document.root, context: context), &workspace)
    return context.partCount
  }
}

extension StoredValue {
  /// How many values it is when it stands in a file.
  fileprivate var valueCount: Int {
    switch self {
    case .list(let elements): elements.reduce(1) { $0 + $1.valueCount }
    case .record(let members): members.reduce(1) { $0 + $1.value.valueCount }
    case .text, .number, .boolean: 1
    }
  }
}
