import Safeguarding
import Testing

@Suite struct ImpreciseDateTests {
  struct Form: CustomTestStringConvertible, Sendable {
    let written: String
    let precision: ImpreciseDate.Precision
    let first: String
    let last: String
    let short: String
    let long: String
    let iso: String

    init(
      _ written: String, _ precision: ImpreciseDate.Precision, _ first: String, _ last: String,
      short: String, long: String? = nil, iso: String
    ) {
      self.written = written
      self.precision = precision
      self.first = first
      self.last = last
      self.short = short
      self.long = long ?? short
      self.iso = iso
    }

    var testDescription: String { written }
  }

  static let forms = [
    Form(
      "2024-03-28", .day, "2024-03-28", "2024-03-28", short: "28 Mar 2024",
      long: "Thu 28 Mar 2024", iso: "2024-03-28"),
    Form("2024-02", .month, "2024-02-01", "2024-02-29", short: "Feb 2024", iso: "2024-02"),
    Form("2024", .year, "2024-01-01", "2024-12-31", short: "2024", iso: "2024"),
    Form("9999", .year, "9999-01-01", "9999-12-31", short: "9999", iso: "9999"),
    Form(
      "2024/25", .financialYear, "2024-04-01", "2025-03-31", short: "2024-25", iso: "2024/25"),
    Form(
      "1999/00", .financialYear, "1999-04-01", "2000-03-31", short: "1999-00", iso: "1999/00"),
    Form(
      "spring 2024", .season, "2024-03-01", "2024-05-31", short: "spring 2024",
      iso: "2024-03-01/2024-05-31"),
    Form(
      "summer 2024", .season, "2024-06-01", "2024-08-31", short: "summer 2024",
      iso: "2024-06-01/2024-08-31"),
    Form(
      "autumn 2024", .season, "2024-09-01", "2024-11-30", short: "autumn 2024",
      iso: "2024-09-01/2024-11-30"),
    Form(
      "winter 2023", .season, "2023-12-01", "2024-02-29", short: "winter 2023",
      iso: "2023-12-01/2024-02-29"),
    Form(
      "2024-03-01/2024-05-31", .range, "2024-03-01", "2024-05-31",
      short: "1 Mar to 31 May 2024", iso: "2024-03-01/2024-05-31"),
    Form(
      "2024-03/2024-05", .range, "2024-03-01", "2024-05-31", short: "1 Mar to 31 May 2024",
      iso: "2024-03-01/2024-05-31"),
  ]

  @Test(arguments: forms)
  func everyForm(form: Form) throws {
    let read = try date(form.written)
    #expect(read.precision == form.precision)
    #expect(read.first?.iso == form.first)
    #expect(read.last?.iso == form.last)
    #expect(read.dueDay?.iso == form.last)
    #expect(read.short == form.short)
    #expect(read.long == form.long)
    #expect(read.iso == form.iso)
  }

  @Test(arguments: forms)
  func whatIsWrittenBackMeansTheSameDays(form: Form) throws {
    let read = try date(form.written)
    let again = try date(read.iso)
    #expect((again.first, again.last) == (read.first, read.last))
  }

  @Test(arguments: [
    "", " ", "2024-02-31", "2023-02-29", "2024-13", "2024-00", "24", "20240", "2024-3",
    "2024/26", "2024/24", "2024//25", "2024/2025", "autumn", "autumn 24", "autumn  2024",
    "autumn 2024 ", "fall 2024", "monsun 2024", "2024-05-31/2024-03-01", "2024-03-01/",
    "/2024-03-01", "2024-03-01/2024-02-31", "2024/2024-03", "2024-03-01/2024-05-31/2024-06-30",
    "March 2024", "0000", "winter 9999", "9999/00", "２０２４",
  ])
  func isNoDate(text: String) {
    #expect(ImpreciseDate(text) == nil)
  }

  @Test func theLastPossibleDayDecidesTheOrder() throws {
    let ordered = try [
      "2023", "2024-03-01/2024-03-15", "2024-03-28", "2024", "2024-03", "2024-03-31",
    ].map(date)
    let sorted = ([ImpreciseDate(words: "soon")] + ordered).sorted().map(\.short)
    #expect(
      sorted == [
        "2023", "1 Mar to 15 Mar 2024", "28 Mar 2024", "Mar 2024", "31 Mar 2024", "2024",
        "soon",
      ])
  }

  @Test func printedWordsAreKept() throws {
    let read = try #require(ImpreciseDate("2024-03", printed: "end of March"))
    #expect(read.short == "Mar 2024")
    #expect(read.long == "Mar 2024 (printed: end of March)")
    let words = ImpreciseDate(words: "in due course")
    #expect(words.precision == .wordsOnly)
    #expect((words.first, words.last, words.dueDay) == (nil, nil, nil))
    #expect(words.short == "in due course")
    #expect(words.long == "in due course")
    #expect(words.iso == "")
  }

  static let printedForms = [
    Form("April 2007", .month, "2007-04-01", "2007-04-30", short: "Apr 2007", iso: "2007-04"),
    Form(
      "April-May 2007", .range, "2007-04-01", "2007-05-31", short: "1 Apr to 31 May 2007",
      iso: "2007-04-01/2007-05-31"),
    Form(
      "June - July 2007", .range, "2007-06-01", "2007-07-31", short: "1 Jun to 31 Jul 2007",
      iso: "2007-06-01/2007-07-31"),
    Form(
      "December 2007 to January 2008", .range, "2007-12-01", "2008-01-31",
      short: "1 Dec 2007 to 31 Jan 2008", iso: "2007-12-01/2008-01-31"),
    Form(
      "3-5 June 2024", .range, "2024-06-03", "2024-06-05", short: "3 Jun to 5 Jun 2024",
      iso: "2024-06-03/2024-06-05"),
    Form(
      "30th April 2007", .day, "2007-04-30", "2007-04-30", short: "30 Apr 2007", iso: "2007-04-30"),
    Form(
      "30 th April 2007", .day, "2007-04-30", "2007-04-30", short: "30 Apr 2007",
      iso: "2007-04-30"),
    Form(
      "15th March 2007", .day, "2007-03-15", "2007-03-15", short: "15 Mar 2007", iso: "2007-03-15"),
    Form(
      "Thursday, 28 March 2024", .day, "2024-03-28", "2024-03-28", short: "28 Mar 2024",
      iso: "2024-03-28"),
    Form(
      "March 28, 2024", .day, "2024-03-28", "2024-03-28", short: "28 Mar 2024", iso: "2024-03-28"),
    Form("28/03/2024", .day, "2024-03-28", "2024-03-28", short: "28 Mar 2024", iso: "2024-03-28"),
    Form("28.3.2024", .day, "2024-03-28", "2024-03-28", short: "28 Mar 2024", iso: "2024-03-28"),
    Form(
      "From the 1st of April 2008", .day, "2008-04-01", "2008-04-01", short: "1 Apr 2008",
      iso: "2008-04-01"),
    Form(
      "Mid May 2007", .about, "2007-05-15", "2007-05-15", short: "about 15 May 2007",
      iso: "2007-05-15"),
    Form(
      "mid-May 2007", .about, "2007-05-15", "2007-05-15", short: "about 15 May 2007",
      iso: "2007-05-15"),
    Form(
      "early June 2024", .about, "2024-06-07", "2024-06-07", short: "about 7 Jun 2024",
      iso: "2024-06-07"),
    Form(
      "late June 2024", .about, "2024-06-24", "2024-06-24", short: "about 24 Jun 2024",
      iso: "2024-06-24"),
    Form(
      "the beginning of June 2024", .about, "2024-06-01", "2024-06-01", short: "about 1 Jun 2024",
      iso: "2024-06-01"),
    Form("By end Nov 2007", .month, "2007-11-01", "2007-11-30", short: "Nov 2007", iso: "2007-11"),
    Form(
      "By end October 2008", .month, "2008-10-01", "2008-10-31", short: "Oct 2008",
      iso: "2008-10"),
    Form(
      "by the end of March 2024.", .month, "2024-03-01", "2024-03-31", short: "Mar 2024",
      iso: "2024-03"),
    Form("Dec 2007", .month, "2007-12-01", "2007-12-31", short: "Dec 2007", iso: "2007-12"),
    Form("Sept. 2007", .month, "2007-09-01", "2007-09-30", short: "Sep 2007", iso: "2007-09"),
    Form(
      "To be in place by April 2007", .month, "2007-04-01", "2007-04-30", short: "Apr 2007",
      iso: "2007-04"),
    Form(
      "Completed by April 2007", .month, "2007-04-01", "2007-04-30", short: "Apr 2007",
      iso: "2007-04"),
    Form(
      "until September 2020", .month, "2020-09-01", "2020-09-30", short: "Sep 2020",
      iso: "2020-09"),
    Form("2007-09", .month, "2007-09-01", "2007-09-30", short: "Sep 2007", iso: "2007-09"),
    Form(
      "autumn of 2024", .season, "2024-09-01", "2024-11-30", short: "autumn 2024",
      iso: "2024-09-01/2024-11-30"),
    Form(
      "Summer of 2024", .season, "2024-06-01", "2024-08-31", short: "summer 2024",
      iso: "2024-06-01/2024-08-31"),
    Form("2025", .year, "2025-01-01", "2025-12-31", short: "2025", iso: "2025"),
    Form("2025-2026", .financialYear, "2025-04-01", "2026-03-31", short: "2025-26", iso: "2025/26"),
    Form("2025-26", .financialYear, "2025-04-01", "2026-03-31", short: "2025-26", iso: "2025/26"),
    Form("2007/08", .financialYear, "2007-04-01", "2008-03-31", short: "2007-08", iso: "2007/08"),
    Form(
      "Towards the end of 2023-2024", .range, "2024-01-01", "2024-03-31",
      short: "1 Jan to 31 Mar 2024", iso: "2024-01-01/2024-03-31"),
    Form(
      "end of 2024", .range, "2024-10-01", "2024-12-31", short: "1 Oct to 31 Dec 2024",
      iso: "2024-10-01/2024-12-31"),
    Form(
      "Q4 2023/24", .range, "2024-01-01", "2024-03-31", short: "1 Jan to 31 Mar 2024",
      iso: "2024-01-01/2024-03-31"),
    Form("2024-03-28", .day, "2024-03-28", "2024-03-28", short: "28 Mar 2024", iso: "2024-03-28"),
    Form(
      "2024-03-01/2024-05-31", .range, "2024-03-01", "2024-05-31",
      short: "1 Mar to 31 May 2024", iso: "2024-03-01/2024-05-31"),
  ]

  @Test(arguments: printedForms)
  func everyPrintedForm(form: Form) throws {
    let read = try #require(ImpreciseDate(printed: form.written))
    #expect(read.precision == form.precision)
    #expect(read.first?.iso == form.first)
    #expect(read.last?.iso == form.last)
    #expect(read.short == form.short)
    #expect(read.iso == form.iso)
    #expect(read.printed == form.written)
    #expect(read.long.contains(form.short))
  }

  @Test(arguments: [
    "", " ", "Ongoing", "Annually", "not printed", "year three", "date not printed", "2007-08",
    "2007 – 2010", "2023-2025", "23-24", "April", "May", "28 March", "April 07", "28/3/24",
    "31 April 2007", "Friday 28 March 2024", "Mid Friday 28 March 2024", "mid 2024",
    "end of 28 March 2024", "before April 2007", "after April 2007", "week of 3 June 2024",
    "April 2007 May 2007", "April, May 2007", "July 2007 / April 2007", "April or May 2007",
    "June 2019, Updated December 2022", "July 2007 Quarterly thereafter", "not by April 2007",
    "Initially December 2007", "November - January 2008", "5-3 June 2024", "Q4 2024", "Q5 2023/24",
    "April 2007 (draft)", "avril 2007", "Äpril 2007", "marble 2007", "1st 2nd 2007", "2007th",
    "April 99999999999999999999", "40 April 2007", "0000", "by", "the the", "end of", "- -",
    "in April of a year", "early autumn 2024", "the 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18",
  ])
  func namesNoOneDate(text: String) {
    #expect(ImpreciseDate(printed: text) == nil)
  }

  @Test func aboutADayIsAWeekMoreOrLess() throws {
    let about = try #require(ImpreciseDate(printed: "Mid May 2007"))
    #expect(try day("2007-05-22").mayLie(from: nil, to: about))
    #expect(try !day("2007-05-23").mayLie(from: nil, to: about))
    #expect(try day("2007-05-08").mayLie(from: about, to: nil))
    #expect(try !day("2007-05-07").mayLie(from: about, to: nil))
    #expect(about.dueDay?.iso == "2007-05-15")
    let april = try date("2007-04")
    let may = try date("2007-05")
    #expect([may, about, april].sorted() == [april, about, may])
  }

  @Test func readsTextAndObjects() throws {
    let when = StoredSource(["when": "2024-03", "printed": "in March"])
    let expected = try #require(ImpreciseDate("2024-03", printed: "in March"))
    #expect(ImpreciseDate.read(from: when) == expected)
    let words = StoredSource(["printed": "soon"])
    #expect(ImpreciseDate.read(from: words) == ImpreciseDate(words: "soon"))
    let printed = StoredSource(["printed": "By end Nov 2007"])
    #expect(
      ImpreciseDate.read(from: printed) == ImpreciseDate("2007-11", printed: "By end Nov 2007"))
    #expect(ImpreciseDate.read(from: StoredSource("2024")) == ImpreciseDate("2024"))
  }

  @Test(
    arguments: [
      2024, "31 February", [:], [], nil,
      ["when": 2024], ["when": "2024-02-31"],
    ] as [StoredValue?])
  func reportsWhatIsNoDate(written: StoredValue?) {
    let findings = StoredSource.Findings()
    #expect(ImpreciseDate.read(from: StoredSource(written, findings)) == nil)
    #expect(findings.problems.count == 1)
  }
}
