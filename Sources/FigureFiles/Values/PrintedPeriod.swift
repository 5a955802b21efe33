import Letters
import Safeguarding

/// What a year of two halves means in a file: `2024/25`.
package enum YearKind: String, CaseIterable, Hashable, Sendable {
  case financial, academic, calendar

  /// The month in which such a year begins.
  var firstMonth: Int {
    switch self {
    case .financial: 4
    case .academic: 9
    case .calendar: 1
    }
  }

  var identifier: String {
    switch self {
    case .financial: "Financial year"
    case .academic: "Academic year"
    case .calendar: "Calendar year"
    }
  }
}

extension ReadPeriod {
  /// The quarter, month or year that a text names, in years of a kind; nil where its days stay unknown.
  package static func named(_ text: String, year kind: YearKind = .financial) -> ReadPeriod? {
    let period = printed(text.cleanedLine, year: kind)
    return period.isDated ? period : nil
  }

  /// A period as people print it: `2023`, `2022/23`, `2016-17 (OT)`, `2018 (Rev)`, `2014-16`,
  /// `2013/14-15/16`, `Q1 2024-25`, `April 2024`, `31 March 2024`.
  ///
  /// Its days stay unknown where neither the spelling nor the kind of year tells them.
  static func printed(_ text: String, year kind: YearKind?) -> ReadPeriod {
    var period = ReadPeriod(printed: text)
    var spelling = PeriodSpelling(text.folded)
    (period.status, period.marks) = spelling.takeMarks()
    let quarter = spelling.takeQuarter()
    if let quarter {
      spelling.fillQuarter(&period, quarter, kind ?? .financial)
    } else {
      spelling.fill(&period, kind)
    }
    return period
  }
}

/// The words and numbers of a period.
private struct PeriodSpelling {
  private var text: String

  init(_ folded: String) { text = folded }

  /// Takes what stands in brackets: how final the figures are, and other marks.
  mutating func takeMarks() -> (ReadPeriod.Status?, [String]) {
    var (status, marks) = (ReadPeriod.Status?.none, [String]())
    while let open = text.firstIndex(where: { $0 == "(" || $0 == "[" }),
      let close = text[open...].firstIndex(where: { $0 == ")" || $0 == "]" })
    {
      let mark = String(text[text.index(after: open)..<close])
      switch mark {
      case "prov", "p", "provisional": status = .provisional
      case "rev", "r", "revised": status = .revised
      case "final", "f": status = .final
      default: marks.append(mark.uppercased())
      }
      text.removeSubrange(open...close)
    }
    for (word, found) in [
      ("provisional", ReadPeriod.Status.provisional), ("revised", .revised), ("final", .final),
    ] where text.hasSuffix(" \(word)") {
      status = found
      text.removeLast(word.count + 1)
    }
    return (status, marks)
  }

  /// Takes the number of a quarter: `q1`, `quarter 1`, `qtr 1`.
  mutating func takeQuarter() -> Int? {
    for word in ["quarter ", "qtr ", "qtr", "q"] {
      for number in 1...4 {
        guard let range = text.firstRange(of: "\(word)\(number)") else { continue }
        let before =
          range.lowerBound == text.startIndex
          ? " " : text[text.index(before: range.lowerBound)]
        let after = range.upperBound == text.endIndex ? " " : text[range.upperBound]
        if before.isLetter || after.isNumber { continue }
        text.removeSubrange(range)
        return number
      }
    }
    return nil
  }

  /// The runs of digits and of letters, and the signs between them; blanks and `of` say nothing.
  private var parts: [Substring] {
    var parts: [Substring] = []
    var rest = text[...]
    while let first = rest.first {
      let part: Substring
      if first.isASCII, first.isNumber {
        part = rest.prefix { $0.isASCII && $0.isNumber }
      } else if first.isLetter {
        part = rest.prefix { $0.isLetter }
      } else {
        part = rest.prefix(1)
      }
      rest = rest.dropFirst(part.count)
      if part != " ", part != ",", part != "of", part != "year", part != "fy" { parts.append(part) }
    }
    return parts
  }

  /// The years that the text names, and how many digits stand for the second.
  private func yearPair(_ parts: [Substring]) -> (first: Int, second: Int)? {
    guard parts.count == 3, parts[0].count == 4, parts[1] == "/" || parts[1] == "-",
      parts[2].count == 2 || parts[2].count == 4, let first = Int(parts[0]),
      let second = Int(parts[2])
    else { return nil }
    let whole = parts[2].count == 4 ? second : first / 100 * 100 + second
    // 1999-00 goes on in the next century; 2004-03 is a month.
    return (first, whole == first / 100 * 100 && first % 100 == 99 ? first + 1 : whole)
  }

  func fillQuarter(_ period: inout ReadPeriod, _ quarter: Int, _ kind: YearKind) {
    let parts = parts.filter { $0 != ":" }
    period.identifier = "Quarter \(quarter)"
    var core = parts[...]
    while core.first == "-" || core.first == "/" { core = core.dropFirst() }
    while core.last == "-" || core.last == "/" { core = core.dropLast() }
    if let (first, second) = yearPair(Array(core)), second == first + 1 {
      let kind = kind == .calendar ? .financial : kind
      let month = kind.firstMonth + (quarter - 1) * 3
      period.identifier = "\(kind.identifier) Q\(quarter)"
      period.years = first...second
      period.set(year: first + (month - 1) / 12, month: (month - 1) % 12 + 1, months: 3)
    } else if core.count == 1, core.first?.count == 4, let year = core.first.flatMap({ Int($0) }) {
      // 2024 can be a calendar year, or the financial year that begins or ends in it.
      period.years = year...year
      if kind == .calendar {
        period.identifier = "Calendar year Q\(quarter)"
        period.set(year: year, month: quarter * 3 - 2, months: 3)
      }
    }
  }

  func fill(_ period: inout ReadPeriod, _ kind: YearKind?) {
    let parts = parts
    if parts.count == 1, parts[0].count == 4, let year = Int(parts[0]), year > 0 {
      period.years = year...year
      period.identifier = "Year"
      switch kind {
      case .calendar: period.set(year: year, month: 1, months: 12)
      // A single year is the one in which it ends.
      case .financial: period.set(year: year - 1, month: 4, months: 12)
      case .academic: period.set(year: year - 1, month: 9, months: 12)
      case nil: return
      }
      period.identifier = kind?.identifier ?? "Year"
    } else if let (first, second) = yearPair(parts), second > first, second - first <= 20 {
      period.years = first...second
      if second == first + 1 {
        period.identifier = kind?.identifier ?? "Year"
        guard let kind, kind != .calendar else { return }
        period.set(year: first, month: kind.firstMonth, months: 12)
      } else {
        period.identifier = "Years"
        period.set(year: first, month: 1, toYear: second, toMonth: 12)
      }
    } else if parts.count == 7, let from = yearPair(Array(parts[..<3])), parts[3] == "-",
      parts[4].count == 2 || parts[4].count == 4,
      let to = yearPair([century(from.first, parts[4])] + parts[5...]),
      from.second == from.first + 1,
      to.second == to.first + 1, to.first >= from.first, to.first - from.first <= 20
    {
      period.years = from.first...to.second
      period.identifier = "Years"
      let month = kind == .academic ? 9 : 4
      period.set(year: from.first, month: month, months: (to.second - from.first) * 12)
    } else {
      fillDays(&period, parts)
    }
  }

  /// A year of two digits with the century of another.
  private func century(_ year: Int, _ part: Substring) -> Substring {
    part.count == 4 ? part : Substring(String(year / 100) + part)
  }

  /// Months and days: `apr 2024`, `april to june 2024`, `2024-04`, `31/03/2024`, `31 march 2024`.
  private func fillDays(_ period: inout ReadPeriod, _ parts: [Substring]) {
    let words = parts.filter {
      $0 != "-" && $0 != "/" && $0 != "to" && $0 != "at" && $0 != "as" && $0 != "."
    }
    let months = words.compactMap { MonthName.month($0) }
    let years = words.filter { $0.count == 4 }.compactMap { Int($0) }
    let numbers = words.compactMap { Int($0) }
    if months.count == 1, years.count == 1, words.count == 2 {
      period.identifier = MonthName.full[months[0] - 1].capitalizedFirst
      period.set(year: years[0], month: months[0], months: 1)
    } else if months.count == 2, (1...2).contains(years.count), words.count == 2 + years.count {
      let last = years[years.count - 1]
      let first = years.count == 2 ? years[0] : months[0] > months[1] ? last - 1 : last
      period.identifier = "Months"
      period.set(year: first, month: months[0], toYear: last, toMonth: months[1])
    } else if numbers.count == 3, words.count == 3 || months.isEmpty && words.count == 3 {
      let isISO = words[0].count == 4
      period.identifier = "Day"
      period.first =
        isISO
        ? CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2])
        : CalendarDate(year: numbers[2], month: numbers[1], day: numbers[0])
      period.last = period.first
    } else if months.count == 1, numbers.count == 2, words.count == 3, years.count == 1 {
      period.identifier = "Day"
      period.first = CalendarDate(year: years[0], month: months[0], day: numbers[0])
      period.last = period.first
    } else if numbers.count == 2, words.count == 2, words[0].count == 4,
      (1...12).contains(numbers[1])
    {
      period.identifier = MonthName.full[numbers[1] - 1].capitalizedFirst
      period.set(year: numbers[0], month: numbers[1], months: 1)
    }
    if let first = period.first, let last = period.last { period.years = first.year...last.year }
  }
}

extension String {
  /// The word with a capital at its beginning.
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
