import TerminalUI
import Testing

@testable import Dashboard

/// The theme of whoever has chosen none goes by the background of the terminal.
@Suite struct FollowingThemeStories {
  private func dashboard(isFollowing: Bool) -> Dashboard {
    Dashboard(
      workspace: Fixture.sample.workspace, today: Fixture.today,
      themes: ["dark", "light"].map { ResolvedTheme(name: $0) { _ in Style() } }, theme: "dark",
      isThemeFollowing: isFollowing)
  }

  @Test func aLightBackgroundTakesTheLightTheme() {
    var dashboard = dashboard(isFollowing: true)
    _ = dashboard.receive(.background(isLight: true))
    #expect(dashboard.theme.name == "light")
    _ = dashboard.receive(.background(isLight: false))
    #expect(dashboard.theme.name == "dark")
  }

  @Test func aThemeThatWasChosenStays() {
    var chosen = dashboard(isFollowing: false)
    _ = chosen.receive(.background(isLight: true))
    #expect(chosen.theme.name == "dark")
    var later = dashboard(isFollowing: true)
    _ = later.receive(.key(.character("T")))
    _ = later.receive(.key(.character("T")))
    _ = later.receive(.background(isLight: true))
    #expect(later.theme.name == "dark")
  }

  @Test func anAnswerIsNoKey() {
    var dashboard = dashboard(isFollowing: true)
    _ = dashboard.receive(.key(.character("/")))
    _ = dashboard.receive(.background(isLight: true))
    #expect(dashboard.mode == .filtering)
  }
}
