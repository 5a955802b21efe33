package import Safeguarding

extension PaneContext {
  /// Why a record may not be changed, as a sentence with whom to ask; nil when it may be.
  ///
  /// - Parameters:
  ///   - record: The record; one with an empty id is to be added.
  ///   - document: The file that holds it, or that the fields of a new one name; where it is not given, the
  ///     file in which it belongs.
  ///   - fields: The fields that are to be changed; nil asks whether any of them may be.
  /// - Returns: The sentence, or nil.
  package func lock(
    on record: RecordID, in document: String? = nil, fields: Set<String>? = nil
  ) -> String? {
    guard let document = document ?? workspace.document(of: record) else {
      return Standpoint.noForm(record.kind)
    }
    let place = record.id.isEmpty ? workspace.placed(document) : document
    return workspace.lock(on: record, in: place, fields: fields)
  }

  /// The fields that may be changed in a record of a file; nil for all.
  func allowedFields(in document: String) -> Set<String>? {
    workspace.access.hasWhole(document) ? nil : Access.ownFields
  }
}
