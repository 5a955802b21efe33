import Safeguarding
import TerminalUI

/// The columns of every list of actions, in the order in which all that is owed is listed.
struct ActionTable: Sendable {
  let context: PaneContext
  /// The meeting that is held now: what it adds stands out.
  var meeting: Reference<Meeting>?

  /// The columns: the mark, what sorts the list, the short ones, the long text last.
  static let columns = [
    Column("", .whole), Column(OwedTable.distanceTitle, .whole, alignment: .trailing),
    Column(OwedTable.dueTitle, .whole, alignment: .trailing, rank: 3),
    Column(OwedTable.ownerTitle, .text(least: 8, most: 18)),
    Column("Status", .whole, rank: 1), Column("", .whole, rank: 4), Column("What", .main()),
  ]

  /// The row of an action.
  func row(_ recorded: ActionItem) -> PanelRow {
    let day = context.day
    let action = recorded.known(on: day)
    let isOver = !action.isOpen && action.status != .unknown
    let plain: Role = isOver ? .done : .text
    let isNew = meeting != nil && action.meeting == meeting && action.isOpen
    let status = isNew ? Line("new today", .good) : Line(action.status.title, statusRole(action))
    return PanelRow(
      action.link,
      [
        mark(action, isNew), distance(action),
        Line(action.due?.inList(on: day, hasWeekday: false) ?? "", plain),
        .owner(action.owners, action.isOpen ? .text : .done, isWanted: action.isOpen, context),
        status,
        Line(action.number, isOver ? .done : .secondary), Line(action.title.asTitle, plain),
      ])
  }

  /// What an action is sorted by in a column.
  func key(of action: ActionItem, _ column: Int) -> SortKey? {
    switch column {
    case 0:
      .number(
        action.known(on: context.day).isOverdue(on: context.day) ? 0 : action.isOpen ? 1 : 2)
    case 1, 2: due(action.known(on: context.day)).sortKey
    case 3: .text(action.owners.short(in: context.workspace))
    case 4: .text(action.status.title)
    case 5: .text(action.number)
    case 6: .text(action.title)
    default: nil
    }
  }

  /// What an action is owed by, as last agreed.
  private func due(_ action: ActionItem) -> ImpreciseDate? {
    action.extensions.last?.to ?? action.due
  }

  func mark(_ action: ActionItem, _ isNew: Bool) -> Line {
    let mark: Line
    if context.isFaulty(action.link) {
      mark = Line("x", .fault)
    } else if action.isOverdue(on: context.day) {
      mark = Line("!", .overdue)
    } else if isNew {
      mark = Line("+", .good)
    } else if isSoon(action) {
      mark = Line("~", .dueSoon)
    } else if action.status == .done {
      mark = Line(action.wasDoneLate ? "-" : "=", .done)
    } else {
      mark = Line(action.status == .unknown ? "." : " ", .secondary)
    }
    return mark + Line(action.illustrative ? illustrativeMark : "", .illustrative)
  }

  private func isSoon(_ action: ActionItem) -> Bool {
    guard action.isOpen, let last = due(action)?.last else { return false }
    let days = last.dayNumber - context.day.dayNumber
    return days >= 0 && days <= context.workspace.settings.dueSoonDays
  }

  /// How far off it is, or how late it was done; nothing where no day is known.
  private func distance(_ action: ActionItem) -> Line {
    if let missed = action.missedDay(on: context.day) {
      return Line(distanceWords(from: context.day, to: missed), .overdue)
    }
    guard let due = due(action), let last = due.last else { return .empty }
    if action.isOpen {
      if due.precision != .day { return .secondary(due.short) }
      return Line(
        distanceWords(from: context.day, to: last), isSoon(action) ? .dueSoon : .text)
    }
    guard action.status == .done, action.repeats == nil, let done = action.doneOn?.last else {
      return .empty
    }
    if action.wasDoneLate {
      return Line("\(counted(done.dayNumber - last.dayNumber, "day")) late", .done)
    }
    // A month in which it was due does not tell on which side of the day it was done.
    return done <= last ? Line("in time", .done) : .empty
  }

  func statusRole(_ action: ActionItem) -> Role {
    switch action.status {
    case .open, .started: .text
    case .done, .dropped: .done
    case .unknown: .secondary
    }
  }
}
