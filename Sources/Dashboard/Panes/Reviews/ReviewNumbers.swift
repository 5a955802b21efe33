import Safeguarding
import TerminalUI

extension ReviewsPane {
  /// Discussions, notifications, rapid reviews and reviews: a row each, a column a year.
  static func funnel(_ context: PaneContext) -> Panel {
    let workspace = context.workspace
    let funnel = ReviewFunnel(
      reviews: workspace.reviews(on: context.day).filter { inScope($0, context) },
      totals: workspace.reviewTotals(on: context.day).filter {
        context.scope.includes($0.partnership)
      }, reports: workspace.documents, in: workspace.partnerships)
    let years = Array(funnel.years.reversed())
    let span = [years.first, years.last].compactMap { $0?.name }
    let title = span.isEmpty ? "Reviews by year" : "How many: \(span.joined(separator: " to "))"
    // The oldest years go first where there is too little room.
    let columns = years.enumerated().map { index, year in
      Column(year.name, .whole, alignment: .trailing, rank: years.count - index)
    }
    return Panel(
      .funnel, title: span.count == 2 && span[0] == span[1] ? "How many: \(span[0])" : title,
      columns: [Column("", .whole)] + columns + [Column("", .whole, rank: 1)],
      rows: years.isEmpty
        ? [] : ReviewFunnel.steps.indices.map { row($0, years, context) },
      emptyText: "No numbers by year yet."
    ).adding(context.additions(of: ReviewTotal.self).first)
  }

  /// The numbers of one step, and how they went.
  private static func row(
    _ step: Int, _ years: [ReviewFunnel.Year], _ context: PaneContext
  ) -> PanelRow {
    let figures = years.map { $0.figures[step] }
    let values = figures.map { $0?.count.number }
    let cells = figures.map { figure -> Line in
      guard let figure else { return .empty }
      return figure.count.number == 0 ? .secondary("0") : Line(figure.count.text)
    }
    let known = values.compactMap(\.self)
    let end: Line =
      figures.allSatisfy { $0 == nil }
      ? .secondary("not published")
      : known.count > 1
        ? Line(
          picture: [
            Span(Sparkline(values).text(width: values.count, glyphs: context.glyphs), .chart)
          ],
          saying: "") : .empty
    let name = ReviewFunnel.steps[step]
    // The first sentence stands here; Enter shows the whole note.
    let notes = zip(years, figures).compactMap { year, figure -> Line? in
      guard let note = figure?.note, !note.isEmpty else { return nil }
      let first = note.firstRange(of: ". ").map { note[..<$0.lowerBound] + "." } ?? note[...]
      return Line("\(year.name): \(first)", .secondary)
    }
    return PanelRow(
      name.rawValue, [Line(title(of: name))] + cells + [end],
      keys: [.text(title(of: name))] + values.map { $0.map { .number($0) } ?? .nothing },
      further: notes,
      target: figures.last { $0?.total != nil }?.flatMap(\.total).map {
        Place(record: RecordID(ReviewTotal.kind, $0.id))
      })
  }

  /// A step in the plural, in a word or two.
  private static func title(of step: ReviewCount) -> String {
    switch step {
    case .discussion: "Discussed"
    case .notification: "Notified"
    case .localReview: "Local reviews"
    default: "\(step.title)s"
    }
  }
}
