import TerminalUI
import Testing

@testable import Dashboard

/// A screen that is kept for the next start is the screen, cell by cell.
@Suite struct KeptScreenTests {
  @Test(arguments: Scene.tabs + Scene.inside, GlyphTier.allCases)
  func everyPaneIsKeptWhole(_ scene: Scene, _ tier: GlyphTier) {
    var dashboard = scene.dashboard(on: .sample, tier: tier)
    for size in [Size(60, 20), Size(120, 40), Size(200, 60)] {
      let canvas = dashboard.draw(in: size)
      #expect(Canvas(picture: canvas.picture, glyphs: canvas.glyphs) == canvas)
    }
  }

  @Test func hostileTextsAreKeptWhole() {
    var dashboard = Fixture.sample.dashboard(at: Place(OverviewPane.id))
    _ = dashboard.receive(DashboardMessage.loaded(HostileFolder.workspace))
    for width in stride(from: 60, through: 220, by: 10) {
      let canvas = dashboard.draw(in: Size(width, 40))
      #expect(Canvas(picture: canvas.picture, glyphs: canvas.glyphs) == canvas)
    }
  }
}
