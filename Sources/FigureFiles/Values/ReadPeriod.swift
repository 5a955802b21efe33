import Letters
package import Safeguarding

/// The time that a figure is of, as a file names it.
package struct ReadPeriod: Hashable, Sendable {
  /// How final the figures of it are.
  package enum Status: String, Hashable, Sendable {
    case provisional, revised, final
  }

  /// As it is printed.
  package let printed: String
  /// What kind of period it is: `Reporting year`, `Financial year Q1`, `Year`.
  package internal(set) var identifier: String
  /// Its first day; nil where the file does not tell.
  package internal(set) var first: CalendarDate?
  /// Its last day; nil where the file does not tell.
  package internal(set) var last: CalendarDate?
  /// The years that it names, by which it is sorted where its days are not known.
  package internal(set) var years: ClosedRange<Int>?
  /// How final its figures are; nil where the file does not say.
  package internal(set) var status: Status?
  /// What else is printed beside it: `OT`.
  package internal(set) var marks: [String] = []

  init(printed: String, identifier: String = "") {
    (self.printed, self.identifier) = (printed.cleanedLine, identifier.cleanedLine)
  }

  /// Whether its days are known.
  package var isDated: Bool { first != nil && last != nil }

  /// Makes it so many months from the first day of a month.
  mutating func set(year: Int, month: Int, months: Int) {
    first = CalendarDate(year: year, month: month, day: 1)
    last = first?.adding(months: months).adding(days: -1)
  }

  /// Makes it from the first day of one month to the last day of another.
  mutating func set(year: Int, month: Int, toYear: Int, toMonth: Int) {
    set(year: year, month: month, months: (toYear - year) * 12 + toMonth - month + 1)
  }
}

/// The months by their names, short or full.
enum MonthName {
  static let full = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// The month that a word in small letters names, from 1.
  static func month(_ word: some StringProtocol) -> Int? {
    if word == "sept" { return 9 }
    return full.firstIndex { $0 == word || word.utf8.count == 3 && $0.hasPrefix(word) }.map {
      $0 + 1
    }
  }
}
