import TerminalUI
import Testing

@testable import Dashboard

/// What is kept of the screen from one key to the next never shows anything but what would be drawn anew.
@Suite struct StillScreenTests {
  /// The screen with nothing kept: the panes are asked again, every row is made again, all is drawn.
  private static func anew(_ dashboard: Dashboard) -> Canvas {
    var anew = dashboard
    anew.browsing.refresh()
    return ScreenDrawing(anew).canvas
  }

  /// Draws after an event, and compares with what is drawn anew.
  private static func check(
    _ event: TerminalEvent, _ dashboard: inout Dashboard, in size: Size,
    _ where: @autoclosure () -> String
  ) {
    _ = dashboard.receive(event)
    let shown = dashboard.draw(in: size)
    let anew = anew(dashboard)
    let differing = (0..<size.height).filter { shown.row($0) != anew.row($0) }
    #expect(
      differing.isEmpty,
      "\(`where`()): \(differing.map { "\(shown.rows[$0])\n\(anew.rows[$0])" }.joined(separator: "\n"))"
    )
    #expect(shown.cursor == anew.cursor, "\(`where`())")
  }

  /// Moves within a panel, to the next one, and back behind what changes the lists.
  private static let keys: [Key] =
    "jjkG".map { .character($0) } + [.pageUp, .home, .down, .tab]
    + "jjG".map { .character($0) } + [.tab] + "jjsjzjkz".map { .character($0) }

  static let scenes = Fixture.allCases.flatMap { fixture in
    Scene.all(on: fixture).filter { $0.keys.isEmpty && !$0.name.hasPrefix("kind-") }.map {
      (fixture, $0)
    }
  }

  @Test(arguments: scenes) func movesShowWhatIsDrawnAnew(_ fixture: Fixture, _ scene: Scene) {
    let size = scene.name.count.isMultiple(of: 2) ? Size(120, 40) : Size(84, 24)
    var dashboard = scene.dashboard(on: fixture)
    _ = dashboard.draw(in: size)
    for (step, key) in StillScreenTests.keys.enumerated() {
      StillScreenTests.check(
        .key(key), &dashboard, in: size, "\(fixture), \(scene.name), key \(step): \(key.label)")
    }
  }

  /// Whatever happens between two moves, nothing of before stays on the screen.
  @Test(arguments: [11, 12, 13, 14, 15, 16] as [UInt64])
  func whateverHappensIsShown(_ seed: UInt64) {
    var dice = Dice(seed: seed)
    var dashboard = Fixture.allCases[Int(seed) % Fixture.allCases.count].dashboard()
    let keys = Command.all.flatMap(\.keys)
    let moves: [Key] = [.down, .up, .pageDown, .pageUp, .home, .end, .tab]
    var size = Size(120, 40)
    for _ in 0..<120 {
      let event: TerminalEvent
      switch dice.roll(24) {
      case 0: event = .mouse(MouseEvent(.press, at: Point(dice.roll(60), dice.roll(20))))
      case 1: event = .mouse(MouseEvent(.wheelDown, at: Point(dice.roll(60), dice.roll(20))))
      case 2:
        size = Size(40 + dice.roll(160), 10 + dice.roll(50))
        event = .resized(size)
      case 3...7: event = .key(keys[dice.roll(keys.count)])
      case 8: event = .key(.escape)
      default: event = .key(moves[dice.roll(moves.count)])
      }
      StillScreenTests.check(event, &dashboard, in: size, "seed \(seed), after \(event)")
    }
  }

  /// A move leaves what does not change: only then it is cheap.
  @Test(arguments: Scene.tabs) func movesKeepTheRest(_ scene: Scene) {
    var dashboard = scene.dashboard(on: .sample)
    _ = dashboard.draw(in: Size(120, 40))
    _ = dashboard.receive(.key(.down))
    _ = dashboard.draw(in: Size(120, 40))
    _ = dashboard.receive(.key(.down))
    #expect(dashboard.browsing.screen.still != nil)
    _ = dashboard.receive(.key(.tab))
    #expect(dashboard.browsing.screen.still == nil)
  }
}
