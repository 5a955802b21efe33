import JSONDocument
import Reports
import Safeguarding
import Testing

@Suite struct DateReportTests {
  private func report(
    _ text: String, division: Division = .englandAndWales
  ) throws -> DateReport {
    var list = BankHolidays()
    list.set(
      [
        .init(date: try day("2024-03-29"), title: "Good Friday"),
        .init(date: try day("2024-04-01"), title: "Easter\nMonday"),
      ], division: division.rawValue)
    let reading = try DateExpression.read(
      text, today: day("2024-03-28"), calendars: { list.workingDays(in: $0.rawValue) },
      division: division)
    return DateReport(reading, division: division)
  }

  @Test(arguments: [
    ("today", ["Thu 28 Mar 2024: today"]),
    ("28 mar", ["Thu 28 Mar 2024"]),
    (
      "+2wd",
      [
        "Wed 3 Apr 2024: 2 working days after Thu 28 Mar 2024 (today); not counted: "
          + "Good Friday (Fri 29 Mar), Easter Monday (Mon 1 Apr) and 2 weekend days",
        "  Fri 29 Mar 2024  Good Friday", "  Mon 1 Apr 2024  Easter Monday",
      ]
    ),
    (
      "1 working day after 5 jan 2026",
      [
        "Tue 6 Jan 2026 (provisional): 1 working day after Mon 5 Jan 2026",
        "Provisional: the list of bank holidays ends with 2024; later days follow the general "
          + "rules.",
      ]
    ),
  ])
  func writesLines(text: String, lines: [String]) throws {
    let report = try report(text)
    #expect(report.lines == lines)
    #expect(report.written(as: .text) == lines.map { $0 + "\n" }.joined())
  }

  @Test func writesJSON() throws {
    let expected: JSONLiteral = [
      "result": "2024-04-03", "reading": "2 working days after Thu 28 Mar 2024 (today)",
      "skipped": [
        ["date": "2024-03-29", "title": "Good Friday"],
        ["date": "2024-04-01", "title": "Easter\nMonday"],
      ], "weekendDays": 2, "provisional": false, "provisionalReason": .null,
      "division": "scotland",
    ]
    let report = try report("+2wd", division: .scotland)
    #expect(report.json == expected)
    #expect(report.written(as: .json) == expected.write(indentation: 2) + "\n")
  }

  @Test func jsonSaysWhyACountMayChange() throws {
    guard case .object(let members) = try report("1 working day after 5 jan 2026").json else {
      Issue.record("the report is no object")
      return
    }
    let values = Dictionary(members.map { ($0.key, $0.value) }) { first, _ in first }
    #expect(values["provisional"] == true)
    #expect(
      values["provisionalReason"]
        == .string(
          "Provisional: the list of bank holidays ends with 2024; later days follow the general "
            + "rules."))
    #expect(values["skipped"] == [])
  }
}
