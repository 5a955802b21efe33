import Safeguarding
import TerminalUI

extension DatasetPane {
  /// The four questions of scrutiny with their answers, the latest first; nil where nobody answered them.
  static func outcomes(of indicator: Indicator, _ context: PaneContext) -> Panel? {
    let known = indicator.outcomeReviews.enumerated().filter { _, review in
      review.on?.first.map { $0 <= context.day } ?? true
    }
    if known.isEmpty { return nil }
    let never = ImpreciseDate(words: "")
    let ordered = known.sorted { left, right in
      (right.element.on ?? never, right.offset) < (left.element.on ?? never, left.offset)
    }
    let rows = ordered.flatMap { index, review in
      review.answers.enumerated().map { number, one in
        PanelRow(
          .part(indicator.link, [.field("outcomeReviews"), .element(index)]),
          id: "outcome-\(index)-\(number)",
          [
            .secondary(number == 0 ? review.on?.wholeInList(on: context.day) ?? "" : ""),
            Line(one.question),
            one.answer.isEmpty ? .secondary("not answered yet") : Line(one.answer),
          ])
      }
    }
    return Panel(
      .outcomes, title: "Four questions",
      columns: [
        Column("On", .text(least: 8, most: 12), rank: 1), Column("Question", .whole),
        Column("Answer", .main()),
      ], rows: rows, emptyText: ""
    ).adding(newOutcome(of: indicator, context))
  }

  /// The four questions, to be answered once more.
  static func newOutcome(of indicator: Indicator, _ context: PaneContext) -> Addition? {
    context.newPart(OutcomeReview(), of: indicator, at: [.field("outcomeReviews")])
  }
}
