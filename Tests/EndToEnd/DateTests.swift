import JSONDocument
import Testing

/// The command that works out a day.
struct DateTests {
  struct Answer: CustomTestStringConvertible, Sendable {
    let words: [String]
    let lines: [String]
    var testDescription: String { words.joined(separator: " ") }
  }

  @Test(arguments: [
    Answer(
      words: ["28", "mar", "+", "15wd"],
      lines: [
        "Mon 22 Apr 2024: 15 working days after Thu 28 Mar 2024; not counted: "
          + "Good Friday (Fri 29 Mar), Easter Monday (Mon 1 Apr) and 8 weekend days",
        "  Fri 29 Mar 2024  Good Friday", "  Mon 1 Apr 2024  Easter Monday",
      ]),
    Answer(
      words: ["-7wd"],
      lines: [
        "Wed 20 Mar 2024: 7 working days before Sun 31 Mar 2024 (today); not counted: "
          + "Good Friday (Fri 29 Mar) and 3 weekend days", "  Fri 29 Mar 2024  Good Friday",
      ]),
    Answer(words: ["end of march"], lines: ["Sun 31 Mar 2024: the last day of Mar 2024"]),
    Answer(words: ["28/3/2024"], lines: ["Thu 28 Mar 2024"]),
  ])
  func theAnswerAndWhatWasNotCountedArePrinted(_ answer: Answer) throws {
    let finished = try Masa.run("date", more: answer.words)
    #expect(finished.status == 0 && finished.messages.isEmpty)
    #expect(finished.lines.filter { !$0.isEmpty } == answer.lines)
  }

  @Test(arguments: [
    (["15 working days after 28 mar 2024"], "2024-04-22"),
    (["15", "working", "days", "after", "28", "mar", "2024"], "2024-04-22"),
    (["+15wd", "--as-of", "2024-03-28"], "2024-04-22"),
    (["--as-of", "2024-03-28", "--", "-7wd"], "2024-03-19"),
    (["2024-03-28", "-", "3wd"], "2024-03-25"),
    (["5 clear working days before 9 may 2024"], "2024-04-30"),
    (["29", "mar", "2024", "+", "1wd", "--division", "scotland"], "2024-04-01"),
    (["29", "mar", "2024", "+", "1wd", "--division", "united-kingdom"], "2024-04-02"),
    (["29", "mar", "2024", "+", "1wd"], "2024-04-02"),
    (["31 jan 2024 + 1m"], "2024-02-29"),
  ])
  func wordsMayBeOneArgumentOrSeveral(words: [String], result: String) throws {
    let answer = try json(words)
    #expect(answer["result"]?.string == result)
  }

  @Test func jsonNamesWhatWasNotCounted() throws {
    let answer = try json(["28", "mar", "2024", "+", "15wd"])
    #expect(
      answer["skipped"]?.elements.map { [$0["date"]?.string, $0["title"]?.string] } == [
        ["2024-03-29", "Good Friday"], ["2024-04-01", "Easter Monday"],
      ])
    #expect(answer["weekendDays"]?.integer == 8)
    #expect(answer["provisional"]?.boolean == false)
    #expect(answer["provisionalReason"]?.isNull == true)
    #expect(answer["division"]?.string == "england-and-wales")
  }

  @Test func aDayKeptInOneNationSaysWhere() throws {
    let answer = try json(["29 mar 2024 + 1wd", "--division", "united-kingdom"])
    #expect(
      answer["skipped"]?.elements.map { $0["title"]?.string }
        == ["Easter Monday (England and Wales, Northern Ireland)"])
    #expect(answer["division"]?.string == "united-kingdom")
  }

  @Test func pastThePublishedListADayIsProvisional() throws {
    let listed = try json(["1 dec 2028 + 3wd"])
    #expect(listed["provisional"]?.boolean == false)
    let later = try json(["27 dec 2028 + 3wd"])
    #expect(later["result"]?.string == "2029-01-02")
    #expect(later["provisional"]?.boolean == true)
    #expect(later["provisionalReason"]?.string?.contains("ends with 2028") == true)
    #expect(try Masa.run("date 27 dec 2028 + 3wd").text.contains("Provisional: "))
  }

  private func json(_ words: [String]) throws -> JSONValue {
    let finished = try Masa.run("date --format json", more: words)
    #expect(finished.status == 0, "\(finished.messages)")
    return try JSONDocument(bytes: finished.output).root
  }
}
