import DataStore
import Papers
import Reports
import Safeguarding
import Testing

/// The papers for a meeting, the executive and a committee hold what is recorded, and name what is not.
@Suite struct PaperTests {
  /// What a group of two partnerships decides holds for one of them, or for both: the minutes say which.
  @Test func minutesOfAJointGroupSayForWhomItDecided() throws {
    var workspace = try workspace()
    var other = Partnership()
    (other.id, other.name, other.shortName) = ("oscp", "Other Partnership", "OSCP")
    workspace.partnerships.append(other)
    var joint = PartnershipGroup()
    (joint.id, joint.name) = ("joint", "Joint group")
    joint.parents = ["tscp", "oscp"].map { id in
      var parent = GroupParent()
      parent.partnership = Reference(id)
      return parent
    }
    workspace.groups.append(joint)
    let held = try meeting(&workspace) { meeting in
      meeting.group = "joint"
      var (one, all) = (Decision(), Decision())
      (one.text, one.decidedFor) = ("The policy is agreed.", ["oscp"])
      all.text = "The portal is used."
      meeting.decisions = [one, all]
    }
    let text = AgendaReport(workspace, held, of: joint)
      .minutesPaper(label: "OFFICIAL", on: try day("2024-03-31")).markdown
    let rows = text.split(separator: "\n")
    let own = workspace.partnerships["tscp"]?.label ?? ""
    #expect(rows.contains { $0.contains("The policy is agreed.") && $0.hasSuffix("| OSCP |") })
    #expect(
      rows.contains { $0.contains("The portal is used.") && $0.hasSuffix("| \(own), OSCP |") })
  }

  private func workspace() throws -> Workspace {
    try SmallWorkspace.read()
  }

  private func meeting(_ workspace: inout Workspace, _ change: (inout Meeting) -> Void) throws
    -> Meeting
  {
    var meeting = Meeting()
    (meeting.id, meeting.group, meeting.status) = ("board-9", "board", .held)
    meeting.date = ImpreciseDate(try day("2024-02-01"))
    var item = AgendaItem()
    (item.number, item.title, item.purpose) = ("1", "Budget", .decision)
    meeting.agenda = [item]
    change(&meeting)
    workspace.meetings.append(meeting)
    return meeting
  }

  @Test func minutesSayWhoCameAndLeaveRoomForWhatWasSaid() throws {
    var workspace = try workspace()
    let held = try meeting(&workspace) { meeting in
      var decision = Decision()
      (decision.number, decision.text) = ("D1", "The budget is agreed.")
      meeting.decisions = [decision]
      var came = Attendance()
      (came.agency, came.status) = ("police", .present)
      var away = Attendance()
      (away.agency, away.status, away.deputy) = ("council", .apologies, "A deputy")
      meeting.attendance = [came, away]
    }
    let group = try #require(workspace.groups["board"])
    let text = AgendaReport(workspace, held, of: group)
      .minutesPaper(label: "OFFICIAL", on: try day("2024-03-31")).markdown
    for line in [
      "**OFFICIAL**", "- **Present**: Testshire Police",
      "- **Apologies**: Testshire Council (deputy: A deputy)",
      "### 1 Budget", "> **To be written:** What was said. Who can supply it: Minute taker.",
      "| D1 The budget is agreed. |", "> **Missing:** When the minutes were agreed.",
    ] {
      #expect(text.contains(line), "\(line) in \(text)")
    }
  }

  @Test func aMeetingThatIsMadeUpSaysSoOnEachLine() throws {
    var workspace = try workspace()
    let held = try meeting(&workspace) { $0.illustrative = true }
    let group = try #require(workspace.groups["board"])
    let paper = AgendaReport(workspace, held, of: group)
      .agendaPaper(label: "OFFICIAL", on: try day("2024-03-31"))
    #expect(paper.hasMadeUp)
    #expect(
      paper.markdown.contains("Budget\u{b0}") && paper.markdown.contains("## What is made up"))
  }

  @Test func theExecutivePageSaysWhatIsLateAndWhose() throws {
    var workspace = try workspace()
    var action = ActionItem()
    (action.id, action.group, action.title) = ("a1", "board", "Mend the roof.")
    var owner = Owner()
    owner.agency = "police"
    action.owners = [owner]
    action.due = ImpreciseDate(try day("2024-03-01"))
    workspace.actions.append(action)
    let partnership = try #require(workspace.partnerships["tscp"])
    let text = ExecutivePaper(workspace, of: partnership, on: try day("2024-03-31")).paper(
      label: "OFFICIAL"
    )
    .markdown
    #expect(text.contains("Mend the roof | 30 days late |"), "\(text)")
  }

  @Test func theScrutinyPaperFollowsTheOrderOfCouncils() throws {
    let account = try AnnualAccount(
      try workspace(), of: nil, year: nil, on: try day("2024-05-01"))
    let paper = account.scrutinyPaper(label: "OFFICIAL")
    #expect(
      paper.sections.map { String($0.heading.prefix(1)) } == [
        "1", "2", "3", "4", "5", "6", "7", "8", "A",
      ])
    #expect(paper.gaps.allSatisfy { !$0.gap.who.isEmpty })
    #expect(paper.title.contains("2023-24"))
  }
}
