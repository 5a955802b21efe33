import Safeguarding

/// Regions that nobody has: some partnerships, chairs of every sort, vague dates, groups that end.
enum MadeUpRegion {
  static let agencies = ["council", "police", "health", "school", "trust"]

  static func made<R: Record>(_ type: R.Type, _ fill: (inout R) -> Void) -> R {
    var record = R()
    fill(&record)
    return record
  }

  /// A date between two days, as exact as the dice want it.
  static func date(_ dice: inout Dice, _ range: ClosedRange<Int>) -> ImpreciseDate? {
    let day = CalendarDate(dayNumber: range.lowerBound + dice.roll(range.count))
    let texts = [day.iso, day.iso, String(day.iso.dropLast(3)), String(day.year)]
    return ImpreciseDate(texts[dice.roll(4)])
  }

  static let days = 16_000...21_000

  static func person(_ dice: inout Dice, _ workspace: inout Workspace) -> Reference<Person> {
    let id = "p\(workspace.people.all.count)"
    workspace.people.append(
      made(Person.self) { ($0.id, $0.name) = (id, "Person \(id)x") })
    return Reference(id)
  }

  static func rotation(_ dice: inout Dice) -> RotationPattern {
    made(RotationPattern.self) { pattern in
      pattern.start =
        dice.roll(5) == 0 ? nil : CalendarDate(dayNumber: 16_500 + dice.roll(3_500))
      pattern.end =
        dice.roll(3) == 0 ? pattern.start?.adding(days: 200 + dice.roll(1_500)) : nil
      pattern.termMonths = dice.roll(4) == 0 ? nil : 1 + dice.roll(48)
      pattern.order = agencies.prefix(dice.roll(5)).map { Reference($0) }
      if dice.roll(4) == 0 { pattern.eligible = Array(pattern.order.prefix(2)) }
    }
  }

  static func group(_ id: String, _ dice: inout Dice, _ workspace: inout Workspace)
    -> PartnershipGroup
  {
    var group = made(PartnershipGroup.self) { ($0.id, $0.name) = (id, "Group \(id)") }
    if dice.roll(8) == 0 { group.to = date(&dice, days) }
    if dice.roll(2) == 0 { group.rotation = rotation(&dice) }
    if dice.roll(3) == 0 { group.otherRotations = (0...dice.roll(2)).map { _ in rotation(&dice) } }
    if dice.roll(2) == 0 {
      var office = made(Office.self) { $0.title = "Chair" }
      office.holders = (0..<dice.roll(4)).map { _ in
        made(Tenure.self) {
          $0.person = person(&dice, &workspace)
          if dice.roll(2) == 0 { $0.from = date(&dice, days) }
          if dice.roll(3) == 0 { $0.to = date(&dice, days) }
          if dice.roll(2) == 0 { $0.seenOn = date(&dice, days) }
        }
      }
      if dice.roll(2) == 0, var other = office.holders.last {
        other.person = person(&dice, &workspace)
        if dice.roll(2) == 0 { other.to = date(&dice, days) }
        office.holders.append(other)
      }
      if dice.roll(4) == 0 { office.vacantSince = date(&dice, days) }
      if dice.roll(2) == 0 { office.vacantUntil = date(&dice, days) }
      group.chair = office
    }
    for number in 0..<dice.roll(4) {
      workspace.chairTerms.append(
        made(ChairTerm.self) {
          ($0.id, $0.group) = ("\(id)-\(number)", Reference(id))
          if dice.roll(4) > 0 { $0.agency = Reference(agencies[dice.roll(5)]) }
          if dice.roll(4) > 0 { $0.person = person(&dice, &workspace) }
          if dice.roll(5) > 0 { $0.from = date(&dice, days) }
          if dice.roll(2) == 0 { $0.to = date(&dice, days) }
          if dice.roll(5) == 0 { $0.seenOn = date(&dice, days) }
          $0.status = [.held, .held, .planned, .vacant][dice.roll(4)]
          if $0.status == .vacant { $0.person = nil }
        })
    }
    if dice.roll(2) == 0 { addCoChairs(of: id, &dice, &workspace) }
    return group
  }

  /// One or two who share the last term, and may leave earlier or later.
  private static func addCoChairs(
    of id: String, _ dice: inout Dice, _ workspace: inout Workspace
  ) {
    for number in 0...dice.roll(2) {
      guard var other = workspace.chairTerms.all.last, other.group.id == id else { return }
      other.id = "\(id)-co\(number)"
      if dice.roll(3) > 0 { other.agency = Reference(agencies[dice.roll(5)]) }
      if other.status != .vacant { other.person = person(&dice, &workspace) }
      if dice.roll(3) == 0 { other.to = dice.roll(2) == 0 ? nil : date(&dice, days) }
      workspace.chairTerms.append(other)
    }
  }

  /// A region of one to five partnerships, some of which share their executive, each with a subgroup.
  static func region(_ dice: inout Dice) -> Workspace {
    var workspace = Workspace()
    for id in agencies {
      workspace.agencies.append(made(Agency.self) { ($0.id, $0.name) = (id, "The \(id)") })
    }
    var executives: [String: [String]] = [:]
    for number in 0...dice.roll(5) {
      let executive = dice.roll(3) == 0 ? "e0" : "e\(number)"
      executives[executive, default: []].append("a\(number)")
      workspace.partnerships.append(
        made(Partnership.self) {
          ($0.id, $0.name, $0.shortName) = ("a\(number)", "Area \(number)", "AREA\(number)")
          $0.executive = Reference(executive)
        })
      executives["s\(number)"] = ["a\(number)"]
    }
    for (id, areas) in executives.sorted(by: { $0.key < $1.key }) {
      var group = group(id, &dice, &workspace)
      group.parents = areas.map { area in
        made(GroupParent.self) { $0.partnership = Reference(area) }
      }
      workspace.groups.append(group)
    }
    return workspace
  }
}
