import Safeguarding
import TerminalUI

/// What an executive member needs in the first ten seconds.
package enum OverviewPane: Pane {
  package static let id = "overview"
  package static let title = "Overview"
  package static let help =
    "What needs attention, who chairs, when the groups meet and what the dataset warns of."

  package static func content(_ context: PaneContext, path: [String]) -> PaneContent {
    let attention = Attention(context)
    let groups = context.liveGroups
    let facts = groups.map { GroupFacts($0, context) }
    var content = PaneContent(
      trail: [title],
      lede: attention.lede + nextMeeting(of: facts, context) + chairLede(context),
      panels: panels(attention, facts, context))
    content.news = context.newsLines
    (content.isSummary, content.isMixed) = (true, true)
    return content.adding(
      groups.map { context.newAction(in: Reference($0.id)) }
        + Kinds.all.flatMap { context.additions(of: $0) })
  }

  /// The executives in scope.
  private static func executives(_ context: PaneContext) -> [PartnershipGroup] {
    context.partnerships.filter { $0.isLive(on: context.day) || context.scope != .all }
      .compactMap { partnership in
        context.workspace.groups[context.workspace.executive(of: partnership, on: context.day)]
      }
  }

  private static func panels(
    _ attention: Attention, _ facts: [GroupFacts], _ context: PaneContext
  ) -> [Panel] {
    let executives = executives(context)
    let rotating = executives.first { $0.rotatesChair }.map {
      [ExecutivePane.rotation(of: $0, context).asExtra]
    }
    return [
      attention.panel(of: facts), groups(facts, context).closed(context, under: "groups/"),
      headlines(context).closed(context, under: "dataset/"),
      chairs(context).closed(context, under: "partnerships/").asExtra,
    ] + (rotating ?? [])
  }

  /// The meeting that comes next in scope, and what is missing for it.
  private static func nextMeeting(
    of facts: [GroupFacts], _ context: PaneContext
  ) -> [LedeBlock] {
    let next =
      facts
      .compactMap { facts in facts.next.map { (facts, $0) } }
      .min { ($0.1.date?.first?.dayNumber ?? .max) < ($1.1.date?.first?.dayNumber ?? .max) }
    guard let (facts, meeting) = next, let date = meeting.date else { return [] }
    let what =
      Line("\(facts.group.label), \(date.inSentence(on: context.day))", .heading)
      + (meeting.illustrative ? Line(illustrativeMark, .illustrative) : .empty)
    return [LedeBlock(what, facts.preparation)]
  }

  /// Who chairs the first executive in scope that meets, until when, and who comes next.
  private static func chairLede(_ context: PaneContext) -> [LedeBlock] {
    let groups = executives(context)
    guard let group = groups.first(where: \.rotatesChair) ?? groups.first else { return [] }
    return [ExecutivePane.chairLede(of: group, context)]
  }
}
