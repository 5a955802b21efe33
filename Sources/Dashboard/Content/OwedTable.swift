import Safeguarding
import TerminalUI

/// The columns of every list of what is owed, and how one deadline looks in them: how late, whose, what.
struct OwedTable: Sendable {
  let context: PaneContext

  init(_ context: PaneContext) { self.context = context }

  /// The columns: the mark, what sorts the list, the short ones, the long text last.
  static let columns = [
    Column("", .whole), Column("Late", .whole, alignment: .trailing),
    Column("Due", .whole, alignment: .trailing, rank: 3),
    Column("Owner", .text(least: 8, most: 22)), Column("Group", .text(least: 8, most: 24), rank: 4),
    Column("Kind", .text(least: 6, most: 18), rank: 5), Column("What is owed", .main()),
  ]

  /// The cells of a deadline.
  func cells(of deadline: Deadline) -> [Line] {
    let group = deadline.group.map { context.workspace.groups[$0]?.label ?? $0.id } ?? ""
    let isDone = deadline.status.isDone
    return [
      deadline.markCell(context), distance(of: deadline),
      deadline.due.map { Line($0.inList(on: context.day), isDone ? .done : .text) } ?? .empty,
      owner(of: deadline), .secondary(group), .secondary(deadline.form),
      Line(deadline.title.asTitle, isDone ? .done : .text) + .secondary(doubt(of: deadline)),
    ]
  }

  /// The cells of something that is no deadline: a mark, whose it is, what it is.
  static func cells(mark: Line, owner: Line = .empty, _ what: Line) -> [Line] {
    [mark, .empty, .empty, owner, .empty, .empty, what]
  }

  /// What a deadline is sorted by in a column.
  func key(of deadline: Deadline, _ column: Int) -> SortKey? {
    switch column {
    case 0: .text(deadline.status.title)
    case 1, 2: deadline.due.sortKey
    case 6: .text(deadline.title)
    default: nil
    }
  }

  /// Who owes it, in short; that nobody is named asks for somebody.
  private func owner(of deadline: Deadline) -> Line {
    let name = deadline.owners.short(in: context.workspace)
    if !name.isEmpty { return Line(name, deadline.status.isDone ? .done : .text) }
    return deadline.status.isOpen ? Line("nobody", .overdue) : .empty
  }

  /// How far off it is.
  private func distance(of deadline: Deadline) -> Line {
    let words = deadline.distanceWords(on: context.day)
    return Line(words.isEmpty ? deadline.status.shortTitle : words, deadline.status.role)
  }

  /// That its day was moved, or may still move.
  private func doubt(of deadline: Deadline) -> String {
    let isMoved = deadline.firstDue != nil && deadline.status != .doneLate
    let isDoubtful = deadline.isProvisional && deadline.status.isOpen
    return (isMoved ? ", moved" : "") + (isDoubtful ? ", provisional" : "")
  }
}

extension Deadline.Status {
  /// The status in the place of a distance.
  fileprivate var shortTitle: String {
    switch self {
    case .waitingForDate, .noDate: "no date"
    case .notApplicable: "not owed"
    default: title
    }
  }
}

/// The row that parts a list: what follows, and how many.
func band(_ id: String, _ words: String, _ count: Int, _ role: Role = .heading) -> PanelRow {
  PanelRow(id, [Line(words, role) + .secondary("  \(count)")], isHeading: true)
}
