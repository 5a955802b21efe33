import FoundationEssentials
import JSONDocument
import Testing

/// Deadlines as a calendar file that other programs subscribe to.
struct CalendarTests {
  /// An event as its lines, put together again.
  struct Event {
    let lines: [String]

    func value(of name: String) -> String? {
      lines.first { $0.hasPrefix("\(name):") }.map { String($0.dropFirst(name.count + 1)) }
    }
    var triggers: [String] { lines.filter { $0.hasPrefix("TRIGGER:") } }
  }

  @Test(arguments: ["", "--overdue", "--partnership kscmp", "--rule initial-conference"])
  func theFileIsACalendar(_ filter: String) throws {
    let finished = try Masa.run("deadlines --format ics \(filter)")
    #expect(finished.status == 0 && finished.messages.isEmpty)
    #expect(finished.output.count { $0 == 0x0a } > 5)
    for index in finished.output.indices where finished.output[index] == 0x0a {
      #expect(index > 0 && finished.output[index - 1] == 0x0d, "octet \(index)")
    }
    let lines = try Self.lines(finished.output)
    #expect(lines.allSatisfy { (1...75).contains($0.utf8.count) })
    #expect(lines.first == "BEGIN:VCALENDAR" && lines.last == "END:VCALENDAR")
    #expect(lines.contains("VERSION:2.0") && lines.contains { $0.hasPrefix("PRODID:") })
    #expect(lines.contains("X-WR-CALNAME:Kent and Medway"))
    #expect(dangerousCharacters(in: finished.output).isEmpty)
  }

  @Test func itHoldsAnEventForEachDeadlineWithADay() throws {
    let events = try Self.events("")
    let dated = try Self.deadlines("").filter { $0["due"]?.isNull == false }
    #expect(events.count == dated.count && dated.count > 100)
    let uids = events.compactMap { $0.value(of: "UID") }
    #expect(Set(uids).count == events.count)
    #expect(
      events.map { $0.value(of: "DTSTART;VALUE=DATE") }
        == dated.map { $0["due"]?.string?.filter { $0 != "-" } })
    for event in events {
      let (start, end) = (
        event.value(of: "DTSTART;VALUE=DATE") ?? "", event.value(of: "DTEND;VALUE=DATE") ?? ""
      )
      #expect(start.count == 8 && end.count == 8 && start < end)
      #expect(event.value(of: "SUMMARY")?.isEmpty == false)
      #expect(event.value(of: "DTSTAMP")?.hasSuffix("Z") == true)
    }
  }

  @Test func theSameDeadlineIsTheSameEventInEveryRun() throws {
    let first = try Self.events("").compactMap { $0.value(of: "UID") }
    #expect(try Self.events("").compactMap { $0.value(of: "UID") } == first)
    let others = try Self.events("--as-of 2024-04-02").compactMap { $0.value(of: "UID") }
    #expect(Set(others).intersection(first).count > first.count * 9 / 10)
    let overdue = try Self.events("--overdue").compactMap { $0.value(of: "UID") }
    #expect(!overdue.isEmpty && Set(overdue).isSubset(of: first))
  }

  @Test func onlyWhatIsStillAheadReminds() throws {
    let overdue = try Self.events("--overdue")
    #expect(try overdue.count == Self.deadlines("--overdue").count)
    #expect(overdue.allSatisfy { $0.triggers.isEmpty })
    #expect(overdue.allSatisfy { $0.value(of: "SUMMARY")?.contains("overdue") == true })
    let reminding = try Self.events("").filter { !$0.triggers.isEmpty }
    #expect(reminding.count > 100)
    for event in reminding {
      #expect(event.triggers == ["TRIGGER:-PT15H", "TRIGGER:-P6DT15H"])
      #expect((event.value(of: "DTSTART;VALUE=DATE") ?? "") >= "20240331")
    }
  }

  @Test func anEventSaysWhyItIsDueThen() throws {
    let events = try Self.events("--rule rapid-review")
    let event = try #require(
      events.first { $0.value(of: "UID")?.hasPrefix("rapid-review.illustration-a@") == true })
    let description = try #require(event.value(of: "DESCRIPTION"))
    for said in ["Wed 20 Mar 2024", "Good Friday", "Working Together", "As at Sun 31 Mar 2024"] {
      #expect(description.contains(said), "\(said)")
    }
    #expect(event.value(of: "CATEGORIES") == "rapid review,MSCP")
  }

  /// A calendar that holds the event takes a newer one for newer by its number alone.
  @Test func aMeetingThatMovesAndIsCancelledIsTheSameEvent() throws {
    let folder = try EditingFolder()
    try Data(
      #"""
      {"rules": [{"id": "papers", "title": "Papers", "form": "papers", "says": "Papers go out.",
        "trigger": "meetingPlanned", "offset": 5, "unit": "workingDay", "direction": "before",
        "owners": [{"name": "Chair"}], "authority": "Ours", "from": "2020-01-01",
        "confidence": "confirmed", "replaces": "papers-due", "source": []}]}
      """#.utf8
    ).write(to: URL(filePath: "\(folder.path)/rules.json"))
    func event(_ id: String) throws -> Event {
      let finished = try folder.masa("deadlines --format ics")
      #expect(finished.status == 0 && finished.messages.isEmpty, "\(finished.messages)")
      // The same data give the same file.
      #expect(try folder.masa("deadlines --format ics").output == finished.output)
      let all = try Self.events(in: finished.output)
      return try #require(all.first { $0.value(of: "UID")?.hasPrefix("papers.\(id)@") == true })
    }
    func number(_ event: Event) throws -> Int {
      try #require(event.value(of: "SEQUENCE").flatMap { Int($0) })
    }
    #expect(try number(event("next")) == 0 && event("next").value(of: "LAST-MODIFIED") == nil)
    let id = try folder.edit(
      "add meeting --group board --date 2024-06-03 --status planned"
    ).id
    let made = try event(id)
    #expect(try number(made) > 0)
    #expect(made.value(of: "DTSTART;VALUE=DATE") == "20240527")
    _ = try folder.edit("set meeting \(id) date=2024-06-10")
    let moved = try event(id)
    #expect(moved.value(of: "DTSTART;VALUE=DATE") == "20240603")
    #expect(try number(moved) > number(made))
    _ = try folder.edit("set meeting \(id) status=cancelled")
    let cancelled = try event(id)
    #expect(
      cancelled.value(of: "STATUS") == "CANCELLED" && moved.value(of: "STATUS") == "CONFIRMED")
    #expect(cancelled.triggers.isEmpty)
    #expect(try number(cancelled) > number(moved))
    _ = try folder.edit("set meeting \(id) status=planned")
    #expect(try number(event(id)) > number(cancelled))
    for event in [made, moved, cancelled] {
      #expect(event.value(of: "UID") == made.value(of: "UID"))
      let changed = try #require(event.value(of: "LAST-MODIFIED"))
      #expect(changed.hasSuffix("Z") && changed == event.value(of: "DTSTAMP"))
    }
    #expect(
      (cancelled.value(of: "LAST-MODIFIED") ?? "") >= (made.value(of: "LAST-MODIFIED") ?? "~"))
    #expect(try number(event("next")) == 0)
  }

  /// The format is UTF-8 whatever the locale.
  @Test func aPlainLocaleChangesNothing() throws {
    let plain = try Masa.run("deadlines --format ics", with: ["LC_ALL": "C"])
    let usual = try Masa.run("deadlines --format ics")
    func unstamped(_ output: [UInt8]) throws -> [String] {
      try Self.lines(output).filter { !$0.hasPrefix("DTSTAMP:") }
    }
    #expect(try unstamped(plain.output) == unstamped(usual.output))
    #expect(usual.output.contains { $0 >= 0x80 })
  }

  private static func deadlines(_ filter: String) throws -> [JSONValue] {
    let finished = try Masa.run("deadlines --format json \(filter)")
    return Array(try JSONDocument(bytes: finished.output).root.elements)
  }

  private static func events(_ filter: String) throws -> [Event] {
    let finished = try Masa.run("deadlines --format ics \(filter)")
    #expect(finished.status == 0, "\(finished.messages)")
    return try events(in: finished.output)
  }

  private static func events(in output: [UInt8]) throws -> [Event] {
    var whole: [String] = []
    for line in try lines(output) {
      if line.hasPrefix(" "), let last = whole.popLast() {
        whole.append(last + line.dropFirst())
      } else {
        whole.append(line)
      }
    }
    return whole.split(separator: "BEGIN:VEVENT").dropFirst().map { Event(lines: Array($0)) }
  }

  /// The lines as they stand in the file, without their ends.
  private static func lines(_ output: [UInt8]) throws -> [String] {
    try output.split(separator: 0x0a).map { octets in
      try #require(String(validating: octets.dropLast(), as: UTF8.self), "A character is cut.")
    }
  }
}
