import Safeguarding
import TerminalUI

extension DatasetPane {
  /// One indicator: chart, table and everything said about it.
  static func inside(_ indicator: Indicator, _ context: PaneContext) -> PaneContent {
    let reading = context.workspace.reading(of: indicator, on: context.day)
    let values = context.workspace.wholeValues(of: indicator).filter {
      context.workspace.documents.isKnown($0, on: context.day)
    }
    let own = context.workspace.partnerships[indicator.partnership]?.areaName ?? ""
    let record = IndicatorHistory(reading, preset: context.workspace.settings.controlChart.preset)
    let picture = IndicatorChart(reading, area: own, history: record)
    let chart = chart(picture, of: indicator, values, context)
      .adding(context.newValue(of: indicator))
    let count = count(behind: indicator, values, context)
    let parts = [chart, table(reading, values, context)].map {
      $0.readable(context, under: "dataset/values/")
    }
    let further = [
      Self.parts(of: indicator, context), challenges(about: indicator, context),
      outcomes(of: indicator, context), neighbours(reading, context), others(indicator, context),
      history(record, reading, context), count,
    ].compactMap(\.self)
    return PaneContent(
      trail: [title, indicator.label], about: indicator.link, lede: lede(of: reading, context),
      panels: parts + [about(indicator, context)] + further)
  }

  private static func chart(
    _ picture: IndicatorChart?, of indicator: Indicator, _ values: [Observation],
    _ context: PaneContext
  ) -> Panel {
    guard let picture else {
      let text = values.compactMap { value in
        value.value.map { Line("\(value.periodText): \($0.lines(context.names).joined())") }
      }
      return Panel(
        .chart, title: indicator.label, body: .text(text),
        emptyText: "No values yet. \(supply(of: indicator, context))")
    }
    return Panel(
      .chart, title: "Where it stands", notes: [.secondary(indicator.polarity.title)],
      body: .drawing(picture))
  }

  /// From whom values are to come.
  private static func supply(of indicator: Indicator, _ context: PaneContext) -> String {
    let names = indicator.suppliers.map { context.names(Agency.kind, $0.id) }
    guard !names.isEmpty else {
      return "The indicator is defined; nothing was measured so far."
    }
    return "They are to come from \(names.joined(separator: " and "))."
  }

  /// The count of which an indicator gives the rate, where that has more values to show.
  private static func count(
    behind indicator: Indicator, _ values: [Observation], _ context: PaneContext
  ) -> Panel? {
    guard indicator.unit.hasPrefix("per ") else { return nil }
    let count = context.workspace.indicators.all.first {
      $0.id != indicator.id && $0.partnership == indicator.partnership && !$0.title.isEmpty
        && indicator.title.hasPrefix($0.title + " ")
    }
    guard let count else { return nil }
    let counted = context.workspace.reading(of: count, on: context.day)
    guard counted.values.count > values.count, let picture = IndicatorChart(counted, area: "")
    else { return nil }
    return Panel(
      .count, title: "The same count over time: \(count.label)",
      notes: [.secondary(count.unit)], body: .drawing(picture)
    ).asExtra
  }

  private static func table(
    _ reading: IndicatorReading, _ values: [Observation], _ context: PaneContext
  ) -> Panel {
    let indicator = reading.indicator
    let disputed = Set(reading.disputed.flatMap { $0.map(\.id) })
    let documents = context.workspace.documents
    let years = Dictionary(
      reading.yearDifferences.map { ($0.year.id, $0.words) },
      uniquingKeysWith: { first, _ in first })
    let later = context.workspace.wholeValues(of: indicator).count - values.count
    var rows = values.map { value in
      let record = RecordID(Observation.kind, value.id)
      let fault: Line = context.isFaulty(record) ? Line("x ", .fault) : .empty
      return PanelRow(
        record,
        [
          fault + Line(value.periodText),
          .text(
            value.value?.text ?? "no value", illustrative: value.illustrative,
            role: reading.restated[value.id] == nil ? .text : .secondary),
          Line(
            [
              disputed.contains(value.id) ? "differs, and nothing says which counts  " : "",
              years[value.id].map { "\($0)  " } ?? "",
            ].joined(), .dueSoon)
            + Line(reading.restated[value.id] == nil ? "" : "restated  ")
            + .secondary(
              [
                value.provisional ? "provisional" : "",
                value.supersedes.isEmpty ? "" : "restates: \(value.supersedes)", value.analysis,
                value.note.asRead,
              ]
              .filter { !$0.isEmpty }.joined(separator: "; ")),
        ],
        keys: [value.period.sortKey, value.value?.number.map { .number($0) } ?? .nothing])
    }
    rows += indicator.comparators.enumerated().compactMap { index, comparator in
      guard documents.isKnown(comparator, on: context.day) else { return nil }
      return PanelRow(
        .part(indicator.link, [.field("comparators"), .element(index)]),
        [
          Line(comparator.period?.short ?? "period not printed"),
          Line(comparator.value?.text ?? "no value"),
          Line(comparator.name)
            + .secondary(comparator.note.isEmpty ? "" : "; \(comparator.note.asRead)"),
        ])
    }
    return Panel(
      .values, title: "Values and comparators",
      notes: later == 0 ? [] : [.secondary("\(counted(later, "value")) known later")],
      columns: [
        Column("Period", .text(least: 10, most: 24)),
        Column("Value", .text(least: 10, most: 20), alignment: .trailing),
        Column("Whose, and notes", .main()),
      ], rows: rows, emptyText: "No values are printed for this indicator."
    ).adding(
      context.newValue(of: indicator),
      context.newPart(Comparator(), of: indicator, at: [.field("comparators")]))
  }

  private static func about(_ indicator: Indicator, _ context: PaneContext) -> Panel {
    let skipped: Set = ["id", "comparators", "shortTitle", "headline", "outcomeReviews"]
    let facts = indicator.fieldTexts(context.names).filter { !skipped.contains($0.name) }
      .map { Fact($0.label, $0.lines.map { Line($0) }) }
    return Panel(.about, title: "What it is", body: .facts(facts))
      .adding(
        context.newPart(Comparator(), of: indicator, at: [.field("comparators")]),
        newOutcome(of: indicator, context))
  }
}
