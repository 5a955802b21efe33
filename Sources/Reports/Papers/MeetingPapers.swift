package import Papers
package import Safeguarding

extension AgendaReport {
  /// What people take to the meeting, as a paper: the agenda, each item with its papers, and the action log.
  package func agendaPaper(label: String, on day: CalendarDate) -> WrittenPaper {
    var paper = self.paper("Agenda", label: label, on: day)
    var agenda: [PaperBlock] = [
      .table(
        PaperTable(
          "The items in their order",
          heads: ["Item", "What for", "Who leads", "Minutes", "Papers"],
          rows: meeting.agenda.map { item in
            let received = item.papers.count { $0.receivedOn != nil }
            return [
              item.numberedTitle, item.purpose.title, who(item.lead),
              item.minutes.map(String.init) ?? "",
              item.papers.isEmpty ? "" : "\(received) of \(item.papers.count) in",
            ].map { text($0) }
          }, numbers: [3]))
    ]
    if meeting.agenda.isEmpty {
      agenda = [.gap(PaperGap(.missing, "The agenda.", who: "Chair and business manager"))]
    }
    let items = meeting.agenda.compactMap(section)
    let next = workspace.nextMeeting(
      of: Reference(group.id), after: (meeting.date?.last ?? day).adding(days: 1))
    paper.sections = [PaperSection("Agenda", agenda)]
    if !items.isEmpty {
      paper.sections.append(PaperSection("The items and their papers", [], parts: items))
    }
    paper.sections += [
      actionLog(actions, "Action log", "What the group has agreed and not done yet"),
      PaperSection(
        "Next meeting",
        [.paragraph(text(next?.date?.long ?? "No date is recorded.", next?.illustrative == true))]),
    ]
    return paper
  }

  /// The minutes as far as they are recorded: who came, what came of each item, what was decided and agreed.
  package func minutesPaper(label: String, on day: CalendarDate) -> WrittenPaper {
    var paper = self.paper("Minutes", label: label, on: day)
    paper.hasContents = false
    var came: [PaperBlock] = AttendanceStatus.allCases.compactMap { status in
      let own = meeting.attendance.filter { $0.status == status }
      if own.isEmpty { return nil }
      return .facts([
        PaperFact(
          "\(status.title.prefix(1).uppercased())\(status.title.dropFirst())",
          text(own.map(name).joined(separator: "; ")))
      ])
    }
    if let count = meeting.attendees { came.append(.paragraph(text("\(count.text) came."))) }
    if came.isEmpty {
      came = [
        .gap(
          PaperGap(
            .missing, "Who came, who sent apologies and who did not come.", who: "Minute taker"))
      ]
    }
    came.append(.gap(PaperGap(.toWrite, "Declarations of interest.", who: "Chair")))
    let items = meeting.agenda.map { item in
      PaperSection(
        item.numberedTitle,
        [.gap(PaperGap(.toWrite, "What was said.", who: "Minute taker"))]
          + (item.outcome.isEmpty
            ? [.gap(PaperGap(.missing, "What came of it.", who: "Minute taker"))]
            : [.paragraph(text("Outcome: \(item.outcome)"))]))
    }
    let decisions: [PaperBlock] =
      meeting.decisions.isEmpty
      ? [.paragraph("No decision is recorded.")]
      : [
        .table(
          PaperTable(
            "What was decided", heads: ["Decision", "Carried out by"] + (isJoint ? ["For"] : []),
            rows: meeting.decisions.map {
              [
                text([$0.number, $0.text].filter { !$0.isEmpty }.joined(separator: " ")),
                text(who($0.owner)),
              ] + (isJoint ? [text(workspace.decidedFor($0, in: meeting.group))] : [])
            }))
      ]
    let agreed = workspace.actions(of: Reference(group.id)).filter { $0.meeting?.id == meeting.id }
    paper.sections = [PaperSection("Who came", came), PaperSection("Items", [], parts: items)]
    if items.isEmpty { paper.sections.removeLast() }
    paper.sections += [
      PaperSection("Decisions", decisions),
      actionLog(agreed, "Actions", "What was agreed at this meeting"),
      PaperSection(
        "Agreed as a true record",
        [
          meeting.minutesAgreedOn.map { .paragraph(text($0.known)) }
            ?? .gap(PaperGap(.missing, "When the minutes were agreed.", who: "Chair"))
        ]),
    ]
    return paper
  }

  private func paper(_ sort: String, label: String, on day: CalendarDate) -> WrittenPaper {
    let when = meeting.date?.known ?? "day not recorded"
    var paper = WrittenPaper(
      title: "\(group.name): \(sort.lowercased()) of \(when)", subject: sort, label: label,
      day: day.iso)
    let chair =
      workspace.rotation(of: group, aheadOf: meeting.date?.last ?? day)?.holding(
        on: meeting.date?.last ?? day
      ).person
      ?? group.chair?.holding(on: meeting.date?.last ?? day).person
    let facts = [
      ("Group", group.name), ("Meeting", meeting.title), ("Day", meeting.date?.long ?? when),
      ("Time", meeting.time),
      ("Place", meeting.place), ("How it stands", meeting.status.title),
      ("Chair", chair.map { workspace.names(Person.kind, $0.id) } ?? ""),
      ("Papers due", meeting.papersDueOn?.long ?? ""), ("Note", meeting.note),
    ]
    paper.opening = [.facts(facts.filter { !$0.1.isEmpty }.map { PaperFact($0.0, text($0.1)) })]
    return paper
  }

  /// One item with what is recorded of it; nil where that is no more than the table says.
  private func section(_ item: AgendaItem) -> PaperSection? {
    guard !item.papers.isEmpty || !item.note.isEmpty || !item.outcome.isEmpty else { return nil }
    var blocks: [PaperBlock] = []
    if !item.note.isEmpty { blocks.append(.paragraph(text(item.note))) }
    if !item.papers.isEmpty {
      blocks.append(
        .table(
          PaperTable(
            "Papers for \(item.numberedTitle)", heads: ["Paper", "From", "Due", "How it stands"],
            rows: item.papers.map { one in
              [
                one.title, who(one.owner), one.dueOn?.short ?? "",
                one.receivedOn.map { "received \($0.short)" } ?? "not received",
              ].map { text($0) }
            })))
    }
    if !item.outcome.isEmpty { blocks.append(.paragraph(text("Outcome: \(item.outcome)"))) }
    return PaperSection(item.numberedTitle, blocks)
  }

  private func actionLog(_ actions: [ActionItem], _ heading: String, _ caption: String)
    -> PaperSection
  {
    if let closed = closedActions {
      return PaperSection(heading, [.paragraph(text(closed, false))])
    }
    if actions.isEmpty { return PaperSection(heading, [.paragraph("None.")]) }
    let sorted = actions.enumerated().sorted { left, right in
      let days = [left, right].map { $0.element.due?.last?.dayNumber ?? .max }
      return (days[0], left.offset) < (days[1], right.offset)
    }.map(\.element)
    let rows = sorted.map { action -> [PaperText] in
      let note = action.progress.last
      return [
        action.title, workspace.words(for: action.owners), action.due?.known ?? "no date",
        action.extensions.last?.to?.known ?? "", action.status.title,
        note.map { ($0.on.map { "\($0.short): " } ?? "") + $0.text } ?? "",
      ].map { text($0, action.illustrative) }
    }
    return PaperSection(
      heading,
      [
        .table(
          PaperTable(
            caption,
            heads: ["Action", "Owner", "First due", "Now due", "How it stands", "Last note"],
            rows: rows))
      ])
  }

  private func name(_ attendance: Attendance) -> String {
    let names = [
      attendance.person.map { workspace.names(Person.kind, $0.id) },
      attendance.seat.map { workspace.names(Seat.kind, $0.id) },
      attendance.agency.map { workspace.agencies[$0]?.label ?? $0.id },
    ].compactMap(\.self)
    let more = [attendance.deputy.isEmpty ? "" : "deputy: \(attendance.deputy)", attendance.reason]
      .filter { !$0.isEmpty }
    return names.joined(separator: ", ")
      + (more.isEmpty ? "" : " (\(more.joined(separator: "; ")))")
  }

  private func who(_ owner: Owner?) -> String { owner.map { workspace.words(for: [$0]) } ?? "" }

  /// A text of the meeting, marked where the meeting is made up.
  private func text(_ text: String, _ isMadeUp: Bool? = nil) -> PaperText {
    PaperText(text, isMadeUp: isMadeUp ?? meeting.illustrative)
  }
}
