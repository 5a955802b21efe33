import Safeguarding
package import TerminalUI

extension ExecutivePane {
  /// The rotation of a group's chair, far enough ahead to see the next terms.
  static func rotation(of group: PartnershipGroup, on day: CalendarDate, in workspace: Workspace)
    -> Rotation?
  {
    workspace.rotation(of: group, aheadOf: day)
  }

  /// One lane for each agency that takes the chair, in the order of the rotation.
  static func lanes(of group: PartnershipGroup, _ context: PaneContext) -> [Timeline.Lane] {
    guard let rotation = rotation(of: group, on: context.day, in: context.workspace) else {
      return []
    }
    var agencies = group.rotation?.order ?? []
    for case let agency? in rotation.stretches.map(\.agency) where !agencies.contains(agency) {
      agencies.append(agency)
    }
    let taken = rotation.stretches.filter { !$0.isVacant }
    let independent = taken.filter { $0.agency == nil }
    let vacancies = rotation.stretches.filter(\.isVacant)
    var lanes = agencies.map { agency in
      lane(
        context.workspace.agencies[agency]?.label ?? agency.id,
        taken.filter { $0.agency == agency }, context)
    }
    if !independent.isEmpty { lanes.insert(lane("no agency", independent, context), at: 0) }
    if !vacancies.isEmpty { lanes.append(lane("vacant", vacancies, context)) }
    return lanes
  }

  private static func lane(
    _ label: String, _ stretches: [RotationStretch], _ context: PaneContext
  ) -> Timeline.Lane {
    Timeline.Lane(
      label,
      stretches.map { stretch in
        let kind: Timeline.Kind =
          switch stretch.status {
          case .held: .held
          case .planned: .planned
          case .projected: .projected
          case .vacant: .vacant
          }
        let surname = stretch.person.flatMap {
          context.names(Person.kind, $0.id).split(separator: " ").last.map(String.init)
        }
        let other =
          switch stretch.status {
          case .projected: ""
          case .vacant: counted(stretch.days, "day")
          case .held, .planned: stretch.title.isEmpty ? "not named" : stretch.title
          }
        let name = surname ?? other
        let end = stretch.contains(context.day) ? "to \(stretch.last.short)" : ""
        return Timeline.Stretch(
          name, kind, from: stretch.first.dayNumber, through: stretch.last.dayNumber,
          caption: [name, end].filter { !$0.isEmpty }.joined(separator: " "))
      })
  }

  /// The rotation to scale, with today and the next handover.
  static func rotation(of group: PartnershipGroup, _ context: PaneContext) -> Panel {
    let title = "Chair of the \(group.label)"
    guard let rotation = rotation(of: group, on: context.day, in: context.workspace),
      let first = rotation.stretches.first?.first, let last = rotation.stretches.last?.last
    else {
      var facts = [Fact("Rotation", group.rotation?.printed ?? "the chair does not rotate")]
      if let chair = group.chair {
        facts.append(Fact("Chair", chair.lines(context.names).map { Line($0) }))
      }
      facts.append(Fact("Order", group.rotation.map(missing) ?? ""))
      return Panel(.rotation, title: title, body: .facts(facts))
        .adding(context.newTerm(of: Reference(group.id)))
    }
    var notes: [Line] = []
    if let next = rotation.next(after: context.day) {
      notes = [
        .secondary("next ") + nextChair(next, context),
        .secondary("in \(monthsAndDays(from: context.day, to: next.first))"),
        .secondary(next.first.short),
      ]
    }
    let days = daysOnShow(from: first, through: last, around: context.day)
    let years = first.year...max(first.year, last.year)
    let ticks = years.compactMap { year in
      CalendarDate(year: year, month: 1, day: 1).map { Timeline.Tick($0.dayNumber, String(year)) }
    }
    let timeline = Timeline(
      lanes: lanes(of: group, context),
      days: days,
      ticks: ticks, today: context.day.dayNumber, todayLabel: context.day.short)
    return Panel(.rotation, title: title, notes: notes, body: .drawing(timeline))
      .adding(context.newTerm(of: Reference(group.id)))
  }

  /// The days of the rotation from three years before today's to two years after it.
  private static func daysOnShow(
    from first: CalendarDate, through last: CalendarDate, around day: CalendarDate
  ) -> ClosedRange<Int> {
    let all = first.dayNumber...max(first.dayNumber, last.dayNumber)
    guard let start = CalendarDate(year: day.year - 3, month: 1, day: 1)?.dayNumber,
      let end = CalendarDate(year: day.year + 2, month: 12, day: 31)?.dayNumber,
      start <= end, all.overlaps(start...end)
    else { return all }
    return all.clamped(to: start...end)
  }

  /// The agency that comes next, or who does.
  private static func nextChair(_ next: RotationStretch, _ context: PaneContext) -> Line {
    if next.isVacant { return Line("vacant", .overdue) }
    if let agency = next.agency {
      return Line(context.workspace.agencies[agency]?.label ?? agency.id, .accent)
    }
    let person = next.person.map { context.names(Person.kind, $0.id) }
    return Line(person ?? (next.title.isEmpty ? "not named" : next.title), .accent)
  }

  /// Why nothing can be projected.
  private static func missing(from pattern: RotationPattern) -> String {
    if pattern.order.isEmpty { return "not printed, so nothing can be projected" }
    return pattern.start == nil
      ? "no first day is recorded, so nothing can be projected"
      : "a term must last 1 to 600 months, so nothing can be projected"
  }

  /// Every term: held, planned, by the pattern.
  static func terms(of group: PartnershipGroup, _ context: PaneContext) -> Panel {
    let stretches =
      rotation(of: group, on: context.day, in: context.workspace)?.stretches ?? []
    let now = stretches.firstIndex { $0.contains(context.day) }
    let next = stretches.firstIndex { $0.first > context.day }
    let hasReasons = stretches.contains { !$0.reason.isEmpty }
    let rows = stretches.enumerated().map { index, stretch in
      let isOver = stretch.last < context.day
      let when: Line =
        index == now ? Line("now", .accent) : index == next ? .secondary("next") : .empty
      let agency = stretch.agency.map { context.workspace.agencies[$0]?.label ?? $0.id }
      let person = stretch.person.map { context.names(Person.kind, $0.id) }
      let body =
        stretch.isVacant ? Line("vacant", .overdue) : agency.map { Line($0) } ?? .secondary("none")
      return PanelRow(
        stretch.term.map { .record(RecordID(ChairTerm.kind, $0.id)) }
          ?? .unrecorded(context.newTerm(of: Reference(group.id), as: stretch)),
        id: "term from \(stretch.first.iso)",
        [
          when, body, holder(of: stretch, person, isToDo: index == now || index == next),
          Line(stretch.first.short), Line(stretch.last.short),
          Line(
            stretch.status == .projected ? "pattern" : stretch.status.title,
            isOver ? .done : .text),
        ] + (hasReasons ? [Line(stretch.reason)] : []),
        keys: [
          .nothing, .text(body.plain), .text(person ?? ""),
          .number(Double(stretch.first.dayNumber)), .number(Double(stretch.last.dayNumber)),
        ])
    }
    let reasons = hasReasons ? [Column("Why it differs", .text(least: 12), rank: 3)] : []
    var panel = Panel(
      .terms, title: "Terms in the chair",
      columns: [
        Column("", .whole), Column("Agency", .text(least: 10, most: 24)),
        Column("Holder", .main(least: 16)),
        Column("From", .whole, alignment: .trailing),
        Column("To", .whole, alignment: .trailing, rank: 2), Column("Status", .whole, rank: 1),
      ] + reasons, rows: rows,
      emptyText: "No terms are recorded."
    ).adding(context.newTerm(of: Reference(group.id)))
    panel.invitation = "Press a to record one."
    panel.start = now.map { "term from \(stretches[$0].first.iso)" }
    return panel
  }

  /// Who has a term; that no name is recorded asks for one now and for the next term.
  private static func holder(
    of stretch: RotationStretch, _ person: String?, isToDo: Bool
  ) -> Line {
    if stretch.isVacant { return .secondary(counted(stretch.days, "day")) }
    if let person { return Line(person) }
    return stretch.title.isEmpty
      ? Line("no name recorded", isToDo ? .dueSoon : .secondary) : Line(stretch.title)
  }
}

extension Timeline: Drawing {
  package var natural: Size { Size(74, height) }
  package var least: Size { Size(50, lanes.count + 1) }

  package var lines: [String] {
    lines { CalendarDate(dayNumber: $0).short }
  }
}
