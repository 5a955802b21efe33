/// A day that was typed without a distance from it.
struct TypedDay {
  /// The day.
  let day: CalendarDate
  /// How it was understood, where the day alone does not say it.
  let meaning: String?

  init(_ day: CalendarDate, _ meaning: String? = nil) {
    self.day = day
    self.meaning = meaning
  }

  /// Today.
  init(today: CalendarDate) { self.init(today, "today") }

  /// The day that a part of a text means; nil when it means none.
  init?(_ tokens: ArraySlice<DateToken>, of text: String, today: CalendarDate) {
    guard let first = tokens.first, let last = tokens.last else { return nil }
    let words = tokens.map { $0.kind.word ?? "" }.filter { $0 != "the" && $0 != "on" }
    let written = String(text[first.range.lowerBound..<last.range.upperBound])
    if let day = TypedDay(near: today, words) ?? TypedDay(edgeOf: tokens, today: today) {
      self = day
    } else if let date = ImpreciseDate(written) {
      self.init(date)
    } else if let phrase = DateReader(year: today.year, isTyped: true).read(tokens) {
      self.init(ImpreciseDate(phrase, printed: written))
    } else {
      return nil
    }
  }

  private init?(_ date: ImpreciseDate) {
    guard let day = date.dueDay else { return nil }
    switch date.precision {
    case .day: self.init(day)
    case .about: self.init(day, date.short)
    default: self.init(day, "\(date.short), due by its last day")
    }
  }

  /// A day named by how it lies to today.
  private init?(near today: CalendarDate, _ words: [String]) {
    switch words {
    case ["today"], ["now"]: self.init(today: today)
    case ["tomorrow"]: self.init(today.adding(days: 1), "tomorrow")
    case ["yesterday"]: self.init(today.adding(days: -1), "yesterday")
    default:
      guard words.count <= 2, let weekday = DateWords.weekday(words.last) else { return nil }
      let name = DateWords.weekdayName(weekday)
      let inThisWeek = today.adding(days: weekday - today.weekday)
      switch words.dropLast() {
      case []:
        let days = (weekday - today.weekday + 7) % 7
        self.init(today.adding(days: days), "the first \(name) from today on")
      case ["this"]: self.init(inThisWeek, "\(name) of this week")
      case ["next"]: self.init(inThisWeek.adding(days: 7), "\(name) of next week")
      case ["last"]:
        let days = (today.weekday - weekday + 6) % 7 + 1
        self.init(today.adding(days: -days), "the last \(name) before today")
      default: return nil
      }
    }
  }
}
