import Dashboard
import Safeguarding
import TerminalUI
import Testing

/// What holds for every place, size, scope and kind of characters.
@Suite struct PropertyTests {
  static let scenes = Fixture.allCases.flatMap { fixture in
    Scene.all(on: fixture).map { (fixture, $0) }
  }

  /// Small, usual and large sizes, and some in between by the dice.
  static func sizes(_ dice: inout Dice) -> [Size] {
    let edges = [
      Size(1, 1), Size(1, 70), Size(220, 1), Size(39, 10), Size(40, 9), Size(40, 10), Size(41, 11),
      Size(71, 13), Size(72, 14), Size(99, 17), Size(100, 18), Size(129, 24), Size(180, 60),
      Size(220, 70),
    ]
    return edges
      + (0..<12).map { _ in
        Size(Int.random(in: 1...220, using: &dice), Int.random(in: 1...70, using: &dice))
      }
  }

  /// What every canvas must be.
  static func check(_ canvas: Canvas, in size: Size, _ where: @autoclosure () -> String) {
    guard canvas.size == size, canvas.cells.count == size.width * size.height else {
      Issue.record("\(`where`()): the canvas is \(canvas.size), not \(size).")
      return
    }
    let isSafe = canvas.cells.allSatisfy { cell in
      cell.scalar >= 0x20 && cell.scalar != 0x7f && !(0x80..<0xa0).contains(cell.scalar)
    }
    #expect(isSafe, "\(`where`()): a control character is in a cell.")
    guard let cursor = canvas.cursor else {
      Issue.record("\(`where`()): there is no cursor.")
      return
    }
    #expect(
      Rect(size).contains(cursor), "\(`where`()): the cursor is at \(cursor), outside \(size).")
    let isAscii = canvas.cells.allSatisfy { $0.scalar <= 0x7f && $0.firstMark <= 0x7f }
    #expect(canvas.glyphs.tier != .ascii || isAscii, "\(`where`()): more than ASCII.")
  }

  @Test(arguments: scenes) func holdsInEverySize(_ fixture: Fixture, _ scene: Scene) {
    var dice = Dice(seed: 7)
    let tiers = GlyphTier.allCases
    // Lists of kinds are drawn alike: a few sizes of each do.
    let step = scene.name.hasPrefix("kind-") ? 6 : 1
    for (index, size) in PropertyTests.sizes(&dice).enumerated() where index.isMultiple(of: step) {
      let tier = tiers[index % tiers.count]
      var dashboard = scene.dashboard(on: fixture, tier: tier)
      PropertyTests.check(
        dashboard.draw(in: size), in: size, "\(fixture), \(scene.name), \(size), \(tier)")
    }
  }

  @Test(arguments: Scene.tabs.map(\.name)) func holdsForEveryPartnership(_ pane: String) {
    var dashboard = Fixture.sample.dashboard(at: Place(pane))
    let count = Fixture.sample.workspace.partnerships.all.count
    for _ in 0...count {
      for size in [Size(40, 10), Size(80, 24), Size(200, 60)] {
        PropertyTests.check(
          dashboard.draw(in: size), in: size, "\(pane), \(dashboard.context.scope), \(size)")
      }
      _ = dashboard.receive(.key(.character("p")))
    }
    #expect(dashboard.context.scope == .all)
  }

  @Test(arguments: [Size(39, 10), Size(40, 9), Size(30, 5), Size(39, 9)])
  func windowTooSmallNamesBothSizes(_ size: Size) {
    var dashboard = Fixture.sample.dashboard()
    let text = dashboard.draw(in: size).rows.joined(separator: " ")
    let least = Dashboard.smallest
    for number in [least.width, least.height, size.width, size.height] {
      #expect(text.contains(String(number)), "\(number) is not named in: \(text)")
    }
  }

  /// Whatever one presses, points at or pastes, the screen stays whole.
  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64]) func holdsWhateverOnePresses(_ seed: UInt64) {
    var dice = Dice(seed: seed)
    let fixture = Fixture.allCases[Int(seed) % Fixture.allCases.count]
    var dashboard = fixture.dashboard()
    let keys: [Key] =
      Command.all.flatMap(\.keys) + [.character("a"), .character("é"), .delete, .control("u")]
    var size = Size(80, 24)
    var told: [String] = []
    for _ in 0..<120 {
      let event: TerminalEvent
      switch Int.random(in: 0..<20, using: &dice) {
      case 0: event = .paste("a\u{1b}[2J\u{7}é\u{202e}漢")
      case 1:
        let point = Point(
          Int.random(in: 0..<size.width, using: &dice),
          Int.random(in: 0..<size.height, using: &dice))
        event = .mouse(MouseEvent(.press, at: point))
      case 2:
        size = Size(
          Int.random(in: 1...220, using: &dice), Int.random(in: 1...70, using: &dice))
        event = .resized(size)
      default:
        guard let key = keys.randomElement(using: &dice) else { continue }
        event = .key(key)
      }
      told.append("\(event)")
      _ = dashboard.receive(event)
      PropertyTests.check(
        dashboard.draw(in: size), in: size, told.suffix(8).joined(separator: ", "))
    }
  }
}
