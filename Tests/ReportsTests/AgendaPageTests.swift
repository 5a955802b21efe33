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
    meeting.place = "Room\u{202e}one"
    var item = AgendaItem()
    (item.number, item.title, item.outcome) = (
      "1", "<script>alert(1)</script>", "Agreed.\nTwo lines"
    )
    var paper = Paper()
    paper.title = "Report"
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

  /// A part of a meeting with two actions, one of them from the meeting, in a format.
  private func written(_ part: AgendaReport.Part, as format: AgendaReport.Format) -> String {
    var workspace = Workspace()
    var group = PartnershipGroup()
    (group.id, group.name) = ("board", "Audit <Board>")
    var meeting = Meeting()
    (meeting.id, meeting.group) = ("m1", Reference("board"))
    meeting.date = ImpreciseDate("2024-03-01")
    var item = AgendaItem()
    (item.number, item.title, item.note) = ("3", "Dataset | quarter", "Read it first.\nThen ask.")
    item.outcome = "Accepted."
    var (here, missing) = (Paper(), Paper())
    (here.title, here.receivedOn) = ("Report <one>", CalendarDate(iso: "2024-02-20"))
    (missing.title, missing.dueOn) = ("Report two", CalendarDate(iso: "2024-02-22"))
    item.papers = [here, missing]
    meeting.agenda = [item]
    var decision = Decision()
    decision.text = "The audit goes on."
    meeting.decisions = [decision]
    let actions = [("a1", "Tell <all>", "m1"), ("a2", "Older one", "m0")].map { id, title, from in
      var action = ActionItem()
      (action.id, action.title, action.group) = (id, title, Reference("board"))
      action.meeting = Reference(from)
      return action
    }
    workspace.add([group], from: "groups/board/group.json")
    workspace.add([meeting], from: "groups/board/meetings.json")
    workspace.add(actions, from: "groups/board/actions.json")
    return AgendaReport(workspace, meeting, of: group).written(as: format, part)
  }

  @Test func thePackHoldsEachItemWithAllOfItsPapers() {
    let page = written(.pack, as: .html)
    for part in [
      "<title>Audit &lt;Board&gt;: pack</title>", "<h2>3 Dataset | quarter</h2>",
      "<caption>Papers for this item</caption>", "<th scope=\"col\">How it stands</th>",
      "<th scope=\"row\">Report &lt;one&gt;</th>", "received 20 Feb 2024", "not received",
      "<p>Read it first.\nThen ask.</p>", "<h3>Outcome</h3>", "Accepted.", "The audit goes on.",
      "Not in yet: 1 paper.", "lang=\"en-GB\"", "@media print",
    ] { #expect(page.contains(part), "\(part)") }
    #expect(page.components("<h1>") == 1 && !page.contains("<script"))
    #expect(page.components("<table>") == page.components("<thead>"))
    let markdown = written(.pack, as: .markdown)
    for part in [
      "# Audit \\<Board\\>: pack", "## 3 Dataset \\| quarter", "Read it first.  \nThen ask.",
      "| Paper | From | Due | How it stands |", "| Report two |  | 22 Feb 2024 | not received |",
    ] { #expect(markdown.contains(part), "\(part) is not in \(markdown)") }
    #expect(written(.pack, as: .text).contains("Report two"))
    #expect(written(.pack, as: .json).contains("\"papers\""))
  }

  @Test func theActionListTellsWhatIsNewFromWhatIsOpenStill() {
    for format in [AgendaReport.Format.html, .markdown, .text] {
      let text = written(.actions, as: format)
      let places = ["Agreed at this meeting", "Tell", "Still open from before", "Older one"].map {
        text.ranges(of: $0).first?.lowerBound
      }
      #expect(
        !places.contains(nil) && places.compactMap(\.self).sorted() == places.compactMap(\.self))
    }
    #expect(written(.actions, as: .json).contains("\"openFromBefore\""))
  }

  @Test func isAPageThatStandsByItself() {
    let page = page()
    for part in [
      "<!DOCTYPE html>", "<html lang=\"en-GB\">", "<title>Audit &lt;Board&gt; &amp; &quot;friends",
      "<th scope=\"col\">Outcome</th>", "<th scope=\"row\">1 &lt;script&gt;",
      "<caption>", "@media print", "default-src 'none'", "Tell &lt;all&gt;",
      "Report (not received)\nReport (not received)", "Agreed.\nTwo lines",
    ] { #expect(page.contains(part), "\(part)") }
    #expect(!page.contains("<script") && !page.contains("\u{202e}") && !page.contains("http:"))
    #expect(page.components("<table>") == page.components("</table>"))
    #expect(page.components("<h1>") == 1)
  }

  @Test func whatIllustratesIsMarkedInEachCell() {
    let page = page { $0.illustrative = true }
    #expect(page.contains("&lt;/script&gt;&#8288;°</th>") && page.contains("Two lines°</td>"))
    #expect(page.contains("illustrative: not a published meeting"))
  }

  /// On a narrow screen the cells of a row stand below one another, each with its head.
  @Test func eachCellKnowsItsHead() {
    let page = page { $0.agenda[0].minutes = 20 }
    #expect(page.contains("<td data-head=\"Minutes\" class=\"short\">20</td>"))
    #expect(page.contains("<td data-head=\"Outcome\">Agreed.\nTwo lines</td>"))
    #expect(page.contains("@media screen and (max-width: 40rem)"))
    #expect(page.contains("content: attr(data-head)"))
    #expect(page.components("<td") == page.components("<td data-head="))
  }

  @Test func whatNoRowSaysIsNoColumn() {
    let page = page { $0.agenda[0].outcome = "" }
    #expect(!page.contains("Outcome") && !page.contains(">Minutes<"))
    #expect(page.contains("<th scope=\"col\">Papers</th>"))
  }

  @Test func anEmptyAgendaSaysSo() {
    #expect(page { $0.agenda = [] }.contains("<p>No agenda is recorded.</p>"))
  }
}

extension String {
  /// How often a text stands in it.
  fileprivate func components(_ text: String) -> Int { ranges(of: text).count }
}
