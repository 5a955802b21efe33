import Safeguarding
import Statistics
import TerminalUI

extension DatasetPane {
  /// How the values vary by the rules of a control chart; nil where there are too few to say anything.
  static func history(
    _ history: IndicatorHistory, _ reading: IndicatorReading, _ context: PaneContext
  ) -> Panel? {
    let rules = context.workspace.settings.controlChart
    guard let segment = history.chart.segments.last, segment.standing != .plotOnly else {
      return nil
    }
    let decimals = max(1, reading.latest?.value?.decimals ?? 0)
    func text(_ number: Double) -> String {
      formatted(number, decimals: decimals, grouping: true)
    }
    var facts: [Fact] = []
    if let variation = history.chart.variation {
      let rule = history.latestRule.map { ": \($0.name)" } ?? ""
      facts.append(Fact("Latest value", "\(variation.rawValue)\(rule)"))
    }
    if let limits = segment.limits {
      let trial = segment.standing == .trial ? " on trial" : ""
      facts.append(
        Fact(
          "Expected",
          "\(text(limits.lower)) to \(text(limits.upper))\(trial), mean \(text(limits.mean))"))
    }
    if let run = segment.runChart {
      let sign = run.hasLongRun || run.hasFewCrossings ? "more than chance" : "what chance makes"
      facts.append(
        Fact(
          "Run chart",
          "median \(text(run.median)), longest run \(run.longestRun), "
            + "\(counted(run.crossings, "crossing")): \(sign)"))
    }
    if let assurance = history.chart.assurance {
      facts.append(Fact("Beside its target", assurance.rawValue))
    }
    let named = history.points.compactMap { point -> Line? in
      guard let value = point.value, let rule = point.rule else { return nil }
      return Line("\(value.periodText): \(rule.name)")
    }
    if !named.isEmpty { facts.append(Fact("Named by a rule", Array(named.suffix(6)))) }
    let missing = [
      history.chart.hiddenCount > 0 ? "\(history.chart.hiddenCount) hidden" : "",
      history.chart.missingCount > 0 ? "\(history.chart.missingCount) without an exact value" : "",
    ].filter { !$0.isEmpty }
    if !missing.isEmpty {
      facts.append(
        Fact("Left out", "\(missing.joined(separator: ", ")) of \(history.points.count)"))
    }
    for rebase in history.rebases {
      facts.append(Fact("New limits", rebase.lines(context.names).joined()))
    }
    facts.append(Fact("Read by", [.secondary(rules.title), .secondary(history.standing)]))
    return Panel(.history, title: "How it varies", body: .facts(facts)).asExtra
  }

  /// The latest values of the parts of what is measured, by what it is broken down; nil without any.
  static func parts(of indicator: Indicator, _ context: PaneContext) -> Panel? {
    let documents = context.workspace.documents
    let all = context.workspace.parts(of: indicator).filter {
      documents.isKnown($0, on: context.day)
    }
    guard let latest = all.compactMap(\.period?.last).max() else { return nil }
    let now = all.filter { $0.period?.last == latest }
    return Panel(
      .parts, title: "By parts", notes: [.secondary(now[0].periodText)],
      columns: [
        Column("By", .text(least: 6, most: 16)), Column("Part", .main()),
        Column("Value", .text(least: 8, most: 16), alignment: .trailing),
        Column("Before", .text(least: 8, most: 16), alignment: .trailing, rank: 1),
      ],
      rows: now.map { value in
        let before = all.last { other in
          other.breakdown == value.breakdown && (other.period?.last.map { $0 < latest } ?? false)
        }
        return PanelRow(
          value.link,
          [
            .secondary(value.breakdown.map(\.by).joined(separator: ", ")), Line(value.partText),
            .text(value.value?.text ?? "no value", illustrative: value.illustrative),
            .secondary(before?.value?.text ?? ""),
          ])
      }, emptyText: "")
  }
}
