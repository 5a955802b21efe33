@testable import DataStore
import Safeguarding
import Testing

/// What a file says again, or said before, takes memory once.
@Suite struct SharingTests {
  /// Where the letters of a long text lie.
  private func address(_ text: String?) -> UnsafeRawPointer? {
    var text = text ?? ""
    return text.withUTF8 { UnsafeRawPointer($0.baseAddress) }
  }

  private let long = "A title that is too long to lie in the place of its record"

  private func actions(_ second: String, padding: Int = 0) -> String {
    """
    {"actions": [
      {"id": "a", "group": "board", "title": "\(long)", "status": "open", "note": "\(long)"},
      {"id": "b", "group": "board", "title": "\(second)", "status": "open",
       "owners": [{"name": "\(long)"}]},
      {"id": "c", "group": "board", "title": "Three", "status": "open",
       "owners": [{"name": "\(long)"}]}]\(String(repeating: " ", count: padding))}
    """
  }

  @Test(arguments: [0, 1 << 20]) func whatSaysTheSameIsTakenFromBefore(padding: Int) throws {
    let folder = try TemporaryFolder(SmallFolder.files)
    try folder.write(actions("\(long), too", padding: padding), to: SmallFolder.actions)
    let reader = FolderReader(DataFolder(path: folder.path))
    let before = try reader.begin()
    try folder.write(actions("\(long), but another one", padding: padding), to: SmallFolder.actions)
    let after = try #require(try reader.read().workspace)
    #expect(after.actions["b"]?.title == "\(long), but another one")
    #expect(before.actions["b"]?.title == "\(long), too")
    #expect(after.actions["a"] == before.actions["a"])
    #expect(address(before.actions["a"]?.title) == address(after.actions["a"]?.title))
    // And nothing that is compared between files got lost.
    let whole = try folder.read()
    #expect(after.actions.all == whole.actions.all)
    #expect(after.faults.map(\.sentence) == whole.faults.map(\.sentence))
  }

  @Test func aLargeFileSaysTheSameOnce() throws {
    let folder = try TemporaryFolder(SmallFolder.files)
    try folder.write(actions("Two", padding: 1 << 20), to: SmallFolder.actions)
    let read = try folder.read().actions
    #expect(address(read["a"]?.title) == address(read["a"]?.note))
    let (one, other) = (read["b"]?.owners ?? [], read["c"]?.owners ?? [])
    #expect(one == other && !one.isEmpty)
    #expect(
      one.withUnsafeBufferPointer(\.baseAddress) == other.withUnsafeBufferPointer(\.baseAddress))
  }
}
