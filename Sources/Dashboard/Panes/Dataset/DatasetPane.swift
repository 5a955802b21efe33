package import Safeguarding
import TerminalUI

/// The multi-agency dataset: every indicator with its latest value, change and comparators.
package enum DatasetPane: Pane {
  package static let id = "dataset"
  package static let title = "Dataset"
  package static let shows: RecordKind? = Indicator.kind
  package static let help =
    "Every indicator by cluster: latest value, change, comparators; one indicator as chart and table."

  package static func content(_ context: PaneContext, path: [String]) -> PaneContent {
    guard let id = path.first, let indicator = context.workspace.indicators[id] else {
      return list(context)
    }
    return inside(indicator, context)
  }

  private static func list(_ context: PaneContext) -> PaneContent {
    let indicators = context.workspace.indicators.all.filter {
      context.scope.includes($0.partnership)
    }
    var rows: [PanelRow] = []
    let byCluster = Dictionary(grouping: indicators, by: \.cluster.id)
    let clusters = context.partnerships.flatMap { partnership in
      context.workspace.clusters.all.filter { $0.partnership.id == partnership.id }
    }
    for cluster in clusters {
      let members = byCluster[cluster.id] ?? []
      if members.isEmpty { continue }
      let partnership = context.workspace.partnerships[cluster.partnership]?.shortName ?? ""
      let heading =
        Line(cluster.title, .heading)
        + .secondary("  \(partnership) \(cluster.period)  \(cluster.aim)")
      rows.append(PanelRow("cluster-\(cluster.id)", [heading], isHeading: true))
      rows += members.map { row($0, context) }
    }
    let known = Set(context.workspace.clusters.all.map(\.id))
    rows += indicators.filter { !known.contains($0.cluster.id) }.map { row($0, context) }
    let hasValues = indicators.contains { !context.workspace.values(of: $0).isEmpty }
    var panel = Panel(
      .list, title: "Indicators",
      notes: hasValues || indicators.isEmpty ? [] : [.secondary("no values are printed")],
      columns: hasValues ? columns : columnsWithoutValues,
      rows: hasValues ? rows : rows.map { $0.row.isHeading ? $0 : withoutValues($0, context) },
      emptyText: "No indicators yet."
    ).readable(context, under: "dataset/")
    panel.additions =
      context.additions(of: Indicator.self) + context.additions(of: Cluster.self)
    return PaneContent(trail: [title], panel: panel)
  }

  private static let columns = [
    Column("", .whole, alignment: .trailing), Column("Indicator", .main()),
    Column("Latest", .text(least: 10, most: 16), alignment: .trailing),
    Column("Unit", .whole, rank: 4),
    Column("As at", .whole, rank: 2), Column("Change", .whole, alignment: .trailing, rank: 1),
    Column("Compared with", .text(least: 24), rank: 3), Column("Trend", .whole, rank: 5),
  ]

  /// For a dataset that was only defined: who supplies each indicator and what it is to tell.
  private static let columnsWithoutValues = [
    Column("", .whole, alignment: .trailing), Column("Indicator", .main()),
    Column("Supplied by", .text(least: 10, most: 26)),
    Column("What it is to tell", .text(least: 20), rank: 1),
  ]

  private static func withoutValues(_ row: PanelRow, _ context: PaneContext) -> PanelRow {
    guard let indicator = context.workspace.indicators[row.row.id] else { return row }
    let supplier =
      indicator.supplierAsPrinted.isEmpty
      ? indicator.suppliers.map { context.names(Agency.kind, $0.id) }.joined(separator: ", ")
      : indicator.supplierAsPrinted
    return PanelRow(
      indicator.link,
      Array(row.row.cells.prefix(2))
        + [Line(supplier), .secondary(indicator.intendedOutcome)])
  }

  private static func row(_ indicator: Indicator, _ context: PaneContext) -> PanelRow {
    let reading = context.workspace.reading(of: indicator)
    let wording = IndicatorWording(reading, context)
    let record = RecordID(Indicator.kind, indicator.id)
    let isFaulty =
      context.isFaulty(record)
      || reading.values.contains { context.isFaulty(RecordID(Observation.kind, $0.id)) }
    let fault: Line = isFaulty ? Line("x ", .fault) : .empty
    let name =
      fault + .text(indicator.title, illustrative: indicator.illustrative)
      + .secondary(indicator.flagged ? "*" : "")
    let comparisons = wording.comparisons
    var compared = comparisons.first ?? .empty
    for comparison in comparisons.dropFirst() { compared += .secondary("; ") + comparison }
    let values = reading.values.compactMap { $0.value?.number }
    let trend =
      values.count > 1
      ? Line(wording.sparkline.text(width: min(8, values.count), glyphs: context.glyphs), .chart)
      : .empty
    return PanelRow(
      record,
      [
        .secondary(indicator.number), name, wording.latest, .secondary(indicator.unit),
        .secondary(wording.latestPeriod), wording.change, compared, trend,
      ],
      keys: [
        .text(indicator.number), .text(indicator.title),
        reading.latest?.value?.number.map { .number($0) } ?? .nothing, .text(indicator.unit),
        reading.latest?.period.sortKey ?? .nothing,
        reading.change.map { .number($0.difference) } ?? .nothing,
      ])
  }
}
