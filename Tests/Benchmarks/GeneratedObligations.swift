import Safeguarding

/// A workspace made up in memory: 20 groups over ten years with 100,000 things owed by a date.
enum GeneratedObligations {
  /// The word on the command line that stands for it.
  static let name = "deadlines"
  static let day = CalendarDate(dayNumber: 19_813)
  private static let groups = 20
  private static let days = 3653
  private static let obligations = 61_000
  private static let actions = 37_000
  private static let meetings = 4_000

  static var workspace: Workspace {
    var workspace = Workspace()
    var partnership = Partnership()
    (partnership.id, partnership.name) = ("area", "Partnership of the area")
    workspace.partnerships.append(partnership)
    workspace.agencies.append(contentsOf: (0..<60).map(agency))
    workspace.rules.append(contentsOf: rules)
    workspace.groups.append(contentsOf: (0..<groups).map(group))
    workspace.obligations.append(contentsOf: (0..<obligations).map(obligation))
    workspace.actions.append(contentsOf: (0..<actions).map(action))
    workspace.meetings.append(contentsOf: (0..<meetings).map(meeting))
    workspace.bankHolidays.set(holidays, division: BankHolidays.england)
    return workspace
  }

  /// Five days in each of ten years, as many as there are.
  private static var holidays: [BankHolidays.Day] {
    (2019...2028).flatMap { year in
      [(1, 1), (5, 6), (5, 27), (8, 26), (12, 25), (12, 26)].compactMap { month, day in
        CalendarDate(year: year, month: month, day: day).map {
          BankHolidays.Day(date: $0, title: "Bank holiday")
        }
      }
    }
  }

  private static var rules: [Rule] {
    [
      ("rapid-review", 15, DateUnit.workingDay), ("publication", 6, .month),
      ("copy", 7, .workingDay),
    ]
    .map { id, offset, unit in
      var rule = Rule()
      (rule.id, rule.title, rule.form) = (id, id, .review)
      (rule.trigger, rule.offset, rule.unit) = (.obligationStarts, offset, unit)
      return rule
    }
  }

  private static func date(_ number: Int) -> ImpreciseDate {
    ImpreciseDate(day.adding(days: number * 7919 % days - days / 2))
  }

  private static func agency(_ number: Int) -> Agency {
    var agency = Agency()
    (agency.id, agency.name) = ("agency-\(number)", "Agency number \(number)")
    return agency
  }

  private static func group(_ number: Int) -> PartnershipGroup {
    var group = PartnershipGroup()
    (group.id, group.name) = ("group-\(number)", "Group number \(number)")
    var parent = GroupParent()
    parent.partnership = "area"
    group.parents = [parent]
    group.cadence = Cadence(every: 2, .month)
    return group
  }

  private static func owner(_ number: Int) -> Owner {
    var owner = Owner()
    owner.agency = Reference("agency-\(number % 60)")
    return owner
  }

  private static func obligation(_ number: Int) -> Obligation {
    var obligation = Obligation()
    obligation.id = "obligation-\(number)"
    obligation.partnership = "area"
    obligation.group = Reference("group-\(number % groups)")
    obligation.title = "Obligation number \(number) of those made up for measuring"
    obligation.rule = Reference(["rapid-review", "publication", "copy"][number % 3])
    obligation.startsOn = date(number)
    obligation.owners = [owner(number)]
    if number % 3 == 0 {
      obligation.status = .done
      obligation.doneOn = ImpreciseDate(day.adding(days: -(number % 900)))
    }
    return obligation
  }

  private static func action(_ number: Int) -> ActionItem {
    var action = ActionItem()
    action.id = "action-\(number)"
    action.group = Reference("group-\(number % groups)")
    action.title = "Action number \(number) of those made up for measuring"
    action.due = date(number)
    action.owners = [owner(number)]
    action.status = number % 2 == 0 ? .done : .started
    return action
  }

  private static func meeting(_ number: Int) -> Meeting {
    var meeting = Meeting()
    meeting.id = "meeting-\(number)"
    meeting.group = Reference("group-\(number % groups)")
    meeting.date = date(number)
    meeting.status = (meeting.date?.last).map { $0 < day } ?? false ? .held : .planned
    meeting.papersDueOn = meeting.date?.first?.adding(days: -7)
    var paper = Paper()
    paper.title = "A paper"
    var item = AgendaItem()
    item.papers = [paper]
    meeting.agenda = [item]
    return meeting
  }
}
