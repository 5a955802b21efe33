import FoundationEssentials
import Testing

/// Why something was not saved stays on the screen of a real terminal until a key, whatever comes between.
@Suite(.enabled(if: Tmux.isInstalled, Tmux.whyNot))
struct StayingReasonTests {
  private static let reason = "Masa tried to save your change"

  private func isTold(_ screen: [String]) -> Bool {
    screen.map { $0.split(separator: " ").joined(separator: " ") }.joined(separator: " ")
      .contains(Self.reason)
  }

  @Test func aRefusalStaysThroughReloadsResizesAndDetaching() async throws {
    let terminal = try Tmux()
    let data = try await terminal.startMasa()
    let group = "\(data)/groups/mscp-pmqa"
    // Nothing can be saved in a folder whose journal is no file.
    try FileManager.default.createDirectory(
      atPath: "\(group)/journal.jsonl", withIntermediateDirectories: false)
    try terminal.type("3")
    try await terminal.wait("the groups") { $0[0].contains("► Groups") }
    try terminal.type("/pmqa")
    try terminal.press("Enter", "Enter", "Tab")
    try await terminal.waitFor("Check that information on missing")
    try terminal.press("Space")
    try await terminal.wait("the refusal") { isTold($0) }

    // Others change what is on the screen.
    let file = "\(group)/actions.json"
    let text = try contents(file)
    try text.replacing(
      "Check that information on missing", with: "Look whether information on missing"
    )
    .write(toFile: file, atomically: true, encoding: .utf8)
    try await terminal.waitFor("Look whether information on missing")
    #expect(isTold(try terminal.screen()))

    // What was drawn for another size is drawn anew.
    for (columns, rows) in [(90, 30), (60, 20), (140, 50), (120, 40)] {
      try terminal.resize(columns: columns, rows: rows)
      try await terminal.wait("\(columns) columns") { screen in
        let rule = screen.first { $0.contains("═ Message ═") } ?? ""
        return (columns - 3...columns).contains(rule.count) && isTold(screen)
      }
    }

    // Somebody goes home and looks again from another place.
    try terminal.followViewers()
    let other = try Tmux(columns: 100, rows: 30)
    for _ in 0..<2 {
      try await other.wait("a shell") { $0.contains { $0.hasPrefix("ready$") } }
      try other.type(terminal.attaching)
      try other.press("Enter")
      try await other.wait("the refusal in the other terminal") { isTold($0) }
      try terminal.detachAll()
      try await other.waitFor("[detached")
      try other.type("clear")
      try other.press("Enter")
    }
    #expect(isTold(try terminal.screen()))

    try terminal.press("Down")
    try await terminal.wait("the refusal is gone") { !isTold($0) }
    try terminal.type("q")
    try await terminal.waitForShell()
  }
}
