extension Workspace {
  /// A file that the fields of a record name, as it is called now.
  ///
  /// The folder of the record to which it belongs may have been renamed, and another one, or a copy, may
  /// bear the name that it had.
  package func placed(_ document: String) -> String {
    let parts = document.split(separator: "/", maxSplits: 2)
    guard parts.count == 3, let kind = Kinds.folders[String(parts[0])],
      let own = self.document(of: RecordID(kind, String(parts[1])))
    else { return document }
    let folder = folderPath(of: own)
    return folder.isEmpty ? document : "\(folder)/\(parts[2])"
  }

  /// The file into which a record belongs, as its fields say and as it is called now; nil for one that
  /// lies in another record, or does not say enough.
  package func ownDocument<E: Entity>(of record: E) -> String? { record.ownDocument.map(placed) }
}
