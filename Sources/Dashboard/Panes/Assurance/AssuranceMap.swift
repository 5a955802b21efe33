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
        checks.append(
          Check(
            record: record.link, sort: check.sort(record), what: record.label,
            on: check.on(record), line: check.line(record), result: check.result(record, records),
            isIllustrative: record.isIllustrative))
      }
    }
    for type in Kinds.all { gather(type) }
    self.checks = checks.filter { $0.on == nil || records.hasHappened($0.on) || $0.line != .third }
      .sorted { ($0.on?.last?.dayNumber ?? .min) > ($1.on?.last?.dayNumber ?? .min) }
  }

  var lede: [LedeBlock] {
    let year = context.day.adding(days: -365)
    let recent = checks.filter {
      ($0.on?.last ?? year) > year && ($0.on?.first ?? year) <= context.day
    }
    let lines = AssuranceLine.allCases.map { line in recent.count { $0.line == line } }
    let missing = zip(AssuranceLine.allCases, lines).filter { $0.1 == 0 }.map(\.0.rawValue)
    return [
      .fact("\(recent.count) checks in twelve months", "of \(checks.count) recorded"),
      .fact(
        "\(lines[0]) first, \(lines[1]) second, \(lines[2]) third line",
        "those who do the work, oversee it, are independent"),
      missing.isEmpty
        ? .fact("Every line has checked", "", .good)
        : .fact("No \(missing.joined(separator: ", no ")) line", "in twelve months", .dueSoon),
    ]
  }

  var panel: Panel {
    let context = context
    let rows = PanelRows(
      checks, id: { "\($0.record.kind.name) \($0.record.id)" }, subject: { .record($0.record) },
      key: { check, column in column == 0 ? check.on.sortKey : nil },
      row: { check in
        PanelRow(
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
    let years = Dictionary(grouping: checks.filter { $0.on?.last != nil }) {
      $0.on?.last?.year ?? 0
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
