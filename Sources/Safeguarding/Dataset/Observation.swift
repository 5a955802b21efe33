/// What was measured for an indicator in one period.
public struct Observation: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "value", title: "Value",
    help: "A value of an indicator for one period.")
  @usableFromInline var kept: Kept<ObservationFields>

  /// What it says; another one is kept when it says something else.
  @inlinable var fields: ObservationFields {
    get { kept.value }
    set { if newValue != kept.value { kept = Kept(newValue) } }
  }

  /// A short id of the value: small letters, digits and hyphens.
  public var id: String {
    get { kept.value.id }
    set { fields.id = newValue }
  }
  /// The indicator that was measured.
  public var indicator: Reference<Indicator> {
    get { kept.value.indicator }
    set { fields.indicator = newValue }
  }
  /// The agency that supplied the value.
  public var agency: Reference<Agency>? {
    get { kept.value.agency }
    set { fields.agency = newValue }
  }
  /// The period or the day the value is for.
  public var period: ImpreciseDate? {
    get { kept.value.period }
    set { fields.period = newValue }
  }
  /// The period as printed, where the date does not say it.
  public var periodLabel: String {
    get { kept.value.periodLabel }
    set { fields.periodLabel = newValue }
  }
  /// The value.
  public var value: Measure? {
    get { kept.value.value }
    set { fields.value = newValue }
  }
  /// What was counted.
  public var numerator: Measure? {
    get { kept.value.counts.numerator }
    set { fields.counts.numerator = newValue }
  }
  /// Out of what it was counted.
  public var denominator: Measure? {
    get { kept.value.counts.denominator }
    set { fields.counts.denominator = newValue }
  }
  /// The part that it is for; the whole where nothing is given.
  public var breakdown: [Breakdown] {
    get { kept.value.breakdown }
    set { fields.breakdown = newValue }
  }
  /// The day on which it was counted, where the period does not say it.
  public var asAt: ImpreciseDate? {
    get { kept.value.rare.asAt }
    set { fields.rare.asAt = newValue }
  }
  /// What it means, as whoever knows the service says.
  public var analysis: String {
    get { kept.value.rare.analysis }
    set { fields.rare.analysis = newValue }
  }
  /// Who entered it.
  public var enteredBy: Reference<Person>? {
    get { kept.value.rare.enteredBy }
    set { fields.rare.enteredBy = newValue }
  }
  /// True when the value may still be restated.
  public var provisional: Bool {
    get { kept.value.provisional }
    set { fields.provisional = newValue }
  }
  /// The earlier value that this one restates, and why.
  public var supersedes: String {
    get { kept.value.rare.supersedes }
    set { fields.rare.supersedes = newValue }
  }
  /// Since when it has been known, where its source's date does not say it.
  public var knownSince: ImpreciseDate? {
    get { kept.value.rare.knownSince }
    set { fields.rare.knownSince = newValue }
  }
  /// What else a reader should know.
  public var note: String {
    get { kept.value.rare.note }
    set { fields.rare.note = newValue }
  }
  /// True when the record illustrates and was not published.
  public var illustrative: Bool {
    get { kept.value.illustrative }
    set { fields.illustrative = newValue }
  }
  /// Whether it illustrates; asked of very many records, so it is not looked up by its name.
  public var isIllustrative: Bool { kept.value.illustrative }
  /// Where this was published.
  public var source: [Citation] {
    get { kept.value.source }
    set { fields.source = newValue }
  }

  private static let empty = Kept(ObservationFields())

  /// An empty value.
  public init() { kept = Observation.empty }

  /// Period and value.
  public var label: String {
    let part = partText.isEmpty ? "" : ", \(partText)"
    return "\(periodText)\(part): \(value?.text ?? "no value")"
  }

  /// The part that it is for, in words; empty for the whole.
  public var partText: String { breakdown.map(\.part).joined(separator: ", ") }

  /// Whether it is for all that is measured, and not for a part.
  public var isWhole: Bool { breakdown.isEmpty }

  /// What matters first.
  public static var form: FormLayout {
    FormLayout(
      Observation.self,
      first: ["indicator", "period", "value", "provisional", .long("analysis"), .long("note")])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "periodLabel": "Period in print",
    "numerator": "Number counted",
    "denominator": "Out of",
    "supersedes": "Restates",
    "breakdown": "For the part",
    "asAt": "Counted on",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    var fields = fields
    fields.visit(&visitor)
    self.fields = fields
  }

  /// The period as it is shown.
  public var periodText: String { periodLabel.isEmpty ? period?.brief ?? "" : periodLabel }
}

extension Observation {
  /// Where such records lie.
  public static let homes: [Home<Observation>] = [
    .list(
      "values", in: "dataset/values/*.json",
      "Values of indicators: those that one agency supplied, or one source printed, for a year."
    ) {
      fileName(by: $0.agency?.id ?? $0.source.first?.document.id, for: $0.period)
    }
  ]

  /// The columns of a list of values.
  public static let columns: [ListColumn<Observation>] = [
    ListColumn("indicator", "Indicator", isMain: true) {
      $1.names(Indicator.kind, $0.indicator.id)
    },
    ListColumn(field: "period"), ListColumn(field: "value"), ListColumn(field: "agency"),
    ListColumn(field: "provisional"), ListColumn(field: "note"),
  ]

  /// The values of each indicator, earliest first; those for its parts, of which there can be very many,
  /// by themselves.
  public static let grouping: RecordGrouping<Observation>? = RecordGrouping(
    by: { $0.isWhole ? $0.indicator.id : groupOfParts($0.indicator.id) },
    precedes: { left, right in (left.period ?? never) < (right.period ?? never) })

  private static let never = ImpreciseDate(words: "")

  /// By what the values for parts of an indicator are found: no id holds the sign.
  static func groupOfParts(_ indicator: String) -> String { indicator + "#" }

  /// The indicator to whose values a group belongs.
  static func indicator(ofGroup key: String) -> String {
    key.hasSuffix("#") ? String(key.dropLast()) : key
  }

  /// The name of the file for values: whose they are, and the reporting year in which they end.
  ///
  /// A reporting year is called by the year in which it begins: what was measured from April 2024 to
  /// March 2025 lies in one file.
  public static func fileName(by source: String?, for period: ImpreciseDate?) -> String {
    let year = period?.last.map { day in
      padded(RulePeriod.financialYear.period(of: day).lowerBound.year, 4)
    }
    let name = source.flatMap { $0.isEmpty ? nil : $0 } ?? "values"
    return "\(name)-\(year ?? "undated")"
  }
}

extension Workspace {
  /// What was measured for all indicators.
  public var values: RecordTable<Observation> {
    get { self[Observation.self] }
    _modify { yield &self[Observation.self] }
  }

  /// What was measured for an indicator, earliest first.
  public func values(of indicator: Indicator) -> [Observation] {
    values.positions(inGroups: [indicator.id, Observation.groupOfParts(indicator.id)])
      .map { values.all[$0] }
  }

  /// What was measured for all that an indicator counts, earliest first.
  public func wholeValues(of indicator: Indicator) -> [Observation] { values.group(indicator.id) }

  /// Whether anything was measured for an indicator.
  public func hasValues(of indicator: Indicator) -> Bool {
    values.hasGroup(indicator.id) || values.hasGroup(Observation.groupOfParts(indicator.id))
  }

  /// What was measured for parts of it, earliest first.
  public func parts(of indicator: Indicator) -> [Observation] {
    values.group(Observation.groupOfParts(indicator.id))
  }
}
