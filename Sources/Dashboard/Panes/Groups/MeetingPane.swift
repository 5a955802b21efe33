package import Safeguarding
import TerminalUI

/// One meeting: agenda, who came, what was decided, the actions that came of it.
package enum MeetingPane: Pane {
  package static let id = "meeting"
  package static let title = "Meeting"
  package static let shows: RecordKind? = Meeting.kind
  package static let help = "One meeting with its agenda, attendance, decisions and actions."

  package static func content(_ context: PaneContext, path: [String]) -> PaneContent {
    guard let recorded = context.workspace.meetings[path.first ?? ""] else {
      return .nothing([title], title: title, "There is no meeting with this id.")
    }
    let meeting = recorded.known(on: context.day)
    let group = context.workspace.groups[meeting.group]
    let reference = Reference<Meeting>(meeting.id)
    let newAction = context.newAction(in: meeting.group, meeting: reference)
    let session = MeetingSession(meeting, context)
    let own = context.records.actionPositions(of: reference)
    let actions =
      (session.isOn
      ? GroupsPane.actions(
        context.records.actionPositions(of: meeting.group), title: "Actions", of: reference,
        context,
        emptyText: "No actions yet.")
      : GroupsPane.actions(
        own, title: "Actions from this meeting", context, emptyText: "No action names this meeting."
      )).adding(newAction)
    // Of a meeting that was held later nobody is expected any more: who came is recorded.
    let expected =
      recorded.isHeldLater(than: context.day)
      ? []
      : meeting.expected(
        among: context.records.meetings(of: meeting.group), in: context.workspace, on: context.day)
    let here = attendance(meeting, expected, context)
    let agenda = GroupsPane.agenda(of: meeting, title: "Agenda", isInFull: true, context)
    let (outcome, decisions) = (outcome(meeting, context), decisions(meeting, context))
    let papers = papers(meeting, context)
    // While it is held, who is here matters most after its agenda, which tells the outcomes itself.
    let panels =
      session.isOn
      ? [agenda, here, actions, decisions, papers.asExtra, outcome.asExtra]
      : [agenda, actions, here, outcome, decisions, papers]
    let content = PaneContent(
      trail: [group?.label ?? meeting.group.id, meeting.label], about: meeting.link,
      lede: lede(meeting, unsaid: expected.count, context), panels: panels)
    return content.adding([newAction])
  }

  /// Everything that is written about the meeting, item by item.
  private static func outcome(_ meeting: Meeting, _ context: PaneContext) -> Panel {
    var lines = [Line(standing(of: meeting), .secondary)]
    if meeting.illustrative {
      lines += [
        Line("\(illustrativeMark) This meeting illustrates; it was not published.", .illustrative),
        .empty,
      ]
    }
    for decision in meeting.decisions {
      lines += decision.lines(context.names).map { Line("Decided: ", .heading) + Line($0) }
    }
    if !meeting.decisions.isEmpty { lines.append(.empty) }
    for item in meeting.agenda {
      lines += item.lines(context.names).enumerated().map {
        $0.offset == 0 ? Line($0.element) : .secondary($0.element)
      }
    }
    if !meeting.note.isEmpty { lines += [.empty, Line(meeting.note.asRead)] }
    return Panel(
      .outcome, title: "Decisions, papers and outcomes", body: .text(lines)
    ).adding(context.newPart(Decision(), of: meeting, at: [.field("decisions")]))
  }

  /// Whether it was held, when and where, and since when its minutes are agreed, on one line.
  private static func standing(of meeting: Meeting) -> String {
    let minutes =
      meeting.minutesAgreedOn.map { "minutes agreed \($0.short)" }
      ?? (meeting.status == .held ? "minutes not agreed" : "")
    let facts = [meeting.status.title, meeting.time, meeting.place, minutes]
    let words = facts.filter { !$0.isEmpty }.joined(separator: ", ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
