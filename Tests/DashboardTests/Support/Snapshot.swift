import FoundationEssentials
import TerminalUI
import Testing

/// A text that was looked at once and must stay as it was: `Snapshots/sample/overview-80x24.txt`.
struct Snapshot {
  let path: String

  static let folder = testsFolder + "/Snapshots"
  private static let records =
    ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"].map { $0 == "1" } ?? false

  /// The rows of a canvas, each between marks that make trailing blanks visible.
  static func rows(of canvas: Canvas) -> [String] { canvas.rows.map { "|\($0)|" } }

  /// Compares rows with those of the file; writes the file, and fails, when there is none yet.
  func check(_ rows: [String], sourceLocation: SourceLocation = #_sourceLocation) {
    let text = rows.joined(separator: "\n") + "\n"
    let kept = FileManager.default.contents(atPath: "\(Snapshot.folder)/\(path)")
      .map { String(decoding: $0, as: UTF8.self) }
    if kept == text { return }
    if Snapshot.records || kept == nil {
      record(text, sourceLocation)
    } else if let kept {
      Issue.record("\(difference(from: kept, to: rows))", sourceLocation: sourceLocation)
    }
  }

  private func record(_ text: String, _ sourceLocation: SourceLocation) {
    let file = "\(Snapshot.folder)/\(path)"
    let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/")
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: URL(filePath: file))
      Issue.record(
        "Recorded \(path). Look at it, then run the tests again.", sourceLocation: sourceLocation)
    } catch {
      Issue.record("\(path) could not be recorded: \(error)", sourceLocation: sourceLocation)
    }
  }

  private func difference(from kept: String, to rows: [String]) -> String {
    let before = kept.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .map(String.init)
    var lines = ["\(path) differs. If that is meant, run again with RECORD_SNAPSHOTS=1."]
    let places = (0..<max(before.count, rows.count)).filter { index in
      index >= before.count || index >= rows.count || before[index] != rows[index]
    }
    for index in places.prefix(5) {
      lines.append("row \(index):")
      lines.append("  was \(index < before.count ? before[index] : "not there")")
      lines.append("  is  \(index < rows.count ? rows[index] : "not there")")
    }
    if places.count > 5 { lines.append("and \(places.count - 5) more rows") }
    return lines.joined(separator: "\n")
  }
}
