import FoundationEssentials
import Glibc
import JSONDocument
import Testing

/// Folders that the program lays, copies, and finds broken.
struct FolderTests {
  @Test func aLaidFolderIsWithoutFault() throws {
    let place = try TemporaryFolder()
    let laid = try Masa.run(
      "init", more: ["\(place.path)/a/new", "--name", "Our Partnership", "--short", "OP"])
    #expect(laid.status == 0 && laid.text.contains("\(place.path)/a/new"))
    #expect(laid.text.contains("partnerships/op/rules.json"))
    let check = try Masa.run("check", data: "\(place.path)/a/new")
    #expect(check.status == 0 && check.output.isEmpty)
    #expect(
      try contents("\(place.path)/a/new/partnerships/op/rules.json").contains("\"rules\": []"))
    #expect(try Masa.run("status", data: "\(place.path)/a/new").text.hasPrefix("Our Partnership"))
    #expect(try permissions("\(place.path)/a/new/workspace.json") == 0o600)
  }

  @Test(arguments: [
    ("Kent and Medway Safeguarding Children Partnership", "KMSCP"), ("Rutland", "RUTLAND"),
    ("Å\u{202e}rea\u{0}less  Board\nof Trustees", "ABT"), ("Partnership of the North-East", "PNE"),
  ])
  func anAbbreviationIsMadeOfTheName(name: String, short: String) throws {
    let place = try TemporaryFolder()
    let name = name.replacing("\u{0}", with: "\u{7}")
    try #require(Masa.run("init", more: ["\(place.path)/new", "--name", name]).status == 0)
    let file = "\(place.path)/new/partnerships/\(short.lowercased())/partnership.json"
    let laid = try JSONDocument(text: contents(file)).root
    #expect(laid["shortName"]?.string == short)
    let clean = name.unicodeScalars.filter { !["\u{202e}", "\u{7}"].contains($0) }
    #expect(
      laid["name"]?.string == String(String.UnicodeScalarView(clean)).replacing("\n", with: " "))
    let status = try Masa.run("status", data: "\(place.path)/new").text
    #expect(!status.contains("OSCP"))
  }

  @Test func aNameWithoutLatinLettersAsksForAnAbbreviation() throws {
    let place = try TemporaryFolder()
    let laid = try Masa.run("init", more: ["\(place.path)/new", "--name", "Совет"])
    #expect(laid.status == 64 && laid.messages.contains("--short"), "\(laid.messages)")
  }

  @Test(.enabled(if: Masa.isInRepository, "the program was built elsewhere, away from the sample"))
  func aLaidFolderHasTheRulesThatHoldForEveryPartnership() throws {
    let place = try TemporaryFolder()
    let folder = "\(place.path)/new"
    let laid = try Masa.run("init", more: [folder, "--short", "OP"])
    let rules = try JSONDocument(text: contents("\(folder)/rules.json")).root["rules"]
    let laidRules = try #require(rules).elements.map(\.self)
    let ids = Set(laidRules.compactMap { $0["id"]?.string })
    #expect(ids.isSuperset(of: ["rapid-review", "serious-incident-notification", "yearly-report"]))
    #expect(ids.isDisjoint(with: ["restraint-review", "grant-2023-24"]))
    let partnerships = ["mscp", "kscmp", "mscb"]
    for rule in laidRules {
      #expect(rule["partnerships"] == nil && rule["groups"] == nil, "\(rule.spelling)")
      #expect(!partnerships.contains { rule["id"]?.string?.hasPrefix("\($0)-") == true })
    }
    // Each document that a rule cites is there, and no other.
    let workspace = try JSONDocument(text: contents("\(folder)/workspace.json")).root
    let documents = workspace["documents"]?.elements.compactMap { $0["id"]?.string } ?? []
    let cited = laidRules.flatMap { $0["source"]?.elements.compactMap(\.string) ?? [] }
    #expect(Set(documents) == Set(cited.map { String($0.prefix { $0 != " " }) }))
    #expect(
      laid.text.contains("\(ids.count) rules") && laid.text.contains("\(documents.count) doc"))
    #expect(
      try contents("\(folder)/bank-holidays.json") == contents("\(Masa.sample)/bank-holidays.json"))

    let check = try Masa.run("check", data: folder)
    #expect(check.status == 0 && check.output.isEmpty)
    #expect(try Masa.run("deadlines --overdue", data: folder).text == "Nothing is listed.\n")
    #expect(try Masa.run("rules rapid-review", data: folder).status == 0)
  }

  /// Nothing of what one area agreed, wrote or calls itself is laid for another one.
  @Test(.enabled(if: Masa.isInRepository, "the program was built elsewhere, away from the sample"))
  func aLaidFolderNamesNobodyOfTheSample() throws {
    let place = try TemporaryFolder()
    let folder = "\(place.path)/new"
    #expect(try Masa.run("init", more: [folder, "--short", "OP"]).status == 0)
    let national: Set = [
      "Child Safeguarding Practice Review Panel", "Department for Education", "Ofsted",
      "Office for National Statistics", "UK Parliament", "Secretary of State for Education",
      "What Works Centre for Children's Social Care", "Youth Justice Board", "Foundations",
    ]
    func names(_ path: String, _ list: String, _ keys: [String]) throws -> [String] {
      let root = try JSONDocument(text: contents("\(Masa.sample)/\(path)")).root
      let records = root[list]?.elements.map(\.self) ?? [root]
      return records.flatMap { record in keys.compactMap { record[$0]?.string } }
    }
    var foreign = ["Kent", "Medway", "Devon", "Tees", "Sussex", "Leeds", "Trafford", "Wirral"]
    foreign += ["Lincolnshire", "Kirklees", "Buckinghamshire", "Phew", "Flowchart"]
    foreign += try names("agencies.json", "agencies", ["name"])
    foreign += try names("people.json", "people", ["name"])
    foreign += try names("workspace.json", "documents", ["publisher"])
    foreign += try ["mscp", "kscmp", "mscb"].flatMap {
      try names("partnerships/\($0)/partnership.json", "", ["name", "shortName"])
    }
    for file in try FileManager.default.subpathsOfDirectory(atPath: folder)
    where file.hasSuffix(".json") && file != "bank-holidays.json" {
      let text = try contents("\(folder)/\(file)")
      for name in foreign where !national.contains(name) && !name.isEmpty {
        #expect(!text.contains(name), "\(file): \(name)")
      }
    }
  }

  /// A rule is called confirmed only by what the state itself wrote.
  @Test(.enabled(if: Masa.isInRepository, "the program was built elsewhere, away from the sample"))
  func aLaidRuleRestsOnNationalDocuments() throws {
    let place = try TemporaryFolder()
    let folder = "\(place.path)/new"
    #expect(try Masa.run("init", more: [folder, "--short", "OP"]).status == 0)
    let workspace = try JSONDocument(text: contents("\(folder)/workspace.json")).root
    let publishers = workspace["documents"]?.elements.compactMap { $0["publisher"]?.string } ?? []
    #expect(
      Set(publishers) == [
        "Department for Education", "UK Parliament", "Child Safeguarding Practice Review Panel",
      ])
    let laid = try JSONDocument(text: contents("\(folder)/rules.json")).root["rules"]
    let sample = try JSONDocument(text: contents("\(Masa.sample)/rules.json")).root["rules"]
    let known = Dictionary(
      sample?.elements.map { ($0["id"]?.string ?? "", $0) } ?? [],
      uniquingKeysWith: { first, _ in first })
    for rule in laid?.elements.map(\.self) ?? [] {
      let sources = rule["source"]?.elements.compactMap(\.string) ?? []
      #expect(!sources.isEmpty, "\(rule.spelling)")
      // What it asks for is the same as in the sample, which rests on more.
      let other = try #require(known[rule["id"]?.string ?? ""])
      for key in ["says", "trigger", "until", "offset", "unit", "direction", "period", "after"] {
        #expect(rule[key]?.spelling == other[key]?.spelling, "\(rule.spelling)")
      }
    }
  }

  @Test func aFolderThatHoldsSomethingIsLeftAlone() throws {
    let place = try TemporaryFolder()
    try place.write("mine", to: "full/notes.txt")
    let refused = try Masa.run("init", more: ["\(place.path)/full"])
    #expect(refused.status == 1 && refused.output.isEmpty)
    #expect(refused.messages.contains("not empty") && refused.messages.contains("nothing was"))
    #expect(
      try FileManager.default.subpathsOfDirectory(atPath: place.path + "/full") == ["notes.txt"])
  }

  @Test func aBrokenFileIsNamedWithLineAndColumn() throws {
    let place = try TemporaryFolder()
    let data = try place.copySample(to: "data") { file, text in
      file == "people.json" ? "{\n  \"people\": [,]\n}\n" : text
    }
    let check = try Masa.run("check", data: data)
    #expect(check.status == 1)
    #expect(check.lines.contains { $0.hasPrefix("people.json:2:14: error: ") }, "\(check.text)")
    #expect(check.messages.contains("Nothing was changed."))
    // The rest is still there.
    let status = try Masa.run("status", data: data)
    #expect(status.status == 0 && status.text.contains("MSCP chair now"))
  }

  @Test func aWrongValueIsNamedWithLineAndColumn() throws {
    let place = try TemporaryFolder()
    let data = try place.copySample(to: "data") { file, text in
      file == "workspace.json"
        ? text.split(separator: "\"2024-03-31\"", maxSplits: 1).joined(separator: "\"2024-02-31\"")
        : text
    }
    let check = try Masa.run("check", data: data)
    #expect(check.status == 1)
    #expect(check.lines.contains { $0.hasPrefix("workspace.json:4:11: error: ") }, "\(check.text)")
  }

  @Test(arguments: [(-1, true), (0, true), (1, false), (5, false)])
  func aListOfBankHolidaysThatEndsSoonIsNamed(yearsAhead: Int, isNamed: Bool) throws {
    let today = try #require(
      Masa.run("doctor").lines.first { $0.contains("today is ") }?.suffix(4))
    let last = try #require(Int(today)) + yearsAhead
    let days = (2020...last).map { "{\"title\": \"New Year’s Day\", \"date\": \"\($0)-01-01\"}" }
    let place = try TemporaryFolder()
    let data = try place.copySample(to: "data") { file, text in
      file == "bank-holidays.json"
        ? "{\"england-and-wales\": {\"division\": \"england-and-wales\", \"events\": "
          + "[\(days.joined(separator: ", "))]}}" : text
    }
    let finished = try Masa.run("doctor", data: data)
    #expect(finished.status == 0)
    let line = try #require(finished.lines.first { $0.contains("bank holidays") })
    #expect(line.hasPrefix(isNamed ? "look" : "ok"))
    #expect(line.contains(isNamed ? "does not hold \(last + 1)" : "end of \(last)"))
    #expect(line.contains("masa import bank-holidays FILE") == isNamed)
    #expect(line.contains("https://www.gov.uk/bank-holidays.json") == isNamed)
  }

  @Test func aThemeTellsAHundredFaultsAndALargeOneIsNotRead() throws {
    let place = try TemporaryFolder()
    let roles = (0..<300).map { "\"r\($0)\": {}" }.joined(separator: ", ")
    try place.write("{\"roles\": {\(roles)}}", to: "config/masa/themes/own.json")
    try place.write(
      "{\"title\": \"\(String(repeating: "o", count: 600_000))\"}",
      to: "config/masa/themes/large.json")
    let themes = try Masa.run("themes", home: place.path)
    #expect(themes.status == 1)
    let lines = themes.messages.split(separator: "\n")
    #expect(lines.count == 102)
    #expect(lines.contains { $0.contains("200 more faults in this file") })
    #expect(lines.contains { $0.contains("large.json") && $0.contains("more than is read") })
  }

  @Test func checkAndStatusCountWhatTheyDoNotTell() throws {
    let place = try TemporaryFolder()
    let data = place.path + "/data"
    #expect(try Masa.run("init", more: [data], data: nil, home: place.path).status == 0)
    let ones = Array(repeating: "1", count: 5_000).joined(separator: ",")
    try place.write(#"{"people": [\#(ones)]}"#, to: "data/people.json")
    let check = try Masa.run("check", data: data, home: place.path)
    #expect(check.status == 1)
    #expect(
      check.messages.contains(
        "5,000 errors and 0 warnings in \(data), the first 100 of each file are told. "
          + "Nothing was changed."))
    #expect(check.text.split(separator: "\n").count == 101)
    let status = try Masa.run("status", data: data, home: place.path)
    #expect(status.text.contains("5,000 faults in the data"))
    #expect(status.text.contains("the first 2 of 5,000:"))
  }

  @Test func theSampleIsWithoutFault() throws {
    let check = try Masa.run("check")
    #expect(check.status == 0 && check.output.isEmpty)
  }

  @Test(.enabled(if: Masa.isInRepository, "the program was built elsewhere, away from the sample"))
  func theSampleIsOpenedAsAPrivateCopyThatIsKept() throws {
    let home = try TemporaryFolder()
    let first = try Masa.run("status", data: nil, home: home.path)
    #expect(first.status == 0 && first.messages == "")
    #expect(first.text.hasPrefix("Kent and Medway"))
    let copies = try FileManager.default.contentsOfDirectory(atPath: "\(home.path)/state/masa")
    try #require(copies.count == 1 && copies[0].hasPrefix("sample-"))
    let copy = "\(home.path)/state/masa/\(copies[0])"
    for path in try FileManager.default.subpathsOfDirectory(atPath: copy) {
      #expect(try permissions("\(copy)/\(path)") == (path.hasSuffix(".json") ? 0o600 : 0o700))
    }
    #expect(try permissions(copy) == 0o700)

    let workspace = try contents("\(copy)/workspace.json")
    try home.write(
      workspace.split(separator: "Kent and Medway", maxSplits: 1).joined(separator: "My Own"),
      to: "state/masa/\(copies[0])/workspace.json")
    #expect(try Masa.run("status", data: nil, home: home.path).text.hasPrefix("My Own"))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: "\(home.path)/state/masa") == copies)
  }

  @Test(.enabled(if: Masa.isInRepository, "the program was built elsewhere, away from the sample"))
  func theSampleIsShownAlsoWhereNoCopyCanBeMade() throws {
    let finished = try Masa.run("status", data: nil, home: "/proc/nowhere")
    #expect(finished.status == 0 && finished.text.hasPrefix("Kent and Medway"))
    #expect(finished.messages.contains("could not be copied"))
  }
}
