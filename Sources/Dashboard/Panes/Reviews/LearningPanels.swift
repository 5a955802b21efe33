import Letters
import Safeguarding
import TerminalUI

extension ReviewsPane {
  /// What agencies put forward, and what was decided.
  static func referrals(_ context: PaneContext) -> PaneContent {
    let list = context.register(of: Referral.self, .list, title: "Put forward, and decided")
    return PaneContent(
      trail: [], lede: context.lede(of: [Referral.self], in: list),
      panels: [list, context.detail(of: list)])
  }

  /// National reviews with the local answer, reviews of others, complaints that are only counted.
  static func national(_ context: PaneContext) -> PaneContent {
    let list = context.register(
      of: NationalReview.self, .list, title: "National reviews, and what was done here")
    return PaneContent(
      trail: [], lede: context.lede(of: [NationalReview.self], in: list),
      panels: [
        list, context.detail(of: list),
        context.register(of: LinkedReview.self, .others, title: "Reviews that others own"),
        context.register(of: ComplaintCount.self, .count, title: "Complaints, counted"),
      ])
  }

  /// What was made to spread what reviews taught, how many it reached, and what people knew of it after.
  static func learning(_ context: PaneContext) -> PaneContent {
    let reviews = context.workspace.reviews(on: context.day).filter { inScope($0, context) }
    let rows = reviews.flatMap { review in
      review.learningProducts.enumerated().map { index, product in
        let reach = product.reach.map { "\($0.text) \(product.reachUnit)" } ?? ""
        return PanelRow(
          .part(review.link, [.field("learningProducts"), .element(index)]),
          [
            .text(review.title, illustrative: review.illustrative), .secondary(product.form),
            Line(product.title.asTitle),
            .secondary(product.published?.wholeInList(on: context.day) ?? ""),
            reach.isEmpty ? Line("not counted", .dueSoon) : Line(reach),
            .secondary(product.reachAsAt.map { "as at \($0.inSentence(on: context.day))" } ?? ""),
          ], target: Place(record: review.link))
      }
    }
    let spread = Panel(
      .list, title: "How the learning was spread",
      columns: [
        Column("Review", .text(least: 10, most: 24)), Column("What", .text(least: 6, most: 14)),
        Column("Title", .main(least: 16)), Column("When", .whole, rank: 1),
        Column("Reach", .text(least: 8, most: 20)), Column("", .text(least: 8, most: 20), rank: 2),
      ], rows: rows, emptyText: "Nothing was made to spread the learning yet.")
    let surveys = context.register(
      of: Survey.self, .others, title: "What practitioners knew of it",
      emptyText: "No survey asked about the learning of a review."
    ) {
      $0.review != nil || !$0.results.isEmpty && $0.audience.folded.contains("practitioner")
    }
    let waiting = context.workspace.actions.all.filter { action in
      action.review != nil && action.evaluateOn != nil
    }
    let evaluations = waiting.map { action -> PanelRow in
      let isLate = (action.evaluateOn?.last ?? context.day) < context.day && action.impact.isEmpty
      return PanelRow(
        action.link,
        [
          .text(action.title.asTitle, illustrative: action.illustrative),
          Line(
            action.evaluateOn?.printed ?? action.evaluateOn?.short ?? "", isLate ? .overdue : .text),
          .secondary(action.evaluatedBy),
          action.impact.isEmpty ? .secondary("not yet") : Line("effect shown", .good),
        ])
    }
    let changes = Panel(
      .changes, title: "Changes whose effect is still to be seen",
      columns: [
        Column("Change", .main()), Column("By", .text(least: 8, most: 16)),
        Column("Who", .text(least: 8, most: 24), rank: 1), Column("Effect", .whole),
      ], rows: evaluations, emptyText: "No change of practice waits for its effect to be looked at."
    )
    let counted = rows.count
    return PaneContent(
      trail: [],
      lede: [
        .fact("\(counted) ways to spread the learning", "of \(reviews.count) reviews"),
        .fact("\(evaluations.count) changes to be evaluated", "whether practice is different"),
      ], panels: [spread, changes, surveys])
  }
}
