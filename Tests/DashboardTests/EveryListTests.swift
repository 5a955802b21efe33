import Safeguarding
import Testing

@testable import Dashboard
@testable import TerminalUI

/// What people expect of any list holds for each of them.
@Suite struct EveryListTests {
  static let scenes =
    Scene.tabs + Scene.sections + Scene.inside + Scene.kinds.filter { !$0.name.hasSuffix("-first") }

  /// Its rule says where one is, and among how many.
  @Test(arguments: scenes) func everyListSaysWhereOneIs(_ scene: Scene) throws {
    var dashboard = scene.dashboard(on: .sample)
    for _ in dashboard.browsing.content.panels {
      let canvas = dashboard.draw(in: Size(120, 40))
      let panel = try #require(dashboard.focusedPanel)
      let browsing = dashboard.browsing
      let index = try #require(browsing.content.panels.firstIndex { $0.id == panel.id })
      let area = browsing.panelAreas()[index]
      if let table = browsing.tables[panel.id], table.selectableCount > 0, !area.isEmpty {
        let rule = canvas.row(area.y).map(\.text)[area.x..<area.maxX].joined()
        let count = table.selectableCount
        #expect(
          rule.contains(" of \(formatted(Double(count), decimals: 0, grouping: true))"), "\(rule)")
      }
      _ = dashboard.receive(.key(.tab))
    }
  }

  /// It can be sorted by every column that has a title and something in it.
  @Test(arguments: scenes) func everyColumnSorts(_ scene: Scene) throws {
    var dashboard = scene.dashboard(on: .sample)
    _ = dashboard.draw(in: Size(220, 40))
    guard let panel = dashboard.focusedPanel, let table = dashboard.browsing.tables[panel.id],
      !table.isEmpty
    else { return }
    var sorted: [Int] = []
    for _ in table.columns.indices {
      _ = dashboard.receive(.key(.character("s")))
      guard let column = dashboard.browsing.visit.lists[panel.id]?.sortColumn else { break }
      sorted.append(column)
      let now = try #require(dashboard.browsing.tables[panel.id])
      let keys = (0..<now.count).map { now.rows.key(now.source(at: $0), column) }
      let isInOrder = zip(keys, keys.dropFirst()).allSatisfy { first, second in
        second == .nothing || first != .nothing && !(second < first)
      }
      #expect(isInOrder, "\(scene.name), \(now.columns[column].title)")
    }
    let expected = table.columns.indices.filter {
      table.columns[$0].isSortable && !table.columns[$0].title.isEmpty
        && table.wishes[$0].natural > 0
    }
    #expect(Set(sorted).isSuperset(of: expected), "\(scene.name): \(sorted), \(expected)")
  }
}
