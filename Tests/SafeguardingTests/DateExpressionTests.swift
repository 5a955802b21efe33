import Safeguarding
import Testing

@Suite struct DateExpressionTests {
  private static let list = Result { try WorkingDaysSample.list() }

  private static func calendar(_ division: Division) throws -> WorkingDays {
    try list.get().workingDays(in: division.rawValue)
  }

  /// Reads an expression on Sunday 31 March 2024.
  private func read(
    _ text: String, today: String = "2024-03-31", division: Division = .englandAndWales
  ) throws -> DateReading {
    let calendar = try Self.calendar(division)
    return try DateExpression.read(
      text, today: try day(today), calendars: { _ in calendar }, division: division)
  }

  @Test(arguments: [
    ("2023-04-03", "15wd", "2023-04-26"), ("2022-05-25", "15wd", "2022-06-17"),
    ("2022-09-05", "15wd", "2022-09-27"), ("2023-04-24", "15wd", "2023-05-17"),
    ("2023-12-20", "15wd", "2024-01-15"), ("2024-03-30", "15wd", "2024-04-22"),
    ("2020-04-27", "15wd", "2020-05-19"), ("2026-12-14", "15wd", "2027-01-07"),
    ("2026-05-01", "15wd", "2026-05-26"), ("2024-03-28", "5wd", "2024-04-08"),
    ("2023-12-21", "5wd", "2024-01-02"), ("2023-08-31", "6 months", "2024-02-29"),
    ("2024-08-31", "6 months", "2025-02-28"), ("2026-03-24", "15 working days", "2026-04-16"),
  ])
  func countsAfter(trigger: String, distance: String, due: String) throws {
    #expect(try read("\(trigger) + \(distance)").result == day(due))
    #expect(try read("\(distance) after \(trigger)").result == day(due))
    #expect(try read("+\(distance)", today: trigger).result == day(due))
    #expect(try read("in \(distance)", today: trigger).result == day(due))
    #expect(try read("\(distance) from today", today: trigger).result == day(due))
  }

  @Test(arguments: [
    ("2023-09-29", "7wd", "2023-09-20"), ("2024-04-09", "7wd", "2024-03-27"),
    ("2027-01-08", "7wd", "2026-12-29"), ("2024-05-09", "5wd", "2024-05-01"),
    ("2024-05-09", "5 clear working days", "2024-04-30"), ("2023-05-12", "5wd", "2023-05-04"),
    ("2023-05-12", "5cwd", "2023-05-03"),
  ])
  func countsBefore(trigger: String, distance: String, due: String) throws {
    #expect(try read("\(trigger) - \(distance)").result == day(due))
    #expect(try read("\(trigger)-\(distance)").result == day(due))
    #expect(try read("\(distance) before \(trigger)").result == day(due))
    #expect(try read("\u{2212}\(distance)", today: trigger).result == day(due))
    #expect(try read("\(distance) ago", today: trigger).result == day(due))
  }

  static let days = [
    ("2024-03-28", "2024-03-28"), ("28 mar", "2024-03-28"), ("28 mar 2024", "2024-03-28"),
    ("28mar2024", "2024-03-28"), ("28th March 2024", "2024-03-28"), ("mar 28", "2024-03-28"),
    ("March 28, 2024", "2024-03-28"), ("28/3/2024", "2024-03-28"), ("28/3/24", "2024-03-28"),
    ("28/3", "2024-03-28"), ("28.3.2024", "2024-03-28"), ("28-3-2024", "2024-03-28"),
    ("1/4/2024", "2024-04-01"), ("28 mar 24", "2024-03-28"), ("Thu 28 Mar", "2024-03-28"),
    ("  28   MAR  ", "2024-03-28"), ("28 Sept.", "2024-09-28"), ("the 1st of May", "2024-05-01"),
    ("today", "2024-03-31"), ("Now", "2024-03-31"), ("tomorrow", "2024-04-01"),
    ("yesterday", "2024-03-30"), ("fri", "2024-04-05"), ("friday", "2024-04-05"),
    ("sun", "2024-03-31"), ("this fri", "2024-03-29"), ("next fri", "2024-04-05"),
    ("last fri", "2024-03-29"), ("last sun", "2024-03-24"), ("on tues", "2024-04-02"),
    ("end of march", "2024-03-31"), ("end of feb 2023", "2023-02-28"),
    ("the end of the month", "2024-03-31"), ("end of next month", "2024-04-30"),
    ("end of last month", "2024-02-29"), ("start of april 2024", "2024-04-01"),
    ("start of month", "2024-03-01"), ("April 2007", "2007-04-30"), ("May", "2024-05-31"),
    ("By end Nov 2007", "2007-11-30"), ("mid may", "2024-05-15"), ("autumn 2024", "2024-11-30"),
    ("2024/25", "2025-03-31"), ("2025-2026", "2026-03-31"), ("2007-08", "2007-08-31"),
    ("2025", "2025-12-31"), ("June - July 2007", "2007-07-31"), ("29 feb", "2024-02-29"),
    ("end of quarter", "2024-03-31"), ("the end of the quarter", "2024-03-31"),
    ("end of next quarter", "2024-06-30"), ("start of last quarter", "2023-10-01"),
    ("start of this quarter", "2024-01-01"), ("end of q2 2024/25", "2024-09-30"),
    ("start of Q4 2024/25", "2025-01-01"), ("Q1 2024/25", "2024-06-30"),
    ("28\u{a0}mar", "2024-03-28"), ("28–3–2024", "2024-03-28"),
    ("１ apr", "2024-04-01"), ("２０２４－０３－２８", "2024-03-28"), ("٢٠٢٤-٠٣-٢٨", "2024-03-28"),
    ("۲۸/۳/۲۰۲۴", "2024-03-28"), ("२८ mar २०२४", "2024-03-28"), ("２８／３／２０２４", "2024-03-28"),
    ("2024–03–28", "2024-03-28"), ("2024\u{2011}03\u{2011}28", "2024-03-28"),
    ("28\u{202f}Mar\u{2009}2024", "2024-03-28"), ("1st\u{a0}Sept\u{a0}2024", "2024-09-01"),
    ("28-Mar-2024", "2024-03-28"), ("28/Mar/24", "2024-03-28"), ("2024/03/28", "2024-03-28"),
    ("2024.03.28", "2024-03-28"), ("03/2024", "2024-03-31"), ("2024-25", "2025-03-31"),
    ("２０２４", "2024-12-31"), ("2024–25", "2025-03-31"),
    ("end of year", "2024-12-31"), ("the end of the year", "2024-12-31"),
    ("end of this year", "2024-12-31"), ("end of next year", "2025-12-31"),
    ("end of last year", "2023-12-31"), ("year end", "2024-12-31"), ("Year-end", "2024-12-31"),
    ("start of next year", "2025-01-01"), ("end of the calendar year", "2024-12-31"),
    ("end of the financial year", "2024-03-31"), ("start of the financial year", "2023-04-01"),
    ("end of next financial year", "2025-03-31"), ("end of FY", "2024-03-31"),
    ("end of the financial year 2025/26", "2026-03-31"), ("end of the year 2026", "2026-12-31"),
    ("end of 2026", "2026-12-31"), ("month end", "2024-03-31"), ("quarter-end", "2024-03-31"),
    ("by the end of the quarter", "2024-03-31"), ("by end of month", "2024-03-31"),
    ("end of march 2027", "2027-03-31"), ("end of March, 2027", "2027-03-31"),
    ("last day of feb 2028", "2028-02-29"), ("first day of next month", "2024-04-01"),
    ("end month", "2024-03-31"), ("End of Sept", "2024-09-30"),
    ("2024-03-01/2024-05-31", "2024-05-31"), ("in March 2024", "2024-03-31"),
  ]

  @Test(arguments: days)
  func readsDays(text: String, iso: String) throws {
    #expect(try read(text).result == day(iso))
    let calendar = try Self.calendar(.englandAndWales)
    let bare = try DateExpression.day(text, today: day("2024-03-31"), calendars: { _ in calendar })
    #expect(try bare == day(iso))
  }

  @Test(arguments: [
    ("+15wd", "2024-04-22"), ("+15 WD", "2024-04-22"), ("15wd", "2024-04-22"),
    ("-7wd", "2024-03-20"), ("28 mar 2024 + 15wd", "2024-04-22"),
    ("15 working days after 28 Mar 2024", "2024-04-22"),
    ("5 clear working days before 9 may 2024", "2024-04-30"),
    ("2024-03-28 + 6 months - 7wd", "2024-09-19"), ("3 weeks ago", "2024-03-10"),
    ("in 3 weeks", "2024-04-21"), ("2 months from today", "2024-05-31"),
    ("6 months after 31 aug 2024", "2025-02-28"), ("a fortnight ago", "2024-03-17"),
    ("two fortnights after 1 mar", "2024-03-29"), ("1 y after 29 feb 2024", "2025-02-28"),
    ("+1d", "2024-04-01"), ("+1 cd", "2024-04-01"), ("+1 calendar day", "2024-04-01"),
    ("+1 clear day", "2024-04-02"), ("1 m before 31 mar", "2024-02-29"), ("+2w", "2024-04-14"),
    ("28-3-2024-1d", "2024-03-27"), ("+10000d", "2051-08-17"), ("0 wd after 30 mar", "2024-03-30"),
    ("2 days before 1 week after 28 mar", "2024-04-02"), ("5 wd before end of month", "2024-03-22"),
    ("1 day after April 2007", "2007-05-01"), ("+1 year - 1 day + 1 month", "2025-04-30"),
    ("1 week after next fri", "2024-04-12"), ("tomorrow + 1 week", "2024-04-08"),
    ("5 days from now", "2024-04-05"), ("+1 day after 28 mar.", "2024-03-29"),
  ])
  func readsDistances(text: String, iso: String) throws {
    #expect(try read(text).result == day(iso))
  }

  @Test(arguments: [
    (
      "15wd after 28 mar",
      "Mon 22 Apr 2024: 15 working days after Thu 28 Mar 2024; not counted: "
        + "Good Friday (Fri 29 Mar), Easter Monday (Mon 1 Apr) and 8 weekend days"
    ),
    ("28 mar", "Thu 28 Mar 2024"),
    ("fri", "Fri 5 Apr 2024: the first Friday from today on"),
    ("this mon", "Mon 25 Mar 2024: Monday of this week"),
    ("next mon", "Mon 1 Apr 2024: Monday of next week"),
    ("last mon", "Mon 25 Mar 2024: the last Monday before today"),
    ("end of month", "Sun 31 Mar 2024: the last day of Mar 2024"),
    ("April 2007", "Mon 30 Apr 2007: Apr 2007, due by its last day"),
    ("mid may", "Wed 15 May 2024: about 15 May 2024"),
    ("end of year", "Tue 31 Dec 2024: the last day of the year 2024"),
    ("end of the financial year", "Sun 31 Mar 2024: the last day of the financial year 2023-24"),
    ("+1 day", "Mon 1 Apr 2024: 1 day after Sun 31 Mar 2024 (today)"),
    (
      "2024-03-28 + 6 months - 1wd",
      "Fri 27 Sep 2024: 1 working day before 6 months after Thu 28 Mar 2024"
    ),
    (
      "1wd after 31 dec 2023",
      "Tue 2 Jan 2024: 1 working day after Sun 31 Dec 2023; not counted: "
        + "New Year’s Day (Mon 1 Jan)"
    ),
    (
      "5wd before 4 jan 2024",
      "Wed 27 Dec 2023: 5 working days before Thu 4 Jan 2024; not counted: "
        + "New Year’s Day (Mon 1 Jan 2024) and 2 weekend days"
    ),
    (
      "28 mar + 2wd - 2wd",
      "Thu 28 Mar 2024: 2 working days before 2 working days after Thu 28 Mar 2024; not counted: "
        + "Good Friday (Fri 29 Mar), Easter Monday (Mon 1 Apr) and 2 weekend days"
    ),
    (
      "100wd after 20 dec 2023",
      "Thu 16 May 2024: 100 working days after Wed 20 Dec 2023; not counted: "
        + "6 bank holidays and 42 weekend days"
    ),
  ])
  func saysHowItWasUnderstood(text: String, summary: String) throws {
    #expect(try read(text).summary == summary)
  }

  @Test func showsWhatDidNotCount() throws {
    let reading = try read("15 working days after 28 Mar 2024")
    #expect(reading.words == "15 working days after Thu 28 Mar 2024")
    #expect(reading.skipped.map(\.date.iso) == ["2024-03-29", "2024-04-01"])
    #expect(reading.skipped.map(\.title) == ["Good Friday", "Easter Monday"])
    #expect(reading.skippedWeekendDays == 8)
    #expect(reading.provisional == nil)
    let calendarDays = try read("21 days after 28 Mar 2024")
    #expect(calendarDays.skipped.isEmpty)
    #expect(calendarDays.skippedWeekendDays == 0)
  }

  @Test func countsInTheDivisionGiven() throws {
    let here = try read("1wd after 1 jan 2024")
    #expect(here.result == (try day("2024-01-02")))
    let scotland = try read("1wd after 1 jan 2024", division: .scotland)
    #expect(scotland.result == (try day("2024-01-03")))
    #expect(scotland.skipped.map(\.date.iso) == ["2024-01-02"])
    let anywhere = try read("1wd after 1 jan 2024", division: .unitedKingdom)
    #expect(anywhere.result == (try day("2024-01-03")))
  }

  @Test func theCalendarIsAskedForTheDivisionOnlyForDistances() throws {
    var asked: [Division] = []
    let calendar = try Self.calendar(.englandAndWales)
    let today = try day("2024-03-31")
    for text in ["28 mar", "+1wd"] {
      _ = try DateExpression.read(
        text, today: today,
        calendars: {
          asked.append($0)
          return calendar
        }, division: .northernIreland)
    }
    #expect(asked == [.northernIreland])
  }

  @Test(
    arguments: [
      (
        "1wd after 29 dec 2028",
        "Provisional: the list of bank holidays ends with 2028; later days follow the general "
          + "rules."
      ),
      (
        "5wd before 1 jun 2007",
        "Provisional: the list of bank holidays begins with 2019; earlier days follow the general "
          + "rules."
      ),
      ("1 month after 29 dec 2028", nil), ("1wd after 28 mar 2024", nil),
    ] as [(String, String?)])
  func saysWhenACountMayStillChange(text: String, sentence: String?) throws {
    let reading = try read(text)
    #expect(reading.provisional == sentence)
    #expect(reading.summary.contains("(provisional)") == (sentence != nil))
  }

  @Test func saysWhenThereIsNoList() throws {
    let reading = try DateExpression.read(
      "+1wd", today: day("2024-03-28"), calendars: { _ in BankHolidays().workingDays() })
    #expect(
      reading.provisional
        == "Provisional: there is no list of bank holidays here; all days follow the general rules."
    )
    #expect(reading.result == (try day("2024-04-02")))
  }

  @Test(arguments: [
    ("", "No day was given."), ("   ", "No day was given."),
    ("foo", #""foo" is not understood as a day, or there is no such day."#),
    ("31 feb\n", #""31 feb" is not understood as a day, or there is no such day."#),
    ("2023-02-29", #""2023-02-29" is not understood as a day, or there is no such day."#),
    ("10001 days", "A distance can be at most 10000 long."),
    ("+99999999999999999999999wd", "A distance can be at most 10000 long."),
    ("9999-12-31 + 1d", "The day asked for lies outside of the years 1 to 9999."),
    ("2024-03-28 + 8000 years", "The day asked for lies outside of the years 1 to 9999."),
    ("2024-03-28 - 8000 years", "The day asked for lies outside of the years 1 to 9999."),
    ("0001-01-01 - 1wd", "The day asked for lies outside of the years 1 to 9999."),
    (
      String(repeating: "a", count: 201),
      "What was given is too long for a day: at most 200 characters are read."
    ),
  ])
  func refusesWithASentence(text: String, sentence: String) throws {
    let problem = #expect(throws: DateProblem.self) { try read(text) }
    #expect(
      problem?.sentence
        == sentence + " Write 28 mar 2024, or 15 working days after 28 mar 2024.")
  }

  @Test(arguments: [
    "next month", "next week", "end of next week", "28", "+", "+ 5", "5", "wd", "-wd", "5 wd after",
    "5 wd before", "in 3 weeks ago", "in 5 wd after 28 mar", "-7wd after 28 mar", "15wd 28 mar",
    "28 mar 15wd", "mar 2024 28", "Fri 28 Mar 2024", "28 mar or 29 mar", "13/13/2024",
    "3 parsecs ago", "ago", "Ongoing", "Quarterly", "fri!", "! fri", "end of", "end of foo",
    "2024-13", "1e9d", "end of the week", "13/2024", "28/mar-2024", "end of 13 mar", "year",
    "\u{202E}28 mar", "28 mar\u{0}", "monday tuesday", "5.5 days",
  ])
  func refuses(text: String) throws {
    let problem = #expect(throws: DateProblem.self) { try read(text) }
    #expect(problem?.sentence.contains("is not understood") == true)
  }

  @Test func noTextBreaksIt() throws {
    let calendar = try Self.calendar(.englandAndWales)
    let today = try day("2024-03-31")
    var random = SplitMix(state: 20_240_331)
    let words = [
      "15", "wd", "working", "days", "clear", "after", "before", "ago", "in", "28", "mar", "2024",
      "2024-03-28", "+", "-", "/", ".", ",", "end", "of", "month", "next", "fri", "m", "years",
      "10000", "9999", "0001", "mid", "by", "the", "to", "q4", "2023/24", "a", "today", "\u{2013}",
    ]
    var understood = 0
    for round in 0..<1500 {
      let length = Int(random.next() % 12)
      let text: String
      switch round % 3 {
      case 0:
        text = (0..<length).map { _ in words[Int(random.next() % UInt64(words.count))] }
          .joined(separator: random.next() % 2 == 0 ? " " : "")
      case 1:
        text = String(decoding: (0..<length).map { _ in UInt8(random.next() % 128) }, as: UTF8.self)
      default:
        text = String(
          String.UnicodeScalarView(
            (0..<length).compactMap { _ in Unicode.Scalar(UInt32(random.next() % 0x11_0000)) }))
      }
      do throws(DateProblem) {
        let reading = try DateExpression.read(text, today: today, calendars: { _ in calendar })
        understood += 1
        #expect((1...9999).contains(reading.result.year))
        #expect(reading.summary.hasPrefix(reading.result.long))
      } catch {
        #expect(error.sentence.contains(" Write "))
      }
      #expect(PrintedTarget(printed: text).printed == text)
      #expect(ImpreciseDate(printed: text).map { $0.printed == text } ?? true)
    }
    #expect(understood > 10)
  }
}

/// Numbers that look random and are the same in every run.
private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
