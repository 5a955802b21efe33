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
    PaneSection("leads", "By lead") {
      actions(of: [.plan, .nextStep, .commitment], by: .lead, "What each lead has to do", $0)
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

  /// The actions that come from plans, parted by priority or by who leads.
  static func actions(
    of origins: Set<ActionOrigin>, by parting: PlanActions.Parting = .priority, _ title: String,
    _ context: PaneContext
  ) -> PaneContent {
    let list = PlanActions(context, by: parting) { origins.contains($0.origin) }
    let panel = list.panel(title)
    return PaneContent(
      trail: [], lede: lede(of: list.shown, context), panels: [panel, context.detail(of: panel)])
  }

  /// What is done and nothing shows it, what is late and nobody says why, what nobody reports on.
  private static func withoutEvidence(_ context: PaneContext) -> PaneContent {
    let list = PlanActions(context, by: .priority) { action in
      guard action.isOfPlan else { return false }
      let known = action.known(on: context.day)
      return known.lacksEvidence || known.status == .unknown
        || known.isOverdue(on: context.day) && known.progress.isEmpty
    }
    var panel = list.panel("Little or no evidence of progress")
    panel.emptyText = "Everything of the plans has something that shows how it is getting on."
    panel.additions = []
    let records = list.shown
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

  private static func lede(of shown: [ActionItem], _ context: PaneContext) -> [LedeBlock] {
    let late = shown.count { $0.isOverdue(on: context.day) }
    let done = shown.count { $0.status == .done }
    let proven = shown.count { !$0.impact.isEmpty }
    let silent = shown.count { $0.status == .unknown }
    // Where nobody says how things stand, that nothing is late means little.
    let isSilent = silent * 2 > shown.count
    return [
      isSilent
        ? .fact("\(silent) of \(shown.count) not reported", "nobody says how they stand", .dueSoon)
        : late == 0
          ? .fact("Nothing is late", "", .good) : .alarm("\(late) overdue", "of \(shown.count)"),
      .fact("\(done) of \(shown.count) done", "as far as is reported"),
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
