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
    var whole: [String] = []
    for line in try lines(finished.output) {
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
