import Safeguarding
import TerminalUI

/// What lists of groups say about one group.
struct GroupFacts {
  let group: PartnershipGroup
  let last: Meeting?
  let next: Meeting?
  let open: Int
  let overdue: Int
  /// How many of the open actions have no date.
  let undated: Int
  /// How many days the oldest of what is overdue is late.
  let oldest: Int?
  private let due: Deadline?
  let day: CalendarDate
  /// Whether the file of its actions, or of its meetings, cannot be read.
  private var isUnread = (actions: false, meetings: false)
  /// Whether they are not open to the person.
  private var isClosed = (actions: false, meetings: false)

  init(_ group: PartnershipGroup, _ context: PaneContext) {
    self.group = group
    day = context.day
    let reference = Reference<PartnershipGroup>(group.id)
    last = context.records.lastMeeting(of: reference, before: context.day)
    next = context.records.nextMeeting(of: reference, after: context.day)
    due = context.meetingDue(of: group)
    let all = context.workspace.actions.all
    var counts = (open: 0, overdue: 0, undated: 0)
    var oldest: Int?
    for position in context.records.actionPositions(of: reference) {
      let isOpen = all[position].isOpen || all[position].status == .done
      guard isOpen, all[position].isKnown(on: day) else { continue }
      let action = all[position].known(on: day)
      guard action.isOpen else { continue }
      counts.open += 1
      if action.hasNoDate { counts.undated += 1 }
      guard let missed = action.missedDay(on: context.day) else { continue }
      counts.overdue += 1
      oldest = max(oldest ?? 0, context.day.dayNumber - missed.dayNumber)
    }
    (open, overdue, undated) = counts
    self.oldest = oldest
    guard context.missesSomething else { return }
    let actions = context.document(of: ActionItem.kind, in: reference.id)
    let meetings = context.document(of: Meeting.kind, in: reference.id)
    isUnread = (
      !context.trouble(under: actions).isEmpty, !context.trouble(under: meetings).isEmpty
    )
    isClosed = (!context.closed(under: actions).isEmpty, !context.closed(under: meetings).isEmpty)
  }

  func name(_ context: PaneContext) -> Line {
    let record = RecordID(PartnershipGroup.kind, group.id)
    let fault: Line = context.isFaulty(record) ? Line("x ", .fault) : .empty
    return fault + Line(group.label)
  }

  /// The partnerships it serves; several make it a joint group.
  func serves(_ context: PaneContext) -> String {
    let names = context.workspace.partnerships(of: Reference(group.id))
      .map { context.workspace.partnerships[$0]?.shortName ?? $0.id }
    return names.joined(separator: "+")
  }

  var lastMet: Line {
    if isUnread.meetings { return Line("x not readable", .fault) }
    if isClosed.meetings { return .secondary("closed") }
    guard let last else { return .secondary("not recorded") }
    return .text(
      last.date?.inList(on: day, hasWeekday: false) ?? "", illustrative: last.illustrative)
  }

  var nextMeets: Line {
    if isUnread.meetings { return Line("x not readable", .fault) }
    if isClosed.meetings { return .secondary("closed") }
    if let next {
      return (isLate ? Line("! ", .overdue) : .empty)
        + .text(next.date?.inList(on: day) ?? "", illustrative: next.illustrative)
    }
    return isLate ? Line("! none planned", .overdue) : .secondary("none planned")
  }

  /// Whether its actions, and its meetings, are open to the person and can be read.
  var knowsActions: Bool { !isUnread.actions && !isClosed.actions }
  var knowsMeetings: Bool { !isUnread.meetings && !isClosed.meetings }

  /// By when it has to meet again, where that can be said.
  var dueBy: CalendarDate? { due?.due?.last }

  /// Whether papers of the next meeting should have come in and have not.
  var lacksPapers: Bool {
    (next?.agenda.flatMap(\.papers) ?? []).contains { $0.isLate(on: day) }
  }

  /// Whether the group should have met by today.
  var isLate: Bool { due?.status == .overdue }

  func nextDistance(_ context: PaneContext) -> String {
    guard let date = next?.date?.first else { return "" }
    return distanceWords(from: context.day, to: date)
  }

  var papers: Line {
    guard let papers = next?.papers, papers.all > 0 else { return .secondary("") }
    let text = "\(lacksPapers ? "! " : "")\(papers.received) of \(papers.all)"
    return Line(text, lacksPapers ? .overdue : papers.received == papers.all ? .good : .text)
  }

  /// How far the next meeting is prepared: papers that are missing, else what is on its agenda.
  var preparation: Line {
    guard let next else { return .empty }
    let (received, all) = next.papers
    if all > received {
      let isLate = next.agenda.flatMap(\.papers).contains { $0.isLate(on: day) }
      return Line("\(all - received) of \(all) papers missing", isLate ? .overdue : .secondary)
    }
    let items = next.agenda.count
    return .secondary(
      items == 0 ? "no agenda yet" : all == 0 ? counted(items, "item") : "all \(all) papers in")
  }

  var openCount: Line {
    if isUnread.actions { return Line("x", .fault) }
    if isClosed.actions { return .secondary("closed") }
    return open == 0 ? .secondary("0") : Line(String(open))
  }

  var overdueCount: Line {
    if isUnread.actions { return Line("x", .fault) }
    if isClosed.actions { return .secondary("closed") }
    return overdue == 0 ? .secondary("0") : Line(String(overdue), .overdue)
  }
}
