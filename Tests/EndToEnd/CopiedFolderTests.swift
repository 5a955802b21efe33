import FoundationEssentials
import JSONDocument
import Testing

/// A folder with a copy of one of its groups tells the same as without it.
struct CopiedFolderTests {
  private static let commands = [
    "status", "deadlines", "deadlines --format ics", "deadlines --format json",
    "actions list --format csv", "list meeting --format json", "list group --format json",
    "list action --format json", "list chair-term --format json", "list seat --format json",
    "rotation", "indicators --format csv", "rules --format json", "--plain overview",
    "--plain deadlines", "--plain groups", "--plain reviews", "--plain executive",
    "list partnership --format json", "list obligation --format json", "list review --format json",
    "list rule --format json", "list plan --format json", "history",
  ]

  private static func withoutFaults(_ lines: [String]) -> [String] {
    lines.filter { line in !["fault", "Faults:", "is a copy of"].contains(where: line.contains) }
  }

  @Test(arguments: [
    ("groups/mscp-pmqa", "groups/mscp-pmqa.bak"), ("groups/mscp-pmqa", "groups/!mscp (copy)"),
    ("partnerships/mscp", "partnerships/m"), ("reviews/isabel.json", "reviews/isabel copy.json"),
  ])
  func changesNothingThatIsTold(original: String, copy: String) throws {
    let place = try TemporaryFolder()
    let data = try place.copySample(to: "data")
    let before = try Self.commands.map { try Masa.run($0, data: data) }
    try FileManager.default.copyItem(atPath: "\(data)/\(original)", toPath: "\(data)/\(copy)")
    for (words, alone) in zip(Self.commands, before) {
      let both = try Masa.run(words, data: data)
      let lines = Self.withoutFaults(both.lines)
      #expect(lines == Self.withoutFaults(alone.lines), "\(words)")
      #expect(both.status == alone.status && alone.status == 0, "\(words): \(both.messages)")
    }
    let check = try Masa.run("check", data: data)
    #expect(check.lines.filter { $0.contains("is a copy of") }.count == 1, "\(check.text)")
    #expect(check.lines.filter { $0.contains(copy) }.count == 1, "\(check.text)")
    #expect(check.status == 1)
  }

  /// What would enter something under the name of the folder `NAME`.
  private static let entering = [
    "actions add NAME --title New", "actions update a1 --move-to NAME",
    "agenda add NAME --title New", "agenda start NAME --from standing", "agenda roll NAME",
    "agenda paper NAME 1 --title New --meeting last", "add action --group NAME --title New",
    "add meeting --group NAME --date 2024-09-01 --status planned",
    "add chair-term --group NAME --from 2024-09-01", "set action a1 group=NAME",
    "add seat --in NAME --title New --agency council",
  ]

  @Test(arguments: entering) func nothingIsEnteredWhereNothingCounts(words: String) throws {
    let folder = try EditingFolder()
    let groups = "\(folder.path)/groups"
    try FileManager.default.copyItem(atPath: "\(groups)/board", toPath: "\(groups)/board.bak")
    let copy = try FileManager.default.subpathsOfDirectory(atPath: "\(groups)/board.bak").sorted()
    let refused = try folder.masa(words.replacing("NAME", with: "board.bak"))
    #expect(refused.status != 0, "\(refused.text)")
    #expect(
      refused.messages.lowercased().contains("nothing was changed"), "\(refused.messages)")
    let after = try FileManager.default.subpathsOfDirectory(atPath: "\(groups)/board.bak").sorted()
    #expect(after == copy)
    for file in ["actions.json", "meetings.json"] {
      #expect(try folder.file("groups/board.bak/\(file)") == folder.file("groups/board/\(file)"))
    }
  }

  @Test(arguments: entering) func whatIsEnteredGoesIntoTheRenamedFolder(words: String) throws {
    let folder = try EditingFolder()
    let groups = "\(folder.path)/groups"
    try FileManager.default.moveItem(atPath: "\(groups)/board", toPath: "\(groups)/the-board")
    let isNothing = words.contains("a1")
    let saved = try folder.masa(words.replacing("NAME", with: "board"))
    #expect(saved.status == 0, "\(saved.messages)")
    #expect(!FileManager.default.fileExists(atPath: "\(groups)/board"))
    let journal = FileManager.default.fileExists(atPath: "\(groups)/the-board/journal.jsonl")
    #expect(isNothing || journal)
    // The name of the folder is no name of the group.
    let refused = try folder.masa(words.replacing("NAME", with: "elsewhere"))
    #expect(refused.status != 0, "\(refused.text)")
    let check = try folder.masa("check")
    #expect(
      !check.lines.contains { $0.contains("error") && !$0.contains("0 errors") }, "\(check.text)")
  }

  @Test func whatMovesGoesIntoTheRenamedFolder() throws {
    let folder = try EditingFolder()
    let groups = "\(folder.path)/groups"
    try FileManager.default.moveItem(atPath: "\(groups)/audit", toPath: "\(groups)/the-audit")
    _ = try folder.edit("actions update a1 --move-to audit")
    #expect(try folder.action("a1", in: "the-audit")?["group"]?.string == "audit")
    #expect(try folder.action("a1") == nil)
    #expect(try folder.masa("undo a1").status == 0)
    #expect(try folder.action("a1")?["group"]?.string == "board")
    #expect(try folder.action("a1", in: "the-audit") == nil)
  }

  @Test(arguments: [
    "add group --id board --name Another --type subgroup --parents [{\"partnership\":\"area\"}]",
    "add review --id ash --title Another --type localReview --commissionedBy area",
    "add action --id a1 --group audit --title Another",
  ])
  func noIDIsGivenTwice(words: String) throws {
    let folder = try EditingFolder()
    for (old, new) in [
      ("groups/board", "groups/elsewhere"), ("reviews/ash.json", "reviews/a.json"),
    ] {
      try FileManager.default.moveItem(
        atPath: "\(folder.path)/\(old)", toPath: "\(folder.path)/\(new)")
    }
    let refused = try folder.masa(words)
    #expect(refused.status != 0)
    #expect(refused.messages.contains("already, in "), "\(refused.messages)")
    #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/groups/board"))
  }
}
