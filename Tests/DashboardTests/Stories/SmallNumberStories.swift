import Safeguarding
import TerminalUI
import Testing

@testable import Dashboard

/// A small number on the screens of people who may see it and of those who may not, and in what they take along.
@Suite struct SmallNumberStories {
  /// A partnership with two figures: 31 and 29 plans, of which 4 and 25 are of the two ages.
  private static func workspace(seesSmallNumbers: Bool) throws -> Workspace {
    var workspace = Fixture.empty.workspace
    let partnership = try #require(workspace.partnerships.all.first)
    var cluster = Cluster()
    (cluster.id, cluster.partnership, cluster.title) = ("plans", Reference(partnership.id), "Plans")
    workspace.clusters.append(cluster)
    var indicator = Indicator()
    (indicator.id, indicator.partnership, indicator.cluster) = (
      "cp", Reference(partnership.id), "plans"
    )
    (indicator.title, indicator.unit) = ("Protection plans", "children")
    workspace.indicators.append(indicator)
    let figures: [(String, String, String)] = [
      ("2023-07-01/2023-09-30", "731", ""), ("2023-10-01/2023-12-31", "4", ""),
    ]
    for (index, figure) in figures.enumerated() {
      var value = Observation()
      (value.id, value.indicator) = ("v\(index)", "cp")
      (value.period, value.value) = (
        ImpreciseDate(figure.0), Measure(.exact, spelling: figure.1)
      )
      workspace.values.append(value)
    }
    workspace.access.seesSmallNumbers = seesSmallNumbers
    return workspace
  }

  private static func dashboard(_ workspace: Workspace, at place: Place) -> Dashboard {
    Dashboard(
      workspace: workspace, today: Fixture.marchEnd, glyphs: .of(.cp437),
      themes: [ResolvedTheme(name: "dark") { _ in Style() }], start: place)
  }

  private static let places = [
    Place(DatasetPane.id), Place(DatasetPane.id, ["cp"]), Place(RecordsPane.id, ["value"]),
    Place(RecordsPane.id, ["value", "v1"]), Place(OverviewPane.id),
  ]

  @Test func aReaderSeesThatItIsHiddenAndWhy() throws {
    var dashboard = Self.dashboard(
      try Self.workspace(seesSmallNumbers: false), at: Place(DatasetPane.id))
    let rows = dashboard.draw(in: Size(120, 40)).rows
    #expect(rows.contains { $0.contains("Protection plans") && $0.contains("hidden") })
    #expect(
      rows.contains { $0.contains("1 value hidden") },
      "\(rows.joined(separator: "\n"))")
  }

  @Test func thereIsRoomToSayWhy() throws {
    var dashboard = Self.dashboard(
      try Self.workspace(seesSmallNumbers: false), at: Place(DatasetPane.id))
    _ = dashboard.receive(.key(.character("z")))
    let rows = dashboard.draw(in: Size(120, 40)).rows
    #expect(
      rows.contains { $0.contains("1 value hidden  small numbers could point at a child") },
      "\(rows.joined(separator: "\n"))")
  }

  @Test func whatIsHiddenIsNotMarkedAsIllustrating() throws {
    var workspace = try Self.workspace(seesSmallNumbers: false)
    // Something else illustrates, so that the pane is compared with what is published alone.
    var other = try #require(workspace.indicators["cp"])
    (other.id, other.title, other.illustrative) = ("made-up", "Made-up plans", true)
    workspace.indicators.append(other)
    var dashboard = Self.dashboard(workspace, at: Place(DatasetPane.id))
    let rows = dashboard.draw(in: Size(120, 40)).rows
    let own = rows.filter { $0.contains("Protection plans  \"hidden\"") }
    #expect(!own.isEmpty && own.allSatisfy { !$0.contains("°") }, "\(own)")
  }

  @Test(arguments: [DatasetPane.id, RecordsPane.id])
  func nothingOnAScreenOfAReaderDependsOnIt(pane: String) throws {
    let whole = try Self.workspace(seesSmallNumbers: false)
    var other = whole
    var value = try #require(whole.values["v1"])
    value.value = Measure(.exact, spelling: "2")
    let first = try #require(whole.values["v0"])
    other.values = RecordTable()
    for one in [first, value] { other.values.append(one) }
    for place in Self.places where place.pane == pane {
      var (one, two) = (Self.dashboard(whole, at: place), Self.dashboard(other, at: place))
      #expect(one.draw(in: Size(120, 40)).rows == two.draw(in: Size(120, 40)).rows, "\(place)")
    }
  }

  @Test func whoMaySeesIt() throws {
    var dashboard = Self.dashboard(
      try Self.workspace(seesSmallNumbers: true), at: Place(DatasetPane.id))
    let rows = dashboard.draw(in: Size(120, 40)).rows
    #expect(rows.contains { $0.contains("Protection plans") && $0.contains(" 4 ") })
    #expect(!rows.contains { $0.contains("hidden") })
  }

  @Test(arguments: [true, false], ["E", "y"])
  func whatIsTakenAlongDoesNotTellIt(seesSmallNumbers: Bool, key: String) throws {
    var dashboard = Self.dashboard(
      try Self.workspace(seesSmallNumbers: seesSmallNumbers), at: Place(DatasetPane.id))
    var effects: [DashboardEffect] = []
    for name in key == "E" ? ["E", "Enter"] : ["y"] {
      _ = dashboard.draw(in: Size(120, 40))
      effects = dashboard.receive(.key(try #require(Key(named: name))))
    }
    var texts: [String] = []
    for effect in effects {
      if case .export(let export) = effect { texts += export.list.rows.map { "\($0.cells)" } }
      if case .terminal(.copy(let text)) = effect { texts.append(text.text) }
    }
    #expect(texts.count == 1)
    #expect(texts.allSatisfy { $0.contains("hidden") && !$0.contains("4") }, "\(texts)")
    // The screen stays as it was.
    let rows = dashboard.draw(in: Size(120, 40)).rows
    #expect(rows.contains { $0.contains(seesSmallNumbers ? " 4 " : "hidden") })
  }

  @Test func whoMayChangeAValueIsGivenTheValueAndNotItsSign() throws {
    // One agency's file may be changed by somebody who may not change the others.
    let workspace = try Self.workspace(seesSmallNumbers: false)
    var dashboard = Self.dashboard(workspace, at: Place(RecordsPane.id, ["value", "v1"]))
    for name in ["e"] {
      _ = dashboard.draw(in: Size(120, 40))
      _ = dashboard.receive(.key(try #require(Key(named: name))))
    }
    let rows = dashboard.draw(in: Size(120, 40)).rows
    #expect(dashboard.form != nil)
    #expect(!rows.contains { $0.contains("Value") && $0.contains("hidden") })
  }
}
