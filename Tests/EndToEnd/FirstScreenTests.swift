import Glibc
import Testing

/// The first screen is the one that was kept as long as nothing that it rests on has changed, and no longer.
///
/// The kept one is given a word that the data does not hold: where that is sent to the terminal, it was
/// shown.
@Suite(.enabled(if: Tmux.isInstalled, Tmux.whyNot))
struct FirstScreenTests {
  private static let word = "KEPTSCREEN"

  private struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    var command = ""
    var options = ""
    var variables = ""
    var isShown = false

    var testDescription: String { name }
  }

  private static let cases = [
    Case(name: "nothing has changed", isShown: true),
    Case(name: "another colour", variables: "NO_COLOR=1"),
    Case(name: "another day", options: "--as-of 2024-04-02"),
    Case(name: "another pane", options: "reviews"),
    Case(name: "another person", options: "--me PMQA"),
    Case(
      name: "a record was changed",
      command: "sed -i 's/Written comment/Typed comment/' DATA/groups/*/actions.json"),
    Case(name: "a file was touched", command: "touch DATA/people.json"),
    Case(name: "the rights of a folder were changed", command: "chmod 750 DATA/groups"),
    Case(
      name: "the keys were changed",
      command: "mkdir -p $XDG_CONFIG_HOME/masa; echo '{}' > $XDG_CONFIG_HOME/masa/keys.json"),
  ]

  @Test(arguments: cases) private func isShownWhereNothingHasChanged(_ one: Case) async throws {
    let home = try TemporaryFolder()
    let terminal = try Tmux()
    try await terminal.wait("a shell") { $0.contains { $0.hasPrefix("ready$") } }
    let data = try home.copySample(to: "data")
    let own = "XDG_STATE_HOME='\(home.path)/state' XDG_CONFIG_HOME='\(home.path)/config'"
    try await Task.sleep(for: .milliseconds(2_200))
    // Leaving it notes how it was left, so that the second start may look otherwise than the first.
    for _ in 0..<2 { try await look(terminal, own, data, "", home) }
    let kept = String(
      try shell("ls \(home.path)/state/masa/first-screens/*.txt").prefix { $0 != "\n" })
    let before = try contents(kept)
    try #require(before.contains("Needs attention"))
    _ = try shell("sed -i 's/Needs attention/\(Self.word)     /' \(kept)")
    if !one.command.isEmpty {
      let command = one.command.replacing("DATA", with: data)
      _ = try shell("XDG_CONFIG_HOME='\(home.path)/config'; \(command)")
      try await Task.sleep(for: .milliseconds(2_200))
    }
    let sent = try await look(terminal, "\(own) \(one.variables)", data, one.options, home)
    #expect(sent.contains(Self.word) == one.isShown)
    // What is true stands on the screen in the end, and in the file that is kept.
    #expect(try contents(kept).contains(Self.word) == false)
  }

  /// What a command of the shell prints.
  private func shell(_ command: String) throws -> String {
    let done = try ChildProcess(
      program: "/bin/sh", arguments: ["-c", command], environment: ["PATH": "/usr/bin:/bin"]
    ).run()
    try #require(done.status == 0, "\(command)")
    return done.text
  }

  /// Opens the dashboard and leaves it; answers what was sent to the terminal.
  @discardableResult
  private func look(
    _ terminal: Tmux, _ variables: String, _ data: String, _ options: String,
    _ home: TemporaryFolder
  ) async throws -> String {
    let record = "\(home.path)/sent"
    let command = "\(variables) '\(Masa.path)' --data '\(data)' \(options)"
    try terminal.type("clear; TERM=screen script -qc \"\(command)\" '\(record)'")
    try terminal.press("Enter")
    try await terminal.wait("a pane") {
      $0.first?.contains("MASA") == true && !$0.contains { $0.contains(Self.word) }
    }
    try await Task.sleep(for: .milliseconds(300))
    try terminal.type("q")
    try await terminal.waitForShell()
    return try contents(record)
  }
}
