import Safeguarding
import TerminalUI
import Testing

@testable import Dashboard

/// What narrows a list: words, words that may not be there, and what a column has to say.
@Suite struct FilterTextTests {
  private static let columns = [
    Column("", .whole), Column("Due", .whole), Column("Owner", .text(least: 8)),
    Column("Evidence", .text(least: 8)), Column("What is owed", .main()),
  ]

  /// Four rows on 2 April 2024: late, in a week, in a month, done without a day.
  private static let rows: [TableRow] = {
    func row(_ id: String, _ mark: String, _ day: Int?, _ cells: [String]) -> TableRow {
      let date = day.map { CalendarDate(dayNumber: Fixture.today.dayNumber + $0) }
      return TableRow(
        id: id, cells: [Line(mark), Line(date?.short ?? "")] + cells.map { Line($0) },
        keys: [.nothing, date.map { .number(Double($0.dayNumber)) } ?? .nothing])
    }
    return [
      row("late", "!", -3, ["Kent Police", "", "Draft the protocol"]),
      row("week", "~", 7, ["NHS Kent and Medway", "minute 4", "Share the figures"]),
      row("month", "", 30, ["nobody", "", "Police to name a lead"]),
      row("done", "=", nil, ["Kent Police", "audit", "Agree the 10:30 slot"]),
    ]
  }()

  @Test(arguments: [
    ("", ["late", "week", "month", "done"]), ("police", ["late", "month", "done"]),
    ("kent police", ["late", "done"]), ("owner:police", ["late", "done"]),
    ("OWN:pol", ["late", "done"]), ("-police", ["week"]), ("police -draft", ["month", "done"]),
    ("-owner:police", ["week", "month"]), ("no:evidence", ["late", "month"]),
    ("no:owner", ["month"]), ("-no:owner", ["late", "week", "done"]),
    ("due<2w", ["late", "week"]), ("due<today", ["late"]), ("due>1w", ["month"]),
    ("due>=1w", ["week", "month"]), ("due<=\"1 apr 2024\"", ["late"]),
    ("due>28mar2024", ["late", "week", "month"]), ("status:overdue", ["late"]),
    ("status:done", ["done"]),
    ("status:open", ["late", "week", "month"]), ("status:\"due soon\"", ["week"]),
    ("owner:\"kent and\"", ["week"]), ("10:30", ["done"]),
    ("owner:", ["late", "week", "month", "done"]),
    ("colour:red", []), ("due<never", []), ("-", ["late", "week", "month", "done"]),
    ("what:name owner:nobody", ["month"]), ("no:colour", []), ("\"to name\"", ["month"]),
    ("due<2w -status:overdue", ["week"]), ("--police", []),
  ])
  func showsWhatFulfilsIt(typed: String, ids: [String]) {
    let context = Fixture.empty.dashboard(at: Place(OverviewPane.id)).context
    let terms = FilterText(typed, columns: Self.columns, context).terms
    let index = FilterIndex(TableRows(Self.rows))
    let shown = index.rows(fulfilling: terms, in: Array(Self.rows.indices))
    #expect(shown.map { Self.rows[$0].id } == ids, "\(typed)")
  }

  @Test func columnsCanBeAskedOnTheScreen() {
    story(on: .sample, at: Place(DeadlinesPane.id)) {
      press("/")
      expect(contains: "owner:police")
      expect(contains: "due<2w")
      typing("owner:police -owner:nhs")
      press("Enter")
      expect(contains: "Kent Police")
      press("Esc")
      expect(lacks: "owner:police")
    }
  }
}
