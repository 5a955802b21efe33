@testable import DataStore
import JSONDocument
import Safeguarding
import Testing

/// One entry is one line, and comes back from it as it was.
@Suite struct JournalLineTests {
  private let action = RecordID(ActionItem.kind, "board-7")

  private func entry(
    title: String = "Tick", time: Int = 1_711_881_667, changes: [Change] = [],
    undoes: EntryID? = nil, partOf: EntryID? = nil, parts: [EntryID] = []
  ) -> JournalEntry {
    JournalEntry(
      id: EntryID(folder: "groups/x", sequence: 12), title: title, time: time, userID: 1001,
      user: "chair1", changes: changes, undoes: undoes, partOf: partOf, parts: parts)
  }

  @Test func anEntryIsWrittenAsPeopleCanReadIt() {
    let change = Change(
      "groups/x/actions.json", action, field: "status", from: .text("open"), to: .text("done"))
    let (bytes, hash) = JournalLine.make(
      entry(changes: [change], undoes: EntryID(folder: "groups/x", sequence: 7)),
      previous: "", heads: ["groups/x/b.json": 3, "groups/x/actions.json": 12])
    let expected =
      #"{"sequence":12,"at":"2024-03-31T10:41:07Z","uid":1001,"user":"chair1","title":"Tick","#
      + #""changes":[{"document":"groups/x/actions.json","kind":"action","id":"board-7","#
      + #""field":"status","from":"open","to":"done"}],"undoes":"groups/x:7","#
      + #""heads":{"groups/x/actions.json":12,"groups/x/b.json":3},"previous":"","hash":""#
    #expect(String(decoding: bytes, as: UTF8.self) == expected + hash + "\"}\n")
    #expect(hash == JournalLine.hash(of: expected.utf8.dropLast(9)))
    #expect(JournalLine.hash(of: "abc".utf8) == Self.hashOfABC)
  }

  /// The example of the standard that defines SHA-256.
  private static let hashOfABC =
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

  @Test func veryManyRecordsThatComeOrGoStandInALineAsAListOfThem() throws {
    func record(_ number: Int) -> StoredValue {
      .record([
        .init("id", .text("values-12-\(number)")), .init("indicator", .text("plans")),
        .init("value", .number("\(number)")),
      ])
    }
    func change(_ number: Int, _ file: String = "a", adds: Bool = true) -> Change {
      Change(
        "dataset/values/\(file).json", RecordID(Observation.kind, "values-12-\(number)"),
        from: adds ? nil : record(number), to: adds ? record(number) : nil)
    }
    let single = Change(
      "dataset/values/a.json", RecordID(Observation.kind, "old"), field: "value",
      from: .number("1"), to: .number("2"))
    let changes =
      (0..<3).map { change($0) } + [single] + (3..<203).map { change($0) }
      + (203..<403).map { change($0, "b") } + (403..<603).map { change($0, adds: false) }
    let whole = JournalEntry(
      id: EntryID(folder: "dataset/values", sequence: 12), title: "Import", time: 1_711_881_667,
      userID: 1001, user: "chair1", changes: changes)
    let (bytes, _) = JournalLine.make(whole, previous: "", heads: ["dataset/values/a.json": 12])
    #expect(JournalLine(bytes.dropLast(), folder: "dataset/values")?.entry == whole)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.split(separator: #""added":["#).count == 3)
    #expect(text.split(separator: #""removed":["#).count == 2)
    // One change of each: three alone, one of a field, and three lists.
    #expect(text.split(separator: #""document":"#).count == 8)
  }

  @Test func aLineThatASaveWritesIsReadHoweverManyValuesItHolds() throws {
    // More than three million values, as 288,000 figures of an import are.
    let numbers = StoredValue.list(Array(repeating: .number("1"), count: 1000))
    let changes = (0..<3200).map { number in
      let record = StoredValue.record([.init("id", .text("r\(number)")), .init("list", numbers)])
      return Change(
        "dataset/values/\(number / 800).json", RecordID(Observation.kind, "r\(number)"), from: nil,
        to: record)
    }
    let whole = JournalEntry(
      id: EntryID(folder: "dataset/values", sequence: 1), title: "Import", time: 0, userID: 1,
      user: "a", changes: changes)
    let (bytes, _) = JournalLine.make(whole, previous: "", heads: ["dataset/values/0.json": 1])
    let line = JournalLine(bytes.dropLast(), folder: "dataset/values")
    #expect(line?.heads == ["dataset/values/0.json": 1])
    #expect(line?.entry.changes.count == 3200)
    #expect(line?.entry.changes.last == changes.last)
    // Who asks only for the end of a journal is told which files it changes, and not what in them.
    let brief = JournalLine(bytes.dropLast(), folder: "dataset/values", isBrief: true)
    #expect(brief?.hash == line?.hash && brief?.entry.id == whole.id)
    #expect(brief?.entry.changes.map(\.document) == (0..<4).map { "dataset/values/\($0).json" })
    #expect(brief?.stray == nil)
    // A journal is asked for its end piece by piece.
    let folder = try TemporaryFolder(["dataset/values/0.json": "{}"])
    let journal = "dataset/values/journal.jsonl"
    try folder.write(String(decoding: bytes, as: UTF8.self), to: journal)
    func end() throws -> JournalTail {
      try JournalTail.read(
        in: OpenFolder(at: folder.path + "/dataset/values"), path: "dataset/values")
    }
    #expect(try end().last == brief)
    var forged = bytes
    forged[forged.count / 2] ^= 1
    try folder.write(String(decoding: forged, as: UTF8.self), to: journal)
    #expect(try end().last == nil)
  }

  /// What an outline leaves out is what a brief reading does not look at.
  @Test(arguments: [
    #"{"a":"x","changes":[],"b":{"c":1,"d":2}}"#,
    #"{"changes":[{"document":"d","kind":"k","id":"1"},{"document":"d","kind":"k","id":"2"}],"p":""}"#,
    #"{"changes":[{"kind":"k","to":{"document":"x"},"document":"d"},{"kind":"\"k,{[","document":"d"}]}"#,
    #"{"t":"\\\"},{","changes":[{"document":"d","kind":"k","added":[{"id":"]}"},{"id":"\""}]}],"h":{"}":1}}"#,
    #"{ "changes" : [ { "document" : "d" , "kind" : "k" } , { "document" : "e" , "kind" : "k" } ] }"#,
    #"{"changes":[{"document":["d",{"a":"}"}],"kind":null},7,["x",{"y":1}],{}],"parts":["a:1","b:2"]}"#,
  ])
  func anOutlineSaysTheSameOfWhatIsChanged(line: String) throws {
    var outline = JournalOutline()
    for byte in line.utf8 { outline.read([byte]) }
    #expect(!outline.isOdd)
    let (whole, brief) = (try JSONDocument(text: line), try JSONDocument(bytes: outline.bytes))
    func says(_ document: JSONDocument) -> [String] {
      var said: [String] = []
      for member in document.root.members {
        guard member.key == "changes" else {
          said.append(member.key + member.value.spelling)
          continue
        }
        for change in member.value.elements where change.kind == .object {
          let text = ["document", "kind"].map { change[$0]?.spelling ?? "-" }.joined(separator: " ")
          if said.last != text { said.append(text) }
        }
      }
      return said
    }
    #expect(says(brief) == says(whole))
    // A key that is spelled as nobody spells it could be one of those that count.
    var odd = JournalOutline()
    odd.read(Array(#"{"changes":[{"docum\u0065nt":"d"}]}"#.utf8)[...])
    #expect(odd.isOdd)
  }

  static let values: [StoredValue?] = [
    nil, .boolean(true), .boolean(false), .number("1.50"), .number("-0e400"), .text(""),
    .text("a\n\r\t\"\\\u{0}\u{1B}[2J\u{7F}\u{85}\u{202E}\u{2028}\u{2029}\u{FEFF}é e\u{301} 👩‍👩‍👧"),
    .list([]), .list([.text("a"), .record([.init("b", .number("2"))])]), .record([]),
    .record([.init("hash", .text(String(repeating: "0", count: 64))), .init("", .boolean(true))]),
  ]

  @Test(arguments: values, values)
  func everyValueComesBack(from: StoredValue?, to: StoredValue?) throws {
    for field in [nil, "status"] {
      let change = Change("groups/x/actions.json", action, field: field, from: from, to: to)
      let whole = entry(changes: [change])
      let (bytes, hash) = JournalLine.make(
        whole, previous: "", heads: ["groups/x/actions.json": 12])
      #expect(bytes.count { $0 == Journal.lineEnd } == 1)
      #expect(bytes.allSatisfy { $0 >= 0x20 || $0 == Journal.lineEnd })
      let line = try #require(JournalLine(bytes.dropLast(), folder: "groups/x"))
      #expect(line.entry == whole)
      #expect(line.hash == hash)
      #expect(line.heads == ["groups/x/actions.json": 12])
    }
  }

  @Test func everythingElseOfAnEntryComesBack() throws {
    let whole = entry(
      title: "Line 1\nLine 2\u{2028}\"}",
      changes: [
        Change(
          "people.json", RecordID(RecordKind("later", title: "", help: ""), ""), from: nil,
          to: nil)
      ], undoes: EntryID(folder: "", sequence: 3), partOf: EntryID(folder: "a:b", sequence: 4),
      parts: [EntryID(folder: "c", sequence: 5)])
    let hash = String(repeating: "ab", count: 32)
    let (bytes, _) = JournalLine.make(whole, previous: hash)
    let line = try #require(JournalLine(bytes.dropLast(), folder: "groups/x"))
    #expect(line.entry == whole)
    #expect(line.previous == hash)
  }

  @Test(arguments: [
    (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"),
    (951_782_400, "2000-02-29T00:00:00Z"),
    (253_402_300_799, "9999-12-31T23:59:59Z"), (.max, "9999-12-31T23:59:59Z"),
    (.min, "0001-01-01T00:00:00Z"),
  ])
  func timesAreThoseOfGreenwich(seconds: Int, text: String) {
    #expect(JournalTime(seconds: seconds).text == text)
    #expect(JournalTime(text)?.text == text)
  }

  @Test(arguments: [
    "", "2024-03-31", "2024-03-31T10:41:07", "2024-03-31 10:41:07Z", "2024-02-30T10:41:07Z",
    "2024-03-31T24:00:00Z", "2024-03-31T10:60:07Z", "2024-03-31T10:41:-7Z",
  ])
  func whatIsNoTimeIsRefused(text: String) {
    #expect(JournalTime(text) == nil)
  }

  @Test func nullIsNothing() throws {
    let text = #"{"a": null, "b": [null, 1, true], "c": {"d": null}}"#
    let value = StoredValue(try JSONDocument(text: text).root)
    let expected = StoredValue.record([
      .init("b", .list([.number("1"), .boolean(true)])), .init("c", .record([])),
    ])
    #expect(value == expected)
    #expect(StoredValue(try JSONDocument(text: "null").root) == nil)
  }
}
