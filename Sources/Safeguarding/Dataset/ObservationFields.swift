/// What a value says: what most of them say in place, what few say aside, so that very many take little memory.
///
/// Values are the records of which there are most. One is kept once however many tables hold it: that of its file,
/// that of the folder, and what is published of it.
@usableFromInline
struct ObservationFields: Hashable, Sendable {
  @usableFromInline var id: String = ""
  @usableFromInline var indicator: Reference<Indicator> = ""
  @usableFromInline var agency: Reference<Agency>?
  @usableFromInline var period: ImpreciseDate?
  @usableFromInline var periodLabel: String = ""
  @usableFromInline var value: Measure?
  @usableFromInline var provisional: Bool = false
  @usableFromInline var illustrative: Bool = false
  @usableFromInline var breakdown: [Breakdown] = []
  @usableFromInline var source: [Citation] = []
  @usableFromInline var keptCounts: Kept<Counts>?
  @usableFromInline var keptRare: Kept<Rare>?

  /// What was counted, and out of what.
  @usableFromInline struct Counts: Hashable, Sendable {
    @usableFromInline var numerator: Measure?
    @usableFromInline var denominator: Measure?

    @usableFromInline init() {}

    @usableFromInline static let none = Counts()
  }

  /// What few values say.
  @usableFromInline struct Rare: Hashable, Sendable {
    @usableFromInline var asAt: ImpreciseDate?
    @usableFromInline var analysis: String = ""
    @usableFromInline var enteredBy: Reference<Person>?
    @usableFromInline var supersedes: String = ""
    @usableFromInline var knownSince: ImpreciseDate?
    @usableFromInline var note: String = ""

    @usableFromInline init() {}

    @usableFromInline static let nothing = Rare()
  }

  @inlinable var counts: Counts {
    get { keptCounts?.value ?? .none }
    set { if newValue != counts { keptCounts = newValue == .none ? nil : Kept(newValue) } }
  }

  @inlinable var rare: Rare {
    get { keptRare?.value ?? .nothing }
    set { if newValue != rare { keptRare = newValue == .nothing ? nil : Kept(newValue) } }
  }

  /// Visits each field, in the order in which people read them.
  @inlinable
  mutating func visit(_ visitor: inout some FieldVisitor) {
    var (counts, rare) = (counts, rare)
    visitor.required("id", &id, "A short id of the value: small letters, digits and hyphens.")
    visitor.required("indicator", &indicator, "The indicator that was measured.")
    visitor.optional("agency", &agency, "The agency that supplied the value.")
    visitor.required("period", &period, "The period or the day the value is for.")
    visitor.optional(
      "periodLabel", &periodLabel, "The period as printed, where the date does not say it.")
    visitor.required("value", &value, "The value.")
    visitor.optional("numerator", &counts.numerator, "What was counted.")
    visitor.optional("denominator", &counts.denominator, "Out of what it was counted.")
    visitor.optional(
      "breakdown", &breakdown, "The part that it is for; the whole where nothing is given.")
    visitor.optional(
      "asAt", &rare.asAt, "The day on which it was counted, where the period does not say it.")
    visitor.optional(
      "analysis", &rare.analysis, "What it means, as whoever knows the service says.")
    visitor.optional("enteredBy", &rare.enteredBy, "Who entered it.")
    visitor.optional("provisional", &provisional, "True when the value may still be restated.")
    visitor.optional(
      "supersedes", &rare.supersedes,
      "The earlier value that this one restates, by its id where it is for another period, and why."
    )
    visitor.optional(
      "knownSince", &rare.knownSince,
      "Since when it has been known, where its source's date does not say it.")
    visitor.optional("note", &rare.note, "What else a reader should know.")
    visitor.optional(
      "illustrative", &illustrative, "True when the record illustrates and was not published.")
    visitor.optional("source", &source, "Where this was published.")
    (self.counts, self.rare) = (counts, rare)
  }
}

extension Observation: CustomReflectable {
  /// All that is stored of it, wherever it lies, as other records reflect it.
  public var customMirror: Mirror {
    let aside: Set = ["keptCounts", "keptRare"]
    let fields = Mirror(reflecting: kept.value).children.filter { child in
      child.label.map { !aside.contains($0) } ?? true
    }
    let more =
      Array(Mirror(reflecting: kept.value.counts).children)
      + Array(Mirror(reflecting: kept.value.rare).children)
    return Mirror(self, children: fields + more, displayStyle: .struct)
  }
}
