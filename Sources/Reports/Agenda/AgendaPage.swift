import Safeguarding

extension AgendaReport {
  /// The agenda, its papers and the open actions as a page to print.
  var page: String {
    let isMadeUp = meeting.illustrative
    func marked(_ text: String, _ isMarked: Bool) -> String {
      isMarked && !text.isEmpty ? text + illustrativeMark : text
    }
    var page = HTMLPage(title: marked(title, isMadeUp))
    page.add(paragraph: facts.joined(separator: ", "))
    page.add(heading: "Agenda")
    if meeting.agenda.isEmpty {
      page.add(paragraph: "No agenda is recorded.")
    } else {
      page.add(
        table: "The items in their order",
        heads: ["Item", "What for", "Who leads", "Minutes", "Papers", "Outcome"],
        rows: meeting.agenda.map { item in
          [
            item.numberedTitle, item.purpose.title,
            item.lead.map { workspace.words(for: [$0]) } ?? "",
            item.minutes.map { String($0) } ?? "",
            item.papers.map { "\($0.title) (\(words(of: $0)))" }.joined(separator: "\n"),
            item.outcome,
          ].map { marked($0, isMadeUp) }
        })
    }
    page.add(heading: "Open actions")
    if let closed = closedActions {
      page.add(paragraph: closed)
    } else if actions.isEmpty {
      page.add(paragraph: "None.")
    } else {
      page.add(
        table: "What the group has agreed and not done yet",
        heads: ["Action", "Owner", "Due", "Status"],
        rows: actions.map { action in
          [
            action.title, workspace.words(for: action.owners), action.due?.short ?? "no due date",
            action.status.title,
          ].map { marked($0, action.illustrative) }
        })
    }
    return page.text
  }
}
