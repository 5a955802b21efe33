import Safeguarding
import TerminalUI

/// What the partnership set out to do, how that is getting on, and what could go wrong.
package enum PlansPane: SectionedPane {
  package static let id = "plans"
  package static let title = "Plans"
  package static let help =
    "The priorities and what was done for each, key actions, next steps, what lacks evidence, risks, values."

  package static let sections = [
    PaneSection("priorities", "Priorities", content: priorities),
    PaneSection("actions", "Key actions") { actions(of: [.plan], "Key actions of the plans", $0) },
    PaneSection("next-steps", "Next steps") {
      actions(of: [.nextStep, .commitment], "Next steps and commitments", $0)
    },
    PaneSection("evidence", "Little evidence", content: withoutEvidence),
    PaneSection("time", "Timeline", content: timeline),
    PaneSection("risks", "Risks", content: risks),
    PaneSection("values", "Vision and values", content: values),
  ]

  package static func late(_ context: PaneContext) -> Int {
    context.late(in: .plans)
      + context.deadlines.count { deadline in
        deadline.status == .overdue && deadline.record.kind == ActionItem.kind
          && context.workspace.actions[deadline.record.id]?.isOfPlan ?? false
      }
  }

  /// The actions that come from plans, those that ask for something first.
  static func actions(
    of origins: Set<ActionOrigin>, _ title: String, _ context: PaneContext
  ) -> PaneContent {
    let panel = list(title, context) { action in
      origins.contains(action.origin)
    }
    return PaneContent(
      trail: [], lede: lede(of: panel, context), panels: [panel, context.detail(of: panel)])
  }

  /// What is done and nothing shows it, what is late and nobody says why, what nobody reports on.
  private static func withoutEvidence(_ context: PaneContext) -> PaneContent {
    var panel = list("Little or no evidence of progress", context) { action in
      guard action.isOfPlan else { return false }
      let known = action.known(on: context.day)
      return known.lacksEvidence || known.status == .unknown
        || known.isOverdue(on: context.day) && known.progress.isEmpty
    }
    panel.emptyText = "Everything of the plans has something that shows how it is getting on."
    let known = panel.rows
    let records = (0..<known.count).compactMap { known.subject($0).record }
      .compactMap { context.workspace.actions[$0.id]?.known(on: context.day) }
    let done = records.count(where: \.lacksEvidence)
    let silent = records.count { $0.status == .unknown }
    let blocks: [LedeBlock] = [
      done == 0
        ? .fact("Nothing is done without evidence", "", .good)
        : .fact("\(done) done without evidence", "nothing shows that they were done", .dueSoon),
      silent == 0
        ? .fact("Everything is reported", "", .good)
        : .fact("\(silent) not reported", "nobody says how they stand", .dueSoon),
      .fact(
        "\(records.count - done - silent) late without a note", "nobody says why",
        records.count == done + silent ? .good : .overdue),
    ]
    return PaneContent(
      trail: [], lede: blocks, panels: [panel.goodWhenEmpty, context.detail(of: panel)])
  }

  private static func list(
    _ title: String, _ context: PaneContext, where isShown: (ActionItem) -> Bool
  ) -> Panel {
    let records = RecordContext(context.workspace, day: context.day, names: context.names)
    let all = context.workspace.actions.all
    let positions = all.indices.filter {
      isShown(all[$0]) && context.scope.mayInclude(all[$0], records)
    }
    return GroupsPane.actions(
      Array(positions), title: title, context, emptyText: "No such actions yet.")
  }

  private static func lede(of panel: Panel, _ context: PaneContext) -> [LedeBlock] {
    let shown = (0..<panel.rows.count).compactMap { panel.rows.subject($0).record }
      .compactMap { context.workspace.actions[$0.id]?.known(on: context.day) }
    let late = shown.count { $0.isOverdue(on: context.day) }
    let done = shown.count { $0.status == .done }
    let proven = shown.count { !$0.impact.isEmpty }
    return [
      late == 0
        ? .fact("Nothing is late", "", .good) : .alarm("\(late) overdue", "of \(shown.count)"),
      .fact("\(done) of \(shown.count) done", "‹sort› sorts, by owner for instance"),
      .fact("\(proven) with an effect shown", "done is not the same as changed"),
    ]
  }
}

extension ActionItem {
  /// Whether it carries out a plan, or is a step that a plan or report announced.
  var isOfPlan: Bool {
    plan != nil || origin == .plan || origin == .nextStep || origin == .commitment
  }
}
