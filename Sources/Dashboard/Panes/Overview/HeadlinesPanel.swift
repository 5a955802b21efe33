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
      // Each cell says what it is: figure, period and words need no head.
      columns: [
        Column("", .text(least: 19, most: 30)), Column("", .whole, alignment: .trailing),
        Column("", .whole, rank: 1), Column("", .main(least: 23)),
      ],
      rows: indicators.map { indicator in
        let wording = IndicatorWording(
          context.workspace.reading(of: indicator, on: context.day), context)
        return PanelRow(
          indicator.link,
          [
            .text(indicator.label.asTitle, illustrative: indicator.illustrative), wording.latest,
            wording.asAt, wording.shortStanding,
          ])
      },
      emptyText: "No headline indicators yet. 4 goes to the dataset.")
  }
}
