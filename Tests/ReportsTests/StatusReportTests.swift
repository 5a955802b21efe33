import Letters
import Reports
import Safeguarding
import Testing

@Suite struct StatusReportTests {
  @Test func tellsChairsAndWhatIsOwed() throws {
    let lines = try StatusReport(SmallWorkspace.read(), on: day("2024-03-31")).lines
    #expect(
      lines.prefix(6) == [
        "Testshire, as at Sun 31 Mar 2024 (OFFICIAL-SENSITIVE)",
        "TSCP chair now: Testshire Police (by the pattern), to 31 Dec 2024",
        "TSCP chair next: Testshire Council (by the pattern), from 1 Jan 2025",
        "1° overdue, 2 due soon, 1 to check, 0 faults in the data",
        "Overdue (° illustrates):",
        "  30 days late  Testshire Council  Write, then \"send\"°",
      ])
    #expect(lines.contains("To check:"))
    #expect(!lines.contains("Faults:"))
  }

  @Test func fitsAScreenWhateverThereIs() throws {
    var workspace = try SmallWorkspace.read()
    workspace.settings.title = String(repeating: "日本\n\u{1b}", count: 60)
    for number in 0..<40 {
      var partnership = Partnership()
      partnership.id = "p\(number)"
      partnership.shortName = String(repeating: "P", count: 100)
      partnership.executive = "board"
      workspace.partnerships.append(partnership)
      var obligation = Obligation()
      obligation.id = "o\(number)"
      obligation.title = String(repeating: "long ", count: 40)
      obligation.illustrative = number.isMultiple(of: 2)
      obligation.due = ImpreciseDate(number < 20 ? "2024-03-01" : "2024-04-10")
      workspace.obligations.append(obligation)
      workspace.faults.append(
        Fault(.error, file: "a.json", line: number, column: 1, message: "Bad.", hint: "Mend it."))
    }
    let lines = StatusReport(workspace, on: try day("2024-03-31")).lines
    #expect(lines.count <= 24)
    for line in lines {
      #expect(line.reduce(0) { $0 + ("日本".contains($1) ? 2 : 1) } <= 80)
      #expect(SafeOutput.text(line) == line && !line.contains("\n"))
    }
    #expect(lines.contains("Overdue (° illustrates), the first 4 of 21°:"))
    #expect(lines.contains("Faults, the first 2 of 40:"))
    #expect(lines.count { $0.contains(" chair now: ") } == 1)
  }

  @Test func saysWhatAnEmptyWorkspaceLacks() throws {
    let lines = StatusReport(Workspace(), on: try day("2024-03-31")).lines
    #expect(lines.last == "0 overdue, 0 due soon, 0 to check, 0 faults in the data")
  }
}
