import Safeguarding
import TerminalUI

/// The columns of every list of what is owed, and how one deadline looks in them: how late, whose, what.
struct OwedTable: Sendable {
  let context: PaneContext
  /// One scale of days for all rows.
  private let axis: DateAxis
  /// Whether a panel beside it tells the group of the selected row.
  private let isExplained: Bool

  /// The table of some deadlines; of what is open it draws how far off it is.
  init(_ deadlines: [Deadline], _ context: PaneContext, isExplained: Bool = false) {
    self.context = context
    self.isExplained = isExplained
    let days = deadlines.lazy.filter(\.status.isOpen).compactMap { $0.due?.last?.dayNumber }
    let ends = [days.min(), days.max()].compactMap(\.self)
    axis = DateAxis(days: ends, now: context.day.dayNumber, width: 28)
  }

  /// What stands over how late something is or how soon it is due, over who owes it, and over by when,
  /// in every list.
  static let distanceTitle = "When"
  static let ownerTitle = "Owner"
  static let dueTitle = "Due"

  /// The columns: the mark, what sorts the list, the short ones, the long text last.
  var columns: [Column] {
    [
      Column("", .whole), Column(OwedTable.distanceTitle, .whole, alignment: .trailing),
      Column(OwedTable.dueTitle, .text(least: 11, most: 11), alignment: .trailing, rank: 3),
      Column(axis.head(months), .whole, rank: 5, isSortable: false),
      Column(OwedTable.ownerTitle, .text(least: 8, most: 22)),
      Column("Group", .text(least: 8, most: 24), rank: isExplained ? 6 : 4),
      Column("Kind", .text(least: 6, most: 18), rank: isExplained ? 7 : 6),
      Column("What is owed", .main()),
    ]
  }

  /// The first days of the months on the scale, with their names.
  private var months: [(day: Int, name: String)] {
    let first = context.day.adding(months: -4).endOfMonth.adding(days: 1)
    return (0..<7).map { step in
      let month = first.adding(months: step)
      return (month.dayNumber, CalendarDate.monthNames[month.components.month - 1])
    }
  }

  /// The cells of a deadline.
  func cells(of deadline: Deadline) -> [Line] {
    let group = deadline.group.map { context.workspace.groups[$0]?.label ?? $0.id } ?? ""
    let isDone = deadline.status.isDone
    return [
      deadline.markCell(context), distance(of: deadline),
      deadline.due.map { Line($0.inList(on: context.day), isDone ? .done : .text) } ?? .empty,
      scale(of: deadline),
      .owner(deadline.owners, isDone ? .done : .text, isWanted: deadline.status.isOpen, context),
      .secondary(group), .secondary(deadline.form),
      Line(deadline.title.asTitle, isDone ? .done : .text) + .secondary(doubt(of: deadline)),
    ]
  }

  /// The cells of something that is no deadline: a mark, whose it is, what it is.
  static func cells(mark: Line, owner: Line = .empty, _ what: Line) -> [Line] {
    [mark, .empty, .empty, .empty, owner, .empty, .empty, what]
  }

  /// Where its day lies on the scale of the list.
  private func scale(of deadline: Deadline) -> Line {
    guard deadline.status.isOpen, let due = deadline.due?.last else { return .empty }
    let role: Role = deadline.status.role == .text ? .secondary : deadline.status.role
    return axis.row(due: due.dayNumber, role).line(context.glyphs)
  }

  /// What a deadline is sorted by in a column.
  func key(of deadline: Deadline, _ column: Int) -> SortKey? {
    switch column {
    case 0: .text(deadline.status.title)
    case 1, 2: deadline.due.sortKey
    case 7: .text(deadline.title)
    default: nil
    }
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

extension LedeBlock {
  /// How much is overdue, and how late the oldest of it is.
  static func late(_ overdue: [Deadline], on day: CalendarDate) -> LedeBlock {
    if overdue.isEmpty { return .fact("Nothing is late", "", .good) }
    let days = overdue.compactMap { $0.due?.last }.map { day.dayNumber - $0.dayNumber }
    return .alarm(
      "\(overdue.count) overdue", days.max().map { "oldest: \(counted($0, "day"))" } ?? "")
  }
}

extension Line {
  /// Who owes something, in short; that nobody is named asks for somebody where one is wanted.
  static func owner(
    _ owners: [Owner], _ role: Role, isWanted: Bool, _ context: PaneContext
  ) -> Line {
    let name = owners.short(in: context.workspace)
    if !name.isEmpty { return Line(name, role) }
    return isWanted ? Line("nobody", .overdue) : .empty
  }
}

/// The row that parts a list: what follows, and how many.
func band(_ id: String, _ words: String, _ count: Int, _ role: Role = .heading) -> PanelRow {
  PanelRow(id, [Line(words, role)], isHeading: true, tally: .secondary("\(count)"))
}

/// A row of a list of what is owed.
enum OwedRow: Sendable {
  /// What parts the rows below it from those above: an id, words, how many follow, and how they are meant.
  case band(String, String, Int, Role)
  case deadline(Deadline)
  /// Something else that asks for an answer.
  case other(PanelRow)

  /// What it is known by.
  fileprivate var id: String {
    switch self {
    case .band(let id, _, _, _): id
    case .deadline(let deadline): deadline.id
    case .other(let row): row.row.id
    }
  }

  /// The deadline that it tells of.
  var deadline: Deadline? { if case .deadline(let deadline) = self { deadline } else { nil } }
}

extension OwedTable {
  /// Rows that are made when they are seen; Enter leads from a deadline to its target.
  func rows(
    _ rows: [OwedRow], target: @escaping @Sendable (Deadline) -> Place
  ) -> PanelRows {
    PanelRows(
      rows,
      headings: rows.indices.filter { if case .band = rows[$0] { true } else { false } },
      id: \.id,
      subject: { row in
        switch row {
        case .band: .none
        case .deadline(let deadline): deadline.subject
        case .other(let row): row.subject
        }
      },
      deadline: \.deadline,
      key: { row, column in row.deadline.flatMap { self.key(of: $0, column) } },
      row: { row in
        switch row {
        case .band(let id, let words, let count, let role): band(id, words, count, role)
        case .deadline(let deadline):
          PanelRow(deadline.id, self.cells(of: deadline), target: target(deadline))
        case .other(let row): row
        }
      })
  }
}
