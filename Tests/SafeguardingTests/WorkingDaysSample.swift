import FoundationEssentials
import Safeguarding
import Testing

/// The list of bank holidays of the sample data, which is GOV.UK's for 2019 to 2028.
enum WorkingDaysSample {
  private struct Division: Decodable {
    struct Event: Decodable {
      let title: String
      let date: String
    }

    let events: [Event]
  }

  /// Every division that is counted in, the one of them all last.
  static let divisions = BankHolidays.published + [BankHolidays.unitedKingdom]

  /// The first and the last day of the list.
  static func ends() throws -> (first: CalendarDate, last: CalendarDate) {
    (try day("2019-01-01"), try day("2028-12-31"))
  }

  static func list() throws -> BankHolidays {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = root.appending(path: "SampleData/kent-and-medway/bank-holidays.json")
    let divisions = try JSONDecoder().decode([String: Division].self, from: Data(contentsOf: file))
    var list = BankHolidays()
    for name in BankHolidays.published {
      let events = try #require(divisions[name]).events
      list.set(
        try events.map { BankHolidays.Day(date: try day($0.date), title: $0.title) },
        division: name)
    }
    return list
  }

  /// The dates of a division, or of all divisions together.
  static func dates(of division: String) throws -> Set<CalendarDate> {
    let list = try list()
    let names = division == BankHolidays.unitedKingdom ? BankHolidays.published : [division]
    return Set(names.flatMap { list.days(in: $0) }.map(\.date))
  }

  /// A list of one division from dates, each with its date for a title.
  static func list(of dates: [String], division: String = BankHolidays.england) throws
    -> BankHolidays
  {
    var list = BankHolidays()
    list.set(
      try dates.map { BankHolidays.Day(date: try day($0), title: $0) }, division: division)
    return list
  }
}
