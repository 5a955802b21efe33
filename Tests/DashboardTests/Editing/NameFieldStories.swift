import Dashboard
import Safeguarding
import TerminalUI
import Testing

/// Fields that name others: owners, reviews, meetings.
@Suite struct NameFieldStories {
  @Test func ownersAreFoundByLettersAcrossKinds() {
    story(on: .sample, at: anAction) {
      press("e", "Tab")
      expect(row: "Owners", "; ")
      press("Ctrl-E")
      typing("; kent pol")
      expect(row: "Kent Police", "agency")
      press("Ctrl-U")
      typing("tim smi")
      expect(row: "Tim Smith", "person")
      expect(contains: "a name only")
      press("Ctrl-U")
      typing("performance man")
      expect(row: "Performance Management", "group")
      press("Enter")
      expect(lacks: "a name only")
      typing("; \"Head of the pool\"")
      press("Ctrl-S")
      expect(editHas: "{group: mscp-pmqa}, {name: Head of the pool}]")
    }
  }

  @Test func ownerThatMayBeSeveralIsNotGuessed() {
    story(on: .sample, at: anAction) {
      press("e", "Tab")
      clearing()
      typing("council")
      press("Ctrl-S")
      expectNoEdit()
      expect(contains: "x \"council\" may be")
      expect(field: "Owners", "council")
      press("Down", "Enter", "Ctrl-S")
      expect(editHas: "-> [{agency: ")
    }
  }

  @Test func ownersThatStayKeepWhatIsSaidOfThem() {
    story(on: .sample, at: anAction) {
      press("e", "Tab", "Ctrl-E")
      typing("; somebody unheard of")
      press("Ctrl-S")
      expectNoEdit()
      expect(row: "Add the person \"somebody unheard of\"", "")
      press("Down", "Down", "Enter", "Ctrl-S")
      expect(
        edit: nil,
        "owners: [{agency: medway-nhs-foundation-trust}, {agency: kent-police}] -> "
          + "[{agency: medway-nhs-foundation-trust}, {agency: kent-police}, "
          + "{name: somebody unheard of}]")
    }
  }

  @Test func otherRecordsAreFoundByTheirNames() {
    story(on: .sample, at: anAction) {
      press("e")
      going(to: "Review")
      typing("geo")
      press("Enter", "Ctrl-S")
      expect(edit: nil, "review: nothing -> george")
      saving()
      press("e")
      going(to: "Meeting")
      expect(field: "Meeting", "PMQA: Meeting of 18 Jan 2024")
      typing("pmqa 4 apr")
      press("Tab")
      expect(row: "Meeting", "PMQA: Meeting of 4 Apr 2024")
      press("Ctrl-S")
      expect(edit: nil, "meeting: mscp-pmqa-2024-01-18 -> mscp-pmqa-2024-04-04")
    }
  }

  @Test func nameThatNothingHasIsKeptWithASentence() {
    story(on: .sample, at: anAction) {
      press("e")
      going(to: "Review")
      typing("zzzz")
      press("Ctrl-S")
      expectNoEdit()
      expect(contains: "There is no review called \"zzzz\" here.")
      expect(field: "Review", "zzzz")
    }
  }
}
