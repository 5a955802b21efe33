/// What an agency pays into the partnership in a year.
public struct Contribution: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "contribution", title: "Contribution",
    help:
      "What an agency pays into the partnership in a year: its share as printed, the amount, and whether it came."
  )
  /// A short id of the contribution: small letters, digits and hyphens.
  public var id: String = ""
  /// The partnership.
  public var partnership: Reference<Partnership> = ""
  /// The agency that pays.
  public var agency: Reference<Agency>?
  /// The contributor as printed.
  public var printedName: String = ""
  /// The year.
  public var period: ImpreciseDate?
  /// What sort of income it is.
  public var form: ContributionForm = .partner
  /// The share in per cent, as printed.
  public var share: Measure?
  /// The amount in pounds.
  public var amount: Measure?
  /// When it was agreed.
  public var agreedOn: ImpreciseDate?
  /// When it was invoiced.
  public var invoicedOn: ImpreciseDate?
  /// By when it is paid.
  public var due: ImpreciseDate?
  /// When it was paid.
  public var paidOn: ImpreciseDate?
  /// The dispute that it led to.
  public var dispute: Reference<Dispute>?
  /// Since when the agency pays no more.
  public var endedOn: ImpreciseDate?
  /// The indicator that holds the same figure.
  public var indicator: Reference<Indicator>?
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
  public var label: String { printedName.isEmpty ? (agency?.id ?? form.title) : printedName }

  /// What matters first.
  public static var form: FormLayout {
    FormLayout(
      Contribution.self,
      first: [
        "partnership", "agency", "period", "form", "share", "amount", "agreedOn", "due", "paidOn",
      ])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "share": "Share, per cent",
    "amount": "Amount, pounds",
    "due": "To be paid by",
    "endedOn": "Pays no more since",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required(
      "id", &id, "A short id of the contribution: small letters, digits and hyphens.")
    visitor.required("partnership", &partnership, "The partnership.")
    visitor.optional("agency", &agency, "The agency that pays.")
    visitor.optional("printedName", &printedName, "The contributor as printed.")
    visitor.required("period", &period, "The year.")
    visitor.required("form", &form, "What sort of income it is.")
    visitor.optional("share", &share, "The share in per cent, as printed.")
    visitor.optional("amount", &amount, "The amount in pounds.")
    visitor.optional("agreedOn", &agreedOn, "When it was agreed.")
    visitor.optional("invoicedOn", &invoicedOn, "When it was invoiced.")
    visitor.optional("due", &due, "By when it is paid.")
    visitor.optional("paidOn", &paidOn, "When it was paid.")
    visitor.optional("dispute", &dispute, "The dispute that it led to.")
    visitor.optional("endedOn", &endedOn, "Since when the agency pays no more.")
    visitor.optional("indicator", &indicator, "The indicator that holds the same figure.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional(
      "illustrative", &illustrative, "True when the record illustrates and was not published.")
    visitor.optional("source", &source, "Where this was published.")
  }
}

extension Contribution {
  /// The part of the work to which it belongs.
  public static let area = RecordArea.money

  /// Where such records lie.
  public static let homes: [Home<Contribution>] = [
    .list(
      "contributions", in: "partnerships/*/money.json",
      "What each partner pays, what else comes in, and what it is spent on."
    ) { $0.partnership.id }
  ]

  /// The columns of a list of them.
  public static let columns: [ListColumn<Contribution>] = [
    ListColumn("who", "Contributor", isMain: true) { record, context in record.who(context.names) },
    ListColumn(field: "period"),
    ListColumn(field: "amount"),
    ListColumn(field: "share"),
    ListColumn(field: "form"),
    ListColumn.standing("Paid") { record, context in
      if context.hasHappened(record.paidOn) { return "paid" }
      if let last = record.due?.last, last < context.day { return "overdue" }
      return context.hasHappened(record.endedOn) ? "ended" : ""
    },
  ]

  /// By when something is owed.
  public static let clocks = [
    Clock.own(
      "contributionDue", "the contribution names the day by which it is paid",
      rule: "contribution-due", "Contribution", form: .funding, of: Contribution.self
    ) { record, context in
      [
        Owed(
          "Contribution: \(record.who(context.names))", due: record.due,
          isDone: record.paidOn != nil, doneOn: record.paidOn)
      ]
    }
  ]

  /// It is ticked as paid.
  public static var tick: Tick<Contribution>? {
    .day("paidOn", \.paidOn)
  }

  /// The contributor as printed, else the agency.
  public func who(_ names: Names) -> String {
    printedName.isEmpty ? agency.map { names(Agency.kind, $0.id) } ?? form.title : printedName
  }
}

/// What sort of income it is.
public enum ContributionForm: String, Choice {
  case partner, otherIncome, training, reserve, grant

  /// What is chosen, in words.
  public var title: String {
    switch self {
    case .partner: "contribution of a partner"
    case .otherIncome: "other income"
    case .training: "income from training"
    case .reserve: "from the reserve"
    default: inWords(rawValue).lowercased()
    }
  }
}

extension Workspace {
  /// What agencies pay.
  public var contributions: RecordTable<Contribution> {
    get { self[Contribution.self] }
    _modify { yield &self[Contribution.self] }
  }
}
