@testable import DataStore
import Glibc
import Safeguarding
import Testing

/// Whatever stands in a folder: eight times as much of it takes about eight times as long.
@Suite struct ScalingTests {
  /// Files of a size that are hard to read, to check or to follow in one way.
  struct Growing: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// A size that takes some milliseconds.
    let size: Int
    let files: @Sendable (Int) -> [String: String]

    init(_ title: String, _ size: Int, _ file: String, _ text: @escaping @Sendable (Int) -> String)
    {
      self.init(title, size) { [file: text($0)] }
    }

    init(_ title: String, _ size: Int, _ files: @escaping @Sendable (Int) -> [String: String]) {
      (testDescription, self.size, self.files) = (title, size, files)
    }
  }

  private static func list(_ key: String, _ count: Int, _ element: (Int) -> String) -> String {
    "{\"\(key)\": [" + (0..<count).map(element).joined(separator: ",") + "]}"
  }

  private static func actions(_ count: Int, _ more: (Int) -> String) -> String {
    list("actions", count) {
      #"{"id": "x\#($0)", "group": "board", "title": "T", "status": "open"\#(more($0))}"#
    }
  }

  private static func group(_ id: String, _ more: String) -> String {
    #"{"id": "\#(id)", "name": "B", "type": "subgroup", "parents": [{"partnership": "area"}], \#(more)}"#
  }

  static let growing: [Growing] = [
    Growing("bad elements on one line", 4_000, SmallFolder.actions) {
      list("actions", $0) { _ in "1" }
    },
    Growing("one id many times", 300, SmallFolder.actions) { size in
      list("actions", size) { _ in #"{"id": "a", "group": "board", "title": "T", "status": "open"}"#
      }
    },
    Growing("a field that is not known in each record", 300, SmallFolder.actions) {
      actions($0) { _ in #", "colour": 1"# }
    },
    Growing("many fields that are not known in one record", 1_000, SmallFolder.actions) { size in
      actions(1) { _ in (0..<size).map { ", \"f\($0)\": 1" }.joined() }
    },
    Growing("many lists that are not known", 2_000, SmallFolder.actions) { size in
      "{" + (0..<size).map { "\"l\($0)\": []" }.joined(separator: ",") + "}"
    },
    Growing("one long text", 40_000, SmallFolder.actions) { size in
      let word = String(repeating: "o ", count: size)
      return
        #"{"actions": [{"id": "\#(word)", "group": "\#(word)", "title": "\#(word)", "status": "x"}]}"#
    },
    Growing("one line of many long characters", 20_000, SmallFolder.actions) { size in
      actions(3) { _ in #", "evidence": ["\#(String(repeating: "e\u{301}", count: size))"], "f": 1"#
      }
    },
    Growing("one long number", 40_000, SmallFolder.actions) { size in
      actions(1) { _ in #", "due": \#(String(repeating: "9", count: size))"# }
    },
    Growing("lists in lists up to the limit", 200, SmallFolder.actions) { size in
      let nest = String(repeating: "[", count: 55) + String(repeating: "]", count: 55)
      return actions(size) { _ in #", "title2": \#(nest), "due": \#(nest)"# }
    },
    Growing("brackets that are not closed", 40_000, SmallFolder.actions) {
      String(repeating: "[{\"a\":", count: $0)
    },
    Growing("references that lead nowhere", 300, SmallFolder.actions) {
      actions($0) { #", "owners": [{"person": "nobody\#($0)"}]"# }
    },
    Growing("actions that are owed by one person on one day", 200, SmallFolder.actions) {
      actions($0) { _ in #", "owners": [{"person": "ann"}], "due": "2024-03-01""# }
    },
    Growing("people of one name", 300, "people.json") {
      list("people", $0) { #"{"id": "p\#($0)", "name": "Ann Example"}"# }
    },
    Growing("many files of one record", 40) { size in
      Dictionary(
        uniqueKeysWithValues: (0..<size).map {
          (
            "reviews/r\($0).json",
            #"{"id": "r\#($0)", "title": "R", "type": "localReview", "commissionedBy": "area", "#
              + #""stage": "underWay", "incidentKnownOn": "2024-01-0\#(1 + $0 % 9)"}"#
          )
        })
    },
    Growing("many groups", 40) { size in
      Dictionary(
        uniqueKeysWithValues: (0..<size).map {
          (
            "groups/g\($0)/group.json",
            group("g\($0)", #""cadence": {"every": 2, "unit": "month"}"#)
          )
        })
    },
    Growing("many files that cannot be read", 100) { size in
      Dictionary(
        uniqueKeysWithValues: (0..<size).map { ("groups/g\($0)/actions.json", "{\"actions") })
    },
    Growing("a group of many seats", 200, "groups/board/group.json") { size in
      let seats = (0..<size).map { #"{"id": "s\#($0)", "title": "T", "agency": "council"}"# }
      return group("board", #""seats": [\#(seats.joined(separator: ", "))]"#)
    },
    Growing("a group of many parents", 200, "groups/board/group.json") { size in
      let parents = (0..<size).map { _ in #"{"partnership": "area", "from": "2020"}"# }
      return #"{"id": "board", "name": "B", "type": "subgroup", "parents": "#
        + "[\(parents.joined(separator: ","))]}"
    },
    Growing("meetings of one group", 100, "groups/board/meetings.json") {
      list("meetings", $0) {
        #"{"id": "m\#($0)", "group": "board", "date": "20\#(10 + $0 % 15)-0\#(1 + $0 % 9)-0\#(1 + $0 % 7)", "#
          + #""status": "held"}"#
      }
    },
    Growing("terms of one chair that overlap", 100, "groups/board/chair-terms.json") {
      list("chairTerms", $0) {
        #"{"id": "t\#($0)", "group": "board", "agency": "council", "from": "2020-0\#(1 + $0 % 9)", "#
          + #""to": "2024"}"#
      }
    },
    Growing("values of one indicator, the newest first", 200, "dataset/values/a.json") { size in
      list("values", size) {
        #"{"id": "v\#($0)", "indicator": "plans", "period": "\#(9_000 - $0 % 7_000)", "value": \#($0)}"#
      }
    },
    Growing("obligations of one rule", 100, "partnerships/area/obligations.json") {
      list("obligations", $0) {
        #"{"id": "o\#($0)", "partnership": "area", "title": "O", "rule": "r", "form": "publication", "#
          + #""period": "2023", "due": "2024-03-0\#(1 + $0 % 9)", "status": "open"}"#
      }
    },
    Growing("rules that replace one another", 50, "rules.json") {
      list("rules", $0) {
        #"{"id": "r\#($0)", "title": "R", "form": "notification", "says": "S.", "trigger": "incidentKnown", "#
          + #""offset": \#($0), "unit": "calendarDay", "from": "2018", "replaces": "r\#($0 + 1)", "#
          + #""authority": "A", "confidence": "confirmed"}"#
      }
    },
    Growing("roles of many people", 200, "access.json") {
      list("people", $0) { #"{"user": "u\#($0)", "chairs": ["board"]}"# }
    },
    Growing("bank holidays", 500, "bank-holidays.json") { size in
      let events = (0..<size).map {
        #"{"title": "H", "date": "20\#(24 + $0 % 7)-0\#(1 + $0 % 9)-\#(10 + $0 % 19)"}"#
      }
      return #"{"england-and-wales": {"division": "england-and-wales", "events": ["#
        + "\(events.joined(separator: ","))]}}"
    },
    Growing("texts that may tell who a child is", 300, SmallFolder.actions) { size in
      actions(size) { _ in #", "evidence": ["ME4 4TR"]"# }
    },
  ]

  @Test(arguments: growing)
  func eightTimesAsMuchTakesNoSquare(growing: Growing) throws {
    var ratio = 0.0
    // A busy computer can only make one of three look worse.
    for _ in 0..<3 {
      let (small, large) = (try time(growing, growing.size), try time(growing, 8 * growing.size))
      ratio = Double(large) / Double(max(small, 1))
      if ratio < 24 { return }
    }
    Issue.record("eight times as much takes \(ratio) times as long")
  }

  /// The shortest of some times of the processor for reading files, checking them and following them.
  private func time(_ growing: Growing, _ size: Int) throws -> Int {
    let files = SmallFolder.files.merging(growing.files(size)) { $1 }
      .map { (path: $0.key, bytes: Array($0.value.utf8)) }
    let day = try #require(CalendarDate(iso: "2024-03-31"))
    var times: [Int] = []
    for _ in 0..<2 {
      let start = processorTime()
      let workspace = WorkspaceReader(files: files).read()
      _ = workspace.deadlines(on: day)
      _ = workspace.warnings(on: day, in: .all)
      times.append(processorTime() - start)
    }
    return try #require(times.min())
  }

  @Test func manyRecordsWithManyFieldsAreMergedInProportion() throws {
    func record(_ size: Int, _ value: (Int) -> String) -> StoredValue {
      .record((0..<size).map { StoredValue.Member("f\($0)", .text(value($0))) })
    }
    func time(_ size: Int) -> Int {
      let base = record(size) { "\($0)" }
      let mine = record(size) { $0 % 2 == 0 ? "mine" : "\($0)" }
      let theirs = record(size) { $0 % 2 == 1 ? "theirs" : "\($0)" }
      var times: [Int] = []
      for _ in 0..<2 {
        let start = processorTime()
        let both = ThreeWay.merge(base: base, mine: mine, theirs: theirs)
        times.append(processorTime() - start)
        let expected = record(size) { $0 % 2 == 0 ? "mine" : "theirs" }
        #expect(both == .merged(expected))
      }
      return times.min() ?? 0
    }
    #expect(time(8_000) < 24 * time(1_000))
  }

  @Test func aFileOfTooManyRecordsIsReadAsFarAsThereIsRoom() throws {
    var files = SmallFolder.files
    files["people.json"] = Self.list("people", 100_002) { #"{"id": "p\#($0)", "name": "Ann"}"# }
    files[SmallFolder.actions] = Self.list("actions", 2) {
      #"{"id": "x\#($0)", "group": "board", "title": "T", "status": "open", "#
        + #""owners": [{"person": "p100001"}]}"#
    }
    let workspace = WorkspaceReader(
      files: files.map { (path: $0.key, bytes: Array($0.value.utf8)) }
    ).read()
    #expect(workspace.people.all.count == 100_000)
    #expect(workspace.faults.count == 1)
    let fault = try #require(workspace.faults.first)
    #expect(fault.message.contains("more than 100,000 records"))
    #expect(fault.message.contains("neither read nor shown") && fault.hint.contains("Nothing was"))
  }

  @Test func aForgedJournalThatNamesManyFilesCostsLittle() throws {
    let folder = try TemporaryFolder(SmallFolder.files)
    let names = (0..<4_000).map { "reviews/gone\($0).json" }
    let entry = JournalEntry(
      id: EntryID(folder: "reviews", sequence: 1), title: "Forged", time: 1_700_000_000,
      userID: 1001, user: "chair1",
      changes: [
        Change(
          names[0], RecordID(Review.kind, "x"), field: "title", from: nil, to: .text("T"))
      ])
    let (line, _) = JournalLine.make(
      entry, previous: "", heads: Dictionary(uniqueKeysWithValues: names.map { ($0, 1) }))
    try folder.write(String(decoding: line, as: UTF8.self), to: "reviews/\(journalName)")
    let start = processorTime()
    let faults = try FolderReader(DataFolder(path: folder.path)).begin().faults
    #expect(processorTime() - start < 20_000_000_000)
    #expect(faults.count { $0.message.contains("its journal tells of it") } <= 4_000)
    #expect(faults.contains { $0.file == names[0] })
  }

  @Test func manyFilesAreReadAgainInProportion() throws {
    func time(_ size: Int) throws -> Int {
      var files = SmallFolder.files
      for number in 0..<size {
        files["reviews/r\(number).json"] =
          #"{"id": "r\#(number)", "title": "R", "type": "localReview", "commissionedBy": "area", "#
          + #""stage": "underWay"}"#
      }
      let folder = try TemporaryFolder(files)
      let reader = FolderReader(DataFolder(path: folder.path))
      let start = processorTime()
      #expect(try reader.begin().reviews.all.count == size + 1)
      return processorTime() - start
    }
    let (small, large) = (try time(100), try time(800))
    #expect(large < 24 * small, "\(small) ns, then \(large) ns")
  }
}
