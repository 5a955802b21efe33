extension Cadence {
  /// How often, as people type it: `monthly`, `every 6 weeks`, `twice a year`, `4 times a year`.
  ///
  /// It is nil for words that do not say it, and for `bi-monthly`, which may mean either of two.
  public init?(typed text: String) {
    guard let tokens = DateToken.tokens(of: text) else { return nil }
    let words = tokens.compactMap { token -> String? in
      switch token.kind {
      case .word(let word): word
      case .number(let number, _): String(number)
      case .mark: nil
      }
    }
    if let cadence = Cadence(every: words) ?? Cadence(timesIn: words) {
      self = cadence
      return
    }
    switch words {
    case ["daily"]: self.init(every: 1, .day)
    case ["annual"]: self.init(every: 1, .year)
    case ["termly"]: self.init(every: 4, .month, timesAYear: 3)
    default:
      guard let cadence = RepeatWords(tokens).cadence(printed: "") else { return nil }
      self.init(every: cadence.every, cadence.unit, timesAYear: cadence.timesAYear)
    }
  }

  /// `every 6 weeks`, `every year`, `each quarter`, `every other month`.
  private init?(every words: [String]) {
    guard words.count >= 2, ["every", "each"].contains(words[0]) else { return nil }
    var rest = words.dropFirst()
    var count = 1
    if rest.first == "other" {
      count = 2
      rest = rest.dropFirst()
    } else if let first = rest.first, let number = Int(first) ?? DateWords.number(first) {
      count = number
      rest = rest.dropFirst()
    }
    let units: [String: (Int, Unit)] = [
      "day": (1, .day), "week": (1, .week), "fortnight": (2, .week), "month": (1, .month),
      "quarter": (3, .month), "year": (1, .year),
    ]
    guard rest.count == 1, let word = rest.first,
      let (factor, unit) = units[word.last == "s" ? String(word.dropLast()) : word],
      (1...1000).contains(count * factor)
    else { return nil }
    self.init(every: count * factor, unit)
  }

  /// `4 times a year`, `twice a year`, `six times yearly`, `3 times annually`.
  private init?(timesIn words: [String]) {
    var rest = words[...]
    let count: Int
    switch rest.first {
    case "once": count = 1
    case "twice": count = 2
    case let word?:
      guard let number = Int(word) ?? DateWords.number(word), rest.dropFirst().first == "times"
      else { return nil }
      count = number
      rest = rest.dropFirst()
    case nil: return nil
    }
    let ends = [
      ["a", "year"], ["per", "year"], ["each", "year"], ["every", "year"], ["yearly"],
      ["annually"], ["per", "annum"], ["in", "a", "year"],
    ]
    guard (1...366).contains(count), ends.contains(Array(rest.dropFirst())) else { return nil }
    self.init(
      every: max(1, 12 / count), count <= 12 ? .month : .week, timesAYear: count)
  }
}
