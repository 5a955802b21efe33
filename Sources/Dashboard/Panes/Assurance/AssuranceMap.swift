import Safeguarding
import TerminalUI

/// Everything that was checked, whatever kind of record tells of it: when, by which line, and what it came to.
struct AssuranceMap: Sendable {
  /// Something that was checked.
  private struct Check: Sendable {
    let record: RecordID
    let sort: String
    let what: String
    let on: ImpreciseDate?
    let line: AssuranceLine
    let result: String
    let isIllustrative: Bool
    let when: When
  }

  /// Whether something was checked by the day on which one stands.
  private enum When: String, Sendable {
    case late = "Overdue"
    case done = "Checked"
    case running = "Under way"
    case planned = "Planned"
    case undated = "No date is known"

    init(_ on: ImpreciseDate?, _ context: RecordContext) {
      guard let on else {
        self = .undated
        return
      }
      let isOver = on.last.map { $0 <= context.day } ?? true
      self = !context.hasHappened(on) ? .planned : isOver ? .done : .running
    }
  }

  /// What parts the list, or something that was checked.
  private enum Entry: Sendable {
    case band(When, Int)
    case check(Check)
  }

  private let context: PaneContext
  private let checks: [Check]

  init(_ context: PaneContext) {
    self.context = context
    let records = RecordContext(context.workspace, day: context.day, names: context.names)
    var checks: [Check] = []
    func gather<E: Entity>(_ type: E.Type) {
      guard let check = E.check else { return }
      for record in context.workspace[E.self].all where context.scope.mayInclude(record, records) {
        let on = check.on(record)
        let result = check.result(record, records)
        let when = result == "overdue" ? .late : When(on, records)
        if when == .planned, !check.isAnnounced { continue }
        checks.append(
          Check(
            record: record.link, sort: check.sort(record), what: record.label, on: on,
            line: check.line(record),
            result: when == .planned ? "planned" : result.isEmpty ? "result not printed" : result,
            isIllustrative: record.isIllustrative, when: when))
      }
    }
    for type in Kinds.all { gather(type) }
    func sorted(_ when: When) -> [Check] {
      checks.filter { $0.when == when }.sorted { left, right in
        let (first, second) = (left.on?.last?.dayNumber ?? 0, right.on?.last?.dayNumber ?? 0)
        return when == .planned ? first < second : first > second
      }
    }
    self.checks =
      sorted(.late) + sorted(.done) + sorted(.running) + sorted(.planned) + sorted(.undated)
  }

  private var entries: [Entry] {
    var entries: [Entry] = []
    for (index, check) in checks.enumerated() {
      if index == 0 || checks[index - 1].when != check.when {
        entries.append(.band(check.when, checks.count { $0.when == check.when }))
      }
      entries.append(.check(check))
    }
    return entries
  }

  var lede: [LedeBlock] {
    let year = context.day.adding(days: -365)
    let recent = checks.filter { $0.when == .done && ($0.on?.last ?? year) > year }
    let planned = checks.filter { $0.when == .planned }
    let lines = AssuranceLine.allCases.map { line in recent.count { $0.line == line } }
    let missing = zip(AssuranceLine.allCases, lines).filter { $0.1 == 0 }.map(\.0.rawValue)
    return [
      .fact(
        "\(counted(recent.count, "check")) in twelve months",
        "\(checks.count) recorded, \(planned.count) of them planned"),
      .fact(
        "\(lines[0]) first, \(lines[1]) second, \(lines[2]) third line",
        "who does it, oversees it, is independent"),
      missing.isEmpty
        ? .fact("Every line has checked something", "in twelve months", .good)
        : .fact("No \(missing.joined(separator: ", no ")) line", "in twelve months", .dueSoon),
    ]
  }

  var panel: Panel {
    let (context, entries) = (context, entries)
    let rows = PanelRows(
      entries,
      headings: entries.indices.filter { if case .band = entries[$0] { true } else { false } },
      id: { entry in
        switch entry {
        case .band(let when, _): "band-\(when.rawValue)"
        case .check(let check): "\(check.record.kind.name) \(check.record.id)"
        }
      },
      subject: { if case .check(let check) = $0 { .record(check.record) } else { .none } },
      key: { entry, column in
        guard column == 0, case .check(let check) = entry else { return nil }
        return check.on.sortKey
      },
      row: { entry in
        guard case .check(let check) = entry else {
          guard case .band(let when, let count) = entry else { return band("", "", 0) }
          return band(
            "band-\(when.rawValue)", when.rawValue, count, when == .late ? .overdue : .heading)
        }
        return PanelRow(
          check.record, id: "\(check.record.kind.name) \(check.record.id)",
          [
            Line(check.on?.inList(on: context.day, hasWeekday: false) ?? "no date", .secondary),
            Line(check.line.rawValue), .secondary(check.sort),
            .text(check.what.asTitle, illustrative: check.isIllustrative),
            Line(check.result.asTitle, ColumnTone(standing: check.result).role),
          ])
      })
    return Panel(
      .list, title: "What was checked, the latest first",
      columns: [
        Column("When", .whole), Column("Line", .whole),
        Column("Sort", .text(least: 8, most: 24), rank: 2),
        Column("What", .main()), Column("Came to", .text(least: 10, most: 40), rank: 1),
      ], rows: rows, emptyText: "Nothing is recorded as checked yet."
    ).adding(
      context.additions(of: Audit.self).first, context.additions(of: ScrutinyActivity.self).first)
  }

  /// How often each line checked, year by year.
  var lines: Panel {
    let years = Dictionary(grouping: checks.filter { $0.when == .done && $0.on?.last != nil }) {
      min($0.on?.last?.year ?? 0, context.day.year)
    }
    let rows = years.keys.sorted(by: >).map { year -> PanelRow in
      let counts = AssuranceLine.allCases.map { line in
        (years[year] ?? []).count { $0.line == line }
      }
      return PanelRow(
        "\(year)",
        [Line(String(year))]
          + counts.map { $0 == 0 ? .secondary("none") : Line("\($0)") })
    }
    return Panel(
      .year, title: "Lines of assurance, year by year",
      columns: [
        Column("Year", .whole), Column("First", .whole, alignment: .trailing),
        Column("Second", .whole, alignment: .trailing),
        Column("Third", .whole, alignment: .trailing),
      ], rows: rows, emptyText: "Nothing has a date yet.")
  }
}
