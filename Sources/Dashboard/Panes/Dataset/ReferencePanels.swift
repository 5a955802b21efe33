import Safeguarding
import TerminalUI

extension DatasetPane {
  /// Which files of figures were brought, the latest first, and what each changed; nil where none was.
  static func deliveries(_ context: PaneContext) -> Panel? {
    let all = context.workspace.deliveries.all.filter {
      $0.broughtOn?.first.map { $0 <= context.day } ?? true
    }
    if all.isEmpty { return nil }
    let never = ImpreciseDate(words: "")
    let ordered = all.enumerated().sorted {
      ($1.element.broughtOn ?? never, $1.offset) < ($0.element.broughtOn ?? never, $0.offset)
    }
    return Panel(
      .deliveries, title: "Brought from files",
      columns: [
        Column("On", .text(least: 8, most: 12)), Column("File", .main()),
        Column("Sent by", .text(least: 8, most: 30), rank: 2),
        Column("Release", .text(least: 8, most: 24), rank: 1),
        Column("Changed", .text(least: 14, most: 44)),
      ],
      rows: ordered.map { _, delivery in
        PanelRow(
          delivery.link,
          [
            Line(delivery.broughtOn?.wholeInList(on: context.day) ?? ""), Line(delivery.file),
            .secondary(delivery.agency.map { context.names(Agency.kind, $0.id) } ?? ""),
            .secondary(delivery.release), Line(delivery.changeWords),
          ])
      }, emptyText: ""
    ).readable(context, under: "dataset/values/").asExtra
  }
}
