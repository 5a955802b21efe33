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
    var agencies: [Reference<Agency>] = []
    for agency in group.rotations.flatMap(\.order) where !agencies.contains(agency) {
      agencies.append(agency)
    }
    let terms = rotation.terms
    for case let agency? in terms.map(\.agency) where !agencies.contains(agency) {
      agencies.append(agency)
    }
    let taken = terms.filter(\.isTaken)
    let independent = taken.filter { $0.agency == nil }
    let vacancies = terms.filter(\.isVacant)
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
          case .held, .ended: .held
          case .printed: .printed
          case .planned: .planned
          case .projected: .projected
          case .vacant, .notRecorded, .closed: .vacant
          }
        let surname = stretch.person.flatMap {
          context.names(Person.kind, $0.id).split(separator: " ").last.map(String.init)
        }
        let other =
          switch stretch.status {
          case .projected: ""
          case .vacant, .notRecorded, .closed: stretch.days.map { counted($0, "day") } ?? ""
          case .held, .printed, .planned, .ended:
            stretch.title.isEmpty ? "not named" : stretch.title
          }
        let name = surname ?? other
        let isNow = stretch.contains(context.day)
        let end = isNow ? Holding(stretch).durationWords : ""
        return Timeline.Stretch(
          name, kind, from: stretch.first.dayNumber,
          through: stretch.isOpen ? nil : stretch.last.dayNumber,
          caption: [name, end].filter { !$0.isEmpty }.joined(separator: " "),
          dates: "from \(stretch.beginning) \(stretch.to.map { "to \($0.known)" } ?? "on, open")")
      })
  }

  /// The rotation to scale, with today and the next handover.
  static func rotation(of group: PartnershipGroup, _ context: PaneContext) -> Panel {
    let title = "Chair of the \(group.bareLabel)"
    guard let rotation = rotation(of: group, on: context.day, in: context.workspace),
      let first = rotation.stretches.first?.first, let last = rotation.stretches.last?.last
    else {
      let pattern = group.rotations.last
      let printed = pattern.map { $0.printed.isEmpty ? "recorded" : $0.printed } ?? "not recorded"
      var facts = [Fact("Rotation", printed)]
      let now = context.workspace.chair(of: group, on: context.day)
      let lede = [chairSentence(now, of: group, context), durationSentence(now, context)]
      facts.append(Fact("Now", lede.filter { !$0.isEmpty }.joined(separator: ", ")))
      if let chair = group.chair {
        facts.append(Fact("Chair", chair.lines(context.names).map { Line($0) }))
      }
      facts.append(Fact("Order", pattern.map(missing) ?? ""))
      return Panel(.rotation, title: title, body: .facts(facts))
        .adding(context.newTerm(of: Reference(group.id)))
    }
    var notes: [Line] = []
    if let next = rotation.next(after: context.day) {
      notes = [
        .secondary("next ") + nextChair(next, context),
        next.exactStart.map { .secondary("in \(monthsAndDays(from: context.day, to: $0))") }
          ?? .empty,
        .secondary(next.beginning),
      ].filter { $0.width > 0 }
    }
    let days = daysOnShow(from: first, through: last, around: context.day)
    let years = first.year...max(first.year, last.year)
    let ticks = years.compactMap { year in
      CalendarDate(year: year, month: 1, day: 1).map { Timeline.Tick($0.dayNumber, String(year)) }
    }
    var timeline = Timeline(
      lanes: lanes(of: group, context),
      days: days,
      ticks: ticks, today: context.day.dayNumber, todayLabel: context.day.short)
    // What the shades mean stands in the rule, where it is in sight however few rows there are.
    timeline.hasKey = false
    let words = timeline.key(context.glyphs, isShort: true).joined(separator: " ")
    let key = Line(picture: [Span(words, .secondary)], saying: "")
    return Panel(.rotation, title: title, notes: [key] + notes, body: .drawing(timeline))
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
    if !next.isTaken { return Line("not recorded") }
    return Line(body(of: next, context) ?? "not named", .accent)
  }

  /// Why the pattern gives no terms.
  private static func missing(from pattern: RotationPattern) -> String {
    if pattern.order.isEmpty { return "not printed, so there are no terms by the pattern" }
    if pattern.termMonths == nil {
      return "how long a term lasts is not recorded, so there are no dates by the pattern"
    }
    return pattern.start == nil
      ? "no first day is recorded, so there are no terms by the pattern"
      : "a term must last 1 to 600 months, so there are no terms by the pattern"
  }

  /// Every term: held, planned, by the pattern.
  static func terms(of group: PartnershipGroup, _ context: PaneContext) -> Panel {
    let rotation = rotation(of: group, on: context.day, in: context.workspace)
    let terms = rotation?.terms ?? []
    let stretches = terms + (rotation?.undated ?? [])
    let laid = terms.count
    let held = rotation?.holding(on: context.day)
    let now = stretches.indices.filter {
      $0 >= laid && held?.isTaken ?? false && isHeld(stretches[$0], held)
        || $0 < laid && stretches[$0].contains(context.day)
          && (stretches[$0].status != .notRecorded || !(held?.isTaken ?? false))
    }
    let following = rotation?.next(after: context.day)?.first
    let next = stretches.indices.filter { $0 < laid && stretches[$0].first == following }
    let hasReasons = stretches.contains { !$0.reason.isEmpty }
    let rows = stretches.enumerated().map { index, stretch in
      let isOver = index < laid && stretch.last < context.day
      let when: Line =
        now.contains(index)
        ? Line("now", .accent) : next.contains(index) ? .secondary("next") : .empty
      let agency = stretch.agency.map { context.workspace.agencies[$0]?.label ?? $0.id }
      let person = stretch.person.map { context.names(Person.kind, $0.id) }
      let body =
        stretch.isVacant
        ? Line("vacant", .overdue)
        : stretch.isTaken ? agency.map { Line($0) } ?? .secondary("none") : .empty
      let isSecond = index > 0 && index < laid && stretches[index - 1].first == stretch.first
      let id =
        index < laid
        ? "term from \(stretch.first.iso)\(isSecond ? " \(index)" : "")"
        : "undated \(stretch.term?.id ?? "\(index)")"
      let new = context.newTerm(of: Reference(group.id), as: stretch)
      let office: RowSubject = .part(group.link, [.field("chair")])
      let recorded = stretch.term.map { RowSubject.record(RecordID(ChairTerm.kind, $0.id)) }
      let isOfficer = stretch.term == nil && stretch.isTaken && stretch.status != .projected
      return PanelRow(
        recorded ?? (isOfficer ? office : .unrecorded(new)), id: id,
        [
          when, body,
          holder(of: stretch, person, isToDo: now.contains(index) || next.contains(index)),
          Line(stretch.beginning), Line(stretch.end),
          Line(stretch.status.title, isOver ? .done : .text),
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
    panel.invitation = "‹add› records the first."
    panel.start = now.first.flatMap { $0 < laid ? rows[$0].row.id : nil }
    return panel
  }

  private static func isHeld(_ stretch: RotationStretch, _ held: Holding?) -> Bool {
    held?.stretch?.each.contains { $0.isSameHolder(as: stretch) } ?? false
  }

  /// Who has a term; that no name is recorded asks for one now and for the next term.
  private static func holder(
    of stretch: RotationStretch, _ person: String?, isToDo: Bool
  ) -> Line {
    if stretch.isVacant { return .secondary(stretch.days.map { counted($0, "day") } ?? "") }
    if !stretch.isTaken { return .secondary(stretch.note) }
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
