import Safeguarding
import TerminalUI

extension MeetingPane {
  /// Who came, and who is expected and not entered yet, a row each: Space goes through what can be.
  static func attendance(
    _ meeting: Meeting, _ expected: [Attendance], _ context: PaneContext
  ) -> Panel {
    let isOn = MeetingSession(meeting, context).isOn
    var known: Set<String> = []
    var rows = meeting.attendance.enumerated().map { index, attendance in
      let isThere = attendance.status == .present
      let reason = [attendance.reason, attendance.deputy].filter { !$0.isEmpty }
      return PanelRow(
        .part(meeting.link, [.field("attendance"), .element(index)]),
        id: id(of: attendance, index, &known),
        [
          AttendanceMarks.Mark(attendance).cell(context.glyphs), Line(who(attendance, context)),
          Line(attendance.status.title, isThere ? .text : .dueSoon),
          isOn ? .empty : .secondary(reason.joined(separator: "; ")),
        ],
        further: isOn && !reason.isEmpty ? [.secondary(reason.joined(separator: "; "))] : [])
    }
    rows += expected.compactMap { attendance in
      context.newPart(attendance, of: meeting, at: [.field("attendance")]).map { addition in
        PanelRow(
          .unrecorded(addition), id: id(of: attendance, nil, &known),
          [
            .secondary(String(context.glyphs.gap)), Line(who(attendance, context)),
            isOn ? Line("not yet said", .dueSoon) : .secondary("expected"), .empty,
          ])
      }
    }
    var panel = Panel(
      .attendance, title: "Attendance",
      notes: [AttendanceMarks.legend(of: meeting.attendance, context.glyphs)],
      columns: [
        Column("", .whole), Column("Who", .main()), Column("", .whole, alignment: .trailing),
        Column("Why, or who instead", .text(least: 10, most: 24), rank: 1),
      ], rows: rows,
      emptyText: meeting.status == .planned
        ? "It has not been held yet." : "Nobody is recorded."
    ).adding(context.newPart(Attendance(), of: meeting, at: [.field("attendance")]))
    // Where it is narrow the room is short, and the marks say enough.
    panel.packs()
    panel.invitation =
      meeting.status == .planned ? "‹add› enters apologies." : "‹add› enters who came."
    return panel
  }

  /// What a row is known by whether it is entered already or not: the seat, the person or the agency.
  private static func id(
    of attendance: Attendance, _ index: Int?, _ known: inout Set<String>
  ) -> String {
    let name = attendance.seat?.id ?? attendance.person?.id ?? attendance.agency?.id ?? ""
    return known.insert(name).inserted ? name : "\(name) \(index ?? 0)"
  }

  static func who(_ attendance: Attendance, _ context: PaneContext) -> String {
    [
      attendance.seat?.lines(context.names), attendance.person?.lines(context.names),
      attendance.agency.map { [context.workspace.agencies[$0]?.label ?? $0.id] },
    ].compactMap { $0?.joined() }.joined(separator: ", ")
  }
}
