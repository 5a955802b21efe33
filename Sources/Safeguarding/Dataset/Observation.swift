/// What was measured for an indicator in one period.
public struct Observation: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "value", title: "Value",
    help: "A value of an indicator for one period.")
  /// A short id of the value: small letters, digits and hyphens.
  public var id: String = ""
  /// The indicator that was measured.
  public var indicator: Reference<Indicator> = ""
  /// The agency that supplied the value.
  public var agency: Reference<Agency>?
  /// The period or the day the value is for.
  public var period: ImpreciseDate?
  /// The period as printed, where the date does not say it.
  public var periodLabel: String = ""
  /// The value.
  public var value: Measure?
  /// What was counted.
  public var numerator: Measure?
  /// Out of what it was counted.
  public var denominator: Measure?
  /// The part that it is for; the whole where nothing is given.
  public var breakdown: [Breakdown] = []
  /// The day on which it was counted, where the period does not say it.
  public var asAt: ImpreciseDate?
  /// What it means, as whoever knows the service says.
  public var analysis: String = ""
  /// Who entered it.
  public var enteredBy: Reference<Person>?
  /// True when the value may still be restated.
  public var provisional: Bool = false
  /// The earlier value that this one restates, and why.
  public var supersedes: String = ""
  /// Since when it has been known, where its source's date does not say it.
  public var knownSince: ImpreciseDate?
  /// What else a reader should know.
  public var note: String = ""
  /// True when the record illustrates and was not published.
  public var illustrative: Bool = false
  /// Whether it illustrates; asked of very many records, so it is not looked up by its name.
  public var isIllustrative: Bool { illustrative }
  /// Where this was published.
  public var source: [Citation] = []

  /// An empty value.
  public init() {}

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
    visitor.required("id", &id, "A short id of the value: small letters, digits and hyphens.")
    visitor.required("indicator", &indicator, "The indicator that was measured.")
    visitor.optional("agency", &agency, "The agency that supplied the value.")
    visitor.required("period", &period, "The period or the day the value is for.")
    visitor.optional(
      "periodLabel", &periodLabel, "The period as printed, where the date does not say it.")
    visitor.required("value", &value, "The value.")
    visitor.optional("numerator", &numerator, "What was counted.")
    visitor.optional("denominator", &denominator, "Out of what it was counted.")
    visitor.optional(
      "breakdown", &breakdown, "The part that it is for; the whole where nothing is given.")
    visitor.optional(
      "asAt", &asAt, "The day on which it was counted, where the period does not say it.")
    visitor.optional("analysis", &analysis, "What it means, as whoever knows the service says.")
    visitor.optional("enteredBy", &enteredBy, "Who entered it.")
    visitor.optional("provisional", &provisional, "True when the value may still be restated.")
    visitor.optional(
      "supersedes", &supersedes,
      "The earlier value that this one restates, by its id where it is for another period, and why."
    )
    visitor.optional(
      "knownSince", &knownSince,
      "Since when it has been known, where its source's date does not say it.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional(
      "illustrative", &illustrative, "True when the record illustrates and was not published.")
    visitor.optional("source", &source, "Where this was published.")
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

  /// The forms of a few fields of a value.
  public static var forms: [RecordForm] { [figureForm] }

  /// What was measured, on one line under its indicator, one indicator after another.
  package static let figureForm = RecordForm(
    "figure", "figure", ["value"], isInline: true, isOneOfMany: true,
    wayBack: "‹figures› on the same indicator",
    several: "Press ‹figures› on the same indicator, for the same period")

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
    precedes: { left, right in
      let never = ImpreciseDate(words: "")
      return (left.period ?? never) < (right.period ?? never)
    })

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
