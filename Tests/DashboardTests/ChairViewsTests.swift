import Dashboard
import Reports
import Safeguarding
import TerminalUI
import Testing

/// Whether all views and formats say the same of who has a chair, for made-up regions and days.
@Suite struct ChairViewsTests {
  private func lines(_ workspace: Workspace, on day: CalendarDate, at place: Place) -> [String] {
    Dashboard(
      workspace: workspace, today: day, glyphs: .of(.cp437),
      themes: [ResolvedTheme(name: "dark") { _ in Style() }], theme: "dark", start: place
    ).plainLines
  }

  /// What each view has to contain: the name of each who has it, else that there is none.
  private func words(_ holding: Holding, _ workspace: Workspace) -> [String] {
    if let absence = holding.absenceWords { return [absence] }
    return (holding.stretch?.each ?? []).map { own in
      if let person = own.person { return workspace.people[person]?.name ?? "?" }
      if let agency = own.agency { return workspace.agencies[agency]?.name ?? "?" }
      return ""
    }
  }

  @Test(arguments: 1...25 as ClosedRange<Int>)
  func noTwoViewsContradictEachOther(seed: Int) throws {
    var dice = Dice(seed: UInt64(seed))
    for _ in 0..<4 {
      let workspace = MadeUpRegion.region(&dice)
      let day = CalendarDate(dayNumber: 15_500 + dice.roll(6_000))
      let status = StatusReport(workspace, on: day).lines
      let overview = lines(workspace, on: day, at: Place(OverviewPane.id))
        .drop { !$0.hasPrefix("Who chairs, now and next") }
      let listing = try RotationListing(workspace, on: day).listing
      let owed = workspace.deadlines(on: day)
      let calendar = DeadlinesCalendar(
        owed, of: workspace, on: day, version: "1", stamp: CalendarStamp(day)
      ).file
      let keys = listing.columns.map { $0.key }
      for group in workspace.groups.all {
        let holding = workspace.chair(of: group, on: day)
        let iso = "\(seed) \(day.iso) \(group.id)"
        let told = "\(iso) \(holding.state) \(words(holding, workspace))"
        let rotation = workspace.rotation(of: group, until: day)?.stretches.map {
          "\($0.first.iso) \($0.last.iso) \($0.status) \($0.ending) \($0.beginning) \($0.end)"
        }
        for months in [1, 7, 90] {
          let other = workspace.rotation(of: group, until: day.adding(months: months))?
            .holding(on: day)
          guard let other else { continue }
          #expect(other.state == holding.state, "\(told)")
          #expect(other.person == holding.person, "\(told)")
          #expect(other.people == holding.people, "\(told)")
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
        let each = holding.isTaken ? holding.stretch?.each ?? [] : []
        #expect(now.count == (hasChair ? max(1, each.count) : 0), "\(told) \(rotation)")
        #expect(
          !holding.isTaken
            || now.map { cell($0, "agency") }.sorted() == each.map { $0.agency?.id ?? "" }.sorted(),
          "\(told)")
        if now.count == 1, let row = now.first {
          #expect(cell(row, "status") == holding.state.rawValue, "\(told)")
          if holding.isTaken {
            #expect(cell(row, "agency") == holding.stretch?.agency?.id ?? "", "\(told)")
            #expect(
              cell(row, "toWords") == holding.stretch?.to?.known ?? "", "\(told) \(rotation)")
          }
        }
        // The calendar has the next handover on its day, to whoever the others say.
        let handover =
          group.isLive(on: day)
          ? workspace.rotation(of: group, aheadOf: day)?.handover(after: day) : nil
        let uid = CalendarIdentifier(
          id: "chair-handover:\(group.id)", workspace: workspace.settings.title
        ).text
        let event = calendar.events.first { $0.uid == uid }
        let date = handover.map { $0.from ?? ImpreciseDate($0.first) }
        #expect(event?.day == date?.dueDay, "\(told)")
        for own in handover?.each ?? [] {
          let name =
            own.agency.flatMap { workspace.agencies[$0]?.name }
            ?? own.person.flatMap { workspace.people[$0]?.name } ?? ""
          #expect(name.isEmpty || event?.summary.contains(name) ?? false, "\(told): \(name)")
        }
        let page = lines(workspace, on: day, at: Place(GroupsPane.id, [group.id]))
        let executive = lines(workspace, on: day, at: Place(ExecutivePane.id, [group.id]))
        for view in hasChair ? [page, executive] : [] {
          let lede = view.first { $0.contains(" the \(group.label)") } ?? ""
          let bodies = (holding.stretch?.each ?? []).map { own in
            own.agency.map { "The \($0.id)" } ?? own.person.map { "Person \($0.id)x" } ?? ""
          }
          switch holding.state {
          case .vacant: #expect(lede.contains("Nobody chairs"), "\(told): \(lede)")
          case .ended, .notRecorded: #expect(lede.contains("is not recorded"), "\(told): \(lede)")
          default:
            #expect(bodies.allSatisfy { $0.isEmpty || lede.contains($0) }, "\(told): \(lede)")
          }
        }
        guard
          let chair = workspace.chairs(of: workspace.orderedPartnerships, on: day)
            .first(where: { $0.group?.id == group.id })
        else { continue }
        func said(_ when: String) -> String {
          let start = status.firstIndex { $0.hasPrefix("\(chair.shortNames) chair \(when): ") }
          return start.map { start in
            let more = status[(start + 1)...].prefix { $0.hasPrefix("  ") }.map { $0.dropFirst() }
            return ([status[start][...]] + more).joined()
          } ?? ""
        }
        let line = said("now")
        let all = words(holding, workspace)
        #expect(all.allSatisfy { $0.isEmpty || line.contains($0) }, "\(told): \(line)")
        let row = overview.first { $0.contains("\(chair.shortNames), now") } ?? ""
        #expect(all.allSatisfy { $0.isEmpty || row.contains($0) }, "\(told): \(row) of \(overview)")
        #expect(row.contains(holding.durationWords), "\(told): \(row)")
        // Who comes next is the same in all of them, each of those who share it.
        guard let next = workspace.rotation(of: group, aheadOf: day)?.next(after: day), next.isTaken
        else { continue }
        let following = words(Holding(next), workspace)
        let place = overview.firstIndex(of: row).map { overview.index(after: $0) }
        let below = place.flatMap { overview.indices.contains($0) ? overview[$0] : nil } ?? ""
        #expect(following.allSatisfy { $0.isEmpty || below.contains($0) }, "\(iso): \(below)")
        let last = said("next")
        #expect(following.allSatisfy { $0.isEmpty || last.contains($0) }, "\(iso): \(last)")
        let bodies = next.each.compactMap { own in own.agency.map { "The \($0.id)" } }
        let lede = executive.first { $0.hasPrefix("Next: ") } ?? ""
        #expect(bodies.allSatisfy { lede.contains($0) }, "\(iso): \(lede)")
      }
    }
  }
}
