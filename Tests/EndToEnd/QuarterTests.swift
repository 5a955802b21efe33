import JSONDocument
import Testing

/// Three people do what a quarter asks of them, each from start to end in a real terminal.
@Suite(.enabled(if: Tmux.isInstalled, Tmux.whyNot))
struct QuarterTests {
  /// Presses Tab until a panel has the focus, which its title says.
  private func go(to panel: String, in terminal: Tmux) async throws {
    for _ in 0..<12 {
      let before = try terminal.screen()
      if before.contains(where: { $0.contains("═ \(panel)") }) { return }
      try terminal.press("Tab")
      try await terminal.wait("another panel") { $0 != before }
    }
    try await terminal.waitFor("═ \(panel)")
  }

  private func end(_ terminal: Tmux) async throws {
    try terminal.type("q")
    try await terminal.waitForShell()
  }

  @Test func aDataLeadSendsTheFiguresOfAnAgency() async throws {
    let terminal = try Tmux()
    let data = try await terminal.startMasa()
    try terminal.type("4")
    try await terminal.wait("the dataset") { $0[0].contains("► Dataset") }
    try await go(to: "Who has sent", in: terminal)
    try await terminal.waitFor("►Medway Council  sent     due 30 Apr")
    try terminal.type("#")
    try await terminal.waitFor("Figures of Medway Council, Q4 2023/24")
    // One is typed, and what is no number is told at once.
    try terminal.type("3o1")
    try await terminal.waitFor("3o1")
    try terminal.press("Enter")
    try await terminal.waitFor("x ")
    try terminal.press("Up", "F2", "C-u")
    try terminal.type("301")
    try terminal.press("Enter")
    try await terminal.waitFor("301")
    // The rest comes as cells of a spreadsheet.
    try terminal.paste("Children in care\t475\nGCP2 tools completed\t12")
    // What goes where is shown before it is taken.
    try await terminal.waitFor("475")
    try terminal.press("Enter")
    try await terminal.waitFor("16 of 19 blank")
    try terminal.press("C-s")
    try await terminal.waitFor("return received")
    try await terminal.waitFor("►Medway Council  sent     sent")
    try await end(terminal)
    let sent = try Masa.run(
      "show submission dataset-2023-24-q4-medway-council --format json", data: data)
    let record = try JSONDocument(bytes: sent.output).root["record"]
    #expect(record?["status"]?.string == "received")
    #expect(try Masa.run("list value --format csv", data: data).text.contains(",301,"))
  }

  @Test func aChairPreparesTheMeetingAndTicksWhatIsDone() async throws {
    let terminal = try Tmux()
    let data = try await terminal.startMasa()
    try terminal.type("3")
    try await terminal.wait("the groups") { $0[0].contains("► Groups") }
    try terminal.type("/pmqa")
    try terminal.press("Enter", "Enter")
    try await terminal.wait("the group") { $0[0].contains("► PMQA") }
    try await terminal.waitFor("1 overdue")
    try await go(to: "Papers one by one", in: terminal)
    try await terminal.waitFor("4 missing")
    try terminal.press("Down", "Space")
    try await terminal.waitFor("3 missing")
    try await go(to: "Actions", in: terminal)
    try terminal.press("Space")
    try await terminal.waitFor("0 overdue")
    try terminal.type("a")
    try await terminal.waitFor("Add action: PMQA")
    try terminal.type("Ask hospitals what they learn of missing children")
    try terminal.press("C-s")
    try await terminal.waitFor("Saved")
    try await terminal.waitFor("Ask hospitals what they learn")
    try await end(terminal)
    let agenda = try Masa.run("agenda mscp-pmqa --format markdown", data: data)
    #expect(agenda.status == 0, "\(agenda.messages)")
    #expect(agenda.text.contains("Ask hospitals what they learn of missing children"))
    #expect(!agenda.text.contains("Tell the group which tool each partner uses"))
  }

  @Test func anExecutiveMemberAsksAboutWhatStandsOut() async throws {
    let terminal = try Tmux()
    let data = try await terminal.startMasa()
    try terminal.type("4")
    try await terminal.wait("the dataset") { $0[0].contains("► Dataset") }
    // What stands above its comparator stands above everything else.
    try await terminal.waitFor("1 above its comparator")
    try terminal.type("/plan per 10")
    try terminal.press("Enter", "Enter")
    try await terminal.wait("the indicator") { $0[0].contains("► CP plans per 10k") }
    try await terminal.waitFor("above England")
    try await go(to: "Asked, and what came of it", in: terminal)
    try terminal.type("a")
    try await terminal.waitFor("Add challenge: CP plans per 10k")
    try await terminal.waitFor("Mar 2024")
    try await field("Question", in: terminal)
    try terminal.type("Why more plans than in England?")
    try terminal.press("C-s")
    try await terminal.waitFor("Saved")
    try await terminal.waitFor("Why more plans than in England?")
    try await end(terminal)
    let asked = try Masa.run("list challenge --format json", data: data)
    let rows = try JSONDocument(bytes: asked.output).root.elements
    #expect(rows.contains { $0["question"]?.string == "Why more plans than in England?" })
  }

  /// Presses Tab until a field of a form is the one that is typed into.
  private func field(_ name: String, in terminal: Tmux) async throws {
    for _ in 0..<12 {
      let before = try terminal.screen()
      if before.contains(where: { $0.hasPrefix("►") && $0.contains(name) }) { return }
      try terminal.press("Tab")
      try await terminal.wait("another field") { $0 != before }
    }
    try await terminal.waitFor(name)
  }
}
