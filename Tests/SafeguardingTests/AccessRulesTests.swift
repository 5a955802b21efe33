import Safeguarding
import Testing

/// Who may change what, as far as roles and the system's answer go.
@Suite struct AccessRulesTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    var access: Access
    var kind = ActionItem.kind
    var id = "a1"
    var document = "groups/pmqa/actions.json"
    var fields: Set<String>?
    var owners: Set<String> = []
    /// A part of the sentence; nil where it may be changed.
    let says: String?

    var testDescription: String { name }
  }

  private static let member = Access(role: .member, identities: ["kent-police"], contact: "Ann")
  private static let chair = Access(
    role: .chair(of: ["pmqa"]), identities: ["kent-police"], contact: "Ann")
  private static let locked = Access(permissions: ["groups/pmqa": .locked("Ask Bob.")])

  static let cases = [
    Case(name: "manager", access: Access(), says: nil),
    Case(name: "manager, new record", access: Access(), id: "", says: nil),
    Case(name: "locked folder", access: locked, says: "Ask Bob."),
    Case(
      name: "closed file", access: Access(permissions: ["reviews/x.json": .closed("Closed.")]),
      kind: Review.kind, document: "reviews/x.json", says: "Closed."),
    Case(name: "other folder", access: locked, document: "groups/other/actions.json", says: nil),
    Case(name: "own group", access: chair, says: nil),
    Case(name: "own group, new", access: chair, id: "", says: nil),
    Case(
      name: "own group, locked all the same",
      access: Access(permissions: ["groups/pmqa": .locked("Ask Bob.")], role: .chair(of: ["pmqa"])),
      says: "Ask Bob."),
    Case(
      name: "chair elsewhere", access: chair, document: "groups/other/actions.json",
      says: "not yours"),
    Case(
      name: "chair elsewhere, own action", access: chair, document: "groups/other/actions.json",
      fields: ["status"], owners: ["kent-police"], says: nil),
    Case(
      name: "a group of a like name", access: chair, document: "groups/pmqa-2/actions.json",
      says: "not yours"),
    Case(name: "member, own", access: member, owners: ["kent-police", "medway"], says: nil),
    Case(
      name: "member, own, status and notes", access: member,
      fields: ["status", "doneOn", "progress", "note", "evidence"], owners: ["kent-police"],
      says: nil),
    Case(
      name: "member, own, title", access: member, fields: ["status", "title"],
      owners: ["kent-police"], says: "ask Ann"),
    Case(name: "member, not own", access: member, owners: ["medway"], says: "not yours"),
    Case(name: "member, no owner", access: member, says: "not yours"),
    Case(name: "member, new action", access: member, id: "", owners: ["kent-police"], says: "Ann"),
    Case(
      name: "member, meeting", access: member, kind: Meeting.kind,
      document: "groups/pmqa/meetings.json", says: "own actions"),
    Case(
      name: "member whom nobody knows", access: Access(role: .member), owners: ["kent-police"],
      says: "Nobody has said yet"),
  ]

  @Test(arguments: cases) func sentenceOrNone(_ told: Case) {
    let sentence = told.access.lock(
      on: RecordID(told.kind, told.id), in: told.document, fields: told.fields,
      owners: told.owners)
    if let says = told.says {
      #expect(sentence?.contains(says) == true, "\(sentence ?? "nil")")
    } else {
      #expect(sentence == nil)
    }
  }

  @Test func ownersOfTheRecordDecide() {
    var owner = Owner()
    owner.agency = "kent-police"
    var action = ActionItem()
    (action.id, action.title, action.owners) = ("a1", "Send it", [owner])
    var workspace = Workspace()
    workspace.actions.append(action)
    workspace.access = Self.member
    #expect(workspace.lock(on: action.link, in: "groups/x/actions.json") == nil)
    #expect(
      workspace.lock(on: action.link, in: "groups/x/actions.json", fields: ["due"]) != nil)
    let other = RecordID(ActionItem.kind, "a2")
    #expect(workspace.lock(on: other, in: "groups/x/actions.json") != nil)
  }
}
