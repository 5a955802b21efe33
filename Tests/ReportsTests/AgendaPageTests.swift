import DataStore
import Reports
import Safeguarding
import Testing

/// The agenda as a page: whole, safe, and to be heard and printed as well as seen.
@Suite struct AgendaPageTests {
  private func page(_ change: (inout Meeting) -> Void = { _ in }) -> String {
    var workspace = Workspace()
    var group = PartnershipGroup()
    (group.id, group.name) = ("board", "Audit <Board> & \"friends\"")
    var meeting = Meeting()
    (meeting.id, meeting.group) = ("m1", Reference("board"))
    meeting.date = ImpreciseDate("2024-03-01")
    var item = AgendaItem()
    (item.number, item.title, item.outcome) = ("1", "<script>alert(1)</script>", "Agreed.\nTwo lines")
    var paper = Paper()
    paper.title = "Report\u{202e}"
    item.papers = [paper, paper]
    meeting.agenda = [item]
    change(&meeting)
    var action = ActionItem()
    (action.id, action.title, action.group) = ("a1", "Tell <all>", Reference("board"))
    workspace.add([group], from: "groups/board/group.json")
    workspace.add([meeting], from: "groups/board/meetings.json")
    workspace.add([action], from: "groups/board/actions.json")
    return AgendaReport(workspace, meeting, of: group).written(as: .html)
  }

  @Test func isAPageThatStandsByItself() {
    let page = page()
    for part in [
      "<!DOCTYPE html>", "<html lang=\"en-GB\">", "<title>Audit &lt;Board&gt; &amp; &quot;friends",
      "<th scope=\"col\">Outcome</th>", "<th scope=\"row\">1 &lt;script&gt;",
      "<caption>", "@media print", "default-src 'none'", "Tell &lt;all&gt;",
      "Report (not received)\nReport (not received)", "Agreed.\nTwo lines",
    ] { #expect(page.contains(part), "\(part)") }
    #expect(!page.contains("<script") && !page.contains("\u{202e}") && !page.contains("http"))
    #expect(page.components("<table>") == page.components("</table>"))
    #expect(page.components("<h1>") == 1)
  }

  @Test func whatIllustratesIsMarkedInEachCell() {
    let page = page { $0.illustrative = true }
    #expect(page.contains("&lt;/script&gt;°</th>") && page.contains("Two lines°</td>"))
    #expect(page.contains("illustrative: not a published meeting"))
  }

  @Test func anEmptyAgendaSaysSo() {
    #expect(page { $0.agenda = [] }.contains("<p>No agenda is recorded.</p>"))
  }
}

extension String {
  /// How often a text stands in it.
  fileprivate func components(_ text: String) -> Int { ranges(of: text).count }
}
