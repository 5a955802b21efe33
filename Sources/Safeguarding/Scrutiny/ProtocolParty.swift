/// A strategic board that shares a joint protocol with the partnership.
public struct ProtocolParty: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "protocolParty", title: "Board of the joint protocol",
    help: "A strategic board of the joint protocol, and whether safeguarding is in its plan.")
  /// A short id of the board: small letters, digits and hyphens.
  public var id: String = ""
  /// The partnership.
  public var partnership: Reference<Partnership> = ""
  /// The board.
  public var board: Reference<Agency> = ""
  /// When the protocol was agreed with it.
  public var agreedOn: ImpreciseDate?
  /// When it was refreshed last.
  public var refreshedOn: ImpreciseDate?
  /// When it is refreshed next.
  public var nextRefresh: ImpreciseDate?
  /// Whether safeguarding children is in its strategic plan.
  public var inItsPlan: Known = .unknown
  /// Whether each sees and comments on the priorities of the other.
  public var sharesPriorities: Known = .unknown
  /// What else a reader should know.
  public var note: String = ""
  /// True when the record illustrates and was not published.
  public var illustrative: Bool = false
  /// Whether it illustrates; asked of many records, so it is not looked up by its name.
  public var isIllustrative: Bool { illustrative }
  /// Where this was published.
  public var source: [Citation] = []

  /// An empty one.
  public init() {}

  /// The board whose name it goes by.
  public var namesake: RecordID? { RecordID(Agency.kind, board.id) }

  /// What people call it.
  public var label: String { board.id }

  /// What matters first.
  public static var form: FormLayout {
    FormLayout(
      ProtocolParty.self,
      first: [
        "partnership", "board", "agreedOn", "refreshedOn", "nextRefresh", "inItsPlan",
        "sharesPriorities",
      ])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "inItsPlan": "Safeguarding in its plan",
    "sharesPriorities": "Priorities are shared",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("id", &id, "A short id of the board: small letters, digits and hyphens.")
    visitor.required("partnership", &partnership, "The partnership.")
    visitor.required("board", &board, "The board.")
    visitor.optional("agreedOn", &agreedOn, "When the protocol was agreed with it.")
    visitor.optional("refreshedOn", &refreshedOn, "When it was refreshed last.")
    visitor.optional("nextRefresh", &nextRefresh, "When it is refreshed next.")
    visitor.optional(
      "inItsPlan", &inItsPlan, "Whether safeguarding children is in its strategic plan.")
    visitor.optional(
      "sharesPriorities", &sharesPriorities,
      "Whether each sees and comments on the priorities of the other.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional(
      "illustrative", &illustrative, "True when the record illustrates and was not published.")
    visitor.optional("source", &source, "Where this was published.")
  }
}

extension ProtocolParty {
  /// The part of the work to which it belongs.
  public static let area = RecordArea.assurance

  /// Where such records lie.
  public static let homes: [Home<ProtocolParty>] = [
    .list(
      "protocolParties", in: "partnerships/*/scrutiny.json",
      "What scrutineers did, what they asked for, and what came of it."
    ) { $0.partnership.id }
  ]

  /// The columns of a list of them.
  public static let columns: [ListColumn<ProtocolParty>] = [
    ListColumn("board", "Board", isMain: true) { record, context in
      context.names(Agency.kind, record.board.id)
    },
    ListColumn(field: "inItsPlan"),
    ListColumn(field: "sharesPriorities"),
    ListColumn(field: "agreedOn"),
    ListColumn(field: "refreshedOn"),
    ListColumn(field: "nextRefresh"),
  ]

  /// By when something is owed.
  public static let clocks = [
    Clock.own(
      "protocolRefreshDue", "the protocol names the day of its refresh", rule: "protocol-refresh",
      "Refresh of the joint protocol", form: .policy, of: ProtocolParty.self
    ) { record, context in
      guard let due = record.nextRefresh else { return [] }
      let isDone =
        record.refreshedOn?.last.map { last in due.first.map { last >= $0 } ?? false } ?? false
      return [
        Owed(
          "Joint protocol: \(context.names(Agency.kind, record.board.id))", due: due,
          isDone: isDone, doneOn: isDone ? record.refreshedOn : nil)
      ]
    }
  ]
}

/// Whether something is so, where nobody may know.
public enum Known: String, Choice {
  case yes, no, unknown

  /// What is chosen, in words.
  public var title: String {
    switch self {
    case .yes: "yes"
    case .no: "no"
    case .unknown: "not known"
    }
  }
}

extension Workspace {
  /// Boards of a joint protocol.
  public var protocolParties: RecordTable<ProtocolParty> {
    get { self[ProtocolParty.self] }
    _modify { yield &self[ProtocolParty.self] }
  }
}
