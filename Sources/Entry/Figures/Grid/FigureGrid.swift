package import Safeguarding

/// The figures of one agency for one period, as they are entered: a row for each indicator that it supplies.
///
/// It is a value that knows nothing of keys: what is typed into its rows, what that is understood as, what
/// is found by checks, and the changes that save it.
package struct FigureGrid: Hashable, Sendable {
  /// Whose figures they are.
  package struct Source: Hashable, Sendable {
    /// The id of the partnership whose dataset they go to.
    package let partnership: String
    /// The id of the agency; empty for indicators that name no supplier.
    package let agency: String

    /// An agency that sends figures to a partnership.
    package init(partnership: String, agency: String) {
      (self.partnership, self.agency) = (partnership, agency)
    }
  }

  /// One figure.
  package struct Row: Hashable, Sendable {
    /// What is measured.
    package let indicator: Indicator
    /// The parts that the figure is for; none for the whole.
    package let parts: [Breakdown]
    /// Where it lay before.
    package let past: FigurePast
    /// The figure that is there already; nil for none.
    package let base: Observation?
    /// The file that holds it, or into which it goes.
    package let document: String
    /// Why it cannot be changed, as a sentence; nil where it can.
    package let lock: String?
    /// What stood in its cells when it was opened.
    package let before: Texts
    /// What stands in its cells.
    package var texts: Texts

    /// What it is known by in a draft.
    package var key: String {
      ([indicator.id] + parts.map { "\($0.by)=\($0.part)" }).joined(separator: "|")
    }

    /// What people call it.
    package var label: String {
      parts.isEmpty ? indicator.label : parts.map(\.part).joined(separator: ", ")
    }

    /// Whether what is typed is something else than what stood there; blank leaves what is there.
    package var isChanged: Bool {
      let value = texts.value != before.value && !(texts.value.isEmpty && base != nil)
      return value || texts.comment != before.comment && !(texts.value.isEmpty && base == nil)
    }

    /// What is typed, as it is understood; what stood there unchanged is what it was.
    package var cell: FigureCell {
      FigureCell(texts.value, for: indicator, after: past.before?.value ?? base?.value)
    }

    /// The figure as it would be saved; nil for none.
    package var figure: Observation? {
      if texts.value == before.value || texts.value.isEmpty { return base }
      let cell = cell
      guard let value = cell.value else { return nil }
      var figure = base ?? Observation()
      figure.value = value
      (figure.numerator, figure.denominator) = (cell.numerator, cell.denominator)
      figure.breakdown = parts
      return figure
    }
  }

  /// What stands in the two cells of a row.
  package struct Texts: Hashable, Sendable {
    /// The figure.
    package var value = ""
    /// What is said of it.
    package var comment = ""

    /// Nothing stands there.
    package init() {}
  }

  /// Whose figures they are.
  package let source: Source
  /// The period that they are for.
  package let period: FigurePeriod
  /// The rows, in the order of the dataset, parts behind their whole.
  package var rows: [Row]
  /// The returns of the agency for the period that have not come in, and may be marked.
  package let owed: [Submission]
  /// Why none of them can be marked, as a sentence; empty where one can.
  package let noMark: String
  /// Whether they are marked as come in when the figures are saved.
  package var isReceived: Bool

  /// Lays out what there is to enter.
  ///
  /// - Parameters:
  ///   - source: Whose figures.
  ///   - period: The period.
  ///   - shown: All that is known, as far as the person may see it: what was before.
  ///   - stored: All that is known: what is changed.
  package init(
    _ source: Source, _ period: FigurePeriod, shown: Workspace, stored: Workspace
  ) {
    (self.source, self.period) = (source, period)
    let indicators = FigureGrid.indicators(of: source, in: stored)
    rows = indicators.flatMap { indicator in
      FigureGrid.parts(of: indicator, source, period, in: shown).map { parts in
        Row(indicator, parts, source, period, shown: shown, stored: stored)
      }
    }
    let all = stored.submissions.all.filter {
      $0.partnership.id == source.partnership && $0.agency.id == source.agency
        && period.isSame(as: $0.period)
    }
    owed = all.filter { submission in
      guard submission.status == .notReceived,
        let document = stored.document(of: submission.link)
      else { return false }
      return stored.lock(on: submission.link, in: document, fields: Submission.tick?.fields) == nil
    }
    noMark =
      !owed.isEmpty
      ? ""
      : all.isEmpty
        ? "No return is recorded for this period: there is nothing to mark."
        : all.allSatisfy { $0.status == .received }
          ? "Its return is marked as received already." : "Its return is not yours to mark."
    isReceived = !owed.isEmpty
  }

  /// The indicators that an agency supplies: those that name it, and those it gave figures of.
  package static func indicators(of source: Source, in workspace: Workspace) -> [Indicator] {
    let own = workspace.indicators.all.filter { $0.partnership.id == source.partnership }
    if source.agency.isEmpty { return own.filter(\.suppliers.isEmpty) }
    return own.filter { indicator in
      if indicator.suppliers.contains(where: { $0.id == source.agency }) { return true }
      return indicator.suppliers.isEmpty
        && workspace.values(of: indicator).contains { $0.agency?.id == source.agency }
    }
  }

  /// The whole, and the parts that it had in the period or in the last one before that had any.
  private static func parts(
    of indicator: Indicator, _ source: Source, _ period: FigurePeriod, in workspace: Workspace
  ) -> [[Breakdown]] {
    let parts = workspace.parts(of: indicator).filter {
      ($0.agency.map { $0.id == source.agency } ?? true) && $0.breakdown.count == 1
    }
    let last = parts.last { value in
      guard let end = value.period?.last, let own = period.date.last else { return false }
      return end <= own
    }
    let named = parts.filter { value in
      period.isSame(as: value.period)
        || last?.period?.first == value.period?.first && last?.period?.last == value.period?.last
    }
    var seen: [[Breakdown]] = [[]]
    for value in named where !seen.contains(value.breakdown) { seen.append(value.breakdown) }
    return seen
  }
}

extension FigureGrid.Row {
  /// A figure of an agency for a period, as it stands.
  fileprivate init(
    _ indicator: Indicator, _ parts: [Breakdown], _ source: FigureGrid.Source,
    _ period: FigurePeriod, shown: Workspace, stored: Workspace
  ) {
    let here = stored.values(of: indicator).filter { value in
      value.breakdown == parts && period.isSame(as: value.period)
        && (source.agency.isEmpty || value.agency.map { $0.id == source.agency } ?? true)
    }
    let counting = here.filter { value in
      !here.contains { $0.id != value.id && $0.supersedes.contains(value.id) }
    }
    let base = counting.last { $0.agency?.id == source.agency } ?? counting.last
    var new = Observation()
    new.period = period.date
    new.agency = source.agency.isEmpty ? nil : Reference(source.agency)
    let own = base.flatMap { stored.document(of: $0.link) }
    let document = own ?? new.ownDocument ?? ""
    let record = base?.link ?? RecordID(Observation.kind, "")
    let lock = stored.lock(on: record, in: own ?? stored.placed(document))
    var texts = FigureGrid.Texts()
    // Who may not change a figure sees what they may see of it.
    let seen = lock == nil ? base : base.flatMap { shown.values[$0.id] }
    texts.value = FigureCell.text(of: seen?.value, seen?.numerator, seen?.denominator)
    texts.comment = seen?.analysis ?? ""
    self.init(
      indicator: indicator, parts: parts,
      past: FigurePast(
        of: indicator, parts, by: source.agency, before: period.date, in: shown),
      base: base, document: document, lock: lock, before: texts, texts: texts)
  }
}
