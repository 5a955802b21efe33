import Dashboard
import FoundationEssentials
import TerminalUI
import Testing

/// Every place of the dashboard as it looks, in files that people can read.
@Suite struct SnapshotTests {
  /// The files there should be; what the tests check is what this lists.
  enum Shape: Sendable {
    case screen(Size, GlyphTier)
    case plain

    func path(_ fixture: Fixture, _ scene: Scene) -> String {
      switch self {
      case .screen(let size, let tier):
        let folder = tier == .ascii ? "\(fixture.rawValue)-ascii" : fixture.rawValue
        return "\(folder)/\(scene.name)-\(size.width)x\(size.height).txt"
      case .plain: return "\(fixture.rawValue)/\(scene.name)-plain.txt"
      }
    }
  }

  static let sizes = [Size(80, 24), Size(120, 40), Size(40, 10)]

  /// How a scene is shown of a fixture.
  static func shapes(_ fixture: Fixture, _ scene: Scene) -> [Shape] {
    // Kinds look alike: one size shows how each is told, the other sizes are held by properties.
    if Scene.kinds.contains(where: { $0.name == scene.name }) {
      return [.screen(Size(120, 40), .cp437)]
    }
    // Sections are drawn as their panes are: two sizes show what each says.
    if Scene.sections.contains(where: { $0.name == scene.name }) {
      return [.screen(Size(80, 24), .cp437), .screen(Size(120, 40), .cp437)]
    }
    let isTab = Scene.tabs.contains { $0.name == scene.name }
    var shapes = sizes.map { Shape.screen($0, .cp437) }
    if fixture == .sample {
      if isTab { shapes.append(.screen(Size(200, 60), .cp437)) }
      shapes.append(.screen(Size(80, 24), .ascii))
    }
    let isChooser = Scene.choosers.contains { $0.name == scene.name }
    if !isChooser { shapes.append(.plain) }
    return shapes
  }

  static let cases = Fixture.allCases.flatMap { fixture in
    Scene.all(on: fixture).map { (fixture, $0) }
  }

  @Test(arguments: cases) func looksAsReviewed(_ fixture: Fixture, _ scene: Scene) {
    for shape in SnapshotTests.shapes(fixture, scene) {
      let snapshot = Snapshot(path: shape.path(fixture, scene))
      switch shape {
      case .screen(let size, let tier):
        var dashboard = scene.dashboard(on: fixture, tier: tier)
        let canvas = dashboard.draw(in: size)
        snapshot.check(Snapshot.rows(of: canvas))
        guard tier == .ascii else { continue }
        for (y, row) in canvas.rows.enumerated() {
          #expect(
            row.unicodeScalars.allSatisfy { $0.value <= 0x7f }, "\(scene.name), row \(y): \(row)")
        }
      case .plain: snapshot.check(scene.dashboard(on: fixture).plainLines)
      }
    }
  }

  @Test func noFileIsLeftOver() throws {
    var expected = Set(
      SnapshotTests.cases.flatMap { fixture, scene in
        SnapshotTests.shapes(fixture, scene).map { $0.path(fixture, scene) }
      })
    expected.insert(WordsTests.path)
    let found = try FileManager.default.subpathsOfDirectory(atPath: Snapshot.folder)
    let leftOver = Set(found.filter { $0.hasSuffix(".txt") }).subtracting(expected)
    #expect(leftOver.isEmpty, "No test reads these snapshots; remove them.")
    // A list and a record of each kind, and all else that is looked at.
    let others = expected.count - Scene.kinds.count
    #expect(others < 320, "\(others) snapshots are more than anybody will read.")
  }
}
