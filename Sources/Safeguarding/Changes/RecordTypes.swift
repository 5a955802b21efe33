/// The types of all kinds of record, so that a value can be read when only its kind is known.
enum RecordTypes {
  /// The type of a kind of record; nil for a kind that this version does not know.
  static func type(of kind: RecordKind) -> (any Record.Type)? { Kinds.records[kind.name] }

  /// The shape of a kind of record.
  static func shape(of kind: RecordKind) -> RecordShape? {
    type(of: kind).map { RecordShape(of: $0) }
  }
}
