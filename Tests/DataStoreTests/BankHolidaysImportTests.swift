import DataStore
import Testing

/// Merging a newer list of bank holidays into ours: values in, a file and sentences out.
@Suite struct BankHolidaysImportTests {
  /// Days of England and Wales in both lists, each as "date title", and what comes of them.
  struct Merge: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let ours: [String]
    let newer: [String]
    let result: [String]
    var said: [String] = []

    init(
      _ name: String, ours: [String], newer: [String], result: [String], said: [String] = []
    ) {
      (testDescription, self.ours, self.newer) = (name, ours, newer)
      (self.result, self.said) = (result, said)
    }
  }

  @Test(arguments: [
    Merge(
      "a new year is added, an old year that the newer list lacks stays",
      ours: ["2019-12-25 Christmas Day"], newer: ["2029-12-25 Christmas Day"],
      result: ["2019-12-25 Christmas Day", "2029-12-25 Christmas Day"],
      said: ["Christmas Day added on Tue 25 Dec 2029."]),
    Merge(
      "a day that we lack goes where its date belongs",
      ours: ["2020-01-01 New Year’s Day", "2020-12-25 Christmas Day"],
      newer: ["2020-12-25 Christmas Day", "2020-01-01 New Year’s Day", "2020-04-10 Good Friday"],
      result: [
        "2020-01-01 New Year’s Day", "2020-04-10 Good Friday", "2020-12-25 Christmas Day",
      ], said: ["Good Friday added on Fri 10 Apr 2020."]),
    Merge(
      "the same title on another date has been moved",
      ours: ["2020-05-04 Early May bank holiday"], newer: ["2020-05-08 Early May bank holiday"],
      result: ["2020-05-08 Early May bank holiday"],
      said: ["Early May bank holiday moved from Mon 4 May 2020 to Fri 8 May 2020."]),
    Merge(
      "a move past another day keeps the order of dates",
      ours: ["2022-05-30 Spring bank holiday", "2022-06-01 Another day"],
      newer: ["2022-06-01 Another day", "2022-06-02 Spring bank holiday"],
      result: ["2022-06-01 Another day", "2022-06-02 Spring bank holiday"],
      said: ["Spring bank holiday moved from Mon 30 May 2022 to Thu 2 Jun 2022."]),
    Merge(
      "capital letters and the shape of apostrophes do not matter",
      ours: ["2028-01-01 New Year’s Day"], newer: ["2028-01-03 new year's day"],
      result: ["2028-01-03 new year's day"],
      said: ["New Year’s Day moved from Sat 1 Jan 2028 to Mon 3 Jan 2028."]),
    Merge(
      "a remark in brackets does not matter",
      ours: ["2020-05-04 Early May bank holiday"],
      newer: ["2020-05-08 Early May bank holiday (VE day)"],
      result: ["2020-05-08 Early May bank holiday (VE day)"],
      said: ["Early May bank holiday moved from Mon 4 May 2020 to Fri 8 May 2020."]),
    Merge(
      "two different remarks are two different days",
      ours: ["2020-05-04 Extra day (jubilee)"], newer: ["2020-06-05 Extra day (funeral)"],
      result: ["2020-05-04 Extra day (jubilee)", "2020-06-05 Extra day (funeral)"],
      said: [
        "warning: Extra day (jubilee) on Mon 4 May 2020 is not in the newer list; it was kept. "
          + "Look whether it still is a bank holiday.",
        "Extra day (funeral) added on Fri 5 Jun 2020.",
      ]),
    Merge(
      "a title that comes twice is matched by the nearest date",
      ours: ["2027-12-25 Holiday", "2027-12-28 Holiday"],
      newer: ["2027-12-27 Holiday", "2027-12-29 Holiday"],
      result: ["2027-12-27 Holiday", "2027-12-29 Holiday"],
      said: [
        "Holiday moved from Sat 25 Dec 2027 to Wed 29 Dec 2027.",
        "Holiday moved from Tue 28 Dec 2027 to Mon 27 Dec 2027.",
      ]),
    Merge(
      "a day that both have is not taken for one that moved",
      ours: ["2027-12-27 Holiday"], newer: ["2027-12-25 Holiday", "2027-12-27 Holiday"],
      result: ["2027-12-25 Holiday", "2027-12-27 Holiday"],
      said: ["Holiday added on Sat 25 Dec 2027."]),
    Merge(
      "a day that the newer list lacks in a year it has stays, with a warning",
      ours: ["2026-06-15 World Cup bank holiday", "2026-12-25 Christmas Day"],
      newer: ["2026-12-25 Christmas Day"],
      result: ["2026-06-15 World Cup bank holiday", "2026-12-25 Christmas Day"],
      said: [
        "warning: World Cup bank holiday on Mon 15 Jun 2026 is not in the newer list; "
          + "it was kept. Look whether it still is a bank holiday."
      ]),
    Merge(
      "the same day under another title stays as it is",
      ours: ["2026-12-28 Boxing Day"], newer: ["2026-12-28 St Stephen’s Day"],
      result: ["2026-12-28 Boxing Day"],
      said: [
        "Boxing Day on Mon 28 Dec 2026 is called \"St Stephen’s Day\" in the newer list; "
          + "the name was kept."
      ]),
    Merge(
      "a day moves away and another takes its date",
      ours: ["2026-05-04 One"], newer: ["2026-05-04 Two", "2026-05-08 One"],
      result: ["2026-05-04 Two", "2026-05-08 One"],
      said: [
        "One moved from Mon 4 May 2026 to Fri 8 May 2026.", "Two added on Mon 4 May 2026.",
      ]),
    Merge(
      "the same day twice in the newer list is added once",
      ours: ["2026-05-04 One"], newer: ["2027-05-04 One", "2027-05-04 One", "2027-05-04 Two"],
      result: ["2026-05-04 One", "2027-05-04 One"], said: ["One added on Tue 4 May 2027."]),
    Merge(
      "nothing new", ours: ["2026-05-04 One"], newer: ["2026-05-04 ONE"],
      result: ["2026-05-04 One"]),
  ])
  func days(merge: Merge) throws {
    let merged = try BankHolidaysImport(
      of: Array(list(merge.newer).utf8), named: "new.json", into: Array(list(merge.ours).utf8))
    #expect(String(decoding: merged.bytes, as: UTF8.self) == list(merge.result))
    #expect(merged.entries.map(\.sentence) == merge.said.map { "England and Wales: " + $0 })
    #expect(merged.hasNews == (merge.ours != merge.result))
    // What was taken over once is not news a second time.
    let again = try BankHolidaysImport(
      of: Array(list(merge.newer).utf8), named: "new.json", into: merged.bytes)
    #expect(!again.hasNews && again.bytes == merged.bytes)
  }

  /// A list of England and Wales, each day on a line.
  private func list(_ days: [String]) -> String {
    let events = days.map { day in
      let parts = day.split(separator: " ", maxSplits: 1)
      return "    {\"title\": \"\(parts[1])\", \"date\": \"\(parts[0])\"}"
    }
    return """
      {"england-and-wales": {
        "division": "england-and-wales",
        "events": [
      \(events.joined(separator: ",\n"))
        ]
      }}

      """
  }
}
