import Safeguarding
import Testing

@Suite struct MeetingEditingTests {
  /// An item as "number title = outcome (note)", each part but the title where it is there.
  private func words(_ item: AgendaItem) -> String {
    [item.number, item.title].filter { !$0.isEmpty }.joined(separator: " ")
      + (item.outcome.isEmpty ? "" : " = \(item.outcome)")
      + (item.note.isEmpty ? "" : " (\(item.note))")
  }

  /// A meeting with items given as "number|title|outcome|note", of which later parts may be missing.
  private func meeting(
    _ iso: String, _ status: MeetingStatus, _ items: [String]
  ) throws -> Meeting {
    try SmallArea.meeting(iso, status) { meeting in
      meeting.papersDueOn = try day("2024-04-08")
      meeting.agenda = try items.map { text in
        let parts = text.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        var item = AgendaItem()
        (item.number, item.title) = (parts[0], parts[1])
        item.outcome = parts.count > 2 ? parts[2] : ""
        item.note = parts.count > 3 ? parts[3] : ""
        var paper = Paper()
        (paper.title, paper.dueOn) = ("Paper", try day("2024-01-08"))
        paper.receivedOn = try day("2024-01-09")
        item.papers = [paper]
        return item
      }
    }
  }

  @Test(arguments: [
    (["1|A", "2|B", "3|C"], ["1 A", "2 C"]), (["1|A", "1a|B", "2|C"], ["1 A", "2 C"]),
    (["|A", "|B", "|C"], ["A", "C"]),
  ])
  func removingAnItemKeepsNumbersInARow(items: [String], left: [String]) throws {
    let meeting = try meeting("2024-04-15", .planned, items)
    #expect(meeting.removingItem(at: 1).agenda.map(words) == left)
    #expect(meeting.removingItem(at: 9) == meeting)
  }

  struct Rolling: Sendable {
    var status = MeetingStatus.held
    let earlier: [String]
    var now: [String] = []
    let result: [String]
  }

  @Test(arguments: [
    Rolling(earlier: [], now: ["1|Data"], result: ["1 Data"]),
    Rolling(
      earlier: ["1|Data", "2|Audit|Agreed."],
      result: ["1 Data (from the meeting of 15 Jan 2024, item 1)"]),
    Rolling(
      earlier: ["1|Data", "2|Audit"], now: ["1|Minutes", "2|  dATA "],
      result: ["1 Minutes", "2   dATA ", "3 Audit (from the meeting of 15 Jan 2024, item 2)"]),
    Rolling(
      earlier: ["4b|Data||Keep short."], now: ["A|Minutes"],
      result: ["A Minutes", "Data (Keep short. (from the meeting of 15 Jan 2024, item 4b))"]),
    Rolling(
      earlier: ["1|Data||from the meeting of 1 Oct 2023"],
      result: ["1 Data (from the meeting of 1 Oct 2023)"]),
    Rolling(
      earlier: ["1|Data", "2|Data"],
      result: ["1 Data (from the meeting of 15 Jan 2024, item 1)"]),
    Rolling(status: .planned, earlier: ["1|Data"], result: []),
    Rolling(status: .cancelled, earlier: ["1|Data"], result: []),
  ])
  func whatIsUnfinishedRollsOn(_ expected: Rolling) throws {
    let earlier = try meeting("2024-01-15", expected.status, expected.earlier)
    let now = try meeting("2024-04-15", .planned, expected.now)
    let rolled = now.rollingUnfinished(from: earlier)
    #expect(rolled.agenda.map(words) == expected.result)
    #expect(rolled.rollingUnfinished(from: earlier) == rolled)
    #expect(Array(rolled.agenda.prefix(now.agenda.count)) == now.agenda)
    for item in rolled.agenda.dropFirst(now.agenda.count) {
      #expect(item.papers.map(\.title) == ["Paper"])
      // A paper that came in stays as it is.
      #expect(item.papers.allSatisfy { $0.receivedOn?.iso == "2024-01-09" })
    }
  }

  @Test func whatWasRolledOnIsNotTakenTwiceWhateverItIsCalledNow() throws {
    let earlier = try meeting("2024-01-15", .held, ["1|Data", "12|Audit", "1a|Plan"])
    var rolled = try meeting("2024-04-15", .planned, []).rollingUnfinished(from: earlier)
    #expect(rolled.agenda.count == 3)
    for index in rolled.agenda.indices { rolled.agenda[index].title += ", reworded" }
    #expect(rolled.rollingUnfinished(from: earlier) == rolled)
    // One that is left again keeps where it came from first.
    rolled.status = .held
    let later = try meeting("2024-07-15", .planned, []).rollingUnfinished(from: rolled)
    #expect(later.agenda.map(\.note) == rolled.agenda.map(\.note))
    #expect(later.rollingUnfinished(from: rolled) == later)
  }

  @Test func papersThatCameInStayAndOneItemCanBeChosen() throws {
    var earlier = try meeting("2024-01-15", .held, ["1|Data", "2|Audit"])
    earlier.agenda[0].papers[0].receivedOn = nil
    let next = try meeting("2024-04-15", .planned, [])
    let rolled = next.rollingUnfinished(from: earlier, items: [1])
    #expect(rolled.agenda.map(\.title) == ["Audit"])
    #expect(rolled.agenda[0].papers[0].receivedOn?.iso == "2024-01-09")
    #expect(rolled.unfinished(of: earlier) == [0])
    let whole = rolled.rollingUnfinished(from: earlier)
    #expect(whole.agenda[1].papers[0].dueOn == whole.papersDueOn)
  }

  @Test func anAgendaStartsAsThatOfAnotherMeeting() throws {
    let last = try meeting(
      "2024-01-15", .held, ["1|Minutes|Agreed.", "1a|Data||Late", "2|Audit|x"])
    let next = try meeting("2024-04-15", .planned, ["7|Audit||Ours"]).startingAgenda(asIn: last)
    #expect(next.agenda.map(words) == ["1 Audit (Ours)", "2 Minutes", "3 Data"])
    #expect(next.agenda.dropFirst().flatMap(\.papers).allSatisfy { $0.receivedOn == nil })
    #expect(next.date?.iso == "2024-04-15" && next.status == .planned)
  }

  @Test func anAgendaStartsWithTheStandingItems() throws {
    let next = try meeting("2024-04-15", .planned, ["|Audit"])
      .startingAgenda(standingItems: ["Minutes", " ", "audit", "Any other business"])
    #expect(next.agenda.map(words) == ["1 Audit", "2 Minutes", "3 Any other business"])
  }

  @Test(
    arguments: [
      ([], "1"), (["1|Data"], "2"), (["1|Data", "1a|Audit"], ""), (["|Data"], ""),
    ] as [([String], String)])
  func anAddedItemGetsTheNextNumber(items: [String], number: String) throws {
    let added = try meeting("2024-04-15", .planned, items)
      .adding(made(AgendaItem.self) { $0.title = "New" })
    #expect(added.agenda.last?.number == number)
    #expect(added.agenda.count == items.count + 1)
  }

  struct PaperCase: Sendable {
    let title: String
    /// Nil leaves it as it is, an empty text takes it out.
    var received: String?
    /// Each paper of the item, with the day on which it came in.
    let result: [String]
  }

  @Test(arguments: [
    PaperCase(title: "New", result: ["Paper 2024-01-09", "New"]),
    PaperCase(
      title: "New", received: "2024-02-01", result: ["Paper 2024-01-09", "New 2024-02-01"]),
    PaperCase(title: " paper", result: ["Paper 2024-01-09"]),
    PaperCase(title: "Paper", received: "2024-02-01", result: ["Paper 2024-02-01"]),
    PaperCase(title: "Paper", received: "", result: ["Paper"]),
  ])
  func aPaperIsNotedOnce(_ expected: PaperCase) throws {
    let before = try meeting("2024-04-15", .planned, ["1|Data"])
    let day = expected.received.map { CalendarDate(iso: $0) }
    let after = before.noting(paper: expected.title, received: day, inItem: 0)
    let papers = after.agenda[0].papers.map {
      [$0.title, $0.receivedOn?.iso].compactMap(\.self).joined(separator: " ")
    }
    #expect(papers == expected.result)
    #expect(after.agenda[0].papers.last?.title != "New" || after.agenda[0].papers[1].dueOn != nil)
    #expect(before.noting(paper: "New", received: nil, inItem: 1) == before)
  }

  @Test(arguments: [
    ("1", 0), ("1A", 1), ("data", 0), ("audit of d", 1), ("minutes", 2),
  ])
  func anItemIsFoundByNumberOrLetters(text: String, index: Int) throws {
    let meeting = try meeting("2024-04-15", .planned, ["1|Data", "1a|Audit of data", "|Minutes"])
    #expect(try AgendaItemSearch(meeting).index(of: text) == index)
  }

  @Test(arguments: [
    ("dat", "may mean 2 items: 1 Data; 1a Audit of data."),
    ("", "It has: 1 Data; 1a Audit of data"),
    ("9", "It has: 1 Data; 1a Audit of data; Minutes."),
  ])
  func noneOrSeveralItemsAreToldApart(text: String, said: String) throws {
    let meeting = try meeting("2024-04-15", .planned, ["1|Data", "1a|Audit of data", "|Minutes"])
    let error = #expect(throws: AgendaItemSearch.Problem.self) {
      try AgendaItemSearch(meeting).index(of: text)
    }
    #expect(error?.sentence.contains(said) == true, "\(error?.sentence ?? "")")
  }
}
