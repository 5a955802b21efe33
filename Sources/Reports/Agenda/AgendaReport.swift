package import JSONDocument
package import Safeguarding

/// The agenda of a meeting with its papers, and the group's open actions.
package struct AgendaReport: Sendable {
  /// How an agenda is written.
  package enum Format: String, CaseIterable, Sendable {
    case text, markdown, html, json
  }

  /// What of a meeting is written down.
  package enum Part: String, CaseIterable, Sendable {
    /// The agenda, its papers and the open actions, in short.
    case agenda
    /// What people take to the meeting: the agenda, and each item with all that is recorded of it and of its papers.
    case pack
    /// What was agreed at the meeting, and what the group has not done yet.
    case actions
  }

  let workspace: Workspace
  let group: PartnershipGroup
  let meeting: Meeting
  let actions: [ActionItem]

  /// Finds the meeting of a group that is meant on a day.
  ///
  /// - Throws: ``ReportError`` for an unknown group, or when there is no such meeting.
  package init(
    _ workspace: Workspace, group id: String, on day: CalendarDate,
    meeting choice: MeetingChoice = .nextElseLast
  ) throws(ReportError) {
    guard let group = try workspace.groups.named(id, workspace.access) else {
      throw ReportError(sentence: "No group was named. Name one by its id.")
    }
    self.init(workspace, try choice.meeting(of: group, in: workspace, on: day), of: group)
  }

  /// The agenda of a meeting of a group.
  package init(_ workspace: Workspace, _ meeting: Meeting, of group: PartnershipGroup) {
    self.meeting = meeting
    actions = workspace.actions(of: Reference(group.id)).filter(\.isOpen)
    self.group = group
    self.workspace = workspace
  }

  /// Whether several partnerships meet, so that a decision says for whom it holds.
  var isJoint: Bool { workspace.partnerships(of: meeting.group).count > 1 }

  /// Whose meeting it is and what it is called.
  var title: String {
    "\(group.name): \(meeting.title.isEmpty ? "agenda" : meeting.title)"
  }

  /// Who may see it, when and where it is, how it stands and when its papers are due.
  var facts: [String] {
    let facts = [
      workspace.settings.handlingLabel,
      meeting.date?.long ?? "day not recorded", meeting.time, meeting.place,
      meeting.status.title,
      meeting.papersDueOn.map { "papers due \($0.long)" } ?? "",
      meeting.illustrative ? "\(illustrativeMark) illustrative: not a published meeting" : "",
    ]
    return facts.filter { !$0.isEmpty }
  }

  /// That the actions are closed to the person, and whom to ask; nil where they are open.
  var closedActions: String? {
    workspace.access.closedSentence(of: workspace.placed("groups/\(group.id)/actions.json"))
  }

  /// Whose a paper is, when it is due and whether it came in.
  func words(of paper: Paper) -> String {
    [
      paper.owner.map { workspace.words(for: [$0]) } ?? "",
      paper.dueOn.map { "due \($0.short)" } ?? "",
      paper.receivedOn.map { "received \($0.short)" } ?? "not received",
    ].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// A part of the meeting in a format, with the end of its last line.
  package func written(as format: Format, _ part: Part = .agenda) -> String {
    switch (part, format) {
    case (.actions, .json): return actionsJSON.write(indentation: 2) + "\n"
    // The agenda as an object holds all that is in the pack.
    case (_, .json): return json.write(indentation: 2) + "\n"
    case (.pack, _): return pack.written(as: format)
    case (.actions, _): return actionList.written(as: format)
    case (.agenda, .text): return lines(AgendaMarks.text).joined(separator: "\n") + "\n"
    case (.agenda, .markdown): return lines(AgendaMarks.markdown).joined(separator: "\n") + "\n"
    case (.agenda, .html): return page
    }
  }

  private func lines(_ marks: AgendaMarks) -> [String] {
    let marks = meeting.illustrative ? marks.illustrative : marks
    var lines = [marks.title(title + marks.mark)]
    lines.append("")
    lines.append(marks.plain(facts.joined(separator: ", ")))
    lines += ["", marks.heading("Agenda"), ""]
    for item in meeting.agenda { lines += self.lines(of: item, marks) }
    if meeting.agenda.isEmpty { lines.append("No agenda is recorded.") }
    lines += ["", marks.heading("Open actions"), ""]
    for action in actions {
      let parts = [
        workspace.words(for: action.owners), action.due.map { "due \($0.short)" } ?? "no due date",
        action.status.title, action.illustrative ? "illustrative" : "",
      ].filter { !$0.isEmpty }
      let mark = action.illustrative ? illustrativeMark : ""
      lines.append(marks.item("\(action.title) (\(parts.joined(separator: ", ")))" + mark))
    }
    if let closed = closedActions {
      lines.append(marks.plain(closed))
    } else if actions.isEmpty {
      lines.append("None.")
    }
    return lines
  }

  private func lines(of item: AgendaItem, _ marks: AgendaMarks) -> [String] {
    let detail = [
      item.purpose.title, item.lead.map { workspace.words(for: [$0]) } ?? "",
      item.minutes.map { "\($0) minutes" } ?? "",
    ].filter { !$0.isEmpty }
    var lines = [
      marks.item("\(item.numberedTitle) (\(detail.joined(separator: ", ")))" + marks.mark)
    ]
    for paper in item.papers {
      lines.append(marks.subitem("Paper: \(paper.title) (\(words(of: paper)))" + marks.mark))
    }
    if !item.outcome.isEmpty {
      lines.append(marks.subitem("Outcome: \(item.outcome)" + marks.mark))
    }
    return lines
  }

  /// The agenda as an object.
  package var json: JSONLiteral {
    .object([
      .init("handling", text(workspace.handling)),
      .init("group", .string(group.id)), .init("groupName", .string(group.name)),
      .init("meeting", .string(meeting.id)), .init("title", text(meeting.title)),
      .init("date", text(meeting.date?.iso)), .init("dateText", text(meeting.date?.short)),
      .init("time", text(meeting.time)), .init("place", text(meeting.place)),
      .init("status", .string(meeting.status.rawValue)),
      .init("papersDue", text(meeting.papersDueOn?.iso)),
      .init("illustrative", .boolean(meeting.illustrative)),
      .init("agenda", .array(meeting.agenda.map(json))),
      .init("openActions", ActionsListing(actions, in: workspace).listing.json),
    ])
  }

  private func json(of item: AgendaItem) -> JSONLiteral {
    .object([
      .init("number", text(item.number)), .init("title", .string(item.title)),
      .init("illustrative", .boolean(meeting.illustrative)),
      .init("lead", text(item.lead.map { workspace.words(for: [$0]) })),
      .init("purpose", .string(item.purpose.rawValue)),
      .init("minutes", item.minutes.map { .integer($0) } ?? .null),
      .init(
        "papers",
        .array(
          item.papers.map { paper in
            .object([
              .init("title", .string(paper.title)),
              .init("owner", text(paper.owner.map { workspace.words(for: [$0]) })),
              .init("due", text(paper.dueOn?.iso)),
              .init("received", text(paper.receivedOn?.iso)),
              .init("illustrative", .boolean(meeting.illustrative)),
            ])
          })),
      .init("outcome", text(item.outcome)),
    ])
  }

  private func text(_ text: String?) -> JSONLiteral { Listing.Cell.known(text).json }
}
