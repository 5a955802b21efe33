import Letters
package import Safeguarding

/// One screen of text: chairs, what is owed, what to look at.
package struct StatusReport: Sendable {
  /// The most lines it has, but for the chairs of more than a few partnerships.
  package static let maximumLines = 24
  /// The lines of three chairs, each with who comes next.
  private static let usualChairLines = 6
  /// The most columns a line has.
  package static let maximumWidth = 80

  /// The lines, without line ends.
  package let lines: [String]

  /// Reports how a workspace stands on a day.
  package init(_ workspace: Workspace, on day: CalendarDate) {
    let partnerships = workspace.livePartnerships(on: day)
    let all = Counted(workspace, on: day)
    // What is otherwise without the records that illustrate has their mark.
    let published = workspace.published.map { Counted($0, on: day) } ?? all
    let faults = workspace.faults
    let handling = workspace.handling.isEmpty ? "" : " (\(workspace.handling))"
    var lines = ["\(workspace.settings.title), as at \(day.long)\(handling)"]
    let chairs = workspace.chairs(of: partnerships, on: day)
      .flatMap { StatusReport.lines(of: $0, workspace, on: day) }.flatMap(StatusReport.wrapped)
    lines += chairs
    let limit = StatusReport.maximumLines + max(0, chairs.count - StatusReport.usualChairLines)
    let (overdue, soon, looks) = (all.overdue, all.soon, all.looks)
    func number(_ count: Int, _ other: Int, _ words: String) -> String {
      "\(count)\(count == other ? "" : illustrativeMark) \(words)"
    }
    let counts =
      [
        number(overdue.count, published.overdue.count, "overdue"),
        number(soon.count, published.soon.count, "due soon"),
        number(looks.count, published.looks.count, "to check"),
      ]
      + (all.undated == 0 ? [] : [number(all.undated, published.undated, "without a date")])
      + [counted(faults.tally.total, "fault") + " in the data"]
    lines.append(counts.joined(separator: ", "))
    lines += StatusReport.block(
      "Overdue", overdue, 4, workspace, on: day, among: published.overdue.count)
    lines += StatusReport.block(
      "Due soon", soon, 3, workspace, on: day, among: published.soon.count)
    let known = Set(published.looks)
    lines += StatusReport.block(
      "To check", 2, looks.map { known.contains($0) ? $0 : $0 + illustrativeMark },
      isMarked: looks.count != published.looks.count)
    let rest = limit - lines.count - 1
    lines += StatusReport.block(
      "Faults", min(2, rest), faults.map(\.sentence), of: faults.tally.total)
    self.lines = lines.prefix(limit).map(StatusReport.fitted)
  }

  /// What the report counts.
  private struct Counted {
    let overdue: [Deadline]
    let soon: [Deadline]
    let undated: Int
    let looks: [String]

    init(_ workspace: Workspace, on day: CalendarDate) {
      let deadlines = workspace.deadlines(on: day)
      overdue = deadlines.filter { $0.status == .overdue }
      soon = deadlines.filter { $0.status == .dueSoon }
      undated = deadlines.count { $0.status == .noDate && $0.record.kind != Rule.kind }
      looks = workspace.warnings(on: day, in: .all).map { "\($0.text) (\($0.detail))" }
    }
  }

  /// Who has the chair now, and who has it next where that is known or it rotates.
  private static func lines(
    of chair: ExecutiveChair, _ workspace: Workspace, on day: CalendarDate
  ) -> [String] {
    let label = fitted(oneLine(chair.shortNames), 24) + " chair "
    guard let executive = chair.group else {
      return [label + "not recorded: the partnership names no executive"]
    }
    guard let group = workspace.groups[executive] else {
      let isClosed =
        workspace.access.closedSentence(of: PartnershipGroup.kind, id: executive.id) != nil
      if isClosed { return [label + "closed to you: ask \(workspace.access.contact)"] }
      return [label + "not recorded: \(workspace.names(PartnershipGroup.kind, executive.id))"]
    }
    let rotation = workspace.rotation(of: group, aheadOf: day)
    let now = rotation?.holding(on: day) ?? .notRecorded
    var lines = [label + "now: " + words(for: now, workspace)]
    if let next = rotation?.next(after: day) {
      let who = next.isTaken ? name(of: Holding(next), workspace) : next.status.title
      lines.append(label + "next: \(who), from \(next.beginning)")
    } else if let next = rotation?.successor(on: day) {
      let agency = workspace.agencies[next]?.label ?? next.id
      lines.append(label + "next: \(agency) (by the pattern), when is not recorded")
    } else if group.rotatesChair, now.state != .closed {
      lines.append(label + "next: not recorded")
    }
    return lines
  }

  /// A line that is too long in several, so that nobody who shares a chair is cut off.
  private static func wrapped(_ line: String) -> [String] {
    var lines: [String] = []
    for word in oneLine(line).split(separator: " ") {
      if let last = lines.last, TextTable.width("\(last) \(word)") <= maximumWidth {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(lines.isEmpty ? String(word) : "  \(word)")
      }
    }
    return lines
  }

  /// Who has a chair, how that is known, and from when to when.
  private static func words(for now: Holding, _ workspace: Workspace) -> String {
    switch now.state {
    case .vacant: return "vacant, \(now.sinceWords)"
    case .notRecorded: return "not recorded"
    case .closed: return "closed to you: ask \(workspace.access.contact)"
    case .ended: return "not recorded (\(name(of: now, workspace)) \(now.durationWords))"
    case .held, .printed, .planned, .projected:
      return "\(name(of: now, workspace)), \(now.durationWords)"
    }
  }

  private static func name(of holding: Holding, _ workspace: Workspace) -> String {
    let known = holding.stretch?.who {
      $0.person.map { workspace.names(Person.kind, $0.id) }
    } body: { own in
      let agency = own.agency.map { workspace.agencies[$0]?.label ?? $0.id }
      return agency ?? (own.title.isEmpty ? nil : own.title)
    }
    let who = (known ?? []).joined(separator: ", ")
    let name = who.isEmpty ? "not named" : who
    return holding.stateMark.isEmpty ? name : "\(name) (\(holding.stateMark))"
  }

  /// What is owed, a line each: how late or how far off, whose, what, in the words of the screens.
  private static func block(
    _ title: String, _ deadlines: [Deadline], _ count: Int, _ workspace: Workspace,
    on day: CalendarDate, among published: Int
  ) -> [String] {
    let shown = deadlines.prefix(count)
    let starts = shown.map { deadline in
      let owner = deadline.owners.short(in: workspace)
      return (
        deadline.distanceWords(on: day), fitted(oneLine(owner.isEmpty ? "nobody" : owner), 18)
      )
    }
    let distance = starts.map { TextTable.width($0.0) }.max() ?? 0
    let owner = starts.map { TextTable.width($0.1) }.max() ?? 0
    let lines = zip(shown, starts).map { deadline, start in
      let mark = deadline.isIllustrative ? illustrativeMark : ""
      let room = max(0, maximumWidth - 2 - distance - 2 - owner - 2 - mark.count)
      return padded(start.0, distance + 2) + padded(start.1, owner + 2)
        + fitted(oneLine(deadline.title.asTitle), room) + mark
    }
    return block(
      title, count, lines, of: deadlines.count, isMarked: deadlines.count != published)
  }

  /// A heading and the first of its lines; nothing where there are none.
  private static func block(
    _ title: String, _ count: Int, _ lines: [String], of whole: Int? = nil, isMarked: Bool = false
  ) -> [String] {
    guard !lines.isEmpty, count > 0 else { return [] }
    let all = whole ?? lines.count
    let mark = isMarked ? illustrativeMark : ""
    let isAnyMarked = isMarked || lines.prefix(count).contains { $0.hasSuffix(illustrativeMark) }
    let legend = isAnyMarked ? " (° illustrates)" : ""
    let more = all > count ? ", the first \(count) of \(grouped(all))\(mark)" : ""
    return ["\(title)\(legend)\(more):"] + lines.prefix(count).map { "  " + $0 }
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - TextTable.width(text)))
  }

  private static func oneLine(_ text: String) -> String {
    String(SafeOutput.text(text).map { $0.isNewline ? " " : $0 })
  }

  private static func fitted(_ text: String) -> String { fitted(oneLine(text), maximumWidth) }

  /// A text cut to a width, with dots where something is left out.
  private static func fitted(_ text: String, _ width: Int) -> String {
    if TextTable.width(text) <= width { return text }
    var cut = text
    while !cut.isEmpty, TextTable.width(cut) > width - 3 { cut.removeLast() }
    while cut.last == " " { cut.removeLast() }
    return cut + "..."
  }
}
