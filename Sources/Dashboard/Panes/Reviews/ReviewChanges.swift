import Safeguarding
import TerminalUI

/// What reviews recommended and what changed in practice, review by review.
struct ReviewChanges {
  private let entries: [Entry]
  private let isOfOne: Bool
  private let context: PaneContext

  /// A recommendation by its position among all actions, or the review above some of them.
  private enum Entry: Sendable {
    case review(Review, ReviewStandings.Changes)
    case action(Int)

    var position: Int? { if case .action(let position) = self { position } else { nil } }
  }

  /// Those of several reviews, under the name of each.
  init(of reviews: [Review], _ context: PaneContext) {
    self.context = context
    isOfOne = false
    entries = reviews.flatMap { review -> [Entry] in
      let positions = ReviewChanges.positions(of: review, context)
      if positions.isEmpty { return [] }
      return [.review(review, ReviewChanges.counts(positions, context))]
        + positions.map { .action($0) }
    }
  }

  /// Those of one review.
  init(in review: Review, _ context: PaneContext) {
    self.context = context
    isOfOne = true
    entries = ReviewChanges.positions(of: review, context).map { .action($0) }
  }

  /// What a review had recommended by the day that is looked at.
  private static func positions(of review: Review, _ context: PaneContext) -> [Int] {
    context.records.actionPositions(from: Reference(review.id)).filter {
      context.workspace.actions.all[$0].isKnown(on: context.day)
    }
  }

  private static func counts(
    _ positions: [Int], _ context: PaneContext
  ) -> ReviewStandings.Changes {
    var counts = ReviewStandings.Changes()
    for position in positions {
      counts.add(context.workspace.actions.all[position].known(on: context.day))
    }
    return counts
  }

  var panel: Panel {
    let (context, all) = (self.context, context.workspace.actions.all)
    let rows = PanelRows(
      entries, headings: entries.indices.filter { entries[$0].position == nil },
      id: { entry in
        switch entry {
        case .review(let review, _): "review-\(review.id)"
        case .action(let position): all[position].id
        }
      },
      subject: { entry in entry.position.map { .record(all[$0].link) } ?? .none },
      key: { entry, column in
        entry.position.flatMap { ReviewChanges.key(of: all[$0], column, context) }
      },
      row: { entry in
        switch entry {
        case .review(let review, let counts): ReviewChanges.band(review, counts)
        case .action(let position): ReviewChanges.row(all[position], context)
        }
      })
    let counts = ReviewChanges.counts(entries.compactMap(\.position), context)
    let notes = [counts.words, counts.doubt].filter { !$0.isEmpty }.joined(separator: ", ")
    return Panel(
      .recommendations, title: "Changes in practice",
      notes: counts.all == 0 ? [] : [.secondary(notes)],
      columns: [
        Column("", .whole), Column("Status", .whole),
        Column(OwedTable.dueTitle, .whole, alignment: .trailing, rank: 1),
        Column("Evidence", .whole, rank: 3), Column("Who", .text(least: 8, most: 22), rank: 2),
        Column("No", .whole, alignment: .trailing, rank: 4),
        Column("Open for", .whole, alignment: .trailing, rank: 5), Column("What", .main(least: 56)),
      ], rows: rows,
      emptyText: isOfOne
        ? "Nothing is recommended yet."
        : "Nothing is recommended yet. ‹open› opens a review, and there ‹add› adds the first.")
  }

  private static func band(_ review: Review, _ counts: ReviewStandings.Changes) -> PanelRow {
    let doubt = counts.doubt.isEmpty ? "" : ", \(counts.doubt)"
    return PanelRow(
      "review-\(review.id)",
      [
        .text(review.title, illustrative: review.illustrative, role: .heading),
        .secondary("\(counts.words)\(doubt)"),
      ], isHeading: true)
  }

  private static func row(_ recorded: ActionItem, _ context: PaneContext) -> PanelRow {
    let action = recorded.known(on: context.day)
    let isLate = action.isOverdue(on: context.day)
    let isOver = action.isClosed
    var mark = isLate ? Line("!", .overdue) : Line(action.status.mark, action.status.role)
    if context.isFaulty(action.link) { mark = Line("x", .fault) }
    let due = isOver ? nil : action.due?.last
    let distance = due.map { distanceWords(from: context.day, to: $0) } ?? ""
    let age = (action.raisedOn?.first).map { shortSpan(from: $0, to: context.day) } ?? ""
    let proof = action.evidence.count + action.impact.count
    let evidence: Line =
      action.lacksEvidence
      ? Line("no evidence", .dueSoon) : proof == 0 ? .empty : .secondary("\(proof) shown")
    return PanelRow(
      action.link,
      [
        mark, Line(action.status.title), Line(distance, isLate ? .overdue : .text), evidence,
        .owner(action.owners, isOver ? .done : .text, isWanted: action.isOpen, context),
        .secondary(action.number), .secondary(isOver ? "" : age),
        .text(action.title.asTitle, illustrative: action.illustrative),
      ])
  }

  /// What a recommendation is sorted by in a column.
  private static func key(
    of action: ActionItem, _ column: Int, _ context: PaneContext
  ) -> SortKey? {
    switch column {
    case 1: .text(action.status.title)
    case 2: action.isClosed ? .nothing : action.due.sortKey
    case 3: .number(Double(action.evidence.count + action.impact.count))
    case 4: .text(action.owners.text(context.names))
    case 5: Int(action.number).map { .number(Double($0)) } ?? .text(action.number)
    case 6: action.isClosed ? .nothing : action.raisedOn.sortKey
    case 7: .text(action.title)
    default: nil
    }
  }
}

extension ActionStatus {
  /// The letter that carries the meaning without colour.
  fileprivate var mark: String {
    switch self {
    case .open, .started: " "
    case .done: "="
    case .dropped: "/"
    case .unknown: "."
    }
  }
}
