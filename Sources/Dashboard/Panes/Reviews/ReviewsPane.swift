package import Safeguarding
import TerminalUI

/// Every review with its stage, clock and recommendations.
package enum ReviewsPane: SectionedPane {
  package static let id = "reviews"
  package static let title = "Reviews"
  package static let shortTitle = "Review"
  package static let shows: RecordKind? = Review.kind
  package static let help = "Every review: what sort, how far, its clock, and its recommendations."

  package static let sections = [
    PaneSection("all", "Reviews", content: list),
    PaneSection("referrals", "Referrals", content: referrals),
    PaneSection("learning", "Learning", content: learning),
    PaneSection("national", "National and others", content: national),
  ]

  package static func content(_ context: PaneContext, path: [String]) -> PaneContent {
    guard let id = path.first, let review = context.workspace.reviews[id] else {
      return section(path.first ?? "", context)
    }
    return inside(review.known(on: context.day), context)
  }

  static func inScope(_ review: Review, _ context: PaneContext) -> Bool {
    [review.commissionedBy, review.currentOwner].contains {
      $0.map { context.scope.includes($0) } ?? false
    }
  }

  private static func list(_ context: PaneContext) -> PaneContent {
    let reviews = context.workspace.reviews(on: context.day).filter { inScope($0, context) }
    let standings = ReviewStandings(context)
    let list = ReviewList(reviews, standings, context).panel
    let track = Panel(
      .track, title: "From incident to publication",
      body: .text(about: .list) { row in
        guard let record = list.rows.subject(row).record else { return [] }
        return context.workspace.reviews[record.id].map {
          self.track(of: $0.known(on: context.day), context)
        } ?? []
      }, emptyText: "Select a review to see its stages and clocks.")
    return PaneContent(
      trail: [], lede: ReviewsLede(reviews, standings, context).blocks,
      panels: [
        list.readable(context, under: "reviews/"),
        ReviewChanges(of: reviews, context).panel.closed(context, under: "reviews/"), track,
        funnel(context).closed(context, under: "reviews/"),
      ])
  }

  /// What can be added to a review: an action of the group that follows it, else of any group.
  private static func additions(to review: Review, _ context: PaneContext) -> [Addition] {
    if let addition = context.newAction(from: review) { return [addition] }
    return context.liveGroups.map {
      context.newAction(in: Reference($0.id), review: Reference(review.id))
    }
  }

  private static func inside(_ review: Review, _ context: PaneContext) -> PaneContent {
    let skipped: Set = ["id", "title"]
    let facts = review.fieldTexts(context.names).filter { !skipped.contains($0.name) }
      .map { Fact($0.label, $0.lines.map { Line($0) }) }
    let about = Panel(.about, title: "The review in full", body: .facts(facts))
    let track = Panel(
      .track, title: "From incident to publication", body: .text(track(of: review, context)))
    var changes = ReviewChanges(in: review, context).panel
    let additions = additions(to: review, context)
    changes.additions = additions
    // What was recommended comes first, once something was.
    let isEmpty = changes.rows.count == 0
    let content = PaneContent(
      trail: [title, review.title], about: review.link,
      lede: ReviewsLede.blocks(of: review, ReviewStandings(context), context),
      panels: isEmpty ? [track, changes, about] : [changes, track, about])
    return content.adding(additions)
  }
}
