import JSONDocument
import Reports
import Safeguarding
import Testing

@Suite struct ActionsListingTests {
  struct Case: Sendable {
    var group: String?
    var status: ActionStatus?
    var owner: String?
    var isOverdue = false
    let ids: [String]
  }

  @Test(arguments: [
    Case(ids: ["a1", "a2", "a3"]), Case(group: "board", ids: ["a1", "a2", "a3"]),
    Case(status: .open, ids: ["a2"]), Case(owner: "police", ids: ["a2"]),
    Case(owner: "TESTSHIRE", ids: ["a1", "a2"]), Case(owner: "somebody", ids: ["a3"]),
    Case(owner: "nobody", ids: []), Case(isOverdue: true, ids: ["a1"]),
  ])
  func filters(expected: Case) throws {
    var filter = ActionsListing.Filter()
    (filter.group, filter.status, filter.owner) = (expected.group, expected.status, expected.owner)
    filter.isOverdue = expected.isOverdue
    let listing = try ActionsListing(
      SmallWorkspace.read(), on: day("2024-03-31"), filter: filter
    ).listing
    #expect(try listing.texts("id") == expected.ids)
  }

  @Test func keepsTheKeysOfTheContract() throws {
    let listing = try ActionsListing(SmallWorkspace.read(), on: day("2024-03-31")).listing
    let first = try #require(listing.readBack().first)
    #expect(
      first.members.map(\.key).prefix(12) == [
        "id", "group", "title", "owner", "due", "status", "notes", "source", "revision",
        "illustrative", "origin", "review",
      ])
    #expect(first["owner"]?.string == "Testshire Council")
    #expect(first["notes"]?[0]?.string == "1 Feb 2024: Begun.")
    #expect(first["status"]?.string == "started")
  }

  @Test func anyChangeMakesAnotherRevision() throws {
    let workspace = try SmallWorkspace.read()
    let action = try #require(workspace.actions["a1"])
    var changed = [action, action, action, action]
    changed[0].title += "."
    changed[1].status = .done
    changed[2].progress.append(ProgressNote())
    changed[3].note = "a"
    let revisions = ([action] + changed).map(\.revision)
    #expect(Set(revisions).count == 5)
    #expect(action.revision == workspace.actions["a1"]?.revision)
    for revision in revisions {
      #expect(revision.count == 16 && revision.allSatisfy { $0.isHexDigit && !$0.isUppercase })
    }
  }
}
