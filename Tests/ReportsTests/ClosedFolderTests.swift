import DataStore
import Reports
import Safeguarding
import Testing

/// What a person may not read is told as closed, never as missing or empty.
@Suite struct ClosedFolderTests {
  private static let sentence = "The folder is closed to you. Ask Jo."

  /// The small workspace without a folder or file that is closed, which could hold some kinds.
  private func workspace(
    closing place: String, _ kinds: Set<RecordKind>, contact: String = "Jo"
  ) -> Workspace {
    let files = SmallWorkspace.files.filter { !$0.0.hasPrefix(place) }
    var workspace = WorkspaceReader(files: files.map { ($0.0, Array($0.1.utf8)) }).read()
    workspace.access = Access(
      permissions: [place: .closed(Self.sentence)], closedKinds: [place: kinds], contact: contact)
    return workspace
  }

  private let groupKinds: Set = [PartnershipGroup.kind, Meeting.kind, ActionItem.kind]

  @Test func theStatusSaysThatTheExecutiveIsClosed() throws {
    let workspace = workspace(closing: "groups/board", groupKinds)
    let lines = StatusReport(workspace, on: try day("2024-03-31")).lines
    #expect(lines.contains("TSCP chair closed to you: ask Jo"))
    #expect(!lines.joined().contains("names no executive"))
  }

  /// Whether somebody has the chair is closed with the file that would tell it, whatever the pattern says.
  @Test func aChairWhoseTermsAreClosedIsClosedInEveryAccount() throws {
    let place = "groups/board/chair-terms.json"
    let workspace = workspace(closing: place, [ChairTerm.kind])
    let (group, day) = (try #require(workspace.groups["board"]), try day("2024-03-31"))
    #expect(workspace.chair(of: group, on: day).state == .closed)
    let lines = StatusReport(workspace, on: day).lines
    #expect(lines.contains("TSCP chair now: closed to you: ask Jo"), "\(lines.prefix(3))")
    #expect(!lines.contains { $0.contains("chair next") })
    let listing = try RotationListing(workspace, on: day).listing
    let status = try #require(listing.columns.firstIndex { $0.key == "status" })
    let told = listing.rows.map { $0[status].line(asShown: false) }
    #expect(told.contains("closed") && !told.contains("notRecorded"), "\(told)")
    #expect(!workspace.deadlines(on: day).contains { $0.rule == "chair-handover" })
  }

  @Test func theStatusTellsAnExecutiveThatIsNotThereFromNone() throws {
    var workspace = Workspace()
    var partnership = Partnership()
    (partnership.id, partnership.shortName, partnership.executive) = ("p", "P", "bord")
    workspace.partnerships.append(partnership)
    let lines = StatusReport(workspace, on: try day("2024-03-31")).lines
    #expect(lines.contains("P chair not recorded: bord (unknown)"))
  }

  @Test(arguments: ["groups/board", "groups", "groups/board/group.json"])
  func aClosedGroupIsNotUnknown(place: String) throws {
    let workspace = workspace(closing: place, groupKinds)
    let day = try day("2024-03-31")
    let expected = ReportError(sentence: "\"board\" cannot be shown. \(Self.sentence)")
    #expect(throws: expected) { try AgendaReport(workspace, group: "board", on: day) }
    var deadlines = DeadlinesListing.Filter()
    deadlines.group = "board"
    #expect(throws: expected) { try DeadlinesListing(workspace, on: day, filter: deadlines) }
    var actions = ActionsListing.Filter()
    actions.group = "board"
    #expect(throws: expected) { try ActionsListing(workspace, on: day, filter: actions) }
  }

  @Test func otherIdsAreUnknownAsFarAsIsOpen() throws {
    let workspace = workspace(closing: "groups/board", groupKinds)
    let expected = ReportError(
      sentence: "No record that is open to you is a group with the id \"bord\". "
        + "None of them is open to you.")
    #expect(throws: expected) {
      try AgendaReport(workspace, group: "bord", on: try day("2024-03-31"))
    }
  }

  @Test func aClosedDatasetIsNotEmpty() {
    let expected = ReportError(sentence: "\"plans\" cannot be shown. \(Self.sentence)")
    #expect(throws: expected) {
      try IndicatorsListing(workspace(closing: "dataset", [Indicator.kind]), of: "plans")
    }
  }

  @Test func closedMeetingsAndActionsAreNotNone() throws {
    let day = try day("2024-03-31")
    let meetings = workspace(closing: "groups/board/meetings.json", [Meeting.kind])
    let expected = ReportError(
      sentence: "The meetings of the Testshire Board cannot be shown. \(Self.sentence)")
    #expect(throws: expected) { try AgendaReport(meetings, group: "board", on: day) }
    let actions = workspace(closing: "groups/board/actions.json", [ActionItem.kind])
    let text = try AgendaReport(actions, group: "board", on: day).written(as: .text)
    #expect(text.hasSuffix("Open actions\n\n\(Self.sentence)\n"), "\(text)")
  }

  @Test func aReferenceIntoAClosedFolderIsNotUnknown() {
    let group = workspace(closing: "groups/board", groupKinds).names
    #expect(group(PartnershipGroup.kind, "board") == "board (closed to you)")
    #expect(group(PartnershipGroup.kind, "bord") == "bord (unknown, or closed to you)")
    #expect(group(ActionItem.kind, "board-7") == "board-7 (unknown, or closed to you)")
    #expect(group(Person.kind, "ann") == "ann (unknown)")
    #expect(group(Agency.kind, "police") == "Testshire Police")
    let people = workspace(closing: "people.json", [Person.kind]).names
    #expect(people(Person.kind, "ann") == "ann (closed to you)")
    let review = workspace(closing: "reviews/ash.json", [Review.kind]).names
    #expect(review(Review.kind, "ash") == "ash (closed to you)")
  }
}
