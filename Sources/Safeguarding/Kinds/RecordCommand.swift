/// Something that people do with records of one kind.
///
/// It is pure: it says what is to be saved or asked, and is tried without a screen. Whether somebody may
/// change the records is asked elsewhere, by the fields that it changes.
public struct RecordCommand<E>: Sendable {
  /// Which record a command is for.
  public enum Subject: Sendable {
    /// The selected one, or the one that the place is about.
    case selected
    /// All that are marked, or else as above: the same is done to each.
    case marked
    /// The selected one, also where only a pattern tells of it and no record yet.
    case expected
    /// The one of which an element of a list is selected; the context tells which.
    case element(of: String, exists: @Sendable (E, Int) -> Bool)
    /// The one that is found from where one acts, or why there is none.
    case found(@Sendable (RecordContext) -> Result<E, Refusal>)
  }

  /// The id, unique among all commands.
  public let id: String
  /// What it does, as a sentence without a full stop.
  public let title: String
  /// The keys that do it.
  public let keys: [Character]
  /// Its word among the hints; nil where it is not hinted.
  public let hint: String?
  /// What the lists hold on which it is hinted; nil where a record of its own kind is selected.
  public let hintedAmong: RecordKind?
  /// The fields that it changes; nil where that is not known beforehand.
  public let fields: Set<String>?
  /// Which record it is for.
  public let subject: Subject
  /// What is said where no such record is selected.
  public let missing: String
  /// What it changes for a record, where that is not the record itself.
  public let changes: @Sendable (E, RecordContext) -> [RecordPlace]
  /// Why it cannot be done to a record now, as a sentence; nil when it can.
  public let reason: @Sendable (E, RecordContext) -> String?
  /// What it comes to for some records, at least one.
  public let run: @Sendable ([E], RecordContext) -> RecordOutcome?

  /// Whether it does the same to all records that are marked.
  public var isForSeveral: Bool { if case .marked = subject { true } else { false } }

  /// Declares a command.
  public init(
    _ id: String, _ title: String, keys: [Character] = [], hint: String? = nil,
    hintedAmong: RecordKind? = nil, on subject: Subject = .selected, fields: Set<String>? = nil,
    missing: String? = nil,
    changes: @escaping @Sendable (E, RecordContext) -> [RecordPlace] = { record, _ in
      [RecordPlace(record.link)]
    },
    reason: @escaping @Sendable (E, RecordContext) -> String? = { _, _ in nil },
    run: @escaping @Sendable ([E], RecordContext) -> RecordOutcome?
  ) where E: Entity {
    self.id = id
    self.title = title
    self.keys = keys
    self.hint = hint
    self.hintedAmong = hintedAmong
    self.subject = subject
    self.fields = fields
    self.missing = missing ?? "Select \(E.kind.title.lowercased().withArticle) first."
    self.changes = changes
    self.reason = reason
    self.run = run
  }

  /// Declares a command on the elements of a list that such a record holds.
  ///
  /// - Parameters:
  ///   - id: The id, unique among all commands.
  ///   - title: What it does, as a sentence without a full stop.
  ///   - keys: The keys that do it.
  ///   - hint: Its word among the hints.
  ///   - list: The field that holds the list.
  ///   - elements: The elements of the list.
  ///   - missing: What is said where no element is selected.
  ///   - changes: What it changes, where that is not the record.
  ///   - reason: Why it cannot be done to the element at a position, as a sentence; nil when it can.
  ///   - run: What it comes to for the element at a position.
  public init<Part: Record>(
    _ id: String, _ title: String, keys: [Character], hint: String?, elementsOf list: String,
    _ elements: @escaping @Sendable (E) -> [Part], missing: String,
    changes: @escaping @Sendable (E, RecordContext) -> [RecordPlace] = { record, _ in
      [RecordPlace(record.link)]
    },
    reason: @escaping @Sendable (E, Int, RecordContext) -> String? = { _, _, _ in nil },
    run: @escaping @Sendable (E, Int, RecordContext) -> RecordOutcome?
  ) where E: Entity {
    self.init(
      id, title, keys: keys, hint: hint, hintedAmong: Part.kind,
      on: .element(of: list) { elements($0).indices.contains($1) }, missing: missing,
      changes: changes,
      reason: { record, context in
        context.element.flatMap { reason(record, $0, context) }
      }
    ) { records, context in
      guard let record = records.first, let index = context.element else { return nil }
      return run(record, index, context)
    }
  }
}
