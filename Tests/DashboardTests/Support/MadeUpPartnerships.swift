import Safeguarding

extension MadeUpRegion {
  /// A region with everything that has a date: duties, meetings, actions, reviews, figures, returns.
  ///
  /// Years begin in any month or are lists of any length, partners are none to six, groups are split,
  /// merged and ended, and much is missing.
  static func partnerships(_ dice: inout Dice, around middle: CalendarDate) -> Workspace {
    var workspace = region(&dice)
    workspace.settings.title = "Made up"
    if dice.roll(3) > 0 { workspace.settings.recordsFrom = middle.adding(days: -dice.roll(1_500)) }
    func near(_ dice: inout Dice, _ days: Int = 700) -> CalendarDate {
      middle.adding(days: dice.roll(2 * days) - days)
    }
    func vague(_ dice: inout Dice) -> ImpreciseDate? {
      let iso = near(&dice).iso
      return ImpreciseDate(
        [iso, iso, iso, String(iso.dropLast(3)), String(iso.prefix(4))][dice.roll(5)])
    }
    let areas = workspace.partnerships.all
    workspace.partnerships = RecordTable()
    for area in areas {
      var partnership = area
      partnership.partners = (0..<dice.roll(7)).map { _ in
        made(SafeguardingPartner.self) {
          $0.agency = Reference(agencies[dice.roll(5)])
          if dice.roll(3) == 0 { $0.from = vague(&dice) }
          if dice.roll(4) == 0 { $0.to = vague(&dice) }
        }
      }
      partnership.reportingYearFrom = MonthOfYear.allCases[dice.roll(12)]
      if dice.roll(4) == 0 {
        let first = middle.adding(days: -900)
        let last = first.adding(days: 200 + dice.roll(500))
        partnership.reportingPeriods = [ImpreciseDate("\(first.iso)/\(last.iso)")].compactMap(
          \.self)
      }
      if dice.roll(5) == 0 { partnership.to = ImpreciseDate(near(&dice)) }
      workspace.partnerships.append(partnership)
      addRules(partnership, &dice, &workspace)
    }
    let homes = workspace.groups.all
    for (number, group) in homes.enumerated() where dice.roll(3) == 0 {
      workspace.groups.append(
        made(PartnershipGroup.self) {
          ($0.id, $0.name, $0.parents) = ("n\(number)", "New \(number)", group.parents)
          $0.successorOf = [Reference(group.id)]
          // Two that were merged.
          if dice.roll(2) == 0, let other = homes.first(where: { $0.id != group.id }) {
            $0.successorOf.append(Reference(other.id))
          }
          $0.from = vague(&dice)
        })
    }
    let groups = workspace.groups.all
    workspace.groups = RecordTable()
    for group in groups {
      var changed = group
      if dice.roll(2) == 0 { changed.cadence = Cadence(every: 1 + dice.roll(6), .month) }
      workspace.groups.append(changed)
      addWork(of: changed, &dice, &workspace, near: { near(&$0) }, vague: { vague(&$0) })
    }
    return workspace
  }

  private static func addRules(
    _ partnership: Partnership, _ dice: inout Dice, _ workspace: inout Workspace
  ) {
    let triggers: [RuleTrigger] = [
      .periodEnds, .periodBegins, .lastFulfilled, .fixedDate, .commencement, .obligationStarts,
    ]
    for number in 0..<dice.roll(4) {
      workspace.rules.append(
        made(Rule.self) {
          ($0.id, $0.title) = ("\(partnership.id)-r\(number)", "Duty \(number)")
          $0.trigger = triggers[dice.roll(triggers.count)]
          ($0.offset, $0.unit) = (dice.roll(40), [.calendarDay, .workingDay, .month][dice.roll(3)])
          $0.period = [.month, .quarter, .reportingYear, .financialYear][dice.roll(4)]
          if dice.roll(3) > 0 {
            $0.on = ImpreciseDate(CalendarDate(dayNumber: days.lowerBound + dice.roll(days.count)))
          }
          $0.partnerships = [Reference(partnership.id)]
          if $0.trigger == .commencement, dice.roll(2) == 0 { $0.on = nil }
        })
      for done in 0..<dice.roll(3) {
        workspace.obligations.append(
          made(Obligation.self) {
            ($0.id, $0.title) = ("\(partnership.id)-o\(number)-\(done)", "Duty done \(number)")
            ($0.partnership, $0.rule) = (
              Reference(partnership.id), Reference("\(partnership.id)-r\(number)")
            )
            $0.status = [.done, .done, .open, .dropped, .unknown][dice.roll(5)]
            let day = CalendarDate(dayNumber: days.lowerBound + dice.roll(days.count))
            if $0.status == .done, dice.roll(4) > 0 { $0.doneOn = ImpreciseDate(day) }
            if dice.roll(2) == 0 { $0.startsOn = ImpreciseDate(day.adding(days: -30)) }
          })
      }
    }
  }

  private static func addWork(
    of group: PartnershipGroup, _ dice: inout Dice, _ workspace: inout Workspace,
    near: (inout Dice) -> CalendarDate, vague: (inout Dice) -> ImpreciseDate?
  ) {
    for number in 0..<dice.roll(5) {
      workspace.meetings.append(
        made(Meeting.self) {
          ($0.id, $0.group) = ("\(group.id)-m\(number)", Reference(group.id))
          $0.date = vague(&dice)
          $0.status = [.planned, .held, .held, .cancelled][dice.roll(4)]
        })
    }
    for number in 0..<dice.roll(8) {
      workspace.actions.append(
        made(ActionItem.self) { action in
          (action.id, action.title) = ("\(group.id)-a\(number)", "Do \(number)")
          action.group = Reference(group.id)
          if dice.roll(6) > 0 { action.due = vague(&dice) }
          action.status = [.open, .open, .started, .done, .dropped, .unknown][dice.roll(6)]
          if action.status == .done, dice.roll(4) > 0 { action.doneOn = ImpreciseDate(near(&dice)) }
          if dice.roll(3) == 0 { action.raisedOn = vague(&dice) }
          if dice.roll(4) == 0 { action.repeats = Cadence(every: 1 + dice.roll(4), .month) }
          for _ in 0..<(dice.roll(5) == 0 ? 2 : 0) {
            let to = vague(&dice)
            action.targets.append(made(ActionTarget.self) { ($0.what, $0.due) = ("A part", to) })
          }
          if dice.roll(5) == 0 {
            let (to, agreed) = (vague(&dice), near(&dice))
            action.extensions = [
              made(Extension.self) { ($0.to, $0.agreedOn) = (to, ImpreciseDate(agreed)) }
            ]
          }
        })
    }
    if dice.roll(3) == 0, let home = group.parents.first?.partnership {
      workspace.reviews.append(
        made(Review.self) {
          ($0.id, $0.title, $0.commissionedBy) = ("\(group.id)-v", "Tree \(group.id)", home)
          $0.incidentKnownOn = vague(&dice)
          if dice.roll(2) == 0 { $0.notifiedOn = vague(&dice) }
          if dice.roll(2) == 0 { $0.decidedOn = vague(&dice) }
          $0.stage = [.rapidReview, .underWay, .published, .criteriaNotMet][dice.roll(4)]
        })
    }
  }
}
