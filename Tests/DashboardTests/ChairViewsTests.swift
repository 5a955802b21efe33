import Dashboard
import Reports
import Safeguarding
import TerminalUI
import Testing

/// Whether all views and formats say the same of who has a chair, for made-up regions and days.
@Suite struct ChairViewsTests {
  private static let agencies = ["council", "police", "health", "school", "trust"]

  private static func made<R: Record>(_ type: R.Type, _ fill: (inout R) -> Void) -> R {
    var record = R()
    fill(&record)
    return record
  }

  /// A date between two days, as exact as the dice want it.
  private static func date(_ dice: inout Dice, _ range: ClosedRange<Int>) -> ImpreciseDate? {
    let day = CalendarDate(dayNumber: range.lowerBound + dice.roll(range.count))
    let texts = [day.iso, day.iso, String(day.iso.dropLast(3)), String(day.year)]
    return ImpreciseDate(texts[dice.roll(4)])
  }

  private static let days = 16_000...21_000

  private static func person(_ dice: inout Dice, _ workspace: inout Workspace) -> Reference<Person>
  {
    let id = "p\(workspace.people.all.count)"
    workspace.people.append(
      made(Person.self) { ($0.id, $0.name) = (id, "Person \(id)x") })
    return Reference(id)
  }

  private static func rotation(_ dice: inout Dice) -> RotationPattern {
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

  private static func group(_ id: String, _ dice: inout Dice, _ workspace: inout Workspace)
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
    return group
  }

  /// A region of one to five partnerships, some of which share their executive, each with a subgroup.
  private static func region(_ dice: inout Dice) -> Workspace {
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

  private func lines(_ workspace: Workspace, on day: CalendarDate, at place: Place) -> [String] {
    Dashboard(
      workspace: workspace, today: day, glyphs: .of(.cp437),
      themes: [ResolvedTheme(name: "dark") { _ in Style() }], theme: "dark", start: place
    ).plainLines
  }

  /// What each view has to contain: the name, else that there is none.
  private func words(_ holding: Holding, _ workspace: Workspace) -> String {
    if let absence = holding.absenceWords { return absence }
    if let person = holding.person { return workspace.people[person]?.name ?? "?" }
    if let agency = holding.stretch?.agency { return workspace.agencies[agency]?.name ?? "?" }
    return ""
  }

  @Test(arguments: 1...25 as ClosedRange<Int>)
  func noTwoViewsContradictEachOther(seed: Int) throws {
    var dice = Dice(seed: UInt64(seed))
    for _ in 0..<4 {
      let workspace = ChairViewsTests.region(&dice)
      let day = CalendarDate(dayNumber: 15_500 + dice.roll(6_000))
      let status = StatusReport(workspace, on: day).lines
      let overview = lines(workspace, on: day, at: Place(OverviewPane.id))
        .drop { !$0.hasPrefix("Who chairs, now and next") }
      let listing = try RotationListing(workspace, on: day).listing
      let keys = listing.columns.map { $0.key }
      for group in workspace.groups.all {
        let holding = workspace.chair(of: group, on: day)
        let told = "\(seed) \(day.iso) \(group.id) \(holding.state) \(words(holding, workspace))"
        let rotation = workspace.rotation(of: group, until: day)?.stretches.map {
          "\($0.first.iso) \($0.last.iso) \($0.status) \($0.ending) \($0.beginning) \($0.end)"
        }
        for months in [1, 7, 90] {
          let other = workspace.rotation(of: group, until: day.adding(months: months))?
            .holding(on: day)
          guard let other else { continue }
          #expect(other.state == holding.state, "\(told)")
          #expect(other.person == holding.person, "\(told)")
          #expect(other.stretch?.agency == holding.stretch?.agency, "\(told)")
        }
        func cell(_ row: [Listing.Cell], _ key: String) -> String {
          keys.firstIndex(of: key).map { row[$0].line(asShown: false) } ?? "?"
        }
        let now = listing.rows.filter {
          cell($0, "group") == group.id && cell($0, "now") == "true"
        }
        let hasChair =
          group.hasChair || workspace.chairTerms.all.contains { $0.group.id == group.id }
        #expect(now.count == (hasChair ? 1 : 0), "\(told)")
        if let row = now.first {
          #expect(cell(row, "status") == holding.state.rawValue, "\(told)")
          if holding.isTaken {
            #expect(cell(row, "agency") == holding.stretch?.agency?.id ?? "", "\(told)")
            #expect(
              cell(row, "toWords") == holding.stretch?.to?.known ?? "", "\(told) \(rotation)")
          }
        }
        let page = lines(workspace, on: day, at: Place(GroupsPane.id, [group.id]))
        let executive = lines(workspace, on: day, at: Place(ExecutivePane.id, [group.id]))
        for view in hasChair ? [page, executive] : [] {
          let lede = view.first { $0.contains(" the \(group.label)") } ?? ""
          let body = holding.stretch?.agency.map { "The \($0.id)" } ?? words(holding, workspace)
          switch holding.state {
          case .vacant: #expect(lede.contains("Nobody chairs"), "\(told): \(lede)")
          case .ended, .notRecorded: #expect(lede.contains("is not recorded"), "\(told): \(lede)")
          default: #expect(lede.contains(body), "\(told): \(lede)")
          }
        }
        guard
          let chair = workspace.chairs(of: workspace.orderedPartnerships, on: day)
            .first(where: { $0.group?.id == group.id })
        else { continue }
        let line = status.first { $0.hasPrefix("\(chair.shortNames) chair now: ") } ?? ""
        #expect(line.contains(words(holding, workspace)), "\(told): \(line)")
        let row = overview.first { $0.contains("\(chair.shortNames), now") } ?? ""
        #expect(row.contains(words(holding, workspace)), "\(told): \(row) of \(overview)")
        #expect(row.contains(holding.durationWords), "\(told): \(row)")
      }
    }
  }
}
