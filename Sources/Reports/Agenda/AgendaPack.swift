import JSONDocument
import Safeguarding

extension AgendaReport {
  /// What people take to the meeting: the agenda in one table, then each item with all that is recorded of it
  /// and of its papers, and the open actions.
  var pack: MeetingPaper {
    let isMadeUp = meeting.illustrative
    var paper = MeetingPaper(title: marked(packTitle, isMadeUp))
    paper.add(paragraph: facts.joined(separator: ", "))
    paper.add(paragraph: meeting.note)
    paper.add(heading: "Agenda")
    paper.add(
      table: "The items in their order",
      heads: ["Item", "What for", "Who leads", "Minutes", "Papers"],
      rows: meeting.agenda.map { item in
        let received = item.papers.count { $0.receivedOn != nil }
        return [
          item.numberedTitle, item.purpose.title, words(item.lead),
          item.minutes.map { String($0) } ?? "",
          item.papers.isEmpty ? "" : "\(received) of \(item.papers.count) in",
        ].map { marked($0, isMadeUp) }
      }, none: "No agenda is recorded.")
    let missing = meeting.agenda.flatMap(\.papers).count { $0.receivedOn == nil }
    if missing > 0 { paper.add(paragraph: "Not in yet: \(counted(missing, "paper")).") }
    for item in meeting.agenda { add(item, to: &paper) }
    if !meeting.decisions.isEmpty {
      paper.add(heading: "Decided")
      paper.add(
        table: "What was decided", heads: ["Decision", "Owner"] + (isJoint ? ["For"] : []),
        rows: meeting.decisions.map { decision in
          let number = decision.number.isEmpty ? "" : "\(decision.number) "
          let whose = isJoint ? [workspace.decidedFor(decision, in: meeting.group)] : []
          return ([number + decision.text, words(decision.owner)] + whose).map {
            marked($0, isMadeUp)
          }
        }, none: "")
    }
    paper.add(heading: "Open actions")
    add(actions, called: "What the group has agreed and not done yet", to: &paper)
    return paper
  }

  private var packTitle: String {
    "\(group.name): \(meeting.title.isEmpty ? "" : "\(meeting.title), ")pack"
  }

  /// One item with what is recorded of it; nothing where that is no more than the table says.
  private func add(_ item: AgendaItem, to paper: inout MeetingPaper) {
    guard !item.papers.isEmpty || !item.note.isEmpty || !item.outcome.isEmpty else { return }
    let isMadeUp = meeting.illustrative
    paper.add(heading: marked(item.numberedTitle, isMadeUp))
    let detail = [item.purpose.title, words(item.lead)].filter { !$0.isEmpty }
    paper.add(paragraph: marked(detail.joined(separator: ", "), isMadeUp))
    paper.add(paragraph: marked(item.note, isMadeUp))
    if !item.papers.isEmpty {
      paper.add(
        table: "Papers for this item", heads: ["Paper", "From", "Due", "How it stands"],
        rows: item.papers.map { one in
          [
            one.title, words(one.owner), one.dueOn?.short ?? "",
            one.receivedOn.map { "received \($0.short)" } ?? "not received",
          ].map { marked($0, isMadeUp) }
        }, none: "")
    }
    if !item.outcome.isEmpty {
      paper.add(subheading: "Outcome")
      paper.add(paragraph: marked(item.outcome, isMadeUp))
    }
  }

  /// What was agreed at the meeting, and what the group had agreed before and not done yet.
  var actionList: MeetingPaper {
    var paper = MeetingPaper(
      title: marked("\(group.name): actions", meeting.illustrative))
    paper.add(
      paragraph: marked(
        "From the meeting of \(meeting.date?.long ?? "an unknown day")", meeting.illustrative))
    paper.add(heading: "Agreed at this meeting")
    add(agreedHere, called: "What was agreed at this meeting", to: &paper)
    paper.add(heading: "Still open from before")
    add(openFromBefore, called: "What was agreed before and is not done yet", to: &paper)
    return paper
  }

  /// The actions that name the meeting, done or not.
  private var agreedHere: [ActionItem] {
    workspace.actions(of: Reference(group.id)).filter { $0.meeting?.id == meeting.id }
  }

  private var openFromBefore: [ActionItem] {
    actions.filter { $0.meeting?.id != meeting.id }
  }

  /// The same actions as objects.
  var actionsJSON: JSONLiteral {
    .object([
      .init("handling", Listing.Cell.known(workspace.handling).json),
      .init("group", .string(group.id)), .init("groupName", .string(group.name)),
      .init("meeting", .string(meeting.id)),
      .init("date", Listing.Cell.known(meeting.date?.iso).json),
      .init("agreed", ActionsListing(agreedHere, in: workspace).listing.json),
      .init("openFromBefore", ActionsListing(openFromBefore, in: workspace).listing.json),
    ])
  }

  /// Actions by the day on which they are due, or why none can be shown.
  private func add(
    _ actions: [ActionItem], called caption: String, to paper: inout MeetingPaper
  ) {
    if let closed = closedActions {
      paper.add(paragraph: closed)
      return
    }
    let sorted = actions.enumerated().sorted { left, right in
      let days = [left, right].map { $0.element.due?.last?.dayNumber ?? .max }
      return (days[0], left.offset) < (days[1], right.offset)
    }.map(\.element)
    paper.add(
      table: caption, heads: ["Action", "Owner", "Due", "Status", "Last note"],
      rows: sorted.map { action in
        let note = action.progress.last
        let on = note?.on.map { "\($0.short): " } ?? ""
        return [
          action.title, workspace.words(for: action.owners), action.due?.short ?? "no due date",
          action.status.title, note.map { on + $0.text } ?? "",
        ].map { marked($0, action.illustrative) }
      }, none: "None.")
  }

  private func words(_ owner: Owner?) -> String { owner.map { workspace.words(for: [$0]) } ?? "" }

  private func marked(_ text: String, _ isMarked: Bool) -> String {
    isMarked && !text.isEmpty ? text + illustrativeMark : text
  }
}
