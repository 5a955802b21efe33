/// A figure for a period that somebody published, and that a later report may restate.
public protocol PublishedFigure {
  /// A short id of the figure.
  var id: String { get }
  /// The period or the day it is for.
  var period: ImpreciseDate? { get }
  /// The period as it is shown.
  var periodText: String { get }
  /// The figure itself.
  var figure: Measure? { get }
  /// The earlier figure that this one restates, and why.
  var supersedes: String { get }
  /// Whether it may still be restated.
  var provisional: Bool { get }
  /// Since when it has been known, where its source's date does not say it.
  var knownSince: ImpreciseDate? { get }
  /// Where it was published.
  var source: [Citation] { get }
}

extension Observation: PublishedFigure {
  /// The value.
  public var figure: Measure? { value }
}

extension ReviewTotal: PublishedFigure {
  /// The period as it is shown.
  public var periodText: String { period?.short ?? "" }
  /// How many there were.
  public var figure: Measure? { count }
  /// A published total is final until another one restates it.
  public var provisional: Bool { false }
}

extension Comparator: PublishedFigure {
  /// A comparator is known by whose value it is.
  public var id: String { name }
  /// The period as it is shown.
  public var periodText: String { period?.short ?? "" }
  /// The value.
  public var figure: Measure? { value }
  /// A comparator restates nothing.
  public var supersedes: String { "" }
  /// A comparator is final.
  public var provisional: Bool { false }
}

extension RecordTable<SourceDocument> {
  /// The first day on which a figure can have been known; nil where nothing says it.
  ///
  /// That is what is recorded for it, else the date of its source, else the end of its period. Of a
  /// source whose date is not exact it is the first of its days on which the period was over.
  public func knownFrom(_ figure: some PublishedFigure) -> CalendarDate? {
    if let since = figure.knownSince?.first { return since }
    let end = figure.period?.last
    let days = figure.source.compactMap { citation -> CalendarDate? in
      guard let published = self[citation.document]?.published, let first = published.first,
        let last = published.last
      else { return nil }
      return end.map { max(first, min($0, last)) } ?? first
    }
    return days.min() ?? (figure.provisional ? figure.period?.first : end)
  }

  /// Whether a figure was known on a day.
  public func isKnown(_ figure: some PublishedFigure, on day: CalendarDate) -> Bool {
    knownFrom(figure).map { $0 <= day } ?? true
  }

  /// When a figure was reported: what is recorded for it, else the latest date of its sources.
  func reported(_ figure: some PublishedFigure) -> ImpreciseDate? {
    if let since = figure.knownSince, since.first != nil { return since }
    return figure.source.compactMap { self[$0.document]?.published }.filter { $0.first != nil }
      .max()
  }
}
