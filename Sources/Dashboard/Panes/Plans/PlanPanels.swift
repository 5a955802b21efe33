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
        return "\(plan.title) and \(other.title)"
      }
    }
    let panel = Panel(
      .year, title: "The plans over the years", body: .drawing(chart),
      emptyText: "No plan has its years yet.")
    let consultations = context.register(
      of: Consultation.self, .list, title: "Who was asked", in: .latest(\.on))
    let events = context.register(
      of: Event.self, .meetings, title: "Events, the next first", in: .years(\.day))
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
    let records = RecordContext(context.workspace, day: context.day, names: context.names)
    let list = context.register(of: Risk.self, .list)
    let shown = context.shown(Risk.self, in: list)
    let heat = HeatMap(shown, records)
    let map = Panel(.chart, title: "How likely, how grave", body: .text(heat.lines))
    let open = shown.filter { !records.hasHappened($0.closedOn) }
    let bare = open.count { $0.score(records)?.product == nil }
    let risen = open.count { $0.movement(records).map { $0 > 0 } ?? false }
    var more: [LedeBlock] = []
    if heat.grave > 0 {
      more.append(.fact("\(heat.grave) at 15 or more of 25", "to be dealt with at once", .overdue))
    }
    if risen > 0 {
      more.append(.fact("\(risen) have risen", "since the judgement before", .dueSoon))
    }
    if bare > 0 {
      more.append(
        .fact(
          "\(bare) of \(open.count) without a score", "no likelihood or impact is printed", .dueSoon
        ))
    }
    return PaneContent(
      trail: [], lede: context.lede(of: [Risk.self], in: list, more),
      panels: [list, map, context.detail(of: list)])
  }

  /// What the partnerships stand by.
  static func values(_ context: PaneContext) -> PaneContent {
    let list = context.register(
      of: Statement.self, .list,
      in: .bands([]) { statement, records in
        let whose = records.workspace.partnerships[statement.partnership]?.label ?? ""
        return "\(whose): \(statement.form.title)"
      }, without: ["form"])
    let visions = context.partnerships.flatMap { partnership -> [Fact] in
      [
        Fact("\(partnership.label): vision", partnership.vision),
        Fact("\(partnership.label): what for", partnership.purposes.map { Line($0) }),
      ]
    }
    let scales = context.register(of: RatingScale.self, .values, title: "Words for judgements")
    return PaneContent(
      trail: [],
      lede: context.lede(
        of: [Statement.self], in: list,
        counting: context.tally(context.shown(Statement.self, in: list).map(\.partnership))),
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
  /// How many stand where something is done at once.
  private(set) var grave = 0

  init(_ risks: [Risk], _ context: RecordContext) {
    for risk in risks where !context.hasHappened(risk.closedOn) {
      guard let score = risk.score(context), let product = score.product,
        let likelihood = score.likelihood, let impact = score.impact
      else {
        unscored += 1
        continue
      }
      if product >= 15 { grave += 1 }
      counts[likelihood - 1][impact - 1] += 1
    }
  }

  private static let likelihoods = ["rare", "unlikely", "possible", "likely", "almost certain"]

  /// A row a likelihood, the highest first; a number that carries its meaning without its colour.
  var lines: [Line] {
    var lines =
      unscored == 0
      ? [] : [Line("\(counted(unscored, "risk")) without a score stand nowhere here", .dueSoon)]
    lines.append(.secondary("how likely        how grave: 1 slight to 5 severe"))
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
    return lines
  }
}
