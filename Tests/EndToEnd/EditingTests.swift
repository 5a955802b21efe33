import FoundationEssentials
import JSONDocument
import Letters
import Testing

/// The commands that change actions, on a small folder.
struct EditingTests {
  private let folder: EditingFolder

  init() throws { folder = try EditingFolder() }

  @Test func anActionIsAddedWithAllThatIsSaidOfIt() throws {
    let added = try folder.edit(
      "actions add board --due 3wd --owner police --meeting held --review ash",
      ["--title", "Send the tool", "--owner", "name:Ann: the clerk", "--note", "Asked."])
    #expect(added.id == "board-1" && added.change == "groups/board:1")
    let action = try #require(try folder.action("board-1"))
    #expect(action["title"]?.string == "Send the tool" && action["status"]?.string == "open")
    // Easter Monday is no working day.
    #expect(action["due"]?.string == "2024-04-04")
    #expect(action["owners"]?[0]?["agency"]?.string == "police")
    #expect(action["owners"]?[1]?["name"]?.string == "Ann: the clerk")
    #expect(action["meeting"]?.string == "held" && action["review"]?.string == "ash")
    #expect(action["progress"]?[0]?["text"]?.string == "Asked.")
    #expect(try folder.listedRevision(of: "board-1") == added.revision)
    #expect(try folder.masa("check").status == 0)
  }

  @Test func aGroupWithoutActionsGetsItsFile() throws {
    let finished = try folder.masa("actions add audit --title New")
    #expect(finished.status == 0 && finished.messages.isEmpty)
    let words = finished.lines[0].split(separator: " ")
    #expect(words.count == 2 && words[0] == "audit-1" && words[1].count == 16)
    #expect(try folder.action("audit-1", in: "audit")?["title"]?.string == "New")
  }

  @Test func whatIsNotNamedStaysAsItIs() throws {
    let before = try folder.file(EditingFolder.actions)
    let answer = try folder.edit("actions update a1 --status started --evidence Letter")
    let action = try #require(try folder.action("a1"))
    #expect(action["status"]?.string == "started" && action["evidence"]?[0]?.string == "Letter")
    #expect(action["ourOwn"]?.spelling == #"[1.50, "kept"]"#)
    #expect(answer.change == "groups/board:1")
    #expect(try folder.listedRevision(of: "a1") == answer.revision)
    let untouched = before.split(separator: "\n").filter { $0.contains("\"a2\"") }
    #expect(try folder.file(EditingFolder.actions).contains(untouched[0]))
  }

  struct Update: CustomTestStringConvertible, Sendable {
    let words: String
    /// The key and the spelling of what then stands there; nil for nothing.
    let field: String
    let spelling: String?
    var testDescription: String { words }
  }

  @Test(arguments: [
    Update(words: "update a2 --due none", field: "due", spelling: nil),
    Update(words: "update a2 --due 2024-06", field: "due", spelling: #""2024-06""#),
    Update(words: "update a2 --due -1d", field: "due", spelling: #""2024-03-30""#),
    Update(words: "update a2 --owner none", field: "owners", spelling: nil),
    Update(words: "update a2 --status open", field: "doneOn", spelling: nil),
    Update(words: "update a2 --status done", field: "doneOn", spelling: #""2024-02""#),
    Update(words: "update a1 --status done", field: "doneOn", spelling: #""2024-03-31""#),
    Update(words: "complete a1", field: "doneOn", spelling: #""2024-03-31""#),
    Update(words: "complete a1", field: "status", spelling: #""done""#),
    Update(words: "complete a1 --on yesterday", field: "doneOn", spelling: #""2024-03-30""#),
    Update(words: "complete a1 --as-of 2024-04-02", field: "doneOn", spelling: #""2024-04-02""#),
    Update(words: "update a1 --title --help", field: "title", spelling: #""--help""#),
  ])
  func aFieldIsChanged(_ update: Update) throws {
    let words = update.words.split(separator: " ").map(String.init)
    _ = try folder.edit("actions", words)
    #expect(try folder.action(words[1])?[update.field]?.spelling == update.spelling)
    #expect(try folder.masa("check").status == 0)
  }

  @Test func aNoteSaysWhenAndByWhom() throws {
    _ = try folder.edit("actions complete a2", ["--note", "All have\nanswered."])
    let note = try #require(try folder.action("a2")?["progress"]?[0])
    #expect(note["text"]?.string == "All have\nanswered." && note["on"]?.string == "2024-03-31")
    #expect(note["by"]?.string?.isEmpty == false)
  }

  @Test func anActionMovesWithEverythingInIt() throws {
    let answer = try folder.edit("actions update a1 --move-to audit --owner ann")
    #expect(answer.id == "a1" && answer.change == "groups/audit:1")
    let moved = try #require(try folder.action("a1", in: "audit"))
    #expect(moved["group"]?.string == "audit" && moved["ourOwn"]?[0]?.spelling == "1.50")
    #expect(moved["owners"]?[0]?["person"]?.string == "ann")
    #expect(try folder.action("a1") == nil)
    #expect(try folder.listedRevision(of: "a1") == answer.revision)
    #expect(try folder.masa("undo a1").status == 0)
    #expect(try folder.action("a1")?["ourOwn"]?[0]?.spelling == "1.50")
    #expect(try folder.action("a1", in: "audit") == nil)
  }

  @Test func whatIsAsItShallBeIsNotSavedAgain() throws {
    let before = try folder.file(EditingFolder.actions)
    let answer = try folder.edit("actions update a1 --title One --expect-title One")
    #expect(answer.change == nil)
    #expect(try answer.revision == folder.listedRevision(of: "a1"))
    #expect(try folder.file(EditingFolder.actions) == before)
  }
}

/// What is expected, refused or asked wrongly changes nothing.
struct EditingRefusalTests {
  private let folder: EditingFolder

  init() throws { folder = try EditingFolder() }

  struct Case: CustomTestStringConvertible, Sendable {
    let words: [String]
    let status: Int32
    let said: String

    init(_ words: String, more: [String] = [], _ status: Int32, _ said: String) {
      self.words = words.split(separator: " ").map(String.init) + more
      (self.status, self.said) = (status, said)
    }
    var testDescription: String { words.joined(separator: " ").prefix(60).description }
  }

  @Test(arguments: [
    Case("update a2 --due none --expect-status open", 2, #"status is "done", expected "open""#),
    Case("complete a1 --expect-title Two", 2, #"title is "One", expected "Two""#),
    Case("complete a2 --expect-owner council", 2, #"owners is "police", expected "council""#),
    Case("complete a2 --expect-owner none", 2, #"owners is "police", expected none"#),
    Case("complete a1 --expect-owner police", 2, #"owners is none, expected "police""#),
    Case("complete a2 --expect-due 2024-03-01", 2, #"due is "2024-02-29", expected "2024-03-01""#),
    Case("complete a1 --expect-due 2024-03-01", 2, #"due is none, expected "2024-03-01""#),
    Case("complete a1 --expect-revision 0000000000000000", 2, #"expected "0000000000000000""#),
    Case("update a11 --status open", 1, #"no action with the id "a11""#),
    Case("update board --status open", 1, #"no action with the id "board""#),
    Case("update a1 --owner are", 1, "may mean"),
    Case("update a1 --owner zz", 1, "is called \"zz\""),
    Case("update a1 --due", more: [" "], 64, "--due holds nothing"),
    Case("update a1 --move-to aduit", 1, "Did you mean \"audit\"?"),
    Case("add ../groups/board --title New", 1, "no group"),
    Case("add . --title New", 1, "no group"),
    Case("add board --title New --meeting later", 1, "no meeting with the id \"later\""),
    Case("add board --title New --review oak", 1, "no review with the id \"oak\""),
    Case("update a1", 64, "Nothing was named"),
    Case("update a1 --status shut", 64, "open, started"),
    Case("update a1 --due soonish", 64, "--due: \"soonish\" is not understood"),
    Case("add board --title", more: [" "], 64, "--title holds nothing"),
    Case("add board", 64, "title"),
    Case("update a1 --title", more: [String(repeating: "x", count: 100_001)], 64, "100001 bytes"),
    Case("update a1 --frobnicate", 64, "--frobnicate"),
  ])
  func nothingIsChanged(_ wrong: Case) throws {
    let before = try folder.file(EditingFolder.actions)
    let finished = try folder.masa("actions", wrong.words)
    #expect(finished.status == wrong.status)
    #expect(finished.output.isEmpty)
    #expect(finished.messages.contains(wrong.said), "\(finished.messages)")
    if wrong.status != 64 { #expect(finished.messages.contains("othing was changed")) }
    #expect(try folder.file(EditingFolder.actions) == before)
  }

  @Test(arguments: [
    "--expect-status done", "--expect-title Two", "--expect-owner police",
    "--expect-due 2024-02-29",
    "--expect-status done --expect-owner polic",
  ])
  func whatIsExpectedIsThere(_ expected: String) throws {
    let answer = try folder.edit("actions update a2 --status dropped \(expected)")
    #expect(answer.change == "groups/board:1")
    let again = try folder.masa("actions update a2 --status open --expect-status done")
    #expect(again.status == 2)
    #expect(again.messages.contains(#"status is "dropped", expected "done"; nothing was changed"#))
  }

  @Test func aRevisionHoldsUntilTheNextChange() throws {
    let first = try folder.edit("actions update a1 --status started")
    let revision = try #require(first.revision)
    let second = try folder.edit("actions update a1 --due 2024-05-01 --expect-revision \(revision)")
    #expect(second.revision != revision)
    let third = try folder.masa("actions complete a1 --expect-revision \(revision)")
    #expect(third.status == 2 && third.messages.contains(revision))
  }

  @Test(arguments: [
    "\u{1b}[2J\u{1b}]0;owned\u{7}", "line one\nline two\r\n{\"hash\":\"\"}",
    "\u{202e}txt.exe\u{2028}",
    "\"quoted\\\" back\\slash\t", String(repeating: "né ", count: 25_000), "=cmd|'/c calc'!A1",
  ])
  func aHostileTitleIsKeptAndShownSafely(_ title: String) throws {
    let added = try folder.edit("actions add board", ["--title", title])
    let kept = try #require(try folder.action(added.id)?["title"]?.string)
    // What does not show is left out, as where it is pasted into a form.
    let shown = title.cleaned.text
    #expect(Array(kept.unicodeScalars) == Array(shown.unicodeScalars))
    _ = try folder.edit("actions update \(added.id)", ["--note", title])
    for command in ["actions list", "history", "history --format json", "history --format csv"] {
      let shown = try folder.masa(command)
      #expect(shown.status == 0 && dangerousCharacters(in: shown.output).isEmpty)
    }
    #expect(try folder.masa("undo \(added.id)").status == 0)
    #expect(try folder.action(added.id)?["progress"] == nil)
    #expect(try folder.masa("journal verify").text == "3 entries in 1 journal, chain intact\n")
    #expect(
      try folder.file("groups/board/journal.jsonl").split(separator: "\n").count == 3)
  }
}
