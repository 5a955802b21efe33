import Safeguarding
import TerminalUI

extension DatasetPane {
  /// Who has sent the figures they owe, agency by agency; nil where no return is recorded.
  static func submissions(_ context: PaneContext) -> Panel? {
    let board = SubmissionBoard(context.workspace, in: context.scope, on: context.day, most: 6)
    if board.rows.isEmpty { return nil }
    let late = board.rows.count { $0.next.map { $0.standing.isLate } ?? false }
    // What everybody owes is said once.
    let owed = Set(board.rows.flatMap { $0.next?.submissions.map(\.what) ?? [] })
    let common = owed.count == 1 ? owed.first ?? "" : ""
    let columns =
      [Column("Agency", .text(least: 16, most: 44))]
      + board.periods.enumerated().map { index, period in
        // The earliest give way first where there is little room.
        Column(
          period.brief, .text(least: 8, most: 12), rank: max(1, board.periods.count - index - 1))
      } + [Column("To see to next", .main())]
    return Panel(
      .submissions, title: "Who has sent",
      notes: late == 0 ? [] : [Line("\(late) late", .overdue)], columns: columns,
      rows: (common.isEmpty ? [] : [band(common)])
        + board.rows.map { row(of: $0, besides: common, context) },
      emptyText: "No returns are recorded yet."
    ).adding(context.additions(of: Submission.self).first)
  }

  /// The way to the returns one by one.
  static let returnsPath = "by-return"
  /// What that is called.
  static let returnsTitle = "returns one by one"

  /// Each cell of the board as a row of its own, so that one is selected and seen to, over the board.
  static func returnsPage(_ context: PaneContext) -> PaneContent {
    PaneContent(
      trail: [title, returnsTitle],
      panels: [returns(context)] + [submissions(context)].compactMap(\.self))
  }

  /// The returns of the board; what has to be seen to first stands first.
  private static func returns(_ context: PaneContext) -> Panel {
    let board = SubmissionBoard(context.workspace, in: context.scope, on: context.day, most: 6)
    let cells = board.rows.flatMap { row in
      row.cells.compactMap { cell in cell.map { (row.agency, $0) } }
    }
    let open = cells.filter { $0.1.standing.isOpen }.sorted {
      $0.1.standing.comesBefore($1.1.standing)
    }
    let rows = (open + cells.filter { !$0.1.standing.isOpen }).flatMap { agency, cell in
      cell.submissions.map { submission in
        PanelRow(
          .record(submission.link), id: "return-\(submission.id)",
          [
            Line(context.names(Agency.kind, agency.id)), Line(submission.period?.brief ?? ""),
            .text(submission.what, illustrative: submission.illustrative),
            Line(cell.standing.words, cell.standing.role), .secondary(cell.standing.nextStep),
          ])
      }
    }
    return Panel(
      .returns, title: "Returns one by one",
      columns: [
        Column("Agency", .text(least: 16, most: 44)), Column("Period", .text(least: 8, most: 14)),
        Column("What", .main()), Column("How it stands", .text(least: 12, most: 26)),
        Column("Next", .text(least: 12, most: 30), rank: 1),
      ], rows: rows, emptyText: "No returns are recorded yet."
    ).adding(context.additions(of: Submission.self).first)
  }

  private static func band(_ what: String) -> PanelRow {
    PanelRow("owed", [Line(what, .heading)], isHeading: true)
  }

  /// The row of an agency; what all of them owe stands above it.
  private static func row(
    of row: SubmissionBoard.Row, besides common: String, _ context: PaneContext
  ) -> PanelRow {
    let next = row.next
    let record = (next ?? row.cells.compactMap(\.self).last)?.submissions.first
    let cells = row.cells.map { cell in
      cell.map { Line($0.standing.short(on: context.day), $0.standing.role) } ?? .empty
    }
    let what = next.map { cell -> Line in
      let names = cell.submissions.map(\.what)
      let others = names.count > 1 ? " +\(names.count - 1)" : ""
      return Line(cell.standing.words(on: context.day), cell.standing.role)
        + .secondary(names.isEmpty || names == [common] ? "" : "  \(names[0])\(others)")
    }
    return PanelRow(
      record.map { .record($0.link) } ?? .none, id: "agency-\(row.agency.id)",
      [Line(context.workspace.agencies[row.agency]?.label ?? row.agency.id)] + cells + [
        what ?? .secondary("nothing")
      ])
  }
}

extension SubmissionBoard.Standing {
  /// The standing in the words of a list.
  fileprivate func words(on day: CalendarDate) -> String {
    if case .due(let due) = self { "due \(due.inList(on: day))" } else { words }
  }

  /// The standing in the few letters of a cell.
  func short(on today: CalendarDate) -> String {
    switch self {
    case .sent(_, 0): "sent"
    case .sent(_, let late): "sent +\(late)"
    case .late(let days): "\(days) late"
    case .due(let day):
      "due \(day.inList(on: today, hasWeekday: false).split(separator: " ").joined(separator: " "))"
    case .missing: "missing"
    case .notYet: "not yet"
    case .paused: "paused"
    case .notOwed: "not owed"
    }
  }

  /// What is done with it next, in words.
  fileprivate var nextStep: String {
    switch self {
    case .late, .missing: "chase, enter or import"
    case .due, .notYet: "enter or import"
    case .paused: "wait"
    case .sent, .notOwed: ""
    }
  }

  var role: Role {
    switch self {
    case .sent(_, 0): .good
    case .sent: .dueSoon
    case .late, .missing: .overdue
    case .due: .text
    case .notYet, .paused, .notOwed: .secondary
    }
  }
}
