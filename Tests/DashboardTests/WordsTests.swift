import Dashboard
import Safeguarding
import TerminalUI
import Testing

/// Every title a person reads, in one file for whoever knows the field but not the program.
@Suite struct WordsTests {
  static let path = "words.txt"

  @Test func titlesAreThoseReviewed() {
    var rows: [String] = []
    for scene in Scene.tabs + Scene.sections + Scene.inside {
      let dashboard = scene.dashboard(on: .sample)
      rows.append(dashboard.content.trail.joined(separator: ", "))
      for panel in dashboard.content.panels {
        rows.append("  panel: \(panel.title)")
        guard case .table(let table) = panel.body else { continue }
        let titles = table.columns.map { $0.title.isEmpty ? "(no title)" : $0.title }
        rows.append("    columns: \(titles.joined(separator: ", "))")
      }
    }
    rows.append("Commands")
    for command in Command.all {
      let keys = command.keys.map(\.label).joined(separator: " ")
      rows.append("  \(command.section): \(command.title) (\(keys)), \(command.hint ?? "no hint")")
    }
    Snapshot(path: WordsTests.path).check(rows)
  }
}
