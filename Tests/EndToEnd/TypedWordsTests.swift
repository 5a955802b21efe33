import JSONDocument
import Testing

/// What is typed on a command line is read as the forms read it.
struct TypedWordsTests {
  private let folder: EditingFolder

  init() throws { folder = try EditingFolder() }

  /// The folder stands on Sunday, 31 Mar 2024; Easter Monday is a bank holiday.
  @Test(arguments: [
    ("friday", "2024-04-05"), ("in 2 weeks", "2024-04-14"), ("3 working days", "2024-04-04"),
    ("2 apr + 2wd", "2024-04-04"), ("10 jan", "2025-01-10"), ("29 feb", "2028-02-29"),
    ("15 mar", "2025-03-15"), ("autumn 2024", "autumn 2024"), ("may 2024", "2024-05"),
  ])
  func aDayIsReadAsInTheForms(_ typed: String, _ due: String) throws {
    let added = try folder.edit("actions add board --title New --due", [typed])
    #expect(try folder.action(added.id)?["due"]?.string == due)
    _ = try folder.edit("actions update a1 --due", [typed])
    #expect(try folder.action("a1")?["due"]?.string == due)
    _ = try folder.edit("actions update a1 --title Same --expect-due", [typed])
    _ = try folder.edit("set action a2", ["due=\(typed)"])
    #expect(try folder.action("a2")?["due"]?.string == due)
    let other = try folder.edit("add action --group board --title Other --due", [typed])
    #expect(try folder.action(other.id)?["due"]?.string == due)
  }

  @Test(arguments: [
    ("10 jan", "2024-12-20", "2025-01-10"), ("28 dec", "2024-01-05", "2024-12-28"),
    ("29 feb", "2025-06-01", "2028-02-29"),
    ("today", "fri", nil),
  ])
  func whatIsOwedLiesAhead(_ typed: String, _ day: String, _ due: String?) throws {
    _ = try folder.edit("actions update a1 --as-of \(day) --due", [typed])
    let saved = try #require(try folder.action("a1")?["due"]?.string)
    #expect(saved == due ?? saved)
  }

  @Test(arguments: [("28 dec", "2023-12-28"), ("yesterday", "2024-03-30"), ("fri", "2024-04-05")])
  func whatWasDoneLiesBehind(_ typed: String, _ day: String) throws {
    _ = try folder.edit("actions complete a1 --on", [typed])
    #expect(try folder.action("a1")?["doneOn"]?.string == day)
  }

  @Test func howItWasUnderstoodIsSaidWhereTheWordsDoNot() throws {
    let typed = try folder.masa("actions update a1 --due", ["10 jan", "--owner", "counc"])
    #expect(typed.messages.contains("--due is read as Fri 10 Jan 2025, in "), "\(typed.messages)")
    #expect(typed.messages.contains("--owner is read as Area Council, agency."))
    let plain = try folder.masa("actions update a1 --due 2024-06 --owner police")
    #expect(plain.messages.isEmpty, "\(plain.messages)")
  }

  @Test func severalOwnersAreNamedAtOnce() throws {
    _ = try folder.edit("actions update a1 --owner", ["counc; name:Bo", "--owner", "ann"])
    let owners = try folder.action("a1")?["owners"]
    #expect(owners?[0]?["agency"]?.string == "council" && owners?[1]?["name"]?.string == "Bo")
    #expect(owners?[2]?["person"]?.string == "ann")
  }

  @Test func theDayOfAMeetingIsTypedToo() throws {
    let shown = try folder.masa("agenda board --meeting", ["1 may"])
    #expect(shown.status == 0 && shown.text.contains("1 May 2024"), "\(shown.messages)")
    let added = try folder.edit("agenda add board --title New --meeting", ["1 may"])
    #expect(added.id == "next")
    let status = try folder.masa("status --as-of", ["28 mar 2024"])
    #expect(status.status == 0 && status.text.contains("28 Mar 2024"), "\(status.text)")
  }

  /// What others cite is called by its name; what only happens is numbered.
  @Test(arguments: [
    ("cluster --partnership area --title", "Early help", "early-help"),
    ("indicator --partnership area --cluster help --title", "Children, seen", "children-seen"),
    ("comparatorGroup --title", "Neighbours", "neighbours"),
    ("plan --partnership area --title", "Plan of 2024", "plan-of-2024"),
    ("person --name", "Zoë Müller-Østergård", "zoe-muller-ostergard"),
    ("action --group board --title", "Send it", "board-1"),
    ("obligation --partnership area --form report --title", "Report", "area-1"),
  ])
  func aNewRecordIsCalledAsPeopleReadIt(_ words: String, _ name: String, _ id: String) throws {
    _ = try folder.edit("add cluster --id help --partnership area --title Help")
    #expect(try folder.edit("add \(words)", [name]).id == id)
    #expect(try folder.masa("check").status == 0)
  }
}
