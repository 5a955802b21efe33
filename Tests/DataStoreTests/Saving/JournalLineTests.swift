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
