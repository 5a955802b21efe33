import Safeguarding
import TerminalUI

extension GroupsPane {
  /// How many groups meet, which lack papers, how much is late, who has not met in time.
  static func lede(_ facts: [GroupFacts], _ context: PaneContext) -> [LedeBlock] {
    let live = facts.filter { $0.group.isLive(on: context.day) }
    if facts.isEmpty { return [] }
    let gone = facts.count - live.count
    let rest =
      gone == 0 ? "" : gone == 1 ? "1 more does not" : "\(gone) more do not, at the end"
    let meet = live.count == 1 ? "1 group meets" : "\(live.count) groups meet"
    return [.fact(meet, rest), papers(live), actions(live, context)].compactMap(\.self)
      + [untimely(live), undated(live)].compactMap(\.self)
  }

  private static func papers(_ live: [GroupFacts]) -> LedeBlock? {
    let lacking = live.filter(\.lacksPapers)
    if !lacking.isEmpty {
      return .fact("\(lacking.count) with papers overdue", names(lacking), .overdue)
    }
    let asked = live.count { $0.next?.papers.all ?? 0 > 0 }
    return asked == 0
      ? nil : .fact("No papers overdue", "\(counted(asked, "agenda")) with papers", .good)
  }

  private static func actions(_ live: [GroupFacts], _ context: PaneContext) -> LedeBlock {
    let isWhole = live.allSatisfy(\.knowsActions)
    let note = isWhole ? "" : "; not all can be read"
    let late = live.reduce(0) { $0 + $1.overdue }
    let open = live.reduce(0) { $0 + $1.open }
    if late > 0 {
      let groups = live.count { $0.overdue > 0 }
      return .fact(
        counted(late, "late action"),
        "in \(counted(groups, "group")), \(open) open\(note)",
        .overdue)
    }
    // What is closed to somebody may be late.
    return .fact(
      open == 0 ? "No open actions" : "No late actions",
      open == 0 ? String(note.dropFirst(2)) : "\(open) open\(note)",
      open > 0 && isWhole ? .good : .secondary)
  }

  /// How many actions can never be late.
  private static func undated(_ live: [GroupFacts]) -> LedeBlock? {
    let count = live.reduce(0) { $0 + $1.undated }
    return count == 0
      ? nil
      : .fact("\(count) undated", "\(count == 1 ? "action" : "actions") without a date", .dueSoon)
  }

  private static func untimely(_ live: [GroupFacts]) -> LedeBlock? {
    let late = live.filter { $0.knowsMeetings && $0.isLate }
    if late.isEmpty { return nil }
    return .fact("\(late.count) late by their own rule", names(late), .overdue)
  }

  /// The first two groups, and how many more.
  private static func names(_ facts: [GroupFacts]) -> String {
    let first = facts.prefix(2).map(\.group.label).joined(separator: ", ")
    return facts.count > 2 ? "\(first) +\(facts.count - 2)" : first
  }

  /// What is late in a group, when it meets next, what is missing for that, how it went last time.
  static func lede(of group: PartnershipGroup, _ context: PaneContext) -> [LedeBlock] {
    let facts = GroupFacts(group, context)
    return [actionsLede(facts), nextLede(facts, context), papersLede(facts, context)]
      .compactMap(\.self) + [lastLede(facts, context)].compactMap(\.self)
      + (hasChair(group, context) ? [ExecutivePane.chairLede(of: group, context)] : [])
  }

  /// Whether anything is recorded of a chair.
  static func hasChair(_ group: PartnershipGroup, _ context: PaneContext) -> Bool {
    group.hasChair || !context.workspace.chairTerms.group(group.id).isEmpty
  }

  /// What is late and what is open.
  static func actionsLede(_ facts: GroupFacts) -> LedeBlock {
    if !facts.knowsActions { return .fact("Actions not known", "see below", .secondary) }
    let undated = undatedWords(facts.undated)
    if facts.overdue > 0 {
      let oldest = facts.oldest.map { "oldest: \(counted($0, "day")); " } ?? ""
      return .alarm("\(facts.overdue) overdue", "\(oldest)\(facts.open) open\(undated)")
    }
    return facts.open == 0
      ? .fact("No open actions", "", .secondary)
      : .fact("Nothing is late", "\(facts.open) open\(undated)", .good)
  }

  /// How many of the open actions can never be late, as nobody has given them a date.
  private static func undatedWords(_ count: Int) -> String {
    count == 0 ? "" : ", \(count) undated"
  }

  private static func nextLede(_ facts: GroupFacts, _ context: PaneContext) -> LedeBlock {
    if !facts.knowsMeetings { return .fact("Meetings not known", "see below", .secondary) }
    let due = facts.dueBy.map { "was due by \($0.inSentence(on: context.day))" }
    guard let next = facts.next, let date = next.date else {
      if let due, facts.isLate { return .fact("No meeting planned", due, .overdue) }
      let isLive = facts.group.isLive(on: context.day)
      return .fact(
        "No meeting planned", facts.group.cadence?.words ?? "",
        isLive && facts.group.cadence != nil ? .dueSoon : .secondary)
    }
    let distance =
      date.precision == .day
      ? date.first.map { ", \(distanceWords(from: context.day, to: $0))" } ?? "" : ""
    let time = next.time.isEmpty ? "" : ", \(next.time)"
    let what =
      .text(date.inSentence(on: context.day), illustrative: next.illustrative, role: .heading)
      + Line(distance + time)
    if let due, facts.isLate { return LedeBlock(what, Line(due, .overdue)) }
    return LedeBlock(what, .secondary(next.extent))
  }

  private static func papersLede(_ facts: GroupFacts, _ context: PaneContext) -> LedeBlock? {
    facts.next.flatMap { papersLede(of: $0, context) }
  }

  /// How many papers of a meeting are missing, and whose they are.
  static func papersLede(of meeting: Meeting, _ context: PaneContext) -> LedeBlock? {
    let papers = meeting.agenda.flatMap(\.papers)
    if papers.isEmpty { return nil }
    let missing = papers.filter { $0.receivedOn == nil }
    if missing.isEmpty { return .fact("All \(counted(papers.count, "paper")) in", "", .good) }
    var owners: [(name: String, count: Int)] = []
    for paper in missing {
      let name = paper.owner?.short(in: context.workspace) ?? "nobody named"
      if let index = owners.firstIndex(where: { $0.name == name }) {
        owners[index].count += 1
      } else {
        owners.append((name, 1))
      }
    }
    owners = owners.enumerated().sorted {
      ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
    }
    .map(\.element)
    let more = owners.count > 2 ? " +\(owners.count - 2)" : ""
    let whose = owners.prefix(2).map { "\($0.name) \($0.count)" }.joined(separator: ", ") + more
    let isLate = missing.contains { $0.isLate(on: context.day) }
    return .fact(
      "\(missing.count) of \(counted(papers.count, "paper")) missing", whose,
      isLate ? .overdue : .heading)
  }

  private static func lastLede(_ facts: GroupFacts, _ context: PaneContext) -> LedeBlock? {
    guard facts.knowsMeetings else { return nil }
    guard let last = facts.last, let date = last.date else {
      return .fact("Last meeting not recorded", "", .secondary)
    }
    let what =
      Line("Last met ", .heading)
      + .text(date.inSentence(on: context.day), illustrative: last.illustrative, role: .heading)
    let decisions = last.decisions.isEmpty ? "" : counted(last.decisions.count, "decision")
    let how = [last.came.map { "\($0) came" } ?? "", decisions].filter { !$0.isEmpty }
    return LedeBlock(what, .secondary(how.joined(separator: ", ")))
  }
}

extension Meeting {
  /// Where it is, how many items it has and how long they are to take.
  var extent: String {
    let minutes = agenda.compactMap(\.minutes).reduce(0, +)
    let items = agenda.isEmpty ? "no agenda yet" : counted(agenda.count, "item")
    return [place, items, minutes == 0 ? "" : counted(minutes, "minute")]
      .filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// How many came, of how many whose coming is recorded; nil where nothing is.
  var came: String? {
    if let attendees { return attendees.text }
    if attendance.isEmpty { return nil }
    return "\(attendance.count { $0.status == .present }) of \(attendance.count)"
  }
}
