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
    let records = context.recordContext
    let list = context.register(
      of: Audit.self, .list, title: "Audits, the next first, then year by year",
      in: .years(
        \.day, ahead: { ["planned", "overdue", "under way"].contains($0.stage($1)) },
        tally: { audits in
          let cases = audits.compactMap { $0.cases?.number }.reduce(0, +)
          return cases == 0 ? "" : "\(grouped(Int(cases))) cases"
        }))
    let shown = context.shown(Audit.self, in: list)
    let without = shown.count {
      records.hasHappened($0.doneOn) && $0.actions.isEmpty && !$0.areas.isEmpty
    }
    let more: [LedeBlock] =
      without == 0
      ? []
      : [
        .fact(
          "\(without) without actions", "what has to be better was handed to nobody", .dueSoon)
      ]
    let inspections = context.register(
      of: Inspection.self, .outcome, title: "Inspections, and what they asked for",
      in: .latest { $0.publishedOn ?? $0.on })
    let evaluations = context.register(
      of: Evaluation.self, .values, title: "Evaluations and models", in: .latest(\.on))
    let surveys = context.register(of: Survey.self, .others, in: .latest(\.on))
    return PaneContent(
      trail: [], lede: context.lede(of: [Audit.self], in: list, more),
      panels: [
        list, context.detail(of: list), inspections, evaluations, EvaluationScores(context).panel,
        surveys,
      ])
  }

  private static func recommendations(_ context: PaneContext) -> PaneContent {
    let records = context.recordContext
    let list = context.register(
      of: Recommendation.self, .list, title: "What was asked for, and what came of it",
      in: .bands(
        [
          "overdue", "done without evidence", "open", "answered", "done, no impact shown",
          "impact shown", "not accepted",
        ], { $0.stage($1) }, latest: \.madeOn), without: ["standing"])
    let stages = context.shown(Recommendation.self, in: list).map { $0.stage(records) }
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
          .fact("\(count("impact shown")) changed something", "of \(stages.count)"),
        ]),
      panels: [list, context.detail(of: list, title: "Asked, answered, changed")])
  }

  private static func presented(_ context: PaneContext) -> PaneContent {
    let records = context.recordContext
    let list = context.register(
      of: Presentation.self, .list, title: "Presented to others, and what they said",
      in: .years(
        { $0.presentedOn ?? $0.due }, ahead: { ["planned", "overdue"].contains($0.state($1)) }))
    let shown = context.shown(Presentation.self, in: list)
    let done = shown.filter { $0.state(records) == "presented" }
    let silent = done.count(where: \.said.isEmpty)
    return PaneContent(
      trail: [],
      lede: context.lede(
        of: [Presentation.self, ProtocolParty.self], in: list,
        [
          .fact(
            "\(done.count - silent) of \(done.count) presented with an answer",
            "of \(silent) nothing is printed that was said")
        ]),
      panels: [
        list, context.detail(of: list, title: "Who presented what, and what was said"),
        context.register(of: ProtocolParty.self, .partners, title: "Boards of the joint protocol"),
      ])
  }

  private static func challenges(_ context: PaneContext) -> PaneContent {
    let list = context.register(
      of: Challenge.self, .challenges, title: "What was challenged, and what came of it",
      in: .latest(\.raisedOn))
    let shown = context.shown(Challenge.self, in: list).map { $0.known(on: context.day) }
    let changed = shown.count { !$0.whatChanged.isEmpty }
    let open = shown.count { !$0.isAnswered }
    return PaneContent(
      trail: [],
      lede: context.lede(
        of: [Challenge.self, MemberConcern.self], in: list,
        [
          open == 0
            ? .fact("Every challenge is answered", "", .good)
            : .fact("\(open) without an answer", "of \(shown.count)", .dueSoon),
          .fact("\(changed) of \(shown.count) changed something", "as far as it is printed"),
        ]),
      panels: [
        list, context.detail(of: list, title: "The chain"),
        context.register(
          of: MemberConcern.self, .members, title: "Members who do not do their part"),
      ])
  }

  private static func disputes(_ context: PaneContext) -> PaneContent {
    let board = DisputeBoard(context)
    let list = board.panel
    let between = context.register(
      of: UrgentDecision.self, .decisions, title: "Decided between meetings, to be minuted",
      in: .bands(["Still to be minuted", "Minuted"]) { decision, records in
        records.hasHappened(decision.minutedOn) ? "Minuted" : "Still to be minuted"
      })
    let counts = context.register(
      of: EscalationCount.self, .count, title: "Professional disagreements, counted",
      in: .latest(\.period))
    let delegations = context.register(
      of: Delegation.self, .partners, title: "One partner acts for all", in: .latest(\.from))
    return PaneContent(
      trail: [], lede: context.lede(of: [Dispute.self], in: list, besides: [between], board.lede),
      panels: [list, board.stages, between, counts, delegations])
  }
}
