import JSONDocument
import Reports
import Safeguarding
import Testing

@Suite struct AgendaReportTests {
  @Test(
    arguments: [
      (nil, "2024-03-31", "m2"), (nil, "2025-01-01", "m1"), ("next", "2024-03-31", "m2"),
      ("last", "2024-03-31", "m1"), ("2024-01-15", "2024-03-31", "m1"),
    ] as [(String?, String, String)])
  func findsTheMeeting(choice: String?, today: String, id: String) throws {
    let choice = try choice.map { try #require(MeetingChoice($0)) } ?? .nextElseLast
    let report = try AgendaReport(
      SmallWorkspace.read(), group: "board", on: day(today), meeting: choice)
    let document = try JSONDocument(text: report.written(as: .json))
    #expect(document.root["meeting"]?.string == id)
  }

  @Test func tellsWhichMeetingsThereAre() throws {
    let workspace = try SmallWorkspace.read()
    let sentence =
      "The Testshire Board has no meeting on Tue 2 Jan 2024. "
      + "Its latest meetings: 2024-01-15, 2024-04-15."
    #expect(throws: ReportError(sentence: sentence)) {
      try AgendaReport(
        workspace, group: "board", on: try day("2024-03-31"), meeting: .on(try day("2024-01-02")))
    }
    #expect(MeetingChoice("tomorrow") == nil)
  }

  @Test func writesMarkdownInWhichTextMarksNothing() throws {
    let report = try AgendaReport(SmallWorkspace.read(), group: "board", on: day("2024-03-31"))
    #expect(
      report.written(as: .markdown) == """
        # Testshire Board: agenda

        OFFICIAL-SENSITIVE, Mon 15 Apr 2024, planned, papers due Mon 8 Apr 2024

        ## Agenda

        - 1 Data \\*so far\\* (for discussion, Testshire Police)
          - Paper: Report (Testshire Council, received 20 Mar 2024)
          - Paper: Comment (Testshire Police, due 8 Apr 2024, not received)

        ## Open actions

        - Write, then "send" (Testshire Council, due 1 Mar 2024, under way, illustrative)°
        - Count (Testshire Police, due 31 Dec 2024, open)

        """)
  }

  /// Whoever cuts a line out of an agenda that illustrates takes the mark along.
  @Test(arguments: [AgendaReport.Format.text, .markdown])
  func eachLineOfAnIllustrativeMeetingIsMarked(format: AgendaReport.Format) throws {
    var workspace = try SmallWorkspace.read()
    var meeting = try #require(workspace.meetings["m2"])
    let report = try AgendaReport(workspace, group: "board", on: day("2024-03-31"))
    #expect(report.written(as: format).split(separator: "\n").count { $0.hasSuffix("°") } == 1)
    meeting.illustrative = true
    meeting.agenda[0].outcome = "Noted"
    workspace.meetings = .init()
    workspace.meetings.append(meeting)
    let marked = try AgendaReport(workspace, group: "board", on: day("2024-03-31"))
    let lines = marked.written(as: format).split(separator: "\n").map(String.init)
    let agenda = lines.filter { $0.hasPrefix("- 1") || $0.hasPrefix("  - ") }
    #expect(agenda.count == 4)
    #expect(agenda.allSatisfy { $0.hasSuffix("°") }, "\(lines)")
    #expect(lines[0].hasSuffix("°") && lines[1].contains("° illustrative"), "\(lines)")
    let json = try JSONDocument(text: marked.written(as: .json)).root
    #expect(json["agenda"]?[0]?["illustrative"]?.boolean == true)
    #expect(json["agenda"]?[0]?["papers"]?[0]?["illustrative"]?.boolean == true)
  }

  @Test func givesPapersAndOpenActionsInJSON() throws {
    let report = try AgendaReport(SmallWorkspace.read(), group: "board", on: day("2024-03-31"))
    let root = try JSONDocument(text: report.written(as: .json)).root
    let paper = try #require(root["agenda"]?[0]?["papers"]?[1])
    #expect(paper["owner"]?.string == "Testshire Police")
    #expect(paper["due"]?.string == "2024-04-08")
    #expect(paper["received"]?.isNull == true)
    #expect(root["openActions"]?.elements.map { $0["id"]?.string } == ["a1", "a2"])
  }
}
