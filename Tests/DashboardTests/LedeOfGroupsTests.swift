import Safeguarding
import TerminalUI
import Testing

@testable import Dashboard

/// What executives, groups and meetings answer before their lists are read.
@Suite struct LedeOfGroupsTests {
  private func context(
    _ fixture: Fixture = .sample, on day: String = "2024-03-31", scope: Scope = .all,
    _ change: (inout Workspace) -> Void = { _ in }
  ) throws -> PaneContext {
    var workspace = fixture.workspace
    change(&workspace)
    return PaneContext(
      workspace: workspace, day: try #require(CalendarDate(iso: day)), scope: scope,
      glyphs: .of(.cp437))
  }

  private func words(_ blocks: [LedeBlock]) -> [String] {
    blocks.map { $0.how.isEmpty ? $0.what.plain : "\($0.what.plain) / \($0.how.plain)" }
  }

  private func group(_ id: String, _ context: PaneContext) throws -> PartnershipGroup {
    try #require(context.workspace.groups[id])
  }

  @Test(arguments: [
    (
      "2024-03-31", Scope.all,
      [
        "23 groups meet / 7 more do not, at the end",
        "2 with papers overdue / PMQA, Joint Exploitation",
        "11 late actions / in 8 groups, 50 open",
        "1 late by their own rule / Executive", "1 undated / action without a date",
      ]
    )
  ]) func groups(_ day: String, _ scope: Scope, _ lede: [String]) throws {
    let content = GroupsPane.content(try context(on: day, scope: scope), path: [])
    #expect(words(content.lede) == lede)
  }

  /// What is open and has no date is never late, so it is counted.
  @Test func actionsWithoutADateAreCounted() throws {
    func undated(_ workspace: inout Workspace) {
      for id in ["one", "two"] {
        var action = ActionItem()
        (action.id, action.group, action.title) = ("undated-\(id)", "mscp-pmqa", "Undated \(id)")
        workspace.actions.append(action)
      }
    }
    let before = try context()
    let after = try context(.sample, undated)
    let lede = GroupsPane.lede(of: try group("mscp-pmqa", after), after)
    #expect(words(lede)[0].hasSuffix("7 open, 2 undated"))
    let all = GroupsPane.content(after, path: []).lede
    #expect(words(all).last == "3 undated / actions without a date")
    func bands(_ context: PaneContext) -> Int { Attention(context).undated.count }
    #expect((bands(before), bands(after)) == (1, 3))
  }

  /// The page of a group and its rule say the same day.
  @Test(arguments: ["mscp-accountable-officers", "mscp-executive", "mscp-secure-estate"])
  func aGroupMeetsByTheDayOfItsRule(id: String) throws {
    let context = try context()
    let facts = GroupFacts(try group(id, context), context)
    let owed = context.deadlines.first {
      $0.group?.id == id && $0.asksToMeet && $0.status.isOpen && $0.due?.last != nil
    }
    #expect(facts.dueBy == owed?.due?.last)
    #expect(facts.isLate == (owed?.status == .overdue))
  }

  @Test func nothingIsSaidOfNoGroups() throws {
    #expect(GroupsPane.content(try context(.empty), path: []).lede.isEmpty)
  }

  @Test(arguments: [
    (
      "2024-03-31",
      [
        " 1 overdue  / oldest: 31 days; 5 open",
        "Thu 4 Apr°, in 4 days, 10:00 / online, 8 items, 145 minutes",
        "4 of 9 papers missing / Medway Council 3, NHS K&M 1",
        "Last met 18 Jan° / 11 of 13 came, 3 decisions",
      ]
    ),
    (
      "2024-02-01",
      [
        // The two that were done on 28 February and 11 March were open still.
        "Nothing is late / 7 open", "4 Apr°, in 2 months, 10:00 / online, 8 items, 145 minutes",
        "4 of 9 papers missing / Medway Council 3, NHS K&M 1",
        "Last met Thu 18 Jan° / 11 of 13 came, 3 decisions",
      ]
    ),
  ]) func aGroup(_ day: String, _ lede: [String]) throws {
    let context = try context(on: day)
    #expect(words(GroupsPane.lede(of: try group("mscp-pmqa", context), context)) == lede)
  }

  @Test func aGroupOfWhichNothingIsRecorded() throws {
    let context = try context {
      ($0.actions, $0.meetings) = (RecordTable<ActionItem>(), RecordTable<Meeting>())
    }
    #expect(
      words(GroupsPane.lede(of: try group("mscp-pmqa", context), context)) == [
        "No open actions", "No meeting planned", "Last meeting not recorded",
      ])
  }

  @Test func theExecutive() throws {
    let context = try context()
    #expect(
      words(ExecutivePane.content(context, path: []).lede) == [
        "Kent Police chairs the Executive / to 1 Sep by the pattern; no name recorded",
        "Next: NHS K&M, 2 Sep / in 5 months; handover 0 of 6 done",
        "Meets Thu 11 Apr°, in 11 days / was due by Mon 25 Mar: every 2 months",
      ])
    #expect(ExecutivePane.content(try self.context(.empty), path: []).lede.isEmpty)
  }

  @Test(arguments: [
    ("2024-03-31", "mscp-pmqa-2024-04-04", "Thu 4 Apr°, in 4 days, 10:00"),
    ("2024-04-04", "mscp-pmqa-2024-04-04", "Item 1 of 8"),
    ("2024-04-05", "mscp-pmqa-2024-04-04", "Thu 4 Apr°, planned, 10:00"),
    ("2024-03-31", "mscp-pmqa-2024-01-18", "18 Jan°, held, 10:00"),
  ]) func aMeetingByTheDay(_ day: String, _ id: String, _ first: String) throws {
    let content = MeetingPane.content(try context(on: day), path: [id])
    #expect(content.lede.first?.what.plain == first)
  }

  @Test func aMeetingThatIsHeldTellsItsItemAndWhoIsHere() throws {
    let held = Fixture.sample.meeting("mscp-pmqa-2024-04-04") { meeting in
      meeting.agenda[0].outcome = "Apologies noted"
      var (here, away) = (Attendance(), Attendance())
      here.agency = "medway-council"
      (away.agency, away.status) = ("kmpt", .apologies)
      meeting.attendance = [here, away]
    }
    let context = try context(on: "2024-04-04") { $0 = held }
    let lede = words(MeetingPane.content(context, path: ["mscp-pmqa-2024-04-04"]).lede)
    #expect(lede.first == "Item 2 of 8 / 5 of 145 minutes planned")
    #expect(lede.contains { $0.hasPrefix("1 of ") && $0.hasSuffix(" not yet said") })
    let agenda = try #require(
      MeetingPane.content(context, path: ["mscp-pmqa-2024-04-04"])[.agenda]?.table)
    #expect(agenda[0].further.map(\.plain) == ["Apologies noted"])
    #expect(
      agenda[2].further.map(\.plain) == [
        "paper missing: Dataset report, Medway Council",
        "paper missing: Commentary from health, NHS K&M",
      ])
  }
}

/// The months of a group in a row of cells, and who came in a row of marks.
@Suite struct StripTests {
  private func meeting(_ date: String, _ status: MeetingStatus) -> Meeting {
    var meeting = Meeting()
    (meeting.date, meeting.status) = (ImpreciseDate(date), status)
    return meeting
  }

  @Test(arguments: [
    ([(String, MeetingStatus)](), "............|......"),
    ([("2024-03-05", .held), ("2024-04-05", .planned)], "...........*|o....."),
    ([("2024-03-05", .cancelled), ("2024-03-25", .held)], "...........*|......"),
    ([("2024-03-05", .cancelled)], "...........x|......"),
    ([("2023-04", .held), ("2024-09-30", .planned)], "*...........|.....o"),
    ([("2023-03-31", .held), ("2024-10-01", .planned), ("2024", .held)], "............|......"),
  ]) func months(_ meetings: [(String, MeetingStatus)], _ cells: String) throws {
    let day = try #require(CalendarDate(iso: "2024-03-31"))
    let strip = RhythmStrip(meetings.map { meeting($0.0, $0.1) }, on: day)
    #expect(strip.line(.of(.ascii)).plain == cells)
    #expect(RhythmStrip.head(on: day, .of(.ascii)) == "AMJJASONDJFM|AMJJAS")
  }

  @Test func whoCame() {
    func attendance(_ status: AttendanceStatus, deputy: String = "") -> Attendance {
      var attendance = Attendance()
      (attendance.agency, attendance.status, attendance.deputy) = ("police", status, deputy)
      return attendance
    }
    let all = [
      attendance(.present), attendance(.apologies), attendance(.apologies, deputy: "Ann"),
      attendance(.absent),
    ].enumerated().map { index, attendance in
      var meeting = meeting("2024-0\(index + 1)-10", .held)
      meeting.attendance = [attendance]
      return meeting
    }
    let marks = AttendanceMarks(all + [meeting("2024-05-10", .planned)])
    #expect(marks.line(.of(.ascii)) { $0.agency == "police" }.plain == "*adx")
    #expect(marks.line(.of(.ascii)) { $0.agency == "health" }.isEmpty)
    #expect(marks.head == "JFMA")
    #expect(marks.legend(.of(.ascii)).plain == "* came  a apologies  d deputy  x absent")
  }
}
