import FoundationEssentials
import JSONDocument
import Testing

/// A plain command line is read without the parser: to the same end as by the parser.
struct PlainCommandLineTests {
  struct Line: CustomTestStringConvertible, Sendable {
    let words: String
    /// The options, each with its value.
    let options: [(name: String, value: String)]
    var testDescription: String { words + options.map { " \($0.name) \($0.value)" }.joined() }

    /// As plain words, and as only the parser reads them.
    var spellings: [[String]] {
      [options.flatMap { [$0.name, $0.value] }, options.map { "\($0.name)=\($0.value)" }]
    }
  }

  /// Together they give every option that the commands have.
  static let lines = [
    Line(words: "actions add board", options: [("--title", "Send it")]),
    Line(
      words: "actions add board",
      options: [
        ("--title", "Send it"), ("--owner", "police"), ("--owner", "ann"), ("--due", "3wd"),
        ("--status", "started"), ("--meeting", "held"), ("--review", "ash"), ("--note", "Asked."),
        ("--as-of", "2024-05-01"), ("--format", "json"), ("--me", "ann"), ("--theme", "dark"),
        ("--glyphs", "ascii"), ("--idle-minutes", "9"),
      ]),
    Line(
      words: "actions update a1",
      options: [
        ("--title", "New"), ("--status", "dropped"), ("--owner", "police"), ("--owner", "council"),
        ("--due", "2024-07"), ("--note", "Late."), ("--evidence", "One"), ("--evidence", "Two"),
        ("--impact", "Three"), ("--expect-status", "open"), ("--as-of", "2024-04-02"),
      ]),
    Line(words: "actions update a1", options: [("--move-to", "audit"), ("--me", "ann")]),
    Line(words: "actions update a1", options: [("--status", "done"), ("--expect-title", "Other")]),
    Line(words: "actions update a1", options: [("--status", "done"), ("--expect-due", "2020-01")]),
    Line(words: "actions update a1", options: [("--note", "x"), ("--expect-owner", "police")]),
    Line(words: "actions update a1", options: [("--note", "x"), ("--expect-revision", "0")]),
    Line(words: "actions update a1", options: [("--note", "x"), ("--format", "json")]),
    Line(
      words: "actions update a1",
      options: [("--note", "x"), ("--theme", "no"), ("--glyphs", "no"), ("--idle-minutes", "1")]),
    Line(words: "actions complete a1", options: []),
    Line(
      words: "actions complete a1",
      options: [
        ("--note", "Done."), ("--on", "2024-03-01"), ("--expect-status", "open"),
        ("--as-of", "2024-04-02"), ("--format", "json"), ("--me", "ann"), ("--theme", "dark"),
        ("--glyphs", "ascii"), ("--idle-minutes", "9"),
      ]),
    Line(
      words: "actions complete a1",
      options: [
        ("--expect-title", "Other"), ("--expect-owner", "none"), ("--expect-due", "none"),
        ("--expect-revision", "0"),
      ]),
    Line(words: "actions add board", options: [("--title", "x"), ("--status", "finished")]),
    Line(words: "actions add board", options: [("--title", "x"), ("--title", "y")]),
    Line(words: "actions add board", options: [("--title", "x"), ("--idle-minutes", "many")]),
    Line(words: "actions add board", options: [("--title", "x"), ("--idle-minutes", "0")]),
    Line(
      words: "actions add board",
      options: [("--title", "x"), ("--idle-minutes", "9223372036854775807")]),
    Line(words: "actions add board", options: [("--title", "x"), ("--format", "yaml")]),
    Line(words: "actions add board", options: [("--owner", "police")]),
    Line(words: "actions add board audit", options: [("--title", "x")]),
    Line(words: "actions add", options: [("--title", "x")]),
    Line(words: "actions update a1", options: [("--tilte", "x")]),
    Line(words: "actions update", options: [("--title", "x")]),
    Line(words: "actions complete", options: []),
    Line(words: "actions complete a1 a2", options: []),
  ]

  @Test(arguments: lines)
  func endsAsTheParserDoes(_ line: Line) throws {
    let ends = try line.spellings.map { spelling in
      let folder = try EditingFolder()
      let finished = try folder.masa(line.words, spelling)
      return try [
        String(finished.status), finished.messages.replacing(folder.path, with: "DATA"),
        finished.text.split(separator: "\n").filter { !$0.contains("change") }.joined(),
      ] + ["board", "audit"].map { try records(of: $0, in: folder) }
    }
    #expect(ends[0] == ends[1])
  }

  /// The actions of a group as the file spells them, without the stamp at its end.
  private func records(of group: String, in folder: EditingFolder) throws -> String {
    let path = "\(folder.path)/groups/\(group)/actions.json"
    guard let bytes = FileManager.default.contents(atPath: path) else { return "none" }
    return try #require(JSONDocument(bytes: [UInt8](bytes)).root["actions"]).spelling
  }

  /// An option that is new to a command has to be read in both ways.
  @Test(arguments: ["actions add", "actions update", "actions complete"])
  func everyOptionStandsInTheTable(command: String) throws {
    let help = try Masa.run("\(command) --help").text
    let named = Set(help.matches(of: /\s(--[a-z-]+) </).map { String($0.1) })
    let given = Self.lines.filter { $0.words.hasPrefix(command) }.flatMap(\.options).map(\.name)
    #expect(named.count > 8 && named.subtracting(given).subtracting(["--data"]).isEmpty)
  }

  @Test func commonOptionsMayStandAnywhere() throws {
    let folder = try EditingFolder()
    for (number, words) in ["actions --as-of 2024-04-01 add", "--as-of 2024-04-01 actions add"]
      .enumerated()
    {
      _ = try folder.edit("\(words) board", ["--title", "Task"])
      #expect(
        try folder.action("board-\(number + 1)")?["raisedOn"]?.string == "2024-04-01")
    }
  }
}
