import FoundationEssentials
import Testing

/// A data folder of an earlier version, brought to this one and back by the program.
struct MigrationTests {
  private static let dataset = """
    {"clusters": [{"id": "c", "partnership": "area", "title": "Cluster"}],
     "indicators": [
       {"id": "plans", "partnership": "area", "cluster": "c", "title": "Plans", "headline": true,
        "suppliers": ["council"],
        "observations": [
          {"period": "2024-03", "value": 4.50}, {"period": "2023-12", "value": 30}]}]}
    """

  private func write(_ text: String, _ file: String, in folder: EditingFolder) throws {
    let path = "\(folder.path)/\(file)"
    try FileManager.default.createDirectory(
      atPath: "\(folder.path)/dataset", withIntermediateDirectories: true)
    try text.write(toFile: path, atomically: false, encoding: .utf8)
  }

  private func text(_ words: String, in folder: EditingFolder) throws -> String {
    let done = try folder.masa(words)
    try #require(done.status == 0, "\(words): \(done.text)\(done.messages)")
    return done.text
  }

  @Test func theSameIsShownBeforeAndAfterAndBack() throws {
    let folder = try EditingFolder()
    _ = try folder.edit("actions update a1 --note Checked")
    let sound = try text("check", in: folder)
    for file in ["workspace.json", "groups/board/group.json", "groups/audit/group.json"] {
      let old = try folder.file(file).replacing("\"type\":", with: "\"form\":")
      try write(old.replacing("Version\": 2", with: "Version\": 1"), file, in: folder)
    }
    try write(Self.dataset, "dataset/all.json", in: folder)
    let shown = try text("indicators", in: folder)
    #expect(shown.contains("4.50") && shown.contains("25.50"), "\(shown)")
    let refused = try folder.masa("actions update a1 --note Again")
    #expect(refused.status == 1 && refused.messages.contains("masa migrate"), "\(refused.messages)")
    let listed = try text("list value --format csv", in: folder)
    for _ in 1...2 {
      let migrated = try text("migrate", in: folder)
      #expect(migrated.contains("dataset/values") && migrated.contains("dataset/all.json"))
      #expect(try text("check", in: folder) == sound)
      #expect(try text("journal verify", in: folder).contains("chain intact"))
      #expect(try text("indicators", in: folder) == shown)
      #expect(try text("list value --format csv", in: folder) == listed)
      #expect(try text("migrate", in: folder).contains("already"))
      #expect(try text("migrate --back", in: folder).contains("dataset/all.json"))
      #expect(try folder.file("dataset/all.json") == Self.dataset)
      #expect(try text("indicators", in: folder) == shown)
    }
    _ = try text("migrate", in: folder)
    _ = try folder.edit("actions update a1 --note Again")
    #expect(try text("journal verify", in: folder).hasPrefix("2 entries in "))
  }
}
