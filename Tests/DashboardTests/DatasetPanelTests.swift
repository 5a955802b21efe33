import Dashboard
import Safeguarding
import TerminalUI
import Testing

/// Panels of the dataset that show what a record of it holds, row by row.
@Suite struct DatasetPanelTests {
  private static func panel(
    _ title: String, _ change: (inout Workspace) throws -> Void, path: [String] = []
  ) throws -> [[String]]? {
    var workspace = Fixture.sample.workspace
    try change(&workspace)
    let context = PaneContext(
      workspace: workspace, day: try #require(CalendarDate(iso: "2024-03-31")), scope: Scope.all,
      glyphs: .of(.cp437))
    let content = DatasetPane.content(context, path: path)
    guard let panel = content.panels.first(where: { $0.title == title }) else { return nil }
    let rows = try #require(panel.table?.rows)
    return (0..<rows.count).map { rows[$0].cells.map { Self.words($0.plain) } }
  }

  private static func words(_ text: String) -> String {
    text.split(separator: " ").joined(separator: " ")
  }

  private static func indicator(
    _ id: String, _ workspace: inout Workspace, _ change: (inout Indicator) -> Void
  ) {
    var all = workspace.indicators.all
    for index in all.indices where all[index].id == id { change(&all[index]) }
    workspace.indicators = RecordTable()
    workspace.indicators.append(contentsOf: all)
  }

  @Test func theFourQuestionsStandWithTheLatestAnswersFirst() throws {
    let rows = try Self.panel(
      "Four questions",
      { workspace in
        Self.indicator("cp-plans", &workspace) { indicator in
          var first = OutcomeReview()
          (first.on, first.outcome) = (ImpreciseDate("2023-09-30"), "Fewer repeat plans")
          var second = first
          second.on = ImpreciseDate("2024-03-01")
          second.impact = "Two families fewer"
          var later = first
          later.on = ImpreciseDate("2024-06-01")
          indicator.outcomeReviews = [first, second, later]
        }
      }, path: ["cp-plans"])
    let found = try #require(rows)
    #expect(found.count == 8)
    #expect(found[0] == ["Fri 1 Mar", "Outcome wanted", "Fewer repeat plans"])
    #expect(found[1] == ["", "What success looks like", "not answered yet"])
    #expect(found[3] == ["", "Impact", "Two families fewer"])
    #expect(found[4].first == "30 Sep 2023")
    #expect(try Self.panel("Four questions", { _ in }, path: ["cp-plans"]) == nil)
  }

  @Test func eachReturnIsARowOfItsOwnAndWhatIsLateComesFirst() throws {
    let rows = try #require(try Self.panel("Returns one by one", { _ in }, path: ["by-return"]))
    #expect(rows.count > 3)
    let standings = rows.map { $0[3] }
    let firstSent = standings.firstIndex { $0.hasPrefix("sent") } ?? standings.count
    #expect(standings[firstSent...].allSatisfy { !$0.hasSuffix(" late") || $0.hasPrefix("sent") })
    // One agency owes several, each a row that is selected by itself.
    #expect(rows.count { $0[0] == "Medway Council" } > 1)
    #expect(rows.contains { $0[4] == "enter or import" })
  }

  @Test func whatWasBroughtStandsLatestFirst() throws {
    func add(_ workspace: inout Workspace) {
      for (id, day) in [("one", "2024-01-10"), ("two", "2024-02-10"), ("later", "2024-05-01")] {
        var delivery = Delivery()
        (delivery.id, delivery.file, delivery.new) = (id, "\(id).csv", 12)
        delivery.broughtOn = ImpreciseDate(day)
        workspace.deliveries.append(delivery)
      }
    }
    let brought = try #require(try Self.panel("Brought from files", add))
    #expect(brought.map { $0[1] } == ["two.csv", "one.csv"])
    #expect(brought[0][4] == "12 new")
  }

  @Test func aYearThatIsNotWhatItsQuartersMakeIsMarkedWhereItIsShown() throws {
    func add(_ workspace: inout Workspace) {
      Self.indicator("cp-plans", &workspace) { $0.aggregation = .sum }
      let periods = [
        "2022-04-01/2022-06-30", "2022-07-01/2022-09-30", "2022-10-01/2022-12-31",
        "2023-01-01/2023-03-31", "2022/23",
      ]
      for (number, period) in periods.enumerated() {
        var value = Observation()
        (value.id, value.indicator) = ("made-\(number)", "cp-plans")
        value.period = ImpreciseDate(period)
        value.value = Measure(.exact, spelling: number == 4 ? "90" : "20")
        workspace.values.append(value)
      }
    }
    let rows = try #require(try Self.panel("By quarters: 2022-23", add))
    #expect(rows.contains { $0.contains("? 90") })
    let values = try #require(try Self.panel("Values and comparators", add, path: ["cp-plans"]))
    #expect(values.contains { $0.joined(separator: " ").contains("the quarters make 80") })
  }
}
