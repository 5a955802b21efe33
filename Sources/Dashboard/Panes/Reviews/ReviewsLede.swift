import Safeguarding
import TerminalUI

/// What the reviews ask for: clocks that have run out, clocks that run, what is done.
struct ReviewsLede {
  private let reviews: [Review]
  private let standings: ReviewStandings
  private let context: PaneContext

  init(_ reviews: [Review], _ standings: ReviewStandings, _ context: PaneContext) {
    self.reviews = reviews
    self.standings = standings
    self.context = context
  }

  var blocks: [LedeBlock] {
    if reviews.isEmpty { return [] }
    let clocks = reviews.filter { !standings.isPaused($0) }
      .compactMap { review in standings.clock(of: review).map { (review, $0) } }
    let late = clocks.filter { $0.1.status == .overdue }
    let running = clocks.filter { $0.1.status.isRunning }
    let paused = reviews.filter(standings.isPaused)
    var blocks = [late.isEmpty ? .fact("No review is late", "", .good) : alarm(late)]
    if let (review, clock) = running.min(by: { $0.1.isSooner(than: $1.1) }) {
      let what =
        running.count == 1 ? "1 \(standings.noun(of: clock)) runs" : "\(running.count) clocks run"
      blocks.append(
        .fact(what, "\(review.title): \(standings.distance(of: clock))", .dueSoon))
    }
    if let first = paused.first {
      blocks.append(.fact("\(paused.count) paused", ReviewsLede.names(paused, first), .dueSoon))
    }
    blocks += changes
    let published = reviews.count { $0.publishedOn != nil }
    blocks.append(.fact(counted(reviews.count, "review"), "\(published) published"))
    return blocks
  }

  /// The blocks of one review: its stage, its clock, its recommendations, who follows them.
  static func blocks(
    of review: Review, _ standings: ReviewStandings, _ context: PaneContext
  ) -> [LedeBlock] {
    var blocks: [LedeBlock] = []
    if standings.isPaused(review) {
      blocks.append(.fact("Paused", review.pause?.because ?? "", .dueSoon))
    } else if let clock = standings.clock(of: review) {
      let distance = standings.distance(of: clock)
      let noun = standings.noun(of: clock)
      if clock.status == .overdue {
        blocks.append(
          .alarm("\(noun.capitalisedFirst) \(distance)", ReviewsLede.due(clock, context)))
      } else if !distance.isEmpty {
        blocks.append(
          .fact("\(noun.capitalisedFirst): \(distance)", ReviewsLede.due(clock, context), .dueSoon))
      }
    }
    // That it is paused stands in the first block.
    blocks.append(
      standings.isPaused(review) && review.stage == .paused
        ? .fact(review.type.title, "")
        : .fact(review.stageWords(on: context.day).capitalisedFirst, review.type.title))
    let changes = standings.changes(of: review)
    if changes.all > 0 { blocks.append(block(changes)) }
    if let group = review.monitoredBy {
      blocks.append(
        .fact(context.workspace.groups[group]?.label ?? group.id, "follows what is recommended"))
    }
    return blocks
  }

  private func alarm(_ late: [(Review, Deadline)]) -> LedeBlock {
    let (review, clock) = late[0]
    let nouns = Set(late.map { standings.noun(of: $0.1) })
    let noun = nouns.count == 1 ? standings.noun(of: clock) : "clock"
    let others = late.count > 1 ? " +\(late.count - 1)" : ""
    return .alarm(
      "\(counted(late.count, noun)) late",
      "\(review.title): \(standings.distance(of: clock))\(others)")
  }

  private var changes: [LedeBlock] {
    var all = ReviewStandings.Changes()
    for review in reviews {
      for action in context.records.actions(from: Reference(review.id))
      where action.isKnown(on: context.day) {
        all.add(action.known(on: context.day))
      }
    }
    return all.all == 0 ? [] : [ReviewsLede.block(all)]
  }

  private static func block(_ changes: ReviewStandings.Changes) -> LedeBlock {
    let silence = changes.progress == changes.silence ? "" : changes.silence
    let between = changes.doubt.isEmpty || silence.isEmpty ? "" : ", "
    return LedeBlock(
      Line(changes.progress, .heading),
      Line(changes.doubt, .dueSoon) + .secondary(between + silence))
  }

  private static func due(_ clock: Deadline, _ context: PaneContext) -> String {
    clock.due.map { "due \($0.inSentence(on: context.day))" } ?? ""
  }

  private static func names(_ reviews: [Review], _ first: Review) -> String {
    reviews.count > 1 ? "\(first.title) +\(reviews.count - 1)" : first.title
  }
}

extension Deadline {
  fileprivate func isSooner(than other: Deadline) -> Bool {
    (due?.last?.dayNumber ?? .max) < (other.due?.last?.dayNumber ?? .max)
  }
}

extension Deadline.Status {
  /// Whether it is owed and its day is ahead.
  var isRunning: Bool {
    switch self {
    case .running, .extended, .dueSoon: true
    default: false
    }
  }
}

extension Review {
  /// How far it has come, with the day of publication where it was published.
  func stageWords(on day: CalendarDate) -> String {
    guard stage == .published, let publishedOn else { return stage.title }
    return "\(stage.title) \(publishedOn.inSentence(on: day))"
  }
}

extension String {
  /// The text with its first letter large.
  fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
