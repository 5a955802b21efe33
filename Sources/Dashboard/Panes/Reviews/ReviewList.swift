import Safeguarding
import TerminalUI

/// The reviews, and below them those of which only the number is published.
struct ReviewList {
  private let reviews: [Review]
  private let standings: ReviewStandings
  private let context: PaneContext

  init(_ reviews: [Review], _ standings: ReviewStandings, _ context: PaneContext) {
    self.reviews = reviews
    self.standings = standings
    self.context = context
  }

  var panel: Panel {
    var rows = reviews.map(row)
    let totals = context.workspace.reviewTotals(on: context.day).filter {
      context.scope.includes($0.partnership)
        && !ReviewFunnel.shows(
          $0, in: context.workspace.partnerships.reportingYears(of: $0.partnership))
    }
    if !totals.isEmpty {
      rows.append(band("totals", "Only the number is published", totals.count))
    }
    rows += totals.map(row)
    let panel = Panel(
      .list, title: "Reviews",
      notes: [
        // Who hears the stages in words needs no key to them.
        Line(picture: [Span(ReviewList.legend(context.glyphs), .secondary)], saying: ""),
        Line(
          picture: [
            Span("I incident N notified R rapid review D decision P published", .secondary)
          ],
          saying: ""),
      ],
      columns: [
        Column("", .whole), Column("Review", .main(least: 18)), Column("Kind", .whole, rank: 1),
        Column("INRDP", .whole), Column("Stage", .text(least: 21, most: 25)),
        Column("Now, or changes done", .text(least: 16, most: 30)),
      ], rows: rows,
      emptyText: "No reviews yet. A review is entered by its pseudonym only."
    ).adding(context.additions(of: Review.self).first)
    return panel
  }

  private static func legend(_ glyphs: Glyphs) -> String {
    "\(glyphs.point) done ? no date > running | paused"
  }

  private func row(_ review: Review) -> PanelRow {
    PanelRow(
      review.link,
      [
        context.isFaulty(review.link) ? Line("x", .fault) : .empty,
        .text(review.title, illustrative: review.illustrative),
        .secondary(review.type.abbreviation), strip(of: review),
        Line(review.stageWords(on: context.day), review.stage == .notPrinted ? .secondary : .text),
        now(review),
      ],
      keys: [
        .nothing, .text(review.title), .text(review.type.abbreviation), .text(review.stage.title),
        review.publishedOn.sortKey, .number(Double(standings.changes(of: review).done)),
      ])
  }

  private func row(_ total: ReviewTotal) -> PanelRow {
    PanelRow(
      total.link,
      [
        context.isFaulty(total.link) ? Line("x", .fault) : .empty,
        Line("\(total.type.title)s: \(total.count?.text ?? "no number")"),
        .secondary(total.type.abbreviation), .empty, Line(total.period.shortText),
        .secondary(total.note.asRead.asTitle),
      ])
  }

  /// One letter a stage: what was, what runs, what is ahead, what nobody wrote down.
  private func strip(of review: Review) -> Line {
    let track = ReviewTrack(review, deadlines: [], book: context.book)
    let isPaused = standings.isPaused(review)
    let items = track.stages.filter { $0.event != .endorsed }.map { stage in
      let name = stage.event.title
      if review.stage == .notPrinted {
        return Strip.Item(.letter("?", .secondary), name, "not printed")
      }
      switch stage.standing {
      case .done:
        return Strip.Item(
          .letter(context.glyphs.point, .good), name,
          stage.date?.inSentence(on: context.day) ?? "done")
      case .now where isPaused: return Strip.Item(.letter("|", .dueSoon), name, "paused")
      case .now: return Strip.Item(.letter(">", .dueSoon), name, "running")
      case .ahead: return Strip.Item(.nothing, name, "ahead")
      case .notRecorded: return Strip.Item(.letter("?", .secondary), name, "no date recorded")
      }
    }
    return Strip(items).line(context.glyphs)
  }

  /// What a review asks for now: why it is paused, its clock, else how its recommendations stand.
  private func now(_ review: Review) -> Line {
    if standings.isPaused(review) {
      let because = review.pause?.because ?? ""
      return Line(because.isEmpty ? "paused" : because.asTitle, .dueSoon)
    }
    let clock = standings.clock(of: review)
    if let clock, clock.status == .overdue {
      return Line("\(standings.noun(of: clock)) \(standings.distance(of: clock))", .overdue)
    }
    if let clock, clock.status.isRunning {
      return Line(standings.distance(of: clock), .dueSoon)
    }
    let changes = standings.changes(of: review)
    if changes.all > 0 {
      if changes.unreported == changes.all { return Line("\(changes.all) not reported") }
      let words = Line("\(changes.done) of \(changes.all)")
      // Of one or two, the count says it all.
      if changes.all < 3 { return words }
      let share = ShareBar(changes.done, of: changes.all)
      return share.line(context.glyphs).hearing("") + " " + words
    }
    if let clock, clock.status == .waitingForDate { return .secondary("waiting for a date") }
    return .secondary("none printed")
  }
}

extension Line {
  /// The same picture with other words for people who hear the screen.
  fileprivate func hearing(_ words: String) -> Line {
    Line(picture: spans, saying: words)
  }
}
