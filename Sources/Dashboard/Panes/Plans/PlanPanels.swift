import Safeguarding
import TerminalUI

extension PlansPane {
  /// The plans over the years, with what happened on their way.
  static func timeline(_ context: PaneContext) -> PaneContent {
    let plans = context.workspace.plans.all.filter { context.scope.includes($0.partnership) }
    let lanes = plans.compactMap { plan -> Timeline.Lane? in
      guard let first = plan.from?.first else { return nil }
      let last = plan.to?.last
      let words = plan.from?.printed ?? plan.from?.short ?? ""
      return Timeline.Lane(
        plan.title,
        [
          Timeline.Stretch(
            words, first > context.day ? .planned : .held, from: first.dayNumber,
            through: last?.dayNumber)
        ])
    }
    let days =
      plans.flatMap { [$0.from?.first, $0.to?.last] }.compactMap(\.self)
      + [context.day]
    let (first, last) = (days.min() ?? context.day, days.max() ?? context.day)
    let ticks = (first.year...last.year + 1).compactMap { year in
      CalendarDate(year: year, month: 1, day: 1).map { Timeline.Tick($0.dayNumber, String(year)) }
    }
    var chart = Timeline(
      lanes: lanes, days: first.dayNumber...last.dayNumber + 60, ticks: ticks,
      today: context.day.dayNumber, todayLabel: context.day.short)
    chart.hasKey = false
    let overlaps = plans.enumerated().flatMap { index, plan in
      plans[(index + 1)...].compactMap { other -> String? in
        guard plan.partnership == other.partnership, let from = plan.from?.first,
          let to = plan.to?.last, let start = other.from?.first, let end = other.to?.last,
          start <= to, from <= end
        else { return nil }
        return "\(plan.title) and \(other.title) overlap"
      }
    }
    let panel = Panel(
      .year, title: "The plans over the years", body: .drawing(chart),
      emptyText: "No plan has its years yet.")
    let consultations = context.register(of: Consultation.self, .list, title: "Who was asked")
    let events = context.register(of: Event.self, .meetings, title: "Events on the way")
    return PaneContent(
      trail: [],
      lede: [
        .fact(counted(plans.count, "plan"), "\(first.year) to \(last.year)"),
        .fact(
          overlaps.isEmpty ? "No plans overlap" : "\(counted(overlaps.count, "pair")) overlap",
          overlaps.first ?? "", .secondary),
      ], panels: [panel, consultations, events])
  }

  /// What could go wrong, by how likely and how grave it is thought to be.
  static func risks(_ context: PaneContext) -> PaneContent {
    let list = context.register(of: Risk.self, .list)
    let shown = (0..<list.rows.count).compactMap { list.rows.subject($0).record }
      .compactMap { context.workspace.risks[$0.id] }
    let map = Panel(.chart, title: "How likely, how grave", body: .text(HeatMap(shown).lines))
    let scored = shown.count { $0.score?.product != nil }
    let more: [LedeBlock] =
      shown.isEmpty || scored == shown.count
      ? []
      : [
        .fact(
          "\(shown.count - scored) without a score", "none was printed, or nobody has judged them",
          .dueSoon)
      ]
    return PaneContent(
      trail: [], lede: context.lede(of: [Risk.self], in: list, more),
      panels: [list, map, context.detail(of: list)])
  }

  /// What the partnerships stand by.
  static func values(_ context: PaneContext) -> PaneContent {
    let list = context.register(of: Statement.self, .list)
    let visions = context.partnerships.flatMap { partnership -> [Fact] in
      [
        Fact("\(partnership.label): vision", partnership.vision),
        Fact("\(partnership.label): what for", partnership.purposes.map { Line($0) }),
      ]
    }
    let scales = context.register(of: RatingScale.self, .values, title: "Words for judgements")
    return PaneContent(
      trail: [], lede: context.lede(of: [Statement.self], in: list),
      panels: [
        Panel(.about, title: "Vision and purpose", body: .facts(visions)), list,
        scales, context.detail(of: list, .record),
      ], main: list.id)
  }
}

/// How many risks stand at each likelihood and gravity, in words and colours.
struct HeatMap {
  private var counts: [[Int]] = Array(repeating: Array(repeating: 0, count: 5), count: 5)
  private var unscored = 0

  init(_ risks: [Risk]) {
    for risk in risks where risk.closedOn == nil {
      guard let score = risk.score, score.product != nil, let likelihood = score.likelihood,
        let impact = score.impact
      else {
        unscored += 1
        continue
      }
      counts[likelihood - 1][impact - 1] += 1
    }
  }

  private static let likelihoods = ["rare", "unlikely", "possible", "likely", "almost certain"]

  /// A row a likelihood, the highest first; a number that carries its meaning without its colour.
  var lines: [Line] {
    var lines = [Line.secondary("how likely        how grave: 1 slight to 5 severe")]
    for likelihood in (0..<5).reversed() {
      let name = HeatMap.likelihoods[likelihood]
      var line = Line.secondary(
        "\(likelihood + 1) \(name)" + String(repeating: " ", count: 16 - name.count))
      for impact in 0..<5 {
        let product = (likelihood + 1) * (impact + 1)
        let role: Role = product >= 15 ? .overdue : product >= 8 ? .dueSoon : .good
        let count = counts[likelihood][impact]
        let sign = product >= 15 ? "!" : product >= 8 ? "~" : " "
        line += Line(
          count == 0 ? "  . " : " \(sign)\(count)\(count < 10 ? " " : "")",
          count == 0 ? .secondary : role)
      }
      lines.append(line)
    }
    lines.append(.secondary("                   1   2   3   4   5"))
    lines.append(.secondary("! 15 and more: at once  ~ 8 to 14: watched closely"))
    if unscored > 0 { lines.append(.secondary("\(counted(unscored, "risk")) without a score")) }
    return lines
  }
}
