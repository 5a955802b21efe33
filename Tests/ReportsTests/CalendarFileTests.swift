import Letters
import Reports
import Safeguarding
import Testing

@Suite struct CalendarFileTests {
  private static let stamp = CalendarStamp(secondsSince1970: 1_711_618_200)

  func event(_ summary: String = "Papers", on iso: String = "2024-03-28") throws -> CalendarEvent {
    CalendarEvent(uid: "papers@masa", day: try #require(CalendarDate(iso: iso)), summary: summary)
  }

  private func file(_ events: CalendarEvent...) -> CalendarFile {
    CalendarFile(name: "Area", version: "1.2.3", stamp: Self.stamp, events: events)
  }

  @Test func writesWhatCalendarProgramsNeed() throws {
    var event = try event("Papers for the board: 3 of 4", on: "2024-12-31")
    event.description = "Due, because:\nthe board meets."
    event.categories = ["papers", "", "Board; main"]
    (event.location, event.url) = ("Town Hall", "https://example.org/board")
    event.status = .tentative
    event.alarms = [CalendarAlarm(daysBefore: 7), CalendarAlarm(daysBefore: 0, description: "Now")]
    (event.isBusy, event.sequence) = (true, 2)
    event.lastModified = CalendarStamp(secondsSince1970: 0)
    let expected = """
      BEGIN:VCALENDAR
      VERSION:2.0
      PRODID:-//Masa//Masa 1.2.3//EN
      CALSCALE:GREGORIAN
      METHOD:PUBLISH
      NAME:Area
      X-WR-CALNAME:Area
      REFRESH-INTERVAL;VALUE=DURATION:P1D
      X-PUBLISHED-TTL:P1D
      BEGIN:VEVENT
      UID:papers@masa
      DTSTAMP:20240328T093000Z
      DTSTART;VALUE=DATE:20241231
      DTEND;VALUE=DATE:20250101
      SUMMARY:Papers for the board: 3 of 4
      DESCRIPTION:Due\\, because:\\nthe board meets.
      CATEGORIES:papers,Board\\; main
      LOCATION:Town Hall
      URL:https://example.org/board
      STATUS:TENTATIVE
      TRANSP:OPAQUE
      SEQUENCE:2
      LAST-MODIFIED:19700101T000000Z
      X-MICROSOFT-CDO-ALLDAYEVENT:TRUE
      BEGIN:VALARM
      ACTION:DISPLAY
      DESCRIPTION:Papers for the board: 3 of 4
      TRIGGER:-P6DT15H
      END:VALARM
      BEGIN:VALARM
      ACTION:DISPLAY
      DESCRIPTION:Now
      TRIGGER:PT9H
      END:VALARM
      END:VEVENT
      END:VCALENDAR

      """
    #expect(file(event).text == expected.split(separator: "\n").joined(separator: "\r\n") + "\r\n")
  }

  @Test func writesNoLineForWhatIsNotKnown() throws {
    let lines = try CalendarLines(file(try event()).text)
    #expect(
      lines.lines.drop { $0 != "BEGIN:VEVENT" }.dropLast() == [
        "BEGIN:VEVENT", "UID:papers@masa", "DTSTAMP:20240328T093000Z",
        "DTSTART;VALUE=DATE:20240328", "DTEND;VALUE=DATE:20240329", "SUMMARY:Papers",
        "STATUS:CONFIRMED", "TRANSP:TRANSPARENT", "SEQUENCE:0", "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE",
        "END:VEVENT",
      ])
    let nameless = CalendarFile(name: "", version: "1", stamp: Self.stamp, events: [])
    #expect(try CalendarLines(nameless.text).values(of: "X-WR-CALNAME").isEmpty)
  }

  /// The calendar says who may see it, and so does each event, which is opened and forwarded alone.
  @Test func whoMaySeeItStandsInTheCalendarAndInEachEvent() throws {
    var event = try event()
    event.description = "Owner: Police"
    var calendar = file(event, try self.event("Minutes"))
    calendar.handling = "OFFICIAL-SENSITIVE"
    let lines = try CalendarLines(calendar.text)
    #expect(lines.values(of: "X-WR-CALDESC") == ["OFFICIAL-SENSITIVE"])
    #expect(
      lines.values(of: "DESCRIPTION") == [
        "OFFICIAL-SENSITIVE", "Owner: Police\\nOFFICIAL-SENSITIVE", "OFFICIAL-SENSITIVE",
      ])
    #expect(lines.values(of: "CLASS") == ["CONFIDENTIAL", "CONFIDENTIAL"])
  }

  @Test func anEmptyCalendarHasAComponentThatShowsNothing() throws {
    let lines = try CalendarLines(file().text)
    #expect(lines.values(of: "BEGIN") == ["VCALENDAR", "VTIMEZONE", "STANDARD"])
    #expect(lines.values(of: "END") == ["STANDARD", "VTIMEZONE", "VCALENDAR"])
  }

  @Test(arguments: [
    ("2024-02-28", "20240229"), ("2023-02-28", "20230301"), ("2024-12-31", "20250101"),
    ("0001-01-01", "00010102"), ("9999-12-30", "99991231"), ("9999-12-31", nil),
  ])
  func endsOnTheNextDay(iso: String, end: String?) throws {
    let lines = try CalendarLines(file(try event(on: iso)).text)
    #expect(lines.values(of: "DTSTART;VALUE=DATE") == [iso.filter { $0 != "-" }])
    #expect(lines.values(of: "DTEND;VALUE=DATE") == [end].compactMap(\.self))
  }

  @Test(arguments: [
    ("plain: \"words\"", "plain: \"words\""), ("a;b,c\\d", "a\\;b\\,c\\\\d"), ("\\n", "\\\\n"),
    ("a\nb", "a\\nb"), ("a\r\nb", "a\\nb"), ("a\rb", "a\\nb"), ("a\n\r\n\rb", "a\\n\\n\\nb"),
    ("a\u{85}b\u{2028}c\u{2029}d", "a\\nb\\nc\\nd"), ("a\tb", "a b"),
    ("\u{0}a\u{1b}[31m\u{7f}\u{9b}b", "a[31mb"), ("a\u{202e}b\u{200b}\u{feff}c", "abc"),
    ("x\r\nEND:VEVENT\r\n", "x\\nEND:VEVENT\\n"), ("Zoë – £5 日本 😀", "Zoë – £5 日本 😀"), ("", ""),
  ])
  func escapesTexts(text: String, value: String) throws {
    var event = try event(text)
    event.location = "x" + text
    let calendar = CalendarFile(
      name: "x" + text, version: "1", stamp: Self.stamp, events: [event])
    let lines = try CalendarLines(calendar.text)
    #expect(lines.values(of: "SUMMARY") == [value])
    #expect(lines.values(of: "LOCATION") == ["x" + value])
    #expect(lines.values(of: "X-WR-CALNAME") == ["x" + value])
    #expect(SafeOutput.text(calendar.text) == calendar.text)
  }

  /// With `SUMMARY:` a line begins with 8 octets; a piece after the first begins with a space.
  @Test(arguments: [
    (66, "", []), (67, "", []), (67, "a", ["a"]), (66, "aa", ["a"]),
    (65, "é", []), (66, "é", ["é"]), (67, "é", ["é"]),
    (64, "日", []), (65, "日", ["日"]), (66, "日", ["日"]), (67, "日", ["日"]),
    (63, "😀", []), (64, "😀", ["😀"]), (65, "😀", ["😀"]), (66, "😀", ["😀"]), (67, "😀", ["😀"]),
    (66, ",", [","]), (67, " b", [" b"]),
    (67, String(repeating: "b", count: 74), [String(repeating: "b", count: 74)]),
    (67, String(repeating: "b", count: 75), [String(repeating: "b", count: 74), "b"]),
    (67, String(repeating: "é", count: 38), [String(repeating: "é", count: 37), "é"]),
    (66, String(repeating: "😀", count: 19), [String(repeating: "😀", count: 18), "😀"]),
  ])
  func foldsAtSeventyFiveOctets(first: Int, rest: String, pieces: [String]) throws {
    let text = file(try event(String(repeating: "a", count: first) + rest)).text
    let lines = text.split(separator: "\r\n").drop { !$0.hasPrefix("SUMMARY:") }
    #expect(lines.dropFirst().prefix { $0.hasPrefix(" ") }.map { String($0.dropFirst()) } == pieces)
  }

  @Test(arguments: UInt64(0)..<150)
  func givesBackEveryTextItTook(seed: UInt64) throws {
    var random = SeededNumbers(state: seed)
    var event = try event(random.text())
    event.description = "x" + random.text()
    event.categories = (0..<5).map { _ in "x" + random.text() }
    event.location = "x" + random.text()
    let lines = try CalendarLines(file(event, try self.event()).text)
    #expect(lines.values(of: "BEGIN") == ["VCALENDAR", "VEVENT", "VEVENT"])
    for (name, texts) in [
      ("SUMMARY", [event.summary]), ("DESCRIPTION", [event.description]),
      ("CATEGORIES", event.categories), ("LOCATION", [event.location ?? ""]),
    ] {
      let read = try #require(lines.texts(of: name).first)
      #expect(read.map { Array($0.utf8) } == texts.map { Array($0.utf8) }, "\(name)")
    }
  }

  @Test(arguments: [
    (0, "PT9H"), (1, "-PT15H"), (2, "-P1DT15H"), (7, "-P6DT15H"), (28, "-P27DT15H"),
    (-1, "PT9H"), (Int.min, "PT9H"), (Int.max, "-P3659DT15H"),
  ])
  func remindsAtNineInTheMorning(daysBefore: Int, trigger: String) throws {
    var event = try event()
    event.alarms = [CalendarAlarm(daysBefore: daysBefore)]
    #expect(try CalendarLines(file(event).text).values(of: "TRIGGER") == [trigger])
    event.status = .cancelled
    let cancelled = try CalendarLines(file(event).text)
    #expect(cancelled.values(of: "TRIGGER").isEmpty)
    #expect(cancelled.values(of: "STATUS") == ["CANCELLED"])
  }

  @Test(arguments: [
    ("https://example.org/a?b=c,d;e#f%20", "https://example.org/a?b=c,d;e#f%20"),
    ("HTTP://example.org", "HTTP://example.org"),
    ("https://example.org/Zoë \"x\"\r\nEND", "https://example.org/Zo%C3%AB%20%22x%22%0D%0AEND"),
    ("javascript:alert(1)", nil), ("file:///etc/passwd", nil), ("example.org", nil), ("", nil),
  ])
  func writesAddressesOfTheWebOnly(url: String, value: String?) throws {
    var event = try event()
    event.url = url
    #expect(
      try CalendarLines(file(event).text).values(of: "URL") == [value].compactMap(\.self))
  }

  @Test(arguments: [(-1, "0"), (0, "0"), (5, "5"), (Int.max, "2147483647")])
  func countsChangesWithinTheRangeOfTheFormat(sequence: Int, value: String) throws {
    var event = try event()
    event.sequence = sequence
    #expect(try CalendarLines(file(event).text).values(of: "SEQUENCE") == [value])
  }

  @Test(arguments: [
    (0, "19700101T000000Z"), (-1, "19691231T235959Z"), (951_782_399, "20000228T235959Z"),
    (1_711_618_205, "20240328T093005Z"), (Int.max, "99991231T235959Z"),
    (Int.min, "00010101T000000Z"),
  ])
  func writesTimesInUTC(seconds: Int, text: String) {
    #expect(CalendarStamp(secondsSince1970: seconds).text == text)
  }

  @Test func aDayBeginsAtMidnight() {
    #expect(CalendarStamp(CalendarDate(dayNumber: 19_810)).text == "20240328T000000Z")
  }
}

@Suite struct CalendarIdentifierTests {
  @Test(arguments: [
    ("papers-due:b-2024-03", "a", "papers-due.b-2024-03@af63dc4c8601ec8c.masa"),
    ("Zoë_1", "", "_5ao_c3_ab_5f1@cbf29ce484222325.masa"),
  ])
  func isTheSameInEveryRun(id: String, title: String, text: String) {
    #expect(CalendarIdentifier(id: id, workspace: title).text == text)
  }

  @Test func differsForEveryIdAndEveryWorkspace() {
    let long = String(repeating: "long-id-", count: 40)
    let ids = [
      "", "a", "A", "_41", "a:b", "a.b", "a_2eb", "a_b", "a-b", "a b", "a@b", "a~b", "a/b", "a%3Ab",
      "é", "日本", "😀", "a\nb", long, long + "1", long + "2", long.uppercased(),
    ]
    var all: Set<String> = []
    for title in ["Area", "area", "", "Área"] {
      for id in ids {
        let text = CalendarIdentifier(id: id, workspace: title).text
        #expect(text.utf8.count < 255)
        #expect(text.allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789-_.~@".contains($0) })
        #expect(all.insert(text).inserted, "\(text)")
      }
    }
  }
}

/// Reads what a calendar file says, to compare it with what was put in.
struct CalendarLines {
  /// The lines put together again, without their ends.
  let lines: [String]

  /// Reads a calendar, and fails when a line ends otherwise or is longer than the format allows.
  init(_ text: String) throws {
    var octets = Array(text.utf8)[...]
    var pieces: [String] = []
    while let end = octets.firstIndex(where: { $0 == 0x0d || $0 == 0x0a }) {
      try #require(octets[end...].starts(with: [0x0d, 0x0a]), "A line ends with half an end.")
      let piece = octets[..<end]
      #expect((1...75).contains(piece.count), "\(String(decoding: piece, as: UTF8.self))")
      pieces.append(try #require(String(validating: piece, as: UTF8.self), "A character is cut."))
      octets = octets[(end + 2)...]
    }
    #expect(octets.isEmpty, "The last line has no end.")
    var lines: [String.UnicodeScalarView] = []
    for piece in pieces.map(\.unicodeScalars) {
      if piece.first == " ", !lines.isEmpty {
        lines[lines.count - 1] += piece.dropFirst()
      } else {
        lines.append(piece)
      }
    }
    self.lines = lines.map { String($0) }
  }

  /// The values of a property as they are spelled.
  func values(of name: String) -> [String] {
    lines.map(\.unicodeScalars).compactMap { line in
      let beginning = "\(name):".unicodeScalars
      return line.starts(with: beginning) ? String(line.dropFirst(beginning.count)) : nil
    }
  }

  /// The values of a property as lists of texts, without escapes.
  func texts(of name: String) -> [[String]] {
    values(of: name).map { value in
      var texts = [String.UnicodeScalarView()]
      var isEscaped = false
      for scalar in value.unicodeScalars {
        switch scalar {
        case "\\" where !isEscaped: break
        case "," where !isEscaped: texts.append(String.UnicodeScalarView())
        default: texts[texts.count - 1].append(isEscaped && scalar == "n" ? "\n" : scalar)
        }
        isEscaped = scalar == "\\" && !isEscaped
      }
      return texts.map { String($0) }
    }
  }
}

/// Numbers that look random and are the same in every run.
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 0x5851_f42d_4c95_7f2d &+ 0x1405_7b7e_f767_814f
    return state ^ (state >> 32)
  }

  /// A text of up to 300 characters that are hard to write.
  mutating func text() -> String {
    let characters: [Unicode.Scalar] = [
      "a", "n", "N", " ", " ", "\\", ";", ",", ":", "\"", "\n", "é", "\u{301}", "日", "😀", "£",
    ]
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...300, using: &self) {
      text.append(characters.randomElement(using: &self) ?? "a")
    }
    return String(text)
  }
}
