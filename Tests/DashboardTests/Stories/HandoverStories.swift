import Dashboard
import DataStore
import Safeguarding
import TerminalUI
import Testing

/// People who prepare for the chair to pass on.
@Suite struct HandoverStories {
  @Test func businessManagerSeesWhatIsToBeDoneBeforeTheChairPassesOn() {
    story(on: .sample, at: Place(ExecutivePane.id)) {
      expect(contains: "Next: NHS K&M, 2 Sep", "in 5 months; handover 0 of 6 done")
      focusing(on: "Who takes over next")
      press("z")
      expect(contains: "To     NHS K&M, no name recorded yet")
      expect(contains: "Mon 2 Sep 2024: 5 months 2 days, 107 working days")
      expect(contains: "on the handover list: Tab goes there, Space ticks")
    }
  }

  @Test func theChecklistIsReachedInASmallWindow() {
    story(on: .sample, at: Place(ExecutivePane.id), size: Size(80, 24)) {
      expect(lacks: "[ ] Subgroup")
      focusing(on: "Handover list")
      expect(focus: "Handover list")
      expect(contains: "[ ] Subgroup chairs and scrutineers told")
    }
  }

  /// A dashboard on a board with a rotation and terms written as in files, on 1 December 2023.
  private func lines(rotation: String, terms: String, chair: String = "null") throws -> [String] {
    let group = """
      {"id": "board", "name": "Board", "type": "executive", "parents": [{"partnership": "area"}],
       "chair": \(chair), "rotation": \(rotation)}
      """
    let files = [
      ("workspace.json", #"{"title": "Test", "schemaVersion": 2, "partnerships": ["area"]}"#),
      (
        "partnerships/area/partnership.json",
        #"{"id": "area", "name": "Area Partnership", "shortName": "AP", "executive": "board"}"#
      ),
      (
        "agencies.json",
        """
        {"agencies": [{"id": "council", "name": "Council", "category": "council"},
          {"id": "police", "name": "Police", "category": "police"}]}
        """
      ),
      ("people.json", #"{"people": [{"id": "ann", "name": "Ann Archer"}]}"#),
      ("groups/board/group.json", group),
      ("groups/board/chair-terms.json", #"{"chairTerms": [\#(terms)]}"#),
    ]
    let workspace = WorkspaceReader(files: files.map { ($0.0, Array($0.1.utf8)) }).read()
    try #require(workspace.faults.map(\.sentence) == [])
    let day = try #require(CalendarDate(iso: "2023-12-01"))
    let dashboard = Dashboard(
      workspace: workspace, today: day, glyphs: .of(.cp437),
      themes: [ResolvedTheme(name: "dark") { _ in Style() }], theme: "dark",
      start: Place(ExecutivePane.id))
    return dashboard.plainLines
  }

  private let pattern =
    #"{"start": "2023-01-01", "termMonths": 12, "order": ["council", "police"]}"#

  @Test func aRecordedTermSaysWhyAndWhatIsDone() throws {
    let lines = try lines(
      rotation: pattern,
      terms: """
        {"id": "t1", "group": "board", "agency": "council", "from": "2023-01-01", "status": "held"},
        {"id": "t2", "group": "board", "agency": "council", "person": "ann", "from": "2024-01-01",
         "status": "planned", "reason": "The police asked for a year.",
         "handover": [{"title": "Brief", "doneOn": "2023-11-20", "by": "the manager"},
           {"title": "Sign"}]}
        """)
    #expect(lines.contains("Who takes over next (1 of 2 done, in 1 month)"))
    #expect(lines.contains { $0.contains("To     Council, Ann Archer") })
    #expect(lines.contains { $0.contains("recorded as planned: The police asked for a year.") })
    #expect(lines.contains { $0.contains("[=] Brief, Done: 20 Nov, By: the manager") })
    #expect(lines.contains { $0.hasSuffix("  [ ] Sign") })
    #expect(lines.contains { $0.contains("Why it differs: The police asked for a year.") })
  }

  @Test func whatIsNotRecordedBeforeTheHandoverIsSaidWithItsDays() throws {
    let lines = try lines(
      rotation: pattern,
      terms: """
        {"id": "t1", "group": "board", "agency": "council", "from": "2023-01-01",
         "to": "2023-11-15", "status": "held"}
        """)
    #expect(lines.contains("Chair of the Board (next Police, in 1 month, 1 Jan 2024)"))
    #expect(
      lines.contains { $0.contains("nothing recorded from 16 Nov 2023 to 31 Dec 2023, 46 days") })
    #expect(lines.contains { $0.contains("Nothing is recorded for these 46 days.") })
    #expect(!lines.contains { $0.contains("vacant") })
    #expect(
      lines.contains { $0.contains("None yet: the rotation names nothing that has to be done.") })
  }

  @Test func anIndependentChairIsNoVacancy() throws {
    let lines = try lines(
      rotation: pattern.replacing("2023-01-01", with: "2024-01-01"), terms: "",
      chair: """
        {"title": "Independent Chair", "holders": [{"person": "ann", "from": "2020-01-01"}]}
        """)
    #expect(
      lines.contains { $0.contains("no agency: Archer, held, from 1 Jan 2020 to 31 Dec 2023") })
    #expect(lines.contains { $0.contains("Agency: none, Holder: Ann Archer") })
    #expect(!lines.contains { $0.contains("vacant") })
  }

  @Test(arguments: [
    (#"{"termMonths": 12, "order": []}"#, "not printed, so there are no terms by the pattern"),
    (#"{"termMonths": 12, "order": ["police"]}"#, "no first day is recorded"),
    (
      #"{"start": "2023-01-01", "termMonths": 0, "order": ["police"]}"#,
      "a term must last 1 to 600 months"
    ),
  ])
  func whatIsMissingIsSaid(rotation: String, sentence: String) throws {
    let lines = try lines(rotation: rotation, terms: "")
    #expect(lines.contains { $0.contains(sentence) })
    #expect(lines.contains { $0.contains("No handover is in sight. Press a among the terms") })
  }
}
