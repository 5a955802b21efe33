/// Reads a date as English documents print it and people type it.
///
/// It reads a text as a whole: words it does not know make it no date, for they could change its
/// meaning.
struct DateReader {
  typealias Kinds = ArraySlice<DateToken.Kind>

  /// The most pieces a date is made of; a longer text is none.
  static let longest = 20

  /// The year of dates that are written without one; nil when those are no dates.
  var year: Int?
  /// Whether `mar 28`, `28/3` and years of two digits are understood.
  var isTyped = false

  /// The date in these pieces of text, with the words before it.
  func read(_ tokens: some Collection<DateToken>) -> DatePhrase? {
    guard tokens.count <= Self.longest else { return nil }
    var rest = Self.withoutTrimmings(tokens.map(\.kind))[...]
    while rest.drop(oneOf: DateWords.leadIns) != nil {}
    let weekday = DateWords.weekday(rest.first?.word)
    if weekday != nil {
      rest = rest.dropFirst()
      if rest.first == .mark(",") { rest = rest.dropFirst() }
      if rest.first == .word("the") { rest = rest.dropFirst() }
    }
    let part = DateWords.parts.first { rest.begins(with: $0.words) }
    if let part {
      rest = rest.dropFirst(part.words.count)
      if rest.first == .mark("-") { rest = rest.dropFirst() }
    }
    guard var phrase = phrase(rest.filter { $0 != .word("of") }[...]) else { return nil }
    if let part {
      guard let narrowed = phrase.part(part.part) else { return nil }
      phrase = narrowed
    }
    if let weekday {
      guard part == nil, phrase.precision == .day, phrase.days.lowerBound.weekday == weekday
      else { return nil }
    }
    return phrase
  }

  /// Leaves out the endings of ordinal numbers, dots behind words and commas before years.
  private static func withoutTrimmings(_ kinds: [DateToken.Kind]) -> [DateToken.Kind] {
    var kept: [DateToken.Kind] = []
    for (index, kind) in kinds.enumerated() {
      let isLast = index + 1 == kinds.count
      let last = kept.last
      if DateWords.isOrdinal(kind.word), last?.dayOfMonth != nil { continue }
      if kind == .mark("."), last?.word != nil || isLast { continue }
      if kind == .mark(","), last?.dayOfMonth != nil || DateWords.month(last?.word) != nil,
        !isLast, kinds[index + 1].fullYear != nil
      {
        continue
      }
      kept.append(kind)
    }
    return kept
  }

  private func phrase(_ kinds: Kinds) -> DatePhrase? {
    day(kinds) ?? month(kinds) ?? year(kinds) ?? season(kinds) ?? quarter(kinds) ?? range(kinds)
  }

  private func day(_ kinds: Kinds) -> DatePhrase? {
    let kinds = Array(kinds)
    switch kinds.count {
    case 2:
      guard let year else { return nil }
      if let day = day(kinds[0], kinds[1], of: year) { return day }
      return isTyped ? day(kinds[1], kinds[0], of: year) : nil
    case 3:
      if isTyped, kinds[1] == .mark("/"), let year, let day = kinds[0].dayOfMonth,
        let month = kinds[2].dayOfMonth
      {
        return DatePhrase(.day, CalendarDate(year: year, month: month, day: day))
      }
      guard let year = year(kinds[2]) else { return nil }
      return day(kinds[0], kinds[1], of: year) ?? day(kinds[1], kinds[0], of: year)
    case 5:
      let separators: [DateToken.Kind] = [.mark("-"), .mark("/"), .mark(".")]
      guard kinds[1] == kinds[3], separators.contains(kinds[1]),
        let month = kinds[2].dayOfMonth ?? DateWords.month(kinds[2].word)
      else { return nil }
      if let year = kinds[0].fullYear, let day = kinds[4].dayOfMonth {
        return DatePhrase(.day, CalendarDate(year: year, month: month, day: day))
      }
      guard let day = kinds[0].dayOfMonth, let year = year(kinds[4]) else { return nil }
      return DatePhrase(.day, CalendarDate(year: year, month: month, day: day))
    default: return nil
    }
  }

  private func day(
    _ day: DateToken.Kind, _ month: DateToken.Kind, of year: Int
  ) -> DatePhrase? {
    guard let day = day.dayOfMonth, let month = DateWords.month(month.word) else { return nil }
    return DatePhrase(.day, CalendarDate(year: year, month: month, day: day))
  }

  /// A year in four digits, or in two where they are understood.
  private func year(_ kind: DateToken.Kind) -> Int? {
    kind.fullYear ?? (isTyped ? kind.twoDigits.map { 2000 + $0 } : nil)
  }

  private func month(_ kinds: Kinds) -> DatePhrase? {
    guard let first = kinds.first, let last = kinds.last else { return nil }
    if let month = DateWords.month(first.word), kinds.count <= 2,
      let year = kinds.count == 1 ? year : last.fullYear
    {
      return DatePhrase(.month, months: 1, from: month, of: year)
    }
    if kinds.count == 3, let month = first.dayOfMonth, let year = last.fullYear,
      kinds.dropFirst().first == .mark("/")
    {
      return DatePhrase(.month, months: 1, from: month, of: year)
    }
    // 2007-08 may be a month or a financial year, so it is neither.
    guard kinds.count == 3, kinds.dropFirst().first == .mark("-"), let year = first.fullYear,
      let month = last.twoDigits, month != (year + 1) % 100
    else { return nil }
    return DatePhrase(.month, months: 1, from: month, of: year)
  }

  private func year(_ kinds: Kinds) -> DatePhrase? {
    guard let first = kinds.first, let last = kinds.last, let year = first.fullYear else {
      return nil
    }
    if kinds.count == 1 { return DatePhrase(.year, months: 12, from: 1, of: year) }
    let mark = kinds.dropFirst().first
    guard kinds.count == 3, mark == .mark("-") || mark == .mark("/") else { return nil }
    let isNext = last.fullYear == year + 1
    let isNextShort = last.twoDigits == (year + 1) % 100
    let mayBeMonth = mark == .mark("-") && (1...12).contains((year + 1) % 100)
    guard isNext || isNextShort && !mayBeMonth else { return nil }
    return DatePhrase(.financialYear, months: 12, from: 4, of: year)
  }

  private func season(_ kinds: Kinds) -> DatePhrase? {
    guard let first = kinds.first, let last = kinds.last, kinds.count <= 2,
      let month = DateWords.firstMonth(ofSeason: first.word),
      let year = kinds.count == 1 ? year : last.fullYear
    else { return nil }
    return DatePhrase(.season, months: 3, from: month, of: year)
  }

  /// A quarter of a financial year: `Q4 2023/24` begins in January 2024.
  private func quarter(_ kinds: Kinds) -> DatePhrase? {
    guard kinds.count == 5, kinds.begins(with: ["q"]) || kinds.begins(with: ["quarter"]),
      case .number(let quarter, digits: 1)? = kinds.dropFirst().first, (1...4).contains(quarter),
      let year = year(kinds.dropFirst(2))
    else { return nil }
    let first = year.days.lowerBound.adding(months: 3 * quarter - 3)
    return DatePhrase(.range, first...first.adding(months: 2).endOfMonth)
  }

  /// Two days or months with a dash or "to" between them; the second gives the year to both.
  private func range(_ kinds: Kinds) -> DatePhrase? {
    for index in kinds.indices.dropFirst() where [.mark("-"), .word("to")].contains(kinds[index]) {
      let (left, right) = (kinds[..<index], kinds[(index + 1)...])
      guard let end = day(right) ?? month(right) else { continue }
      let (year, month, _) = end.days.lowerBound.components
      var reader = self
      reader.year = year
      var start = reader.day(left) ?? reader.month(left)
      if start == nil, end.precision == .day, left.count == 1, let day = left.first?.dayOfMonth {
        start = DatePhrase(.day, CalendarDate(year: year, month: month, day: day))
      }
      if let first = start?.days.lowerBound, first <= end.days.upperBound {
        return DatePhrase(.range, first...end.days.upperBound)
      }
    }
    return nil
  }
}
