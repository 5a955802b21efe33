import Safeguarding
import TerminalUI

extension ReviewsPane {
  /// The stages of a review with their dates and clocks, in lines.
  static func track(of review: Review, _ context: PaneContext) -> [Line] {
    let track = ReviewTrack(
      review, deadlines: context.deadlines, book: context.book)
    var lines = [Line(review.title, .heading) + .secondary("  \(review.type.title)")]
    for stage in track.stages {
      lines.append(line(of: stage, context))
      lines += stage.milestones.map { milestone in
        .secondary("  \(context.glyphs.separator) ")
          + Line(milestone.status.mark + " ", milestone.status.role)
          + Line(title(milestone, of: review, in: stage)) + .secondary("  \(when(milestone))")
      }
    }
    if let pause = review.pause, pause.covers(context.day) {
      lines += pause.lines(context.names).map { Line("| paused \($0)", .dueSoon) }
    }
    lines += review.extensions.map { Line($0.words, .dueSoon) }
    let others = review.milestones.filter { $0.rule == nil }
    lines += others.flatMap { $0.lines(context.names) }.map { .secondary("  - \($0)") }
    lines += review.audits.flatMap { audits($0, of: review, context) }
    if review.illustrative {
      lines.append(Line("\(illustrativeMark) From a record that illustrates.", .illustrative))
    }
    return lines
  }

  private static func line(of stage: ReviewTrack.Stage, _ context: PaneContext) -> Line {
    let mark: Line =
      switch stage.standing {
      case .done: Line("= ", .good)
      case .now: Line("\(context.glyphs.pointer) ", .accent)
      case .ahead: .secondary("\(context.glyphs.gap) ")
      case .notRecorded: .secondary("? ")
      }
    let name = stage.event.title
    let gap = String(repeating: " ", count: max(1, 20 - name.count))
    var line = mark + Line(name, stage.standing == .ahead ? .secondary : .text) + Line(gap)
    if let date = stage.date {
      line += Line(date.precision == .day ? date.first?.long ?? date.short : date.short)
    } else if stage.standing == .notRecorded {
      line += .secondary("no date recorded")
    }
    if let clock = stage.clock {
      line += Line(line.plain.hasSuffix(" ") ? "" : "  ") + Line(when(clock), clock.status.role)
    }
    return line
  }

  /// When something is due and how it stands, in a few words.
  private static func when(_ deadline: Deadline) -> String {
    let due = deadline.due?.short ?? "no date"
    let moved = deadline.firstDue.map { ", first due \($0.short)" } ?? ""
    switch deadline.status {
    case .doneOnTime: return "in time (due \(due)\(moved))"
    case .doneLate: return "\(deadline.standing.replacing("done ", with: "")) (due \(due)\(moved))"
    case .paused: return "paused (due \(due)\(moved))"
    case .waitingForDate: return "waiting for a date"
    case .notReported: return "due \(due), not reported"
    default: return "due \(due)\(moved), \(deadline.distanceText)"
    }
  }

  /// What is owed on the way, without what the stage and the review say already.
  private static func title(
    _ deadline: Deadline, of review: Review, in stage: ReviewTrack.Stage
  ) -> String {
    let (end, whole) = (": \(review.title)", deadline.title)
    let own = whole.hasSuffix(end) ? whole.dropLast(end.count) : whole[...]
    guard let clock = stage.clock?.title, clock.hasSuffix(end) else { return String(own) }
    let start = clock.dropLast(end.count) + ": "
    return String(own.hasPrefix(start) ? own.dropFirst(start.count) : own)
  }

  /// How one agency's audit of its recommendations stands.
  private static func audits(
    _ audit: RecommendationAudit, of review: Review, _ context: PaneContext
  ) -> [Line] {
    let record = RecordID(Review.kind, review.id)
    let clock = context.deadlines.first {
      $0.record == record && $0.owners.contains { $0.agency == audit.agency }
        && context.book[$0.rule]?.trigger == .reportEndorsed
    }
    let state = clock.map { Line("  \(when($0))", $0.status.role) } ?? .empty
    let said = audit.lines(context.names).dropFirst().map { Line.secondary("  \($0)") }
    return [
      .secondary("- audit of recommendations, ") + Line(context.names(Agency.kind, audit.agency.id))
        + state
    ] + said
  }

  /// Discussions, notifications, rapid reviews and reviews, year by year.
  static func funnel(_ context: PaneContext) -> Panel {
    let workspace = context.workspace
    let funnel = ReviewFunnel(
      reviews: workspace.reviews.all.filter { inScope($0, context) },
      totals: workspace.reviewTotals.all.filter { context.scope.includes($0.partnership) })
    let most = funnel.years.flatMap(\.figures).compactMap { $0?.count.number }.max() ?? 1
    let rows = funnel.years.map { year in
      PanelRow(
        year.name,
        [Line(year.name)]
          + year.figures.map { figure in
            guard let figure else { return .secondary("-") }
            let length = Int((figure.count.number ?? 0) / max(1, most) * 6)
            return Line(figure.count.text)
              + Line(
                " " + String(repeating: context.glyphs.medium, count: length), .chart)
          },
        keys: [.number(Double(year.first.dayNumber))]
          + year.figures.map { ($0?.count.number).map { .number($0) } ?? .nothing },
        target: year.figures.compactMap { $0?.total }.first.map {
          Place(record: RecordID(ReviewTotal.kind, $0.id))
        })
    }
    return Panel(
      .funnel, title: "Discussions, notifications, rapid reviews, reviews",
      notes: [.secondary("- not published")],
      columns: [
        Column("Year", .whole), Column("Discussed", .main()),
        Column("Notified", .text(least: 9)), Column("Rapid", .text(least: 9)),
        Column("Reviews", .text(least: 9)),
      ], rows: rows,
      emptyText: "No numbers by year yet."
    ).adding(context.additions(of: ReviewTotal.self).first)
  }
}
