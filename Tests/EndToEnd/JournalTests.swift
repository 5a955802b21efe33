import FoundationEssentials
import Glibc
import Testing

/// What an administrator learns of the journals, and how they are mended.
struct JournalTests {
  private let folder: EditingFolder
  private let list: String

  init() throws {
    folder = try EditingFolder()
    list = "\(folder.path)/../heads"
    _ = try folder.edit("actions update a1 --status started")
    _ = try folder.edit("actions update a1 --status open")
    _ = try folder.edit("actions add audit --title New")
    let heads = try folder.masa("journal heads")
    #expect(heads.status == 0 && heads.lines.filter { !$0.isEmpty }.count == 2)
    try folder.write("Nov 29 10:00:01 host masa: " + heads.lines.joined(separator: "\nlog "), list)
  }

  private func since() throws -> Finished { try folder.masa("journal verify --since", [list]) }

  private var journal: String { "\(folder.path)/groups/board/journal.jsonl" }

  @Test func whatOnlyGrewIsIntact() throws {
    #expect(try since().status == 0)
    _ = try folder.edit("actions update a1 --status done")
    #expect(try since().status == 0)
    // A list that holds nothing tells so.
    #expect(try folder.masa("journal verify --since", ["/dev/null"]).status == 1)
  }

  @Test func whatWasShortenedWithItsFilesIsTold() throws {
    let text = try contents(journal)
    let first = text.prefix { $0 != "\n" } + "\n"
    try folder.write(String(first), journal)
    let finished = try since()
    #expect(finished.status == 1)
    #expect(finished.text.contains("On the list it ends with entry 2, but the journal ends with"))
  }

  @Test func whatWasRemovedOrAddedIsTold() throws {
    try #require(
      rename("\(folder.path)/groups/audit", "\(folder.path)/groups/renamed") == 0)
    let finished = try since()
    #expect(finished.status == 1)
    #expect(finished.text.contains("groups/audit/journal.jsonl: On the list it ends with entry 1"))
    #expect(finished.text.contains("groups/renamed/journal.jsonl: note: The folder is not on"))
  }

  @Test(arguments: ["garbage\n", "{}\n{}\n", #"{"sequence":3,"x":1}"# + "\n"])
  func aBadEndIsSetAsideAndSavingGoesOn(end: String) throws {
    let text = try contents(journal)
    try folder.write(text + end, journal)
    let verified = try folder.masa("journal verify")
    #expect(verified.status == 1 && verified.messages.contains("masa journal mend groups/board"))
    let mended = try folder.masa("journal mend groups/board")
    #expect(mended.status == 0, "\(mended.messages)")
    #expect(try contents(journal) == text)
    let names = try FileManager.default.contentsOfDirectory(
      atPath: "\(folder.path)/groups/board")
    let aside = try #require(names.first { $0.hasPrefix("journal.jsonl.") })
    #expect(try contents("\(folder.path)/groups/board/\(aside)") == text + end)
    #expect(try folder.masa("journal verify").status == 0)
    _ = try folder.edit("actions update a1 --status done")
    #expect(try folder.masa("check").status == 0)
  }

  @Test func aPipeInThePlaceOfAJournalIsSetAside() throws {
    unlink(journal)
    try #require(mkfifo(journal, 0o660) == 0)
    let verified = try folder.masa("journal verify")
    #expect(verified.messages.contains("masa journal mend groups/board"))
    #expect(try folder.masa("journal heads").status == 1)
    #expect(try folder.masa("journal mend board").status == 0)
    _ = try folder.edit("actions update a1 --status done")
    // That the lines before are gone is told for ever.
    #expect(try folder.masa("journal verify").status == 1)
  }

  @Test func whatIsWholeIsLeftAlone() throws {
    let before = try contents(journal)
    let mended = try folder.masa("journal mend groups/board")
    #expect(mended.status == 0 && mended.text.contains("nothing was changed"))
    #expect(try contents(journal) == before)
  }
}

extension EditingFolder {
  /// Writes a text to a path.
  fileprivate func write(_ text: String, _ path: String) throws {
    try Data(text.utf8).write(to: URL(filePath: path))
  }
}
