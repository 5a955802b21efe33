import Safeguarding
import TerminalUI

extension ExecutivePane {
  /// The rotation of a group's chair, far enough ahead to see the next terms.
  private static func rotation(of group: Group, on day: CalendarDate, in workspace: Workspace)
    -> Rotation?
  {
    workspace.rotation(of: group, until: day.adding(months: 30))
  }

  /// One lane for each agency that takes the chair, in the order of the rotation.
  static func lanes(of group: Group, _ context: PaneContext) -> [Timeline.Lane] {
    guard let rotation = rotation(of: group, on: context.day, in: context.workspace) else {
      return []
    }
    var agencies = group.rotation?.order ?? []
    for case let agency? in rotation.stretches.map(\.agency) where !agencies.contains(agency) {
      agencies.append(agency)
    }
    let vacancies = rotation.stretches.filter { $0.agency == nil }
    var lanes = agencies.map { agency in
      lane(
        context.workspace.agencies[agency]?.label ?? agency.id,
        rotation.stretches.filter { $0.agency == agency }, context)
    }
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
        return Timeline.Stretch(
          surname ?? "pattern", kind, from: stretch.first.dayNumber,
          through: stretch.last.dayNumber)
      })
  }

  /// The rotation to scale, with today and the next handover.
  static func rotation(of group: Group, _ context: PaneContext) -> Panel {
    let title = "Chair of the \(group.label)"
    guard let rotation = rotation(of: group, on: context.day, in: context.workspace),
      let first = rotation.stretches.first?.first, let last = rotation.stretches.last?.last
    else {
      var facts = [Fact("Rotation", group.rotation?.printed ?? "the chair does not rotate")]
      if let chair = group.chair {
        facts.append(Fact("Chair", chair.lines(context.names).map { Line($0) }))
      }
      if let note = group.rotation.map(\.order), note.isEmpty {
        facts.append(Fact("Order", "not printed, so nothing can be projected"))
      }
      return Panel("rotation", title: title, body: .facts(facts))
    }
    var notes: [Line] = []
    if let next = rotation.next(after: context.day) {
      let agency =
        next.agency.map { context.workspace.agencies[$0]?.label ?? $0.id } ?? "nobody recorded"
      notes = [
        .secondary("next ") + Line(agency, .accent),
        .secondary("in \(monthsAndDays(from: context.day, to: next.first))"),
        .secondary(next.first.short),
      ]
    }
    let years = first.year...max(first.year, last.year)
    let ticks = years.compactMap { year in
      CalendarDate(year: year, month: 1, day: 1).map { Timeline.Tick($0.dayNumber, String(year)) }
    }.filter { $0.day >= first.dayNumber }
    let timeline = Timeline(
      lanes: lanes(of: group, context),
      days: first.dayNumber...max(first.dayNumber, last.dayNumber),
      ticks: ticks, today: context.day.dayNumber, todayLabel: context.day.short)
    return Panel("rotation", title: title, notes: notes, body: .drawing(timeline))
  }

  /// Every term: held, planned, by the pattern.
  static func terms(of group: Group, _ context: PaneContext) -> Panel {
    let stretches =
      rotation(of: group, on: context.day, in: context.workspace)?.stretches ?? []
    let rows = stretches.map { stretch in
      let isNow = stretch.contains(context.day)
      let agency = stretch.agency.map { context.workspace.agencies[$0]?.label ?? $0.id }
      let person = stretch.person.map { context.names(Person.kind, $0.id) }
      return LinkedRow(
        "term-\(stretch.first.iso)",
        [
          Line(isNow ? String(context.glyphs.bullet) : "", .accent),
          Line(agency ?? "vacant", agency == nil ? .overdue : .text),
          person.map { Line($0) } ?? .secondary("no name recorded"),
          Line(stretch.first.short), Line(stretch.last.short),
          .secondary(stretch.status.title),
        ],
        keys: [
          .nothing, .text(agency ?? ""), .text(person ?? ""),
          .number(Double(stretch.first.dayNumber)), .number(Double(stretch.last.dayNumber)),
        ],
        target: stretch.term.map { Place(record: RecordLink(ChairTerm.kind, $0.id)) })
    }
    return Panel(
      "terms", title: "Terms in the chair",
      columns: [
        Column("", .fit(1)), Column("Agency", .share(least: 12)), Column("Holder", .fit(22)),
        Column("From", .fit(11), alignment: .trailing),
        Column("To", .fit(11), alignment: .trailing, rank: 2), Column("Status", .fit(14), rank: 1),
      ], rows: rows,
      emptyText:
        "No terms are recorded. Enter them in groups/\(group.id)/chair-terms.json, and the order "
        + "as \"rotation\" in its group.json.")
  }
}

extension Timeline: Drawing {
  package var lines: [String] {
    lines { CalendarDate(dayNumber: $0).short }
  }
}
