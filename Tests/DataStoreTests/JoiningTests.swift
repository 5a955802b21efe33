import DataStore
import Foundation
import Safeguarding
import Testing

/// A folder is read by two threads; what they read is joined to the same workspace.
@Suite struct JoiningTests {
  private static let sample = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "SampleData/kent-and-medway")

  @Test func twoThreadsReadWhatOneReads() throws {
    let path = Self.sample.path
    let names = try #require(FileManager.default.enumerator(atPath: path)?.allObjects as? [String])
    let files = try names.filter { $0.hasSuffix(".json") }.map { name in
      (path: name, bytes: [UInt8](try Data(contentsOf: Self.sample.appending(path: name))))
    }
    let one = WorkspaceReader(files: files).read()
    let two = try DataFolder(path: path).read()
    #expect(Self.contents(two) == Self.contents(one))
    #expect(two.settings == one.settings)
    #expect(two.faults == one.faults)
    #expect(Self.contents(one).filter { $0.hasSuffix(" 0") }.isEmpty)
  }

  /// How many records each register of a workspace holds, whatever registers there are.
  private static func contents(_ workspace: Workspace) -> [String] {
    Mirror(reflecting: workspace).children.compactMap { child in
      guard let label = child.label,
        let elements = Mirror(reflecting: child.value).children.first(where: {
          $0.label == "elements" || $0.label == "divisions"
        })
      else { return nil }
      return "\(label) \(Mirror(reflecting: elements.value).children.count)"
    }
  }
}
