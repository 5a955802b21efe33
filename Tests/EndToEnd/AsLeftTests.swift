import Testing

/// What a person finds again at the next start.
@Suite(.enabled(if: Tmux.isInstalled, Tmux.whyNot))
struct AsLeftTests {
  @Test func itBeginsAsItWasLeftAndFreshAsNobodyLeftIt() async throws {
    let terminal = try Tmux()
    let data = try await terminal.startMasa()
    try terminal.type("3")
    try await terminal.wait("the groups") { $0[0].contains("► Groups") }
    try terminal.type("C")
    try await terminal.waitFor("Characters: blocks.")
    try terminal.type("/")
    try terminal.type("joint")
    try terminal.press("Enter")
    try await terminal.waitFor("/joint")
    try terminal.type("q")
    try await terminal.waitForShell()

    try start(terminal, data)
    try await terminal.waitFor("You left this filtered by \"joint\": Esc shows everything.")
    #expect(try terminal.screen()[0].contains("► Groups"))
    try terminal.press("Escape")
    try await terminal.wait("every group") { !$0.contains { $0.contains("/joint") } }
    try terminal.type("C")
    try await terminal.waitFor("Characters: braille.")
    try terminal.type("q")
    try await terminal.waitForShell()

    try start(terminal, data, "reviews --glyphs cp437")
    try await terminal.wait("the reviews") { $0[0].contains("► Reviews") }
    try terminal.type("q")
    try await terminal.waitForShell()

    try start(terminal, data, "--fresh")
    try await terminal.wait("the overview") { $0[0].contains("► Overview") }
    try terminal.type("C")
    try await terminal.waitFor("Characters: blocks.")
  }

  private func start(_ terminal: Tmux, _ data: String, _ words: String = "") throws {
    try terminal.type("TERM=screen '\(Masa.path)' --data '\(data)' \(words)")
    try terminal.press("Enter")
  }
}
