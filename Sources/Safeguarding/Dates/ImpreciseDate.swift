/// A date as exact as its source: a day, a month, a season, a year, a range, or words only.
///
/// It keeps the printed text, and knows its first and last possible day so that it can be sorted
/// and fall due on its last day.
public struct ImpreciseDate: Hashable, Sendable {
  /// How exact the date is.
  public enum Precision: UInt8, Hashable, Sendable {
    case day, month, season, year, financialYear, range
    /// A day more or less, such as "mid May": due on that day, but not exactly known.
    case about
    /// No day is known; only the printed words are.
    case wordsOnly
  }

  private let words: KeptWords?
  /// The precision and the numbers of both days, in so little room that no part of it is left over: records hold
  /// many dates, and there are very many of them.
  private let packed: UInt64

  /// How exact the date is.
  public var precision: Precision {
    Precision(rawValue: UInt8(truncatingIfNeeded: packed)) ?? .wordsOnly
  }
  private var firstNumber: Int32 { ImpreciseDate.number(packed >> 8) }
  private var lastNumber: Int32 { ImpreciseDate.number(packed >> 36) }

  /// The days of all years with four digits, and many more, have numbers of 28 bits.
  private static func number(_ bits: UInt64) -> Int32 {
    Int32(truncatingIfNeeded: bits << 4) >> 4
  }

  private static func bits(_ day: CalendarDate?) -> UInt64 {
    let number = min(max(day?.dayNumber ?? 0, -(1 << 27)), 1 << 27 - 1)
    return UInt64(truncatingIfNeeded: number) & (1 << 28 - 1)
  }

  /// The words of the source, where they say more than the date.
  public var printed: String? { words?.text }

  /// The first day that may be meant; nil for words only.
  public var first: CalendarDate? {
    precision == .wordsOnly ? nil : CalendarDate(dayNumber: Int(firstNumber))
  }
  /// The last day that may be meant; nil for words only.
  public var last: CalendarDate? {
    precision == .wordsOnly ? nil : CalendarDate(dayNumber: Int(lastNumber))
  }

  /// All days that may be meant; nil for words only.
  package var days: ClosedRange<CalendarDate>? {
    guard let first, let last, first <= last else { return nil }
    return first...last
  }

  /// A date that is exact.
  public init(_ day: CalendarDate) {
    self.init(precision: .day, first: day, last: day, printed: nil)
  }

  /// A date for which only the printed words are known.
  public init(words: String) {
    self.init(precision: .wordsOnly, first: nil, last: nil, printed: words)
  }

  /// A date read from words of which it keeps the text.
  init(_ phrase: DatePhrase, printed: String) {
    self.init(
      precision: phrase.precision, first: phrase.days.lowerBound, last: phrase.days.upperBound,
      printed: printed)
  }

  private init(
    precision: Precision, first: CalendarDate?, last: CalendarDate?, printed: String?
  ) {
    packed =
      UInt64(precision.rawValue) | ImpreciseDate.bits(first) << 8 | ImpreciseDate.bits(last) << 36
    words = printed.map(KeptWords.init)
  }

  /// The date written as `2024-03-28`, `2024-03`, `2024`, `2024/25`, `autumn 2024` or
  /// `2024-03-01/2024-05-31`; nil when it is none of these or does not exist.
  public init?(_ text: String, printed: String? = nil) {
    var text = text
    guard let (precision, days) = text.withUTF8({ ImpreciseDate.days(of: DateSpelling($0)) }) else {
      return nil
    }
    self.init(
      precision: precision, first: days.lowerBound, last: days.upperBound, printed: printed)
  }

  /// The one date that a text in English words means; nil when it names none or several.
  ///
  /// It understands `April 2007`, `30th April 2007`, `Mid May 2007`, `By end Nov 2007`,
  /// `June - July 2007`, `autumn of 2024`, `2025-2026` and the forms of files, and keeps the text.
  /// A text with a word that could change the meaning is no date. Neither is `2007-08`, which may
  /// be a month or a financial year.
  public init?(printed text: String) {
    guard let tokens = DateToken.tokens(of: text, limit: DateReader.longest) else { return nil }
    if let phrase = DateReader().read(tokens) {
      self.init(phrase, printed: text)
    } else if let first = tokens.first, let last = tokens.last,
      let date = ImpreciseDate(
        String(text[first.range.lowerBound..<last.range.upperBound]), printed: text),
      date.precision != .month
    {
      self = date
    } else {
      return nil
    }
  }

  private static func days(
    of spelling: DateSpelling
  ) -> (Precision, ClosedRange<CalendarDate>)? {
    if let day = spelling.day { return (.day, day...day) }
    if let days = spelling.month { return (.month, days) }
    if let days = spelling.year { return (.year, days) }
    if let days = spelling.financialYear { return (.financialYear, days) }
    if let days = spelling.season { return (.season, days) }
    return spelling.range.map { (.range, $0) }
  }

  /// The day on which something with this date is owed: its last possible day.
  public var dueDay: CalendarDate? { last }

  /// The date as short as it is exact: `28 Mar 2024`, `Mar 2024`, `autumn 2024`, `2024-25`.
  public var short: String {
    guard let first, let last else { return printed ?? "no date" }
    let (year, month, _) = first.components
    switch precision {
    case .day: return first.short
    case .month: return "\(CalendarDate.monthNames[month - 1]) \(year)"
    case .season:
      return "\(DateSpelling.seasons[month / 3 - 1]) \(year)"
    case .year: return String(year)
    case .financialYear: return "\(year)-\(padded((year + 1) % 100, 2))"
    case .range: return "\(start(first, before: last)) to \(last.short)"
    case .about: return "about \(first.short)"
    case .wordsOnly: return printed ?? "no date"
    }
  }

  /// The first day of a range: its year stands behind the last one where both have the same.
  private func start(_ first: CalendarDate, before last: CalendarDate) -> String {
    first.year == last.year
      ? "\(first.components.day) \(CalendarDate.monthNames[first.components.month - 1])"
      : first.short
  }

  /// The date with the weekday when it is exact, and the printed words when they say more.
  public var long: String {
    let own = precision == .day ? first?.long ?? short : short
    guard let printed, printed != own, precision != .wordsOnly else { return own }
    return "\(own) (printed: \(printed))"
  }

  /// What a file holds for it: the ISO form of a day, the ends of anything else.
  public var iso: String {
    guard let first, let last else { return "" }
    let (year, month, _) = first.components
    switch precision {
    case .day, .about: return first.iso
    case .month: return "\(padded(year, 4))-\(padded(month, 2))"
    case .year: return padded(year, 4)
    case .financialYear: return "\(padded(year, 4))/\(padded((year + 1) % 100, 2))"
    case .season, .range, .wordsOnly: return "\(first.iso)/\(last.iso)"
    }
  }
}

extension ImpreciseDate: Comparable {
  /// Sorted by the last possible day, then the first; words only come last.
  public static func < (left: ImpreciseDate, right: ImpreciseDate) -> Bool {
    let end = Int.max
    let leftDays = (left.last?.dayNumber ?? end, left.first?.dayNumber ?? end)
    let rightDays = (right.last?.dayNumber ?? end, right.first?.dayNumber ?? end)
    // Very many dates are sorted, of which few have the same days.
    if leftDays != rightDays { return leftDays < rightDays }
    return left.printed ?? "" < right.printed ?? ""
  }
}

extension ImpreciseDate: FieldValue {
  /// Written as text, or as an object with the date and the printed words.
  public static var shape: ValueShape {
    let text = ValueShape.pattern(
      #"^(\d{4}(-\d{2}(-\d{2})?)?|\d{4}/\d{2}|(spring|summer|autumn|winter) \d{4}|\d{4}-\d{2}(-\d{2})?/\d{4}-\d{2}(-\d{2})?)$"#,
      example: "2024-03-28",
      help: "A day (2024-03-28), a month (2024-03), a year (2024), a financial year (2024/25), "
        + "a season (autumn 2024) or a range (2024-03-01/2024-05-31).")
    return .value(
      .impreciseDate,
      stored: .anyOf([
        text,
        .object([
          ("when", text, "The date, left out where the printed words say it or it is not known."),
          ("printed", .text, "The words of the source, such as By end Nov 2007."),
        ]),
      ]))
  }

  /// Reads a date; one that does not exist is reported.
  @inlinable
  public static func read(from source: some ValueSource) -> ImpreciseDate? {
    if let text = source.text { return read(text, printed: nil, from: source) }
    let printed = source.member("printed")?.text
    if let when = source.member("when") {
      guard let text = String.read(from: when) else { return nil }
      return read(text, printed: printed, from: when)
    }
    if let printed { return ImpreciseDate(printed: printed) ?? ImpreciseDate(words: printed) }
    source.report(
      "A date was expected, but here is \(source.description).",
      hint: "Write \"2024-03-28\", \"2024-03\", \"autumn 2024\" or "
        + "{\"when\": \"2024-03\", \"printed\": \"end of March\"}.")
    return nil
  }

  @inlinable
  static func read(
    _ text: String, printed: String?, from source: some ValueSource
  ) -> ImpreciseDate? {
    if let date = ImpreciseDate(text, printed: printed) { return date }
    source.report(
      "\"\(text)\" is not a date of the calendar.",
      hint: "Write a day (2024-03-28), a month (2024-03), a year (2024), a financial year "
        + "(2024/25), a season (autumn 2024) or a range (2024-03-01/2024-05-31) that exists.")
    return nil
  }

  /// The date with its weekday and printed words.
  public func lines(_ names: Names) -> [String] { [long] }

  /// The date by itself, or with the words of its source where they say more.
  public var stored: StoredValue? {
    guard let printed else { return .text(spelling) }
    let words = StoredValue.Member("printed", .text(printed))
    if precision == .wordsOnly || ImpreciseDate(printed: printed) == self {
      return .record([words])
    }
    return .record([StoredValue.Member("when", .text(spelling)), words])
  }

  /// The date as files spell it, without the words of its source.
  private var spelling: String {
    guard precision == .season, let first else { return iso }
    let (year, month, _) = first.components
    return "\(DateSpelling.seasons[month / 3 - 1]) \(padded(year, 4))"
  }

  /// A date always says something.
  public var isBlank: Bool { false }
}

extension CalendarDate {
  /// Whether the day may lie between two printed dates: nothing printed speaks against it.
  public func mayLie(from: ImpreciseDate?, to: ImpreciseDate?) -> Bool {
    if let to, let last = to.last, last.adding(days: to.slack) < self { return false }
    if let from, let first = from.first, first.adding(days: -from.slack) > self { return false }
    return true
  }
}

extension ImpreciseDate {
  /// How many days earlier or later than its days it may be meant.
  fileprivate var slack: Int { precision == .about ? 7 : 0 }
}
