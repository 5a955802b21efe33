import Safeguarding
import TerminalUI

/// A meeting as its agenda stands: which items are closed, which one is on, what came of each.
struct MeetingSession {
  let meeting: Meeting
  private let context: PaneContext
  /// Whether it is held now: it is its day, and its minutes are not agreed.
  let isOn: Bool
  /// The item that is on: the first one without an outcome, while the meeting is held.
  let current: Int?

  init(_ meeting: Meeting, _ context: PaneContext) {
    (self.meeting, self.context) = (meeting, context)
    isOn =
      meeting.date?.precision == .day && meeting.date?.first == context.day
      && meeting.status != .cancelled && meeting.minutesAgreedOn == nil
    current = isOn ? meeting.agenda.firstIndex { !$0.isClosed } : nil
  }

  /// How an item stands while the meeting is held.
  func mark(_ index: Int) -> Line {
    guard isOn else { return .empty }
    if meeting.agenda[index].isClosed { return Line("= ", .done) }
    return index == current ? Line("> ", .accent) : Line("  ")
  }

  func role(_ index: Int) -> Role {
    guard isOn else { return .text }
    return meeting.agenda[index].isClosed ? .done : index == current ? .heading : .text
  }

  /// What stands under an item: what it lacks, what came of it, the actions it led to.
  func further(_ index: Int) -> [Line] {
    let item = meeting.agenda[index]
    var lines: [Line] = []
    if isOn, !item.isClosed {
      lines += item.papers.filter { $0.receivedOn == nil }.map { paper in
        let owner = paper.owner?.short(in: context.workspace) ?? "nobody named"
        return Line(
          "paper missing: \(paper.title), \(owner)",
          paper.isLate(on: context.day) ? .overdue : .secondary)
      }
    }
    if item.isClosed { lines.append(Line(item.outcome, isOn ? .done : .secondary)) }
    let number = item.number.isEmpty ? String(index + 1) : item.number
    lines += added.filter { $0.area.hasPrefix("from item \(number):") }.map { action in
      let owner = action.owners.short(in: context.workspace)
      let facts = [action.title.asTitle, owner, action.due?.inSentence(on: context.day) ?? ""]
      return Line("+ action \(facts.filter { !$0.isEmpty }.joined(separator: ", "))", .good)
    }
    return lines
  }

  /// The actions that name the meeting.
  var added: [ActionItem] {
    context.records.actionPositions(of: Reference<Meeting>(meeting.id))
      .map { context.workspace.actions.all[$0] }
  }
}

extension AgendaItem {
  /// Whether it is written down what came of it.
  var isClosed: Bool { !outcome.allSatisfy(\.isWhitespace) }
}

extension MeetingPane {
  /// Where a meeting stands: while it is held its item, who is here, what it added; else what it was.
  static func lede(_ meeting: Meeting, unsaid: Int, _ context: PaneContext) -> [LedeBlock] {
    let session = MeetingSession(meeting, context)
    return session.isOn
      ? running(session, unsaid: unsaid, context) : standing(meeting, session, context)
  }

  private static func running(
    _ session: MeetingSession, unsaid: Int, _ context: PaneContext
  ) -> [LedeBlock] {
    let meeting = session.meeting
    var blocks: [LedeBlock] = []
    let count = meeting.agenda.count
    let closed = meeting.agenda.filter(\.isClosed)
    let minutes = meeting.agenda.compactMap(\.minutes).reduce(0, +)
    let past = closed.compactMap(\.minutes).reduce(0, +)
    let time = minutes == 0 ? "" : "\(past) of \(counted(minutes, "minute")) planned"
    if let current = session.current {
      blocks.append(.fact("Item \(current + 1) of \(count)", time))
    } else {
      blocks.append(
        .fact(count == 0 ? "No agenda yet" : "All \(counted(count, "item")) closed", time))
    }
    blocks += attendance(meeting, unsaid: unsaid, context)
    let added = session.added.count
    blocks.append(
      .fact(
        added == 0 ? "No actions added" : "\(counted(added, "action")) added",
        counted(meeting.decisions.count, "decision"), added == 0 ? .secondary : .good))
    if let group = context.workspace.groups[meeting.group] {
      let facts = GroupFacts(group, context)
      if facts.knowsActions, facts.overdue > 0 {
        blocks.append(.fact("\(facts.overdue) overdue", "\(facts.open) open", .overdue))
      }
    }
    return blocks
  }

  /// Who is here, who is not, and of whom nobody has said anything yet.
  private static func attendance(
    _ meeting: Meeting, unsaid: Int, _ context: PaneContext
  ) -> [LedeBlock] {
    let here = meeting.attendance.count { $0.status == .present }
    let away = meeting.attendance.filter { $0.status != .present }
    let all = meeting.attendance.count + unsaid
    if all == 0 { return [.fact("Nobody entered yet", "", .dueSoon)] }
    let not: Line =
      unsaid == 0 ? .secondary("all said") : Line("\(unsaid) not yet said", .dueSoon)
    var blocks = [LedeBlock(Line("\(here) of \(all) here", .heading), not)]
    if !away.isEmpty {
      let names = away.prefix(2).map { who($0, context) }.joined(separator: ", ")
      let more = away.count > 2 ? " +\(away.count - 2)" : ""
      blocks.append(.fact("\(away.count) not here", names + more))
    }
    return blocks
  }

  private static func standing(
    _ meeting: Meeting, _ session: MeetingSession, _ context: PaneContext
  ) -> [LedeBlock] {
    let date = meeting.date
    let time = meeting.time.isEmpty ? "" : ", \(meeting.time)"
    let isUnsaid = meeting.status == .planned && !meeting.isPlanned(from: context.day)
    let ahead = meeting.isPlanned(from: context.day) && date?.precision == .day
    let distance =
      ahead
      ? date?.first.map { distanceWords(from: context.day, to: $0) } ?? "" : meeting.status.title
    let what =
      .text(
        date?.inSentence(on: context.day) ?? "No date", illustrative: meeting.illustrative,
        role: .heading)
      + Line(", \(distance)\(time)", isUnsaid ? .dueSoon : .text)
    var blocks = [
      LedeBlock(
        what,
        isUnsaid
          ? Line("nobody said whether it was held", .dueSoon) : .secondary(meeting.extent))
    ]
    if meeting.status == .planned {
      return blocks + [GroupsPane.papersLede(of: meeting, context)].compactMap(\.self)
    }
    if meeting.status == .cancelled { return blocks }
    if let came = meeting.came {
      let away = meeting.attendance.count { $0.status != .present }
      blocks.append(.fact("\(came) came", away == 0 ? "" : "\(away) did not"))
    }
    let added = session.added.count
    blocks.append(
      .fact(
        counted(meeting.decisions.count, "decision"), "\(counted(added, "action")) came of it"))
    if let agreed = meeting.minutesAgreedOn {
      blocks.append(.fact("Minutes agreed", agreed.inSentence(on: context.day)))
    } else {
      blocks.append(.fact("Minutes not agreed", "‹agree-minutes› marks them as agreed", .dueSoon))
    }
    return blocks
  }
}
