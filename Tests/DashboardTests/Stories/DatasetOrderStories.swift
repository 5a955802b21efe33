import Safeguarding
import TerminalUI
import Testing

@testable import Dashboard

/// The dataset in other orders, and indicators that are picked from the library.
@Suite struct DatasetOrderStories {
  private func type(_ text: String, _ dashboard: inout Dashboard) {
    for character in text { _ = dashboard.receive(.key(.character(character))) }
  }

  @Test(arguments: [
    (IndicatorOrder.question, "Needs a question", "►"), (.supplier, "Medway Council", ""),
    (.priority, "No priority named", ""), (.owner, "No group named", ""),
    (.line, "No line of assurance watches it", ""),
  ]) func eachOrderHasItsBands(order: IndicatorOrder, band: String, mark: String) throws {
    var dashboard = Fixture.sample.dashboard(at: Place(DatasetPane.id))
    if order == .question {
      // A figure that misses its target has to be asked about.
      var workspace = Fixture.sample.workspace
      var indicator = try #require(workspace.indicators["cp-plans"])
      indicator.polarity = .lowerIsBetter
      var target = IndicatorTarget()
      target.value = Measure(.exact, spelling: "200")
      indicator.targets = [target]
      var table = RecordTable<Indicator>()
      for one in workspace.indicators.all { table.append(one.id == indicator.id ? indicator : one) }
      workspace.indicators = table
      _ = dashboard.receive(DashboardMessage.loaded(workspace))
    }
    _ = dashboard.receive(.key(.character("f")))
    type(order.title, &dashboard)
    _ = dashboard.receive(.key(.enter))
    #expect(dashboard.visit.place.path == order.path)
    let rows = dashboard.draw(in: Size(120, 40)).rows
    #expect(rows[0].contains(order.title))
    #expect(rows.contains { $0.contains(band) }, "\(rows.joined(separator: "\n"))")
    _ = dashboard.receive(.key(.escape))
    #expect(dashboard.visit.place == Place(DatasetPane.id))
  }

  /// Every indicator stands in every order, in at least one place.
  @Test(arguments: IndicatorOrder.allCases) func noneIsLost(_ order: IndicatorOrder) {
    let dashboard = Fixture.sample.dashboard(at: Place(DatasetPane.id, order.path))
    let all = Set(dashboard.context.workspace.indicators.all.map(\.id))
    if order == .cluster { return }
    let bands = order.bands(dashboard.context.workspace.indicators.all, dashboard.context)
    #expect(Set(bands.flatMap { $0.indicators.map(\.id) }) == all)
  }

  @Test func anIndicatorOfTheLibraryIsPicked() throws {
    var dashboard = Fixture.sample.dashboard(at: Place(DatasetPane.id))
    _ = dashboard.receive(.key(.character("a")))
    type("began a second", &dashboard)
    _ = dashboard.receive(.key(.enter))
    let rows = dashboard.draw(in: Size(120, 40)).rows
    #expect(rows.contains { $0.contains("Plans that began a second or further time") })
    #expect(rows.contains { $0.contains("lower is better") })
    #expect(dashboard.form != nil)
  }
}
