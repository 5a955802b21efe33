import FoundationEssentials
import JSONDocument
import Testing

/// Several programs that change the same folder at once.
struct SeveralWritersTests {
  private let folder: EditingFolder

  init() throws { folder = try EditingFolder() }

  /// Runs commands at once, and answers how each of them ended.
  private func atOnce(_ commands: [[String]]) async throws -> [Finished] {
    try await withThrowingTaskGroup(of: Finished.self) { group in
      for words in commands {
        group.addTask { [folder] in try folder.masa("actions", words) }
      }
      var finished: [Finished] = []
      for try await one in group { finished.append(one) }
      return finished
    }
  }

  @Test func whatDifferentPeopleAddIsAllThere() async throws {
    let finished = try await atOnce(
      (1...8).map { ["add", "board", "--title", "New \($0)"] }
        + (1...4).map { ["update", "a1", "--note", "Note \($0)"] }
        + [["update", "a1", "--status", "started"], ["update", "a1", "--due", "2024-05-01"]])
    #expect(finished.allSatisfy { $0.status == 0 }, "\(finished.map(\.messages))")
    let root = try JSONDocument(text: folder.file(EditingFolder.actions)).root
    let titles = Set(root["actions"]?.elements.compactMap { $0["title"]?.string } ?? [])
    #expect(titles.isSuperset(of: (1...8).map { "New \($0)" }))
    let ids = root["actions"]?.elements.compactMap { $0["id"]?.string } ?? []
    #expect(Set(ids).count == ids.count && ids.count == 10)
    let action = try #require(try folder.action("a1"))
    let notes = Set(action["progress"]?.elements.compactMap { $0["text"]?.string } ?? [])
    #expect(notes == Set((1...4).map { "Note \($0)" }))
    #expect(action["status"]?.string == "started" && action["due"]?.string == "2024-05-01")
    #expect(try folder.masa("journal verify").text == "14 entries in 1 journal, chain intact\n")
  }

  @Test func whoSetsBlindlyAlwaysSetsAndTheLastOneStands() async throws {
    let finished = try await atOnce((1...8).map { ["update", "a1", "--title", "By \($0)"] })
    #expect(finished.allSatisfy { $0.status == 0 }, "\(finished.map(\.messages))")
    let history = try JSONDocument(bytes: folder.masa("history a1 --format json").output).root
    #expect(history.count == 8)
    let last = try #require(history[7]?["changes"]?[0]?["to"]?.string)
    #expect(try folder.action("a1")?["title"]?.string == last)
  }

  @Test func ofThoseWhoExpectTheSameOneSucceeds() async throws {
    let finished = try await atOnce(
      (1...6).map { ["update", "a1", "--title", "By \($0)", "--expect-title", "One"] })
    #expect(finished.map(\.status).sorted() == [0, 2, 2, 2, 2, 2])
    let history = try JSONDocument(bytes: folder.masa("history --format json").output).root
    #expect(history.count == 1)
  }
}
