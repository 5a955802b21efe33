import Safeguarding
import TerminalUI

extension PlansPane {
  /// The priorities of every plan, the plan in force first, with what was done for each.
  static func priorities(_ context: PaneContext) -> PaneContent {
    let list = PriorityList(context)
    let panel = list.panel
    let detail = Panel(
      .about, title: "What it wants, and what was done",
      body: .text(about: panel.id) { list.lines(of: $0) },
      emptyText: "Select a priority to read what it wants.")
    return PaneContent(trail: [], lede: list.lede, panels: [panel, detail])
  }
}

/// The priorities under their plans.
struct PriorityList: Sendable {
  /// A plan, or one of its priorities.
  private enum Entry: Sendable {
    case plan(Plan)
    case priority(Plan, Int)
  }

  private let context: PaneContext
  private let entries: [Entry]
  private let plans: [Plan]
  private let actions: [String: [ActionItem]]

  init(_ context: PaneContext) {
    self.context = context
    let day = context.day
    plans = context.workspace.plans.all.filter { context.scope.includes($0.partnership) }
      .sorted { left, right in
        let live = [left, right].map { $0.isLive(on: day) }
        if live[0] != live[1] { return live[0] }
        return (left.from?.first?.dayNumber ?? .min) > (right.from?.first?.dayNumber ?? .min)
      }
    entries = plans.flatMap { plan in
      [.plan(plan)] + plan.priorities.indices.map { .priority(plan, $0) }
    }
    var actions: [String: [ActionItem]] = [:]
    for action in context.workspace.actions.all where action.isKnown(on: day) {
      guard let plan = action.plan else { continue }
      // An action of two priorities counts for each: "4+5".
      for number in action.priority.split(separator: "+") {
        actions["\(plan.id) \(number)", default: []].append(action.known(on: day))
      }
    }
    self.actions = actions
  }

  private func actions(of plan: Plan, _ priority: Priority) -> [ActionItem] {
    actions["\(plan.id) \(priority.number)"] ?? []
  }

  var lede: [LedeBlock] {
    let live = plans.filter { $0.isLive(on: context.day) }
    guard let first = live.first else {
      return plans.isEmpty
        ? [] : [.fact("No plan is in force", "the last ones are below", .dueSoon)]
    }
    let all = first.priorities.flatMap { actions(of: first, $0) }
    let bare = first.priorities.filter { actions(of: first, $0).allSatisfy(\.impact.isEmpty) }
    let until = first.to.map { "to \($0.short)" } ?? "no end is printed"
    return [
      .fact(first.title, live.count > 1 ? "\(until), and \(live.count - 1) more in force" : until),
      .fact(
        "\(all.count { $0.status == .done }) of \(all.count) done",
        "actions and next steps of its priorities"),
      bare.isEmpty
        ? .fact("Every priority has an effect shown", "", .good)
        : .fact(
          "\(bare.count) of \(first.priorities.count) without an effect shown",
          "nothing shows yet that something changed", .dueSoon),
    ]
  }

  var panel: Panel {
    let list = self
    let rows = PanelRows(
      entries,
      headings: entries.indices.filter { if case .plan = entries[$0] { true } else { false } },
      id: { entry in
        switch entry {
        case .plan(let plan): "plan-\(plan.id)"
        case .priority(let plan, let index): "\(plan.id)/\(index)"
        }
      },
      subject: { entry in
        switch entry {
        case .plan: .none
        case .priority(let plan, let index):
          .part(plan.link, [.field("priorities"), .element(index)])
        }
      },
      row: { list.row($0) })
    var panel = Panel(
      .list, title: "Priorities, plan by plan",
      columns: [
        Column("No", .whole), Column("Priority", .main(least: 24)),
        Column("Done", .whole, alignment: .trailing), Column("Effect", .whole, rank: 1),
        Column("Judged", .text(least: 8, most: 16), rank: 2),
        Column("Shown by", .whole, rank: 3),
        Column("Seen to by", .text(least: 10, most: 30), rank: 4),
      ], rows: rows, emptyText: "No plan yet.")
    panel.additions = context.additions(of: Plan.self)
    return panel
  }

  private func row(_ entry: Entry) -> PanelRow {
    guard case .priority(let plan, let index) = entry else {
      guard case .plan(let plan) = entry else { return band("", "", 0) }
      let period = [plan.from, plan.to].compactMap { $0?.printed ?? $0?.short }
      let years = Set(period).count == 1 ? period[0] : period.joined(separator: " to ")
      let force = plan.isLive(on: context.day) ? ", in force" : ""
      return band(
        "plan-\(plan.id)", "\(plan.title) (\(years)\(force))", plan.priorities.count)
    }
    let priority = plan.priorities[index]
    let actions = actions(of: plan, priority)
    let done = actions.count { $0.status == .done }
    let shown = actions.count { !$0.impact.isEmpty }
    let records = RecordContext(context.workspace, day: context.day, names: context.names)
    let rating = priority.ratings.latest(records)
    let groups = priority.groups.map { context.workspace.groups[$0]?.label ?? $0.id }
    return PanelRow(
      .part(plan.link, [.field("priorities"), .element(index)]), id: "\(plan.id)/\(index)",
      [
        .secondary(priority.number), Line(priority.title.asTitle),
        actions.isEmpty ? .secondary("no actions") : Line("\(done) of \(actions.count)"),
        shown == 0 ? .secondary("none shown") : Line("\(shown) shown", .good),
        rating.map { Line($0.level, $0.tone(in: context.workspace).role) }
          ?? .secondary("not judged"),
        .secondary(
          priority.indicators.isEmpty ? "" : counted(priority.indicators.count, "indicator")),
        .secondary(groups.joined(separator: ", ")),
      ], target: Place(record: plan.link))
  }

  /// What a priority wants, how, by what it is seen, and what was done for it.
  func lines(of row: Int) -> [Line] {
    guard entries.indices.contains(row), case .priority(let plan, let index) = entries[row] else {
      return []
    }
    let priority = plan.priorities[index]
    func texts(_ heading: String, _ texts: [String]) -> [Line] {
      block(heading, texts.filter { !$0.isEmpty }.map { Line($0) })
    }
    let records = RecordContext(context.workspace, day: context.day, names: context.names)
    let judged = priority.ratings.latest(records).map { rating in
      [Line(rating.level, rating.tone(in: context.workspace).role)]
        + [rating.says(in: context.workspace), rating.because].filter { !$0.isEmpty }
        .map { Line.secondary($0) }
    }
    // Every judgement before the latest, so that one sees where it came from.
    let before = priority.ratings.filter { $0.on.map { records.hasHappened($0) } ?? true }
      .dropLast().reversed().map { rating in
        Line("\(rating.level)", rating.tone(in: context.workspace).role)
          + .secondary(
            "\(rating.on.map { ", \($0.short)" } ?? "")\(rating.because.isEmpty ? "" : ": \(rating.because)")"
          )
      }
    let steps = actions(of: plan, priority).map { action in
      Line("\(action.status.title): ", action.status.role) + Line(action.title.asTitle)
    }
    return [Line("\(priority.number) \(priority.title)", .heading), .empty]
      + texts("Outcome wanted", [priority.outcome]) + texts("What it wants", priority.wants)
      + texts("How", priority.hows) + texts("What success looks like", [priority.success])
      + texts("What we did", [priority.done]) + texts("Impact", [priority.impact])
      + block("Judged", judged ?? [.secondary("not judged")])
      + block("Judged before", before)
      + block(
        "Shown by",
        priority.indicators.map { Line(context.names(Indicator.kind, $0.id)) })
      + block("Actions and next steps", steps)
  }
}

extension Plan {
  /// Whether it is in force on a day, as far as its years say.
  fileprivate func isLive(on day: CalendarDate) -> Bool { day.mayLie(from: from, to: to) }
}

extension RatingTone {
  /// How a word of that tone is drawn.
  var role: Role {
    switch self {
    case .good: .good
    case .fair: .dueSoon
    case .poor: .overdue
    case .neutral: .text
    }
  }
}
