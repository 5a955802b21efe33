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
      meeting.status == .planned ? "a enters apologies." : "a enters who came."
    return panel
  }

  /// The seats of the group of which nothing is entered, with who holds them; none where what is
  /// entered is all there is.
  static func expected(at meeting: Meeting, _ context: PaneContext) -> [Attendance] {
    guard meeting.status != .cancelled, meeting.minutesAgreedOn == nil, meeting.attendees == nil,
      let group = context.workspace.groups[meeting.group]
    else { return [] }
    let day = meeting.date?.first ?? context.day
    if group.seats.isEmpty {
      // Where no seats are printed, those are expected who were counted the last time.
      let before = context.records.meetings(of: meeting.group).last {
        $0.status == .held && !$0.attendance.isEmpty && $0.date?.last.map { $0 < day } ?? false
      }
      let entered = [meeting].agencies
      return (before.map { [$0].agencies } ?? []).filter { !entered.contains($0) }.map { agency in
        var attendance = Attendance()
        attendance.agency = agency
        return attendance
      }
    }
    return group.seats.compactMap { seat in
      let holder = seat.holding(on: day).person
      // A seat whose holders have all left is vacant; of one without printed holders somebody comes.
      if holder == nil, !seat.holders.isEmpty { return nil }
      let isEntered = meeting.attendance.contains { attendance in
        attendance.seat?.id == seat.id || holder != nil && attendance.person == holder
          || attendance.seat == nil && attendance.person == nil && seat.agency != nil
            && attendance.agency == seat.agency
      }
      if isEntered { return nil }
      var attendance = Attendance()
      (attendance.seat, attendance.person) = (Reference(seat.id), holder)
      return attendance
    }
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
