/// The way of a review from the incident to publication: its stages with their dates and clocks.
public struct ReviewTrack: Sendable {
  /// One stage of a review.
  public struct Stage: Sendable {
    /// How a stage stands.
    public enum Standing: Hashable, Sendable {
      case done, now, ahead, notRecorded
    }

    /// The event that ends the stage.
    public let event: ReviewEvent
    /// When it happened, or is planned.
    public let date: ImpreciseDate?
    /// The clock that ends with it, if a rule sets one.
    public let clock: Deadline?
    /// What is owed on the way to it.
    public let milestones: [Deadline]
    /// How it stands.
    public let standing: Standing
  }

  /// The stages, in order.
  public let stages: [Stage]

  /// Lays out a review, with the clocks that rules set for it.
  ///
  /// - Parameters:
  ///   - review: The review.
  ///   - deadlines: Deadlines among which are those of the review.
  ///   - book: The rules that they come from.
  public init(_ review: Review, deadlines: [Deadline], book: RuleBook) {
    let record = RecordID(Review.kind, review.id)
    let own = deadlines.filter { $0.record == record }.map { ($0, book[$0.rule]) }
    let events = ReviewTrack.events.filter { event in
      event != .endorsed || review.endorsedOn != nil
    }
    let last = events.lastIndex { review.date(of: $0) != nil }
    let isOver = review.isOver
    stages = events.enumerated().map { index, event in
      let date = review.date(of: event)
      let clock = own.first { $0.1?.until == event && $0.0.countsAsClock($0.1) }?.0
      let milestones = own.filter {
        let follows = events[..<index].last
        return $0.1?.until == nil && $0.1?.trigger.reviewEvent == follows
          && $0.1?.trigger != .reportEndorsed
      }.map(\.0)
      let standing: Stage.Standing
      if date != nil {
        standing = .done
      } else if isOver || index < last ?? 0 {
        standing = .notRecorded
      } else {
        standing = index == (last ?? -1) + 1 ? .now : .ahead
      }
      return Stage(
        event: event, date: date, clock: clock, milestones: milestones, standing: standing)
    }
  }

  /// The events that make the track.
  private static let events: [ReviewEvent] = [
    .incidentKnown, .notified, .rapidReviewSent, .decided, .endorsed, .published,
  ]
}

extension Deadline {
  /// Whether it is the clock that decides, not one for information beside it.
  fileprivate func countsAsClock(_ rule: Rule?) -> Bool { rule?.informationOnly == false }
}
