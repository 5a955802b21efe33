import Safeguarding
import TerminalUI

extension DatasetPane {
  /// One indicator: chart, table and everything said about it.
  static func inside(_ indicator: Indicator, _ context: PaneContext) -> PaneContent {
    let values = context.workspace.values(of: indicator)
    let chart = chart(indicator, values, context).adding(context.newValue(of: indicator))
    let panels = [chart, table(indicator, values, context)].map {
      $0.readable(context, under: "dataset/values/")
    }
    return PaneContent(
      trail: [title, indicator.label], about: indicator.link,
      panels: panels + [about(indicator, context)]
    )
  }

  private static func chart(
    _ indicator: Indicator, _ values: [Observation], _ context: PaneContext
  ) -> Panel {
    let numbers = values.compactMap { $0.value?.number }
    guard !numbers.isEmpty else {
      let text = values.last?.value?.lines(context.names).joined()
      return Panel(
        .chart, title: indicator.label, body: .text(text.map { [Line($0)] } ?? []),
        emptyText:
          "No values yet. The indicator is defined; nothing was measured so far.")
    }
    let points = values.map { value in
      let qualifier: ChartQualifier =
        switch value.value?.qualifier {
        case .atLeast: .atLeast
        case .about: .about
        default: value.provisional ? .provisional : .exact
        }
      return ChartPoint(value.periodText, value.value?.number, qualifier)
    }
    let own = context.workspace.partnerships[indicator.partnership]?.area ?? ""
    let chart = LineChart(
      series: [ChartSeries(name: own, points: points)],
      references: indicator.comparators.map {
        ReferenceLine(name: $0.name, value: $0.value?.number, note: $0.period?.short ?? "")
      }, unit: indicator.unit,
      decimals: (values.compactMap(\.value) + indicator.comparators.compactMap(\.value))
        .map(\.decimals).max() ?? 0)
    return Panel(
      .chart, title: indicator.label, notes: [.secondary(indicator.polarity.title)],
      body: .drawing(ChartWithSummary(chart: chart)))
  }

  private static func table(
    _ indicator: Indicator, _ values: [Observation], _ context: PaneContext
  ) -> Panel {
    var rows = values.map { value in
      let record = RecordID(Observation.kind, value.id)
      let fault: Line = context.isFaulty(record) ? Line("x ", .fault) : .empty
      return PanelRow(
        record,
        [
          fault + Line(value.periodText),
          .text(value.value?.text ?? "no value", illustrative: value.illustrative),
          .secondary(
            [value.provisional ? "provisional" : "", value.supersedes, value.note]
              .filter { !$0.isEmpty }.joined(separator: "; ")),
        ],
        keys: [value.period.sortKey, value.value?.number.map { .number($0) } ?? .nothing])
    }
    rows += indicator.comparators.enumerated().map { index, comparator in
      PanelRow(
        .part(indicator.link, [.field("comparators"), .element(index)]),
        [
          Line(comparator.period?.short ?? "period not printed"),
          Line(comparator.value?.text ?? "no value"),
          Line(comparator.name)
            + .secondary(comparator.note.isEmpty ? "" : "; \(comparator.note)"),
        ])
    }
    return Panel(
      .values, title: "Values and comparators",
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
    let skipped: Set = ["id", "comparators", "shortTitle", "headline"]
    let facts = indicator.fieldTexts(context.names).filter { !skipped.contains($0.name) }
      .map { Fact($0.label, $0.lines.map { Line($0) }) }
    return Panel(.about, title: "What it is", body: .facts(facts))
      .adding(context.newPart(Comparator(), of: indicator, at: [.field("comparators")]))
  }
}

/// A chart with one sentence under it that says what it shows.
private struct ChartWithSummary: Drawing {
  let chart: LineChart

  func draw(in canvas: inout Canvas, area: Rect) {
    let summary = Line(chart.summary, .accent).wrapped(width: max(1, area.width))
    let room = area.rows([.share(1), .fixed(min(summary.count, 3))])
    chart.draw(in: &canvas, area: room[0])
    for (row, line) in summary.prefix(3).enumerated() {
      canvas.write(line, x: room[1].x, y: room[1].y + row, width: room[1].width)
    }
  }

  var lines: [String] { chart.lines }
}
