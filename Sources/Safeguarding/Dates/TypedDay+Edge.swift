extension TypedDay {
  /// The first or the last day of a month, a quarter or a year: `end of march`, `start of april 2024`,
  /// `end of month`, `year end`, `end of next quarter`, `end of q2 2024/25`, `end of the financial year`.
  ///
  /// The quarters of a calendar year and of a financial one end on the same days. A year of which
  /// nothing else is said is the one from January to December, which the meaning tells.
  init?(edgeOf tokens: ArraySlice<DateToken>, today: CalendarDate) {
    var rest = tokens[...]
    guard let isEnd = DateEdge.take(from: &rest) else { return nil }
    guard let stretch = DateEdge.stretch(rest, today: today) else { return nil }
    let isYear = stretch.precision == .year || stretch.precision == .financialYear
    let name = ImpreciseDate(stretch, printed: "").short
    let year =
      stretch.precision == .year ? "the year \(name)" : "the financial year \(name)"
    let which = isYear ? year : name
    if isEnd {
      self.init(stretch.days.upperBound, "the last day of \(which)")
    } else {
      self.init(stretch.days.lowerBound, "the first day of \(which)")
    }
  }
}

/// The words of which the first and the last day of a stretch of time are made.
private enum DateEdge {
  private static let ends = [
    ["end", "of"], ["last", "day", "of"], ["final", "day", "of"], ["close", "of"], ["end"],
  ]
  private static let starts = [
    ["start", "of"], ["beginning", "of"], ["first", "day", "of"], ["start"], ["beginning"],
  ]
  /// What is left out before a day: `by the end of march`.
  private static let leads = [["by"], ["on"], ["at"], ["the"]]
  private static let stretches: [(words: [String], unit: Unit)] = [
    (["month"], .month), (["quarter"], .quarter), (["year"], .year), (["calendar", "year"], .year),
    (["financial", "year"], .financialYear), (["fiscal", "year"], .financialYear),
    (["fy"], .financialYear),
  ]

  private enum Unit { case month, quarter, year, financialYear }

  /// Takes the words for the first or the last day away; says whether it is the last.
  static func take(from tokens: inout ArraySlice<DateToken>) -> Bool? {
    drop(leads, from: &tokens)
    var rest = tokens
    for (edges, isEnd) in [(ends, true), (starts, false)] {
      guard let edge = edges.first(where: { rest.map(\.kind)[...].begins(with: $0) }) else {
        continue
      }
      let behind = rest.dropFirst(edge.count)
      // "end march" is a part of a month as it is printed; without "of" only "end month" is meant.
      if edge.count == 1, unit(of: behind) == nil { continue }
      tokens = behind
      return isEnd
    }
    for (word, isEnd) in [("end", true), ("start", false)] where rest.last?.kind == .word(word) {
      // "year end", "month-end".
      rest = rest.dropLast()
      if rest.last?.kind == .mark("-") { rest = rest.dropLast() }
      guard unit(of: rest) != nil else { return nil }
      tokens = rest
      return isEnd
    }
    return nil
  }

  /// The days that the words behind "end of" mean.
  static func stretch(_ tokens: ArraySlice<DateToken>, today: CalendarDate) -> DatePhrase? {
    var rest = tokens
    drop([["the"]], from: &rest)
    if let unit = unit(of: rest) {
      return days(of: unit, step: step(of: rest), today: today)
    }
    // "the financial year 2025/26", "the year 2026".
    let isYear = stretches.contains { words, unit in
      guard unit == .year || unit == .financialYear, rest.map(\.kind)[...].begins(with: words)
      else {
        return false
      }
      rest = rest.dropFirst(words.count)
      return true
    }
    let named = DateReader(year: today.year).read(rest)
    let isQuarter = rest.contains { $0.kind == .word("q") || $0.kind == .word("quarter") }
    switch named?.precision {
    case .month: return named
    case .year, .financialYear: return isYear ? named : nil
    default: return isQuarter ? named : nil
    }
  }

  private static func drop(_ words: [[String]], from tokens: inout ArraySlice<DateToken>) {
    while let found = words.first(where: { tokens.map(\.kind)[...].begins(with: $0) }) {
      tokens = tokens.dropFirst(found.count)
    }
  }

  /// What a stretch is called that lies to today: `month`, `next quarter`, `this financial year`.
  private static func unit(of tokens: ArraySlice<DateToken>) -> Unit? {
    var words = tokens.map { $0.kind.word ?? "" }
    if words.first == "the" { words.removeFirst() }
    if steps[words.first ?? ""] != nil { words.removeFirst() }
    return stretches.first { $0.words == words }?.unit
  }

  private static let steps = ["this": 0, "current": 0, "next": 1, "last": -1, "previous": -1]

  private static func step(of tokens: ArraySlice<DateToken>) -> Int {
    tokens.lazy.compactMap { $0.kind.word.flatMap { steps[$0] } }.first ?? 0
  }

  private static func days(of unit: Unit, step: Int, today: CalendarDate) -> DatePhrase? {
    let (year, month, _) = today.components
    switch unit {
    case .month:
      let first = today.adding(days: 1 - today.components.day).adding(months: step)
      return DatePhrase(.month, first...first.endOfMonth)
    case .quarter:
      let first = today.adding(days: 1 - today.components.day)
        .adding(months: 3 * step - (month - 1) % 3)
      return DatePhrase(.range, first...first.adding(months: 2).endOfMonth)
    case .year: return DatePhrase(.year, months: 12, from: 1, of: year + step)
    case .financialYear:
      let first = month < 4 ? year - 1 : year
      return DatePhrase(.financialYear, months: 12, from: 4, of: first + step)
    }
  }
}
