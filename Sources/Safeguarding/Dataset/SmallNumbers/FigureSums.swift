import Statistics

/// Which figures are sums of others: of the parts of a breakdown, of agencies, of shorter periods, and what
/// earlier reports said of the same.
struct FigureSums {
  /// What a figure is for, but for its period: the parts, and the agency as one more.
  private typealias Place = [Breakdown.Key: String]

  /// A period: its first day, and the day after its last.
  private struct Span: Hashable {
    let start: Int
    let end: Int
    /// The period in words, where no day is known.
    var words = ""
  }

  private typealias Counted = FigureTable.Counted

  private let owner: FigureTable
  private let part: FigureTable.Part
  /// The figures that speak for each place and period.
  private var known: [Span: [Place: Counted]] = [:]
  /// Figures that say the same thing once more.
  private var repeated: [(Counted, Counted)] = []
  private let severalAgencies: Bool

  init(
    _ owner: FigureTable, _ part: FigureTable.Part, _ numbers: [Int: FigureTable.Counted]
  ) {
    (self.owner, self.part) = (owner, part)
    severalAgencies = Set(owner.figures.map { $0.agency?.id ?? "" }).count > 1
    for index in numbers.keys.sorted() {
      guard let number = numbers[index], number.isExact else { continue }
      let figure = owner.figures[index]
      let (span, place) = (Self.span(of: figure), place(of: figure))
      if let first = known[span]?[place] {
        repeated.append((first, number))
      } else {
        known[span, default: [:]][place] = number
      }
    }
  }

  private static func span(of figure: Observation) -> Span {
    guard let first = figure.period?.first, let last = figure.period?.last else {
      return Span(start: 0, end: 0, words: figure.periodText)
    }
    return Span(start: first.dayNumber, end: last.dayNumber + 1)
  }

  private func place(of figure: Observation) -> Place {
    var place: Place = [:]
    for one in figure.breakdown { place[.by(one.by)] = one.part }
    if severalAgencies, let agency = figure.agency?.id { place[.agency] = agency }
    return place
  }

  /// Says all of it to a table.
  func add(to table: inout SmallNumberTable) {
    for (first, other) in repeated { table.addSame(first.cell, other.cell) }
    let spans = known.keys.sorted { ($0.start, $0.end, $0.words) < ($1.start, $1.end, $1.words) }
    for span in spans { addBreakdowns(known[span] ?? [:], &table) }
    addPeriods(spans, &table)
  }

  // MARK: Parts

  /// One whole, broken down one way.
  private struct Split: Hashable {
    let whole: Place
    let by: Breakdown.Key
  }

  private func addBreakdowns(_ numbers: [Place: Counted], _ table: inout SmallNumberTable) {
    guard numbers.count > 1 else { return }
    var splits: [Split: [Counted]] = [:]
    var order: [Split] = []
    for place in Self.inOrder(numbers.keys) {
      guard let number = numbers[place] else { continue }
      for by in place.keys.sorted() {
        var whole = place
        whole[by] = nil
        // The whole may be known of nobody in particular.
        if numbers[whole] == nil, whole[.agency] != nil {
          var all = whole
          all[.agency] = nil
          if numbers[all] != nil { whole = all }
        }
        let split = Split(whole: whole, by: by)
        if splits[split] == nil { order.append(split) }
        splits[split, default: []].append(number)
      }
    }
    var unnamed: [Place: [[Counted]]] = [:]
    for split in order {
      let parts = splits[split] ?? []
      if let whole = numbers[split.whole] {
        add(whole, of: parts, &table)
      } else {
        unnamed[split.whole, default: []].append(parts)
      }
    }
    addUnnamed(order.map(\.whole), unnamed, &table)
  }

  /// Wholes that nobody wrote down but that add up in two ways.
  private func addUnnamed(
    _ order: [Place], _ unnamed: [Place: [[Counted]]], _ table: inout SmallNumberTable
  ) {
    var done: Set<Place> = []
    for place in order where done.insert(place).inserted {
      let lines = unnamed[place] ?? []
      let sums = lines.map { $0.reduce(0) { $0 + $1.count } }
      guard lines.count > 1, let sum = sums.max(), sum > 0 else { continue }
      let same = lines.indices.filter { sums[$0] == sum }
      guard same.count > 1 else { continue }
      let isPublished = same.contains { lines[$0].allSatisfy(\.isPublished) }
      let whole = table.addCell(sum, isPublished: isPublished)
      for line in same { table.addSum(whole, of: lines[line].map(\.cell)) }
    }
  }

  /// Says that parts make a whole, with what is missing to it where that is small.
  ///
  /// More than that is missing is known to nobody, and so gives nothing away.
  private func add(_ whole: Counted, of parts: [Counted], _ table: inout SmallNumberTable) {
    let rest = whole.count - parts.reduce(0) { $0 + $1.count }
    if rest > max(owner.policy.threshold, 0) { return }
    var cells = parts.map(\.cell)
    if rest > 0 {
      let isPublished = whole.isPublished && parts.allSatisfy(\.isPublished)
      cells.append(table.addCell(rest, isPublished: isPublished))
    }
    table.addSum(whole.cell, of: cells)
  }

  /// Places in an order of their own, so that the same figures are hidden each time; each is spelled once.
  private static func inOrder(_ places: some Sequence<Place>) -> [Place] {
    places.map { place in
      let parts = place.sorted { $0.key < $1.key }
      return (
        place: place,
        text: parts.map { "\($0.key.text)\u{0}\($0.value)" }.joined(separator: "\u{1}")
      )
    }
    .sorted { $0.text < $1.text }.map(\.place)
  }

  // MARK: Periods

  /// How periods make longer ones of this number.
  private enum Adding { case always, whereExact, never }

  private var adding: Adding {
    switch (part, owner.aggregation) {
    case (.value, .sum?), (.numerator, .ratio?), (.denominator, .ratio?): .always
    case (.value, .mean?), (.value, .last?): .never
    default: .whereExact
    }
  }

  private func addPeriods(_ spans: [Span], _ table: inout SmallNumberTable) {
    let dated = spans.filter(\.words.isEmpty)
    // Where no period holds another one, none is a sum.
    var farthest = Int.min
    var isNested = false
    for span in dated {
      if span.start < farthest { isNested = true }
      farthest = max(farthest, span.end)
    }
    guard isNested else { return }
    var series: [Place: [Span]] = [:]
    for span in dated {
      for place in (known[span] ?? [:]).keys { series[place, default: []].append(span) }
    }
    for place in Self.inOrder(series.keys) {
      add(series[place] ?? [], of: place, &table)
    }
  }

  private func add(_ spans: [Span], of place: Place, _ table: inout SmallNumberTable) {
    var rests: [Span: CellID] = [:]
    for whole in spans {
      let within = spans.filter { $0 != whole && whole.start <= $0.start && $0.end <= whole.end }
      guard let number = known[whole]?[place], !within.isEmpty else { continue }
      let last = within.filter { $0.end == whole.end }.compactMap { known[$0]?[place] }
      for one in last where owner.aggregation != .sum && one.count == number.count {
        table.addSame(number.cell, one.cell)
      }
      if adding == .never { continue }
      var isCovered = false
      for first in within where first.start == whole.start {
        guard let rest = Self.path(from: first.end, to: whole.end, within) else { continue }
        let parts = ([first] + rest).compactMap { known[$0]?[place] }
        let isExact = parts.reduce(0) { $0 + $1.count } == number.count
        isCovered = true
        if adding == .always || isExact { table.addSum(number.cell, of: parts.map(\.cell)) }
      }
      if adding == .always, !isCovered { addRests(of: whole, within, place, &rests, &table) }
    }
  }

  /// What is left of a period that begins or ends with a shorter one, where it is small: the second of two
  /// quarters of which the first and both together are known.
  private func addRests(
    of whole: Span, _ within: [Span], _ place: Place, _ rests: inout [Span: CellID],
    _ table: inout SmallNumberTable
  ) {
    guard let number = known[whole]?[place] else { return }
    for part in within where part.start == whole.start || part.end == whole.end {
      guard let own = known[part]?[place] else { continue }
      let span =
        part.start == whole.start
        ? Span(start: part.end, end: whole.end) : Span(start: whole.start, end: part.start)
      let rest = number.count - own.count
      guard owner.policy.isSmall(rest) else { continue }
      let cell =
        rests[span] ?? table.addCell(rest, isPublished: number.isPublished && own.isPublished)
      rests[span] = cell
      table.addSum(number.cell, of: [own.cell, cell])
    }
  }

  /// The fewest periods that follow one another from a day to another one; nil where there are none.
  private static func path(from start: Int, to end: Int, _ spans: [Span]) -> [Span]? {
    if start == end { return [] }
    var ways: [Int: [Span]] = [start: []]
    var days = [start]
    while !days.isEmpty {
      var next: [Int] = []
      for day in days {
        guard let way = ways[day] else { continue }
        for span in spans where span.start == day && ways[span.end] == nil {
          ways[span.end] = way + [span]
          if span.end == end { return ways[end] }
          next.append(span.end)
        }
      }
      days = next
    }
    return nil
  }

  /// Which of other figures are for shorter periods within that of one.
  static func shorter(than whole: Observation, among others: [Observation]) -> [Int] {
    let own = span(of: whole)
    guard own.words.isEmpty else { return [] }
    return others.indices.filter { index in
      let span = span(of: others[index])
      return span.words.isEmpty && own.start <= span.start && span.end <= own.end && span != own
    }
  }
}

extension Breakdown {
  /// By what something is broken down; who supplied it is one of the ways.
  enum Key: Hashable, Comparable {
    case agency
    case by(String)

    /// The way in letters that no other one has.
    var text: String {
      switch self {
      case .agency: "agency"
      case .by(let way): "by \(way)"
      }
    }
  }
}
