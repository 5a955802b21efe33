import Safeguarding
import TerminalUI

extension OverviewPane {
  /// The headline indicators with their comparators.
  static func headlines(_ context: PaneContext) -> Panel {
    let headlines = context.workspace.indicators.all.filter {
      $0.headline && context.scope.includes($0.partnership)
    }
    // What can be compared says more at a glance.
    let indicators =
      headlines.filter { !$0.comparators.isEmpty } + headlines.filter(\.comparators.isEmpty)
    return Panel(
      .headlines, title: "Dataset",
      columns: [
        Column("Indicator", .text(least: 14, most: 30)),
        Column("Latest", .whole, alignment: .trailing),
        Column("Change", .whole, alignment: .trailing, rank: 2),
        Column("Compared with", .main(), rank: 1),
      ],
      rows: indicators.map { indicator in
        let reading = context.workspace.reading(of: indicator)
        let wording = IndicatorWording(reading, context)
        return PanelRow(
          indicator.link,
          [
            .text(indicator.label, illustrative: indicator.illustrative), wording.latest,
            wording.change, wording.firstComparison,
          ])
      },
      emptyText: "No headline indicators yet.")
  }
}
