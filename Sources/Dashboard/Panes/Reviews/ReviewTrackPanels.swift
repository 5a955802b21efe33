import Letters
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
          + Line(title(milestone, of: review, in: stage))
          + .secondary("  \(when(milestone, context))")
      }
    }
    if let pause = review.pause, pause.covers(context.day) {
      lines += pause.lines(context.names).map { Line("| paused \($0)", .dueSoon) }
    }
    lines += review.extensions.map { Line($0.words, .dueSoon) }
    // A step that says no more than a stage above is not said again.
    let others = review.milestones.filter { milestone in
      let isSaid = track.stages.contains {
        $0.date?.short == milestone.date?.short && $0.event.title.folded == milestone.title.folded
      }
      return milestone.rule == nil && !(isSaid && milestone.note.isEmpty)
    }
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
      case .done: Line(picture: [Span(String(context.glyphs.point), .good)], saying: "done")
      case .now: Line(">", .dueSoon)
      case .ahead:
        Line(picture: [Span(String(context.glyphs.gap), .chartAxis)], saying: "to come")
      case .notRecorded: .secondary("?")
      }
    let name = stage.event.title
    let gap = String(repeating: " ", count: max(1, 19 - name.count))
    var line =
      mark + .secondary(" \(letter(of: stage.event)) ")
      + Line(name, stage.standing == .ahead ? .secondary : .text) + Line(gap)
    if let date = stage.date {
      line += Line(date.precision == .day ? date.first?.long ?? date.short : date.short)
    } else if stage.standing == .notRecorded {
      line += .secondary("no date")
    }
    if let clock = stage.clock {
      line += Line(line.plain.hasSuffix(" ") ? "" : "  ")
      line += Line(when(clock, context), clock.status.role)
    }
    return line
  }

  /// The letter of a stage in the list of reviews; blank for one that stands only here.
  private static func letter(of event: ReviewEvent) -> Character {
    switch event {
    case .incidentKnown: "I"
    case .notified: "N"
    case .rapidReviewSent: "R"
    case .decided: "D"
    case .published: "P"
    default: " "
    }
  }

  /// When something is due and how it stands, in a few words; what working days count is told in them.
  private static func when(_ deadline: Deadline, _ context: PaneContext) -> String {
    let due = deadline.due?.inSentence(on: context.day) ?? "no date"
    let moved =
      deadline.firstDue.map { ", first due \($0.inSentence(on: context.day))" } ?? ""
    switch deadline.status {
    case .doneOnTime: return "in time (due \(due)\(moved))"
    case .done: return "\(deadline.standing) (due \(due)\(moved))"
    case .doneLate:
      let late = deadline.standingInFull.replacing("done ", with: "")
      return "\(late) (due \(due)\(moved))"
    case .paused: return "paused (due \(due)\(moved))"
    case .waitingForDate: return "waiting for a date"
    case .notReported: return "due \(due), not reported"
    default:
      let distance = deadline.distanceWords(on: context.day)
      return "due \(due)\(moved)" + (distance.isEmpty ? "" : ", \(distance)")
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
    let state = clock.map { Line("  \(when($0, context))", $0.status.role) } ?? .empty
    let said = audit.lines(context.names).dropFirst().map { Line.secondary("  \($0)") }
    return [
      .secondary("- audit of recommendations, ") + Line(context.names(Agency.kind, audit.agency.id))
        + state
    ] + said
  }
}
