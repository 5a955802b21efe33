import JSONDocument
import Testing

/// Data that tries to command the terminal or the spreadsheet of whoever reads it.
struct HostileDataTests {
  static let commands = [
    "check", "status", "deadlines", "rotation", "indicators", "actions list",
    "agenda mscp-executive", "agenda mscp-executive --format markdown",
    "agenda mscp-executive --format json", "--plain", "--plain executive", "--plain groups",
    "--plain dataset", "--plain reviews", "--plain deadlines", "doctor",
    "deadlines --format json", "rotation --format json", "indicators --format json",
    "actions list --format json", "agenda no-such-group",
  ]
  static let listings = ["deadlines", "rotation", "indicators", "actions list"]

  /// Escape, bell, the C1 form of escape and bracket, a turn of direction, a line end, a formula.
  private static let attack =
    #"=cmd()\u001b[31m\u001b]52;c;AAAA\u0007\u009b2J\u007f\u202eTRAP\r\n\u200b"#

  @Test(arguments: ["C.UTF-8", "C"])
  func noOutputCommandsTheTerminal(_ locale: String) throws {
    let place = try TemporaryFolder()
    let data = try Self.hostileSample(in: place)
    for command in Self.commands {
      let finished = try Masa.run(command, data: data, with: ["LC_ALL": locale], home: place.path)
      #expect(finished.status == (command.hasSuffix("no-such-group") ? 1 : 0), "\(command)")
      let written = finished.output + Array(finished.messages.utf8)
      #expect(dangerousCharacters(in: written).isEmpty, "\(command)")
      let isData = command.contains("--format")
      #expect(isData || locale != "C" || written.allSatisfy { $0 < 0x80 }, "\(command)")
      if command.hasSuffix("json") { _ = try JSONDocument(bytes: finished.output) }
    }
  }

  @Test(arguments: ["C.UTF-8", "C"])
  func noCellOfACSVIsAFormula(_ locale: String) throws {
    let place = try TemporaryFolder()
    let data = try Self.hostileSample(in: place)
    for listing in Self.listings {
      let finished = try Masa.run(
        "\(listing) --format csv", data: data, with: ["LC_ALL": locale], home: place.path)
      #expect(finished.status == 0 && dangerousCharacters(in: finished.output).isEmpty)
      let rows = csvRows(finished.text)
      let formulas = rows.joined().filter { cell in
        "=+-@\t\r".contains { cell.hasPrefix(String($0)) } && Double(cell) == nil
      }
      #expect(formulas.isEmpty, "\(listing)")
      #expect(rows.joined().contains { $0.hasPrefix("'=cmd()") }, "\(listing)")
      #expect(rows.allSatisfy { $0.count == rows[0].count }, "\(listing)")
    }
  }

  @Test func aLineEndInATitleMakesNoLineInAListing() throws {
    let place = try TemporaryFolder()
    let data = try Self.hostileSample(in: place)
    for listing in Self.listings {
      let json = try Masa.run("\(listing) --format json", data: data)
      let records = try JSONDocument(bytes: json.output).root.count
      let lines = try Masa.run(listing, data: data).lines.filter { !$0.isEmpty }
      // Who may see it, and the heading.
      #expect(lines.count == records + 2, "\(listing)")
    }
  }

  private static func hostileSample(in place: TemporaryFolder) throws -> String {
    try place.copySample(to: "data") { _, text in
      var changed = text
      for key in ["title", "name", "note", "text", "shortName"] {
        changed = changed.split(separator: "\"\(key)\": \"", omittingEmptySubsequences: false)
          .joined(separator: "\"\(key)\": \"\(attack)")
      }
      return changed
    }
  }
}

/// Numbers and days that nobody can mean: they are named, and never end the program.
struct HostileNumberTests {
  private static let numbers = [
    "0", "-1", "\(Int.max)", "\(Int.min)", "1000000000000000000", "99999999999999.123456",
  ].map { "\": \($0)" }
  private static let days = ["0001-01-01", "9999-12-31"]

  /// Every number and every day of a file, one after the other.
  @Test(arguments: files.keys.sorted())
  func noNumberOfAFileEndsTheProgram(file: String) throws {
    let place = try TemporaryFolder()
    for (name, text) in Self.files { try place.write(text, to: name) }
    let text = try #require(Self.files[file])
    let numbers = text.ranges(of: /": [0-9]+/).map { ($0, Self.numbers) }
    let days = text.ranges(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}/).map { ($0, Self.days) }
    for (range, values) in numbers + days {
      for value in values {
        var changed = text
        changed.replaceSubrange(range, with: value)
        try place.write(changed, to: file)
        for command in ["status", "check"] {
          let finished = try Masa.run(command, data: place.path)
          #expect(
            finished.status == 0 || finished.status == 1,
            "\(command), \(text[range]) as \(value): \(finished.messages)")
        }
      }
    }
  }

  @Test func theFilesAreWholeBefore() throws {
    let place = try TemporaryFolder()
    for (name, text) in Self.files { try place.write(text, to: name) }
    let check = try Masa.run("check", data: place.path)
    #expect(check.status == 0, "\(check.text)")
  }

  static let files = [
    "workspace.json": """
    {"title": "Area", "schemaVersion": 2, "asOf": "2024-03-31", "partnerships": ["area"],
     "dueSoonDays": 30, "dueSoonWorkingDays": 3, "recordsFrom": "2023-04-01"}
    """,
    "agencies.json": """
    {"agencies": [{"id": "council", "name": "Area Council", "category": "council"},
      {"id": "police", "name": "Area Police", "category": "police"}]}
    """,
    "partnerships/area/partnership.json": """
    {"id": "area", "name": "Partnership of the area", "shortName": "Area",
     "partners": [{"agency": "council"}, {"agency": "police"}]}
    """,
    "rules.json": """
    {"rules": [
      {"id": "meet", "title": "Meet", "form": "meeting", "says": "It meets.",
       "trigger": "meetingsInPeriod", "period": "quarter", "times": 1, "groups": ["board"]},
      {"id": "minutes", "title": "Minutes", "form": "minutes", "says": "Agreed at the next.",
       "trigger": "meetingHeld", "offset": 1, "unit": "meeting"},
      {"id": "papers", "title": "Papers", "form": "papers", "says": "Papers go out.",
       "trigger": "meetingPlanned", "offset": 5, "unit": "clearWorkingDay", "direction": "before",
       "weekend": "previousWorkingDay", "tolerance": 1, "dueSoon": 2},
      {"id": "report", "title": "Report", "form": "report", "says": "It reports.",
       "trigger": "periodEnds", "period": "month", "offset": 6, "unit": "month", "tolerance": 1,
       "dueSoon": 2},
      {"id": "plan", "title": "Plan", "form": "report", "says": "It plans.", "oneFor": "eachOwner",
       "trigger": "periodBegins", "offset": 1, "unit": "year", "direction": "before"},
      {"id": "look", "title": "Look", "form": "audit", "says": "It looks.", "on": "2024-05-01",
       "trigger": "fixedDate", "from": "2023-01-01", "to": "2025-12-31"},
      {"id": "days", "title": "Days", "form": "meeting", "says": "It meets in days.",
       "trigger": "lastMeeting", "offset": 60, "unit": "workingDay", "dayOne": "trigger"},
      {"id": "weeks", "title": "Weeks", "form": "meeting", "says": "It meets in weeks.",
       "trigger": "lastMeeting", "offset": 8, "unit": "week", "tolerance": 1, "dueSoon": 2}]}
    """,
    "groups/board/group.json": """
    {"id": "board", "name": "The Board", "type": "executive", "parents": [{"partnership": "area"}],
     "cadence": {"timesAYear": 4},
     "rotation": {"start": "2023-09-02", "termMonths": 12, "order": ["council", "police"]},
     "termsOfReference": {"reviewedOn": "2023-02-28", "reviewEvery": {"every": 1, "unit": "year"}}}
    """,
    "groups/board/chair-terms.json": """
    {"chairTerms": [{"id": "t1", "group": "board", "agency": "council", "status": "held",
      "from": "2023-09-02", "to": "2024-09-01"}]}
    """,
    "groups/board/meetings.json": """
    {"meetings": [
      {"id": "held", "group": "board", "date": "2024-02-05", "status": "held"},
      {"id": "next", "group": "board", "date": "2024-04-22", "status": "planned",
       "agenda": [{"number": "1", "title": "Audit", "minutes": 20, "papers": [
         {"title": "Report", "dueOn": "2024-04-15"}]}]}]}
    """,
    "groups/board/actions.json": """
    {"actions": [{"id": "a1", "group": "board", "title": "One", "status": "done",
      "due": "2024-02-29", "doneOn": "2024-02-28", "repeats": {"every": 3, "unit": "month"}}]}
    """,
    "dataset/indicators.json": """
    {"clusters": [{"id": "c", "partnership": "area", "title": "Cluster"}],
     "indicators": [{"id": "i", "partnership": "area", "cluster": "c", "title": "Plans",
       "headline": true,
       "comparators": [{"name": "England", "period": "2023/24", "value": 45}]}]}
    """,
    "dataset/values/area-2023.json": """
    {"values": [{"id": "v1", "indicator": "i", "period": "2022/23", "value": 40},
       {"id": "v2", "indicator": "i", "agency": "council", "period": "2023/24", "value": 50}]}
    """,
    "bank-holidays.json": """
    {"england-and-wales": {"division": "england-and-wales",
      "events": [{"title": "Easter Monday", "date": "2024-04-01"}]}}
    """,
  ]
}
