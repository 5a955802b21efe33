/// A paper was presented to a council, a board or another body, and what they said.
public struct Presentation: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "presentation", title: "Presentation",
    help:
      "A paper that is presented to the council, a strategic board or another body, when, and what they said."
  )
  /// A short id of the presentation: small letters, digits and hyphens.
  public var id: String = ""
  /// The partnership whose paper it is.
  public var partnership: Reference<Partnership> = ""
  /// The paper.
  public var title: String = ""
  /// The board or body.
  public var agency: Reference<Agency>?
  /// The body in words, where it is no agency.
  public var body: String = ""
  /// The year that the paper is about.
  public var period: ImpreciseDate?
  /// What it fulfils.
  public var obligation: Reference<Obligation>?
  /// By when the paper has to be with them.
  public var papersDue: ImpreciseDate?
  /// When it was sent.
  public var papersSentOn: ImpreciseDate?
  /// When it is to be presented.
  public var due: ImpreciseDate?
  /// When it was presented.
  public var presentedOn: ImpreciseDate?
  /// Who presents it.
  public var by: [Owner] = []
  /// What is asked of them.
  public var asks: String = ""
  /// What they said.
  public var said: String = ""
  /// What they asked for.
  public var asked: [String] = []
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

  /// What people call it.
  public var label: String { title }

  /// What matters first.
  public static var form: FormLayout {
    FormLayout(
      Presentation.self,
      first: [
        "partnership", .title("title"), "agency", "body", "due", "papersDue", "presentedOn", "by",
        .long("said"), "asked",
      ])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "agency": "To which board",
    "body": "To whom else",
    "due": "To be presented",
    "papersDue": "Papers by",
    "by": "Presented by",
    "said": "What they said",
    "asked": "What they asked for",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required(
      "id", &id, "A short id of the presentation: small letters, digits and hyphens.")
    visitor.required("partnership", &partnership, "The partnership whose paper it is.")
    visitor.required("title", &title, "The paper.")
    visitor.optional("agency", &agency, "The board or body.")
    visitor.optional("body", &body, "The body in words, where it is no agency.")
    visitor.optional("period", &period, "The year that the paper is about.")
    visitor.optional("obligation", &obligation, "What it fulfils.")
    visitor.optional("papersDue", &papersDue, "By when the paper has to be with them.")
    visitor.optional("papersSentOn", &papersSentOn, "When it was sent.")
    visitor.optional("due", &due, "When it is to be presented.")
    visitor.optional("presentedOn", &presentedOn, "When it was presented.")
    visitor.optional("by", &by, "Who presents it.")
    visitor.optional("asks", &asks, "What is asked of them.")
    visitor.optional("said", &said, "What they said.")
    visitor.optional("asked", &asked, "What they asked for.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional(
      "illustrative", &illustrative, "True when the record illustrates and was not published.")
    visitor.optional("source", &source, "Where this was published.")
  }
}

extension Presentation {
  /// The part of the work to which it belongs.
  public static let area = RecordArea.assurance

  /// Where such records lie.
  public static let homes: [Home<Presentation>] = [
    .list(
      "presentations", in: "partnerships/*/scrutiny.json",
      "What scrutineers did, what they asked for, and what came of it."
    ) { $0.partnership.id }
  ]

  /// The columns of a list of them.
  public static let columns: [ListColumn<Presentation>] = [
    ListColumn("title", "Paper", isMain: true) { record, _ in record.title },
    ListColumn("to", "To") { record, context in record.audience(context.names) },
    ListColumn("on", "When") { record, context in record.day(context) }.orElse("no date"),
    ListColumn("said", "Said") { record, context in
      context.hasHappened(record.presentedOn)
        ? (record.said.isEmpty ? "not printed" : record.said) : ""
    },
    ListColumn.standing { record, context in record.state(context) },
  ]

  /// By when something is owed.
  public static let clocks = [
    Clock.own(
      "presentationDue", "the presentation names its days", rule: "presentation-due",
      "Presentation to another body", form: .report, of: Presentation.self
    ) { record, context in
      let to = record.audience(context.names)
      return [
        Owed(
          "\(record.title): \(to)", due: record.due, isDone: record.presentedOn != nil,
          doneOn: record.presentedOn),
        Owed(
          "Papers: \(record.title), \(to)", due: record.papersDue,
          isDone: record.papersSentOn != nil || record.presentedOn != nil,
          doneOn: record.papersSentOn ?? record.presentedOn, suffix: ":papers"),
      ]
    }
  ]

  /// It is ticked as presented.
  public static var tick: Tick<Presentation>? {
    .day("presentedOn", \.presentedOn)
  }

  /// How it stands by a day.
  public func state(_ context: RecordContext) -> String {
    if context.hasHappened(presentedOn) { return "presented" }
    guard let last = (due ?? presentedOn)?.last else { return "no date" }
    return last < context.day ? "overdue" : "planned"
  }

  /// When it was presented; before that, by when it is owed.
  public func day(_ context: RecordContext) -> ImpreciseDate? {
    context.hasHappened(presentedOn) ? presentedOn : due ?? presentedOn
  }

  /// To whom it is presented.
  public func audience(_ names: Names) -> String {
    let board = agency.map { names(Agency.kind, $0.id) } ?? ""
    return [board, body].filter { !$0.isEmpty }.joined(separator: ", ")
  }
}

extension Workspace {
  /// What is presented to other bodies.
  public var presentations: RecordTable<Presentation> {
    get { self[Presentation.self] }
    _modify { yield &self[Presentation.self] }
  }
}
