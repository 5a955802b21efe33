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
    ("end of March 2027", "2027-03"), ("03/2027", "2027-03"), ("２０２７", "2027"),
    ("1st Sept 2026", "2026-09-01"),
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

  @Test(arguments: [("28 dec", "2023-12-28"), ("yesterday", "2024-03-30"), ("fri", "2024-03-29")])
  func whatWasDoneLiesBehind(_ typed: String, _ day: String) throws {
    _ = try folder.edit("actions complete a1 --on", [typed])
    #expect(try folder.action("a1")?["doneOn"]?.string == day)
  }

  /// On Sunday, 31 Mar 2024: what is owed lies ahead, what happened behind, by the same words.
  @Test(arguments: [
    ("fri", "2024-04-05", "2024-03-29"), ("sunday", "2024-03-31", "2024-03-31"),
    ("mon", "2024-04-01", "2024-03-25"), ("29 feb", "2028-02-29", "2024-02-29"),
    ("10 jan", "2025-01-10", "2024-01-10"), ("1 dec", "2024-12-01", "2023-12-01"),
    ("20 apr", "2024-04-20", "2024-04-20"), ("end of month", "2024-03-31", "2024-03-31"),
    ("end of quarter", "2024-03-31", "2024-03-31"), ("end of year", "2024-12-31", "2023-12-31"),
    ("end of the financial year", "2024-03-31", "2024-03-31"),
    ("year end", "2024-12-31", "2023-12-31"),
    ("１０ jan", "2025-01-10", "2024-01-10"), ("٢٠٢٤-٠٤-٢٠", "2024-04-20", "2024-04-20"),
    ("20–apr–2024", "2024-04-20", "2024-04-20"),
    ("1st\u{a0}Sept\u{a0}2024", "2024-09-01", "2024-09-01"),

    ("on fri", "2024-04-05", "2024-03-29"),
    ("tomorrow", "2024-04-01", "2024-04-01"), ("next fri", "2024-04-05", "2024-04-05"),
    ("10 jan 2024", "2024-01-10", "2024-01-10"), ("+2w", "2024-04-14", "2024-04-14"),
  ])
  func theFieldSaysWhichWayADayLeans(_ typed: String, _ ahead: String, _ back: String) throws {
    _ = try folder.edit("actions update a1 --due", [typed])
    #expect(try folder.action("a1")?["due"]?.string == ahead)
    _ = try folder.edit("set action a2", ["due=\(typed)", "raisedOn=\(typed)"])
    #expect(try folder.action("a2")?["due"]?.string == ahead)
    #expect(try folder.action("a2")?["raisedOn"]?.string == back)
    _ = try folder.edit("actions complete a1 --on", [typed])
    #expect(try folder.action("a1")?["doneOn"]?.string == back)
  }

  /// What is pasted brings along what nobody sees.
  @Test func whatDoesNotShowIsLeftOutAndTold() throws {
    let told = "--title: 3 characters that do not show were left out."
    let typed = "\u{feff}Re\u{ad}view it\u{200b}"
    let added = try folder.masa("actions add board --title", [typed])
    #expect(added.status == 0 && added.messages.contains(told), "\(added.messages)")
    _ = try folder.edit("actions update a1 --title", [typed])
    #expect(try folder.action("a1")?["title"]?.string == "Review it")
    let set = try folder.masa("set action a2", ["title=\(typed)"])
    #expect(set.messages.contains("title: 3 characters that do not show were left out."))
    #expect(try folder.action("a2")?["title"]?.string == "Review it")
    let meant = "👩\u{200d}👧 می\u{200c}خواهم ☎\u{fe0f}"
    let kept = try folder.masa("set action a2", ["title=\(meant)"])
    #expect(kept.messages.isEmpty, "\(kept.messages)")
    #expect(try folder.action("a2")?["title"]?.string == meant)
  }

  /// What a value in JSON brings along is left out as well, however deep it stands.
  @Test func whatDoesNotShowInJSONIsLeftOutAndTold() throws {
    let typed = #"owners=[{"name": "Bo\#u{200b} \u202eB"}]"#
    let set = try folder.masa("set action a2", [typed])
    #expect(set.messages.contains("owners: 2 characters that do not show were left out."))
    #expect(try folder.action("a2")?["owners"]?[0]?["name"]?.string == "Bo B")
  }

  /// However a name is spelled, it means the same record.
  @Test func aNameIsFoundHoweverItIsSpelled() throws {
    _ = try folder.edit("add person --name", ["Zoë O’Brien‑Müller"])
    for typed in ["zoe o'brien-muller", "ZOË O`BRIEN–MÜLLER", "obrien", "brien mul", "zo\u{ad}e"] {
      _ = try folder.edit("actions update a1 --owner", [typed])
      #expect(try folder.action("a1")?["owners"]?[0]?["person"]?.string == "zoe-obrien-muller")
      let listed = try folder.masa("actions list --format json --owner", [typed])
      #expect(listed.text.contains("\"a1\"") || typed == "brien mul", "\(typed)")
    }
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
