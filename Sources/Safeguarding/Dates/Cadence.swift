/// How often something happens: every so many weeks or months, or so many times a year.
public struct Cadence: Hashable, Sendable {
  /// What a cadence counts in.
  public enum Unit: String, Choice {
    case day, week, month, year

    /// The unit in words.
    public var title: String { rawValue }
  }

  /// Every so many units.
  public let every: Int
  /// The unit counted.
  public let unit: Unit
  /// Times a year, when it is said so rather than as an interval.
  public let timesAYear: Int?
  /// The words of the source.
  public let printed: String?

  /// Every so many units.
  public init(every: Int, _ unit: Unit, timesAYear: Int? = nil, printed: String? = nil) {
    self.every = max(1, every)
    self.unit = unit
    self.timesAYear = timesAYear
    self.printed = printed
  }

  /// The day by which the next one is due after one on the day given.
  public func next(after day: CalendarDate) -> CalendarDate {
    switch unit {
    case .day: day.adding(days: every)
    case .week: day.adding(days: 7 * every)
    case .month: day.adding(months: every)
    case .year: day.adding(months: 12 * every)
    }
  }

  /// In words: "every 2 months", "twice a year".
  public var words: String {
    if let timesAYear {
      return timesAYear == 1
        ? "once a year"
        : timesAYear == 2
          ? "twice a year"
          : "\(timesAYear) times a year"
    }
    if every == 3, unit == .month { return "quarterly" }
    return every == 1 ? "every \(unit.rawValue)" : "every \(every) \(unit.rawValue)s"
  }
}

extension Cadence: FieldValue {
  /// Written as an object.
  public static var shape: ValueShape {
    .value(
      .cadence,
      stored: .object([
        ("every", .whole, "Every so many units."),
        ("unit", Unit.shape, "The unit: day, week, month or year."),
        ("timesAYear", .whole, "So many times a year, instead of every and unit."),
        ("printed", .text, "The words of the source."),
      ]))
  }

  /// Reads a cadence; one without an interval is reported.
  @inlinable
  public static func read(from source: some ValueSource) -> Cadence? {
    let printed = source.member("printed")?.text
    if let times = source.member("timesAYear") {
      guard let count = Int.read(from: times) else { return nil }
      guard (1...366).contains(count) else {
        times.report("\(count) times a year is not possible.", hint: "Write 1 to 366.")
        return nil
      }
      return Cadence(
        every: max(1, 12 / count), count <= 12 ? .month : .week, timesAYear: count,
        printed: printed)
    }
    guard let every = source.member("every"), let unit = source.member("unit") else {
      source.report(
        "How often this happens is not said.",
        hint: "Write {\"every\": 2, \"unit\": \"month\"} or {\"timesAYear\": 2}.")
      return nil
    }
    guard let count = Int.read(from: every), let unitValue = Unit.read(from: unit) else {
      return nil
    }
    guard (1...1000).contains(count) else {
      every.report("Every \(count) is not possible.", hint: "Write a number from 1 to 1000.")
      return nil
    }
    return Cadence(every: count, unitValue, printed: printed)
  }

  /// In words, with the printed words when they differ.
  public func lines(_ names: Names) -> [String] {
    guard let printed, printed != words else { return [words] }
    return ["\(words) (printed: \(printed))"]
  }

  /// How often, with the words of the source.
  public var stored: StoredValue? {
    var members =
      timesAYear.map { [StoredValue.Member("timesAYear", .number(String($0)))] }
      ?? [
        StoredValue.Member("every", .number(String(every))),
        StoredValue.Member("unit", .text(unit.rawValue)),
      ]
    if let printed { members.append(StoredValue.Member("printed", .text(printed))) }
    return .record(members)
  }

  /// A cadence always says something.
  public var isBlank: Bool { false }
}
