import Safeguarding
import TerminalUI

extension GroupsPane {
  /// An agenda with leads and papers.
  static func agenda(
    of meeting: Meeting?, title: String? = nil, _ context: PaneContext
  ) -> Panel {
    guard let meeting else {
      return Panel(
        .agenda, title: "Agenda", body: .text([]),
        emptyText: "No meeting is recorded yet.")
    }
    let rows = meeting.agenda.enumerated().map { index, item in
      let received = item.papers.filter { $0.receivedOn != nil }.count
      let isLate = item.papers.contains { $0.isLate(on: context.day) }
      let papers =
        item.papers.isEmpty ? "" : "\(isLate ? "! " : "")\(received) of \(item.papers.count)"
      return PanelRow(
        .part(meeting.link, [.field("agenda"), .element(index)]),
        [
          .secondary(item.number), Line(item.title),
          .secondary(item.lead?.lines(context.names).joined() ?? ""),
          .secondary(item.purpose.rawValue), Line(papers, isLate ? .overdue : .text),
        ], target: Place(MeetingPane.id, [meeting.id]))
    }
    let papers = meeting.papers
    let mark = Line(meeting.illustrative ? illustrativeMark : "", .illustrative)
    let notes = [
      Line(meeting.date?.long ?? "no date", meeting.status == .planned ? .accent : .secondary)
        + mark,
      papers.all == 0 ? .empty : .secondary("\(papers.received) of \(papers.all) papers in"),
    ]
    var panel = Panel(
      .agenda, title: title ?? (meeting.status == .planned ? "Next agenda" : "Last agenda"),
      notes: notes,
      columns: [
        Column("", .whole, alignment: .trailing), Column("Item", .main()),
        Column("Lead", .text(least: 10, most: 24), rank: 2), Column("For", .whole, rank: 3),
        Column("Papers in", .whole, alignment: .trailing, rank: 1),
      ], rows: rows,
      emptyText: "The meeting of \(meeting.date?.short ?? "an unknown day") has no agenda yet."
    ).adding(context.newItem(of: meeting))
    let keys = meeting.status == .planned ? "B to begin one as last time, or a" : "a"
    panel.invitation = "Press \(keys) to add an item."
    return panel
  }

  /// Actions with owner, due date and how they stand.
  static func actions(
    _ positions: [Int], title: String, _ context: PaneContext, emptyText: String
  ) -> Panel {
    let all = context.workspace.actions.all
    let rows = PanelRows(
      urgentFirst(positions, among: all), subject: { .record(all[$0].link) },
      key: { key(of: all[$0], $1, context) }
    ) { position in
      let action = all[position]
      let record = RecordID(ActionItem.kind, action.id)
      let isOverdue = action.isOverdue(on: context.day)
      let mark =
        (context.isFaulty(record)
          ? Line("x", .fault)
          : isOverdue
            ? Line("!", .overdue)
            : action.status == .done ? Line(action.wasDoneLate ? "-" : "=", .done) : Line(" "))
        + Line(action.illustrative ? illustrativeMark : "", .illustrative)
      let owners = action.owners.text(context.names)
      let label = [action.number, action.title].filter { !$0.isEmpty }.joined(separator: " ")
      return PanelRow(
        record,
        [
          mark, Line(label), .secondary(owners),
          Line(action.due.shortText, isOverdue ? .overdue : .text),
          Line(action.status.title, action.status.role),
        ])
    }
    let open = positions.count { all[$0].isOpen }
    let late = positions.count { all[$0].isOverdue(on: context.day) }
    return Panel(
      .actions, title: title,
      notes: [
        Line("\(late) overdue", late == 0 ? .secondary : .overdue), Line("\(open) open"),
      ],
      columns: [
        Column("", .whole), Column("What", .main()),
        Column("Owner", .text(least: 10, most: 24), rank: 2),
        Column("Due", .whole, alignment: .trailing), Column("Status", .whole, rank: 1),
      ], rows: rows, emptyText: emptyText)
  }

  /// What is overdue, then what is open by its due date, then the rest in its own order.
  private static func urgentFirst(_ positions: [Int], among all: [ActionItem]) -> [Int] {
    func rank(_ action: ActionItem) -> (Int, Int) {
      guard action.isOpen else { return (action.status == .unknown ? 1 : 2, 0) }
      return (0, action.due?.last?.dayNumber ?? Int.max)
    }
    let ranked = positions.map { (position: $0, rank: rank(all[$0])) }
    return ranked.sorted { left, right in
      left.rank == right.rank ? left.position < right.position : left.rank < right.rank
    }.map(\.position)
  }

  /// What an action is sorted by in a column.
  private static func key(
    of action: ActionItem, _ column: Int, _ context: PaneContext
  ) -> SortKey? {
    switch column {
    case 0: .number(action.isOverdue(on: context.day) ? 0 : action.isOpen ? 1 : 2)
    case 1: .text(action.title)
    case 2: .text(action.owners.text(context.names))
    case 3: action.due.sortKey
    case 4: .text(action.status.title)
    default: nil
    }
  }

  /// The group's meetings, latest first, against its cadence.
  static func meetings(of group: PartnershipGroup, _ context: PaneContext) -> Panel {
    let meetings = context.records.meetings(of: Reference(group.id))
    let rows = meetings.reversed().map { meeting in
      let came = meeting.attendance.filter { $0.status == .present }.count
      let attendance =
        meeting.attendees?.text
        ?? (meeting.attendance.isEmpty ? "" : "\(came) of \(meeting.attendance.count)")
      let papers = meeting.papers
      return PanelRow(
        meeting.link,
        [
          .text(
            meeting.date.shortText, illustrative: meeting.illustrative,
            role: meeting.status == .planned ? .accent : .text), .secondary(meeting.status.title),
          Line(attendance), papers.all == 0 ? .empty : Line("\(papers.received) of \(papers.all)"),
          meeting.decisions.isEmpty ? .empty : Line(String(meeting.decisions.count)),
        ],
        keys: [meeting.date.sortKey, .text(meeting.status.title)])
    }
    return Panel(
      .meetings, title: "Meetings", notes: cadenceNotes(group, context),
      columns: [
        Column("Date", .main()), Column("", .whole),
        Column("Came", .whole, alignment: .trailing),
        Column("Papers", .whole, alignment: .trailing, rank: 2),
        Column("Decided", .whole, alignment: .trailing, rank: 1),
      ], rows: rows,
      emptyText: "No meetings yet."
    ).adding(context.newMeeting(of: Reference(group.id)))
  }

  private static func cadenceNotes(_ group: PartnershipGroup, _ context: PaneContext) -> [Line] {
    guard let cadence = group.cadence else { return [.secondary("cadence not printed")] }
    guard let due = context.workspace.meetingDue(for: group, on: context.day) else {
      return [.secondary(cadence.words)]
    }
    let isLate = due.day < context.day
    let words = "\(isLate ? "! was due" : "due") by \(due.day.short)"
    return [Line(words, isLate ? .overdue : .secondary), .secondary(cadence.words)]
  }

  /// The seats and who holds them, with how often each came; the agencies where no seats are printed.
  static func members(of group: PartnershipGroup, _ context: PaneContext) -> Panel {
    let held = context.records.meetings(of: Reference(group.id)).filter { $0.status == .held }
    func came(_ matches: (Attendance) -> Bool) -> Line {
      let all = held.flatMap(\.attendance).filter(matches)
      if all.isEmpty { return .secondary("-") }
      return Line("\(all.filter { $0.status == .present }.count) of \(all.count)")
    }
    let hasSeats = !group.seats.isEmpty
    var rows = group.seats.map { seat in
      let holder = seat.holder(on: context.day)
      return PanelRow(
        seat.link,
        [
          Line(seat.title),
          holder.map { Line(context.names(Person.kind, $0.person.id)) }
            ?? .secondary("not printed"),
          .secondary(seat.agency.map { context.workspace.agencies[$0]?.label ?? $0.id } ?? ""),
          came { $0.seat?.id == seat.id },
        ])
    }
    if rows.isEmpty {
      var agencies: [Reference<Agency>] = []
      for case let agency? in held.flatMap(\.attendance).map(\.agency)
      where !agencies.contains(agency) {
        agencies.append(agency)
      }
      rows = agencies.map { agency in
        PanelRow(
          RecordID(Agency.kind, agency.id),
          [
            Line(context.names(Agency.kind, agency.id)), .empty, .empty,
            came { $0.agency == agency },
          ])
      }
    }
    return Panel(
      .members, title: "Members and attendance",
      notes: group.members.map { [Line("\($0.text) members", .secondary)] } ?? [],
      columns: [
        Column(hasSeats ? "Seat" : "Agency", .main()),
        Column(hasSeats ? "Holder" : "", .text(least: 10, most: 20), rank: 1),
        Column(hasSeats ? "Agency" : "", .text(least: 10, most: 20), rank: 2),
        Column("Came", .whole, alignment: .trailing),
      ], rows: rows,
      emptyText: "No seats are recorded yet."
    ).adding(context.newPart(Seat(), of: group, at: [.field("seats")]))
  }

  /// What the group is for, and how it works.
  static func about(_ group: PartnershipGroup, _ context: PaneContext) -> Panel {
    let skipped: Set = ["id", "name", "seats", "shortName"]
    let facts = group.fieldTexts(context.names).filter { !skipped.contains($0.name) }
      .map { Fact($0.label, $0.lines.map { Line($0) }) }
    var panel = Panel(
      .about, title: "Purpose and terms of reference",
      body: .facts([Fact("Name", group.name)] + facts))
    panel.subject = .part(group.link, [.field("termsOfReference")])
    return panel
  }
}
