import Testing

@testable import TerminalUI

@Suite struct ModeReportTests {
  /// What a terminal answers, which mode it tells of, and whether it has that.
  @Test(arguments: [
    ("?2026;1$y", 2026, true), ("?2026;2$y", 2026, true), ("?2026;3$y", 2026, true),
    ("?2026;0$y", 2026, false), ("?2026;4$y", 2026, false), ("?25;1$y", 25, true),
  ])
  func aReportTellsWhetherTheTerminalHasAMode(_ text: String, _ mode: Int, _ isKnown: Bool) {
    let report = ModeReport(text.unicodeScalars.map(\.value))
    #expect(report?.mode == mode)
    #expect(report?.isKnown == isKnown)
  }

  @Test(arguments: [
    "", "A", "1;5A", "?2026;2y", "?2026$y", "?;$y", "?2026;2;1$y", "2026;2$y", "?x;2$y",
  ])
  func whatIsNoReportIsNone(_ text: String) {
    #expect(ModeReport(text.unicodeScalars.map(\.value)) == nil)
  }
}
