import Safeguarding
import TerminalUI

extension GroupsPane {
  /// An agenda with leads and papers; in full with what came of each item.
  static func agenda(
    of meeting: Meeting?, title: String? = nil, isInFull: Bool = false, _ context: PaneContext
  ) -> Panel {
    guard let meeting else {
      return Panel(
        .agenda, title: "Agenda", body: .text([]),
        emptyText: "No meeting is recorded yet.")
    }
    let session = MeetingSession(meeting, context)
    let rows = meeting.agenda.enumerated().map { index, item in
      let received = item.papers.filter { $0.receivedOn != nil }.count
      let isLate = item.papers.contains { $0.isLate(on: context.day) }
      let papers =
        item.papers.isEmpty ? "" : "\(isLate ? "! " : "")\(received) of \(item.papers.count)"
      return PanelRow(
        .part(meeting.link, [.field("agenda"), .element(index)]),
        [
          session.mark(index) + .secondary(item.number), Line(item.title, session.role(index)),
          Line(item.lead?.short(in: context.workspace) ?? ""),
        ]
          + (session.isOn
            ? []
            : [
              Line(item.purpose.rawValue), .secondary(item.minutes.map { String($0) } ?? ""),
              Line(papers, isLate ? .overdue : .text),
            ]),
        further: isInFull ? session.further(index) : [], target: Place(MeetingPane.id, [meeting.id])
      )
    }
    let mark = Line(meeting.illustrative ? illustrativeMark : "", .illustrative)
    var panel = Panel(
      .agenda, title: title ?? (meeting.status == .planned ? "Next agenda" : "Last agenda"),
      notes: [.secondary(meeting.date?.long ?? "no date") + mark],
      columns: [
        Column("", .whole, alignment: .trailing), Column("Item", .main()),
        Column("Lead", .text(least: 8, most: 18), rank: 1),
      ]
        // While a meeting is held, who is here stands beside it; what lacks stands under each item.
        + (session.isOn
          ? []
          : [
            Column("For", .whole, rank: 4), Column("Min", .whole, alignment: .trailing, rank: 3),
            Column("Papers in", .whole, alignment: .trailing, rank: 1),
          ]),
      rows: rows,
      emptyText: "The meeting of \(meeting.date?.short ?? "an unknown day") has no agenda yet."
    ).adding(context.newItem(of: meeting))
    let isPlanned = meeting.status == .planned
    panel.invitation =
      isPlanned
      ? "‹begin-agenda› begins one as last time, ‹add› adds the first item." : panel.invitation
    return panel
  }

  /// Actions with owner, due date and how they stand.
  static func actions(
    _ positions: [Int], title: String, of meeting: Reference<Meeting>? = nil,
    _ context: PaneContext, emptyText: String
  ) -> Panel {
    let all = context.workspace.actions.all
    let positions = positions.filter { all[$0].isKnown(on: context.day) }
    let table = ActionTable(context: context, meeting: meeting)
    let ordered = urgentFirst(positions, among: all, new: meeting)
    let rows = PanelRows(
      ordered, subject: { .record(all[$0].link) }, key: { table.key(of: all[$0], $1) },
      row: { table.row(all[$0]) })
    let open = positions.count { all[$0].known(on: context.day).isOpen }
    let late = positions.count { all[$0].known(on: context.day).isOverdue(on: context.day) }
    return Panel(
      .actions, title: title,
      notes: [
        Line("\(late) overdue", late == 0 ? .secondary : .overdue), .secondary("\(open) open"),
      ],
      columns: ActionTable.columns, rows: rows, emptyText: emptyText)
  }

  /// What a meeting that is held adds, then what is overdue, then what is open by its due date, then the
  /// rest in its own order.
  private static func urgentFirst(
    _ positions: [Int], among all: [ActionItem], new meeting: Reference<Meeting>?
  ) -> [Int] {
    func rank(_ action: ActionItem) -> (Int, Int) {
      if meeting != nil, action.isOpen, action.meeting == meeting { return (-1, 0) }
      guard action.isOpen else { return (action.status == .unknown ? 1 : 2, 0) }
      return (0, action.due?.last?.dayNumber ?? Int.max)
    }
    let ranked = positions.map { (position: $0, rank: rank(all[$0])) }
    return ranked.sorted { left, right in
      left.rank == right.rank ? left.position < right.position : left.rank < right.rank
    }.map(\.position)
  }

  /// The group's meetings, latest first, against its cadence.
  static func meetings(of group: PartnershipGroup, _ context: PaneContext) -> Panel {
    let meetings = context.records.meetings(of: Reference(group.id))
    let rows = meetings.reversed().map { recorded in
      let meeting = recorded.known(on: context.day)
      let papers = meeting.papers
      let isLate = meeting.agenda.flatMap(\.papers).contains { $0.isLate(on: context.day) }
      let isOver = meeting.status != .planned
      let isUnsaid = !isOver && !meeting.isPlanned(from: context.day)
      return PanelRow(
        meeting.link,
        [
          .text(
            meeting.date?.inList(on: context.day) ?? "", illustrative: meeting.illustrative,
            role: isOver ? .done : .text),
          isUnsaid
            ? Line("? planned", .dueSoon) : Line(meeting.status.title, isOver ? .done : .text),
          Line(meeting.came ?? "", isOver ? .done : .text),
          papers.all == 0
            ? .empty
            : Line(
              "\(isLate ? "! " : "")\(papers.received) of \(papers.all)",
              isLate ? .overdue : isOver ? .done : .text),
          meeting.decisions.isEmpty ? .empty : Line(String(meeting.decisions.count)),
        ],
        keys: [meeting.date.sortKey, .text(meeting.status.title)])
    }
    return Panel(
      .meetings, title: "Meetings", notes: cadenceNotes(group, context),
      columns: [
        Column("Date", .whole, alignment: .trailing), Column("", .whole),
        Column("Came", .whole, alignment: .trailing),
        Column("Papers", .whole, alignment: .trailing, rank: 1),
        Column("Decided", .whole, alignment: .trailing, rank: 2),
      ], rows: rows,
      emptyText: "No meetings yet."
    ).adding(context.newMeeting(of: Reference(group.id)))
  }

  private static func cadenceNotes(_ group: PartnershipGroup, _ context: PaneContext) -> [Line] {
    guard let cadence = group.cadence else { return [.secondary("cadence not printed")] }
    guard let due = context.meetingDue(of: group), let last = due.due?.last else {
      return [.secondary(cadence.words)]
    }
    let isLate = due.status == .overdue
    let words = "\(isLate ? "! was due" : "due") by \(last.inSentence(on: context.day))"
    return [Line(words, isLate ? .overdue : .secondary), .secondary(cadence.words)]
  }

  /// The seats and who holds them, with how often each came; the agencies where no seats are printed.
  static func members(of group: PartnershipGroup, _ context: PaneContext) -> Panel {
    let held = context.records.meetings(of: Reference(group.id)).filter {
      $0.status == .held && !$0.isHeldLater(than: context.day)
    }
    let marks = AttendanceMarks(held)
    let last = marks.meetings.last
    func row(
      _ subject: RowSubject, _ who: Line, _ printed: String, _ what: Line,
      _ isMeant: (Attendance) -> Bool
    ) -> PanelRow {
      let all = held.flatMap(\.attendance).filter(isMeant)
      let came = all.count { $0.status == .present }
      let why = last?.attendance.first(where: isMeant)
      let words = [why?.reason ?? "", why?.deputy ?? ""].filter { !$0.isEmpty }
      return PanelRow(
        subject,
        [
          all.isEmpty ? .empty : Line("\(came) of \(all.count)"),
          marks.line(context.glyphs, of: isMeant), who, .secondary(printed), what,
          .secondary(words.joined(separator: "; ")),
        ],
        keys: [
          all.isEmpty ? .nothing : .number(Double(came) / Double(all.count)), .nothing,
          .text(who.plain), .text(printed), .text(what.plain),
        ])
    }
    let hasSeats = !group.seats.isEmpty
    var rows = group.seats.map { seat in
      let holding = seat.holding(on: context.day)
      let known = seat.agency.flatMap { context.workspace.agencies[$0] }
      let agency = known?.label ?? seat.agency?.id ?? ""
      let isSaid =
        seat.title.contains(agency) || known.map { seat.title.contains($0.name) } ?? false
      // Many seats are called after their agency.
      let body = agency.isEmpty || isSaid ? "" : ", \(agency)"
      return row(
        .record(seat.link),
        holder(holding, context), holding.printedWhen,
        Line(seat.title) + .secondary(body)
      ) { $0.seat?.id == seat.id }
    }
    if rows.isEmpty {
      rows = held.agencies.map { agency in
        row(
          .record(RecordID(Agency.kind, agency.id)), .empty, "",
          Line(context.workspace.agencies[agency]?.label ?? agency.id)
        ) { $0.agency == agency }
      }
    }
    return Panel(
      .members, title: "Members and attendance",
      notes: [marks.legend(context.glyphs)]
        + (group.members.map { [.secondary("\($0.text) members")] } ?? []),
      columns: [
        Column("Came", .whole, alignment: .trailing), Column(marks.head, .whole, isSortable: false),
        Column("Holder", .text(least: 10, most: 24), rank: 1),
        Column("As printed", .text(least: 7, most: 16), rank: 2),
        Column(hasSeats ? "Seat" : "Agency", .main()),
        Column("Why", .text(least: 10, most: 24), rank: 2),
      ], rows: rows,
      emptyText: "No seats are recorded yet."
    ).adding(context.newPart(Seat(), of: group, at: [.field("seats")]))
  }

  /// Who holds a seat, and how that is known.
  private static func holder(_ holding: Holding, _ context: PaneContext) -> Line {
    if holding.person != nil { return Line(context.names(of: holding)) }
    guard holding.state == .ended, let last = holding.stretch?.person else {
      return .secondary("no name")
    }
    return .secondary("\(context.names(Person.kind, last.id)) \(holding.durationWords)")
  }

  /// What the group is for, and how it works.
  static func about(_ group: PartnershipGroup, _ context: PaneContext) -> Panel {
    let skipped: Set = ["id", "name", "seats", "shortName"]
    let facts = group.fieldTexts(context.names).filter { !skipped.contains($0.name) }
      .map { Fact($0.label, $0.lines.map { Line($0) }) }
    let next = context.workspace.successors(of: group).map(\.name).joined(separator: ", ")
    let after = next.isEmpty ? [] : [Fact("Went over to", next)]
    var panel = Panel(
      .about, title: "Purpose and terms of reference",
      body: .facts([Fact("Name", group.name)] + facts + after))
    panel.subject = .part(group.link, [.field("termsOfReference")])
    return panel
  }
}
