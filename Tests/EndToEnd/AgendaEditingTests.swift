import FoundationEssentials
import JSONDocument
import Testing

/// The commands that begin an agenda and add to it, on a small folder.
struct AgendaEditingTests {
  private let folder: EditingFolder

  init() throws { folder = try EditingFolder() }

  private func titles(_ meeting: String) throws -> [String] {
    try folder.meeting(meeting)["agenda"]?.elements.map {
      "\($0["number"]?.string ?? "") \($0["title"]?.string ?? "")"
    } ?? []
  }

  @Test func theAgendaIsPrintedAsBefore() throws {
    let bare = try folder.masa("agenda board")
    #expect(bare.status == 0 && bare.text.contains("No agenda is recorded."))
    #expect(try folder.masa("agenda show board").text == bare.text)
    let last = try folder.masa("agenda board --meeting last --format markdown")
    #expect(last.text.contains("- 2 Audit tool"))
  }

  @Test func anItemIsAdded() throws {
    let answer = try folder.edit(
      "agenda add board --lead polic --purpose decision --minutes 20", ["--title", "New tool"])
    #expect(answer.id == "next" && answer.change == "groups/board:1")
    let item = try #require(try folder.meeting("next")["agenda"]?[0])
    #expect(item["number"]?.string == "1" && item["title"]?.string == "New tool")
    #expect(item["lead"]?["agency"]?.string == "police" && item["minutes"]?.integer == 20)
    #expect(item["purpose"]?.string == "decision")
    let second = try folder.edit("agenda add board --title Two --meeting 2024-05-01")
    #expect(second.revision != answer.revision)
    #expect(try titles("next") == ["1 New tool", "2 Two"])
  }

  @Test func whatIsUnfinishedRollsOn() throws {
    let answer = try folder.edit("agenda roll board")
    #expect(answer.id == "next")
    let item = try #require(try folder.meeting("next")["agenda"]?[0])
    #expect(item["title"]?.string == "Audit tool")
    #expect(item["note"]?.string == "from the meeting of 1 Mar 2024, item 2")
    #expect(item["papers"]?[0]?["title"]?.string == "Report")
    #expect(item["papers"]?[0]?["receivedOn"] != nil, "A paper that came in is called missing.")
    let again = try folder.edit("agenda roll board")
    #expect(again.change == nil && again.revision == answer.revision)
  }

  @Test func anAgendaBeginsAsTheLastOne() throws {
    _ = try folder.edit("agenda start board --from last")
    #expect(try titles("next") == ["1 Minutes", "2 Audit tool"])
    #expect(try folder.meeting("next")["agenda"]?[0]?["outcome"] == nil)
  }

  @Test func aMeetingIsPlannedWhereThereIsNone() throws {
    let answer = try folder.edit("agenda start board --from standing --date", ["5 jun 2024"])
    #expect(answer.id == "board-1")
    #expect(try titles("board-1") == ["1 Minutes", "2 Any other business"])
    let meeting = try folder.meeting("board-1")
    #expect(meeting["date"]?.string == "2024-06-05" && meeting["status"]?.string == "planned")
    let again = try folder.edit("agenda start board --from last --date 2024-06-05")
    #expect(again.id == "board-1")
    #expect(try titles("board-1") == ["1 Minutes", "2 Any other business", "3 Audit tool"])
    #expect(try folder.masa("check").status == 0)
  }

  @Test func aPaperComesIn() throws {
    _ = try folder.edit("agenda add board --title Data")
    _ = try folder.edit("agenda paper board 1 --title Figures")
    let paper = { try folder.meeting("next")["agenda"]?[0]?["papers"] }
    #expect(try paper()?[0]?["title"]?.string == "Figures")
    #expect(try paper()?[0]?["receivedOn"] == nil)
    _ = try folder.edit("agenda paper board dat --title figures --received yesterday")
    #expect(try paper()?.count == 1 && paper()?[0]?["receivedOn"]?.string == "2024-03-30")
    _ = try folder.edit("agenda paper board 1 --title Figures --received none")
    #expect(try paper()?[0]?["receivedOn"] == nil)
  }

  @Test(
    arguments: [
      ("agenda add bord --title New", 1, "Did you mean \"board\"?"),
      ("agenda add audit --title New", 1, "has no meeting planned"),
      ("agenda add board --title New --meeting 2024-05-02", 1, "no meeting on"),
      ("agenda add board --title New --purpose fun", 64, "decision, discussion"),
      ("agenda add board --title New --minutes 0", 64, "--minutes"),
      ("agenda start audit --from standing --date 2024-05-01", 1, "no standing items"),
      ("agenda start board", 64, "--from"),
      ("agenda start board --from last --date soonish", 64, "soonish"),
      ("agenda paper board 9 --title New", 1, "no agenda yet"),
      ("agenda paper board --title New", 64, "item"),
      ("agenda paper board 9 --title New --meeting last", 1, "It has: 1 Minutes; 2 Audit tool."),
      ("agenda paper board i --title New --meeting last", 1, "may mean 2 items"),
    ] as [(String, Int32, String)])
  func nothingIsChanged(words: String, status: Int32, said: String) throws {
    let before = try folder.file(EditingFolder.meetings)
    let finished = try folder.masa(words)
    #expect(finished.status == status && finished.output.isEmpty)
    #expect(finished.messages.contains(said), "\(finished.messages)")
    #expect(try folder.file(EditingFolder.meetings) == before)
  }
}
