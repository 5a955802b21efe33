import JSONDocument
import Testing

/// A tracker becomes records, by the program as it is.
struct TableImportTests {
  private let folder: EditingFolder
  private let place: TemporaryFolder

  private static let tracker = """
    Action tracker of the Board,,,,
    ,,,,
    Ref,Action required,Lead,By when,RAG
    1,"Send the audit tool
    to all schools",Police / Council,30 April 2024,Amber
    ,,,,
    2,Write to all GPs,Area Council,May 2024,Complete
    Total,2,,,
    """

  init() throws {
    (folder, place) = (try EditingFolder(), try TemporaryFolder())
    try place.write(Self.tracker, to: "tracker.csv")
  }

  private func bring(_ more: String...) throws -> Finished {
    try masa("import action", ["\(place.path)/tracker.csv", "--group", "board"] + more)
  }

  /// Runs the program, which remembers what it is told of columns in a home that goes with the test.
  private func masa(_ words: String, _ more: [String]) throws -> Finished {
    try folder.masa(words, more, home: place.path)
  }

  /// Several people who bring the same table in the same second: it is there once, and the others are told.
  @Test func theSameTableBroughtAtOnceIsThereOnce() async throws {
    let answers = try await withThrowingTaskGroup(of: Finished.self) { group in
      for _ in 0..<6 { group.addTask { try bring() } }
      return try await group.reduce(into: [Finished]()) { $0.append($1) }
    }
    #expect(answers.allSatisfy { $0.status == 0 }, "\(answers.map(\.messages))")
    #expect(answers.count { $0.text.contains("Added 2 actions") } == 1)
    #expect(answers.count { $0.text.contains("2 rows are there already") } == 5)
    let document = try JSONDocument(text: folder.file(EditingFolder.actions))
    let titles = Array(try #require(document.root["actions"]).elements)
      .compactMap { $0["title"]?.string }
    #expect(titles.count == 4 && Set(titles).count == 4, "\(titles)")
  }

  @Test func itIsAddedOnceAndTakenBackByOneUndo() throws {
    let before = try folder.file(EditingFolder.actions)
    let shown = try bring("--preview")
    #expect(
      shown.status == 0 && shown.text.contains("2 actions would be added"), "\(shown.messages)")
    #expect(shown.text.contains("Column C \"Lead\": Owners"))
    #expect(shown.text.contains("Row 7 (line 8) is a total; passed over."))
    #expect(try folder.file(EditingFolder.actions) == before)

    let added = try bring()
    #expect(added.status == 0 && added.text.contains("Added 2 actions"), "\(added.messages)")
    let document = try JSONDocument(text: folder.file(EditingFolder.actions))
    let actions = Array(try #require(document.root["actions"]).elements)
    let titles = actions.compactMap { $0["title"]?.string }
    try #require(actions.count == 4)
    #expect(titles == ["One", "Two", "Send the audit tool to all schools", "Write to all GPs"])
    let (first, second) = (actions[2], actions[3])
    #expect(first["owners"]?.elements.compactMap { $0["agency"]?.string } == ["police", "council"])
    #expect(first["due"]?.string == "2024-04-30" && first["status"]?.string == "started")
    #expect(second["due"]?.string == "2024-05" && second["status"]?.string == "done")

    let after = try folder.file(EditingFolder.actions)
    let again = try bring()
    #expect(again.status == 0 && again.text.contains("2 rows are there already"))
    // Also after somebody went on with one of them.
    let id = try #require(first["id"]?.string)
    _ = try folder.edit("actions complete \(id)")
    #expect(try bring().text.contains("which says something otherwise (Status)"))
    #expect(try folder.masa("undo \(id)").status == 0)
    #expect(try folder.file(EditingFolder.actions).contains("\"started\"") && after.contains(id))

    let entry = try #require(
      added.lines.last { $0.contains("masa undo") }?.split(separator: " ").last)
    #expect(try folder.masa("undo \(entry)").status == 0)
    let left = try JSONDocument(text: folder.file(EditingFolder.actions)).root["actions"]
    #expect(left?.elements.compactMap { $0["title"]?.string } == ["One", "Two"])
  }

  @Test func everyFaultIsNamedAndNothingIsChanged() throws {
    try place.write(
      Self.tracker + "\n3,Third,JS,ASAP,Green\n,,Area Police,,", to: "tracker.csv")
    let before = try folder.file(EditingFolder.actions)
    let refused = try bring()
    #expect(refused.status == 1 && refused.output.isEmpty)
    for part in [
      "row 8 (line 9), column C \"Lead\": No agency",
      "row 8 (line 9), column D \"By when\": \"ASAP\"",
      "row 8 (line 9), column E \"RAG\": \"Green\" may be done or under way", "because of 3 faults",
    ] {
      #expect(refused.messages.contains(part), "\(refused.messages)")
    }
    #expect(try folder.file(EditingFolder.actions) == before)
    let kept = try bring("--keep-words", "--read", "Green=under way", "--format", "json")
    #expect(kept.status == 0, "\(kept.messages)")
    #expect(try JSONDocument(bytes: kept.output).root["new"]?.integer == 3)
  }

  @Test func whatIsNotSureIsAskedAndRemembered() throws {
    try place.write("Action,Date,Cost\nSend it,1 May 2024,12", to: "tracker.csv")
    let home = ["XDG_STATE_HOME": place.path]
    func bring(_ more: [String]) throws -> Finished {
      try Masa.run(
        "import action \(place.path)/tracker.csv --group board --preview --data \(folder.path)",
        more: more, data: nil, with: home)
    }
    let asked = try bring([])
    #expect(asked.status == 1)
    #expect(asked.messages.contains("Not sure: column B \"Date\": due"), "\(asked.messages)")
    #expect(asked.messages.contains("--map 'Cost=' to leave it out"))
    #expect(try bring(["--map", "Price="]).status == 64)
    #expect(try bring(["--map", "Date=due", "--map", "Cost="]).status == 0)
    let again = try bring([])
    #expect(
      again.status == 0
        && again.text.contains("As you said before: \"Cost\" left out; \"Date\" as Due."))
  }

  /// A table that left as a spreadsheet says in each row who may see it: no field is asked for that.
  @Test func aColumnThatOnlySaysWhoMaySeeItIsPassedOver() throws {
    try place.write("Action,Handling\nSend it,OFFICIAL-SENSITIVE\n", to: "tracker.csv")
    let added = try bring()
    #expect(added.status == 0 && added.text.contains("Added 1 action"), "\(added.messages)")
    #expect(try bring().text.contains("1 row is there already"))
    try place.write("Action,Handling\nSend that,with care\n", to: "tracker.csv")
    let asked = try bring()
    #expect(asked.status == 1 && asked.messages.contains("Not sure: column B \"Handling\""))
  }

  /// What may tell who a child is is named before anything is saved, and never repeated.
  @Test func aPreviewWarnsOfWhatMayTellWhoAChildIs() throws {
    try place.write("Action,Notes\nSend it,\"Jo Bloggs, aged 7\"\n", to: "tracker.csv")
    let shown = try bring("--preview")
    #expect(
      shown.status == 0 && shown.messages.contains("would stand what may be the name of a child"))
    #expect(!shown.messages.contains("Bloggs"))
  }

  @Test func anyKindIsBrought() throws {
    try place.write("Date of meeting;Time;Venue\r\n12/09/2024;10:00;Online\r\n", to: "meetings.csv")
    try place.write(
      "Name,Category\nArea Hospital,NHS trust\nArea Police,police\n", to: "agencies.csv")
    let meetings = ["\(place.path)/meetings.csv", "--group", "board"]
    #expect(try masa("import meeting", meetings).text.contains("Added 1 meeting from"))
    #expect(try masa("import meeting", meetings).text.contains("1 row is there already"))
    let agencies = try masa(
      "import agency", ["\(place.path)/agencies.csv", "--read", "NHS trust=other"])
    #expect(agencies.text.contains("Added 1 agency from"), "\(agencies.messages)")
    #expect(agencies.text.contains("1 row is there already"))
  }
}
