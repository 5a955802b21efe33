package import Safeguarding
import TerminalUI

/// The multi-agency dataset: every indicator with its latest value, change and comparators.
package enum DatasetPane: Pane {
  package static let id = "dataset"
  package static let title = "Dataset"
  package static let shortTitle = "Data"
  package static let shows: RecordKind? = Indicator.kind
  package static let help =
    "Every indicator by cluster: latest value, change, comparators; one indicator as chart and table."

  package static func content(_ context: PaneContext, path: [String]) -> PaneContent {
    guard let id = path.first, let indicator = context.workspace.indicators[id] else {
      if path.first == returnsPath { return returnsPage(context) }
      return list(context, IndicatorOrder(path) ?? .cluster)
    }
    return inside(indicator, context)
  }

  package static func arrangements(_ context: PaneContext) -> [Arrangement] {
    IndicatorOrder.allCases.map { Arrangement($0.title, path: $0.path) }
      + (context.workspace.submissions.all.isEmpty
        ? [] : [Arrangement(returnsTitle, path: [returnsPath])])
  }

  private static func list(_ context: PaneContext, _ order: IndicatorOrder) -> PaneContent {
    let indicators = context.workspace.indicators.all.filter {
      context.scope.includes($0.partnership)
    }
    let hasValues = indicators.contains { context.workspace.hasValues(of: $0) }
    let entries =
      order == .cluster ? entries(indicators, context) : entries(indicators, by: order, context)
    let board = SubmissionBoard(context.workspace, in: context.scope, on: context.day, most: 6)
    let rows = PanelRows(
      entries, headings: entries.indices.filter { entries[$0].indicator == nil },
      id: { $0.id },
      subject: { entry in entry.indicator.map { .record($0.link) } ?? .none },
      key: { entry, column in
        entry.indicator.flatMap { hasValues ? key(of: $0, column, context) : nil }
      },
      row: { entry in
        switch entry {
        case .cluster(let cluster, let count): band(cluster, count, context)
        case .band(let title, let count):
          PanelRow(
            entry.id, [Line(title.prefix(1).uppercased() + title.dropFirst(), .heading)],
            isHeading: true,
            tally: .secondary("\(count)"))
        case .indicator(let indicator, _):
          hasValues ? row(indicator, board, context) : rowWithoutValues(indicator, context)
        }
      })
    var panel = Panel(
      .list, title: "Indicators",
      notes: hasValues || indicators.isEmpty ? [] : [.secondary("no values are printed")],
      columns: hasValues ? columns : columnsWithoutValues, rows: rows,
      emptyText: "No indicators yet."
    ).readable(context, under: "dataset/")
    panel.additions =
      context.additions(of: Indicator.self) + context.additions(of: Cluster.self)
      + library(indicators, context)
    let others = [
      quarters(indicators, context), warnings(indicators, context), challenges(context),
      submissions(context), deliveries(context),
    ].compactMap(\.self)
    return PaneContent(
      trail: [title] + (order == .cluster ? [] : [order.title]), lede: lede(indicators, context),
      panels: [panel] + others)
  }

  /// An indicator, or the cluster above some of them.
  private enum Entry: Sendable {
    case cluster(Cluster, Int)
    /// What the indicators below it have in common.
    case band(String, Int)
    /// An indicator, and the band under which it stands once more.
    case indicator(Indicator, again: String = "")

    var indicator: Indicator? {
      if case .indicator(let indicator, _) = self { indicator } else { nil }
    }

    var id: String {
      switch self {
      case .cluster(let cluster, _): "cluster-\(cluster.id)"
      case .band(let title, _): "band-\(title)"
      case .indicator(let indicator, let band):
        band.isEmpty ? indicator.id : "\(indicator.id) \(band)"
      }
    }
  }

  /// The indicators under their clusters, partnership by partnership; last those of no known cluster.
  private static func entries(_ indicators: [Indicator], _ context: PaneContext) -> [Entry] {
    let byCluster = Dictionary(grouping: indicators, by: \.cluster.id)
    let clusters = context.partnerships.flatMap { partnership in
      context.workspace.clusters.all.filter { $0.partnership.id == partnership.id }
    }
    let known = Set(clusters.map(\.id))
    return clusters.flatMap { cluster -> [Entry] in
      let members = byCluster[cluster.id] ?? []
      return members.isEmpty
        ? [] : [.cluster(cluster, members.count)] + members.map { .indicator($0) }
    } + indicators.filter { !known.contains($0.cluster.id) }.map { .indicator($0) }
  }

  /// The indicators under what an order gathers them by.
  private static func entries(
    _ indicators: [Indicator], by order: IndicatorOrder, _ context: PaneContext
  ) -> [Entry] {
    var seen: Set<String> = []
    return order.bands(indicators, context).flatMap { title, members -> [Entry] in
      [.band(title, members.count)]
        + members.map { indicator in
          .indicator(indicator, again: seen.insert(indicator.id).inserted ? "" : title)
        }
    }
  }

  /// The row above a cluster: its title, how many, and of which dataset it is.
  private static func band(_ cluster: Cluster, _ count: Int, _ context: PaneContext) -> PanelRow {
    let partnership = context.workspace.partnerships[cluster.partnership]?.shortName ?? ""
    let dataset = [partnership, cluster.period].filter { !$0.isEmpty }.joined(separator: ", ")
    return PanelRow(
      "cluster-\(cluster.id)", [Line(cluster.title.asTitle, .heading), .secondary(dataset)],
      isHeading: true, tally: .secondary("\(count)"))
  }

  private static let columns = [
    Column("", .whole), Column("Latest", .text(least: 10, most: 20), alignment: .trailing),
    Column("Unit", .text(least: 8, most: 20), rank: 3), Column("As at", .text(least: 8, most: 12)),
    Column("Change", .whole, alignment: .trailing, rank: 1),
    Column("No", .whole, alignment: .trailing, rank: 4), Column("Indicator", .main()),
    Column("How it stands", .text(least: 20, most: 34), rank: 1),
    Column("Over time", .text(least: 4, most: 14), rank: 5),
    Column("Sent", .text(least: 6, most: 12), rank: 6),
  ]

  /// For a dataset that was only defined: who supplies each indicator and what it is to tell.
  private static let columnsWithoutValues = [
    Column("", .whole), Column("No", .whole, alignment: .trailing, rank: 4),
    Column("Supplied by", .text(least: 10, most: 26)), Column("Indicator", .main()),
    Column("What it is to tell", .text(least: 20), rank: 2),
  ]

  private static func rowWithoutValues(_ indicator: Indicator, _ context: PaneContext) -> PanelRow {
    let supplier =
      indicator.supplierAsPrinted.isEmpty
      ? indicator.suppliers.map { context.names(Agency.kind, $0.id) }.joined(separator: ", ")
      : indicator.supplierAsPrinted
    return PanelRow(
      indicator.link,
      [
        mark(context.workspace.reading(of: indicator, on: context.day), context),
        .secondary(indicator.number),
        Line(supplier), name(indicator), .secondary(indicator.intendedOutcome),
      ])
  }

  private static func row(
    _ indicator: Indicator, _ board: SubmissionBoard, _ context: PaneContext
  ) -> PanelRow {
    let reading = context.workspace.reading(of: indicator, on: context.day)
    let wording = IndicatorWording(reading, context)
    let isPhrase = wording.words != nil
    let sent = board.standing(of: indicator.suppliers, to: indicator.partnership)
    return PanelRow(
      indicator.link,
      [
        mark(reading, context), isPhrase ? .secondary("words") : wording.latest,
        .secondary(isPhrase || indicator.unit == "%" ? "" : indicator.unit), wording.asAt,
        wording.change, .secondary(indicator.number), name(indicator), wording.standing,
        wording.spark, sent.map { Line($0.short(on: context.day), $0.role) } ?? .empty,
      ])
  }

  private static func name(_ indicator: Indicator) -> Line {
    .text(indicator.title.asTitle, illustrative: indicator.illustrative)
      + .secondary(indicator.flagged ? "*" : "")
  }

  /// That something about an indicator or one of its values could not be read.
  private static func mark(_ reading: IndicatorReading, _ context: PaneContext) -> Line {
    let isFaulty =
      context.isFaulty(reading.indicator.link)
      || context.hasFaultyValue(of: reading.indicator)
    return isFaulty ? Line("x", .fault) : .empty
  }

  /// What an indicator is sorted by in a column.
  private static func key(
    of indicator: Indicator, _ column: Int, _ context: PaneContext
  ) -> SortKey? {
    let reading = context.workspace.reading(of: indicator, on: context.day)
    switch column {
    case 1: return reading.latest?.value?.number.map { .number($0) } ?? .nothing
    case 2: return .text(indicator.unit)
    case 3: return reading.latest?.period.sortKey ?? .nothing
    case 4: return reading.change.map { .number($0.difference) } ?? .nothing
    case 5: return Int(indicator.number).map { .number(Double($0)) } ?? .text(indicator.number)
    case 6: return .text(indicator.title)
    default: return nil
    }
  }
}
