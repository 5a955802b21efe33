import JSONDocument
import Testing

/// What scripts rely on: each listing, in each format, on the sample.
struct ListingTests {
  struct Contract: CustomTestStringConvertible, Sendable {
    let command: String
    let keys: [String]
    var testDescription: String { command }
  }

  static let listings = [
    Contract(
      command: "deadlines",
      keys: [
        "id", "title", "kind", "rule", "due", "status", "workingDays", "owner", "group",
        "partnerships",
      ]),
    Contract(
      command: "rotation",
      keys: ["partnership", "body", "chair", "agency", "from", "to", "status"]),
    Contract(
      command: "actions list",
      keys: ["id", "group", "title", "owner", "due", "status", "notes", "source", "revision"]),
    Contract(
      command: "indicators",
      keys: ["id", "title", "period", "value", "unit", "comparators", "direction"]),
    Contract(
      command: "indicators cp-plans", keys: ["id", "period", "value", "unit", "comparisons"]),
  ]

  @Test(arguments: listings)
  func jsonHoldsTheKeysOfTheContract(_ listing: Contract) throws {
    let finished = try Masa.run("\(listing.command) --format json")
    #expect(finished.status == 0 && finished.messages == "")
    let root = try JSONDocument(bytes: finished.output).root
    #expect(root.count > 0)
    for record in root.elements {
      let keys = Set(record.members.map(\.key))
      #expect(keys.isSuperset(of: listing.keys))
    }
  }

  @Test(arguments: listings)
  func csvHoldsTheSameRecordsAsJSON(_ listing: Contract) throws {
    let json = try JSONDocument(bytes: Masa.run("\(listing.command) --format json").output).root
    let finished = try Masa.run("\(listing.command) --format csv")
    #expect(finished.status == 0)
    let rows = csvRows(finished.text)
    #expect(rows.count == json.count + 1)
    #expect(Set(rows[0]).isSuperset(of: listing.keys))
    #expect(rows.allSatisfy { $0.count == rows[0].count })
    if let column = rows[0].firstIndex(of: "id") {
      #expect(rows.dropFirst().map { $0[column] } == json.elements.map { $0["id"]?.string ?? "" })
    }
  }

  @Test(arguments: listings)
  func textHoldsALineForEachRecordBelowAHeading(_ listing: Contract) throws {
    let json = try JSONDocument(bytes: Masa.run("\(listing.command) --format json").output).root
    let finished = try Masa.run(listing.command)
    #expect(finished.status == 0 && finished.messages == "")
    // Who may see it, and the heading.
    #expect(finished.lines.filter { !$0.isEmpty }.count == json.count + 2)
  }

  /// The label of the folder stands in each record of JSON, in each row of cells, and above a listing in text.
  @Test(arguments: listings)
  func whoMaySeeItStandsInEachRecord(_ listing: Contract) throws {
    let json = try JSONDocument(bytes: Masa.run("\(listing.command) --format json").output).root
    #expect(json.elements.allSatisfy { $0["handling"]?.string == "OFFICIAL-SENSITIVE" })
    let rows = csvRows(try Masa.run("\(listing.command) --format csv-spreadsheet").text)
    #expect(rows.first?.last == "Handling")
    #expect(rows.dropFirst().allSatisfy { $0.last == "OFFICIAL-SENSITIVE" })
    let plain = csvRows(try Masa.run("\(listing.command) --format csv").text)
    #expect(plain.first?.last == "handling")
    #expect(plain.dropFirst().allSatisfy { $0.last == "OFFICIAL-SENSITIVE" })
    #expect(plain.dropFirst() == rows.dropFirst())
    #expect(plain[0].dropFirst().dropLast() == rows[0].dropFirst().dropLast())
    #expect(try Masa.run(listing.command).lines.first == "OFFICIAL-SENSITIVE")
  }

  /// A folder whose settings say that it has no label is written without one.
  @Test(arguments: listings)
  func aFolderWithoutALabelIsWrittenWithoutOne(_ listing: Contract) throws {
    let place = try TemporaryFolder()
    let data = try place.copySample(to: "data") { name, text in
      name == "workspace.json"
        ? text.replacing("{\n", with: "{\n  \"handlingLabel\": \"\",\n", maxReplacements: 1) : text
    }
    for (format, comes) in [("text", 1), ("csv", 0)] {
      let marked = try Masa.run("\(listing.command) --format \(format)").lines
      let plain = try Masa.run("\(listing.command) --format \(format)", data: data).lines
      #expect(plain.count == marked.count - comes)
      #expect(!plain.joined().contains("OFFICIAL"))
      #expect(format == "csv" || plain[...] == marked.dropFirst())
    }
  }

  @Test(arguments: ["show action faith-9", "agenda mscp-pmqa", "agenda mscp-pmqa --part actions"])
  func whoMaySeeItStandsInASingleRecord(_ command: String) throws {
    let json = try JSONDocument(bytes: Masa.run("\(command) --format json").output).root
    #expect(json["handling"]?.string == "OFFICIAL-SENSITIVE")
  }

  @Test func theAgendaIsWrittenInThreeWays() throws {
    let json = try JSONDocument(bytes: Masa.run("agenda mscp-executive --format json").output).root
    #expect(json["group"]?.string == "mscp-executive")
    let items = try #require(json["agenda"])
    #expect(items.count > 0)
    let text = try Masa.run("agenda mscp-executive")
    let markdown = try Masa.run("agenda mscp-executive --format markdown")
    #expect(text.status == 0 && markdown.status == 0 && markdown.text.hasPrefix("#"))
    for item in items.elements {
      let title = try #require(item["title"]?.string)
      #expect(text.text.contains(title) && markdown.text.contains(title))
    }
  }

  @Test(arguments: [
    ("check", ""), ("status", "MSCP chair now"), ("themes", "high-contrast"),
    ("keys", "Go to the next panel"), ("doctor", "the data in"), ("schema", "workspace.json"),
    ("--plain", "Needs attention"), ("--plain groups", "PMQA"), ("--version", "."),
    ("--help", "deadlines"), ("help deadlines", "--overdue"), ("agenda mscp-pmqa", "agenda"),
  ])
  func eachCommandSaysWhatItIsFor(_ command: String, _ said: String) throws {
    let finished = try Masa.run(command)
    #expect(finished.status == 0)
    #expect(said.isEmpty ? finished.output.isEmpty : finished.text.contains(said))
    #expect(dangerousCharacters(in: finished.output).isEmpty)
  }

  @Test func everySchemaIsJSON() throws {
    let all = try JSONDocument(bytes: Masa.run("schema --all").output).root
    #expect(all.count > 10)
    for member in all.members {
      let one = try JSONDocument(bytes: Masa.run("schema \(member.key)").output).root
      #expect(one["$schema"]?.string == "https://json-schema.org/draft/2020-12/schema")
      #expect(
        one.spelling.filter { !$0.isWhitespace }
          == member.value.spelling.filter { !$0.isWhitespace })
    }
  }

  @Test func filtersNarrowAListing() throws {
    func count(_ words: String) throws -> Int {
      try JSONDocument(bytes: Masa.run("\(words) --format json").output).root.count
    }
    let all = try count("deadlines")
    for filter in ["--overdue", "--within 30", "--partnership kscmp", "--group mscp-pmqa"] {
      let some = try count("deadlines \(filter)")
      #expect(some > 0 && some < all, "\(filter)")
    }
    let overdue = try JSONDocument(bytes: Masa.run("deadlines --overdue --format json").output).root
    #expect(overdue.elements.allSatisfy { ($0["workingDays"]?.integer ?? 1) <= 0 })
  }
}
