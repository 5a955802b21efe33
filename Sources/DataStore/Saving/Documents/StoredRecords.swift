import Safeguarding

/// The records of one kind in a file: where they stand, and how their values compare.
struct StoredRecords: Sendable {
  /// The key of the list that holds them; nil when the file is the record.
  let list: String?
  let kind: RecordKind
  /// Whether the file is the only one of its name, so that its record needs no id.
  let isSingle: Bool
  /// A record as Masa itself would write it: two spellings of one meaning become the same.
  let canonical: @Sendable (StoredValue) -> StoredValue?
  /// The keys of the fields, in the order of their declaration.
  let fields: @Sendable () -> [String]

  init<R: Record>(_ type: R.Type, list: String?, isSingle: Bool = false) {
    self.list = list
    self.isSingle = isSingle
    kind = R.kind
    canonical = { value in R.read(from: StoredSource(value))?.stored }
    fields = { RecordShape(R.self).fields.map(\.name) }
  }

  /// The value of one field as Masa itself would write it.
  func canonical(_ field: String, _ value: StoredValue?) -> StoredValue? {
    guard let value else { return nil }
    return canonical(.record([StoredValue.Member(field, value)]))?[field]
  }
}
