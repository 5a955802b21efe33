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
    /// How many there were.
    public let count: Measure
    /// The published total it is, or nil when it was counted from the reviews on file.
    public let total: Reference<ReviewTotal>?
    /// What the published totals in it say beside the number.
    public let note: String
  }

  /// What is counted, from the widest to the narrowest.
  public static let steps: [ReviewCount] = [
    .discussion, .notification, .rapidReview, .localReview,
  ]

  /// Whether a total counts one of the steps in one whole reporting year.
  public static func shows(
    _ total: ReviewTotal, in years: ReportingYears = .standard
  ) -> Bool {
    guard let first = total.period?.first, let last = total.period?.last, total.count != nil else {
      return false
    }
    return steps.contains(total.type)
      && years.period(of: first) == first...max(first, last)
  }

  /// The years, the latest first.
  public let years: [Year]

  /// Takes published totals first, and counts the reviews on file where there is none.
  ///
  /// That is done for each partnership, and the numbers of several are added up. Of two totals of one
  /// year the one that restates the other counts, else the later report; where nothing tells, both are
  /// shown. Illustrative reviews are not counted. A total for another period than a reporting year of its
  /// partnership is left out.
  public init(
    reviews: [Review], totals: [ReviewTotal], reports: RecordTable<SourceDocument> = RecordTable(),
    in partnerships: RecordTable<Partnership> = RecordTable()
  ) {
    struct Key: Hashable {
      let year: ClosedRange<CalendarDate>
      let step: ReviewCount
    }
    struct Own: Hashable {
      let partnership: String
      let key: Key
    }
    var counted: [Own: Int] = [:]
    for review in reviews where !review.illustrative {
      guard let origin = review.origin else { continue }
      for (step, date) in review.steps {
        guard let first = date?.first, let last = date?.last else { continue }
        let year = partnerships.reportingYears(of: origin).period(of: first)
        guard year.contains(last) else { continue }
        let key = Key(year: year, step: step)
        counted[Own(partnership: origin.id, key: key), default: 0] += 1
      }
    }
    var own: [Own: Figure] = [:]
    for (place, count) in counted {
      own[place] = Measure(.exact, spelling: String(count)).map {
        Figure(count: $0, total: nil, note: "")
      }
    }
    for series in ReviewTotal.series(
      totals.filter {
        ReviewFunnel.shows($0, in: partnerships.reportingYears(of: $0.partnership))
      })
    {
      let choice = Restatements(series, reports: reports)
      for positions in choice.counting.map({ [$0] }) + choice.disputed {
        let chosen = positions.map { series[$0] }
        guard let first = chosen[0].period?.first, let count = chosen[0].count else { continue }
        let year = partnerships.reportingYears(of: chosen[0].partnership).period(of: first)
        let key = Key(year: year, step: chosen[0].type)
        own[Own(partnership: chosen[0].partnership.id, key: key)] = Figure(
          count: chosen.count == 1 ? count : Measure(.phrase, words: chosen.choice),
          total: Reference(chosen[0].id),
          note: chosen.map(\.note).filter { !$0.isEmpty }.joined(separator: " "))
      }
    }
    var figures: [Key: Figure] = [:]
    for (place, figure) in own.sorted(by: { $0.key.partnership < $1.key.partnership }) {
      figures[place.key] = figures[place.key]?.adding(figure) ?? figure
    }
    let all = Set(figures.keys.map(\.year)).sorted {
      ($1.lowerBound, $1.upperBound) < ($0.lowerBound, $0.upperBound)
    }
    years = all.map { year in
      Year(
        name: ReportingYears.standard.name(of: year), first: year.lowerBound,
        figures: ReviewFunnel.steps.map { figures[Key(year: year, step: $0)] })
    }
  }
}

extension ReviewFunnel.Figure {
  /// The number of two partnerships together; as words where one of them is no exact number.
  fileprivate func adding(_ other: ReviewFunnel.Figure) -> ReviewFunnel.Figure {
    let words = Measure(.phrase, words: "\(count.text) + \(other.count.text)")
    var sum: Measure?
    if count.qualifier == .exact, other.count.qualifier == .exact, let one = count.number,
      let two = other.count.number
    {
      sum = Measure(
        .exact, spelling: formatted(one + two, decimals: max(count.decimals, other.count.decimals)))
    }
    return ReviewFunnel.Figure(
      count: sum ?? words, total: total ?? other.total,
      note: [note, other.note].filter { !$0.isEmpty }.joined(separator: " "))
  }
}

extension ReviewTotal {
  /// The totals of each partnership and step apart from each other, in order.
  static func series(_ totals: [ReviewTotal]) -> [[ReviewTotal]] {
    struct Key: Hashable {
      let partnership: String
      let type: ReviewCount
    }
    return Dictionary(grouping: totals) { Key(partnership: $0.partnership.id, type: $0.type) }
      .values.sorted {
        ($0[0].partnership.id, $0[0].type.rawValue, $0[0].id)
          < ($1[0].partnership.id, $1[0].type.rawValue, $1[0].id)
      }
  }
}

extension Workspace {
  /// The published totals that were known on a day.
  public func reviewTotals(on day: CalendarDate) -> [ReviewTotal] {
    reviewTotals.all.filter { documents.isKnown($0, on: day) }
  }

  /// Totals of one sort and period that differ, where nothing says which one counts.
  func disputedTotals(on day: CalendarDate) -> [[ReviewTotal]] {
    ReviewTotal.series(reviewTotals(on: day)).flatMap { series in
      Restatements(series, reports: documents).disputed.map { $0.map { series[$0] } }
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
