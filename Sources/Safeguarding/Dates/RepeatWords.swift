/// The English words that say how often something is done, or that it goes on.
struct RepeatWords {
  private typealias Interval = (every: Int, unit: Cadence.Unit)

  /// The pieces of the text without its dashes: "six-monthly" and "on-going" are two words each.
  private let pieces: [DateToken.Kind]

  init(_ tokens: [DateToken]) {
    pieces = tokens.map(\.kind).filter { $0 != .mark("-") }
  }

  /// Whether something is said to go on without an end.
  var isOngoing: Bool {
    pieces.indices.contains { index in
      let rest = pieces[index...]
      if rest.begins(with: ["ongoing"]) { return mayEnd(at: index + 1) }
      return rest.begins(with: ["on", "going"]) && mayEnd(at: index + 2)
    }
  }

  /// How often something is said to be done; nil when nothing is said.
  func cadence(printed: String) -> Cadence? {
    for index in pieces.indices {
      let rest = pieces[index...]
      if rest.begins(with: ["half", "yearly"]), mayEnd(at: index + 2) {
        return Cadence(every: 6, .month, printed: printed)
      }
      if let times = timesAYear(rest) {
        return Cadence(every: 12 / times, .month, timesAYear: times, printed: printed)
      }
      if let interval = counted(at: index) ?? every(at: index) ?? adverb(at: index) {
        return Cadence(every: interval.every, interval.unit, printed: printed)
      }
    }
    return nil
  }

  /// `once a year`, `twice yearly`.
  private func timesAYear(_ rest: ArraySlice<DateToken.Kind>) -> Int? {
    guard let times = ["once": 1, "twice": 2][rest.first?.word ?? ""] else { return nil }
    let ends = [["a", "year"], ["per", "year"], ["yearly"], ["annually"], ["annual"]]
    return ends.contains { rest.dropFirst().begins(with: $0) } ? times : nil
  }

  /// `six monthly`, `2 weekly`.
  private func counted(at index: Int) -> Interval? {
    guard let count = count(at: index), let interval = interval(Self.adverbs, at: index + 1),
      interval.every == 1, mayEnd(at: index + 2)
    else { return nil }
    return (count, interval.unit)
  }

  /// `every two months`, `each quarter`.
  private func every(at index: Int) -> Interval? {
    guard pieces[index] == .word("every") || pieces[index] == .word("each") else { return nil }
    let count = count(at: index + 1)
    let next = index + (count == nil ? 1 : 2)
    guard let interval = interval(Self.units, at: next), mayEnd(at: next + 1) else { return nil }
    return (interval.every * (count ?? 1), interval.unit)
  }

  /// `quarterly`, `on an annual basis`.
  private func adverb(at index: Int) -> Interval? {
    if index > 0, let before = pieces[index - 1].word, Self.changing.contains(before) { return nil }
    if index + 1 < pieces.count, pieces[index + 1] == .word("basis") {
      return interval(Self.adverbs, at: index) ?? interval(["annual": (1, .year)], at: index)
    }
    return mayEnd(at: index + 1) ? interval(Self.adverbs, at: index) : nil
  }

  private func interval(_ table: [String: Interval], at index: Int) -> Interval? {
    index < pieces.count ? pieces[index].word.flatMap { table[$0] } : nil
  }

  /// A count in words or in at most two digits; more digits are a year.
  private func count(at index: Int) -> Int? {
    guard index < pieces.count else { return nil }
    if case .number(let count, digits: 1...2) = pieces[index], count > 0 { return count }
    let word = pieces[index].word
    return word == "a" || word == "an" ? nil : DateWords.number(word)
  }

  /// Whether the sense is complete before a place: behind "quarterly", another word would say which
  /// report is meant, not how often.
  private func mayEnd(at index: Int) -> Bool {
    guard index < pieces.count, let word = pieces[index].word else { return true }
    return Self.followers.contains(word) || DateWords.month(word) != nil
  }

  private static let adverbs: [String: Interval] = [
    "weekly": (1, .week), "fortnightly": (2, .week), "monthly": (1, .month),
    "quarterly": (3, .month), "annually": (1, .year), "yearly": (1, .year),
  ]

  private static let units: [String: Interval] = [
    "day": (1, .day), "days": (1, .day), "week": (1, .week), "weeks": (1, .week),
    "fortnight": (2, .week), "month": (1, .month), "months": (1, .month),
    "quarter": (3, .month), "quarters": (3, .month), "year": (1, .year), "years": (1, .year),
  ]

  private static let changing: Set = ["bi", "half", "non", "not", "semi", "times"]

  private static let followers: Set = [
    "and", "at", "beginning", "by", "commencing", "during", "from", "in", "initially", "on",
    "ongoing", "starting", "then", "thereafter", "until",
  ]
}
