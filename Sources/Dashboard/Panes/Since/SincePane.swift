import Safeguarding
import TerminalUI

/// What others changed since the person was here, and what the days alone did.
package enum SincePane: Pane {
  package static let id = "since"
  package static let title = "Since you were here"
  package static let help =
    "What others changed since you were here last, and what became overdue meanwhile."

  package static func content(_ context: PaneContext, path: [String]) -> PaneContent {
    let happenings = context.happenings
    let late = context.overdueSince
    var content = PaneContent(
      trail: [title], lede: lede(happenings, late, context),
      panels: [changes(happenings, context)] + (late.isEmpty ? [] : [overdue(late, context)]))
    content.isPast = true
    return content
  }

  /// How much, by how many, and what of it matters most.
  private static func lede(
    _ happenings: [Happening], _ late: [Deadline], _ context: PaneContext
  ) -> [LedeBlock] {
    guard context.lastVisit != nil else { return [] }
    let since = "since you were here on \(context.lastVisitWords)"
    guard !happenings.isEmpty || !late.isEmpty else {
      return [.fact("Nothing has changed", since)]
    }
    let people = Set(happenings.map(\.entry.user))
    var blocks: [LedeBlock] = [.fact(counted(happenings.count, "change"), since, .changed)]
    if let only = people.first {
      let latest = happenings.first?.entry.user ?? only
      blocks.append(
        people.count == 1
          ? .fact(only, "all of it") : .fact("\(people.count) people", "the last: \(latest)"))
    }
    let done = happenings.count { $0.word == .done }
    if done > 0 { blocks.append(.fact("\(done) done", "by others", .good)) }
    if !late.isEmpty { blocks.append(.fact("\(late.count) overdue", "since then", .overdue)) }
    return blocks
  }

  /// What people did, by what it concerns; what was changed last stands first.
  private static func changes(_ happenings: [Happening], _ context: PaneContext) -> Panel {
    var places: [String] = []
    for happening in happenings where !places.contains(happening.place) {
      places.append(happening.place)
    }
    let grouped = Dictionary(grouping: happenings, by: \.place)
    let rows = places.flatMap { place -> [PanelRow] in
      let found = grouped[place] ?? []
      return [band("band-\(place)", place, found.count)] + found.map { row($0, context) }
    }
    return Panel(
      .entries, title: "What changed",
      notes: happenings.isEmpty
        ? [context.closedNote] : [.secondary("u undoes the selected one"), context.closedNote],
      columns: [
        Column("When", .whole, alignment: .trailing, rank: 2),
        Column("Who", .text(least: 6, most: 18)), Column("What", .text(least: 8, most: 22)),
        Column("Which", .main()),
      ], rows: rows,
      emptyText: context.lastVisit == nil
        ? "This is your first visit here: from the next one on, this says what others changed."
        : "Nobody has changed anything. ‹journal› shows the history of everything."
    ).goodWhenEmpty
  }

  private static func row(_ happening: Happening, _ context: PaneContext) -> PanelRow {
    let entry = happening.entry
    let day = context.clock.day(entry.time).inList(on: context.day)
    return PanelRow(
      happening.record.map { .record($0) } ?? .none, id: entry.id.description,
      [
        .secondary("\(context.clock.time(entry.time)) \(day)"), Line(entry.user),
        Line(happening.word.text, .changed), Line(happening.which),
      ],
      keys: [
        .number(Double(entry.time)), .text(entry.user), .text(happening.word.text),
        .text(happening.which),
      ])
  }

  /// What became overdue with nobody doing anything.
  private static func overdue(_ late: [Deadline], _ context: PaneContext) -> Panel {
    let table = OwedTable(late, context)
    let rows = PanelRows(
      late, id: { $0.id }, subject: { .record($0.record) }, deadline: { $0 },
      key: { table.key(of: $0, $1) },
      row: { PanelRow(.record($0.record), id: $0.id, table.cells(of: $0)) })
    return Panel(
      .list, title: "What the days alone changed", notes: context.illustrativeLegend,
      columns: table.columns, rows: rows,
      emptyText: "Nothing became overdue.")
  }
}
