import Safeguarding
import TerminalUI

/// Who checked what, what they asked for, what was answered and what changed.
package enum AssurancePane: SectionedPane {
  package static let id = "assurance"
  package static let title = "Assurance"
  package static let shortTitle = "Assure"
  package static let help =
    "What was checked, when and by whom: audits, self-assessments, scrutiny, recommendations, challenge, disputes."

  package static let sections = [
    PaneSection("map", "Map", content: map),
    PaneSection("audits", "Audits", content: audits),
    PaneSection("self-assessments", "Section 11", content: selfAssessments),
    PaneSection("scrutiny", "Scrutiny", content: scrutiny),
    PaneSection("recommendations", "Recommendations", content: recommendations),
    PaneSection("secure-estate", "Secure estate", content: secureEstate),
    PaneSection("presented", "Presented", content: presented),
    PaneSection("challenges", "Challenges", content: challenges),
    PaneSection("disputes", "Disputes", content: disputes),
  ]

  package static func late(_ context: PaneContext) -> Int {
    context.late(in: .assurance)
  }

  private static func map(_ context: PaneContext) -> PaneContent {
    let map = AssuranceMap(context)
    return PaneContent(
      trail: [], lede: map.lede,
      panels: [map.panel, map.lines, context.detail(of: map.panel)])
  }

  private static func audits(_ context: PaneContext) -> PaneContent {
    let list = context.register(of: Audit.self, .list, title: "Audits, theme by theme")
    let handed = (0..<list.rows.count).compactMap { list.rows.subject($0).record }
      .compactMap { context.workspace.audits[$0.id] }
    let without = handed.count { $0.doneOn != nil && $0.actions.isEmpty && !$0.areas.isEmpty }
    let more: [LedeBlock] =
      without == 0
      ? []
      : [
        .fact(
          "\(without) without actions", "what has to be better was handed to nobody", .dueSoon)
      ]
    return PaneContent(
      trail: [], lede: context.lede(of: [Audit.self], in: list, more),
      panels: [
        list, context.detail(of: list), context.register(of: Inspection.self, .outcome),
        context.register(of: Evaluation.self, .values),
        context.register(of: Survey.self, .others),
      ])
  }

  private static func recommendations(_ context: PaneContext) -> PaneContent {
    let list = context.register(
      of: Recommendation.self, .list, title: "What was asked for, and what came of it")
    let records = RecordContext(context.workspace, day: context.day, names: context.names)
    let stages = (0..<list.rows.count).compactMap { list.rows.subject($0).record }
      .compactMap { context.workspace.recommendations[$0.id]?.stage(records) }
    func count(_ stage: String) -> Int { stages.count { $0 == stage } }
    let bare = count("done without evidence")
    return PaneContent(
      trail: [],
      lede: context.lede(
        of: [Recommendation.self], in: list,
        [
          bare == 0
            ? .fact("None is done without evidence", "", .good)
            : .fact("\(bare) done without evidence", "nothing shows that they were done", .dueSoon),
          .fact("\(count("impact shown")) with an effect shown", "of \(stages.count)"),
        ]),
      panels: [list, context.detail(of: list, title: "Asked, answered, changed")])
  }

  private static func presented(_ context: PaneContext) -> PaneContent {
    let list = context.register(
      of: Presentation.self, .list, title: "Presented to others, and what they said")
    return PaneContent(
      trail: [], lede: context.lede(of: [Presentation.self, ProtocolParty.self], in: list),
      panels: [
        list, context.detail(of: list),
        context.register(of: ProtocolParty.self, .partners, title: "Boards of the joint protocol"),
      ])
  }

  private static func challenges(_ context: PaneContext) -> PaneContent {
    let list = context.register(
      of: Challenge.self, .challenges, title: "What was challenged, and what came of it")
    return PaneContent(
      trail: [], lede: context.lede(of: [Challenge.self], in: list),
      panels: [
        list, context.detail(of: list, title: "The chain"),
        context.register(of: MemberConcern.self, .members),
      ])
  }

  private static func disputes(_ context: PaneContext) -> PaneContent {
    let list = context.register(of: Dispute.self, .list)
    return PaneContent(
      trail: [],
      lede: context.lede(of: [Dispute.self, UrgentDecision.self], in: list),
      panels: [
        list, context.detail(of: list, title: "Stage by stage"),
        context.register(
          of: EscalationCount.self, .count, title: "Professional disagreements, counted"),
        context.register(of: UrgentDecision.self, .decisions, title: "Decided between meetings"),
        context.register(of: Delegation.self, .partners, title: "One partner acts for all"),
      ])
  }
}
