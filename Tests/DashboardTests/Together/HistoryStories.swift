import Dashboard
import Safeguarding
import TerminalUI
import Testing

/// Who did what, what was left half typed, and what may not be changed.
@Suite struct HistoryStories {
  @Test func theHistoryOfARecordSaysWhoChangedWhatAndWhen() {
    let desk = SharedDesk()
    story(on: .sample, at: anAction) {
      desk.other("ann", "Edit action: missing children") { $0.status = .dropped }
      desk.other("bob", "Something else", action: "mscp-pmqa-a3") { $0.status = .dropped }
      press("w")
      expect(effects: [.history(RecordID(ActionItem.kind, "mscp-pmqa-a2"))])
      desk.done()
      expect(header: "History")
      expect(row: "14:02 Tue  2 Apr", "ann", "Edit action: missing children")
      expect(contains: "Status: open, now dropped")
      expect(lacks: "Something else")
      press("Enter")
      expect(header: "Action")
    }
  }

  @Test func theHistoryOfEverythingHasTheLatestFirst() {
    let desk = SharedDesk()
    story(on: .sample) {
      desk.other("ann", "The first") { $0.status = .dropped }
      desk.other("bob", "The second", action: "mscp-pmqa-a3") { $0.status = .dropped }
      press("W")
      expect(effects: [.history(nil)])
      desk.done()
      expect(contains: "History of everything", "The first")
      expect(selected: "The second")
      desk.other("cy", "The third", action: "mscp-pmqa-a1") { $0.status = .done }
      expect(contains: "The third")
      expect(selected: "The second")
    }
  }

  @Test func anEntryOfTheHistoryIsTakenBack() {
    let desk = SharedDesk()
    story(on: .sample, at: anAction) {
      desk.other("ann", "Edit action") { $0.status = .dropped }
      press("w")
      desk.done()
      press("u")
      expect(contains: "Take back", "Status of \"Check that information")
      press("y")
      desk.done()
      desk.expect(stored: "it is open") { $0?.status == .open }
      expect(header: "Action")
      press("w")
      desk.done()
      press("j", "u")
      expect(lastLine: "This was taken back already.")
      expectNoEdit()
    }
  }

  @Test func aPlaceWithoutHistorySaysSo() {
    story(on: .sample, at: anAction) {
      message(.history([], userID: 1, purpose: .show(RecordID(ActionItem.kind, "mscp-pmqa-a2"))))
      expect(contains: "Nobody has changed this with Masa yet.")
      press("u")
      expect(lastLine: "Nothing is selected here.")
    }
  }

  /// A draft as a session left it: a new status of the action.
  private var draft: Draft? {
    guard let action = Fixture.sample.workspace.actions["mscp-pmqa-a2"] else { return nil }
    var kept: Draft?
    story(on: .sample, at: anAction) {
      press("e", "Tab", "Tab", "Tab")
      typing("under way")
      Step { kept = $0.draft }
    }
    return kept?.record == action.link ? kept : nil
  }

  @Test func aDraftOfTheLastSessionIsOfferedWithWhatDiffers() throws {
    let draft = try #require(draft)
    story(on: .sample) {
      message(.drafts([draft], at: [draft.id: "1 Apr 18:20"]))
      expect(lastLine: "You were typing when you left: press d to see 1 draft.")
      press("d")
      expect(row: "1 Apr 18:20", "Edit action: Check that")
      expect(contains: "Status: under way  (now open)")
      press("Enter")
      expect("the form is as it was left") { dashboard in
        dashboard.form?.fields.first { $0.name == "status" }?.text == "under way"
      }
    }
  }

  @Test(arguments: ["Del", "Ctrl-X"]) func aDraftIsThrownAwayAfterAQuestion(_ key: String) throws {
    let draft = try #require(draft)
    story(on: .sample) {
      message(.drafts([draft]))
      press("d", key)
      expect(lastLine: "Throw away what you typed in")
      press("Enter")
      expect("it is kept") { !$0.drafts.isEmpty }
      press("d", key, "y")
      expect(effects: [.dropDraft(draft.id)])
      expect("it is gone") { $0.drafts.isEmpty && $0.mode == .browsing }
    }
  }

  @Test func withoutDraftsTheKeySaysSo() {
    story(on: .sample) {
      message(.drafts([]))
      press("d")
      expect(lastLine: "Nothing was typed and left unsaved.")
    }
  }

  @Test func aLockedPlaceSaysWhyAndOffersNothing() {
    var access = Access()
    access.permissions["groups/mscp-pmqa"] = .locked("Only pmqa-chairs may change this. Ask Jo.")
    story(on: .sample, at: pmqa, size: Size(160, 40)) {
      expect(lacks: "locked")
      message(.loaded(Fixture.sample.workspace(as: access)))
      expect(contains: "locked", "Only pmqa-chairs may change this. Ask Jo.")
      press("Tab", "e")
      expect(lastLine: "Only pmqa-chairs may change this. Ask Jo.")
      press("3")
      press("Esc")
    }
  }

  @Test func aMemberSeesThatOnlyPartsAreOpen() {
    let access = Access(role: .member, identities: ["kent-police"], contact: "Jo")
    story(on: .sample, at: pmqa, size: Size(160, 40)) {
      message(.loaded(Fixture.sample.workspace(as: access)))
      expect(contains: "locked in part", "For anything else ask Jo.")
    }
  }
}
