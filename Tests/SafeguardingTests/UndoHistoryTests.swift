import Safeguarding
import Testing

/// What one can undo and redo after a chain of edits.
@Suite struct UndoHistoryTests {
  /// What is told of a chain: each step is an edit ("a1" of person 1), or "undo 2" and "redo 1".
  struct Chain: CustomTestStringConvertible, Sendable {
    let steps: [String]
    let undo: String?
    let redo: String?
    var testDescription: String { steps.joined(separator: ", ") }

    init(_ steps: String..., undo: String?, redo: String?) {
      (self.steps, self.undo, self.redo) = (steps, undo, redo)
    }
  }

  @Test(arguments: [
    Chain(undo: nil, redo: nil),
    Chain("a1", undo: "Undo: a1", redo: nil),
    Chain("a1", "b1", undo: "Undo: b1", redo: nil),
    Chain("a1", "b1", "undo 1", undo: "Undo: a1", redo: "Redo: b1"),
    Chain("a1", "b1", "undo 1", "undo 1", undo: nil, redo: "Redo: a1"),
    Chain("a1", "b1", "undo 1", "undo 1", "redo 1", undo: "Undo: a1", redo: "Redo: b1"),
    Chain("a1", "b1", "undo 1", "undo 1", "redo 1", "redo 1", undo: "Undo: b1", redo: nil),
    Chain("a1", "b1", "undo 1", "undo 1", "redo 1", "c1", undo: "Undo: c1", redo: nil),
    Chain(
      "a1", "b1", "undo 1", "undo 1", "redo 1", "c1", "undo 1", undo: "Undo: a1",
      redo: "Redo: c1"),
    Chain(
      "a1", "b1", "undo 1", "undo 1", "redo 1", "c1", "undo 1", "undo 1", undo: nil,
      redo: "Redo: a1"),
    Chain("a1", "undo 1", "redo 1", "undo 1", undo: nil, redo: "Redo: a1"),
    Chain("a1", "undo 1", "redo 1", "undo 1", "redo 1", undo: "Undo: a1", redo: nil),
    Chain(
      "a1", "b1", "undo 1", "undo 1", "redo 1", "redo 1", "undo 1", undo: "Undo: a1",
      redo: "Redo: b1"),
    Chain("a1", "b2", undo: "Undo: a1", redo: nil),
    Chain("a1", "undo 1", "b2", undo: nil, redo: "Redo: a1"),
    Chain("a2", "b2", "undo 2", undo: nil, redo: nil),
    Chain("a1", "b1", "take back b1 by 2", undo: "Undo: a1", redo: nil),
    Chain("a1", "undo 1", "take back a1 by 2", undo: nil, redo: "Redo: a1"),
    Chain("a2", "take back a2 by 1", undo: nil, redo: "Redo: a2"),
  ])
  func afterAChain(chain: Chain) throws {
    let journal = try journal(of: chain)
    let history = UndoHistory(journal, userID: 1)
    #expect(history.undo?.title == chain.undo)
    #expect(history.redo?.title == chain.redo)
    #expect(history.undo?.undoes == history.nextUndo?.id)
    #expect(history.redo?.undoes == history.nextRedo?.id)
  }

  /// The entries of a chain, each second one in another folder.
  private func journal(of chain: Chain) throws -> [JournalEntry] {
    var journal: [JournalEntry] = []
    for step in chain.steps {
      let user = try #require(step.last?.wholeNumberValue)
      let history = UndoHistory(journal, userID: user)
      let edit: Edit
      if step.hasPrefix("undo") {
        edit = try #require(history.undo)
      } else if step.hasPrefix("redo") {
        edit = try #require(history.redo)
      } else if step.hasPrefix("take back") {
        edit = undoing(try #require(journal.first { step.contains($0.title) }))
      } else {
        edit = Edit(step, [])
      }
      let id = EntryID(
        folder: journal.count % 2 == 0 ? "groups/a" : "groups/b", sequence: journal.count + 1)
      journal.append(entry(id, edit, user: user))
    }
    return journal
  }

  private func entry(
    _ id: EntryID, _ edit: Edit, user: Int = 1, partOf: EntryID? = nil, parts: [EntryID] = []
  ) -> JournalEntry {
    JournalEntry(
      id: id, title: edit.title, time: id.sequence, userID: user, user: "user \(user)",
      changes: edit.changes, undoes: edit.undoes, partOf: partOf, parts: parts)
  }

  private let first = EntryID(folder: "groups/a", sequence: 1)
  private let second = EntryID(folder: "groups/b", sequence: 1)

  private func change(
    _ document: String, _ field: String?, _ from: StoredValue?, _ to: StoredValue?
  )
    -> Change
  {
    Change(document, RecordID(ActionItem.kind, "x"), field: field, from: from, to: to)
  }

  @Test func changesAreTurnedRoundLastOneFirst() {
    let changes = [
      change("groups/a/actions.json", "status", "open", "done"),
      change("groups/a/actions.json", "doneOn", nil, "2024-03-28"),
    ]
    let edit = undoing(entry(first, Edit("Tick", changes)))
    #expect(edit.title == "Undo: Tick")
    #expect(edit.undoes == first)
    #expect(
      edit.changes == [
        change("groups/a/actions.json", "doneOn", "2024-03-28", nil),
        change("groups/a/actions.json", "status", "done", "open"),
      ])
    let again = undoing(entry(second, edit))
    #expect(again.title == "Redo: Tick")
    #expect(again.changes == changes)
    #expect(undoing(entry(first, again)).title == "Undo: Tick")
    #expect(undoing(entry(first, Edit("Undo: the knot", []))).title == "Undo: Undo: the knot")
  }

  @Test func anEditOfSeveralFoldersIsTakenBackInAllOfThem() {
    let changes = [
      change("groups/a/actions.json", nil, ["id": "x"], nil),
      change("groups/b/actions.json", nil, nil, ["id": "x"]),
    ]
    let journal = [
      entry(first, Edit("Move", [changes[0]]), parts: [second]),
      entry(second, Edit("Move", [changes[1]]), partOf: first),
    ]
    let history = UndoHistory(journal, userID: 1)
    #expect(history.nextUndo?.id == first)
    #expect(history.undo?.changes == [changes[1].inverse, changes[0].inverse])
    #expect(journal.joined.map(\.id) == [first] && journal.joined.joined == journal.joined)
    #expect(journal.joined.allSatisfy { $0.isWhole && $0.undoRefusal == nil })
    for part in journal {
      #expect(!part.isWhole && [part].joined == [part])
      #expect(part.undoRefusal?.contains(part.partOf == nil ? "groups/b" : "groups/a") == true)
    }
    let undone =
      journal + [
        JournalEntry(
          id: EntryID(folder: "groups/a", sequence: 2), title: "Undo: Move", time: 3, userID: 1,
          user: "user 1", changes: [changes[0].inverse], undoes: first,
          parts: [EntryID(folder: "groups/b", sequence: 2)]),
        JournalEntry(
          id: EntryID(folder: "groups/b", sequence: 2), title: "Undo: Move", time: 3, userID: 1,
          user: "user 1", changes: [changes[1].inverse], undoes: first,
          partOf: EntryID(folder: "groups/a", sequence: 2)),
      ]
    let after = UndoHistory(undone, userID: 1)
    #expect(undone.map(after.isUndone) == [true, true, false, false])
    #expect(after.nextUndo == nil)
    #expect(after.redo?.title == "Redo: Move")
    #expect(Set(after.redo?.changes ?? []) == Set(changes))
  }
}
