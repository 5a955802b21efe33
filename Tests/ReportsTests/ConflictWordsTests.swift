import Reports
import Safeguarding
import Testing

@Suite struct ConflictWordsTests {
  private static func conflict(
    _ field: String?, expected: StoredValue?, is present: StoredValue?, gone: Bool = false,
    user: String? = nil
  ) -> Conflict {
    let link = RecordID(ActionItem.kind, "a1")
    return Conflict(
      Change("groups/board/actions.json", link, field: field, from: expected, to: .text("mine")),
      theirs: present, isGone: gone, user: user)
  }

  @Test(arguments: [
    (
      [conflict("status", expected: .text("open"), is: .text("done"))],
      #"status is "done", expected "open"; nothing was changed"#
    ),
    (
      [conflict("due", expected: nil, is: .text("2024-05-01"), user: "ann")],
      #"due is "2024-05-01", expected none (changed by ann); nothing was changed"#
    ),
    (
      [
        conflict("status", expected: .text("open"), is: .text("done")),
        conflict("status", expected: .text("open"), is: .text("done")),
        conflict("title", expected: .text("a\nb"), is: nil),
      ],
      #"status is "done", expected "open"; title is none, expected "a b"; nothing was changed"#
    ),
    (
      [
        conflict(
          "owners", expected: .list([.record([.init("agency", .text("police"))])]),
          is: .list([
            .record([.init("agency", .text("council"))]), .record([.init("name", .text("Ann"))]),
          ]))
      ], #"owners is "council; Ann", expected "police"; nothing was changed"#
    ),
    (
      [
        conflict(
          "due", expected: .text("2024"),
          is: .record([.init("when", .text("2024-05")), .init("printed", .text("May"))]))
      ], #"due is "2024-05", expected "2024"; nothing was changed"#
    ),
    (
      [conflict("title", expected: .text("a"), is: nil, gone: true)],
      "the action a1 is gone; nothing was changed"
    ),
    (
      [
        conflict(
          nil, expected: .record([.init("id", .text("a1")), .init("title", .text("Old"))]),
          is: .record([.init("id", .text("a1")), .init("title", .text("New"))]))
      ], #"title is "New", expected "Old"; nothing was changed"#
    ),
    (
      [conflict(nil, expected: nil, is: .record([.init("id", .text("a1"))]))],
      "the action a1 is there already; nothing was changed"
    ),
  ])
  func bothValuesAreNamed(conflicts: [Conflict], sentence: String) {
    #expect(ConflictWords(conflicts).sentence == sentence)
  }

  @Test func aLongValueIsCut() {
    let long = StoredValue.text(String(repeating: "x", count: 100_000))
    let sentence = ConflictWords(field: "title", is: long, expected: nil).sentence
    #expect(sentence.count < 300 && sentence.contains("xxx..."))
  }
}
