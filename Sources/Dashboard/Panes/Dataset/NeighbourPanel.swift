import Letters
import Safeguarding
import TerminalUI

extension DatasetPane {
  /// Where the value lies among those of the statistical neighbours; nil where too few of them are known.
  static func neighbours(_ reading: IndicatorReading, _ context: PaneContext) -> Panel? {
    guard
      let position = NeighbourPosition(reading, groups: context.workspace.comparatorGroups.all),
      let own = position.own.number
    else { return nil }
    let decimals = max(position.own.decimals, 1)
    func text(_ number: Double) -> String {
      formatted(number, decimals: decimals, grouping: true)
    }
    let strip = BoxStrip(own, fifths: position.fifths, decimals: decimals)
    var facts = [
      Fact("Its place", [strip.line(context.glyphs)]),
      Fact(
        "Lowest to highest", "\(text(position.fifths[0])) to \(text(position.fifths[4]))"),
      Fact("Rank", "\(position.rank) of \(position.count), from the highest"),
      Fact("Quartile", "\(position.quartile) of 4, from the lowest"),
    ]
    if let better = position.better(than: reading.indicator.polarity) {
      facts.append(
        Fact("Better than", "\(better) of \(counted(position.areas.count, "neighbour"))"))
    }
    if let mean = position.mean,
      let median = Average.median.of(position.areas.compactMap(\.value.number))
    {
      facts.append(
        Fact("Neighbours", "mean \(text(mean)), median \(text(median)), without the own value"))
    }
    let model = position.group.period.map { ", model of \($0.short)" } ?? ""
    facts.append(Fact("Which they are", "\(position.group.title)\(model)"))
    facts.append(
      Fact("Areas", position.areas.map { Line("\($0.value.text)  \($0.name)") }))
    return Panel(
      .neighbours, title: "Among its neighbours", notes: [.secondary(position.period.brief)],
      body: .facts(facts))
  }

  /// The same measure of other partnerships; nil where none has it.
  static func others(_ indicator: Indicator, _ context: PaneContext) -> Panel? {
    let same = context.workspace.indicators.all.filter { other in
      other.partnership != indicator.partnership && other.title.folded == indicator.title.folded
        && other.unit.folded == indicator.unit.folded
    }
    let rows = ([indicator] + same).compactMap { one -> PanelRow? in
      let reading = context.workspace.reading(of: one, on: context.day)
      guard let latest = reading.latest else { return nil }
      let wording = IndicatorWording(reading, context)
      return PanelRow(
        .record(one.link), id: "other-\(one.id)",
        [
          Line(context.workspace.partnerships[one.partnership]?.shortName ?? one.partnership.id),
          .text(latest.value?.text ?? "no value", illustrative: latest.illustrative),
          .secondary(latest.periodText), wording.change,
        ])
    }
    if rows.count < 2 { return nil }
    return Panel(
      .others, title: "Beside other partnerships",
      columns: [
        Column("Partnership", .main()),
        Column("Latest", .text(least: 8, most: 16), alignment: .trailing),
        Column("As at", .text(least: 8, most: 16)),
        Column("Change", .whole, alignment: .trailing, rank: 1),
      ], rows: rows, emptyText: "")
  }
}
