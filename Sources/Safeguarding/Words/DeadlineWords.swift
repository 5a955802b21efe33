extension Deadline {
  /// How far off it is on a day, in one unit for every list: `31 days late`, `today`, `in 4 days`.
  ///
  /// Only a clock of a review that counts working days and runs is told in them: `9 working days`.
  /// Of what is done it tells how late that was; it is empty where no day is known.
  public func distanceWords(on day: CalendarDate) -> String {
    guard let due = due?.last else { return "" }
    switch status {
    case .doneLate:
      guard let done = doneOn?.last, let first = (firstDue ?? self.due)?.last, first < done else {
        return "late"
      }
      if let mostLate, !countsWorkingDays, let distance, -distance < mostLate {
        return "\(-distance) to \(mostLate) days late"
      }
      return "\(Safeguarding.counted(done.dayNumber - first.dayNumber, "day")) late"
    case .doneOnTime: return "in time"
    case .done: return doneOn?.last == nil ? "day not recorded" : ""
    case .running, .extended, .dueSoon:
      if record.kind == Review.kind, countsWorkingDays, start != nil, let left = workingDays,
        left > 0
      {
        return "\(Safeguarding.counted(left, "working day"))"
      }
      return Safeguarding.distanceWords(from: day, to: due)
    case .overdue where due >= day: return "late"
    case .overdue where mostLate != nil && !countsWorkingDays:
      return distanceText
    default: return status.isOpen ? Safeguarding.distanceWords(from: day, to: due) : ""
    }
  }

  /// How it stands, with how late it is in the unit of its rule, spelled out: `overdue by 1 working day`.
  public var standingInFull: String { standing.withWorkingDays }
}

extension String {
  /// The text with "wd" spelled out.
  var withWorkingDays: String {
    let isOne = split(separator: " ").contains("1")
    return replacing(" wd", with: isOne ? " working day" : " working days")
  }
}

extension Owner {
  /// The owner as a list says it: the person, else the office, else the body in short.
  public func short(in workspace: Workspace) -> String {
    if let person { return workspace.people[person]?.label ?? person.id }
    if let seat { return Owner.office(workspace.seats[seat.id]?.label ?? seat.id) }
    if let group { return workspace.groups[group]?.label ?? group.id }
    if let agency { return workspace.agencies[agency]?.label ?? agency.id }
    if let partnership { return workspace.partnerships[partnership]?.shortName ?? partnership.id }
    return Owner.office(name)
  }

  /// An office without its body, which stands beside it: `Chair`.
  private static func office(_ title: String) -> String {
    title.hasPrefix("Chair of the ") ? "Chair" : title
  }
}

extension [Owner] {
  /// The first owner as a list says it, with how many more there are: `KCHFT +3`; empty for none.
  public func short(in workspace: Workspace) -> String {
    guard let first else { return "" }
    let name = first.short(in: workspace)
    return count > 1 ? "\(name) +\(count - 1)" : name
  }
}

extension String {
  /// A title as a list says it, without its final stop.
  public var asTitle: String {
    hasSuffix(".") && !hasSuffix("..") ? String(dropLast()) : self
  }
}
