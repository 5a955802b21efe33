/// Money that was given for a purpose, to be spent by a day.
public struct Grant: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "grant", title: "Grant",
    help: "Money that was given for a purpose, to be spent by a day, and what it was spent on.")
  /// A short id of the grant: small letters, digits and hyphens.
  public var id: String = ""
  /// The partnership.
  public var partnership: Reference<Partnership> = ""
  /// What it is called.
  public var title: String = ""
  /// Who gave it.
  public var giver: String = ""
  /// How much, in pounds.
  public var amount: Measure?
  /// The year it is for.
  public var period: ImpreciseDate?
  /// When it came.
  public var receivedOn: ImpreciseDate?
  /// By when it has to be spent.
  public var due: ImpreciseDate?
  /// What it was spent on.
  public var spends: [BudgetLine] = []
  /// When all of it was spent.
  public var spentOn: ImpreciseDate?
  /// The duty that holds the day by which it has to be spent.
  public var obligation: Reference<Obligation>?
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
  public var label: String { title }

  /// What matters first.
  public static var form: FormLayout {
    FormLayout(
      Grant.self,
      first: [
        "partnership", .title("title"), "giver", "amount", "receivedOn", "due", "spends", "spentOn",
      ])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "giver": "Given by",
    "due": "To be spent by",
    "spends": FieldWords("Spent on", one: "line"),
    "spentOn": "Spent by",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("id", &id, "A short id of the grant: small letters, digits and hyphens.")
    visitor.required("partnership", &partnership, "The partnership.")
    visitor.required("title", &title, "What it is called.")
    visitor.optional("giver", &giver, "Who gave it.")
    visitor.optional("amount", &amount, "How much, in pounds.")
    visitor.optional("period", &period, "The year it is for.")
    visitor.optional("receivedOn", &receivedOn, "When it came.")
    visitor.optional("due", &due, "By when it has to be spent.")
    visitor.optional("spends", &spends, "What it was spent on.")
    visitor.optional("spentOn", &spentOn, "When all of it was spent.")
    visitor.optional(
      "obligation", &obligation, "The duty that holds the day by which it has to be spent.")
    visitor.optional("indicator", &indicator, "The indicator that holds the same figure.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional(
      "illustrative", &illustrative, "True when the record illustrates and was not published.")
    visitor.optional("source", &source, "Where this was published.")
  }
}

extension Grant {
  /// The part of the work to which it belongs.
  public static let area = RecordArea.money

  /// Where such records lie.
  public static let homes: [Home<Grant>] = [
    .list(
      "grants", in: "partnerships/*/money.json",
      "What each partner pays, what else comes in, and what it is spent on."
    ) { $0.partnership.id }
  ]

  /// The columns of a list of them.
  public static let columns: [ListColumn<Grant>] = [
    ListColumn("title", "Grant", isMain: true) { record, _ in record.title },
    ListColumn(field: "giver"),
    ListColumn(field: "amount"),
    ListColumn(field: "receivedOn"),
    ListColumn(field: "due"),
    ListColumn("spends", "Spent on") { record, _ in
      record.spends.map(\.what).joined(separator: "; ")
    },
    ListColumn("left", "Left, pounds") { record, _ in
      guard record.amount != nil else { return "" }
      return record.left.map { formatted($0, decimals: 0, grouping: true) } ?? "not known"
    },
  ]

  /// How many pounds of it are left; nil where the amount, or that of something it went on, is not known.
  public var left: Double? {
    guard let amount, amount.qualifier == .exact, let whole = amount.number else { return nil }
    if spentOn != nil { return 0 }
    var rest = whole
    for spend in spends {
      guard let spent = spend.actual, spent.qualifier == .exact, let number = spent.number else {
        return nil
      }
      rest -= number
    }
    return rest
  }

  /// By when something is owed.
  public static let clocks = [
    Clock.own(
      "grantSpendDue", "the grant names the day by which it is spent", rule: "grant-spend",
      "Spend a grant", form: .funding, of: Grant.self, due: { $0.due }, done: { $0.spentOn })
  ]

  /// It is ticked as spent.
  public static var tick: Tick<Grant>? {
    .day("spentOn", \.spentOn)
  }
}

extension Workspace {
  /// Money given for a purpose.
  public var grants: RecordTable<Grant> {
    get { self[Grant.self] }
    _modify { yield &self[Grant.self] }
  }
}
