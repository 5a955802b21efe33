import Dashboard
import DataStore
import FoundationEssentials
import Safeguarding
import TerminalUI
import Testing

/// The data that the tests show.
enum Fixture: String, CaseIterable, Sendable {
  /// The transcribed sample.
  case sample
  /// What a new data folder holds: its settings and one partnership.
  case empty
  /// The sample with one file cut off in the middle and one record with a day that does not exist.
  case broken

  /// The day of the clock; the sample pins 31 March 2024.
  static let today = CalendarDate(year: 2024, month: 4, day: 2) ?? CalendarDate(dayNumber: 0)

  /// The day on which the sample stands.
  static let marchEnd = CalendarDate(year: 2024, month: 3, day: 31) ?? today

  /// The file of the broken data that nothing can be read from.
  static let unreadableFile = "groups/mscp-pmqa/actions.json"
  /// The record of the broken data with a day that does not exist.
  static let faultyAction = "mscp-executive-a1"

  /// The data as the dashboard is given it, read once.
  var workspace: Workspace {
    switch self {
    case .sample: Fixture.read.sample
    case .empty: Fixture.read.empty
    case .broken: Fixture.read.broken
    }
  }

  /// The dashboard on this data, at a place.
  func dashboard(
    at place: Place = Place(OverviewPane.id), tier: GlyphTier = .cp437,
    keymap: Keymap = .standard, asLeft: AsLeft = AsLeft()
  ) -> Dashboard {
    Dashboard(
      workspace: workspace, today: Fixture.today, glyphs: .of(tier),
      themes: ["dark", "light"].map { ResolvedTheme(name: $0) { _ in Style() } }, theme: "dark",
      banner: self == .sample ? "sample" : "", keymap: keymap, asLeft: asLeft, start: place)
  }

  /// How many things are overdue on a day, for all partnerships.
  func overdue(on day: String) -> Int {
    CalendarDate(iso: day).map { day in
      workspace.deadlines(on: day).filter { $0.status == .overdue }.count
    } ?? 0
  }

  private static let read: (sample: Workspace, empty: Workspace, broken: Workspace) = {
    let files = sampleFiles
    return (
      WorkspaceReader(files: files).read(), WorkspaceReader(files: emptyFiles).read(),
      WorkspaceReader(files: broken(files)).read()
    )
  }()

  private static let emptyFiles: [(path: String, bytes: [UInt8])] = [
    (
      "workspace.json",
      Array(
        """
        {"title": "My partnership", "schemaVersion": 2, "partnerships": ["my-partnership"]}
        """.utf8)
    ),
    (
      "partnerships/my-partnership/partnership.json",
      Array(
        """
        {"id": "my-partnership", "name": "My Safeguarding Children Partnership",
         "shortName": "MYSCP", "area": "My area"}
        """.utf8)
    ),
  ]

  static let sampleFiles = files(in: testsFolder + "/../../SampleData/kent-and-medway")

  /// The files of a data folder.
  static func files(in root: String) -> [(path: String, bytes: [UInt8])] {
    do {
      return try FileManager.default.subpathsOfDirectory(atPath: root)
        .filter { $0.hasSuffix(".json") }.sorted().map { path in
          (path, Array(try Data(contentsOf: URL(filePath: root + "/" + path))))
        }
    } catch {
      Issue.record("The data in \(root) cannot be read: \(error)")
      return []
    }
  }

  private static func broken(
    _ files: [(path: String, bytes: [UInt8])]
  ) -> [(path: String, bytes: [UInt8])] {
    files.map { path, bytes in
      switch path {
      case unreadableFile: (path, Array(bytes.prefix(bytes.count / 2)))
      case "groups/mscp-executive/actions.json":
        (
          path,
          Array(
            String(decoding: bytes, as: UTF8.self)
              .replacing(#""due": "2024-03-15""#, with: #""due": "2024-03-32""#).utf8)
        )
      default: (path, bytes)
      }
    }
  }
}

/// The folder of these tests.
let testsFolder: String = {
  let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
  return parts.dropLast(2).joined(separator: "/")
}()
