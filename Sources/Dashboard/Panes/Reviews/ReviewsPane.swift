import Safeguarding
import TerminalUI

/// Every review with its stage, clock and recommendations.
package enum ReviewsPane: Pane {
  package static let id = "reviews"
  package static let title = "Reviews"
  package static let help = "Every review: what sort, how far, its clock, and its recommendations."

  package static func content(_ context: PaneContext, path: [String]) -> PaneContent {
    guard let id = path.first, let review = context.workspace.reviews[id] else {
      let track = Panel(
        "track", title: "Its way from the incident to publication",
        body: .detail(of: "list") { id in
          context.workspace.reviews[id].map { self.track(of: $0, context) } ?? []
        }, emptyText: "Select a review to see its stages and clocks.")
      return PaneContent(
        trail: [title],
        panels: [
          readable(list(context), context), track, readable(funnel(context), context),
          readable(recommendations(context), context),
        ], layout: layout)
    }
    return inside(review, context)
  }

  private static func layout(_ area: Rect) -> [Rect] {
    if area.width >= 110, area.height >= 24 {
      let rows = area.rows([.share(4), .share(3)])
      let top = rows[0].columns([.share(6), .share(5)])
      let bottom = rows[1].columns([.share(6), .share(5)])
      return [top[0], top[1], bottom[1], bottom[0]]
    }
    let none = Rect(x: 0, y: 0, width: 0, height: 0)
    if area.height < 16 { return [area, none, none, none] }
    let rows = area.rows([.share(1), .share(1)])
    return [rows[0], rows[1], none, none]
  }

  private static func readable(_ panel: Panel, _ context: PaneContext) -> Panel {
    var panel = panel
    if panel.id == "list" { panel.trouble = context.trouble(under: "reviews/") }
    panel.closed = context.closed(under: "reviews/")
    return panel
  }

  static func inScope(_ review: Review, _ context: PaneContext) -> Bool {
    context.scope.includes(review.commissionedBy)
      || (review.currentOwner.map { context.scope.includes($0) } ?? false)
  }

  private static func list(_ context: PaneContext) -> Panel {
    var rows = context.workspace.reviews.all.filter { inScope($0, context) }
      .map { row($0, context) }
    let totals = context.workspace.reviewTotals.all.filter {
      context.scope.includes($0.partnership) && !ReviewFunnel.shows($0)
    }
    if !totals.isEmpty {
      rows.append(
        LinkedRow(
          "totals", [Line("Only the number is published", .heading)], isHeading: true))
    }
    rows += totals.map { total in
      LinkedRow(
        total.id,
        [
          .empty, Line("\(total.type.title): \(total.count?.text ?? "no number")"),
          .secondary(total.type.abbreviation), .secondary(total.period.shortText), .empty, .empty,
          .empty,
        ], record: RecordID(ReviewTotal.kind, total.id))
    }
    return Panel(
      "list", title: "Reviews",
      notes: [
        .secondary("SCR serious case review"), .secondary("LCSPR local practice review"),
        .secondary("LLR learning review"),
      ],
      columns: [
        Column("", .fit(1)), Column("Review", .share(least: 14)),
        Column("Kind", .fit(6), rank: 2), Column("Published", .fit(14), rank: 3),
        Column("Stage", .fit(20), rank: 1), Column("Clock", .fit(24), rank: 4),
        Column("Done", .fit(8), alignment: .trailing),
      ], rows: rows,
      emptyText: "No reviews yet. Enter one file for each under reviews/, by its pseudonym only.")
  }

  private static func row(_ review: Review, _ context: PaneContext) -> LinkedRow {
    let record = RecordID(Review.kind, review.id)
    let actions = context.workspace.actions(from: Reference(review.id))
    let done = actions.filter { $0.status == .done }.count
    return LinkedRow(
      review.id,
      [
        context.isFaulty(record) ? Line("x", .fault) : .empty,
        .text(review.title, illustrative: review.illustrative),
        .secondary(review.type.abbreviation), Line(review.publishedOn.shortText),
        Line(review.stage.title), clock(review, context),
        actions.isEmpty ? .secondary("-") : Line("\(done) of \(actions.count)"),
      ],
      keys: [
        .nothing, .text(review.title), .text(review.type.abbreviation), review.publishedOn.sortKey,
        .text(review.stage.title), review.dueOn.sortKey, .number(Double(done)),
      ], record: record)
  }

  /// How the review's clock stands, in a few words.
  private static func clock(_ review: Review, _ context: PaneContext) -> Line {
    if let pause = review.pause, pause.covers(context.day) {
      return Line("paused: \(pause.because)", .dueSoon)
    }
    let record = RecordID(Review.kind, review.id)
    let book = context.book
    if let deadline = context.deadlines.filter({
      $0.record == record && $0.status.isOpen && book[$0.rule]?.informationOnly != true
    }).min(by: { $0.status < $1.status }) {
      return Line("\(deadline.status.mark) \(deadline.distanceText)", deadline.status.role)
    }
    if review.publishedOn != nil { return .secondary("stopped: published") }
    return .secondary("no date printed")
  }

  /// Every recommendation and practice change of every review, what is still open first.
  private static func recommendations(_ context: PaneContext) -> Panel {
    let actions = context.workspace.actions.all.filter { action in
      guard let review = context.workspace.reviews[action.review] else { return false }
      return inScope(review, context)
    }
    return recommendations(actions, showsReview: true, context)
  }

  static func recommendations(
    _ actions: [ActionItem], showsReview: Bool, _ context: PaneContext
  ) -> Panel {
    let rows = actions.map { action in
      let owners = action.owners.text(context.names)
      let evidence = action.evidence.count + action.impact.count
      let age = (action.raisedOn?.first).map { shortSpan(from: $0, to: context.day) } ?? ""
      let review = context.workspace.reviews[action.review]?.title ?? ""
      return LinkedRow(
        action.id,
        [
          (context.isFaulty(RecordID(ActionItem.kind, action.id)) ? Line("x ", .fault) : .empty)
            + .secondary(showsReview ? review : action.area), .secondary(action.number),
          .text(action.title, illustrative: action.illustrative), .secondary(owners),
          Line(action.status.title, action.status.role), .secondary(action.isClosed ? "" : age),
          evidence == 0 ? .secondary("none") : Line(String(evidence)),
        ],
        keys: [
          .text(review), Int(action.number).map { .number(Double($0)) } ?? .text(action.number),
          .text(action.title), .text(owners), .text(action.status.title),
          (action.raisedOn?.first).map { .number(-Double($0.dayNumber)) } ?? .nothing,
          .number(Double(evidence)),
        ], record: RecordID(ActionItem.kind, action.id))
    }
    let done = actions.filter(\.isClosed).count
    return Panel(
      "recommendations", title: "Recommendations and practice changes",
      notes: [.secondary("\(done) of \(actions.count) done")],
      columns: [
        Column(showsReview ? "Review" : "Area", .fit(18), rank: 1),
        Column("No", .fit(3), alignment: .trailing), Column("What", .share(least: 24)),
        Column("Owner", .fit(26), rank: 3), Column("Status", .fit(12)),
        Column("Age", .fit(10), alignment: .trailing, rank: 2),
        Column("Evidence", .fit(8), alignment: .trailing, rank: 4),
      ], rows: rows,
      emptyText:
        "No recommendations are recorded. Enter them as actions with \"review\" in the "
        + "actions.json of the group that follows them.")
  }

  private static func inside(_ review: Review, _ context: PaneContext) -> PaneContent {
    let skipped: Set = ["id", "title"]
    let facts = review.fieldTexts(context.names).filter { !skipped.contains($0.name) }
      .map { Fact($0.label, $0.lines.map { Line($0) }) }
    let about = Panel("about", title: "The review in full", body: .facts(facts))
    let track = Panel(
      "track", title: "Its way from the incident to publication",
      body: .text(track(of: review, context)))
    let actions = context.workspace.actions(from: Reference(review.id))
    return PaneContent(
      trail: [title, review.title],
      panels: [track, recommendations(actions, showsReview: false, context), about]
    ) { area in
      if area.width >= 110 {
        let columns = area.columns([.share(3), .share(2)])
        let left = columns[0].rows([.share(1), .share(1)])
        return [left[0], left[1], columns[1]]
      }
      let none = Rect(x: 0, y: 0, width: 0, height: 0)
      let rows = area.rows([.share(1), .share(1)])
      return [rows[0], rows[1], none]
    }
  }
}

extension ActionItem {
  /// Whether nothing more has to be done.
  var isClosed: Bool { status == .done || status == .dropped }
}
