import JSONDocument
package import Safeguarding

/// Every figure as a table: a row each, or a row for each indicator with its periods side by side.
package enum FigureTables {
  /// A row for each value, with everything that says what it is.
  package static func tidy(
    _ workspace: Workspace, within bounds: PeriodBounds = .all, on day: CalendarDate
  ) -> Listing {
    var listing = Listing(columns: tidyColumns)
    for indicator in workspace.indicators.all {
      for value in values(of: indicator, workspace, bounds, day) {
        listing.add([
          .text(indicator.id), .known(indicator.number), .text(indicator.title),
          .known(indicator.unit), .known(indicator.partnership.id), .known(value.agency?.id),
          .known(value.period?.first?.iso), .known(value.period?.last?.iso),
          .known(value.periodText), .known(value.breakdown.map(\.by).joined(separator: "; ")),
          .known(value.breakdown.map(\.part).joined(separator: "; ")),
          value.value?.cell ?? .nothing, .known(value.value?.symbol),
          .known(value.value?.qualifier.word), .known(value.value?.text),
          value.numerator?.cell ?? .nothing, value.denominator?.cell ?? .nothing,
          .boolean(value.provisional), .boolean(value.illustrative || indicator.illustrative),
          .known(value.note),
        ])
      }
    }
    return listing
  }

  private static let tidyColumns: [Listing.Column] = [
    .init("indicator", "Indicator"), .init("number", "No"), .init("title", "Title"),
    .init("unit", "Unit"), .init("partnership", "For"), .init("agency", "From"), .init("first"),
    .init("last"), .init("period", "Period"), .init("by", "By"), .init("part", "Part"),
    .init("value"), .init("symbol"), .init("qualifier"), .init("valueText", "Value"),
    .init("numerator"), .init("denominator"), .init("provisional"), .init("illustrative"),
    .init("note", "Note"),
  ]

  /// A row for each indicator and part, with a column for each period, earliest first; what is no number
  /// stands as the symbol that statistics print for it.
  package static func wide(
    _ workspace: Workspace, within bounds: PeriodBounds = .all, on day: CalendarDate
  ) -> Listing {
    let all = workspace.indicators.all.map { indicator in
      (indicator, values(of: indicator, workspace, bounds, day))
    }
    let periods = Set(all.flatMap { $0.1.compactMap(\.period) }).sorted()
    let heads = ["Ref", "Measure", "Unit", "Part"].map { Listing.Column($0, $0) }
    var listing = Listing(columns: heads + periods.map { .init($0.brief, $0.brief) })
    for (indicator, values) in all {
      var order: [[Breakdown]] = []
      var byPart: [[Breakdown]: [ImpreciseDate: Observation]] = [:]
      for value in values {
        guard let period = value.period else { continue }
        if byPart[value.breakdown] == nil { order.append(value.breakdown) }
        byPart[value.breakdown, default: [:]][period] = value
      }
      for part in order {
        let cells = periods.map { period -> Listing.Cell in
          guard let measure = byPart[part]?[period]?.value else { return .nothing }
          return measure.qualifier == .exact
            ? measure.cell : .text(measure.symbol.isEmpty ? measure.text : measure.symbol)
        }
        let number = indicator.number.isEmpty ? indicator.id : indicator.number
        listing.add(
          [
            .text(number), .text(indicator.title), .known(indicator.unit),
            .known(part.map(\.part).joined(separator: ", ")),
          ] + cells)
      }
    }
    return listing
  }

  /// The values of an indicator that count, known on a day, earliest first: the whole, then its parts.
  static func values(
    of indicator: Indicator, _ workspace: Workspace, _ bounds: PeriodBounds, _ day: CalendarDate
  ) -> [Observation] {
    let reading = workspace.reading(of: indicator, on: day) { bounds.contains($0.period) }
    let parts = workspace.parts(of: indicator).filter {
      bounds.contains($0.period) && workspace.documents.isKnown($0, on: day)
    }
    return reading.values + parts
  }
}

extension Measure {
  /// What tables print in place of a value; empty where there is a number or words.
  var symbol: String {
    switch qualifier {
    case .exact, .atLeast, .about, .phrase: ""
    case .notAvailable: (reason ?? .notAvailable).symbol
    case .suppressed: (reason ?? .confidential).symbol
    }
  }
}
