import Safeguarding
import TerminalUI

/// Everything owed by a date, in one list.
package enum DeadlinesPane: Pane {
  package static let id = "deadlines"
  package static let title = "Deadlines"
  package static let shortTitle = "Due"
  package static let help =
    "Everything owed to anybody by a date, soonest first, with the reason for each date."

  /// The way in is a list of facets, each of which narrows what is shown.
  package static func late(_ context: PaneContext) -> Int {
    context.deadlines.count { $0.status == .overdue }
  }

  package static func content(_ context: PaneContext, path: [String]) -> PaneContent {
    let facets = path.compactMap(DeadlineFacet.init)
    let deadlines = context.deadlines.filter { deadline in
      facets.allSatisfy { $0.includes(deadline, context) }
    }
    let list = DeadlineList(deadlines, context)
    let explain = Explainer(context.workspace, on: context.day, under: context.book)
    let why = Panel(
      .why, title: "Why it is due then",
      body: .text(about: .list) { row in
        list.deadline(row).map { explanation($0, explain($0), context) } ?? []
      }, emptyText: "Select a deadline to see why it is due then.")
    let dueDays = MonthCalendar.dueDays(of: deadlines)
    var month = Panel(
      .month, title: "The month it is due in",
      body: .text(about: .list) { row in
        MonthCalendar(around: list.deadline(row), dueDays, context).lines
      }, emptyText: "Select a deadline to see its month.")
    month.natural = MonthCalendar.natural
    var panel = list.panel
    panel.trouble = context.trouble(under: "")
    if deadlines.isEmpty { panel.closed = context.closed(under: "") }
    if !facets.isEmpty {
      panel.emptyText =
        "Nothing is owed here (\(facets.map { $0.words(context) }.joined(separator: ", "))). ‹back› "
        + "shows more; ‹narrow› narrows anew, ‹identity› says who you are."
    }
    let strip = Panel(
      .year, title: "Twelve months ahead", notes: MonthStrip.legend + [context.closedNote],
      body: .drawing(MonthStrip(deadlines, from: context.day)))
    var content = PaneContent(
      trail: [title] + facets.map { $0.words(context) }, lede: lede(deadlines, facets, context),
      panels: [panel, why, month, strip.asExtra, ledger(deadlines, context).asExtra])
    content.isMixed = true
    return content
  }

  /// How much is late, due this week and later, and by what the list is narrowed.
  private static func lede(
    _ deadlines: [Deadline], _ facets: [DeadlineFacet], _ context: PaneContext
  ) -> [LedeBlock] {
    let open = deadlines.filter { $0.status.isOpen }
    let late = open.filter { $0.status == .overdue }
    let week = context.day.adding(days: 7)
    let soon = open.count { $0.isDue(by: week) }
    return [
      .late(late, on: context.day),
      .fact(
        soon == 0 ? "Nothing due this week" : "\(soon) due this week",
        "by \(week.inSentence(on: context.day))", soon == 0 ? .good : .dueSoon),
      .fact("\(open.count) open", "of \(deadlines.count) in all"),
      facets.isEmpty
        ? .fact("not narrowed", "‹narrow› narrows, ‹mine› shows what is yours", .secondary)
        : .fact("narrowed", facets.map { $0.words(context) }.joined(separator: ", ")),
    ]
  }

  /// What and how late, whose it is, then why on that day and on what basis: each is said once.
  private static func explanation(
    _ deadline: Deadline, _ explanation: Explanation, _ context: PaneContext
  ) -> [Line] {
    var lines = [
      Line(deadline.title.asTitle, .heading),
      Line(standing(of: deadline, context), deadline.status.role)
        + .secondary(deadline.isProvisional ? "  provisional" : ""),
    ]
    let owner = deadline.owners.text(context.names)
    if !owner.isEmpty { lines.append(.secondary("Owner: ") + Line(owner)) }
    let group = deadline.group.map { context.workspace.groups[$0]?.label ?? $0.id } ?? ""
    if !group.isEmpty { lines.append(.secondary("Group: ") + Line(group)) }
    let reasons = explanation.reasons
    lines += reasons.enumerated().map { index, step in
      Line(reasons.count == 1 ? "Why: " : "\(index + 1) ", .secondary) + Line(step)
    }
    if !explanation.basis.isEmpty { lines.append(.secondary("Rule: \(explanation.basis)")) }
    if deadline.isIllustrative {
      lines.append(Line("\(illustrativeMark) From a record that illustrates.", .illustrative))
    }
    return lines
  }

  /// How it stands in the words of the list, with what a rule counts in beside them, and on which day it
  /// is due.
  private static func standing(of deadline: Deadline, _ context: PaneContext) -> String {
    let (full, days) = (deadline.standingInFull, deadline.distanceWords(on: context.day))
    let due = deadline.due.map { due in
      "due \(due.precision == .day ? due.first?.long ?? due.short : due.short)"
    }
    let words: String
    let late = "overdue by "
    if deadline.status == .overdue, !days.isEmpty {
      let count = full.hasPrefix(late) ? String(full.dropFirst(late.count)) : ""
      words = "overdue, \(days)" + (count.contains("working") ? " (\(count))" : "")
    } else {
      words = full + (deadline.status.isOpen && !days.isEmpty ? ", \(days)" : "")
    }
    return words.prefix(1).uppercased() + words.dropFirst() + (due.map { "; \($0)" } ?? "")
  }

  /// How punctual each rule was kept, by reporting year.
  private static func ledger(_ deadlines: [Deadline], _ context: PaneContext) -> Panel {
    let book = context.book
    let entries = Ledger(
      deadlines, on: context.day, rules: book, of: context.workspace.partnerships
    ).entries
    let rows = entries.map { entry in
      let title = book[entry.rule]?.title ?? entry.rule
      let unit = entry.countsWorkingDays ? "working days" : "days"
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
        Column("Year", .whole), Column("Rule", .main()),
        Column("In time", .whole, alignment: .trailing),
        Column("Late", .whole, alignment: .trailing),
        Column("Average", .whole, alignment: .trailing, rank: 1),
        Column("Latest", .whole, alignment: .trailing, rank: 2),
        Column("Overdue", .whole, alignment: .trailing),
        Column("Unknown", .whole, alignment: .trailing, rank: 3),
      ], rows: rows,
      emptyText: "Nothing has been due yet, so there is nothing to count for an annual report.")
  }

  private static func count(_ count: Int, _ role: Role) -> Line {
    count == 0 ? .secondary("0") : Line(String(count), role)
  }
}
