import Safeguarding
import TerminalUI

/// Everything owed by a date, in one list.
package enum DeadlinesPane: Pane {
  package static let id = "deadlines"
  package static let title = "Deadlines"
  package static let help =
    "Everything owed to anybody by a date, soonest first, with the reason for each date."

  /// The way in is a list of facets, each of which narrows what is shown.
  package static func content(_ context: PaneContext, path: [String]) -> PaneContent {
    let facets = path.compactMap(DeadlineFacet.init)
    let deadlines = context.deadlines.filter { deadline in
      facets.allSatisfy { $0.includes(deadline, context) }
    }
    let list = DeadlineList(deadlines, context)
    let explain = Explainer(context.workspace, on: context.day, under: context.book)
    let why = Panel(
      .why, title: "Why it is due then",
      body: .detail(of: .list) { row in
        list.deadline(row).map { explanation($0, explain($0), context) } ?? []
      }, emptyText: "Select a deadline to see why it is due then.")
    let dueDays = MonthCalendar.dueDays(of: deadlines)
    let month = Panel(
      .month, title: "The month it is due in",
      body: .detail(of: .list) { row in
        MonthCalendar(around: list.deadline(row), dueDays, context).lines
      }, emptyText: "Select a deadline to see its month.")
    var panel = list.panel
    panel.trouble = context.trouble(under: "")
    if deadlines.isEmpty { panel.closed = context.closed(under: "") }
    if !facets.isEmpty {
      panel.emptyText =
        "Nothing is owed here (\(facets.map { $0.words(context) }.joined(separator: ", "))). Esc "
        + "shows more; f narrows anew, I says who you are."
    }
    let strip = Panel(
      .year, title: "Twelve months ahead", notes: MonthStrip.legend + [context.closedNote],
      body: .drawing(MonthStrip(deadlines, from: context.day)))
    var content = PaneContent(
      trail: [title] + facets.map { $0.words(context) },
      panels: [panel, why, month, strip, ledger(deadlines, context)], layout: layout)
    content.isMixed = true
    return content
  }

  private static func layout(_ area: Rect) -> [Rect] {
    let none = Rect(x: 0, y: 0, width: 0, height: 0)
    if area.width >= 110, area.height >= 24 {
      let rows = area.rows([.fixed(4), .share(1)])
      let columns = rows[1].columns([.share(1), .fixed(area.width >= 160 ? 64 : 40)])
      let side = columns[1].rows([.share(1), .fixed(11)])
      if area.height < 44 { return [columns[0], side[0], side[1], rows[0], none] }
      let left = columns[0].rows([.share(3), .share(1)])
      return [left[0], side[0], side[1], rows[0], left[1]]
    }
    if area.height >= 18 {
      let rows = area.rows([.share(1), .fixed(8)])
      return [rows[0], rows[1], none, none, none]
    }
    return [area, none, none, none, none]
  }

  /// The sentence, then the steps, then who and on what basis.
  private static func explanation(
    _ deadline: Deadline, _ explanation: Explanation, _ context: PaneContext
  ) -> [Line] {
    var lines = [
      Line(deadline.title, .heading),
      Line(deadline.standing.replacing(" wd", with: " working days"), deadline.status.role)
        + .secondary(deadline.isProvisional ? "  provisional" : ""),
      Line(explanation.sentence), .empty,
    ]
    lines += explanation.steps.enumerated().map { index, step in
      Line("\(index + 1) ", .secondary) + Line(step)
    }
    let owner = deadline.owners.text(context.names)
    if !owner.isEmpty { lines.append(.secondary("Owner: \(owner)")) }
    if !explanation.basis.isEmpty { lines.append(.secondary("Rule: \(explanation.basis)")) }
    if deadline.isIllustrative {
      lines.append(Line("\(illustrativeMark) From a record that illustrates.", .illustrative))
    }
    return lines
  }

  /// How punctual each rule was kept, by reporting year.
  private static func ledger(_ deadlines: [Deadline], _ context: PaneContext) -> Panel {
    let book = context.book
    let entries = Ledger(deadlines, on: context.day, rules: book).entries
    let rows = entries.map { entry in
      let title = book[entry.rule]?.title ?? entry.rule
      let unit = entry.countsWorkingDays ? "wd" : "days"
      return PanelRow(
        "\(entry.rule)-\(entry.yearName)",
        [
          .secondary(entry.yearName), .text(title, illustrative: entry.isIllustrative),
          count(entry.onTime, .good), count(entry.late, .dueSoon),
          entry.averageLate.map { Line("\(formatted($0, decimals: 1)) \(unit)") } ?? .empty,
          entry.late == 0 ? .empty : Line("\(entry.latest) \(unit)"),
          count(entry.overdue, .overdue), count(entry.notReported, .secondary),
        ],
        keys: [
          .text(entry.yearName), .text(title), .number(Double(entry.onTime)),
          .number(Double(entry.late)), entry.averageLate.map { .number($0) } ?? .nothing,
          .number(Double(entry.latest)), .number(Double(entry.overdue)),
          .number(Double(entry.notReported)),
        ], target: Place(id, [DeadlineFacet(.rule, entry.rule).path]))
    }
    return Panel(
      .ledger, title: "On time and late, by rule and reporting year", notes: [context.closedNote],
      columns: [
        Column("Year", .fit(7)), Column("Rule", .share(least: 16)),
        Column("In time", .fit(7), alignment: .trailing),
        Column("Late", .fit(4), alignment: .trailing),
        Column("Average", .fit(9), alignment: .trailing, rank: 1),
        Column("Latest", .fit(8), alignment: .trailing, rank: 2),
        Column("Overdue", .fit(7), alignment: .trailing),
        Column("Unknown", .fit(7), alignment: .trailing, rank: 3),
      ], rows: rows,
      emptyText: "Nothing has been due yet, so there is nothing to count for an annual report.")
  }

  private static func count(_ count: Int, _ role: Role) -> Line {
    count == 0 ? .secondary("-") : Line(String(count), role)
  }
}
