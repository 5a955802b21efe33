import Letters

/// The days on which nobody works, by division of the United Kingdom, as GOV.UK publishes them.
public struct BankHolidays: Sendable {
  /// One bank holiday.
  public struct Day: Hashable, Sendable {
    /// The day.
    public let date: CalendarDate
    /// What it is called: "Good Friday".
    public let title: String

    /// Names a bank holiday.
    public init(date: CalendarDate, title: String) {
      self.date = date
      self.title = title
    }
  }

  /// The division that England's partnerships count in.
  public static let england = "england-and-wales"

  /// Every division at once: a bank holiday of one of them is no working day.
  public static let unitedKingdom = "united-kingdom"

  /// The divisions that GOV.UK publishes a list of.
  public static let published = [england, "scotland", "northern-ireland"]

  private var divisions: [String: [Day]] = [:]

  /// A list without a single day.
  public init() {}

  /// Sets the days of a division.
  public mutating func set(_ days: [Day], division: String) {
    divisions[division] = days.sorted { $0.date < $1.date }
  }

  /// Adds the divisions of another list.
  mutating func join(_ other: BankHolidays) {
    divisions.merge(other.divisions) { _, later in later }
  }

  /// The listed days of a division, earliest first.
  public func days(in division: String = england) -> [Day] { divisions[division] ?? [] }

  /// The calendar of working days of a division, or of the ``unitedKingdom``.
  ///
  /// In years that the list of a division does not hold, the general rules of its bank holidays take
  /// their place.
  public func workingDays(in division: String = england) -> WorkingDays {
    let counted = division == Self.unitedKingdom ? Self.published : [division]
    return WorkingDays(counted.map { HolidayYears(listed: days(in: $0), division: $0) })
  }
}

extension BankHolidays.Day {
  /// The title as it is compared.
  package var comparedTitle: String {
    title.folded
  }

  /// The title as it is compared, without a remark in brackets at its end.
  package var comparedTitleWithoutRemark: String {
    let whole = comparedTitle
    guard whole.hasSuffix(")"), let start = whole.lastIndex(of: "(") else { return whole }
    let name = whole[..<start].reversed().drop { $0 == " " }.reversed()
    return name.isEmpty ? whole : String(name)
  }

  /// Whether both have the same title but for a remark in brackets.
  func isCalledLike(_ other: BankHolidays.Day) -> Bool {
    title == other.title || comparedTitleWithoutRemark == other.comparedTitleWithoutRemark
  }
}
