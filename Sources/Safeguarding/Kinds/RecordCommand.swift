/// What is known where a record is looked at: the data, the day, and who looks.
public struct RecordContext: Sendable {
  /// Everything that was read.
  public let workspace: Workspace
  /// The day on which one stands.
  public let day: CalendarDate
  /// What people call records.
  public let names: Names
  /// Who does something, in words; empty where that is not known.
  public let author: String

  /// Looks at a workspace on a day.
  public init(_ workspace: Workspace, day: CalendarDate, author: String = "", names: Names? = nil) {
    self.workspace = workspace
    self.day = day
    self.author = author
    self.names = names ?? workspace.names
  }
}

/// What a command on records comes to; nothing is changed yet.
public enum RecordOutcome: Hashable, Sendable {
  /// Saves an edit.
  case edit(Edit)
  /// Asks which of several edits is meant.
  case choice(RecordChoice)
  /// Fills in some fields of the records; what is offered stands in them already.
  case form(RecordForm, title: String, offered: [String: String] = [:])
}

/// Something that people do with records of one kind.
///
/// It is pure: it says what is to be saved or asked, and is tried without a screen. Whether somebody may
/// change the records is asked elsewhere, by the fields that it changes.
public struct RecordCommand<E: Entity>: Sendable {
  /// The id, unique among all commands.
  public let id: String
  /// What it does, as a sentence without a full stop.
  public let title: String
  /// The keys that do it.
  public let keys: [Character]
  /// Its word among the hints; nil where it is not hinted.
  public let hint: String?
  /// The fields that it changes; nil where that is not known beforehand.
  public let fields: Set<String>?
  /// Whether it does the same to all records that are marked; else it is for the selected one.
  public let isForSeveral: Bool
  /// What is said where no such record is selected.
  public let missing: String
  /// Why it cannot be done to a record now, as a sentence; nil when it can.
  public let reason: @Sendable (E, RecordContext) -> String?
  /// What it comes to for some records, at least one.
  public let run: @Sendable ([E], RecordContext) -> RecordOutcome?

  /// Declares a command.
  public init(
    _ id: String, _ title: String, keys: [Character] = [], hint: String? = nil,
    fields: Set<String>? = nil, isForSeveral: Bool = false, missing: String? = nil,
    reason: @escaping @Sendable (E, RecordContext) -> String? = { _, _ in nil },
    run: @escaping @Sendable ([E], RecordContext) -> RecordOutcome?
  ) {
    self.id = id
    self.title = title
    self.keys = keys
    self.hint = hint
    self.fields = fields
    self.isForSeveral = isForSeveral
    self.missing = missing ?? "Select \(E.kind.title.lowercased().withArticle) first."
    self.reason = reason
    self.run = run
  }
}
