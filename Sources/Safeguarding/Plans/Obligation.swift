/// Something a partnership owes by a date that no other record holds.
public struct Obligation: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "obligation", title: "Obligation",
    help: "Something a partnership owes by a date that no other record holds.")
  /// A short id of the obligation: small letters, digits and hyphens.
  public var id: String = ""
  /// The partnership that owes it.
  public var partnership: Reference<Partnership> = ""
  /// The group that sees to it.
  public var group: Reference<PartnershipGroup>?
  /// What is owed.
  public var title: String = ""
  /// What sort of thing is owed.
  public var form: ObligationForm = .report
  /// Who sees to it.
  public var owners: [Owner] = []
  /// Who receives it.
  public var recipients: [String] = []
  /// To whom it went one by one, and when.
  public var sent: [Dispatch] = []
  /// The rule that asks for it.
  public var rule: Reference<Rule>?
  /// The period it is owed for, where the rule asks for it in each period.
  public var period: ImpreciseDate?
  /// The day on which the rule's clock starts, where the rule leaves that to the obligation.
  public var startsOn: ImpreciseDate?
  /// When it is due, which wins over the date of the rule; its last possible day counts.
  public var due: ImpreciseDate?
  /// Later dates that were agreed, earliest first; the first date is kept.
  public var extensions: [Extension] = []
  /// Since when and why it stands still.
  public var pause: Pause?
  /// How it stands.
  public var status: ActionStatus = .open
  /// When it was done.
  public var doneOn: ImpreciseDate?
  /// The law, guidance or agreement that asks for it.
  public var authority: String = ""
  /// Why it is due then, in a sentence.
  public var because: String = ""
  /// What else a reader should know.
  public var note: String = ""
  /// True when the record illustrates and was not published.
  public var illustrative: Bool = false
  /// Whether it illustrates; asked of very many records, so it is not looked up by its name.
  public var isIllustrative: Bool { illustrative }
  /// Where this was published.
  public var source: [Citation] = []

  /// An empty obligation.
  public init() {}

  /// What people call it.
  public var label: String { title }

  /// What matters first.
  public static var form: FormLayout {
    FormLayout(
      Obligation.self,
      first: ["partnership", .title("title"), "form", "owners", "due", "status", .long("note")])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "startsOn": "Counted from", "sent": FieldWords("Sent to", one: "recipient"),
    "because": "Why then",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("id", &id, "A short id of the obligation: small letters, digits and hyphens.")
    visitor.required("partnership", &partnership, "The partnership that owes it.")
    visitor.optional("group", &group, "The group that sees to it.")
    visitor.required("title", &title, "What is owed.")
    visitor.required("form", &form, "What sort of thing is owed.")
    visitor.optional("owners", &owners, "Who sees to it.")
    visitor.optional("recipients", &recipients, "Who receives it.")
    visitor.optional("sent", &sent, "To whom it went one by one, and when.")
    visitor.optional("rule", &rule, "The rule that asks for it.")
    visitor.optional(
      "period", &period, "The period it is owed for, where the rule asks for it in each period.")
    visitor.optional(
      "startsOn", &startsOn,
      "The day on which the rule's clock starts, where the rule leaves that to the obligation.")
    visitor.optional(
      "due", &due,
      "When it is due; its last possible day counts. It wins over the date of the rule.")
    visitor.optional(
      "extensions", &extensions,
      "Later dates that were agreed, earliest first; the first date is kept.")
    visitor.optional("pause", &pause, "Since when and why it stands still.")
    visitor.required("status", &status, "How it stands.")
    visitor.optional("doneOn", &doneOn, "When it was done.")
    visitor.optional("authority", &authority, "The law, guidance or agreement that asks for it.")
    visitor.optional("because", &because, "Why it is due then, in a sentence.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional(
      "illustrative", &illustrative, "True when the record illustrates and was not published.")
    visitor.optional("source", &source, "Where this was published.")
  }
}

/// What sort of thing is owed.
public enum ObligationForm: String, Choice {
  case report, review, audit, meeting, publication, appointment, data, funding, event, training
  case notification, papers, minutes, policy

  /// The sort in words.
  public var title: String { inWords(rawValue) }
}

extension Obligation {
  /// Where such records lie.
  public static let homes: [Home<Obligation>] = [
    .list(
      "obligations", in: "partnerships/*/obligations.json",
      "What the partnership owes by a date and no other file holds."
    ) { $0.partnership.id }
  ]
}

extension Obligation {
  /// It is ticked by its status and the day on which it was done.
  public static var tick: Tick<Obligation>? {
    Tick(
      fields: ["status", "doneOn"], isDone: { $0.status == .done || $0.status == .dropped },
      set: { obligation, day in
        obligation.status = day == nil ? .open : .done
        obligation.doneOn = day.map { ImpreciseDate($0) }
      })
  }
}

extension Workspace {
  /// What is owed by a date and held by no other record.
  public var obligations: RecordTable<Obligation> {
    get { self[Obligation.self] }
    _modify { yield &self[Obligation.self] }
  }
}
