/// From discussions to reviews: how many of each there were, year by year.
public struct ReviewFunnel: Hashable, Sendable {
  /// One reporting year.
  public struct Year: Hashable, Sendable {
    /// The year in words: "2023-24".
    public let name: String
    /// The first day of the year.
    public let first: CalendarDate
    /// The figure of each step, in the order of ``ReviewFunnel/steps``; nil where nothing is known.
    public let figures: [Figure?]
  }

  /// A number of one step in one year.
  public struct Figure: Hashable, Sendable {
    /// How many.
    public let count: Measure
    /// The published total it is, or nil when it was counted from the reviews on file.
    public let total: Reference<ReviewTotal>?
  }

  /// What is counted, from the widest to the narrowest.
  public static let steps: [ReviewCount] = [
    .discussion, .notification, .rapidReview, .localReview,
  ]

  /// Whether a total counts one of the steps in one whole reporting year.
  public static func shows(_ total: ReviewTotal) -> Bool {
    guard let first = total.period?.first, let last = total.period?.last, total.count != nil else {
      return false
    }
    return steps.contains(total.type)
      && RulePeriod.financialYear.period(of: first) == first...max(first, last)
  }

  /// The years, the latest first.
  public let years: [Year]

  /// Takes published totals first, and counts the reviews on file where there is none.
  ///
  /// Illustrative reviews are not counted. A total for another period than a reporting year is left out.
  public init(reviews: [Review], totals: [ReviewTotal]) {
    struct Key: Hashable {
      let year: CalendarDate
      let step: ReviewCount
    }
    var figures: [Key: Figure] = [:]
    var counted: [Key: Int] = [:]
    for review in reviews where !review.illustrative {
      for (step, date) in review.steps {
        guard let first = date?.first, let last = date?.last else { continue }
        let year = RulePeriod.financialYear.period(of: first)
        guard year.contains(last) else { continue }
        counted[Key(year: year.lowerBound, step: step), default: 0] += 1
      }
    }
    for (key, count) in counted {
      figures[key] = Measure(.exact, spelling: String(count)).map { Figure(count: $0, total: nil) }
    }
    for total in totals where ReviewFunnel.shows(total) {
      guard let first = total.period?.first, let count = total.count else { continue }
      let year = RulePeriod.financialYear.period(of: first)
      figures[Key(year: year.lowerBound, step: total.type)] = Figure(
        count: count, total: Reference(total.id))
    }
    years = Set(figures.keys.map(\.year)).sorted(by: >).map { first in
      Year(
        name: RulePeriod.financialYear.name(of: RulePeriod.financialYear.period(of: first)),
        first: first,
        figures: ReviewFunnel.steps.map { figures[Key(year: first, step: $0)] })
    }
  }
}

extension Review {
  /// The steps it went through, each with its date.
  fileprivate var steps: [(ReviewCount, ImpreciseDate?)] {
    [
      (.notification, notifiedOn), (.rapidReview, rapidReviewSentOn),
      (.localReview, type == .localReview ? decidedOn : nil),
    ]
  }
}
