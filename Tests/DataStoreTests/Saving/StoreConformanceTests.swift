import DataStore
import Safeguarding
import Testing

/// What every store promises; a new store is one more case of `StoreKind`.
@Suite struct StoreConformanceTests {
  @Test(arguments: StoreKind.allCases)
  func aSavedEditIsReadByEverybody(_ kind: StoreKind) throws {
    try kind.run { one, other in
      let receipt = try one.commit(try one.read().action("a").edit { $0.status = .done })
      #expect(receipt.entries == [EntryID(folder: "groups/board", sequence: 1)])
      #expect(try other.read().action("a").status == .done)
      #expect(try other.read().action("b").status == .open)
    }
  }

  @Test(arguments: StoreKind.allCases)
  func differentFieldsOfOneRecordAreMerged(_ kind: StoreKind) throws {
    try kind.run { one, other in
      let seen = try one.read().action("a")
      _ = try other.commit(seen.edit { $0.title = "One, better said" })
      _ = try one.commit(seen.edit { $0.status = .started })
      let now = try one.read().action("a")
      #expect(now.title == "One, better said")
      #expect(now.status == .started)
    }
  }

  @Test(arguments: StoreKind.allCases)
  func oneFieldChangedOtherwiseIsAConflictInWhichNothingIsSaved(_ kind: StoreKind) throws {
    try kind.run { one, other in
      let seen = try one.read().action("a")
      _ = try other.commit(seen.edit { $0.status = .done })
      var mine = seen.edit { $0.status = .dropped }
      mine.changes += seen.edit { $0.title = "Another title" }.changes
      let error = #expect(throws: CommitError.self) { try one.commit(mine) }
      guard case .conflict(let conflicts)? = error else {
        Issue.record("A conflict was expected, not \(String(describing: error)).")
        return
      }
      #expect(conflicts.map(\.mine.field) == ["status"])
      #expect(conflicts.first?.theirs == .text("done"))
      #expect(conflicts.first?.mine.from == .text("open"))
      #expect(conflicts.first?.user != nil)
      #expect(try one.read().action("a").title == "One")
    }
  }

  @Test(arguments: StoreKind.allCases)
  func theSameChangeTwiceIsNoConflictAndIsKeptOnce(_ kind: StoreKind) throws {
    try kind.run { one, other in
      let seen = try one.read().action("a")
      _ = try other.commit(seen.edit { $0.status = .done })
      let receipt = try one.commit(seen.edit { $0.status = .done })
      #expect(receipt.entries.isEmpty)
      #expect(try one.history().count == 1)
    }
  }

  @Test(arguments: StoreKind.allCases)
  func bothAdditionsToOneListAreKept(_ kind: StoreKind) throws {
    try kind.run { one, other in
      let seen = try one.read().action("a")
      _ = try other.commit(seen.edit { $0.evidence = ["Theirs"] })
      _ = try one.commit(seen.edit { $0.evidence = ["Mine"] })
      #expect(Set(try one.read().action("a").evidence) == ["Mine", "Theirs"])
    }
  }

  /// Two people who bring the same table at once both found that its rows are new.
  @Test(arguments: StoreKind.allCases)
  func whatWasFoundByLookingThroughAListIsNotSavedBesideWhatIsNew(_ kind: StoreKind) throws {
    try kind.run { one, other in
      func brought(_ store: any Store) throws -> Edit {
        let workspace = try store.read()
        var action = try workspace.action("a")
        (action.id, action.title) = ("", "From the table")
        var edit = Edit("Import", [action.added(to: SmallFolder.actions)])
        edit.seen = workspace.seenLists(of: edit.changes)
        return edit
      }
      let (mine, theirs) = (try brought(one), try brought(other))
      #expect(mine.seen.map(\.ids) == [["a", "b", "c"]])
      _ = try other.commit(theirs)
      let error = #expect(throws: CommitError.self) { try one.commit(mine) }
      guard case .conflict(let conflicts)? = error else {
        Issue.record("A conflict was expected, not \(String(describing: error)).")
        return
      }
      #expect(conflicts.first?.theirs?["title"]?.text == "From the table")
      #expect(try one.read().actions.all.filter { $0.title == "From the table" }.count == 1)
      // What was changed, and nothing added, is no reason.
      var again = try brought(one)
      _ = try other.commit(try other.read().action("b").edit { $0.status = .done })
      again.title = "Import once more"
      _ = try one.commit(again)
    }
  }

  @Test(arguments: StoreKind.allCases)
  func newRecordsGetIDsOfTheirOwn(_ kind: StoreKind) throws {
    try kind.run { one, other in
      var action = ActionItem()
      (action.group, action.title) = ("board", "New")
      let edit = Edit(
        "Add", [action.added(to: SmallFolder.actions), action.added(to: SmallFolder.actions)])
      let ids = try [one, other].flatMap { try $0.commit(edit).changes.map(\.record.id) }
      #expect(Set(ids).count == 4)
      let added = try one.read().actions.all.filter { $0.title == "New" }
      #expect(added.map(\.id) == ids)
      #expect(try one.read().faults.filter { $0.severity == .error }.isEmpty)
    }
  }

  @Test(arguments: StoreKind.allCases)
  func anExpectationThatDoesNotHoldIsAConflict(_ kind: StoreKind) throws {
    try kind.run { one, _ in
      var edit = try one.read().action("a").edit { $0.title = "Changed" }
      let link = RecordID(ActionItem.kind, "a")
      edit.expectations = [
        Edit.Expectation(SmallFolder.actions, link, field: "status", value: .text("done"))
      ]
      #expect(throws: CommitError.self) { try one.commit(edit) }
      edit.expectations = [
        Edit.Expectation(SmallFolder.actions, link, field: "status", value: .text("open"))
      ]
      _ = try one.commit(edit)
      #expect(try one.read().action("a").title == "Changed")
    }
  }

  @Test(arguments: StoreKind.allCases)
  func aRecordThatIsGoneIsAConflict(_ kind: StoreKind) throws {
    try kind.run { one, other in
      let seen = try one.read().action("b")
      _ = try other.commit(Edit("Remove", [seen.removed(from: SmallFolder.actions)]))
      let error = #expect(throws: CommitError.self) {
        try one.commit(seen.edit { $0.title = "Still here" })
      }
      guard case .conflict(let conflicts)? = error else {
        Issue.record("A conflict was expected.")
        return
      }
      #expect(conflicts.first?.isGone == true)
      #expect(try one.read().actions.all.map(\.id) == ["a", "c"])
    }
  }

  @Test(arguments: StoreKind.allCases)
  func aRemovalOfWhatSomebodyChangedIsAConflict(_ kind: StoreKind) throws {
    try kind.run { one, other in
      let seen = try one.read().action("b")
      _ = try other.commit(seen.edit { $0.evidence = ["A report"] })
      #expect(throws: CommitError.self) {
        try one.commit(Edit("Remove", [seen.removed(from: SmallFolder.actions)]))
      }
      #expect(try one.read().action("b").evidence == ["A report"])
    }
  }

  @Test(arguments: StoreKind.allCases)
  func historyHoldsEachEditOnceAndUndoTakesItBack(_ kind: StoreKind) throws {
    try kind.run { one, other in
      let before = try one.read().action("a")
      _ = try one.commit(before.edit { $0.status = .done })
      _ = try other.commit(try other.read().action("c").edit { $0.title = "Drei" })
      let entry = try #require(try one.history().first)
      #expect(entry.changes.map(\.from) == [.text("open")])
      _ = try one.commit(undoing(entry))
      let after = try one.read().action("a")
      #expect(after == before)
      #expect(try one.read().action("c").title == "Drei")
      #expect(try other.history().map(\.undoes) == [nil, nil, entry.id])
    }
  }

  @Test(arguments: StoreKind.allCases)
  func anUndoOfWhatSomebodyChangedSinceIsAConflict(_ kind: StoreKind) throws {
    try kind.run { one, other in
      _ = try one.commit(try one.read().action("a").edit { $0.status = .done })
      let entry = try #require(try one.history().first)
      _ = try other.commit(try other.read().action("a").edit { $0.status = .dropped })
      #expect(throws: CommitError.self) { try one.commit(undoing(entry)) }
      #expect(try one.read().action("a").status == .dropped)
    }
  }

  @Test(arguments: StoreKind.allCases)
  func anUndoOfAnUndoBringsTheEditBack(_ kind: StoreKind) throws {
    let odd = #"{"id": "b", "group": "board", "title": "Two", "status": "open", "extra": [1.0]}"#
    try kind.run(adding: [SmallFolder.actions: SmallFolder.actions(middle: odd)]) { one, _ in
      let before = try one.read().action("b")
      _ = try one.commit(Edit("Remove", [before.removed(from: SmallFolder.actions)]))
      _ = try one.commit(undoing(try #require(try one.history().last)))
      #expect(try one.read().action("b") == before)
      _ = try one.commit(undoing(try #require(try one.history().last)))
      #expect(try one.read().actions["b"] == nil)
    }
  }

  @Test(arguments: StoreKind.allCases)
  func anEditOfTwoFoldersIsSavedWhole(_ kind: StoreKind) throws {
    let forum = [
      "groups/forum/group.json": #"{"id": "forum", "name": "Forum", "type": "forum"}"#
    ]
    try kind.run(adding: forum) { one, _ in
      let action = try one.read().action("b")
      var moved = action
      moved.group = "forum"
      let edit = Edit(
        "Move",
        [
          moved.added(to: "groups/forum/actions.json"), action.removed(from: SmallFolder.actions),
        ])
      #expect(try one.commit(edit).entries.map(\.folder) == ["groups/board", "groups/forum"])
      #expect(try one.read().action("b").group == "forum")
      #expect(try one.read().actions.all.filter { $0.id == "b" }.count == 1)
      #expect(try one.history().count == 1)
      let entry = try #require(try one.history().first)
      _ = try one.commit(undoing(entry))
      #expect(try one.read().action("b").group == "board")
    }
  }

  @Test(arguments: StoreKind.allCases)
  func whatCannotBeReadIsNotSaved(_ kind: StoreKind) throws {
    try kind.run { one, _ in
      let link = RecordID(ActionItem.kind, "a")
      let bad = Change(
        SmallFolder.actions, link, field: "due", from: nil, to: .text("the day after never"))
      #expect(throws: CommitError.self) { try one.commit(Edit("Bad", [bad])) }
      let unknown = Change(SmallFolder.actions, link, field: "colour", from: nil, to: .text("red"))
      #expect(throws: CommitError.self) { try one.commit(Edit("Unknown", [unknown])) }
      let after = try one.read().action("a")
      #expect(after.due == nil)
      #expect(try one.history().isEmpty)
    }
  }
}
