import Dashboard
import Safeguarding
import TerminalUI
import Testing

/// What one finds again at the next start, and what is told of it.
@Suite struct AsLeftStories {
  /// How the dashboard is left after some events, as it comes out of its file.
  private func left(after events: [TerminalEvent], on fixture: Fixture = .sample) -> AsLeft {
    var dashboard = fixture.dashboard()
    for event in events {
      _ = dashboard.draw(in: Size(120, 40))
      _ = dashboard.receive(event)
    }
    return AsLeft(stored: dashboard.browsing.asLeft.stored)
  }

  private func keys(_ text: String) -> [TerminalEvent] { text.map { .key(.character($0)) } }

  @Test func aFilterComesBackWithItsPaneIsToldOnceAndGoesByEsc() {
    story(on: .sample, asLeft: left(after: keys("3/joint") + [.key(.enter)])) {
      expect(header: "► Groups")
      expect(contains: "/joint", "1 of 4")
      expect(lastLine: "You left this filtered by \"joint\": Esc shows everything.")
      press("j")
      expect(lacks: "You left this")
      press("Esc")
      expect(lacks: "/joint")
      expect(contains: "of 30")
      press("1", "3")
      expect(lacks: "You left this")
    }
  }

  @Test func aFilterOfAnotherPaneIsToldWhenOneComesThere() {
    story(on: .sample, asLeft: left(after: keys("3/joint") + [.key(.enter)] + keys("5"))) {
      expect(header: "► Reviews")
      expect(lacks: "You left this")
      press("3")
      expect(contains: "/joint")
      expect(lastLine: "You left this filtered by \"joint\": Esc shows everything.")
    }
  }

  @Test func theOverviewNeverHidesWhatIsLate() {
    story(on: .sample, asLeft: left(after: keys("/neglect") + [.key(.enter)] + keys("z"))) {
      expect(header: "► Overview")
      expect(lacks: "/neglect", "You left this")
      expect(contains: "Needs attention", "Next meetings")
    }
  }

  @Test func theOrderOfAListIsFoundByItsColumn() {
    story(on: .sample, asLeft: left(after: keys("6sS"))) {
      expect(contains: "▼")
      expect(lacks: "You left this")
      press("S")
      expect(contains: "▲")
    }
  }

  @Test func themeAndCharactersStayChosen() {
    let chosen = left(after: keys("TC"))
    #expect(chosen.theme == "light")
    #expect(chosen.glyphs == .blocks)
    // What was not chosen again is still chosen.
    #expect(Fixture.sample.dashboard(asLeft: chosen).browsing.asLeft.theme == "light")
    #expect(left(after: keys("3")).theme == nil)
  }

  @Test func aPanelAloneOnTheScreenIsTold() {
    let zoomed = left(after: keys("3") + [.key(.enter), .key(.tab)] + keys("z"))
    story(on: .sample, asLeft: zoomed) {
      expect(header: "Groups ►")
      expect(lastLine: "You left this panel alone on the screen: z shows the others.")
      press("z")
      expect(lacks: "You left this")
    }
  }

  @Test func narrowedDeadlinesAreTold() {
    let events = keys("6f") + keys("papers") + [.key(.enter)]
    story(on: .sample, asLeft: left(after: events)) {
      expect(header: "Deadlines ►")
      expect(lastLine: "You left this narrowed to")
      press("Esc")
      expect(header: "► Deadlines")
    }
  }

  @Test func theWayEndsWhereSomethingIsGone() {
    let inside = left(after: keys("3") + [.key(.enter)])
    story(on: .sample, asLeft: inside) { expect(header: "Groups ►") }
    story(on: .empty, asLeft: inside) { expect(header: "► Groups") }
  }

  @Test func aPaneThatIsNamedBeginsWhole() {
    let filtered = left(after: keys("3/joint") + [.key(.enter)] + keys("5"))
    story(
      on: .sample, at: Place(GroupsPane.id), asLeft: filtered.beginning(at: GroupsPane.id)
    ) {
      expect(header: "► Groups")
      expect(lacks: "/joint", "You left this")
    }
  }

  @Test(arguments: [
    StoredValue.text("x"), .record([]), .record([.init("pane", .text("nowhere"))]),
    .record([
      .init("pane", .text("groups")),
      .init("ways", .record([.init("groups", .list([.text("x")]))])),
    ]),
    .record([
      .init("pane", .text("groups")), .init("theme", .number("1")), .init("glyphs", .text("?")),
      .init(
        "ways",
        .record([
          .init(
            "groups",
            .list([
              .record([
                .init("pane", .text("groups")), .init("focus", .number("-9")),
                .init(
                  "lists",
                  .record([.init("groups", .record([.init("sortedBy", .text("gone"))]))])),
              ]),
              .record([.init("pane", .text("record")), .init("path", .list([.text("x")]))]),
            ])),
          .init("overview", .list([.record([.init("pane", .text("groups"))])])),
        ])),
    ]),
  ])
  func whatIsNoneOfItIsLeftOut(_ stored: StoredValue) {
    story(on: .sample, asLeft: AsLeft(stored: stored)) {
      expect(contains: "? help")
      press("1", "3", "z", "Esc", "1")
      expect(contains: "Needs attention")
    }
  }
}
