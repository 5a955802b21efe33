package import Safeguarding
import TerminalUI

/// Every review with its stage, clock and recommendations.
package enum ReviewsPane: Pane {
  package static let id = "reviews"
  package static let title = "Reviews"
  package static let shows: RecordKind? = Review.kind
  package static let help = "Every review: what sort, how far, its clock, and its recommendations."

  package static func content(_ context: PaneContext, path: [String]) -> PaneContent {
    guard let id = path.first, let review = context.workspace.reviews[id] else {
      let list = list(context)
      let track = Panel(
        .track, title: "Its way from the incident to publication",
        body: .detail(of: .list) { row in
          guard let record = list.rows.subject(row).record else { return [] }
          return context.workspace.reviews[record.id].map { self.track(of: $0, context) } ?? []
        }, emptyText: "Select a review to see its stages and clocks.")
      return PaneContent(
        trail: [title],
        panels: [
          list.readable(context, under: "reviews/"), track,
          funnel(context).closed(context, under: "reviews/"),
          recommendations(context).closed(context, under: "reviews/"),
        ])
    }
    return inside(review, context)
  }

  static func inScope(_ review: Review, _ context: PaneContext) -> Bool {
    context.scope.includes(review.commissionedBy)
      || (review.currentOwner.map { context.scope.includes($0) } ?? false)
  }

  private static func list(_ context: PaneContext) -> Panel {
    let clocks = Dictionary(
      grouping: context.deadlines.filter { $0.record.kind == Review.kind }, by: \.record.id)
    var rows = context.workspace.reviews.all.filter { inScope($0, context) }
      .map { row($0, clocks[$0.id] ?? [], context) }
    let totals = context.workspace.reviewTotals.all.filter {
      context.scope.includes($0.partnership) && !ReviewFunnel.shows($0)
    }
    if !totals.isEmpty {
      rows.append(
        PanelRow(
          "totals", [Line("Only the number is published", .heading)], isHeading: true))
    }
    rows += totals.map { total in
      PanelRow(
        total.link,
        [
          .empty, Line("\(total.type.title): \(total.count?.text ?? "no number")"),
          .secondary(total.type.abbreviation), .secondary(total.period.shortText), .empty, .empty,
          .empty,
        ])
    }
    return Panel(
      .list, title: "Reviews",
      notes: [
        .secondary("SCR serious case review"), .secondary("LCSPR local practice review"),
        .secondary("LLR learning review"),
      ],
      columns: [
        Column("", .whole), Column("Review", .main()),
        Column("Kind", .whole, rank: 2), Column("Published", .whole, rank: 3),
        Column("Stage", .text(least: 10, most: 20), rank: 1),
        Column("Clock", .text(least: 10, most: 24), rank: 4),
        Column("Done", .whole, alignment: .trailing),
      ], rows: rows,
      emptyText: "No reviews yet. A review is entered by its pseudonym only."
    ).adding(context.additions(of: Review.self).first)
  }

  private static func row(
    _ review: Review, _ deadlines: [Deadline], _ context: PaneContext
  ) -> PanelRow {
    let record = RecordID(Review.kind, review.id)
    let actions = context.records.actions(from: Reference(review.id))
    let done = actions.filter { $0.status == .done }.count
    return PanelRow(
      record,
      [
        context.isFaulty(record) ? Line("x", .fault) : .empty,
        .text(review.title, illustrative: review.illustrative),
        .secondary(review.type.abbreviation), Line(review.publishedOn.shortText),
        Line(review.stage.title), clock(review, deadlines, context),
        actions.isEmpty ? .secondary("-") : Line("\(done) of \(actions.count)"),
      ],
      keys: [
        .nothing, .text(review.title), .text(review.type.abbreviation), review.publishedOn.sortKey,
        .text(review.stage.title), review.dueOn.sortKey, .number(Double(done)),
      ])
  }

  /// How the review's clock stands, in a few words.
  private static func clock(
    _ review: Review, _ deadlines: [Deadline], _ context: PaneContext
  ) -> Line {
    if let pause = review.pause, pause.covers(context.day) {
      return Line("paused: \(pause.because)", .dueSoon)
    }
    let book = context.book
    if let deadline = deadlines.filter({
      $0.status.isOpen && book[$0.rule]?.informationOnly != true
    }).min(by: { $0.status < $1.status }) {
      return Line("\(deadline.status.mark) \(deadline.distanceText)", deadline.status.role)
    }
    if review.publishedOn != nil { return .secondary("stopped: published") }
    return .secondary("no date printed")
  }

  /// Every recommendation and practice change of every review, what is still open first.
  private static func recommendations(_ context: PaneContext) -> Panel {
    let all = context.workspace.actions.all
    let actions = all.indices.filter { position in
      guard let review = context.workspace.reviews[all[position].review] else { return false }
      return inScope(review, context)
    }
    return recommendations(actions, showsReview: true, context)
  }

  static func recommendations(
    _ positions: [Int], showsReview: Bool, _ context: PaneContext
  ) -> Panel {
    let all = context.workspace.actions.all
    let rows = PanelRows(
      positions, subject: { .record(all[$0].link) },
      key: { key(ofRecommendation: all[$0], $1, context) }
    ) { position in
      let action = all[position]
      let owners = action.owners.text(context.names)
      let evidence = action.evidence.count + action.impact.count
      let age = (action.raisedOn?.first).map { shortSpan(from: $0, to: context.day) } ?? ""
      let review = context.workspace.reviews[action.review]?.title ?? ""
      return PanelRow(
        action.link,
        [
          (context.isFaulty(RecordID(ActionItem.kind, action.id)) ? Line("x ", .fault) : .empty)
            + .secondary(showsReview ? review : action.area), .secondary(action.number),
          .text(action.title, illustrative: action.illustrative), .secondary(owners),
          Line(action.status.title, action.status.role), .secondary(action.isClosed ? "" : age),
          evidence == 0 ? .secondary("none") : Line(String(evidence)),
        ])
    }
    let done = positions.count { all[$0].isClosed }
    return Panel(
      .recommendations, title: "Recommendations and practice changes",
      notes: [.secondary("\(done) of \(positions.count) done")],
      columns: [
        Column(showsReview ? "Review" : "Area", .text(least: 10, most: 18), rank: 1),
        Column("No", .whole, alignment: .trailing), Column("What", .main()),
        Column("Owner", .text(least: 10, most: 26), rank: 3), Column("Status", .whole),
        Column("Age", .whole, alignment: .trailing, rank: 2),
        Column("Evidence", .whole, alignment: .trailing, rank: 4),
      ], rows: rows,
      emptyText: showsReview
        ? "No recommendations are recorded. Enter opens a review, and there a adds one."
        : "No recommendations are recorded.")
  }

  /// What a recommendation is sorted by in a column.
  private static func key(
    ofRecommendation action: ActionItem, _ column: Int, _ context: PaneContext
  ) -> SortKey? {
    switch column {
    case 0: .text(context.workspace.reviews[action.review]?.title ?? "")
    case 1: Int(action.number).map { .number(Double($0)) } ?? .text(action.number)
    case 2: .text(action.title)
    case 3: .text(action.owners.text(context.names))
    case 4: .text(action.status.title)
    case 5: (action.raisedOn?.first).map { .number(-Double($0.dayNumber)) } ?? .nothing
    case 6: .number(Double(action.evidence.count + action.impact.count))
    default: nil
    }
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
      .track, title: "Its way from the incident to publication",
      body: .text(track(of: review, context)))
    var list = recommendations(
      context.records.actionPositions(from: Reference(review.id)), showsReview: false, context)
    list.additions = additions(to: review, context)
    let content = PaneContent(
      trail: [title, review.title], about: review.link, panels: [track, list, about]
    )
    return content.adding(list.additions)
  }
}

extension ActionItem {
  /// Whether nothing more has to be done.
  var isClosed: Bool { status == .done || status == .dropped }
}
