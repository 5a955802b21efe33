/// A record in a file, or one that is to be added to a file and has no id yet.
public struct RecordPlace: Hashable, Sendable {
  /// The record.
  public let record: RecordID
  /// The file, by its path in the data folder; nil for the one that holds the record.
  public let document: String?

  /// A record that is there.
  public init(_ record: RecordID) {
    self.record = record
    document = nil
  }

  /// A record that is to be added.
  public init<E: Entity>(adding record: E) {
    self.record = RecordID(E.kind, "")
    document = record.ownDocument ?? ""
  }
}

/// A record as a command prepares it, before a form asks for the rest.
public struct PreparedRecord: Hashable, Sendable {
  /// Where it lies, or is added.
  public let place: RecordPlace
  /// The whole of it.
  public let value: StoredValue?

  /// Prepares a record.
  public init(_ place: RecordPlace, _ value: StoredValue?) {
    self.place = place
    self.value = value
  }
}

/// Why something cannot be done, as a sentence.
public struct Refusal: Error, Hashable, Sendable {
  /// The sentence.
  public let sentence: String

  /// Refuses something.
  public init(_ sentence: String) { self.sentence = sentence }
}

/// What a command on records comes to; nothing is changed yet.
public enum RecordOutcome: Hashable, Sendable {
  /// Saves an edit.
  case edit(Edit)
  /// Asks which of several edits is meant.
  case choice(RecordChoice)
  /// Fills in some fields of the records; what is offered stands in them already.
  case form(RecordForm, title: String, offered: [String: String] = [:])
  /// Fills in some fields of records that the command has prepared.
  case prepared(RecordForm, [PreparedRecord], title: String)
  /// Fills in a new record.
  case adding(PreparedRecord, title: String)
}
