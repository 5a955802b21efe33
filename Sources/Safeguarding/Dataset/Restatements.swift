/// Which of several figures of one period counts, and which were restated.
public struct Restatements: Sendable {
  /// The positions of the figures that count, one a period, in the order of the figures.
  let counting: [Int]
  /// The positions of the figures that were restated, each with the position of the one that did it.
  let restated: [Int: Int]
  /// The positions of figures of one period that differ, where nothing says which one counts.
  let disputed: [[Int]]

  /// Looks through figures: a record that restates another one wins, then the final one over the
  /// provisional one, then the later report.
  init(_ figures: [some PublishedFigure], reports: RecordTable<SourceDocument>) {
    let periods = Restatements.periods(figures)
    var restated: [Int: Int] = [:]
    for index in figures.indices where !figures[index].supersedes.isEmpty {
      let named = Restatements.named(in: figures[index].supersedes, figures, but: index)
      let others = periods[Restatements.key(figures[index], index)] ?? []
      for other in named.isEmpty
        ? others.filter({ $0 != index && figures[$0].supersedes.isEmpty }) : named
      where restated[index] != other {
        restated[other] = index
      }
    }
    var counting: [Int] = []
    var disputed: [[Int]] = []
    for positions in periods.values {
      var left = positions.filter { restated[$0] == nil }
      if left.count > 1, let final = left.first(where: { !figures[$0].provisional }) {
        for index in left where figures[index].provisional { restated[index] = final }
        left.removeAll { figures[$0].provisional }
      }
      if left.count > 1, let latest = Restatements.latest(of: left, figures, reports) {
        for index in left where index != latest { restated[index] = latest }
        left = [latest]
      }
      left.sort { (figures[$0].id, $0) < (figures[$1].id, $1) }
      if left.allSatisfy({ figures[$0].figure == figures[left[0]].figure }) {
        counting += left.prefix(1)
      } else {
        disputed.append(left)
      }
    }
    self.counting = counting.sorted()
    self.restated = restated
    self.disputed = disputed.sorted { $0[0] < $1[0] }
  }

  /// What makes figures those of one period; one without any period stands alone.
  private struct Period: Hashable {
    let first: CalendarDate?
    let last: CalendarDate?
    let words: String
    let index: Int?
  }

  private static func key(_ figure: some PublishedFigure, _ index: Int) -> Period {
    guard let first = figure.period?.first, let last = figure.period?.last else {
      let words = figure.periodText
      return Period(first: nil, last: nil, words: words, index: words.isEmpty ? index : nil)
    }
    return Period(first: first, last: last, words: "", index: nil)
  }

  private static func periods(_ figures: [some PublishedFigure]) -> [Period: [Int]] {
    Dictionary(grouping: figures.indices) { key(figures[$0], $0) }
  }

  /// The figures whose ids stand in a text.
  private static func named(
    in text: String, _ figures: [some PublishedFigure], but own: Int
  ) -> [Int] {
    let words = Set(
      text.split { !($0.isLetter || $0.isNumber || $0 == "-") }.map { String($0) })
    return figures.indices.filter { $0 != own && words.contains(figures[$0].id) }
  }

  /// The one that was reported later than all others; nil where dates do not tell.
  private static func latest(
    of positions: [Int], _ figures: [some PublishedFigure], _ reports: RecordTable<SourceDocument>
  ) -> Int? {
    let dates = positions.map { reports.reported(figures[$0]) }
    guard let latest = positions.indices.max(by: { day(dates[$0]) < day(dates[$1]) }),
      let first = dates[latest]?.first
    else { return nil }
    let isLater = positions.indices.allSatisfy { other in
      other == latest || dates[other]?.last.map { $0 < first } ?? false
    }
    return isLater ? positions[latest] : nil
  }

  private static func day(_ date: ImpreciseDate?) -> Int { date?.first?.dayNumber ?? .min }
}
