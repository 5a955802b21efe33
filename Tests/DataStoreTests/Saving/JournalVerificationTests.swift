@testable import DataStore
import Safeguarding
import Testing

/// Whatever is done to a journal afterwards is found, with its line.
@Suite struct JournalVerificationTests {
  private static let sample = SampleJournal(count: 5)
  private static let document = "groups/x/actions.json"

  private func faults(
    _ lines: [[UInt8]], heads: [(document: String, sequence: Int, hash: String)] = []
  ) -> [JournalFault] {
    verifyJournal(Array(lines.joined()), folder: "groups/x", heads: heads)
  }

  @Test func ofManyFaultsAHundredAreToldAndTheRestIsCounted() {
    let bad = Array(String(repeating: "x\n", count: 250).utf8)
    let faults = verifyJournal(bad, folder: "groups/x", heads: [])
    #expect(faults.count == 101)
    #expect(faults.last?.sentence.hasPrefix("There are 150 more faults in this journal") == true)
    let pieces = Array(String(repeating: "{\"seq\n", count: 101).utf8)
    let notes = verifyJournal(pieces, folder: "groups/x", heads: [])
    #expect(notes.count == 101 && notes.allSatisfy(\.isNote))
    #expect(notes.last?.sentence.hasPrefix("There is 1 more beginning") == true)
  }

  /// A list keeps folders apart that look the same, and no name makes a line of its own.
  @Test(arguments: [
    "", "groups/board", "groups/the board ", "groups/the\tboard", "groups/board\u{200B}",
    "groups/a\n5 \(String(repeating: "0", count: 64)) groups/board", "groups/a\\u{41}",
    "groups/\u{202E}draob", "groups/Gr\u{FC}n", "groups/Gru\u{308}n", "groups/\u{FFFD}",
  ])
  func aListOfHeadsHoldsAnyName(folder: String) {
    let head = NotedHead(folder: folder, sequence: 5, hash: String(repeating: "a", count: 64))
    #expect(NotedHead(head.line) == head)
    #expect(NotedHead("Jan 1 cron: " + head.line) == head)
    let isPlain = head.line.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x200B }
    #expect(isPlain && !head.line.unicodeScalars.contains("\u{202E}"))
  }

  @Test func aJournalAsItWasWrittenHasNoFault() {
    let heads = [
      (Self.document, 5, Self.sample.hashes[4]), ("groups/x/b.json", 1, Self.sample.hashes[0]),
    ]
    #expect(faults(Self.sample.lines, heads: heads).isEmpty)
    #expect(faults([]).isEmpty)
  }

  @Test func everyChangedByteIsFoundInItsLine() {
    let bytes = Self.sample.bytes
    let masks: [UInt8] = [0x01, 0x20, 0x80, 0x41, 0xFF, 0x02, 0x04]
    var line = 1
    for position in bytes.indices {
      var changed = bytes
      changed[position] ^= masks[position % masks.count]
      let faults = verifyJournal(changed, folder: "groups/x", heads: []).filter { !$0.isNote }
      #expect(faults.first?.line == line, "byte \(position): \(faults)")
      if bytes[position] == Journal.lineEnd { line += 1 }
    }
  }

  @Test func aByteThatBecameALineEndIsFoundInItsLine() {
    let bytes = Self.sample.bytes
    var line = 1
    for position in bytes.indices {
      if bytes[position] == Journal.lineEnd {
        line += 1
        continue
      }
      var changed = bytes
      changed[position] = Journal.lineEnd
      let faults = verifyJournal(changed, folder: "groups/x", heads: []).filter { !$0.isNote }
      #expect(faults.first?.line == line, "byte \(position): \(faults)")
    }
  }

  @Test(arguments: 0..<4)
  func aLineThatWasTakenOutIsMissed(index: Int) {
    var lines = Self.sample.lines
    lines.remove(at: index)
    let faults = faults(lines)
    #expect(faults.map(\.line) == [index + 1])
    #expect(faults.first?.sentence.contains("entry \(index + 1) is missing") == true)
  }

  @Test(arguments: 0..<5, 0...5)
  func aLineThatWasPutInAgainIsFound(source: Int, target: Int) {
    var lines = Self.sample.lines
    lines.insert(Self.sample.lines[source], at: target)
    let found = faults(lines).first?.line
    // The same line twice in a row: the second one is the one too many.
    #expect(found == (source == target ? target + 2 : target + 1))
  }

  @Test(arguments: 0..<5, 0..<5)
  func linesThatChangedPlacesAreFound(one: Int, other: Int) {
    var lines = Self.sample.lines
    lines.swapAt(one, other)
    #expect(faults(lines).first?.line == (one == other ? nil : min(one, other) + 1))
  }

  @Test(arguments: 0..<4)
  func aLineThatWasForgedBreaksTheChainBehindIt(index: Int) {
    let original = Self.sample.entries[index]
    let forged = JournalEntry(
      id: original.id, title: "Forged", time: original.time, userID: 0, user: "root",
      changes: original.changes)
    var lines = Self.sample.lines
    lines[index] =
      JournalLine.make(forged, previous: index == 0 ? "" : Self.sample.hashes[index - 1]).bytes
    #expect(faults(lines).map(\.line) == [index + 2])
    let heads = [(Self.document, index + 1, Self.sample.hashes[index])]
    #expect(faults(Array(lines[...index]), heads: heads).map(\.line) == [index + 1])
  }

  @Test(arguments: 0..<5)
  func anEndThatWasCutOffIsToldByTheFiles(count: Int) {
    let heads = [(Self.document, 5, Self.sample.hashes[4])]
    let faults = faults(Array(Self.sample.lines[..<count]), heads: heads)
    #expect(faults.map(\.isNote) == [false])
    #expect(faults.first?.line == count)
    #expect(faults.first?.sentence.contains("ends with entry \(count)") == true)
    #expect(faults.first?.sentence.contains(Self.document) == true)
  }

  @Test(arguments: [#"{"sequence":6,"at""#, ""])
  func zerosThatAPowerCutLeftAreNoForgery(begun: String) {
    let piece = Array(begun.utf8) + [UInt8](repeating: 0, count: 300) + [UInt8(ascii: "\n")]
    let faults = faults(Self.sample.lines + [piece])
    #expect(faults.map(\.line) == [6])
    #expect(faults.map(\.isNote) == [true])
  }

  @Test(arguments: ["x\n", "{}\n", "\u{0}x\n", "[1]\n", #"{"sequence":6}"# + "\n", "\n"])
  func whatSomebodyElseWroteIsFound(text: String) {
    let faults = faults(Self.sample.lines + [Array(text.utf8)])
    #expect(faults.map(\.line) == [6])
    #expect(faults.map(\.isNote) == [false])
  }
}
