import Safeguarding

/// The least that a list of what is owed has to be: an object with a title, a day and how far off it is, by its day.
final class BareDeadline {
  let record: String
  let title: String
  let day: Int
  let workingDays: Int

  private init(_ record: String, _ title: String, _ day: Int, _ workingDays: Int) {
    (self.record, self.title, self.day, self.workingDays) = (record, title, day, workingDays)
  }

  /// One for each obligation and action of a workspace, by its day, with no rule and no status.
  static func all(of workspace: Workspace) -> [BareDeadline] {
    let calendar = workspace.bankHolidays.workingDays()
    let today = GeneratedObligations.day
    var all: [BareDeadline] = []
    all.reserveCapacity(workspace.obligations.all.count + workspace.actions.all.count)
    func add(_ record: String, _ title: String, _ due: ImpreciseDate?) {
      let day = due?.last ?? today
      all.append(
        BareDeadline(record, title, day.dayNumber, calendar.count(after: today, through: day)))
    }
    for obligation in workspace.obligations.all {
      add(obligation.id, obligation.title, obligation.due ?? obligation.startsOn)
    }
    for action in workspace.actions.all { add(action.id, action.title, action.due) }
    return all.sorted { $0.day < $1.day }
  }
}
