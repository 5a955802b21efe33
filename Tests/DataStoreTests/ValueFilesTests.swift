import Glibc
import Safeguarding
import Testing

@testable import DataStore

/// The files of values, which lie in a folder within a folder.
@Suite struct ValueFilesTests {
  private static let council = "dataset/values/council-2024.json"
  private static let police = "dataset/values/police-2024.json"

  private static let files = SmallFolder.files.merging([
    "dataset/all.json": """
    {"clusters": [{"id": "c", "partnership": "area", "title": "Cluster"}],
     "indicators": [{"id": "plans", "partnership": "area", "cluster": "c", "title": "Plans"}]}
    """,
    council: """
    {"values": [
      {"id": "plans-q2", "indicator": "plans", "agency": "council", "period": "2024-09", "value": 2}
    ]}
    """,
    police: """
    {"values": [
      {"id": "plans-q1", "indicator": "plans", "agency": "police", "period": "2024-06", "value": 1}
    ]}
    """,
  ]) { $1 }

  private func values(_ workspace: Workspace) throws -> [String] {
    workspace.values(of: try #require(workspace.indicators["plans"])).map(\.id)
  }

  @Test func theValuesOfAllAgenciesAreOnesOfTheIndicator() throws {
    let folder = try TemporaryFolder(Self.files)
    let workspace = try folder.read()
    #expect(workspace.faults.map(\.sentence) == [])
    #expect(try values(workspace) == ["plans-q1", "plans-q2"])
    #expect(workspace.document(of: RecordID(Observation.kind, "plans-q1")) == Self.police)
    let found = try DataFolder(path: folder.path).find(Observation.self, id: "plans-q2")
    #expect(found.document == Self.council)
    #expect(
      ownershipFolders(of: folder.path).filter { $0.hasPrefix("dataset") } == [
        "dataset", "dataset/values",
      ])
  }

  @Test(arguments: [
    (
      #"▸{"id": "v", "indicator": "plans", "period": "2024-09"}"#,
      "Value: the field \"value\" is missing."
    ),
    (
      #"{"id": "v", "indicator": "plans", "period": ▸"2024-13", "value": 1}"#,
      "\"2024-13\" is not a date of the calendar."
    ),
    (
      #"{"id": "v", "indicator": ▸"plan", "period": "2024-09", "value": 1}"#,
      "There is no indicator with the id \"plan\"."
    ),
  ])
  func aFaultNamesThePlaceAndTheValue(marked: String, message: String) throws {
    let marked = MarkedText("{\"values\": [\n  \(marked)]}")
    let folder = try TemporaryFolder(Self.files.merging([Self.council: marked.text]) { $1 })
    let fault = try #require(try folder.read().faults.first)
    #expect(fault.place == "\(Self.council):\(marked.line):\(marked.column)")
    #expect(fault.message == message)
    #expect(fault.recordKind == Observation.kind)
    #expect(fault.recordID == "v")
  }

  @Test func aNewValueGetsAnIdFromTheJournalOfItsFolder() throws {
    let folder = try TemporaryFolder(Self.files)
    var value = Observation()
    (value.indicator, value.agency) = ("plans", "council")
    (value.period, value.value) = (ImpreciseDate("2025/26"), Measure(.exact, spelling: "3"))
    let document = try #require(Observation.homes.first?.document(for: value))
    let store = FolderStore(path: folder.path)
    let receipt = try store.commit(Edit("Enter a value", [value.added(to: document)]))
    #expect(receipt.entries == [EntryID(folder: "dataset/values", sequence: 1)])
    #expect(receipt.changes.map(\.record.id) == ["values-1"])
    #expect(try values(try folder.read()) == ["plans-q1", "plans-q2", "values-1"])
    #expect(try store.history().map(\.id) == receipt.entries)
    let reports = try DataFolder(path: folder.path).journalReports()
    #expect(reports.map(\.folder).contains("dataset/values"))
    #expect(reports.flatMap(\.faults).isEmpty)
  }

  @Test func theFirstValueMakesTheFolderOfTheValues() throws {
    let files = Self.files.filter { !$0.key.hasPrefix("dataset/values/") }
    let folder = try TemporaryFolder(files)
    try #require(chmod("\(folder.path)/dataset", 0o2770) == 0)
    var value = Observation()
    (value.indicator, value.agency) = ("plans", "council")
    (value.period, value.value) = (ImpreciseDate("2024-09"), Measure(.exact, spelling: "3"))
    let edit = Edit("Enter a value", [value.added(to: Self.council)])
    let receipt = try FolderStore(path: folder.path).commit(edit)
    #expect(receipt.entries == [EntryID(folder: "dataset/values", sequence: 1)])
    #expect(try values(try folder.read()) == ["values-1"])
    #expect(try DataFolder(path: folder.path).journalReports().flatMap(\.faults).isEmpty)
    var status = stat()
    #expect(stat("\(folder.path)/dataset/values", &status) == 0)
    #expect(status.st_mode & 0o7777 == 0o2770)
    let memory = MemoryStore(files: files.mapValues { Array($0.utf8) })
    _ = try memory.commit(edit)
    #expect(try values(try memory.read()) == ["values-1"])
  }

  @Test func whatAnotherAgencyEntersIsReadAgain() throws {
    let folder = try TemporaryFolder(Self.files)
    let reader = FolderReader(DataFolder(path: folder.path))
    _ = try reader.read()
    let text = Self.files[Self.police]?.replacing("\"value\": 1", with: "\"value\": 4") ?? ""
    try folder.write(text, to: Self.police)
    let news = try reader.read()
    #expect(news.files == [Self.police])
    let workspace = try #require(news.workspace)
    #expect(workspace.values["plans-q1"]?.value?.text == "4")
    #expect(try values(workspace) == ["plans-q1", "plans-q2"])
  }

  @Test func valuesThatAreClosedAreNotMissing() throws {
    let folder = try TemporaryFolder(Self.files)
    var reading = WorkspaceReading()
    for (path, text) in Self.files where !path.hasPrefix("dataset/values/") {
      reading.read(path, bytes: .bytes(Array(text.utf8)))
    }
    reading.close("dataset/values")
    #expect(reading.finish().faults.map(\.sentence) == [])
    #expect(DocumentKind.all.filter { $0.lies(in: "dataset/values") }.map(\.name) == ["values"])
    #expect(try folder.read().access.closed.isEmpty)
  }
}
