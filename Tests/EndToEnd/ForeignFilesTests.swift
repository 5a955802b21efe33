import FoundationEssentials
import Glibc
import JSONDocument
import Testing

/// What lies in the place of a file of one's own or of a journal ends nothing and holds nothing up.
struct ForeignFilesTests {
  @Test func aThemeThatIsNoFileIsNamedAndTheOthersAreThere() throws {
    let place = try TemporaryFolder()
    try place.write(#"{"inherits": "dark"}"#, to: "config/masa/themes/mine.json")
    let folder = "\(place.path)/config/masa/themes"
    try #require(mkfifo("\(folder)/pipe.json", 0o600) == 0)
    try #require(symlink("/dev/zero", "\(folder)/zero.json") == 0)
    try #require(mkdir("\(folder)/folder.json", 0o700) == 0)
    try place.write("", to: "config/masa/themes/huge.json")
    try #require(truncate("\(folder)/huge.json", 100 << 30) == 0)
    let themes = try Masa.run("themes", home: place.path)
    for name in ["pipe", "zero", "folder", "huge"] {
      #expect(
        (themes.text + themes.messages).contains("\(folder)/\(name).json: the file cannot be read"),
        "\(name): \(themes.text) \(themes.messages)")
    }
    #expect(themes.text.contains("mine"))
  }

  @Test func aJournalThatCannotBeReadIsNamedWhereverItIsMissed() throws {
    let folder = try EditingFolder()
    _ = try folder.edit("actions update a1 --status started")
    _ = try folder.edit("actions add audit --title New")
    try #require(truncate("\(folder.path)/groups/board/journal.jsonl", 100 << 30) == 0)
    let history = try folder.masa("history")
    #expect(history.status == 0 && history.text.contains("groups/audit:1"))
    #expect(history.messages.contains("groups/board/journal.jsonl"), "\(history.messages)")
    let verified = try folder.masa("journal verify")
    #expect(verified.status == 1)
    #expect(verified.text.contains("groups/board/journal.jsonl: "), "\(verified.text)")
    let checked = try folder.masa("check")
    #expect(checked.status == 1 && checked.text.contains("groups/board/journal.jsonl"))
    #expect(try folder.masa("actions update a1 --status done").status == 1)
    _ = try folder.edit("actions add audit --title Another")
    for pane in ["overview", "groups", "deadlines"] {
      let shown = try folder.masa("--plain \(pane)")
      #expect(shown.text.contains("groups/board/journal.jsonl"), "\(pane): \(shown.text)")
    }
  }
}
