import Letters

/// What the figures of an indicator are, as far as a small one could point at somebody.
///
/// It is declared by the unit, by its first word that says something: `children`, `%`, `per 10,000`,
/// `% of contributions`. What is not known to be about things is about people.
enum WhatIsCounted: Equatable {
  /// The value is a number of people, or of what each of them has one of: plans, referrals, cases.
  case people
  /// The value is worked out from such numbers: a share of so many, or a rate for so many, where that is known.
  case share(of: Double?)
  /// Reviews, meetings, courses, pounds: nobody is hidden behind them.
  case things

  init(_ indicator: Indicator) {
    let unit = indicator.unit.folded
    let words = unit.split { !($0.isLetter || $0.isNumber || $0 == "%" || $0 == "£") }.map(
      String.init)
    let head = words.first { !Self.fillers.contains($0) && !$0.allSatisfy(\.isNumber) } ?? ""
    if head.hasPrefix("£") || Self.thingWords.contains(head) {
      self = .things
    } else if unit.hasPrefix("%") || unit.hasPrefix("percent") || unit.hasPrefix("per cent") {
      self = .share(of: 100)
    } else if let base = indicator.rateBase {
      self = .share(of: Double(base))
    } else if let per = words.firstIndex(of: "per") {
      self = .share(of: Self.number(after: words[(per + 1)...]))
    } else if words.contains(where: { Self.shares.contains($0) }) || unit.hasPrefix("of ") {
      self = .share(of: nil)
    } else {
      self = .people
    }
  }

  /// The number that words begin with: 10,000 is two of them.
  private static func number(after words: ArraySlice<String>) -> Double? {
    Double(words.prefix { $0.allSatisfy { $0.isASCII && $0.isNumber } }.joined())
  }

  /// Words before the one that says what is counted.
  private static let fillers: Set<String> = [
    "%", "of", "the", "number", "all", "percent", "percentage", "cent", "per", "share",
  ]

  /// Words for a value that is worked out from numbers.
  private static let shares: Set<String> = [
    "rate", "ratio", "share", "proportion", "percentage", "average", "mean", "median",
  ]

  /// What a unit begins with where no person is counted.
  private static let thingWords: Set<String> = [
    "agencies", "agency", "assemblies", "audits", "contributions", "courses", "days", "documents",
    "events", "hours", "inspections", "learning", "meetings", "minutes", "months", "place",
    "places",
    "policies", "pounds", "prisons", "providers", "rank", "recommendations", "reports", "reviews",
    "schools", "services", "sessions", "settings", "tools", "toolkits", "views", "weeks", "years",
  ]
}

extension Measure {
  /// How many it says there are; nil where that is no whole number.
  var wholeCount: Int? {
    guard let number, number >= 0, number < 1e15 else { return nil }
    return Int(exactly: number)
  }

  /// The value in place of one that is hidden.
  static let hidden = Measure(.suppressed, words: "", reason: .confidential)

  /// The same as its own kind of number, of so many.
  func replaced(by count: Int) -> Measure {
    Measure(qualifier, spelling: String(count)) ?? .hidden
  }
}

extension Indicator {
  /// What a share of one is printed as: 100 for percentages, 10,000 for a rate; nil for what is counted.
  package var shareScale: Double? {
    switch WhatIsCounted(self) {
    case .share(let scale): scale
    case .people, .things: nil
    }
  }
}
