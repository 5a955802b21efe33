/// The English words of which dates are made.
enum DateWords {
  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  private static let shortWeekdays = ["tues": 1, "weds": 2, "thur": 3, "thurs": 3]

  /// Words before a date that leave its meaning as it is; the longest of each kind comes first.
  static let leadIns = [
    ["to", "be", "in", "place", "by"], ["to", "be", "completed", "by"], ["in", "place", "by"],
    ["no", "later", "than"], ["not", "later", "than"], ["completed", "by"], ["complete", "by"],
    ["planned", "for"], ["launched", "in"], ["due", "by"], ["due", "on"], ["as", "of"],
    ["as", "at"], ["by"], ["due"], ["during"], ["from"], ["in"], ["on"], ["published"], ["since"],
    ["the"], ["till"], ["until"], ["updated"],
  ]

  /// The names of the parts of a month or year; the longest of each kind comes first.
  static let parts: [(words: [String], part: DatePart)] = [
    (["towards", "the", "end", "of"], .end), (["the", "end", "of"], .end), (["end", "of"], .end),
    (["end"], .end), (["late"], .late), (["middle", "of"], .middle), (["mid"], .middle),
    (["early"], .early), (["beginning", "of"], .start), (["start", "of"], .start),
  ]

  private static let smallNumbers = [
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
  ]

  /// The month with this name, 1 to 12: `march`, `mar`, `sept`.
  static func month(_ word: String?) -> Int? {
    guard let word, word.utf8.count >= 3 else { return nil }
    if word == "sept" { return 9 }
    return months.firstIndex { $0 == word || $0.prefix(3) == word }.map { $0 + 1 }
  }

  /// The day of the week with this name, 0 for Monday: `thursday`, `thu`, `thurs`.
  static func weekday(_ word: String?) -> Int? {
    guard let word, word.utf8.count >= 3 else { return nil }
    return weekdays.firstIndex { $0 == word || $0.prefix(3) == word } ?? shortWeekdays[word]
  }

  /// The whole English name of a day of the week, 0 for Monday.
  static func weekdayName(_ weekday: Int) -> String {
    let name = weekdays[weekday]
    return name.prefix(1).uppercased() + name.dropFirst()
  }

  /// The first month of the season with this name.
  static func firstMonth(ofSeason word: String?) -> Int? {
    DateSpelling.seasons.firstIndex { $0 == word }.map { 3 * $0 + 3 }
  }

  /// A number as a word: `six`, or the article.
  static func number(_ word: String?) -> Int? { word.flatMap { smallNumbers[$0] } }

  /// Whether this is the ending of a number in an order: 1st, 2nd, 3rd, 4th.
  static func isOrdinal(_ word: String?) -> Bool {
    word == "st" || word == "nd" || word == "rd" || word == "th"
  }
}

/// A part of a month or of a year, as words name it.
enum DatePart {
  case start, early, middle, late, end
}
