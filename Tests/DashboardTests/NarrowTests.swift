import Dashboard
import Safeguarding
import TerminalUI
import Testing

/// What must not be lost where there is little room, or nothing to show.
@Suite struct NarrowTests {
  /// Pressing into a hole in the screen must do nothing.
  @Test(arguments: Scene.tabs + Scene.inside, Fixture.allCases)
  func onePressesAnywhere(_ scene: Scene, _ fixture: Fixture) {
    var dashboard = scene.dashboard(on: fixture)
    for size in [Size(40, 10), Size(80, 24), Size(120, 40), Size(200, 60)] {
      for _ in 0...fixture.workspace.partnerships.all.count {
        _ = dashboard.draw(in: size)
        if size.width == 200, scene.place.path.isEmpty, fixture == .sample {
          pressEverywhere(dashboard, size)
        }
        _ = dashboard.receive(.key(.character("p")))
      }
    }
  }

  private func pressEverywhere(_ dashboard: Dashboard, _ size: Size) {
    for y in stride(from: 0, to: size.height, by: 9) {
      for x in stride(from: 0, to: size.width, by: 45) {
        var pressed = dashboard
        _ = pressed.draw(in: size)
        _ = pressed.receive(.mouse(MouseEvent(.press, at: Point(x, y))))
        #expect(pressed.draw(in: size).size == size)
      }
    }
  }

  /// Beside each other, where there is room for both.
  @Test func panelsShareAShelf() {
    story(on: .sample) {
      expect(row: "─ Next meetings", "─ Dataset")
      expect(contains: "neighbours 74, 2022-23", "▲ England 43.2, 2022-23")
    }
  }

  /// Who owes something reads the same way in every row.
  @Test(arguments: [DeadlinesPane.id, OverviewPane.id], [Size(80, 24), Size(120, 40)])
  func ownersAreWholeInEveryRow(_ pane: String, _ size: Size) {
    story(on: .sample, at: Place(pane), size: size) {
      press("PgDn")
      expect(contains: "MSCP Business Manager")
      expect(lacks: "MSCP Business M…", "MSCP Business   ")
    }
  }

  @Test func everyYearOfTheNumbersShows() {
    story(on: .sample, at: Place(ReviewsPane.id)) {
      expect(row: "2021-22", "2022-23", "2023-24")
      expect(row: "Rapid reviews", "2", "0", "3")
    }
  }

  /// What is offered hides no more of the pane than it needs.
  @Test func shortChoosersAreLow() {
    var story = Story(dashboard: Fixture.sample.dashboard(at: pmqa), size: Size(120, 40))
    press("B").happen(&story)
    let rows = story.screen().rows
    #expect(rows.contains { $0.contains("Begin the agenda with") })
    #expect(rows.lastIndex { $0.allSatisfy { $0 == "═" } } == 11)
    press("Esc", "1", "a").happen(&story)
    #expect(story.screen().rows.lastIndex { $0.allSatisfy { $0 == "═" } } == 17)
  }

  /// An empty panel says to its end how something is added to it.
  @Test func whatAddsTheFirstIsReadToTheEnd() {
    var dashboard = Fixture.sample.dashboard(at: Place(MeetingPane.id, ["mscp-pmqa-2024-04-04"]))
    for width in stride(from: 100, through: 200, by: 4) {
      let rows = dashboard.draw(in: Size(width, 40)).rows
      let isCut = rows.contains { $0.contains("No decision is recorded. a adds the ") }
      #expect(
        !isCut || rows.contains { $0.contains("first.") }, "\(rows.joined(separator: "\n"))")
    }
  }

  /// Signs are explained where they show.
  @Test func signsAreExplainedWhereTheyShow() {
    story(on: .sample, at: Place(GroupsPane.id)) {
      expect(row: "─ Groups", "■ held □ planned")
      resize(to: Size(80, 24))
      expect(lacks: "□ planned")
    }
  }

  /// Why a key does nothing is read to its end.
  @Test(arguments: [Size(60, 20), Size(80, 24), Size(120, 40)], Scene.tabs)
  func reasonsInTheHelpAreWhole(_ size: Size, _ scene: Scene) {
    var story = Story(dashboard: scene.dashboard(on: .sample), size: size)
    press("?").happen(&story)
    for _ in 0..<80 {
      // A row at the foot may go on below.
      let rows = story.screen().rows.dropFirst(4).dropLast(2)
      #expect(!rows.contains { $0.contains("…") }, "\(rows.joined(separator: "\n"))")
      press("Down").happen(&story)
    }
  }

  /// Who comes new reads here what to enter first; a sentence cut in the middle helps nobody.
  @Test(arguments: Scene.tabs, [Size(80, 24), Size(40, 10)])
  func whatToEnterFirstIsReadToTheEnd(_ scene: Scene, _ size: Size) {
    var dashboard = scene.dashboard(on: .empty)
    for panel in dashboard.content.panels {
      _ = dashboard.receive(.key(.character("z")))
      _ = dashboard.receive(.key(.control("l")))
      let words = dashboard.draw(in: size).rows.joined(separator: " ")
        .split(separator: " ").joined(separator: " ")
      if case .table(let table) = panel.body, table.isEmpty {
        #expect(words.contains(panel.emptyText))
      } else if case .text(let lines) = panel.body, lines.isEmpty {
        #expect(words.contains(panel.emptyText))
      }
      _ = dashboard.receive(.key(.character("z")))
      _ = dashboard.receive(.key(.tab))
    }
  }

  /// A list without the names of its rows cannot be read.
  @Test(arguments: [
    (GroupsPane.id, "Learning L"), (DatasetPane.id, "Children in Car"),
    (ReviewsPane.id, "George"), (DeadlinesPane.id, "Tell the"),
    (OverviewPane.id, "Tell the gro"),
  ]) func rowsKeepTheirNamesInTheSmallestWindow(_ pane: String, _ name: String) {
    story(on: .sample, at: Place(pane), size: Dashboard.smallest) {
      press("/")
      typing(name)
      press("Enter")
      expect(contains: name)
    }
  }

  @Test(arguments: Scene.choosers, [40, 80]) func keysOfTheListOfCommandsFit(
    _ scene: Scene, _ width: Int
  ) {
    var dashboard = scene.dashboard(on: .sample)
    let line = dashboard.draw(in: Size(width, 24)).rows.last ?? ""
    #expect(line.contains("Esc closes") || line.contains("Esc close"), "\(line)")
    #expect(!line.contains("…"), "\(line)")
  }
}
