import Safeguarding
import TerminalUI

/// What is late, what to look at and what is due soon, in the order in which it asks for something.
struct Attention {
  let overdue: [Deadline]
  /// Clocks of reviews that run and end after the week, however far off their ends are.
  let clocks: [Deadline]
  /// Due within the week that begins, however each stands; and what is due soon after it.
  let week: [Deadline]
  let later: [Deadline]
  /// Open actions that can never be late, as nothing says by when they are to be done.
  let undated: [Deadline]
  let warnings: [Warning]
  private let context: PaneContext
  private let table: OwedTable

  init(_ context: PaneContext) {
    self.context = context
    let end = context.day.adding(days: 7)
    let soon = context.deadlines.filter { $0.status == .dueSoon }
    overdue = context.deadlines.filter { $0.status == .overdue }
    clocks = context.deadlines.filter { deadline in
      deadline.status == .running && deadline.record.kind == Review.kind
        && context.book[deadline.rule]?.informationOnly != true
        && deadline.due?.last.map { $0 > end } ?? true
    }
    week = context.deadlines.filter { $0.isDue(by: end) }
    later = soon.filter { $0.due?.last.map { $0 > end } ?? false }
    undated = context.deadlines.filter {
      $0.status == .noDate && $0.record.kind == ActionItem.kind
    }
    warnings = context.workspace.warnings(on: context.day, in: context.scope)
    table = OwedTable(overdue + week + later, context)
  }

  /// The list under its bands: what the person at the screen owes and chairs, then what others do.
  func panel(of facts: [GroupFacts]) -> Panel {
    let own = Attention.own(overdue + week, facts, context)
    let led = Attention.led(overdue + week, without: own.taken, context)
    let taken = own.taken.union(led.flatMap { $0.owed.map(\.id) })
    func others(_ deadlines: [Deadline]) -> [Deadline] {
      taken.isEmpty ? deadlines : deadlines.filter { !taken.contains($0.id) }
    }
    let ofOthers = taken.isEmpty ? "" : ", owed by others"
    var rows: [OwedRow] = troubles.map { .other($0) }
    func add(_ words: String, _ members: [OwedRow], _ role: Role = .heading) {
      if members.isEmpty { return }
      rows.append(.band("band-\(words)", words, members.count, role))
      rows += members
    }
    func add(_ words: String, _ deadlines: [Deadline], _ role: Role = .heading) {
      add(words, deadlines.map { .deadline($0) }, role)
    }
    add("Yours", own.rows, .accent)
    for (agency, owed) in led { add("\(agency), which you answer for", owed, .accent) }
    add("Overdue\(ofOthers)", others(overdue), .overdue)
    add("To check", warnings.map { .other(row($0)) }, .dueSoon)
    add("Clocks that run", others(clocks))
    let end = context.day.adding(days: 7).inSentence(on: context.day)
    add("Due by \(end)\(ofOthers)", others(week), .dueSoon)
    add("Later", others(later))
    add("Actions without a date", undated)
    return Panel(
      .attention, title: "Needs attention", notes: context.illustrativeLegend,
      columns: table.columns.map { column in
        // What kind of thing it is matters where one looks for it.
        var column = column
        if column.title == "Kind" { column.rank = 9 }
        return column
      }, rows: table.rows(rows, target: \.place),
      emptyText: "Nothing is overdue or due soon."
    ).goodWhenEmpty
  }

  /// What keeps the rest from being whole: faults, and what is closed.
  private var troubles: [PanelRow] {
    var rows: [PanelRow] = []
    if let first = context.errors.first {
      let what = Line("The data has \(counted(context.errors.tally.errors, "fault"))", .fault)
      rows.append(
        PanelRow(
          "faults",
          OwedTable.cells(mark: Line("x", .fault), what + .secondary("  \(first.place)")),
          target: Place(FaultsPane.id)))
    }
    let closed = context.workspace.access.closed.map(\.path)
    if !closed.isEmpty {
      let places = "Closed to you, not counted: \(closed.joined(separator: ", "))"
      rows.append(
        PanelRow("closed", OwedTable.cells(mark: .secondary("-"), .secondary(places))))
    }
    return rows
  }

  private func row(_ warning: Warning) -> PanelRow {
    PanelRow(
      warning.record, id: "\(warning.record.id): \(warning.text)",
      OwedTable.cells(
        mark: Line("?", .dueSoon), owner: .secondary(body(of: warning)),
        Line(warning.text) + .secondary(", \(warning.detail)")))
  }

  /// Whose it is to look at: who supplies the figure, else the partnership.
  private func body(of warning: Warning) -> String {
    if warning.record.kind == Indicator.kind,
      let supplier = context.workspace.indicators[warning.record.id]?.suppliers.first
    {
      return context.workspace.agencies[supplier]?.label ?? supplier.id
    }
    let bodies = warning.partnerships.map { context.workspace.partnerships[$0]?.shortName ?? $0.id }
    guard let first = bodies.first else { return "" }
    return bodies.count > 1 ? "\(first) +\(bodies.count - 1)" : first
  }
}

extension Attention {
  /// How late the worst is, and what comes this week.
  var lede: [LedeBlock] {
    [.late(overdue, on: context.day), soon]
  }

  private var soon: LedeBlock {
    let nobody = (overdue + week).count { $0.owners.isEmpty }
    let what = week.isEmpty ? "Nothing due this week" : "\(week.count) due this week"
    let owner: Line =
      nobody > 0 ? Line("\(nobody) without an owner", .overdue) : .secondary("0 without an owner")
    return LedeBlock(Line(what, week.isEmpty ? .good : .dueSoon), owner)
  }
}
