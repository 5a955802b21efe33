import DataStore
import Safeguarding
import Testing

/// What every store promises of records that have a file of their own: they come and go with it.
@Suite struct OwnFileConformanceTests {
  private static let document = "reviews/oak.json"

  private func review(_ id: String = "oak", _ title: String = "Oak") -> Review {
    var review = Review()
    (review.id, review.title, review.stage) = (id, title, .underWay)
    return review
  }

  private func add(_ review: Review, to document: String = document) -> Edit {
    Edit("Add \(review.title)", [review.added(to: document)])
  }

  @Test(arguments: StoreKind.allCases)
  func aReviewIsAddedChangedRemovedAndBroughtBack(_ kind: StoreKind) throws {
    try kind.run { one, other in
      let receipt = try one.commit(add(review()))
      #expect(receipt.entries == [EntryID(folder: "reviews", sequence: 1)])
      let seen = try #require(try other.read().reviews["oak"])
      #expect(seen.title == "Oak")
      var better = seen
      better.title = "Oak, better named"
      _ = try other.commit(Edit("Rename", seen.changes(to: better, in: Self.document)))
      let now = try #require(try one.read().reviews["oak"])
      _ = try one.commit(Edit("Remove", [now.removed(from: Self.document)]))
      #expect(try other.read().reviews["oak"] == nil)
      #expect(try other.read().reviews["ash"] != nil)
      #expect(try other.read().faults.filter { $0.severity == .error }.isEmpty)
      _ = try other.commit(undoing(try #require(try other.history().last)))
      #expect(try one.read().reviews["oak"]?.title == "Oak, better named")
      _ = try one.commit(undoing(try #require(try one.history().last)))
      #expect(try one.read().reviews["oak"] == nil)
      #expect(try one.history().count == 5)
      #expect(try one.read().faults.filter { $0.severity == .error }.isEmpty)
    }
  }

  @Test(arguments: StoreKind.allCases)
  func anUndoOfAnAdditionTakesTheFileAway(_ kind: StoreKind) throws {
    try kind.run { one, other in
      _ = try one.commit(add(review()))
      _ = try other.commit(undoing(try #require(try other.history().last)))
      #expect(try one.read().reviews["oak"] == nil)
      _ = try one.commit(add(review("oak", "Another one")))
      #expect(try other.read().reviews["oak"]?.title == "Another one")
    }
  }

  /// The sentence is about the id, and not about the disk to which the path made of it would lead.
  @Test(arguments: StoreKind.allCases, ["../../../x", "..", ".", "", "a/b", "A b", "\u{202e}x"])
  func anIDThatNoFileCanHaveIsRefusedByItsName(_ kind: StoreKind, id: String) throws {
    try kind.run { one, _ in
      let error = #expect(throws: CommitError.self) {
        try one.commit(add(review(id), to: "reviews/\(id).json"))
      }
      guard case .refused(let sentence)? = error else {
        Issue.record("A refusal was expected, not \(String(describing: error)).")
        return
      }
      #expect(sentence.contains("cannot be the id of a new review"), "\(sentence)")
    }
  }

  @Test(arguments: StoreKind.allCases)
  func anIDThatIsTakenIsAConflict(_ kind: StoreKind) throws {
    let extra = ["reviews/oak.json": #"{"id": "elm", "title": "Elm", "stage": "underWay"}"#]
    try kind.run(adding: extra) { one, _ in
      for (id, document) in [("ash", "reviews/ash.json"), ("oak", Self.document)] {
        let error = #expect(throws: CommitError.self) {
          try one.commit(add(review(id), to: document))
        }
        guard case .conflict? = error else {
          Issue.record("A conflict was expected, not \(String(describing: error)).")
          continue
        }
      }
      let now = try one.read()
      #expect(now.reviews["elm"]?.title == "Elm")
      #expect(try one.history().isEmpty)
    }
  }

  @Test(arguments: ["", "Oak", "oak tree", "-oak", "../oak", "eiche-ß"], StoreKind.allCases)
  func anIDThatCannotNameAFileIsRefused(id: String, _ kind: StoreKind) throws {
    try kind.run { one, _ in
      let error = #expect(throws: CommitError.self) {
        try one.commit(add(review(id), to: "reviews/\(id.isEmpty ? "x" : id).json"))
      }
      guard case .refused(let sentence)? = error else {
        Issue.record("A refusal was expected, not \(String(describing: error)).")
        return
      }
      #expect(sentence.contains("Nothing was changed"))
      let history = try one.history()
      #expect(history.isEmpty)
    }
  }

  @Test(arguments: StoreKind.allCases)
  func aFileIsCalledByTheIDOfItsRecord(_ kind: StoreKind) throws {
    try kind.run { one, _ in
      #expect(throws: CommitError.self) {
        try one.commit(add(review(), to: "reviews/elm.json"))
      }
      #expect(throws: CommitError.self) {
        try one.commit(add(review("totals"), to: "reviews/totals.json"))
      }
    }
  }

  @Test(arguments: StoreKind.allCases)
  func aGroupAndAPartnershipBringTheirFolder(_ kind: StoreKind) throws {
    try kind.run { one, other in
      var group = PartnershipGroup()
      (group.id, group.name) = ("forum", "Forum")
      var parent = GroupParent()
      parent.partnership = "area"
      group.parents = [parent]
      var action = ActionItem()
      (action.group, action.title) = ("forum", "First")
      var partnership = Partnership()
      (partnership.id, partnership.name, partnership.shortName) = ("east", "East", "East")
      _ = try one.commit(
        Edit(
          "Add",
          [
            group.added(to: "groups/forum/group.json"),
            action.added(to: "groups/forum/actions.json"),
            partnership.added(to: "partnerships/east/partnership.json"),
          ]))
      let now = try other.read()
      #expect(now.groups["forum"]?.name == "Forum")
      #expect(now.partnerships["east"]?.name == "East")
      #expect(now.actions.all.contains { $0.title == "First" })
      #expect(now.faults.filter { $0.severity == .error }.map(\.message) == [])
      _ = try other.commit(undoing(try #require(try other.history().last)))
      #expect(try one.read().groups["forum"] == nil)
      #expect(try one.read().partnerships["east"] == nil)
      #expect(try one.read().actions.all.map(\.id) == ["a", "b", "c"])
    }
  }

  @Test(arguments: StoreKind.allCases)
  func whatSomebodyChangedIsNotRemoved(_ kind: StoreKind) throws {
    try kind.run { one, other in
      let seen = try #require(try one.read().reviews["ash"])
      var changed = seen
      changed.title = "Ash, better said"
      _ = try other.commit(Edit("Rename", seen.changes(to: changed, in: "reviews/ash.json")))
      #expect(throws: CommitError.self) {
        try one.commit(Edit("Remove", [seen.removed(from: "reviews/ash.json")]))
      }
      #expect(try one.read().reviews["ash"]?.title == "Ash, better said")
    }
  }
}
