import Glibc
import Safeguarding
import Testing

@testable import DataStore

@Suite struct FolderReaderTests {
  /// Reads a folder again and again beside a reader that reads everything each time.
  private struct Both {
    let folder: TemporaryFolder
    let reader: FolderReader
    var workspace = Workspace()

    init(_ files: [String: String]) throws {
      folder = try TemporaryFolder(files)
      reader = FolderReader(DataFolder(path: folder.path))
    }

    /// Expects the same workspace from both; answers the news.
    @discardableResult
    mutating func compare(_ step: String) throws -> FolderNews {
      let news = try reader.read()
      if let changed = news.workspace { workspace = changed }
      let whole = try folder.read()
      #expect(workspace.faults.map(\.sentence) == whole.faults.map(\.sentence), "\(step)")
      #expect(Contents.of(workspace) == Contents.of(whole), "\(step)")
      return news
    }
  }

  @Test func theFirstReadingHasEverything() throws {
    var both = try Both(SmallFolder.files)
    let news = try both.compare("first")
    #expect(both.workspace.actions.all.count == 3)
    #expect(news.files.isEmpty)
    #expect(news.entries.isEmpty)
    #expect(try both.compare("second").workspace == nil)
  }

  /// Who has shown a folder already goes on from there, and reads nothing twice.
  @Test func readingsGoOnFromTheBeginning() throws {
    let folder = try TemporaryFolder(SmallFolder.files)
    let reader = FolderReader(DataFolder(path: folder.path))
    #expect(Contents.of(try reader.begin()) == Contents.of(try folder.read()))
    #expect(try reader.read().workspace == nil)
    try folder.write(SmallFolder.actions(middle: "{}"), to: SmallFolder.actions)
    let news = try reader.read()
    #expect(news.files == [SmallFolder.actions])
    #expect(Contents.of(try #require(news.workspace)) == Contents.of(try folder.read()))
  }

  @Test func onlyWhatHasChangedIsReadAgain() throws {
    var both = try Both(SmallFolder.files)
    try both.compare("first")
    try both.folder.write(SmallFolder.actions(middle: "{}"), to: SmallFolder.actions)
    let news = try both.compare("changed")
    #expect(news.files == [SmallFolder.actions])
    #expect(both.workspace.faults.isEmpty == false)
    try #require(unlink(both.folder.path + "/" + SmallFolder.actions) == 0)
    #expect(try both.compare("removed").files == [SmallFolder.actions])
    #expect(both.workspace.actions.all.isEmpty)
    #expect(both.workspace.faults.isEmpty)
  }

  /// One file of values after the other changes, goes, comes, and is damaged; the others are not read again.
  @Test func whateverBecomesOfOneFileOfMany() throws {
    func file(_ agency: String) -> String { "dataset/values/\(agency)-2023.json" }
    func values(_ agency: String, _ numbers: [Int]) -> String {
      let records = numbers.enumerated().map { index, number in
        #"{"id": "\#(agency)-\#(index)", "indicator": "plans", "agency": "\#(agency)", "#
          + #""period": "2023-0\#(index + 4)", "value": \#(number), "#
          + #""breakdown": [{"by": "Age", "part": "\#(index)"}]}"#
      }
      return #"{"values": [\#(records.joined(separator: ","))]}"#
    }
    var files = SmallFolder.files
    files["dataset/area.json"] = #"""
      {"clusters": [{"id": "all", "partnership": "area", "title": "All"}],
       "indicators": [{"id": "plans", "partnership": "area", "cluster": "all", "title": "Plans"}]}
      """#
    for agency in ["council", "police"] { files[file(agency)] = values(agency, [1, 2, 3]) }
    var both = try Both(files)
    try both.compare("first")
    #expect(both.workspace.faults.isEmpty)
    #expect(both.workspace.values.all.count == 6)
    let broken = #"{"values": [{"id": "police-0", "indicator": "none", "value": "x"}"#
    let steps: [(what: String, text: String?, count: Int)] = [
      ("another value", values("police", [1, 7, 3]), 6),
      ("one more", values("police", [1, 7, 3, 4]), 7),
      ("fewer", values("police", [9]), 4),
      ("none at all", #"{"values": []}"#, 3),
      ("gone", nil, 3),
      ("come again", values("police", [5, 6]), 5),
      ("an id of another file", values("council", [5]), 3),
      ("of an indicator that is not there", broken + "]}", 4),
      ("damaged", broken, 3),
      ("as it was", values("police", [1, 2, 3]), 6),
    ]
    for (what, text, count) in steps {
      if let text {
        try both.folder.write(text, to: file("police"))
      } else {
        try #require(unlink("\(both.folder.path)/\(file("police"))") == 0)
      }
      #expect(try both.compare(what).files == [file("police")], "\(what)")
      #expect(both.workspace.values.all.count == count, "\(what)")
      #expect(both.workspace.values["council-2"]?.value?.text == "3", "\(what)")
      #expect(try both.compare("\(what), again").workspace == nil)
    }
    #expect(both.workspace.faults.isEmpty)
  }

  @Test func theSameBytesAreNoNews() throws {
    var both = try Both(SmallFolder.files)
    try both.compare("first")
    try both.folder.write(SmallFolder.files[SmallFolder.actions] ?? "", to: SmallFolder.actions)
    let news = try both.compare("written again")
    #expect(news.workspace == nil)
    #expect(news.files.isEmpty)
  }

  /// A file of the same length and date is another file all the same.
  @Test(arguments: [false, true])
  func aFileWithTheSameSizeAndDateIsNoticed(isReplaced: Bool) throws {
    var both = try Both(SmallFolder.files)
    let file = both.folder.path + "/" + SmallFolder.actions
    for title in ["Uno", "Due", "Tre", "Sei"] {
      var status = stat()
      try #require(stat(file, &status) == 0)
      try both.compare("before \(title)")
      let text = SmallFolder.actions(
        middle: #"{"id": "b", "group": "board", "title": "\#(title)", "status": "open"}"#)
      try both.folder.write(text, to: isReplaced ? "groups/board/next" : SmallFolder.actions)
      if isReplaced { try #require(rename(both.folder.path + "/groups/board/next", file) == 0) }
      try #require(utimensat(AT_FDCWD, file, [status.st_atim, status.st_mtim], 0) == 0)
      try both.compare("after \(title)")
      #expect(both.workspace.actions["b"]?.title == title)
    }
  }

  /// A save that was cut off behind its journal shows as if it had been completed.
  @Test func aJournalThatIsAheadOfItsFile() throws {
    var both = try Both(SmallFolder.files)
    try both.compare("first")
    let change = Change(
      SmallFolder.actions, RecordID(ActionItem.kind, "a"), field: "title", from: .text("One"),
      to: .text("Uno"))
    let entry = JournalEntry(
      id: EntryID(folder: "groups/board", sequence: 1), title: "Name it", time: 1_711_881_667,
      userID: 1, user: "ann", changes: [change])
    let line = JournalLine.make(entry, previous: "", heads: [SmallFolder.actions: 1]).bytes
    try both.folder.write(
      String(decoding: line, as: UTF8.self), to: "groups/board/journal.jsonl")
    let news = try both.compare("ahead")
    #expect(both.workspace.actions["a"]?.title == "Uno")
    #expect(news.files == [SmallFolder.actions])
    #expect(news.entries == [entry])
    try #require(unlink(both.folder.path + "/groups/board/journal.jsonl") == 0)
    try both.compare("given up")
    #expect(both.workspace.actions["a"]?.title == "One")
  }

  @Test func aFolderThatGoesAndComesBack() throws {
    var both = try Both(SmallFolder.files)
    try both.compare("first")
    let away = both.folder.path + "-away"
    try #require(rename(both.folder.path, away) == 0)
    #expect(throws: FolderError.missing(both.folder.path)) { try both.reader.read() }
    try #require(rename(away, both.folder.path) == 0)
    try both.compare("back")
    try both.folder.write("{}", to: "reviews/ash.json")
    #expect(try both.compare("changed").files == ["reviews/ash.json"])
  }

  @Test(arguments: 1...6)
  func whateverHappensBothReadTheSame(seed: Int) throws {
    var dice = Dice(seed: UInt64(seed))
    var both = try Both(SmallFolder.files)
    try both.compare("first")
    for step in 0..<30 {
      let happening = try Happening.random(using: &dice)
      happening.happen(in: both.folder.path)
      try both.compare("seed \(seed), step \(step): \(happening)")
      if Bool.random(using: &dice) {
        let news = try both.compare("again after step \(step)")
        #expect(news.workspace == nil, "seed \(seed), step \(step): \(happening)")
      }
    }
  }
}

/// Everything that a workspace holds, as text.
private enum Contents {
  static func of(_ workspace: Workspace) -> [String] {
    records(of: workspace) + rest(of: workspace)
  }

  /// Each record with its file, found by its id as well, and in its group.
  private static func records(of workspace: Workspace) -> [String] {
    func records<E: Entity>(_ type: E.Type) -> [String] {
      let table = workspace[E.self]
      return table.all.map { record in
        let found = table[record.id].map { "\($0)" } ?? "none"
        return "\(E.kind.name) \(table.document(of: record.id) ?? "-"): \(record) \(found)"
      }
    }
    let groups = workspace.indicators.all.flatMap { indicator in
      workspace.values(of: indicator).map { "\(indicator.id): \($0.id)" }
    }
    return Kinds.all.flatMap { records($0) } + groups
  }

  private static func rest(of workspace: Workspace) -> [String] {
    Mirror(reflecting: workspace).children.map { child in
      let parts = Mirror(reflecting: child.value).children.map { part in
        "\(part.label ?? ""): \(text(of: part.value))"
      }
      let isSorted = Mirror(reflecting: child.value).displayStyle == .dictionary
      return "\(child.label ?? ""): \(isSorted ? parts.sorted() : parts)"
    }
  }

  /// A dictionary has no order of its own.
  private static func text(of value: Any) -> String {
    guard Mirror(reflecting: value).displayStyle == .dictionary else { return "\(value)" }
    return "\(Mirror(reflecting: value).children.map { "\($0.value)" }.sorted())"
  }
}

/// Something that somebody may do to the files of a folder.
private enum Happening {
  case write(String, String)
  case replace(String, String)
  case remove(String)
  case move(String, String)
  case lay(String)
  case mode(String, mode_t)

  private static let files =
    Array(SmallFolder.files.keys).sorted() + [
      "groups/other/group.json", "groups/other/actions.json", "reviews/elm.json", "rules.json",
      "access.json", "notes.json", "groups/.hidden.json",
    ]
  private static let folders = [
    "groups/board", "groups/other", "groups/third", "reviews", "dataset",
  ]

  static func random(using dice: inout Dice) throws -> Happening {
    func one(_ texts: [String]) throws -> String {
      try #require(texts.randomElement(using: &dice))
    }
    switch Int.random(in: 0..<12, using: &dice) {
    case 0...2: return try .write(one(files), one(texts))
    case 3...5: return try .replace(one(files), one(texts))
    case 6: return try .remove(one(files))
    case 7: return try .move(one(files), one(files))
    case 8: return try .move(one(folders), one(folders))
    case 9: return try .lay(one(folders))
    case 10: return try .mode(one(files), Bool.random(using: &dice) ? 0 : 0o600)
    default: return try .mode(one(folders), Bool.random(using: &dice) ? 0 : 0o700)
    }
  }

  /// Texts for any file, right in some of them: records, references that lead nowhere, broken ones.
  private static let texts =
    Array(SmallFolder.files.values).sorted() + [
      "", "{", "[]", "{}", #"{"actions": [{"id": "b"}, {"id": "b", "group": "nobody"}]}"#,
      SmallFolder.actions(
        middle: #"{"id": "a", "group": "other", "title": "T", "status": "open"}"#),
      #"{"id": "other", "name": "Other", "type": "executive", "parents": [{"partnership": "x"}]}"#,
    ]

  func happen(in folder: String) {
    func place(_ path: String) -> String { "\(folder)/\(path)" }
    // Much of this is refused, for there may be no such file: then nothing happens.
    switch self {
    case .write(let file, let text): Self.put(text, into: place(file))
    case .replace(let file, let text):
      Self.put(text, into: place("next"))
      if rename(place("next"), place(file)) != 0 { unlink(place("next")) }
    case .remove(let file): unlink(place(file))
    case .move(let old, let new): rename(place(old), place(new))
    case .lay(let path): mkdir(place(path), 0o700)
    case .mode(let path, let mode): chmod(place(path), mode)
    }
  }

  private static func put(_ text: String, into path: String) {
    guard let stream = fopen(path, "w") else { return }
    fputs(text, stream)
    fclose(stream)
  }
}
