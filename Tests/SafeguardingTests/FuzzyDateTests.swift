import Safeguarding
import Testing

@Suite struct FuzzyDateTests {
  struct Form: CustomTestStringConvertible, Sendable {
    let written: String
    let precision: FuzzyDate.Precision
    let first: String
    let last: String
    let short: String
    let long: String
    let iso: String

    init(
      _ written: String, _ precision: FuzzyDate.Precision, _ first: String, _ last: String,
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
      short: "1 Mar 2024 to 31 May 2024", iso: "2024-03-01/2024-05-31"),
    Form(
      "2024-03/2024-05", .range, "2024-03-01", "2024-05-31", short: "1 Mar 2024 to 31 May 2024",
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
    #expect(FuzzyDate(text) == nil)
  }

  @Test func theLastPossibleDayDecidesTheOrder() throws {
    let ordered = try [
      "2023", "2024-03-01/2024-03-15", "2024-03-28", "2024", "2024-03", "2024-03-31",
    ].map(date)
    let sorted = ([FuzzyDate(words: "soon")] + ordered).sorted().map(\.short)
    #expect(
      sorted == [
        "2023", "1 Mar 2024 to 15 Mar 2024", "28 Mar 2024", "Mar 2024", "31 Mar 2024", "2024",
        "soon",
      ])
  }

  @Test func printedWordsAreKept() throws {
    let read = try #require(FuzzyDate("2024-03", printed: "end of March"))
    #expect(read.short == "Mar 2024")
    #expect(read.long == "Mar 2024 (printed: end of March)")
    let words = FuzzyDate(words: "in due course")
    #expect(words.precision == .wordsOnly)
    #expect((words.first, words.last, words.dueDay) == (nil, nil, nil))
    #expect(words.short == "in due course")
    #expect(words.long == "in due course")
    #expect(words.iso == "")
  }

  @Test func readsTextAndObjects() throws {
    let when = WrittenValue(.object(["when": .text("2024-03"), "printed": .text("in March")]))
    let expected = try #require(FuzzyDate("2024-03", printed: "in March"))
    #expect(FuzzyDate.read(from: when) == expected)
    let words = WrittenValue(.object(["printed": .text("soon")]))
    #expect(FuzzyDate.read(from: words) == FuzzyDate(words: "soon"))
    #expect(FuzzyDate.read(from: WrittenValue(.text("2024"))) == FuzzyDate("2024"))
  }

  @Test(arguments: [
    Written.number("2024"), .text("31 February"), .object([:]), .list([]), .null,
    .object(["when": .number("2024")]), .object(["when": .text("2024-02-31")]),
  ])
  func reportsWhatIsNoDate(written: Written) {
    let reports = Reports()
    #expect(FuzzyDate.read(from: WrittenValue(written, reports)) == nil)
    #expect(reports.messages.count == 1)
  }
}
