import JSONDocument
import Testing

/// The command that lists the rules, and the deadlines that a rule makes.
struct RulesTests {
  static let keys = [
    "id", "title", "kind", "trigger", "due", "authority", "confidence", "partnerships", "says",
    "offset", "unit", "direction", "division", "dayOne", "weekend", "tolerance", "from", "to",
    "replaces", "informationOnly", "reason", "owners", "recipients", "note", "source", "builtIn",
    "groups", "replacedBy", "monthsRunTo", "meetingOf",
  ]

  @Test func everyRuleIsListed() throws {
    let rules = try json("rules")
    #expect(rules.elements.allSatisfy { $0.members.map(\.key) == Self.keys + ["handling"] })
    let ids = rules.elements.compactMap { $0["id"]?.string }
    #expect(Set(ids).count == rules.count)
    let files = try ["", "partnerships/mscp/", "partnerships/kscmp/", "partnerships/mscb/"].map {
      try JSONDocument(text: contents("\(Masa.sample)/\($0)rules.json")).root["rules"]?.count ?? 0
    }
    #expect(files.allSatisfy { $0 > 0 })
    let builtIn = rules.elements.count { $0["builtIn"]?.boolean == true }
    #expect(builtIn > 0 && builtIn + files.reduce(0, +) == rules.count)

    let text = try Masa.run("rules")
    #expect(text.status == 0 && text.messages.isEmpty)
    #expect(text.lines.filter { !$0.isEmpty }.count == rules.count + 2)
    let rows = try csvRows(Masa.run("rules --format csv").text)
    #expect(rows[0] == Self.keys + ["handling"] && rows.dropFirst().map { $0[0] } == ids)
  }

  /// An owner that stands for nobody, and actions that can never be late, are told by the check.
  @Test func theCheckTellsOfOwnersThatMatchNobody() throws {
    let place = try TemporaryFolder()
    #expect(try Masa.run("check", data: Masa.sample).text == "")
    let files = [
      "workspace.json": #"{"title": "T", "schemaVersion": 2, "partnerships": ["area"]}"#,
      "partnerships/area/partnership.json":
        #"{"id": "area", "name": "Area", "shortName": "Area", "officers": [{"title": "LADO"}]}"#,
      "partnerships/area/rules.json": #"""
      {"rules": [
        {"id": "figures", "title": "Figures", "form": "data", "says": "Figures are sent.",
         "trigger": "periodEnds", "offset": 1, "unit": "month", "partnerships": ["area"],
         "owners": [{"name": "LADO"}, {"name": "Nobody at all"}]}]}
      """#,
      "groups/board/group.json": #"""
      {"id": "board", "name": "Board", "type": "board", "parents": [{"partnership": "area"}]}
      """#,
      "groups/board/actions.json": #"""
      {"actions": [{"id": "a", "group": "board", "title": "Think.", "status": "open"}]}
      """#,
    ]
    for (path, text) in files { try place.write(text, to: path) }
    let found = try Masa.run("check", data: place.path)
    #expect(found.status == 0)
    #expect(found.lines.filter { !$0.isEmpty }.count == 1)
    #expect(
      found.text.contains(
        "partnerships/area/rules.json: warning: \"Nobody at all\" owns the rule \"figures\", and "
          + "matches no partner"))
    #expect(found.messages.contains("1 warning. 1 open action has no date"))
  }

  @Test func oneRuleIsPrintedInFull() throws {
    let finished = try Masa.run("rules rapid-review")
    #expect(finished.status == 0 && finished.messages.isEmpty)
    #expect(finished.lines.first == "Rapid review")
    #expect(finished.lines[1] == "15 working days after the serious incident was notified.")
    for said in [
      "Working Together to Safeguard Children", "Fri 29 Jun 2018", "confirmed",
      "masa deadlines --rule rapid-review",
    ] {
      #expect(finished.text.contains(said), "\(said)")
    }
    let rule = try json("rules rapid-review")
    #expect(rule.count == 1)
    #expect(rule[0]?["offset"]?.integer == 15 && rule[0]?["unit"]?.string == "workingDay")
    #expect((rule[0]?["source"]?.count ?? 0) > 0)
  }

  @Test func aReplacedRuleAndItsReplacementNameEachOther() throws {
    #expect(try json("rules mscp-executive-meets")[0]?["replaces"]?.string == "meeting-cadence")
    let older = try json("rules meeting-cadence")
    #expect(
      older[0]?["replacedBy"]?.elements.contains { $0.string == "mscp-executive-meets" } == true)
    #expect(try Masa.run("rules meeting-cadence").text.contains("masa rules mscp-executive-meets"))
  }

  @Test(arguments: ["rapid-review", "mscp-dataset-return", "action-due", "yearly-report"])
  func deadlinesAreNarrowedToARule(_ id: String) throws {
    let all = try json("deadlines").elements.filter { $0["rule"]?.string == id }
    let some = try json("deadlines --rule \(id)")
    #expect(some.count > 0)
    #expect(some.elements.map { $0["id"]?.string } == all.map { $0["id"]?.string })
  }

  /// Keys that scripts have relied on since the first version stay first and keep their meaning.
  @Test func theKeysOfADeadlineStay() throws {
    for deadline in try json("deadlines").elements {
      let keys = deadline.members.map(\.key)
      #expect(
        keys.prefix(10) == [
          "id", "title", "kind", "rule", "due", "status", "workingDays", "owner", "group",
          "partnerships",
        ])
      #expect(Set(keys).isSuperset(of: ["because", "standing", "steps", "basis", "provisional"]))
      #expect(deadline["because"]?.string?.isEmpty == false)
    }
  }

  @Test func deadlinesAsAtAnotherDayStandOtherwise() throws {
    func status(of id: String, on day: String) throws -> String? {
      try json("deadlines --as-of \(day)").elements.first { $0["id"]?.string == id }?["status"]?
        .string
    }
    let id = "rapid-review:illustration-a"
    // The incident was notified on the next day.
    #expect(try status(of: id, on: "2024-03-19") == nil)
    #expect(try status(of: id, on: "2024-03-31") == "running")
    #expect(try status(of: id, on: "2024-04-10") == "dueSoon")
    #expect(try status(of: id, on: "2024-04-12") == "dueSoon")
    #expect(try status(of: id, on: "2024-04-15") == "overdue")
  }

  @Test func theRotationGoesAsFarAsItIsAsked() throws {
    func last(_ words: String) throws -> String {
      try json("rotation \(words)").elements.compactMap { $0["to"]?.string }.max() ?? ""
    }
    let usual = try last("")
    #expect(usual >= "2026-03-31" && usual < "2028")
    #expect(try last("--until 2040-01-01") >= "2040-01-01")
    let stretches = try json("rotation --until 2040-01-01")
    #expect(stretches.elements.allSatisfy { ($0["from"]?.string ?? "") <= "2040-01-01" })
    #expect(stretches.count > (try json("rotation").count))
  }

  private func json(_ words: String) throws -> JSONValue {
    let finished = try Masa.run("\(words) --format json")
    #expect(finished.status == 0, "\(finished.messages)")
    return try JSONDocument(bytes: finished.output).root
  }
}
