/// What a partnership has and spends in a year.
public struct Budget: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "budget", title: "Budget",
    help:
      "What a partnership has and spends in a year: the totals as printed, the shortfall, the reserve."
  )
  /// A short id of the budget: small letters, digits and hyphens.
  public var id: String = ""
  /// The partnership.
  public var partnership: Reference<Partnership> = ""
  /// The year.
  public var period: ImpreciseDate?
  /// The total income in pounds, as printed.
  public var total: Measure?
  /// What is spent in pounds.
  public var spend: Measure?
  /// What is missing in pounds, as printed.
  public var shortfall: Measure?
  /// What is taken from the reserve.
  public var fromReserve: Measure?
  /// What is in the reserve at the end.
  public var reserve: Measure?
  /// What it is spent on.
  public var lines: [BudgetLine] = []
  /// By when it is agreed.
  public var due: ImpreciseDate?
  /// When it was agreed.
  public var agreedOn: ImpreciseDate?
  /// Who agreed it.
  public var agreedBy: String = ""
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
  public var label: String { "Budget \(period?.short ?? "")" }

  /// What matters first.
  public static var form: FormLayout {
    FormLayout(
      Budget.self,
      first: [
        "partnership", "period", "total", "spend", "shortfall", "fromReserve", "due", "agreedOn",
        "lines",
      ])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "lines": FieldWords("Spent on", one: "line"),
    "due": "To be agreed by",
    "fromReserve": "From the reserve",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("id", &id, "A short id of the budget: small letters, digits and hyphens.")
    visitor.required("partnership", &partnership, "The partnership.")
    visitor.required("period", &period, "The year.")
    visitor.optional("total", &total, "The total income in pounds, as printed.")
    visitor.optional("spend", &spend, "What is spent in pounds.")
    visitor.optional("shortfall", &shortfall, "What is missing in pounds, as printed.")
    visitor.optional("fromReserve", &fromReserve, "What is taken from the reserve.")
    visitor.optional("reserve", &reserve, "What is in the reserve at the end.")
    visitor.optional("lines", &lines, "What it is spent on.")
    visitor.optional("due", &due, "By when it is agreed.")
    visitor.optional("agreedOn", &agreedOn, "When it was agreed.")
    visitor.optional("agreedBy", &agreedBy, "Who agreed it.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional(
      "illustrative", &illustrative, "True when the record illustrates and was not published.")
    visitor.optional("source", &source, "Where this was published.")
  }
}

extension Budget {
  /// The part of the work to which it belongs.
  public static let area = RecordArea.money

  /// Where such records lie.
  public static let homes: [Home<Budget>] = [
    .list(
      "budgets", in: "partnerships/*/money.json",
      "What each partner pays, what else comes in, and what it is spent on."
    ) { $0.partnership.id }
  ]

  /// The columns of a list of them.
  public static let columns: [ListColumn<Budget>] = [
    ListColumn("year", "Year", isMain: true) { record, _ in record.label },
    ListColumn(field: "total"),
    ListColumn(field: "spend"),
    ListColumn(field: "shortfall"),
    ListColumn(field: "fromReserve"),
    ListColumn(field: "agreedOn"),
  ]

  /// By when something is owed.
  public static let clocks = [
    Clock.own(
      "budgetDue", "the budget names the day by which it is agreed", rule: "budget-due",
      "Budget", form: .funding, of: Budget.self, due: { $0.due }, done: { $0.agreedOn })
  ]

  /// It is ticked as agreed.
  public static var tick: Tick<Budget>? {
    .day("agreedOn", \.agreedOn)
  }
}

/// Something that money is spent on.
public struct BudgetLine: Record {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "budgetLine", title: "Line of a budget",
    help: "Something that money is spent on, planned and actual.")
  /// What it is spent on.
  public var what: String = ""
  /// What is planned, in pounds.
  public var planned: Measure?
  /// What was spent, in pounds.
  public var actual: Measure?

  /// An empty one.
  public init() {}

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("what", &what, "What it is spent on.")
    visitor.optional("planned", &planned, "What is planned, in pounds.")
    visitor.optional("actual", &actual, "What was spent, in pounds.")
  }

  /// What it is spent on, and how much.
  public func lines(_ names: Names) -> [String] {
    let amounts = [planned.map { "planned \($0.text)" }, actual.map { "spent \($0.text)" }]
      .compactMap(\.self)
    return ["\(what)\(amounts.isEmpty ? "" : ": \(amounts.joined(separator: ", "))")"]
  }
}

extension Workspace {
  /// What partnerships have and spend.
  public var budgets: RecordTable<Budget> {
    get { self[Budget.self] }
    _modify { yield &self[Budget.self] }
  }
}
