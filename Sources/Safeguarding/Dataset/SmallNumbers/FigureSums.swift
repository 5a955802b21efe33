import Statistics

/// Which figures are sums of others: of the parts of a breakdown, of agencies, of shorter periods, and what
/// earlier reports said of the same.
struct FigureSums {
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
  private let places: FigurePlaces
  /// A figure in its place.
  private typealias Placed = (place: Int, number: Counted)
  /// The figures that speak for each period and place: the earliest period first, then in the order of places.
  private var known: [(span: Span, numbers: [Placed])] = []
  /// Figures that say the same thing once more, each with the one that speaks for it.
  private var repeated: [(first: Counted, other: Counted)] = []
  /// The same periods as they were restated, with nothing of those that were not.
  private var restated: [Span: [Placed]] = [:]
  /// The numbers that restate others, where these are looked at with them.
  private var changed: Set<CellID>?

  init(_ owner: FigureTable, _ part: FigureTable.Part, _ numbers: [FigureTable.Counted?]) {
    (self.owner, self.part, places) = (owner, part, owner.places)
    var spans: [Span: Int] = [:]
    var last: (span: Span, number: Int)?
    // The figure that speaks for each place in the period that was looked at last.
    var seen: [Counted?] = Array(repeating: nil, count: owner.places.count)
    for index in numbers.indices {
      guard let number = numbers[index], number.isExact else { continue }
      let (span, place) = (Self.span(of: owner.figures[index]), places.ofFigures[index])
      // Figures come in the order of their periods.
      let found = last?.span == span ? last?.number : spans[span]
      let period = found ?? known.count
      if found == nil {
        spans[span] = period
        known.append((span, []))
      }
      if let before = last?.number, before != period {
        for (place, _) in known[before].numbers { seen[place] = nil }
        for (place, number) in known[period].numbers { seen[place] = number }
      }
      last = (span, period)
      if let first = seen[place] {
        repeated.append((first, number))
        if first.count != number.count { restated[span, default: []].append((place, number)) }
      } else {
        seen[place] = number
        known[period].numbers.append((place, number))
      }
    }
    for period in known.indices {
      known[period].numbers.sort { places.ranks[$0.place] < places.ranks[$1.place] }
    }
    known.sort {
      ($0.span.start, $0.span.end, $0.span.words) < ($1.span.start, $1.span.end, $1.span.words)
    }
  }

  private static func span(of figure: Observation) -> Span {
    guard let first = figure.period?.first, let last = figure.period?.last else {
      return Span(start: 0, end: 0, words: figure.periodText)
    }
    return Span(start: first.dayNumber, end: last.dayNumber + 1)
  }

  /// Says all of it to a table.
  ///
  /// Each sum is said of the figures as they were first, then of those that were restated: so what was hidden beside the
  /// first ones is hidden still, and nobody learns it who has both. Two numbers for one thing tell one another where
  /// they are alike, or where nothing says which came later.
  func add(to table: inout SmallNumberTable) {
    var there: [Counted?] = Array(repeating: nil, count: places.count)
    var splits: [Int32] = Array(repeating: -1, count: places.count * places.ways)
    for (_, numbers) in known { addBreakdowns(numbers, &there, &splits, &table) }
    addPeriods(&table)
    if !restated.isEmpty {
      let later = afterwards
      for (span, numbers) in later.known where restated[span] != nil {
        later.addBreakdowns(numbers, &there, &splits, &table)
      }
      later.addPeriods(&table)
    }
    for (first, other) in repeated where first.count == other.count || first.day == other.day {
      table.addSame(first.cell, other.cell)
    }
  }

  /// The same with the last of the figures that restate others in the place of these.
  private var afterwards: FigureSums {
    var later = self
    later.changed = Set(restated.values.joined().map(\.number.cell))
    for (index, (span, numbers)) in known.enumerated() {
      guard let others = restated[span] else { continue }
      later.known[index].numbers = numbers.map { place, number in
        (place, others.last { $0.place == place }?.number ?? number)
      }
    }
    return later
  }

  /// Whether a sum of these is not said yet: of what was restated, those are that it changes.
  private func isNew(_ cells: @autoclosure () -> [CellID]) -> Bool {
    changed.map { !$0.isDisjoint(with: cells()) } ?? true
  }

  // MARK: Parts

  /// Says of each whole what its parts are.
  ///
  /// The numbers that are there, by their places, are none before and after; and so are the wholes that are broken
  /// down one way, by the way and the place.
  private func addBreakdowns(
    _ numbers: [Placed], _ there: inout [Counted?], _ splits: inout [Int32],
    _ table: inout SmallNumberTable
  ) {
    guard numbers.count > 1 else { return }
    for (place, number) in numbers { there[place] = number }
    var used: [Int] = []
    var order: [(whole: Int, parts: [Counted])] = []
    for (place, number) in numbers {
      for part in places.parts[place] {
        // The whole may be known of nobody in particular.
        let isOfAll = there[part.whole] == nil && there[part.wholeOfAll] != nil
        let whole = isOfAll ? part.wholeOfAll : part.whole
        let split = part.by * places.count + whole
        if splits[split] >= 0 {
          order[Int(splits[split])].parts.append(number)
        } else {
          splits[split] = Int32(order.count)
          used.append(split)
          order.append((whole, [number]))
        }
      }
    }
    for split in used { splits[split] = -1 }
    var unnamed: [Int: [[Counted]]] = [:]
    for (whole, parts) in order {
      if let number = there[whole] {
        add(number, of: parts, &table)
      } else {
        unnamed[whole, default: []].append(parts)
      }
    }
    addUnnamed(order.map(\.whole), unnamed, &table)
    for (place, _) in numbers { there[place] = nil }
  }

  /// Wholes that nobody wrote down but that add up in two ways.
  private func addUnnamed(
    _ order: [Int], _ unnamed: [Int: [[Counted]]], _ table: inout SmallNumberTable
  ) {
    var done: Set<Int> = []
    for place in order where done.insert(place).inserted {
      let lines = unnamed[place] ?? []
      let sums = lines.map { $0.reduce(0) { $0 + $1.count } }
      guard lines.count > 1, let sum = sums.max(), sum > 0 else { continue }
      let same = lines.indices.filter { sums[$0] == sum }
      guard same.count > 1, isNew(lines.joined().map(\.cell)) else { continue }
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
    guard isNew(cells + [whole.cell]) else { return }
    if rest > 0 {
      let isPublished = whole.isPublished && parts.allSatisfy(\.isPublished)
      cells.append(table.addCell(rest, isPublished: isPublished))
    }
    table.addSum(whole.cell, of: cells)
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

  private func addPeriods(_ table: inout SmallNumberTable) {
    let dated = known.map(\.span).filter(\.words.isEmpty)
    // Where no period holds another one, none is a sum.
    var farthest = Int.min
    var isNested = false
    for span in dated {
      if span.start < farthest { isNested = true }
      farthest = max(farthest, span.end)
    }
    guard isNested else { return }
    var series: [Int: [Span: Counted]] = [:]
    for (span, numbers) in known where span.words.isEmpty {
      for (place, number) in numbers { series[place, default: [:]][span] = number }
    }
    for place in series.keys.sorted(by: { places.ranks[$0] < places.ranks[$1] }) {
      let own = series[place] ?? [:]
      add(dated.filter { own[$0] != nil }, own, &table)
    }
  }

  private func add(_ spans: [Span], _ own: [Span: Counted], _ table: inout SmallNumberTable) {
    var rests: [Span: CellID] = [:]
    for whole in spans {
      let within = spans.filter { $0 != whole && whole.start <= $0.start && $0.end <= whole.end }
      guard let number = own[whole], !within.isEmpty else { continue }
      let last = within.filter { $0.end == whole.end }.compactMap { own[$0] }
      for one in last
      where owner.aggregation != .sum && one.count == number.count
        && isNew([number.cell, one.cell])
      {
        table.addSame(number.cell, one.cell)
      }
      if adding == .never { continue }
      var isCovered = false
      for first in within where first.start == whole.start {
        guard let rest = Self.path(from: first.end, to: whole.end, within) else { continue }
        let parts = ([first] + rest).compactMap { own[$0] }
        let isExact = parts.reduce(0) { $0 + $1.count } == number.count
        isCovered = true
        let cells = parts.map(\.cell)
        if adding == .always || isExact, isNew(cells + [number.cell]) {
          table.addSum(number.cell, of: cells)
        }
      }
      if adding == .always, !isCovered { addRests(of: whole, within, own, &rests, &table) }
    }
  }

  /// What is left of a period that begins or ends with a shorter one, where it is small: the second of two
  /// quarters of which the first and both together are known.
  private func addRests(
    of whole: Span, _ within: [Span], _ own: [Span: Counted], _ rests: inout [Span: CellID],
    _ table: inout SmallNumberTable
  ) {
    guard let number = own[whole] else { return }
    for part in within where part.start == whole.start || part.end == whole.end {
      guard let own = own[part] else { continue }
      let span =
        part.start == whole.start
        ? Span(start: part.end, end: whole.end) : Span(start: whole.start, end: part.start)
      let rest = number.count - own.count
      guard owner.policy.isSmall(rest), isNew([number.cell, own.cell]) else { continue }
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
