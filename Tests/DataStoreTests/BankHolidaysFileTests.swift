import DataStore
import Safeguarding
import Testing

/// The file that a merge of bank holidays leaves, and the files it refuses.
@Suite struct BankHolidaysFileTests {
  private func merged(_ newer: String, into ours: String?) throws -> BankHolidaysImport {
    try BankHolidaysImport(
      of: Array(newer.utf8), named: "new.json", into: ours.map { Array($0.utf8) })
  }

  private func text(_ merged: BankHolidaysImport) -> String {
    String(decoding: merged.bytes, as: UTF8.self)
  }

  @Test func unknownMembersAndTheLayoutStay() throws {
    let ours = """
      {
      \t"read": "by us",
      \t"england-and-wales": {"events": [
      \t\t{ "date": "2020-05-04", "title": "Early May bank holiday", "note": [1.50] },
      \t\t{ "date": "2020-12-25", "title": "Christmas Day" }
      \t], "checked": true},
      \t"wales": null
      }
      """
    let newer = """
      {"england-and-wales": {"division": "england-and-wales", "events": [
        {"title": "Early May bank holiday", "date": "2020-05-08", "bunting": true},
        {"title": "Boxing Day", "date": "2020-12-28", "notes": "Substitute day"}]}}
      """
    let expected = """
      {
      \t"read": "by us",
      \t"england-and-wales": {"events": [
      \t\t{"date": "2020-05-08", "title": "Early May bank holiday", "note": [1.50], "bunting": true},
      \t\t{ "date": "2020-12-25", "title": "Christmas Day" },
      \t\t{"title": "Boxing Day", "date": "2020-12-28", "notes": "Substitute day"}
      \t], "checked": true},
      \t"wales": null
      }
      """
    let merged = try merged(newer, into: ours)
    #expect(text(merged) == expected)
    #expect(
      merged.summary(of: "new.json")
        == "Added 1 day (2020) and moved 1 day for 1 division; no year was dropped. Look at 1 day.")
  }

  @Test func aListThatIsNotThereIsMade() throws {
    let newer = """
      {"scotland": {"division": "scotland", "events": [
        {"title": "B", "date": "2030-01-02"}, {"title": "A", "date": "2029-01-01"}]},
       "england-and-wales": {"division": "england-and-wales", "events": []}, "wales": {}}
      """
    let merged = try merged(newer, into: nil)
    #expect(
      text(merged) == """
        {
          "england-and-wales": {
            "division": "england-and-wales",
            "events": []
          },
          "scotland": {
            "division": "scotland",
            "events": [
              {
                "title": "A",
                "date": "2029-01-01"
              },
              {
                "title": "B",
                "date": "2030-01-02"
              }
            ]
          }
        }

        """)
    #expect(merged.unknownDivisions == ["wales"])
    #expect(
      merged.summary(of: "new.json")
        == "Added 2 days (2029, 2030) for 1 division; no year was dropped.")
  }

  @Test func theFileOfASingleDivisionWillDo() throws {
    let newer = """
      {"division": "scotland", "events": [{"title": "A", "date": "2029-01-01"},
        {"title": "A", "date": "2030-01-01"}, {"title": "A", "date": "2031-01-01"},
        {"title": "A", "date": "2033-01-04"}]}
      """
    let merged = try merged(newer, into: "{\"scotland\":{\"events\":[]}}")
    #expect(
      text(merged) == "{\"scotland\":{\"events\":["
        + "{\"title\":\"A\",\"date\":\"2029-01-01\"},{\"title\":\"A\",\"date\":\"2030-01-01\"},"
        + "{\"title\":\"A\",\"date\":\"2031-01-01\"},{\"title\":\"A\",\"date\":\"2033-01-04\"}]}}")
    #expect(
      merged.summary(of: "new.json")
        == "Added 4 days (2029 to 2031, 2033) for 1 division; no year was dropped.")
  }

  @Test func whenNothingIsNewItSaysSo() throws {
    let list = """
      {"scotland": {"division": "scotland", "events": [{"title": "A", "date": "2029-01-01"}]}}
      """
    let merged = try merged(list, into: list)
    #expect(!merged.hasNews && text(merged) == list)
    #expect(
      merged.summary(of: "new.json")
        == "Nothing is new in new.json; bank-holidays.json was not touched.")
  }

  @Test(arguments: [
    ("", "damaged at line 1, column 1"), ("{\"scotland\": ", "damaged at line 1"),
    ("<html></html>", "damaged at line 1, column 1"), ("[]", "does not hold an object"),
    ("{}", "names none of the divisions"),
    ("{\"events\": []}", "names none of the divisions"),
    ("{\"wales\": {\"events\": []}}", "names none of the divisions"),
    ("{\"scotland\": []}", "has no list \"events\""),
    ("{\"scotland\": {\"events\": {}}}", "has no list \"events\""),
    ("{\"scotland\": {\"events\": [7]}}", "line 1, column 26 has no title"),
    ("{\"scotland\": {\"events\": [{\"title\": \"\", \"date\": \"2029-01-01\"}]}}", "no title"),
    ("{\"scotland\": {\"events\": [{\"title\": \"A\"}]}}", "no date"),
    ("{\"scotland\": {\"events\": [{\"title\": \"A\", \"date\": \"2029-02-30\"}]}}", "no date"),
    ("{\"scotland\": {\"events\": [{\"title\": \"A\", \"date\": \"01/01/2029\"}]}}", "no date"),
  ])
  func aFileThatIsNoListIsRefused(newer: String, reason: String) throws {
    let error = #expect(throws: BankHolidaysImportError.self) { try merged(newer, into: nil) }
    let sentence = try #require(error).description
    #expect(sentence.hasPrefix("new.json is not a list of bank holidays as GOV.UK publishes it: "))
    #expect(sentence.contains(reason), "\(sentence)")
    #expect(sentence.contains("Nothing was changed. Download it again"))
  }

  @Test(arguments: [
    ("{", "damaged"), ("[]", "object"), ("{\"scotland\": 7}", "events"),
    ("{\"scotland\": {\"events\": [{\"title\": \"A\", \"date\": \"soon\"}]}}", "no date"),
    ("{\"division\": \"scotland\", \"events\": []}", "not inside a division"),
  ])
  func ourListIsNotTouchedWhenItIsFaulty(ours: String, reason: String) throws {
    let newer = "{\"scotland\": {\"events\": [{\"title\": \"A\", \"date\": \"2029-01-01\"}]}}"
    let error = #expect(throws: BankHolidaysImportError.self) { try merged(newer, into: ours) }
    let sentence = try #require(error).description
    #expect(sentence.contains(reason) && sentence.contains("Nothing was changed. Mend that file"))
  }

  @Test func aListIsReadAsWhatWasMerged() throws {
    var files = SmallFolder.files
    let newer = """
      {"england-and-wales": {"division": "england-and-wales", "events": [
        {"title": "Good Friday", "date": "2024-03-29"},
        {"title": "Good Friday", "date": "2025-04-18"}]}}
      """
    files["bank-holidays.json"] = text(try merged(newer, into: files["bank-holidays.json"]))
    let workspace = try TemporaryFolder(files).read()
    #expect(workspace.faults.isEmpty)
    #expect(workspace.bankHolidays.days().map(\.date.iso) == ["2024-03-29", "2025-04-18"])
  }
}
