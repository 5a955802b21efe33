import Safeguarding
import Testing

/// What is typed and not saved survives being written down.
@Suite struct DraftTests {
  static let drafts = [
    Draft(
      id: "action.x", title: "Edit action: send it", form: "action",
      document: "groups/x/actions.json", record: RecordID(ActionItem.kind, "a1"),
      base: .record([.init("title", .text("Send it"))]),
      texts: ["title": "Send it\nto all \"schools\"", "due": "31 x"]),
    Draft(
      id: "agenda.x", title: "Add agenda item", form: "agenda", document: "groups/x/meetings.json",
      record: RecordID(Meeting.kind, "m1"), path: ["agenda", "2", "papers", "+"],
      start: .record([]), texts: [:]),
    Draft(
      id: "n", title: "", form: "f", document: "", record: RecordID(ActionItem.kind, ""),
      texts: [:]),
  ]

  @Test(arguments: drafts.indices) func readsAsItWasWritten(_ index: Int) {
    let draft = Self.drafts[index]
    #expect(Draft(stored: draft.stored) == draft)
  }

  @Test(arguments: [
    StoredValue.text("x"), .record([]), .list([]),
    .record([.init("id", .text("")), .init("form", .text("a"))]),
  ])
  func anythingElseIsNoDraft(_ value: StoredValue) { #expect(Draft(stored: value) == nil) }
}
