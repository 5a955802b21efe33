import FoundationEssentials
import JSONDocument
import Testing

/// What was changed, taken back and checked, on a small folder.
struct HistoryTests {
  private let folder: EditingFolder

  init() throws { folder = try EditingFolder() }

  private func history(_ words: String = "") throws -> [JSONValue] {
    let finished = try folder.masa("history \(words) --format json")
    try #require(finished.status == 0, "\(finished.messages)")
    return Array(try JSONDocument(bytes: finished.output).root.elements)
  }

  @Test func historySaysWhatWasChangedByWhomAndWhen() throws {
    _ = try folder.edit("actions update a1 --status started --due 2024-05-01")
    _ = try folder.edit("actions complete a2 --on 2024-03-05")
    _ = try folder.edit("actions add audit --title New")
    let all = try history()
    // What was saved within a second in two folders may stand in either order.
    let ids = all.compactMap { $0["id"]?.string }
    #expect(ids.sorted() == ["groups/audit:1", "groups/board:1", "groups/board:2"])
    #expect(ids.filter { $0.hasPrefix("groups/board") } == ["groups/board:1", "groups/board:2"])
    let first = try #require(try history("groups/board:1").first)
    #expect(
      first.members.map(\.key)
        == ["id", "at", "user", "uid", "title", "changes", "undoes", "handling"])
    let at = try #require(first["at"]?.string)
    #expect(at.count == 20 && at.hasSuffix("Z") && at.hasPrefix("20"))
    let changes = try #require(first["changes"])
    #expect(changes.elements.map { $0["field"]?.string } == ["due", "status"])
    #expect(changes[0]?["from"]?.isNull == true && changes[0]?["to"]?.string == "2024-05-01")
    #expect(changes[1]?["from"]?.string == "open" && changes[1]?["to"]?.string == "started")
    #expect(changes[1]?["document"]?.string == EditingFolder.actions)
    #expect(try history("a2").map { $0["id"]?.string } == ["groups/board:2"])
    #expect(try history("audit").count == 1)
    #expect(try history("groups/board").count == 2)
    #expect(try history("groups/board:2").count == 1)
    let user = try #require(first["user"]?.string)
    #expect(try history("--by \(user)").count == 3 && history("--by nobody-else").isEmpty)
    #expect(try history("--since 2001-01-01").count == 3 && history("--since 9000-01-01").isEmpty)
    let text = try folder.masa("history board")
    #expect(text.lines[0].contains(user) && text.lines[0].contains("groups/board:1"))
    #expect(text.lines.contains { $0.hasPrefix("  ") && $0.contains("under way") })
    #expect(try csvRows(folder.masa("history --format csv").text).count == 4)
  }

  @Test func theLastChangeOfARecordIsTakenBack() throws {
    let before = try folder.file(EditingFolder.actions)
    _ = try folder.edit("actions update a2 --due 2024-05-01")
    _ = try folder.edit("actions update a1 --title Changed")
    let undone = try folder.masa("undo a2")
    #expect(undone.status == 0)
    #expect(undone.lines[0].hasPrefix("a2 ") && undone.text.contains("New date: Two"))
    #expect(try folder.action("a2")?["due"]?["printed"]?.string == "End of February 2024")
    #expect(try folder.action("a1")?["title"]?.string == "Changed")
    #expect(try folder.masa("undo a1").status == 0)
    // Apart from the mark of the entry that wrote it, the file is as it was.
    let after = try folder.file(EditingFolder.actions)
    let kept = before.split(separator: "\n").dropLast(2)
    #expect(after.split(separator: "\n").starts(with: kept))
    #expect(try folder.masa("undo a1").status == 1)
  }

  @Test func anUndoIsTakenBackToo() throws {
    _ = try folder.edit("actions complete a1")
    _ = try folder.edit("undo groups/board:1")
    #expect(try folder.action("a1")?["status"]?.string == "open")
    let again = try folder.masa("undo groups/board:1")
    #expect(again.status == 1 && again.messages.contains("masa undo groups/board:2"))
    _ = try folder.edit("undo groups/board:2")
    #expect(try folder.action("a1")?["status"]?.string == "done")
    #expect(
      try history().compactMap { $0["undoes"]?.string } == ["groups/board:1", "groups/board:2"])
  }

  @Test(arguments: ["groups/audit:1", "groups/board:1", "a1"])
  func aMoveIsTakenBackByEitherFolder(_ id: String) throws {
    _ = try folder.edit("actions update a1 --move-to board --title Here --move-to audit")
    #expect(try folder.action("a1") == nil)
    #expect(try history().count == 1)
    let undone = try folder.masa("undo \(id)")
    #expect(undone.status == 0 && undone.messages.isEmpty)
    #expect(try folder.action("a1")?["title"]?.string == "One")
    #expect(try folder.action("a1", in: "audit") == nil)
    #expect(try folder.masa("undo \(id)").status == 1)
    #expect(try folder.masa("journal verify").status == 0)
  }

  @Test func whatWasAddedIsGoneAgain() throws {
    let added = try folder.edit("actions add board --title New")
    let undone = try folder.edit("undo \(added.id)")
    #expect(undone.id == added.id && undone.revision == nil)
    #expect(try folder.action(added.id) == nil)
    let second = try folder.edit("actions add board --title Newer")
    #expect(second.id != added.id)
  }

  @Test func whatSomebodyChangedSinceIsTakenBackOnlyByForce() throws {
    _ = try folder.edit("actions update a1 --title First")
    _ = try folder.edit("actions update a1 --title Second")
    let refused = try folder.masa("undo groups/board:1")
    #expect(refused.status == 2 && refused.output.isEmpty)
    #expect(refused.messages.contains(#"title is "Second", expected "First""#))
    #expect(try folder.action("a1")?["title"]?.string == "Second")
    #expect(try folder.masa("undo groups/board:1 --force").status == 0)
    #expect(try folder.action("a1")?["title"]?.string == "One")
  }

  @Test(arguments: ["groups/board:7", "a1", "groups/nowhere:1"])
  func whatNeverWasCannotBeTakenBack(_ id: String) throws {
    let finished = try folder.masa("undo \(id)")
    #expect(finished.status == 1 && finished.messages.contains("nothing was changed"))
  }

  @Test func aChangedJournalIsTold() throws {
    #expect(try folder.masa("journal verify").text == "0 entries in 0 journals, chain intact\n")
    for title in ["First", "Second", "Third"] {
      _ = try folder.edit("actions update a1 --title \(title)")
    }
    _ = try folder.edit("actions add audit --title New")
    #expect(try folder.masa("journal verify").text == "4 entries in 2 journals, chain intact\n")
    let path = "\(folder.path)/groups/board/journal.jsonl"
    let text = try contents(path).replacing("\"to\":\"Second\"", with: "\"to\":\"Secund\"")
    try Data(text.utf8).write(to: URL(filePath: path))
    let finished = try folder.masa("journal verify")
    #expect(finished.status == 1)
    #expect(finished.messages.contains("groups/board/journal.jsonl is not as it was written"))
    #expect(finished.messages.contains("the first bad line is 2"))
    #expect(try folder.masa("journal verify audit").text == "1 entry in 1 journal, chain intact\n")
    #expect(try folder.masa("journal verify groups/board").status == 1)
    #expect(try folder.masa("journal verify nowhere").status == 1)
  }

  @Test func aJournalThatLostItsEndIsTold() throws {
    for title in ["First", "Second"] { _ = try folder.edit("actions update a1 --title \(title)") }
    let path = "\(folder.path)/groups/board/journal.jsonl"
    let first = try contents(path).split(separator: "\n")[0]
    try Data("\(first)\n".utf8).write(to: URL(filePath: path))
    let finished = try folder.masa("journal verify")
    #expect(finished.status == 1 && finished.text.contains("its end was cut off"))
  }
}
