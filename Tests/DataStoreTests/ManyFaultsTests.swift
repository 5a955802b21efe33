import DataStore
import JSONDocument
import Safeguarding
import Testing

@Suite struct ManyFaultsTests {
  private static let good = #"{"id": "a", "group": "board", "title": "T", "status": "open"}"#

  @Test func theFirstHundredOfAFileAreToldAndTheRestIsCounted() throws {
    let faults = read(actions: Array(repeating: "1", count: 1_000)).faults
    #expect(faults.count == 101)
    #expect(faults.allSatisfy { $0.severity == .error && $0.file == SmallFolder.actions })
    #expect(faults.prefix(100).map(\.column) == (0..<100).map { 14 + 2 * $0 })
    let rest = try #require(faults.last)
    #expect(rest.place == "\(SmallFolder.actions):1:214")
    #expect(
      rest.message == "There are 900 more errors in this file, the first of them here; "
        + "no more than 100 of a file are told.")
    #expect(rest.hint.contains("Mend what is told, then read the folder again"))
  }

  @Test func whatIsCountedCounts() {
    let unknown = (0..<150).map {
      #"{"id": "w\#($0)", "group": "board", "title": "T", "status": "open", "colour": 1}"#
    }
    let faults = read(actions: Array(repeating: "1", count: 2_000) + unknown).faults
    #expect(faults.tally.words == "2,000 errors and 150 warnings")
    #expect(faults.count(where: \.isRest) == 1)
    #expect(faults.unreadFiles.map(\.file) == [SmallFolder.actions])
  }

  @Test func aLongIDIsNotRepeatedInFull() {
    let long = String(repeating: "o", count: 100_000)
    let faults = read(actions: [
      #"{"id": "\#(long)", "group": "\#(long)", "title": "T", "status": "\#(long)"}"#,
      #"{"id": "\#(long)", "group": "board", "title": "T", "status": "open", "\#(long)": 1}"#,
    ]).faults
    #expect(faults.count == 4)
    for fault in faults { #expect(fault.sentence.utf8.count < 1_500) }
  }

  @Test func oneMoreThanAHundredIsCountedAsOne() {
    #expect(read(actions: Array(repeating: "1", count: 100)).faults.count == 100)
    let message = read(actions: Array(repeating: "1", count: 101)).faults.last?.message
    #expect(message?.hasPrefix("There is 1 more error in this file, here; ") == true)
  }

  @Test func manyWarningsHideNoError() throws {
    let unknown = (0..<150).map {
      #"{"id": "w\#($0)", "group": "board", "title": "T", "status": "open", "colour": 1}"#
    }
    let faults = read(actions: unknown + ["1", "2"]).faults
    #expect(faults.filter { $0.severity == .error }.map(\.message).count == 2)
    #expect(faults.count == 101)
    #expect(faults.last?.message.hasPrefix("There are 52 more warnings in this file") == true)
  }

  @Test func whatFilesSayOfOneAnotherIsCountedWithTheRest() {
    let lost = (0..<150).map {
      #"{"id": "l\#($0)", "group": "bord", "title": "T", "status": "open"}"#
    }
    let twice = Array(repeating: Self.good, count: 51)
    let faults = read(actions: ["1"] + lost + twice).faults
    #expect(faults.count == 101)
    #expect(faults.contains { $0.message.hasPrefix("There are 101 more errors") })
  }

  @Test func eachFileTellsItsOwn() throws {
    var files = SmallFolder.files
    let ones = Array(repeating: "1", count: 300).joined(separator: ",")
    files[SmallFolder.actions] = #"{"actions": [\#(ones)]}"#
    files["people.json"] = #"{"people": [\#(ones)]}"#
    let folder = try TemporaryFolder(files)
    let faults = try folder.read().faults
    #expect(faults.count { $0.file == SmallFolder.actions } == 101)
    #expect(faults.count { $0.file == "people.json" } == 101)
    #expect(try FolderReader(DataFolder(path: folder.path)).begin().faults == faults)
  }

  @Test func aFaultNamesTheInnermostRecordAroundIt() {
    let seats = (0..<120).map { #"{"id": "s\#($0)", "title": "T", "agency": "counsil"}"# }
    var files = SmallFolder.files
    files["groups/board/group.json"] =
      #"{"id": "board", "name": "B", "type": "wrong", "parents": [{"partnership": "area"}], "#
      + #""seats": [\#(seats.joined(separator: ", "))]}"#
    let faults = read(files).faults
    #expect(faults.first?.recordID == "board")
    #expect(faults.dropFirst().prefix(99).map(\.recordID) == (0..<99).map { "s\($0)" })
  }

  @Test func ofWhatMayTellWhoAChildIsTheFirstHundredAreTold() throws {
    let codes = Array(repeating: #""ME4 4TR""#, count: 250).joined(separator: ",")
    let document = try JSONDocument(text: "[\(codes)]")
    let faults = personalDataWarnings(in: document, file: "x.json")
    #expect(faults.count == 101)
    #expect(faults.last?.message.hasPrefix("There are 150 more warnings in this file") == true)
  }

  private func read(actions: [String]) -> Workspace {
    var files = SmallFolder.files
    files[SmallFolder.actions] = #"{"actions": [\#(actions.joined(separator: ","))]}"#
    return read(files)
  }

  private func read(_ files: [String: String]) -> Workspace {
    WorkspaceReader(files: files.map { (path: $0.key, bytes: Array($0.value.utf8)) }).read()
  }
}
