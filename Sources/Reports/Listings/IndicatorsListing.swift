import JSONDocument
package import Safeguarding

/// The indicators with their latest values, or the values of one of them.
package struct IndicatorsListing: Sendable {
  /// The indicators, a row each, or the values of one, a row each, earliest first.
  package let listing: Listing

  /// Lists every indicator with its latest value within bounds.
  package init(
    _ workspace: Workspace, within bounds: PeriodBounds = .all, on day: CalendarDate? = nil
  ) {
    var listing = Listing(columns: IndicatorsListing.columns)
    let published = workspace.published
    for indicator in workspace.indicators.all {
      func reading(_ workspace: Workspace) -> IndicatorReading {
        workspace.reading(of: indicator, on: day) { bounds.contains($0.period) }
      }
      let own = reading(workspace)
      func cells(isMarked: Bool) -> [Listing.Cell] {
        IndicatorsListing.cells(of: own, in: workspace, isMarked: isMarked)
      }
      let plain = cells(isMarked: false)
      let isOther =
        published.map {
          IndicatorsListing.cells(of: reading($0), in: $0, isMarked: false) != plain
        } ?? false
      listing.add(indicator.illustrative || isOther ? cells(isMarked: true) : plain)
    }
    self.listing = listing
  }

  /// Lists the values of one indicator within bounds, each rated against each comparator.
  ///
  /// - Throws: ``ReportError`` for an unknown indicator.
  package init(
    _ workspace: Workspace, of id: String, within bounds: PeriodBounds = .all,
    on day: CalendarDate? = nil
  ) throws(ReportError) {
    var listing = Listing(columns: IndicatorsListing.valueColumns)
    if let indicator = try workspace.indicators.named(id, workspace.access) {
      let reading = workspace.reading(of: indicator, on: day) { bounds.contains($0.period) }
      let published = workspace.published?.reading(of: indicator, on: day) {
        bounds.contains($0.period)
      }
      for value in workspace.values(of: indicator) where bounds.contains(value.period) {
        if let day, !workspace.documents.isKnown(value, on: day) { continue }
        let plain = IndicatorsListing.cells(of: value, reading, isMarked: false)
        let isOther =
          published.map { IndicatorsListing.cells(of: value, $0, isMarked: false) != plain }
          ?? false
        let isMarked = indicator.illustrative || value.illustrative || isOther
        listing.add(
          isMarked ? IndicatorsListing.cells(of: value, reading, isMarked: true) : plain)
      }
    }
    self.listing = listing
  }

  private static let columns: [Listing.Column] = [
    .init("id", "Id"), .init("title", "Title"), .init("cluster"),
    .init("partnership", "For"), .init("period"), .init("value"), .init("valueText", "Latest"),
    .init("qualifier"), .init("unit", "Unit"), .init("polarity"), .init("change", "Change"),
    .init("comparators", "Compare with"), .init("direction"), .init("periodText", "Period"),
    .init("changeIsBetter"), .init("illustrative", "Illustrative"), .init("disputed"),
  ]

  private static func cells(
    of reading: IndicatorReading, in workspace: Workspace, isMarked: Bool
  ) -> [Listing.Cell] {
    let (indicator, latest) = (reading.indicator, reading.latest)
    return [
      .text(indicator.id), .coded(indicator.title, shown: indicator.label),
      .known(indicator.cluster.id), workspace.cell(indicator.partnership),
      .known(latest?.period?.iso),
      reading.rivals.isEmpty ? latest?.value?.cell ?? .nothing : .nothing,
      .known(latest.flatMap { ([$0] + reading.rivals).choice(orNothing: $0.value) }),
      .known(latest?.value?.qualifier.word), .known(indicator.unit),
      .coded(indicator.polarity.rawValue, shown: indicator.polarity.title),
      reading.change?.cell(reading.latest?.value, reading.previous?.value) ?? .nothing,
      .list(reading.allCompared.map { .object($0.members) }),
      .known(reading.change?.direction.word), .known(latest?.periodText),
      reading.change?.isBetter.map { .boolean($0) } ?? .nothing,
      .boolean(isMarked),
      .boolean(!reading.rivals.isEmpty),
    ]
  }

  private static let valueColumns: [Listing.Column] = [
    .init("id"), .init("period"), .init("periodText", "Period"), .init("value"),
    .init("valueText", "Value"), .init("qualifier"), .init("unit", "Unit"),
    .init("comparisons", "Compared with"), .init("note", "Note"), .init("provisional"),
    .init("illustrative", "Illustrative"), .init("restatedBy", "Restated by"), .init("disputed"),
  ]

  private static func cells(
    of value: Observation, _ whole: IndicatorReading, isMarked: Bool
  ) -> [Listing.Cell] {
    let indicator = whole.indicator
    let reading = IndicatorReading(indicator, values: [value])
    return [
      .text(indicator.id), .known(value.period?.iso), .known(value.periodText),
      value.value?.cell ?? .nothing, .known(value.value?.text),
      .known(value.value?.qualifier.word), .known(indicator.unit),
      .list(
        whole.allCompared.map { comparator in
          let comparison = reading.comparison(with: comparator)
          return .object(
            comparator.members + [
              .init(
                "difference",
                comparison?.cell(value.value, comparator.value) ?? .nothing, isShown: false),
              .init("direction", .known(comparison?.direction.word), isShown: false),
              .init("rating", rating(comparison)),
            ])
        }), .known(value.note), .boolean(value.provisional),
      .boolean(isMarked),
      .known(whole.restated[value.id]),
      .boolean(whole.disputed.contains { $0.contains { $0.id == value.id } }),
    ]
  }

  /// Whether a value is better than a comparator's; people read on which side it lies where neither is.
  private static func rating(_ comparison: IndicatorReading.Comparison?) -> Listing.Cell {
    guard let comparison else { return .coded("notComparable", shown: "cannot be compared") }
    if comparison.direction == .same { return .text("same") }
    return comparison.isBetter.map { .text($0 ? "better" : "worse") }
      ?? .coded("notRated", shown: comparison.direction == .up ? "above" : "below")
  }
}

extension [Observation] {
  /// The value in words, or those to choose from.
  fileprivate func choice(orNothing value: Measure?) -> String? {
    count == 1 ? value?.text : choice
  }
}

extension Comparator {
  fileprivate var members: [Listing.Cell.Member] {
    [
      .init("name", .text(name)),
      .init(
        "period", .known(period?.iso, shown: period?.short ?? "period not printed")),
      .init("value", value?.cell ?? .nothing, isShown: false),
      .init("valueText", .known(value?.text)),
    ]
  }
}
