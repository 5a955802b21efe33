import Dashboard
import Safeguarding
import TerminalUI
import Testing

/// Moving about, whatever hands are used to.
@Suite struct MovingTests {
  private static let places =
    Scene.tabs.map(\.place) + [
      Place(GroupsPane.id, ["mscp-pmqa"]), Place(RecordsPane.id, [ActionItem.kind.name]),
    ]

  private func screen(at place: Place, after keys: [Key], in size: Size = Size(80, 24)) -> Canvas {
    var dashboard = Fixture.sample.dashboard(at: place)
    _ = dashboard.draw(in: size)
    for key in keys {
      _ = dashboard.receive(.key(key))
      _ = dashboard.draw(in: size)
    }
    return dashboard.draw(in: size)
  }

  /// Arrows and letters do the same in every list.
  @Test(arguments: places) func arrowsAndLettersAreOne(_ place: Place) {
    let pairs: [(Key, Key)] = [
      (.down, .character("j")), (.up, .character("k")), (.right, .character("l")),
      (.left, .character("h")), (.home, .character("g")), (.end, .character("G")),
    ]
    for way in [[0], [0, 0, 1], [0, 2], [0, 2, 3], [5, 4], [5, 1]] {
      let byArrows = screen(at: place, after: way.map { pairs[$0].0 })
      let byLetters = screen(at: place, after: way.map { pairs[$0].1 })
      #expect(byArrows == byLetters)
    }
    #expect(screen(at: place, after: [.down]) != screen(at: place, after: []) || place.path.isEmpty)
  }

  /// The terminal's own cursor stands on the pointer of the selected row, where a braille display looks.
  @Test(arguments: places, [Size(60, 20), Size(80, 24), Size(120, 40), Size(200, 60)])
  func theCursorStandsOnWhatIsSelected(_ place: Place, _ size: Size) throws {
    for keys in [[], [Key.down, .down], [.end], [.tab], [.tab, .down]] {
      var dashboard = Fixture.sample.dashboard(at: place)
      _ = dashboard.draw(in: size)
      for key in keys {
        _ = dashboard.receive(.key(key))
        _ = dashboard.draw(in: size)
      }
      let canvas = dashboard.draw(in: size)
      let cursor = try #require(canvas.cursor)
      guard dashboard.selectedRow != nil else { continue }
      let there = canvas[cursor.x, cursor.y].scalar
      #expect(there == "►".unicodeScalars.first?.value, "\(keys): nothing points at \(cursor).")
    }
  }

  /// Leaving asks nothing and loses nothing from wherever one is; going back never leaves.
  @Test(arguments: places) func goingBackNeverLeaves(_ place: Place) {
    var dashboard = Fixture.sample.dashboard(at: place)
    _ = dashboard.draw(in: Size(80, 24))
    for key in [Key.down, .enter, .escape, .escape, .escape, .backspace, .left] {
      #expect(!dashboard.receive(.key(key)).contains(.quit), "\(key.label)")
      _ = dashboard.draw(in: Size(80, 24))
    }
    #expect(dashboard.visits.count == 1)
  }
}
